#![doc = "libFuzzer on `fuzz::webp_delays`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::webp_delays(bytes));
