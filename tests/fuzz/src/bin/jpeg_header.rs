#![doc = "libFuzzer on `fuzz::jpeg_header`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::jpeg_header(bytes));
