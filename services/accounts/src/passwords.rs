//! Hashing passwords: slow on purpose, never more than two at a time, and the same for accounts that are none.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, anyhow};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{Error as HashError, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use ground::Failure;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Hashes in flight: 2 × 64 MiB is what signing in may take of the machine's memory.
const SLOTS: usize = 2;
/// After so long in the queue, the machine is too busy to be worth waiting for.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// Who would be further behind in the queue is told at once to come again: a place that is not reached in time helps
/// nobody.
const LONGEST_QUEUE: usize = 32;
/// After so many seconds.
const COME_AGAIN: u32 = 5;
/// The longest password, in characters.
pub(crate) const MOST: i64 = 1024;
/// What is promised: 64 MiB, 3 passes, 1 lane.
const PROMISED: Params = cost(64 * 1024, 3);

/// Hashes and compares passwords with argon2id (RFC 9106).
#[derive(Clone)]
pub struct Passwords(Arc<Inner>);

struct Inner {
    params: Params,
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
    hashing: AtomicUsize,
    peak: AtomicUsize,
    decoy: String,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl Passwords {
    /// With the promised cost: 64 MiB, 3 passes, 1 lane.
    pub fn new() -> Self {
        Self::with_cost(PROMISED)
    }

    /// With the least cost there is. For tests only: such hashes protect nothing.
    pub fn for_tests() -> Self {
        Self::with_cost(const { cost(Params::MIN_M_COST, 1) })
    }

    pub(crate) fn with_cost(params: Params) -> Self {
        // Of the same cost as a real hash, so that comparing with it takes the same time.
        let decoy = format!(
            "$argon2id$v=19$m={},t={},p={}${}${}",
            params.m_cost(),
            params.t_cost(),
            params.p_cost(),
            "A".repeat(22),
            "A".repeat(43)
        );
        let (waiting, hashing, peak) = Default::default();
        Self(Arc::new(Inner {
            params,
            slots: Arc::new(Semaphore::new(SLOTS)),
            waiting,
            hashing,
            peak,
            decoy,
        }))
    }

    /// The most hashes that were ever in flight at once.
    pub fn peak(&self) -> usize {
        self.0.peak.load(Ordering::SeqCst)
    }

    /// A fresh hash with a random salt, in PHC form.
    pub(crate) async fn hash(&self, password: &SecretString) -> Result<String, Failure> {
        let password = normal(password);
        self.run(move |inner| inner.hash(&password)).await
    }

    /// Whether the password is the one behind `hash`. Without a hash (there is no such account) it is wrong
    /// after the same work.
    pub(crate) async fn is_right(
        &self,
        password: &SecretString,
        hash: Option<&str>,
    ) -> Result<bool, Failure> {
        let password = normal(password);
        let known = hash.is_some() && length(&password) <= MOST;
        let hash = hash.unwrap_or(&self.0.decoy).to_owned();
        let same = self.run(move |inner| inner.is_same(&password, &hash)).await?;
        Ok(known && same)
    }

    /// Whether a stored hash was made with another cost than today's.
    pub(crate) fn is_outdated(&self, hash: &str) -> bool {
        let promised = &self.0.params;
        let Ok(hash) = PasswordHash::new(hash) else {
            return true;
        };
        let Ok(params) = Params::try_from(&hash) else {
            return true;
        };
        hash.algorithm != argon2::ARGON2ID_IDENT
            || hash.version != Some(Version::V0x13.into())
            || (params.m_cost(), params.t_cost(), params.p_cost())
                != (promised.m_cost(), promised.t_cost(), promised.p_cost())
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let place = Place::take(&self.0).ok_or(Failure::TooMany(COME_AGAIN))?;
        let slot = tokio::time::timeout(LONGEST_WAIT, Arc::clone(&self.0.slots).acquire_owned())
            .await
            .map_err(|_| Failure::Unavailable(anyhow!("too many passwords wait to be hashed")))?
            .map_err(anyhow::Error::from)?;
        drop(place);
        let inner = Arc::clone(&self.0);
        let work = move || {
            // Held by the work, not by the request: a person who goes away leaves the memory in use.
            let _slot = slot;
            let _counted = Counted::new(&inner);
            work(&inner)
        };
        let done = tokio::task::spawn_blocking(work)
            .await
            .context("hashing a password broke off")?;
        Ok(done?)
    }
}

impl Inner {
    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    fn hash(&self, password: &SecretString) -> anyhow::Result<String> {
        let password = password.expose_secret().as_bytes();
        let hash: PasswordHash = self
            .argon2()
            .hash_password(password)
            .map_err(|error| anyhow!("{error}"))?;
        Ok(hash.to_string())
    }

    fn is_same(&self, password: &SecretString, hash: &str) -> anyhow::Result<bool> {
        let hash = PasswordHash::new(hash).map_err(|error| anyhow!("a stored hash is broken: {error}"))?;
        match self
            .argon2()
            .verify_password(password.expose_secret().as_bytes(), &hash)
        {
            Ok(()) => Ok(true),
            Err(HashError::PasswordInvalid) => Ok(false),
            Err(error) => Err(anyhow!("a stored hash cannot be compared: {error}")),
        }
    }
}

/// A place in the queue.
struct Place<'a>(&'a Inner);

