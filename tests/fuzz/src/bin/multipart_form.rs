#![doc = "libFuzzer on `fuzz::multipart_form`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::multipart_form(bytes));
