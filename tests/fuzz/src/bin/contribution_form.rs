#![doc = "libFuzzer on `fuzz::contribution_form`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::contribution_form(bytes));
