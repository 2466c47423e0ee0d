//! Which `PostgreSQL` programs run the cluster: a data folder belongs to one major version.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// Overrides the search.
const PLACE_VARIABLE: &str = "PG_BIN_DIR";
/// Where Debian keeps one folder for each major version.
const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";
/// The oldest version our migrations are made for.
const OLDEST: u32 = 15;

/// One installed `PostgreSQL` server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries {
    folder: PathBuf,
    major: u32,
    /// As the server tells it, such as `15.18`.
    pub(super) version: String,
}

impl Binaries {
    pub(super) fn server(&self) -> PathBuf {
        self.folder.join("postgres")
    }

    pub(super) fn initdb(&self) -> PathBuf {
        self.folder.join("initdb")
    }

    /// Asks the server program in `folder` for its version. `None` when there is no such program.
    fn in_folder(folder: &Path) -> Option<Self> {
        // Without links: `initdb` lies beside the program itself, not beside a link to it.
        let server = folder.join("postgres").canonicalize().ok()?;
        let said = Command::new(&server)
            .arg("--version")
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .ok()?;
        let (major, version) = version(&String::from_utf8_lossy(&said.stdout))?;
        Some(Self {
            folder: server.parent()?.to_path_buf(),
            major,
            version,
        })
    }
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, and `18beta1` in that place.
fn version(said: &str) -> Option<(u32, String)> {
    let version = said.split_once("(PostgreSQL)")?.1.split_whitespace().next()?;
    let digits = version
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(version.len());
    Some((version.get(..digits)?.parse().ok()?, version.to_owned()))
}

/// The programs for a cluster made by version `made_by`, or for a new one.
pub(super) fn find(made_by: Option<u32>) -> Result<Binaries> {
    if let Some(place) = std::env::var_os(PLACE_VARIABLE).map(PathBuf::from) {
        let chosen = Binaries::in_folder(&place).with_context(|| {
            format!(
                "{PLACE_VARIABLE} is {}, but there is no working program postgres in it: correct it or remove it",
                place.display()
            )
        })?;
        return choose(&[chosen], made_by)
            .with_context(|| format!("{PLACE_VARIABLE} is {}", place.display()));
    }
    let mut found = Vec::new();
    for place in places() {
        if let Some(binaries) = Binaries::in_folder(&place)
            && !found.contains(&binaries)
        {
            found.push(binaries);
        }
    }
    choose(&found, made_by)
}

fn places() -> Vec<PathBuf> {
    let debian = std::fs::read_dir(DEBIAN_FOLDER).into_iter().flatten().flatten();
    let mut places: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    places.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    // The server is started in another folder, where a relative entry would mean something else.
    places.retain(|place| place.is_absolute());
    places
}

/// The same major for an existing cluster; the newest, with an `initdb`, for a new one.
fn choose(found: &[Binaries], made_by: Option<u32>) -> Result<Binaries> {
    let wanted = |binaries: &&Binaries| match made_by {
        Some(major) => binaries.major == major,
        None => binaries.major >= OLDEST && binaries.initdb().exists(),
    };
    // Of equals the first: the system's own before whatever PATH holds.
    let best = found
        .iter()
        .rev()
        .filter(wanted)
        .max_by_key(|binaries| binaries.major);
    if let Some(best) = best {
        return Ok(best.clone());
    }
    let mut have = String::new();
    for binaries in found {
        let _ = write!(
            have,
            " There is {} in {}.",
            binaries.version,
            binaries.folder.display()
        );
    }
    match (made_by, found.is_empty()) {
        (Some(major), _) => bail!(
            "the data folder was made by PostgreSQL {major}, but the server programs of PostgreSQL {major} were \
             not found: install them (Debian: apt-get install postgresql-{major}), or name their folder in \
             {PLACE_VARIABLE}; to move to another version, dump the database with {major} and restore it.{have}"
        ),
        (None, true) => bail!(
            "no PostgreSQL server programs were found: install them (Debian: apt-get install postgresql), name \
             their folder in {PLACE_VARIABLE}, or set DATABASE_URL"
        ),
        (None, false) => bail!(
            "no PostgreSQL server of version {OLDEST} or newer with its program initdb was found: install one \
             (Debian: apt-get install postgresql), name its folder in {PLACE_VARIABLE}, or set \
             DATABASE_URL.{have}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn installed(major: u32) -> (tempfile::TempDir, Binaries) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("initdb"), "").unwrap();
        let binaries = Binaries {
            folder: folder.path().into(),
            major,
            version: format!("{major}.1"),
        };
        (folder, binaries)
    }

    #[test]
    fn the_version_is_read_as_servers_tell_it() {
        let debian = version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n");
        assert_eq!(debian, Some((15, "15.18".into())));
        assert_eq!(
            version("postgres (PostgreSQL) 18beta4\n"),
            Some((18, "18beta4".into()))
        );
        assert_eq!(version("sh: not found"), None);
    }

    #[test]
    fn a_cluster_is_run_by_the_version_that_made_it() {
        let (_keep, fifteen) = installed(15);
        let (_keep_too, seventeen) = installed(17);
        let found = [seventeen, fifteen.clone()];
        assert_eq!(choose(&found, Some(15)).unwrap(), fifteen);
    }

    #[test]
    fn a_new_cluster_gets_the_newest_version_that_can_make_one() {
        let (_a, fifteen) = installed(15);
        let (_b, seventeen) = installed(17);
        let (gone, eighteen) = installed(18);
        gone.close().unwrap();
        assert_eq!(
            choose(&[fifteen, seventeen.clone(), eighteen], None).unwrap(),
            seventeen
        );
    }

    #[test]
    fn missing_programs_are_named_with_the_remedy() {
        let (_keep, seventeen) = installed(17);
        let other = choose(&[seventeen], Some(15)).unwrap_err().to_string();
        assert!(
            other.contains("postgresql-15") && other.contains("There is 17.1"),
            "{other}"
        );
        let none = choose(&[], None).unwrap_err().to_string();
        assert!(
            none.contains("apt-get install postgresql") && none.contains("DATABASE_URL"),
            "{none}"
        );
        let (_old, fourteen) = installed(14);
        let old = choose(&[fourteen], None).unwrap_err().to_string();
        assert!(
            old.contains("15 or newer") && old.contains("There is 14.1"),
            "{old}"
        );
    }
}
