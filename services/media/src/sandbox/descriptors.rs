//! Files that were left open by whoever started the program.

use std::io;

use nix::unistd::close;

/// Closes everything but standard input, output and error.
///
/// Rust opens its own files so that no child inherits them; this is for the files of others, such as a service manager's
/// or a library's. Nothing in this process owns one: it has only just begun.
pub(super) fn close_inherited() -> io::Result<()> {
    let mut open = Vec::new();
    for entry in std::fs::read_dir("/proc/self/fd")? {
        if let Some(number) = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<i32>().ok())
        {
            open.push(number);
        }
    }
    for number in open.into_iter().filter(|number| *number > 2) {
        // One of them was the listing itself, which is closed by now.
        let _closed_already = close(number);
    }
    Ok(())
}
