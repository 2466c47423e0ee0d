#![doc = "libFuzzer on `fuzz::request_headers`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::request_headers(bytes));
