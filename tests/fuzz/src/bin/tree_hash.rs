#![doc = "libFuzzer on `fuzz::tree_hash`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::tree_hash(bytes));
