//! The layers of the sandbox, each of which holds by itself.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One layer. What a decoder may not do is forbidden by two or more of them wherever that is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// A user other than root. Only where the worker runs as root.
    User,
    /// Nothing open but standard input and output.
    Descriptors,
    /// An empty environment, and a mask that lets nobody else read what is written.
    Environment,
    /// User, network, IPC, host-name and control-group namespaces of its own.
    Namespaces,
    /// Its private folder is the root of all paths it can name. Not for a foreign program, which has libraries.
    Root,
    /// Memory, processor time, length of a file, open files, no core dump.
    Limits,
    /// How many processes and threads there may be.
    Processes,
    /// Nothing it executes can have more rights than it.
    NoNewPrivileges,
    /// No capability, not even in its own namespaces.
    Capabilities,
    /// Landlock: no file but its own folder and what it needs to start; no TCP.
    Landlock,
    /// Landlock's scopes: no signal and no abstract socket to anybody outside.
    Scope,
    /// A list of the system calls it may make, with the arguments that matter.
    Seccomp,
    /// It ends with its worker, and when its time on the clock is up.
    Ending,
}

impl Layer {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::User,
        Self::Descriptors,
        Self::Environment,
        Self::Namespaces,
        Self::Root,
        Self::Limits,
        Self::Processes,
        Self::NoNewPrivileges,
        Self::Capabilities,
        Self::Landlock,
        Self::Scope,
        Self::Seccomp,
        Self::Ending,
    ];

    /// Whether nothing is decoded without it. What the others forbid is forbidden by a required one, too; many
    /// systems do not have them (containers forbid namespaces, Linux before 6.12 has no scopes).
    pub fn required(self) -> bool {
        match self {
            Self::User | Self::Namespaces | Self::Root | Self::Processes | Self::Scope => false,
            Self::Descriptors
            | Self::Environment
            | Self::Limits
            | Self::NoNewPrivileges
            | Self::Capabilities
            | Self::Landlock
            | Self::Seccomp
            | Self::Ending => true,
        }
    }

    /// What to do about its absence, for whoever runs the program.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::User => {
                "run Be Part as a user other than root, or let it keep CAP_SETUID, CAP_SETGID and CAP_CHOWN"
            }
            Self::Namespaces | Self::Root | Self::Processes => {
                "allow unprivileged user namespaces: sysctl user.max_user_namespaces, \
                 kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns, or the container's \
                 seccomp profile"
            }
            Self::Landlock => {
                "Linux 5.13 or newer with Landlock is needed: look for landlock in /sys/kernel/security/lsm, add it \
                 with lsm= on the kernel's command line, or allow it in the container's seccomp profile"
            }
            Self::Scope => "Linux 6.12 or newer has it",
            Self::Seccomp => "the kernel needs CONFIG_SECCOMP_FILTER",
            Self::Descriptors
            | Self::Environment
            | Self::Limits
            | Self::NoNewPrivileges
            | Self::Capabilities
            | Self::Ending => "this is a fault of the program: please report it",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::User => "a user of its own",
            Self::Descriptors => "closed files",
            Self::Environment => "the empty environment",
            Self::Namespaces => "namespaces",
            Self::Root => "a root folder of its own",
            Self::Limits => "resource limits",
            Self::Processes => "the limit on processes",
            Self::NoNewPrivileges => "no_new_privs",
            Self::Capabilities => "dropped capabilities",
            Self::Landlock => "Landlock",
            Self::Scope => "Landlock's scopes",
            Self::Seccomp => "seccomp",
            Self::Ending => "the end by the clock",
        })
    }
}
