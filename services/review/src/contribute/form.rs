//! What a contribution must be, and the form as it is shown again when it is not.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, SubmissionId},
    lang::Lang,
    mail::Mail,
    msg,
    viewer::{SignedIn, Viewer},
    web::{Problems, Puzzle},
};
use uploads::{Fields, FormLimits, Held, Token};

use super::{
    files::{Already, Files, count},
    text,
};
use crate::{store::intake::NewRow, submission::Consent};

/// Of the title, in characters as people count them.
pub(super) const TITLE_MAX: usize = 200;
/// Of the story, in code points.
pub(super) const BODY_MAX: usize = 50_000;
const NAME_MAX: usize = 40;
const PLACE_MAX: usize = 200;
/// Of an address (RFC 5321 §4.5.3.1.3).
const EMAIL_MAX: usize = 254;

/// With an account, or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SendsAs {
    Account,
    /// Nothing connects it with an account. So it is where nobody is signed in.
    Guest,
}

impl SendsAs {
    fn of(viewer: &Viewer, wants_account: bool) -> Self {
        match &viewer.0 {
            Some(_) if wants_account => Self::Account,
            _ => Self::Guest,
        }
    }

    /// As in the form.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Guest => "guest",
        }
    }
}

/// The form: what was typed, what is here of the files, and what is wrong.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(super) struct FormState {
    pub(super) submission_id: SubmissionId,
    pub(super) form_key: String,
    /// Who is signed in: by their session, never by a field.
    pub(super) viewer: Viewer,
    pub(super) sends_as: SendsAs,
    /// The form was shown to someone else than who sends it now.
    pub(super) changed_hands: bool,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) place: String,
    pub(super) happened_at: String,
    pub(super) language: Lang,
    pub(super) consent: Option<Consent>,
    pub(super) terms: bool,
    /// They say that somebody could be in danger through it.
    pub(super) at_risk: bool,
    /// They say that it is hard to look at.
    pub(super) graphic: bool,
    /// Files that are here already: those kept from an earlier try and those that came now.
    pub(super) held: Vec<Held>,
    /// Asked for while many send at once.
    pub(super) puzzle: Option<Puzzle>,
    /// It was asked for, and did not come.
    pub(super) is_unsolved: bool,
    pub(super) problems: Problems,
}

impl FormState {
    /// The empty form.
    pub(super) fn new(submission_id: SubmissionId, form_key: String, language: Lang, viewer: Viewer) -> Self {
        Self {
            submission_id,
            form_key,
            sends_as: SendsAs::of(&viewer, true),
            viewer,
            changed_hands: false,
            title: String::new(),
            body: String::new(),
            name: String::new(),
            email: String::new(),
            place: String::new(),
            happened_at: String::new(),
            language,
            consent: None,
            terms: false,
            at_risk: false,
            graphic: false,
            held: Vec::new(),
            puzzle: None,
            is_unsolved: false,
            problems: Problems::default(),
        }
    }

    /// The form as it was filled in, not yet judged.
    pub(super) fn filled(mut self, fields: &Fields, files: &Files) -> Self {
        let typed = |name| fields.first(name).to_owned();
        self.choose_sender(fields.first("as"), fields.first("account"));
        self.title = typed("title");
        self.body = typed("body");
        self.name = typed("name");
        self.email = typed("email");
        self.place = typed("place");
        self.happened_at = typed("happened_at");
        self.language = Lang::from_code(fields.first("language")).unwrap_or(self.language);
        self.consent = Consent::from_code(fields.first("consent"));
        self.terms = !fields.first("terms").is_empty();
        self.at_risk = !fields.first("at_risk").is_empty();
        self.graphic = !fields.first("graphic").is_empty();
        self.held.clone_from(&files.held);
        self
    }

    /// Who sends nothing of `as` (a program) sends with their account. A form that was shown to a guest says `guest`,
    /// so that signing in on another page connects nothing.
    fn choose_sender(&mut self, wish: &str, shown_to: &str) {
        let wants_account = matches!(wish, "" | "account");
        self.changed_hands = match &self.viewer.0 {
            Some(person) => {
                wants_account && !shown_to.is_empty() && person.account_id.to_string() != shown_to
            }
            None => wants_account && (!wish.is_empty() || !shown_to.is_empty()),
        };
        self.sends_as = SendsAs::of(&self.viewer, wants_account);
    }

    /// With whose account it is sent; none: as a guest.
    pub(super) fn sender(&self) -> Option<&SignedIn> {
        self.viewer
            .0
            .as_ref()
            .filter(|_| self.sends_as == SendsAs::Account)
    }
}

