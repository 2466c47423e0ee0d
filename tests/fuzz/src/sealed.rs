//! What lies in the store and in the database, should somebody have changed it.

use std::{cell::OnceCell, io};

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use ground::{
    seal::{Envelope, Identity, ObjectKey, Recipient, for_fuzzing as door, open, seal},
    secret::ServerKey,
};
use secrecy::ExposeSecret;
use tokio::runtime::{self, Runtime};

use crate::input::{first, repeated};

/// An object is given back as it was sealed; of one that was changed, nothing but what stood before the change.
///
/// The first bytes say how long it is, where it is changed, and how.
pub fn sealed_object(bytes: &[u8]) {
    thread_local! {
        static AT_HAND: OnceCell<(Runtime, ObjectKey)> = const { OnceCell::new() };
    }
    let ([length, place, more_place, how, step], pattern) = first::<5>(bytes);
    let length = 2 * usize::from(length).pow(2); // mostly one segment, sometimes two
    let clear = repeated(pattern, length);
    let step = usize::from(step).max(1) * 499;
    AT_HAND.with(|at_hand| {
        let (runtime, key) = at_hand.get_or_init(|| {
            let runtime = runtime::Builder::new_current_thread().build();
            (runtime.unwrap(), ObjectKey::mint())
        });
        let pieces: Vec<io::Result<Bytes>> = clear
            .chunks(step)
            .map(|piece| Ok(Bytes::copy_from_slice(piece)))
            .collect();
        let sealed: Vec<Bytes> = runtime
            .block_on(seal(key, stream::iter(pieces)).try_collect())
            .unwrap();
        let mut sealed = sealed.concat();
        assert_eq!(
            runtime.block_on(opened(key, &sealed, step)),
            (clear.clone(), true)
        );
        let place = usize::from(u16::from_le_bytes([place, more_place])) * 4 % sealed.len();
        match how {
            0..=63 => sealed.truncate(place),
            64..=95 => sealed.extend_from_slice(pattern),
            96..=127 => drop(sealed.remove(place)),
            bit => sealed[place] ^= 1 << (bit & 7),
        }
        if (64..=95).contains(&how) && pattern.is_empty() {
            return;
        }
        let (given, whole) = runtime.block_on(opened(key, &sealed, step));
        assert!(!whole, "a change went unnoticed");
        assert!(clear.starts_with(&given));
    });
}

/// What came out, and whether it came to its end.
async fn opened(key: &ObjectKey, sealed: &[u8], step: usize) -> (Vec<u8>, bool) {
    let pieces: Vec<_> = sealed
        .chunks(step)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    let mut given = Vec::new();
    let Ok(mut opened) = open(key, stream::iter(pieces)).await else {
        return (given, false);
    };
    while let Some(piece) = opened.clear.next().await {
        match piece {
            Ok(piece) => given.extend_from_slice(&piece),
            Err(_) => return (given, false),
        }
    }
    (given, true)
}

/// Keys as files hold them, and the clear text of an envelope.
pub fn seal_texts(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(keys) = Identity::parse_all(&text) {
        let secrets: Vec<_> = keys
            .iter()
            .map(|key| key.secret().expose_secret().to_owned())
            .collect();
        assert_eq!(Identity::parse_all(&secrets.join("\n")), Ok(keys));
    }
    if let Ok(key) = text.parse::<Recipient>() {
        assert_eq!(key.to_string().parse::<Recipient>(), Ok(key));
    }
    if let Ok(key) = ServerKey::parse(&text) {
        assert_eq!(
            ServerKey::parse(text.trim()).unwrap().derive("a", b""),
            key.derive("a", b"")
        );
    }
    let keys = [Identity::generate()];
    assert!(Envelope::unwrap(&text, &keys).is_err());
    if let Some(envelope) = door::envelope(&text) {
        let wrapped = envelope.wrap(&[keys[0].recipient()]).unwrap();
        assert_eq!(Envelope::unwrap(&wrapped, &keys), Ok(envelope));
    }
}
