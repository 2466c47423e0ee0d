#![doc = "libFuzzer on `fuzz::story_form`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::story_form(bytes));
