#![doc = "libFuzzer on `fuzz::picture_words`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::picture_words(bytes));
