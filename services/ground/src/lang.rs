//! The five languages, their direction, and every word a person reads.
//!
//! Words are Fluent messages under `web/locales/{language}/`. Code and templates name them by id, through
//! [`msg!`](crate::msg) or [`crate::web::Cx::t`]; `tests/it/words.rs` fails on a missing or unused one.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language the platform speaks. Never `ku`: the code says neither which Kurdish nor which script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Sorani (Central Kurdish), in Arabic script.
    Ckb,
    /// Kurmanji (Northern Kurdish), in Latin script.
    Kmr,
    /// Arabic.
    Ar,
    /// Turkish.
    Tr,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Ckb, Self::Kmr, Self::Ar, Self::Tr, Self::En];

    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ckb => "ckb",
            Self::Kmr => "kmr",
            Self::Ar => "ar",
            Self::Tr => "tr",
        }
    }

    /// Writing direction, from our own table: third-party lists are wrong about Kurdish.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Ckb | Self::Ar => "rtl",
            Self::En | Self::Kmr | Self::Tr => "ltr",
        }
    }

    /// What its speakers call it. The one word that is never translated.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ckb => "کوردی (سۆرانی)",
            Self::Kmr => "Kurdî (Kurmancî)",
            Self::Ar => "العربية",
            Self::Tr => "Türkçe",
        }
    }

    /// Digits as its readers write them: Arabic-Indic for Sorani and Arabic.
    pub fn digits(self, text: &str) -> String {
        match self {
            Self::Ckb | Self::Ar => text
                .chars()
                .map(|c| {
                    c.to_digit(10)
                        .and_then(|d| char::from_u32(0x660 + d))
                        .unwrap_or(c)
                })
                .collect(),
            Self::En | Self::Kmr | Self::Tr => text.to_owned(),
        }
    }

    /// The language of an exact code of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language meant by a tag of a browser (RFC 5646): also what browsers call Kurdish, `ku`, by
    /// script or country where they are named.
    fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        let first = parts.next()?;
        if first == "ku" {
            let sorani = parts.any(|part| matches!(part, "arab" | "iq" | "ir"));
            return Some(if sorani { Self::Ckb } else { Self::Kmr });
        }
        Self::from_code(first)
    }

    /// The best language for an `Accept-Language` header (RFC 9110 §12.5.4), if any of ours is in it.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let header = header.to_ascii_lowercase(); // `Q=0` says the same
        let mut best: Option<(f32, Self)> = None;
        for item in header.split(',').take(20) {
            let (tag, params) = item.split_once(';').unwrap_or((item, ""));
            let quality = params
                .trim()
                .strip_prefix("q=")
                .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok());
            let (Some(lang), Some(quality)) = (Self::from_tag(tag.trim()), quality) else {
                continue;
            };
            if quality > 0.0 && best.is_none_or(|(held, _)| quality > held) {
                best = Some((quality, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// A message id with its arguments, not yet in any language. Made by [`msg!`](crate::msg).
#[derive(Clone, Debug)]
pub struct Message {
    /// Id in the Fluent files.
    pub id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

#[derive(Clone, Debug)]
enum Arg {
    Number(i64),
    Text(String),
}

impl Message {
    /// A message without arguments. Use [`msg!`](crate::msg), which the test of the words knows.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds a number, by which the message may choose its plural form.
    #[must_use]
    pub fn n(mut self, name: &'static str, value: impl std::borrow::Borrow<i64>) -> Self {
        self.args.push((name, Arg::Number(*value.borrow())));
        self
    }

    /// Adds a text; it is isolated from the direction of what surrounds it (UAX 9).
    #[must_use]
    pub fn s(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.args.push((name, Arg::Text(value.as_ref().to_owned())));
        self
    }

    /// The words.
    pub fn text(&self, lang: Lang) -> String {
        text(lang, self)
    }
}

/// Names a message: `msg!("contribute-title-missing")`.
#[macro_export]
macro_rules! msg {
    ($id:literal) => {
        $crate::lang::Message::new($id)
    };
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every Fluent file of every language: language, file, text.
        pub const FILES: &[(Lang, &str, &str)] = &[$(
            (Lang::En, $name, include_str!(concat!("../../../web/locales/en/", $name, ".ftl"))),
            (Lang::Ckb, $name, include_str!(concat!("../../../web/locales/ckb/", $name, ".ftl"))),
            (Lang::Kmr, $name, include_str!(concat!("../../../web/locales/kmr/", $name, ".ftl"))),
            (Lang::Ar, $name, include_str!(concat!("../../../web/locales/ar/", $name, ".ftl"))),
            (Lang::Tr, $name, include_str!(concat!("../../../web/locales/tr/", $name, ".ftl"))),
        )*];
    };
}
files![
    "common",
    "accounts",
    "registering",
    "connect",
    "second",
    "me",
    "people",
    "letters",
    "mine",
    "notices",
    "contribute",
    "receipt",
    "desk",
    "decide",
    "search",
    "queue",
    "live",
    "talk",
    "item",
    "keeping",
    "media",
    "stories",
    "find",
    "boxes",
    "thread",
    "commentdesk",
    "comments",
    "verify",
    "rules",
    "says",
    "uploads"
];

static BUNDLES: LazyLock<HashMap<Lang, FluentBundle<FluentResource>>> = LazyLock::new(|| {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            bundle.set_formatter(Some(match lang {
                Lang::Ckb | Lang::Ar => |value, _| match value {
                    FluentValue::Number(number) => Some(Lang::Ar.digits(&number.as_string())),
                    _ => None,
                },
                Lang::En | Lang::Kmr | Lang::Tr => |_, _| None,
            }));
            for (_, file, text) in FILES.iter().filter(|(of, ..)| *of == lang) {
                let resource =
                    FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                        tracing::error!(lang = lang.code(), file, ?errors, "a Fluent file has errors");
                        resource
                    });
                if let Err(errors) = bundle.add_resource(resource) {
                    tracing::error!(lang = lang.code(), file, ?errors, "a Fluent message stands twice");
                }
            }
            (lang, bundle)
        })
        .collect()
});

