#![doc = "libFuzzer on `fuzz::heif_header`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::heif_header(bytes));
