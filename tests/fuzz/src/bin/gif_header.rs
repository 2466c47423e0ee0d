#![doc = "libFuzzer on `fuzz::gif_header`."]
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::gif_header(bytes));
