#![doc = "libFuzzer on `fuzz::search_words`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::search_words(bytes));
