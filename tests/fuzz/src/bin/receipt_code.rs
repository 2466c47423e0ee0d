#![doc = "libFuzzer on `fuzz::receipt_code`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::receipt_code(bytes));
