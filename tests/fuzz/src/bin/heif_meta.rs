#![doc = "libFuzzer on `fuzz::heif_meta`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::heif_meta(bytes));
