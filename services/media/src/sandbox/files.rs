//! Which files there are for the process: Landlock, and a root folder of its own.

use anyhow::{Context, ensure};
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetStatus, Scope,
};

use super::Profile;

/// The newest version of Landlock that is asked for; the kernel gives what it has.
const VERSION: ABI = ABI::V10;

/// Where foreign programs have their libraries.
const LIBRARIES: [&str; 5] = ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64"];

/// What else a program reads before its own first line.
const START: [&str; 3] = ["/etc/ld.so.cache", "/dev/null", "/dev/urandom"];

/// The programs that load a program's libraries: the kernel executes them in its place.
const LOADERS: [&str; 4] = [
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/ld-musl-x86_64.so.1",
    "/lib/ld-musl-aarch64.so.1",
];

/// A file or folder outside the private folder, and what may be done with it.
pub(super) type Needed = Vec<(PathFd, BitFlags<AccessFs>)>;

/// Opens what the profile needs beside the private folder.
pub(super) fn needed(profile: &Profile) -> anyhow::Result<Needed> {
    let Profile::Tool(program) = profile else {
        return Ok(Vec::new());
    };
    let execute = AccessFs::Execute | AccessFs::ReadFile;
    let mut needed = vec![(
        PathFd::new(program).with_context(|| format!("{}", program.display()))?,
        execute,
    )];
    let present = |path: &str| PathFd::new(path).ok();
    needed.extend(
        LIBRARIES
            .iter()
            .chain(&START)
            .filter_map(|path| Some((present(path)?, AccessFs::ReadFile.into()))),
    );
    needed.extend(LOADERS.iter().filter_map(|path| Some((present(path)?, execute))));
    Ok(needed)
}

/// Forbids every file but those of the private folder and the `needed` ones. `scoped`: signals and abstract sockets,
/// too, where the kernel can.
pub(super) fn restrict(needed: Needed, scoped: bool) -> anyhow::Result<()> {
    let mut ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(VERSION))?
        .handle_access(AccessNet::from_all(VERSION))?;
    if scoped {
        ruleset = ruleset.scope(Scope::from_all(VERSION))?;
    }
    // Plain files, and no listing: what it may read it knows by name.
    let own = AccessFs::ReadFile
        | AccessFs::WriteFile
        | AccessFs::Truncate
        | AccessFs::MakeReg
        | AccessFs::RemoveFile;
    let mut created = ruleset
        .create()?
        .add_rule(PathBeneath::new(PathFd::new(".")?, own))?;
    for (file, access) in needed {
        created = created.add_rule(PathBeneath::new(file, access))?;
    }
    let status = created.restrict_self()?;
    ensure!(
        status.ruleset != RulesetStatus::NotEnforced,
        "this kernel has no Landlock"
    );
    Ok(())
}

/// Makes the private folder the root of every path: what is outside it has no name any more.
pub(super) fn make_folder_the_root() -> nix::Result<()> {
    nix::unistd::chroot(".")?;
    nix::unistd::chdir("/")
}
