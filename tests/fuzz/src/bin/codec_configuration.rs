#![doc = "libFuzzer on `fuzz::codec_configuration`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::codec_configuration(bytes));
