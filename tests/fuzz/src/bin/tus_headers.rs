#![doc = "libFuzzer on `fuzz::tus_headers`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::tus_headers(bytes));
