//! Content Credentials: what signers say about a file (C2PA 2.x), and whether it still is what they signed.
//!
//! It is the original that is looked at, in the child process, before anything is re-encoded. Nothing is fetched: a
//! manifest that is kept elsewhere stays there, nobody is asked about a certificate, and the crate is built without any
//! HTTP client, in a process that cannot make a socket. Whose certificates to trust is an editor's question: the signer
//! is named, and "valid" says only that the file is as it was when that one signed it.

use std::io::{Read, Seek, SeekFrom};

use c2pa::{Context, Error, Manifest, Reader, ValidationState, validation_status::ValidationStatus};
use serde::{Deserialize, Serialize};

use crate::facts::{Edit, clean, parse_moment};

/// Most of anything that is listed.
const MOST: usize = 100;

/// Nothing is asked of anybody.
const SETTINGS: &str = r#"{"verify": {"remote_manifest_fetch": false, "ocsp_fetch": false}}"#;

/// What became of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// There is none.
    None,
    /// The file is as it was signed.
    Valid,
    /// The file or its manifest is not as it was signed; the reasons say how.
    Tampered,
    /// The signature does not count for another reason: a certificate that had ended, a rule that was broken.
    Invalid,
    /// There is a manifest that cannot be read.
    Malformed,
    /// The manifest is kept elsewhere. It was not fetched.
    RemoteNotFetched,
}

/// Who signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// Whose certificate it is, in that certificate's words.
    pub name: Option<String>,
    /// The organisation that it names.
    pub issuer: Option<String>,
    /// When, as a time-stamping authority confirmed (RFC 3339).
    pub signed_at: Option<String>,
}

/// What the Content Credentials of a file say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// What became of the signature.
    pub verdict: Verdict,
    /// Why, in C2PA's codes ("assertion.dataHash.mismatch").
    pub reasons: Vec<String>,
    /// The same about what the file was made from, as its last signer found it.
    pub ingredient_reasons: Vec<String>,
    /// Who signed last.
    pub signer: Option<Signer>,
    /// The programs that wrote the manifests, the last first.
    pub made_with: Vec<String>,
    /// What was done, by the last signer first.
    pub actions: Vec<Edit>,
    /// How it came to be, in the IPTC's words ("trainedAlgorithmicMedia").
    pub digital_sources: Vec<String>,
    /// Where the manifest is that was not fetched.
    pub remote: Option<String>,
}

impl Credentials {
    fn of(verdict: Verdict) -> Self {
        Self {
            verdict,
            reasons: Vec::new(),
            ingredient_reasons: Vec::new(),
            signer: None,
            made_with: Vec::new(),
            actions: Vec::new(),
            digital_sources: Vec::new(),
            remote: None,
        }
    }

    /// Whether a child's answer keeps to the bounds that [`read`] keeps: one that was taken over may say anything.
    pub(crate) fn is_sound(&self) -> bool {
        let signer = self
            .signer
            .iter()
            .flat_map(|signer| [&signer.name, &signer.issuer, &signer.signed_at].map(Option::as_ref));
        let actions = self
            .actions
            .iter()
            .flat_map(|edit| [&edit.action, &edit.software].map(Option::as_ref));
        let lists = [
            &self.reasons,
            &self.ingredient_reasons,
            &self.made_with,
            &self.digital_sources,
        ];
        lists.iter().all(|list| list.len() <= MOST)
            && self.actions.len() <= MOST
            && signer
                .chain(actions)
                .flatten()
                .chain(lists.into_iter().flatten())
                .chain(&self.remote)
                .all(|text| clean(text).as_deref() == Some(text))
    }
}

/// Reads and verifies the Content Credentials of a file.
///
/// # Errors
/// When the file cannot be read at all.
pub(crate) fn read(mut file: impl Read + Seek + Send) -> anyhow::Result<Credentials> {
    let mut head = [0; 12];
    let known = file.read_exact(&mut head).is_ok() && is_ours(&head);
    if !known {
        return Ok(Credentials::of(Verdict::None));
    }
    file.seek(SeekFrom::Start(0))?;
    let context = Context::new().with_settings(SETTINGS)?;
    Ok(match Reader::from_context(context).with_stream("", file) {
        Ok(reader) => told(&reader),
        Err(error) => refused(&error),
    })
}

