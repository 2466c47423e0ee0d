#![doc = "libFuzzer on `fuzz::seal_texts`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::seal_texts(bytes));
