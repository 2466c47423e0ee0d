//! How the allocator gives memory back.

#![expect(unsafe_code, reason = "glibc's settings have no safe wrapper")]

/// Makes large buffers (parts of uploads, pictures) go back to the system when they are freed.
///
/// glibc raises its bound for that with the first large buffer it frees, to 32 MiB; from then on the buffers of many
/// uploads lie between small ones and stay ours. Elsewhere nothing happens. Call it before there is a second thread.
pub(crate) fn give_back_large() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: it sets two numbers, and nothing else runs yet.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 1 << 20);
        libc::mallopt(libc::M_ARENA_MAX, 4);
    }
}
