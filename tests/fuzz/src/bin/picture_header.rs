#![doc = "libFuzzer on `fuzz::picture_header`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::picture_header(bytes));
