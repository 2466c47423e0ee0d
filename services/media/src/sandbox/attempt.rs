//! What a child must not be able to do, and which layers each forbid it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Layer, Profile};

/// One way out, or one thing that must not be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attempt {
    /// Read `/etc/passwd`.
    ReadSystemFile,
    /// Read the environment of the first process, or its own as `/proc` shows it.
    ReadProcesses,
    /// Read another job's file by its full path.
    ReadNeighbour,
    /// … by a path upwards from its own folder.
    ReadNeighbourUpwards,
    /// … by a symbolic link in its own folder.
    ReadNeighbourByLink,
    /// Write another job's file by a symbolic link in its own folder.
    WriteByLink,
    /// Make a file in the folder above its own.
    WriteUpwards,
    /// Make a file in the folder that is everybody's.
    WriteElsewhere,
    /// List a folder, its own.
    ListFolder,
    /// Find out whether a file outside exists, and how large it is.
    SeeNames,
    /// Read a file that was left open when it was started.
    ReadInherited,
    /// See variables of the server's environment.
    SeeEnvironment,
    /// Make a file that other users may read.
    ShareFile,
    /// Make a file that belongs to root.
    OwnAsRoot,
    /// Make a local socket.
    SocketLocal,
    /// Make an internet socket.
    SocketInternet,
    /// Make a socket to the kernel's network configuration.
    SocketKernel,
    /// Connect to a server on this machine.
    Connect,
    /// See a network interface that is up.
    SeeInterfaces,
    /// Start another process.
    StartProcess,
    /// Start a hundred threads.
    StartThreads,
    /// Become another program.
    Execute,
    /// Trace another job's decoder.
    TraceNeighbour,
    /// Trace the worker.
    TraceWorker,
    /// Signal another job's decoder.
    SignalNeighbour,
    /// Signal the worker.
    SignalWorker,
    /// Allocate two gibibytes.
    AllocateMuch,
    /// Make a file longer than it may be.
    WriteMuch,
    /// Raise a limit, or find one that is not set.
    ExceedLimits,
    /// Use the processor for ever.
    SpinProcessor,
    /// Do nothing for ever.
    WaitForEver,
    /// Live on when its worker dies.
    OutliveWorker,
    /// Hold a capability.
    HoldCapability,
    /// Be able to gain rights by executing a file.
    GainPrivileges,
    /// Become root.
    BecomeRoot,
    /// Make a namespace in which it has all rights.
    MakeNamespace,
}