/// The kinds of files that are taken here; the crate knows more of them.
fn is_ours(head: &[u8; 12]) -> bool {
    head.starts_with(b"\xFF\xD8\xFF")
        || head.starts_with(b"\x89PNG")
        || head.starts_with(b"RIFF")
        || head.starts_with(b"ID3")
        || head.get(4..8) == Some(b"ftyp")
}

fn refused(error: &Error) -> Credentials {
    match error {
        Error::JumbfNotFound | Error::UnsupportedType | Error::ProvenanceMissing => {
            Credentials::of(Verdict::None)
        }
        Error::RemoteManifestUrl(address) | Error::RemoteManifestFetch(address) => Credentials {
            remote: clean(address),
            ..Credentials::of(Verdict::RemoteNotFetched)
        },
        _ => Credentials::of(Verdict::Malformed),
    }
}

fn told(reader: &Reader) -> Credentials {
    let reasons = codes(reader.validation_status().unwrap_or_default());
    let verdict = match (reader.validation_state(), reader.active_manifest()) {
        (_, None) => Verdict::Malformed,
        (ValidationState::Valid | ValidationState::Trusted, _) => Verdict::Valid,
        _ if reasons.iter().any(|code| is_change(code)) => Verdict::Tampered,
        _ => Verdict::Invalid,
    };
    let mut told = Credentials::of(verdict);
    told.reasons = reasons;
    let active = reader.active_label().unwrap_or_default();
    let mut manifests: Vec<(&String, &Manifest)> = reader.manifests().iter().collect();
    // The last one first; the others in an order that is the same next time.
    manifests.sort_by_key(|(label, _)| (*label != active, *label));
    for (_, manifest) in manifests.into_iter().take(MOST) {
        told.add(manifest);
    }
    if let Some(info) = reader.active_manifest().and_then(Manifest::signature_info) {
        told.signer = Some(Signer {
            name: info.common_name.as_deref().and_then(clean),
            issuer: info.issuer.as_deref().and_then(clean),
            signed_at: info.time.as_deref().and_then(clean),
        });
    }
    told
}

/// Whether a code says that something is not what was signed (C2PA 2.1, 15.2.2).
fn is_change(code: &str) -> bool {
    (code.ends_with(".mismatch") || code == "assertion.missing") && !code.starts_with("timeStamp.")
}

/// The codes of what failed, each once. That nobody here vouches for the signer is no failure.
fn codes(status: &[ValidationStatus]) -> Vec<String> {
    let mut codes = Vec::new();
    for one in status {
        let Some(code) = clean(one.code()) else { continue };
        if code != c2pa::validation_status::SIGNING_CREDENTIAL_UNTRUSTED && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.truncate(MOST);
    codes
}

impl Credentials {
    fn add(&mut self, manifest: &Manifest) {
        push(&mut self.made_with, manifest.claim_generator());
        for info in manifest.claim_generator_info.iter().flatten() {
            push(&mut self.made_with, Some(&info.name));
        }
        for ingredient in manifest.ingredients() {
            for code in codes(ingredient.validation_status().unwrap_or_default()) {
                push(&mut self.ingredient_reasons, Some(&code));
            }
        }
        for assertion in manifest.assertions() {
            if !assertion.label().starts_with("c2pa.actions") {
                continue;
            }
            let Ok(value) = assertion.value() else { continue };
            let actions = value.get("actions").and_then(|actions| actions.as_array());
            for action in actions.into_iter().flatten() {
                self.add_action(action);
            }
        }
    }

    fn add_action(&mut self, action: &serde_json::Value) {
        let text = |name: &str| action.get(name).and_then(|value| value.as_str());
        let agent = action.get("softwareAgent");
        let software = agent.and_then(|agent| agent.as_str().or_else(|| agent.get("name")?.as_str()));
        let edit = Edit {
            action: text("action").and_then(clean),
            software: software.and_then(clean),
            at: text("when").and_then(parse_moment),
        };
        if self.actions.len() < MOST && edit != Edit::default() {
            self.actions.push(edit);
        }
        let source = text("digitalSourceType").and_then(|address| address.trim().rsplit('/').next());
        push(&mut self.digital_sources, source);
    }
}

/// Puts a text to a list, unless it is there or the list is full.
fn push(list: &mut Vec<String>, text: Option<&str>) {
    if let Some(text) = text.and_then(clean)
        && list.len() < MOST
        && !list.contains(&text)
    {
        list.push(text);
    }
}
