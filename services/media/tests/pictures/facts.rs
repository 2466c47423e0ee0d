//! What files tell about themselves, by real children: against the corpus's manifest, whose ground truth was made with
//! other programs, and against exiftool.

use std::{collections::BTreeMap, path::Path, process::Command};

use media::{
    Credentials, Facts,
    credentials::Verdict,
    decoder::{DecodeError, Decoder},
    facts::{What, distance},
    picture::{Limits, Reason},
};

use crate::{
    corpus::{Row, corpus},
    support::{decoder, is_empty, scripted, write},
};

/// How far a place may be from the manifest's, which has five digits, in kilometres.
const KM: f64 = 0.002;

pub(crate) async fn every_file_tells_what_the_manifest_says() {
    let Some((folder, rows)) = corpus() else { return };
    let (decoder, scratch) = decoder(Limits::default());
    let (mut wrong, mut compared) = (Vec::new(), BTreeMap::<&str, usize>::new());
    for row in &rows {
        let path = folder.join(&row.file);
        let facts = match decoder.facts(&path).await {
            Ok(facts) => facts,
            Err(error) => {
                wrong.push(format!("{}: {error}", row.file));
                continue;
            }
        };
        for (kind, fault) in judge(row, &facts) {
            *compared.entry(kind).or_default() += 1;
            wrong.extend(fault.map(|fault| format!("{}: {kind} {fault}", row.file)));
        }
        if decoder.facts(&path).await.ok() != Some(facts) {
            wrong.push(format!("{}: it tells something else the second time", row.file));
        }
    }
    println!("{compared:?}");
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    assert!(compared["place"] >= 26 && compared["device"] >= 24 && compared["time"] >= 30);
    assert!(is_empty(scratch.path()), "a folder stayed behind");
}

/// What was compared, and how it differs.
fn judge(row: &Row, facts: &Facts) -> Vec<(&'static str, Option<String>)> {
    let mut judged = Vec::new();
    if let Some([latitude, longitude]) = row.gps {
        let claimed = media::facts::Point::new(latitude, longitude).unwrap();
        let near = facts.places().any(|place| distance(claimed, place).km < KM);
        let told = || format!("{:?}", facts.places().collect::<Vec<_>>());
        judged.push(("place", (!near).then(told)));
        let named = facts
            .list()
            .iter()
            .any(|fact| matches!(fact.what, What::NearestPlace(_)));
        judged.push(("nearest", (!named).then(String::new)));
    }
    if let Some(device) = &row.device {
        let told = facts.list().iter().any(|fact| match &fact.what {
            What::Device(told) => told.name() == *device,
            _ => false,
        });
        judged.push(("device", (!told).then(|| device.clone())));
    }
    let whole = serde_json::to_string(facts).unwrap();
    for secret in row.secret_strings.iter().filter(|secret| is_time(secret)) {
        // EXIF writes "2020:05:04 18:39:11".
        let (date, clock) = secret.split_at(10);
        let moment = format!("{}{}", date.replace(':', "-"), clock.replace(' ', "T"));
        let told = whole.contains(&moment) || whole.contains(secret);
        judged.push(("time", (!told).then(|| secret.clone())));
    }
    judged
}

fn is_time(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let form = text
        .bytes()
        .all(|letter| letter.is_ascii_digit() || letter == b':' || letter == b' ');
    form && matches!((text.len(), digits), (19, 14) | (10, 8))
}

/// Fields of exiftool, and the source that tells the same here.
const FIELDS: [(&str, &str); 14] = [
    ("IFD0:Software", "exif:Software"),
    ("IFD0:ModifyDate", "exif:ModifyDate"),
    ("IFD0:Artist", "exif:Artist"),
    ("ExifIFD:DateTimeOriginal", "exif:DateTimeOriginal"),
    ("ExifIFD:CreateDate", "exif:CreateDate"),
    ("ExifIFD:LensModel", "exif:LensModel"),
    ("ExifIFD:SerialNumber", "exif:SerialNumber"),
    ("XMP-xmp:CreatorTool", "xmp:CreatorTool"),
    ("QuickTime:CreateDate", "quicktime:CreateDate"),
    ("Keys:Software", "quicktime:com.apple.quicktime.software"),
    ("Info:MuxingApp", "matroska:MuxingApp"),
    ("Info:WritingApp", "matroska:WritingApp"),
    ("Info:DateTimeOriginal", "matroska:DateUTC"),
    ("IPTC:By-line", "iptc:By-line"),
];

