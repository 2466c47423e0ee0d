//! Doors to the readers of what people type for `tests/fuzz`, which is another crate. Always compiled, so that the
//! program that is fuzzed is the program that runs.

use crate::receipt::Code;
pub use crate::{contribute::for_fuzzing::*, desk::for_fuzzing::*};

/// A receipt code as it is shown.
pub fn receipt_code(typed: &str) -> Option<String> {
    Code::parse(typed).map(|code| code.to_string())
}
