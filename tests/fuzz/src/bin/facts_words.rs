#![doc = "libFuzzer on `fuzz::facts_words`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::facts_words(bytes));
