#![doc = "libFuzzer on `fuzz::facts_iptc`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::facts_iptc(bytes));
