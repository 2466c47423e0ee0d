#![doc = "libFuzzer on `fuzz::facts_xmp`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::facts_xmp(bytes));
