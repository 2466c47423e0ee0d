#![doc = "libFuzzer on `fuzz::account_forms`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::account_forms(bytes));
