//! Which system calls there are for the process: a seccomp filter that lets a list pass.
//!
//! To the process it looks as if the kernel were an old one that does not have the others (`ENOSYS`): libraries then do
//! without. A socket, another process, another program, a trace of a process, a mount, a key, a BPF program, an
//! `io_uring` and everything else that is not on the list does not exist.

use std::collections::BTreeMap;

use anyhow::Context;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen as Length, SeccompCmpOp as Compare,
    SeccompCondition as Condition, SeccompFilter, SeccompRule as Rule,
};

use super::Profile;

/// What every child may call: its memory, its open files, its clock, its signals, its end; and opening files, which
/// Landlock decides.
const ALWAYS: &[libc::c_long] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_preadv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_pwrite64,
    libc::SYS_pwritev,
    libc::SYS_lseek,
    libc::SYS_close,
    libc::SYS_dup,
    libc::SYS_dup3,
    libc::SYS_ppoll,
    libc::SYS_fstat,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_openat,
    libc::SYS_ftruncate,
    libc::SYS_fallocate,
    libc::SYS_fadvise64,
    libc::SYS_fsync,
    libc::SYS_fdatasync,
    libc::SYS_unlinkat,
    libc::SYS_renameat,
    libc::SYS_renameat2,
    libc::SYS_getcwd,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_membarrier,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_getppid,
    libc::SYS_getuid,
    libc::SYS_geteuid,
    libc::SYS_getgid,
    libc::SYS_getegid,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrusage,
    libc::SYS_times,
    libc::SYS_capget,
];

/// The same under the names that only this architecture has.
#[cfg(target_arch = "x86_64")]
const ALWAYS_HERE: &[libc::c_long] = &[
    libc::SYS_open,
    libc::SYS_stat,
    libc::SYS_lstat,
    libc::SYS_access,
    libc::SYS_poll,
    libc::SYS_unlink,
    libc::SYS_rename,
    libc::SYS_time,
    libc::SYS_dup2,
];
#[cfg(not(target_arch = "x86_64"))]
const ALWAYS_HERE: &[libc::c_long] = &[];

/// What a foreign program calls besides, to begin. What it may execute, Landlock decides.
const TOOL: &[libc::c_long] = &[
    libc::SYS_execve,
    libc::SYS_mmap,
    libc::SYS_mprotect,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_readlinkat,
    libc::SYS_set_tid_address,
    libc::SYS_uname,
    libc::SYS_sysinfo,
    libc::SYS_pipe2,
    libc::SYS_pselect6,
    libc::SYS_getdents64,
];

/// The same under the names that only this architecture has.
#[cfg(target_arch = "x86_64")]
const TOOL_HERE: &[libc::c_long] = &[
    libc::SYS_arch_prctl,
    libc::SYS_readlink,
    libc::SYS_pipe,
    libc::SYS_select,
    libc::SYS_getdents,
];
#[cfg(not(target_arch = "x86_64"))]
const TOOL_HERE: &[libc::c_long] = &[];

/// What a new thread shares with its process, and what would make it more than a thread.
const THREAD: i32 =
    libc::CLONE_VM | libc::CLONE_FS | libc::CLONE_FILES | libc::CLONE_SIGHAND | libc::CLONE_THREAD;
const APART: i32 = libc::CLONE_NEWNS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET;

/// Lets nothing pass from now on but what the profile needs.
pub(super) fn restrict(profile: &Profile) -> anyhow::Result<()> {
    seccompiler::apply_filter(&filter(profile)?)?;
    Ok(())
}

fn filter(profile: &Profile) -> anyhow::Result<BpfProgram> {
    let mut rules: BTreeMap<i64, Vec<Rule>> = BTreeMap::new();
    let mut allow = |calls: &[libc::c_long]| rules.extend(calls.iter().map(|call| (*call, Vec::new())));
    allow(ALWAYS);
    allow(ALWAYS_HERE);
    if let Profile::Tool(_) = profile {
        allow(TOOL);
        allow(TOOL_HERE);
    }
    rules.extend(conditional(profile)?);
    let filter = SeccompFilter::new(
        rules,
        SeccompAction::Errno(libc::ENOSYS.cast_unsigned()),
        SeccompAction::Allow,
        std::env::consts::ARCH.try_into()?,
    )?;
    filter.try_into().context("compiling the filter")
}

