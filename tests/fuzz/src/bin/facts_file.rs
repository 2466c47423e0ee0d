#![doc = "libFuzzer on `fuzz::facts_file`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::facts_file(bytes));
