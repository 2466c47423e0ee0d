#![doc = "libFuzzer on `fuzz::upload_names`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::upload_names(bytes));
