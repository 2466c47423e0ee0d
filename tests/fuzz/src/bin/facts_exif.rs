#![doc = "libFuzzer on `fuzz::facts_exif`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::facts_exif(bytes));