impl<'a> Place<'a> {
    /// None when the queue is as long as makes sense.
    fn take(inner: &'a Inner) -> Option<Self> {
        // Given back by dropping it, also when there was none.
        let ahead = inner.waiting.fetch_add(1, Ordering::SeqCst);
        let place = Self(inner);
        (ahead < LONGEST_QUEUE).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

struct Counted<'a>(&'a Inner);

impl<'a> Counted<'a> {
    fn new(inner: &'a Inner) -> Self {
        let now = inner.hashing.fetch_add(1, Ordering::SeqCst) + 1;
        inner.peak.fetch_max(now, Ordering::SeqCst);
        Self(inner)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.hashing.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The same password, however a keyboard composes its letters (NFC, UAX 15).
pub(crate) fn normal(password: &SecretString) -> SecretString {
    password.expose_secret().nfc().collect::<String>().into()
}

/// Characters of a normal password.
pub(crate) fn length(password: &SecretString) -> i64 {
    i64::try_from(password.expose_secret().chars().count()).unwrap_or(i64::MAX)
}

/// Memory in KiB and passes, over one lane. Numbers that argon2 does not take do not compile.
pub(crate) const fn cost(kibibytes: u32, passes: u32) -> Params {
    match Params::new(kibibytes, passes, 1, None) {
        Ok(params) => params,
        Err(_) => panic!("argon2 does not take these numbers"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_cost_is_as_promised_and_written_in_the_hash() {
        let hash = Passwords::new()
            .hash(&"a grey horse in the rain".into())
            .await
            .unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{hash}");
    }

    #[tokio::test]
    async fn a_hash_of_the_reference_implementation_is_understood() {
        // From the test vectors of phc-winner-argon2 (src/test.c).
        let hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        let passwords = Passwords::for_tests();
        assert!(passwords.is_right(&"password".into(), Some(hash)).await.unwrap());
        assert!(!passwords.is_right(&"passwort".into(), Some(hash)).await.unwrap());
        assert!(passwords.is_outdated(hash));
    }

    #[tokio::test]
    async fn two_hashes_of_one_password_differ_and_both_are_right() {
        let passwords = Passwords::for_tests();
        let (one, other) = (
            passwords.hash(&"same same".into()).await.unwrap(),
            passwords.hash(&"same same".into()).await.unwrap(),
        );
        assert_ne!(one, other);
        for hash in [&one, &other] {
            assert!(passwords.is_right(&"same same".into(), Some(hash)).await.unwrap());
            assert!(!passwords.is_outdated(hash));
        }
    }

    #[tokio::test]
    async fn who_would_wait_too_long_is_told_at_once_and_the_others_are_served() {
        let passwords = Passwords::for_tests();
        let all_slots = Arc::clone(&passwords.0.slots)
            .acquire_many_owned(2)
            .await
            .unwrap();
        let many = |count: usize| {
            let passwords = passwords.clone();
            (0..count).map(move |_| {
                let passwords = passwords.clone();
                tokio::spawn(async move { passwords.hash(&"same same".into()).await })
            })
        };
        let waiting: Vec<_> = many(LONGEST_QUEUE).collect();
        while passwords.0.waiting.load(Ordering::SeqCst) < LONGEST_QUEUE {
            tokio::task::yield_now().await;
        }
        for refused in many(3) {
            assert!(matches!(
                refused.await.unwrap(),
                Err(Failure::TooMany(COME_AGAIN))
            ));
        }
        drop(all_slots);
        for served in waiting {
            assert!(served.await.unwrap().is_ok());
        }
        assert!(
            passwords.hash(&"same same".into()).await.is_ok(),
            "and the queue is empty again"
        );
    }

    #[tokio::test]
    async fn composed_and_decomposed_letters_are_one_password() {
        let passwords = Passwords::for_tests();
        let hash = passwords.hash(&"gul\u{ea} sor u spî".into()).await.unwrap();
        assert!(
            passwords
                .is_right(&"gule\u{302} sor u spî".into(), Some(&hash))
                .await
                .unwrap()
        );
    }

    #[tokio::test]
    async fn nobody_has_the_password_of_the_decoy_and_a_broken_hash_is_our_fault() {
        let passwords = Passwords::for_tests();
        assert!(!passwords.is_right(&"anything".into(), None).await.unwrap());
        assert!(!passwords.is_outdated(&passwords.0.decoy));
        let broken = passwords.is_right(&"anything".into(), Some("not a hash")).await;
        assert!(matches!(broken, Err(Failure::Internal(_))));
    }

    #[tokio::test]
    async fn a_password_longer_than_any_account_has_is_wrong() {
        let passwords = Passwords::for_tests();
        let long = SecretString::from("a".repeat(1025));
        let hash = passwords.hash(&long).await.unwrap();
        assert!(!passwords.is_right(&long, Some(&hash)).await.unwrap());
    }
}
