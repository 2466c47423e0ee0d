#![doc = "libFuzzer on `fuzz::sealed_object`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::sealed_object(bytes));
