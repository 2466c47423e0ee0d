//! Making the cluster, and the settings it runs with.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    process::Stdio,
};

use anyhow::{Context, Result, bail};

use super::{
    PORT, ROLE,
    binaries::Binaries,
    folder::{self, Folder},
    launch::Launcher,
};

/// Safe with data, fit for a small machine, and silent about content: what a statement says or holds
/// never reaches the log, which also is why errors of statements (a level of their own) are left to us
/// who sent them.
const SETTINGS: [&str; 19] = [
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "cluster_name=bepart",
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    "wal_compression=on",
    "shared_buffers=128MB",
    "max_connections=100",
    "jit=off",
    "logging_collector=off",
    "log_destination=stderr",
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_statement=none",
    "log_min_duration_statement=-1",
    "log_parameter_max_length_on_error=0",
    "log_checkpoints=off",
];

/// What the server program is told.
pub(super) fn server_arguments(folder: &Folder) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["-D".into(), folder.cluster().into()];
    arguments.extend(["-p".into(), PORT.to_string().into()]);
    // A list of folders to PostgreSQL: quoted, so that a comma in the path stays one.
    let run = folder.run().display().to_string().replace('"', "\"\"");
    arguments.extend(["-c".into(), format!("unix_socket_directories=\"{run}\"").into()]);
    arguments.extend(SETTINGS.iter().flat_map(|setting| ["-c".into(), setting.into()]));
    arguments
}

/// Makes a new cluster. A cluster under its final name is whole: it is made under another one and
/// renamed, so whatever a killed attempt has left is thrown away.
pub(super) fn initialise(folder: &Folder, launcher: &Launcher, binaries: &Binaries) -> Result<()> {
    let (cluster, unfinished) = (folder.cluster(), folder.unfinished_cluster());
    if fs::read_dir(&cluster).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(
            "{} holds something that is not a PostgreSQL cluster: move it away, or restore it from a backup",
            cluster.display()
        );
    }
    remove_if_there(fs::remove_dir_all(&unfinished), &unfinished)?;
    folder::private_folder(&unfinished, launcher.owner())?;
    let password = make_password(folder)?;

    // The server's user may not read our copy.
    let copy = folder.run().join("password");
    remove_if_there(fs::remove_file(&copy), &copy)?;
    write_secret(&copy, &password)?;
    folder::give(&copy, launcher.owner())?;
    let made = launcher
        .command(&folder.run(), &binaries.initdb())
        .arg("-D")
        .arg(&unfinished)
        .args([
            "-U",
            ROLE,
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ])
        .args(["--data-checksums", "--no-instructions"])
        .arg("--pwfile")
        .arg(&copy)
        .stdin(Stdio::null())
        .output();
    remove_if_there(fs::remove_file(&copy), &copy)?;
    let made = made.context("cannot start the program that makes the database cluster")?;
    if !made.status.success() {
        bail!(
            "PostgreSQL could not make its cluster in {}: {}",
            unfinished.display(),
            String::from_utf8_lossy(&made.stderr).trim()
        );
    }
    fs::rename(&unfinished, &cluster)
        .with_context(|| format!("cannot rename {} to {}", unfinished.display(), cluster.display()))?;
    File::open(folder.path())?.sync_all()?;
    Ok(())
}

/// The password of the cluster's role.
pub(super) fn password(folder: &Folder) -> Result<String> {
    let file = folder.password_file();
    let text = fs::read_to_string(&file).with_context(|| {
        format!(
            "cannot read the database's password in {}: run this as the user whom the file belongs to, or \
             restore it from a backup",
            file.display()
        )
    })?;
    Ok(text.trim().to_owned())
}

/// A password of an earlier attempt serves as well: whoever moved the cluster away may bring it back.
fn make_password(folder: &Folder) -> Result<String> {
    let file = folder.password_file();
    if let Ok(kept) = password(folder)
        && !kept.is_empty()
    {
        return Ok(kept);
    }
    remove_if_there(fs::remove_file(&file), &file)?;
    let fresh = ground::secret::token();
    write_secret(&file, &fresh)?;
    Ok(fresh)
}

fn write_secret(file: &Path, secret: &str) -> Result<()> {
    let write = || {
        let mut out = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(file)?;
        out.write_all(secret.as_bytes())?;
        out.sync_all()
    };
    write().with_context(|| format!("cannot write {}", file.display()))
}

pub(super) fn remove_if_there(removed: std::io::Result<()>, path: &Path) -> Result<()> {
    match removed {
        Err(cause) if cause.kind() != ErrorKind::NotFound => {
            Err(cause).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}