/// A contribution that may be stored.
pub(super) struct NewSubmission {
    submission_id: SubmissionId,
    account_id: Option<AccountId>,
    form_key: String,
    title: String,
    body: String,
    name: Option<String>,
    email: Option<String>,
    place: Option<String>,
    happened_at: Option<String>,
    language: Lang,
    consent: Consent,
    at_risk: bool,
    graphic: bool,
    uploads: Vec<Token>,
}

impl NewSubmission {
    /// Judges a filled form.
    ///
    /// # Errors
    /// The form again, with all that is wrong, in the order of its fields.
    pub(super) fn parse(
        mut form: FormState,
        files: &Files,
        limits: &FormLimits,
    ) -> Result<Self, Box<FormState>> {
        let mut problems = Problems::default();
        if form.changed_hands {
            problems.add("as", msg!("mine-as-changed"));
        }
        let title = text::line(&form.title);
        if title.is_empty() {
            problems.add("title", msg!("contribute-title-missing"));
        } else if text::is_longer(&title, TITLE_MAX) {
            problems.add(
                "title",
                msg!("contribute-title-long").n("count", count(TITLE_MAX)),
            );
        }
        let body = text::prose(&form.body);
        if body.trim().is_empty() && form.held.is_empty() && files.refused.is_empty() && !files.gone {
            problems.add("body", msg!("contribute-body-missing"));
        } else if body.chars().nth(BODY_MAX).is_some() {
            problems.add("body", msg!("contribute-body-long").n("count", count(BODY_MAX)));
        }
        for words in files.problems(&form.held, &Already::default(), limits) {
            problems.add("files", words);
        }
        let place = short(&form.place, "place", &mut problems);
        let happened_at = short(&form.happened_at, "happened_at", &mut problems);
        if form.consent.is_none() {
            problems.add("consent", msg!("contribute-consent-missing"));
        }
        let mut name = text::name(&form.name);
        if let (true, Some(Consent::Named), Some(person)) = (name.is_empty(), form.consent, form.sender()) {
            name = text::name(&person.name);
        }
        if name.is_empty() && form.consent == Some(Consent::Named) {
            problems.add("name", msg!("contribute-name-missing"));
        } else if text::is_longer(&name, NAME_MAX) {
            problems.add("name", msg!("contribute-name-long").n("count", count(NAME_MAX)));
        }
        let email = text::line(&form.email);
        if !email.is_empty() && (email.len() > EMAIL_MAX || !Mail::is_address(&email)) {
            problems.add("email", msg!("contribute-email-wrong"));
        }
        if !form.terms {
            problems.add("terms", msg!("contribute-terms-missing"));
        }
        if form.is_unsolved {
            problems.add("work", msg!("work-wait"));
        }
        match form.consent {
            Some(consent) if problems.is_empty() => Ok(Self {
                submission_id: form.submission_id,
                account_id: form.sender().map(|person| person.account_id),
                form_key: form.form_key,
                title,
                body,
                name: some(name),
                email: some(email),
                place,
                happened_at,
                language: form.language,
                consent,
                at_risk: form.at_risk,
                graphic: form.graphic,
                uploads: form.held.into_iter().map(|held| held.token).collect(),
            }),
            _ => {
                form.problems = problems;
                Err(Box::new(form))
            }
        }
    }

    pub(super) fn submission_id(&self) -> SubmissionId {
        self.submission_id
    }

    pub(super) fn form_key(&self) -> &str {
        &self.form_key
    }

    /// Its files, in the order of the form.
    pub(super) fn uploads(&self) -> &[Token] {
        &self.uploads
    }

    /// The address that a guest left.
    pub(super) fn guests_address(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.account_id.is_none())
    }

    pub(super) fn is_at_risk(&self) -> bool {
        self.at_risk
    }

    /// Whether there is an address to write to.
    pub(super) fn has_address(&self) -> bool {
        self.email.is_some()
    }

    /// As it is stored.
    pub(super) fn row<'a>(
        &'a self,
        sent_at: DateTime<Utc>,
        terms_version: &'a str,
        receipt_hash: &'a [u8],
        form_key_hash: &'a [u8],
    ) -> NewRow<'a> {
        NewRow {
            submission_id: self.submission_id,
            account_id: self.account_id,
            title: &self.title,
            body: &self.body,
            contributor_name: self.name.as_deref(),
            contributor_email: self.email.as_deref(),
            place: self.place.as_deref(),
            happened_at: self.happened_at.as_deref(),
            language: self.language,
            consent: self.consent,
            terms_version,
            receipt_hash,
            form_key_hash,
            sent_at,
            person_id: None,
            at_risk: self.at_risk,
            warnings: if self.graphic { &["graphic"] } else { &[] },
        }
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn short(typed: &str, field: &'static str, problems: &mut Problems) -> Option<String> {
    let text = text::line(typed);
    if text::is_longer(&text, PLACE_MAX) {
        problems.add(field, msg!("contribute-words-long").n("count", count(PLACE_MAX)));
    }
    some(text)
}