impl Attempt {
    /// The layers each of which forbids it under `profile`; none, if it may do that. When it succeeds, none of them
    /// works.
    #[expect(
        clippy::match_same_arms,
        reason = "a table: one line each, in the order of the attempts"
    )]
    pub(crate) fn denied_by(self, profile: &Profile) -> &'static [Layer] {
        use Layer::{
            Capabilities, Descriptors, Ending, Environment, Landlock, Limits, Namespaces, NoNewPrivileges,
            Processes, Root, Scope, Seccomp, User,
        };
        let decoding = *profile == Profile::Decode;
        match self {
            Self::ReadSystemFile
            | Self::ReadProcesses
            | Self::ReadNeighbour
            | Self::ReadNeighbourUpwards
            | Self::ReadNeighbourByLink
            | Self::WriteByLink
            | Self::WriteElsewhere
                if decoding =>
            {
                &[Landlock, Root]
            }
            Self::ReadSystemFile
            | Self::ReadProcesses
            | Self::ReadNeighbour
            | Self::ReadNeighbourUpwards
            | Self::ReadNeighbourByLink
            | Self::WriteByLink
            | Self::WriteElsewhere
            | Self::ListFolder => &[Landlock],
            // The folder above belongs to the worker.
            Self::WriteUpwards if decoding => &[Landlock, Root, User],
            Self::WriteUpwards => &[Landlock, User],
            Self::SeeNames if decoding => &[Root],
            Self::SeeNames => &[],
            Self::ReadInherited => &[Descriptors],
            Self::SeeEnvironment | Self::ShareFile => &[Environment],
            Self::OwnAsRoot => &[User],
            Self::Connect | Self::SeeInterfaces => &[Seccomp, Namespaces],
            Self::StartProcess | Self::StartThreads if decoding => &[Seccomp, Processes],
            Self::StartThreads => &[Processes],
            Self::Execute if decoding => &[Seccomp, Landlock, Root],
            Self::Execute => &[Landlock],
            Self::TraceNeighbour | Self::TraceWorker => &[Seccomp, Landlock, Namespaces],
            Self::SignalNeighbour => &[Seccomp, Scope],
            Self::SignalWorker => &[Seccomp, Scope, User],
            Self::AllocateMuch | Self::WriteMuch | Self::ExceedLimits | Self::SpinProcessor => &[Limits],
            Self::WaitForEver | Self::OutliveWorker => &[Ending],
            Self::HoldCapability => &[Capabilities],
            Self::GainPrivileges => &[NoNewPrivileges],
            Self::BecomeRoot => &[Seccomp, User],
            Self::MakeNamespace if decoding => &[Seccomp, Root],
            Self::SocketLocal
            | Self::SocketInternet
            | Self::SocketKernel
            | Self::StartProcess
            | Self::MakeNamespace => &[Seccomp],
        }
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadSystemFile => "read /etc/passwd",
            Self::ReadProcesses => "read a process's environment",
            Self::ReadNeighbour => "read another job's file by its path",
            Self::ReadNeighbourUpwards => "read another job's file through ..",
            Self::ReadNeighbourByLink => "read another job's file through a link",
            Self::WriteByLink => "write another job's file through a link",
            Self::WriteUpwards => "write outside its folder through ..",
            Self::WriteElsewhere => "write to the folder for temporary files",
            Self::ListFolder => "list a folder",
            Self::SeeNames => "see which files exist",
            Self::ReadInherited => "read a file that was left open",
            Self::SeeEnvironment => "see the server's environment",
            Self::ShareFile => "make a file that others may read",
            Self::OwnAsRoot => "make a file as root",
            Self::SocketLocal => "make a local socket",
            Self::SocketInternet => "make an internet socket",
            Self::SocketKernel => "make a netlink socket",
            Self::Connect => "connect to a server on this machine",
            Self::SeeInterfaces => "see the machine's network interfaces",
            Self::StartProcess => "start a process",
            Self::StartThreads => "start a hundred threads",
            Self::Execute => "become another program",
            Self::TraceNeighbour => "trace another job's decoder",
            Self::TraceWorker => "trace the worker",
            Self::SignalNeighbour => "signal another job's decoder",
            Self::SignalWorker => "signal the worker",
            Self::AllocateMuch => "allocate 2 GiB",
            Self::WriteMuch => "write a file that is too long",
            Self::ExceedLimits => "exceed or raise its limits",
            Self::SpinProcessor => "use the processor for ever",
            Self::WaitForEver => "wait for ever",
            Self::OutliveWorker => "outlive its worker",
            Self::HoldCapability => "hold capabilities",
            Self::GainPrivileges => "gain rights by executing a file",
            Self::BecomeRoot => "become root",
            Self::MakeNamespace => "make namespaces",
        })
    }
}

/// What the self-test found: a thing that a child could do, or that it could not be tested.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leak {
    /// It did this although these layers, each by itself, forbid it: none of them works.
    Open(Attempt, Vec<Layer>),
    /// This layer cannot be had at all.
    Missing(Layer),
    /// A child that does nothing forbidden did not do its work; why.
    Unusable(String),
}

impl Leak {
    /// The layers that do not work.
    pub fn layers(&self) -> &[Layer] {
        match self {
            Self::Open(_, layers) => layers,
            Self::Missing(layer) => std::slice::from_ref(layer),
            Self::Unusable(_) => &[],
        }
    }

    /// Whether nothing may be decoded because of it.
    pub fn forbids_work(&self) -> bool {
        match self {
            Self::Open(_, layers) => layers.iter().any(|layer| layer.required()),
            Self::Missing(_) | Self::Unusable(_) => true,
        }
    }
}

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(attempt, layers) => {
                let layers: Vec<String> = layers.iter().map(Layer::to_string).collect();
                write!(f, "a decoder can {attempt} (missing: {})", layers.join(", "))
            }
            Self::Missing(layer) => write!(f, "a decoder cannot be shut in by {layer}"),
            Self::Unusable(why) => write!(f, "a decoder does not work in it: {why}"),
        }
    }
}
