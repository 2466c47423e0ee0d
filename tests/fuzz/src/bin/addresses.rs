#![doc = "libFuzzer on `fuzz::addresses`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::addresses(bytes));