fn text(lang: Lang, message: &Message) -> String {
    let mut args = FluentArgs::new();
    for (name, arg) in &message.args {
        match arg {
            Arg::Number(number) => args.set(*name, FluentValue::from(*number)),
            Arg::Text(text) => args.set(*name, FluentValue::from(Cow::Borrowed(text.as_str()))),
        }
    }
    [lang, Lang::En]
        .into_iter()
        .find_map(|lang| {
            let bundle = BUNDLES.get(&lang)?;
            let pattern = bundle.get_message(message.id)?.value()?;
            Some(
                bundle
                    .format_pattern(pattern, Some(&args), &mut Vec::new())
                    .into_owned(),
            )
        })
        .unwrap_or_else(|| message.id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_of_the_languages_it_names() {
        for (header, lang) in [
            ("ckb", Some(Lang::Ckb)),
            ("fr, tr;q=0.5, en;q=0.7", Some(Lang::En)),
            ("ku-Arab-IQ,en;q=0.8", Some(Lang::Ckb)),
            ("ku-TR,en;q=0.8", Some(Lang::Kmr)),
            ("ar-IQ,ar;q=0.9", Some(Lang::Ar)),
            ("en;q=0, tr;q=0.1", Some(Lang::Tr)),
            ("de, *;q=0.1", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_accept_language(header), lang, "{header}");
        }
    }

    #[test]
    fn a_date_within_other_words_keeps_the_order_of_its_language() {
        for lang in Lang::ALL {
            let date = Message::new("date-day")
                .s("day", "30")
                .s("month", "x")
                .s("year", "2026")
                .text(lang);
            let both = Message::new("date-day-and-time")
                .s("date", &date)
                .s("time", "02:35")
                .text(lang);
            for text in [date, both] {
                assert_eq!(text.starts_with('\u{200f}'), lang.dir() == "rtl", "{text:?}");
            }
        }
    }

    #[test]
    fn a_strangers_text_is_isolated_and_digits_follow_the_language() {
        assert_eq!(Lang::Ckb.digits("26 a"), "٢٦ a");
        for (lang, ..) in FILES {
            assert!(BUNDLES.contains_key(lang));
        }
    }
}