/// Calls that may be made with certain arguments only.
fn conditional(profile: &Profile) -> anyhow::Result<Vec<(i64, Vec<Rule>)>> {
    let myself = u64::from(std::process::id());
    let mut rules = vec![
        (libc::SYS_tgkill, one_of(0, &[myself])?),
        (libc::SYS_prlimit64, one_of(0, &[0, myself])?),
        (
            libc::SYS_fcntl,
            one_of(
                1,
                &unsigned(&[
                    libc::F_DUPFD,
                    libc::F_DUPFD_CLOEXEC,
                    libc::F_GETFD,
                    libc::F_SETFD,
                    libc::F_GETFL,
                    libc::F_SETFL,
                ]),
            )?,
        ),
        (
            libc::SYS_prctl,
            one_of(
                0,
                &unsigned(&[
                    libc::PR_SET_NAME,
                    libc::PR_GET_NO_NEW_PRIVS,
                    libc::PR_GET_PDEATHSIG,
                ]),
            )?,
        ),
    ];
    match profile {
        Profile::Decode => {
            // Its code is in memory already, and there will be no more of it.
            let not_executable = || masked(2, libc::PROT_EXEC, 0);
            rules.push((libc::SYS_mmap, vec![not_executable()?]));
            rules.push((libc::SYS_mprotect, vec![not_executable()?]));
        }
        Profile::Tool(_) => rules.push((libc::SYS_clone, vec![masked(0, THREAD | APART, THREAD)?])),
    }
    Ok(rules)
}

/// The argument's lower half is one of `values`; the kernel looks at no more of these.
fn one_of(argument: u8, values: &[u64]) -> anyhow::Result<Vec<Rule>> {
    values
        .iter()
        .map(|value| {
            let equal = Condition::new(argument, Length::Dword, Compare::Eq, *value)?;
            Ok(Rule::new(vec![equal])?)
        })
        .collect()
}

fn masked(argument: u8, mask: i32, value: i32) -> anyhow::Result<Rule> {
    let compare = Compare::MaskedEq(u64::from(mask.cast_unsigned()));
    let equal = Condition::new(argument, Length::Dword, compare, u64::from(value.cast_unsigned()))?;
    Ok(Rule::new(vec![equal])?)
}

fn unsigned(values: &[i32]) -> Vec<u64> {
    values
        .iter()
        .map(|value| u64::from(value.cast_unsigned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_on_the_list_that_opens_a_way_out() {
        let ways_out = [
            libc::SYS_socket,
            libc::SYS_connect,
            libc::SYS_ptrace,
            libc::SYS_process_vm_readv,
            libc::SYS_process_vm_writev,
            libc::SYS_clone3,
            libc::SYS_execveat,
            libc::SYS_kill,
            libc::SYS_mount,
            libc::SYS_unshare,
            libc::SYS_setns,
            libc::SYS_keyctl,
            libc::SYS_bpf,
            libc::SYS_io_uring_setup,
            libc::SYS_userfaultfd,
            libc::SYS_perf_event_open,
            libc::SYS_ioctl,
            libc::SYS_memfd_create,
            libc::SYS_chdir,
            libc::SYS_fchmod,
            libc::SYS_symlinkat,
            libc::SYS_linkat,
        ];
        let listed = |call| [ALWAYS, ALWAYS_HERE, TOOL, TOOL_HERE].concat().contains(&call);
        assert!(listed(libc::SYS_read));
        for call in ways_out {
            assert!(!listed(call), "{call}");
        }
        assert!(!ALWAYS.contains(&libc::SYS_execve) && !ALWAYS_HERE.contains(&libc::SYS_execve));
    }
}