pub(crate) async fn exiftool_reads_the_same() {
    let Some((folder, rows)) = corpus() else { return };
    if Command::new("exiftool").arg("-ver").output().is_err() {
        println!("skipped: exiftool is not here");
        return;
    }
    let (decoder, _scratch) = decoder(Limits::default());
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for row in rows.iter().filter(|row| row.expect == "accept") {
        let theirs = exiftool(&folder.join(&row.file));
        let facts = decoder.facts(&folder.join(&row.file)).await.unwrap();
        for (field, source) in FIELDS {
            let Some(text) = theirs.get(field).and_then(|value| value.as_str()) else {
                continue;
            };
            // Times that nobody set, and text that is nothing.
            if text.trim().is_empty() || text.starts_with("0000:") {
                continue;
            }
            compared += 1;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !told(&facts, source).contains(&text) {
                wrong.push(format!(
                    "{}: {field} {text:?}, not {:?}",
                    row.file,
                    told(&facts, source)
                ));
            }
        }
    }
    println!("{compared} fields compared");
    assert!(
        wrong.is_empty(),
        "{} of {compared}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(compared > 100);
}

fn exiftool(path: &Path) -> serde_json::Map<String, serde_json::Value> {
    let output = Command::new("exiftool")
        .args(["-json", "-G1", "-a"])
        .arg(path)
        .output()
        .unwrap();
    let all: Vec<serde_json::Map<_, _>> = serde_json::from_slice(&output.stdout).unwrap();
    all.into_iter().next().unwrap()
}

/// What a source tells, as exiftool writes it.
fn told(facts: &Facts, source: &str) -> Vec<String> {
    let found = facts.list().iter().filter(|fact| fact.source == source);
    found
        .filter_map(|fact| match &fact.what {
            What::CapturedAt(moment) | What::ChangedAt(moment) => {
                Some(moment.local.format("%Y:%m:%d %H:%M:%S").to_string())
            }
            What::Software(text) | What::Other(text) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

/// What the corpus says of each file with Content Credentials, in its own words.
fn expected_verdict(what: &str) -> Option<(Verdict, &'static [&'static str])> {
    Some(match what {
        "valid claim"
        | "valid claim + action"
        | "two claims"
        | "box-hash binding"
        | "signed MP4"
        | "CAWG identity assertion (names a person!)" => (Verdict::Valid, &[]),
        // The last signer is right that what it was made from was not.
        "ingredient with bad signature" => (Verdict::Valid, &["claimSignature.mismatch"]),
        "bad signature: must show INVALID" => (Verdict::Tampered, &["claimSignature.mismatch"]),
        "asset altered after signing: INVALID hash" => (Verdict::Tampered, &["assertion.dataHash.mismatch"]),
        "malformed CBOR in manifest: must not crash the reader" | "manifest without alg" => {
            (Verdict::Malformed, &[])
        }
        "no manifest" | "unsigned camera photo" | "SVG (not accepted)" => (Verdict::None, &[]),
        _ if what.starts_with("remote manifest URL") => (Verdict::RemoteNotFetched, &[]),
        _ => return None,
    })
}

pub(crate) async fn content_credentials_get_the_verdict_of_the_manifest() {
    let Some((folder, rows)) = corpus() else { return };
    let (decoder, scratch) = decoder(Limits::default());
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for row in &rows {
        let path = folder.join(&row.file);
        let found = match decoder.credentials(&path).await {
            Ok(found) => found,
            // A hostile file may end its reader, and has no verdict then.
            Err(DecodeError::Refused(_)) if row.cls.starts_with("b-hostile") => continue,
            Err(error) => {
                wrong.push(format!("{}: {error}", row.file));
                continue;
            }
        };
        if row.cls != "c-c2pa" {
            if found.verdict == Verdict::Valid {
                wrong.push(format!("{}: {found:?}", row.file));
            }
            continue;
        }
        judged += 1;
        let (verdict, reasons) = expected_verdict(&row.what).unwrap();
        let reasons_fit = reasons.iter().all(|reason| {
            found
                .reasons
                .iter()
                .chain(&found.ingredient_reasons)
                .any(|code| code == reason)
        });
        if found.verdict != verdict || !reasons_fit || !tells_its_signer(&found) {
            wrong.push(format!("{} ({}): {found:?}", row.file, row.what));
        }
        if decoder.credentials(&path).await.ok() != Some(found) {
            wrong.push(format!("{}: another verdict the second time", row.file));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(judged, 16);
    assert!(is_empty(scratch.path()), "a folder stayed behind");
}

/// Whoever signed is named; what is kept elsewhere has an address; nothing else has either.
fn tells_its_signer(found: &Credentials) -> bool {
    let signed = found
        .signer
        .as_ref()
        .is_some_and(|signer| signer.name.is_some() && signer.issuer.is_some());
    match found.verdict {
        Verdict::Valid | Verdict::Tampered | Verdict::Invalid => signed && !found.actions.is_empty(),
        Verdict::RemoteNotFetched => found.remote.is_some() && !signed,
        Verdict::None | Verdict::Malformed => found.remote.is_none(),
    }
}

pub(crate) async fn nobody_is_asked_for_a_manifest_that_is_kept_elsewhere() {
    let Some((folder, rows)) = corpus() else { return };
    let strace = Path::new("/usr/bin/strace");
    if !strace.exists() {
        println!("skipped: strace is not here");
        return;
    }
    let watched = tempfile::tempdir().unwrap();
    let (trace, program) = (watched.path().join("trace"), std::env::current_exe().unwrap());
    let script = format!(
        "exec {} -f -qq -A -e trace=execve,socket,connect,sendto,sendmsg -o {} {} \"$@\"",
        strace.display(),
        trace.display(),
        program.display(),
    );
    let (decoder, _scratch) = scripted(watched.path(), &script, Limits::default(), 320);
    let mut remote = 0;
    for row in rows.iter().filter(|row| row.cls == "c-c2pa") {
        let found = decoder.credentials(&folder.join(&row.file)).await.unwrap();
        remote += usize::from(found.verdict == Verdict::RemoteNotFetched);
    }
    assert_eq!(remote, 2);
    let calls = std::fs::read_to_string(&trace).unwrap();
    assert_eq!(calls.matches("execve(").count(), 16, "not all were watched");
    let asked: Vec<&str> = calls.lines().filter(|call| !call.contains("execve(")).collect();
    assert!(asked.is_empty(), "{asked:?}");
}

pub(crate) async fn what_a_reader_says_and_how_it_ends_is_judged() {
    let folder = tempfile::tempdir().unwrap();
    let input = write(folder.path(), b"anything");
    for (script, expected) in [
        (r#"echo '{"list": [], "cut": false}'"#, None),
        ("echo nonsense", Some(Reason::Broken)),
        (
            r#"echo '{"list": [{"source": "x", "kind": "other", "value": "a\u0000"}], "cut": false}'"#,
            Some(Reason::Broken),
        ),
        ("exit 101", Some(Reason::Broken)),
        ("/usr/bin/yes | /usr/bin/head -c 600000", Some(Reason::Broken)),
        ("kill -ABRT $$", Some(Reason::TooHeavy)),
    ] {
        let (decoder, _scratch) = scripted(folder.path(), script, Limits::default(), 320);
        match (facts_of(&decoder, &input).await, expected) {
            (Ok(()), None) => {}
            (Err(DecodeError::Refused(reason)), Some(expected)) => assert_eq!(reason, expected, "{script}"),
            (found, _) => panic!("{script}: {found:?}"),
        }
    }
    let (decoder, _scratch) = scripted(folder.path(), "exit 75", Limits::default(), 320);
    let ended = facts_of(&decoder, &input).await;
    assert!(matches!(ended, Err(DecodeError::Infrastructure(_))), "{ended:?}");
}

async fn facts_of(decoder: &Decoder, input: &Path) -> Result<(), DecodeError> {
    decoder.facts(input).await.map(|_| ())
}
