#![doc = "libFuzzer on `fuzz::png_header`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::png_header(bytes));
