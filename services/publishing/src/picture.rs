//! A published picture as pages show it.

use ground::blobs::{PictureFormat, PublicName, Rendition};
use media::{Medium, MediumKind};

use crate::light::Light;

/// As wide are pictures for who saves data, in pixels: a phone's screen, without its extra pixels.
const LIGHT_WIDTH: i32 = 320;

/// Everything that a `<picture>` needs.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// `srcset` of the WebP copies.
    pub(crate) webp: String,
    /// `srcset` of the JPEG copies, for everyone else.
    pub(crate) jpeg: String,
    /// For those who know no `srcset`.
    pub(crate) src: String,
    /// Of the upright original, in pixels: what keeps the page from jumping.
    pub(crate) width: i32,
    /// Of the upright original, in pixels.
    pub(crate) height: i32,
    /// Of one that moves: the film of it.
    pub(crate) moving: Option<String>,
    /// What is played, of a film or sound.
    pub(crate) played: Option<Played>,
    /// A tiny picture to show until the real one is there, as a `data:` address.
    pub(crate) placeholder: Option<String>,
    /// Plain text.
    pub(crate) caption: String,
    /// For those who do not see it.
    pub(crate) alt: String,
    /// Small, for who saves data: nothing of it loads before it is wanted.
    pub(crate) light: bool,
}

impl Picture {
    /// Whether there is something to see.
    pub(crate) fn is_seen(&self) -> bool {
        !self.src.is_empty()
    }

    /// What its credit calls it: a key of the words.
    pub(crate) fn kind(&self) -> &'static str {
        match (&self.played, self.is_seen()) {
            (None, _) => "picture",
            (Some(_), true) => "film",
            (Some(_), false) => "sound",
        }
    }

    /// Of what can only be heard.
    fn of_sound(medium: &Medium, name: &PublicName, caption: &str, alt: &str) -> Option<Self> {
        let played = Played::of(medium, name)?;
        Some(Self {
            webp: String::new(),
            jpeg: String::new(),
            src: String::new(),
            width: 0,
            height: 0,
            moving: None,
            played: Some(played),
            placeholder: None,
            caption: caption.to_owned(),
            alt: alt.to_owned(),
            light: false,
        })
    }

    /// The same in the edition that the reader gets.
    pub(crate) fn in_edition(
        light: Light,
        medium: &Medium,
        name: &PublicName,
        caption: &str,
        alt: &str,
    ) -> Option<Self> {
        let whole = Self::of(medium, name, caption, alt)?;
        if !light.0 {
            return Some(whole);
        }
        let one = |format| {
            let small = medium.at_least(format, LIGHT_WIDTH);
            small.map(|facts| address(name, facts.rendition))
        };
        Some(Self {
            webp: one(PictureFormat::Webp).unwrap_or_default(),
            jpeg: String::new(),
            src: one(PictureFormat::Jpeg).unwrap_or_default(),
            played: Played::small(medium, name).or(whole.played),
            light: true,
            ..whole
        })
    }

    /// Of a medium, under its public name. None when it has no renditions.
    pub(crate) fn of(medium: &Medium, name: &PublicName, caption: &str, alt: &str) -> Option<Self> {
        let Some(fallback) = medium.at_least(PictureFormat::Jpeg, 1200) else {
            return Self::of_sound(medium, name, caption, alt);
        };
        Some(Self {
            webp: medium.srcset(PictureFormat::Webp, |rendition| address(name, rendition)),
            jpeg: medium.srcset(PictureFormat::Jpeg, |rendition| address(name, rendition)),
            src: address(name, fallback.rendition),
            width: medium.width.unwrap_or(fallback.width),
            height: medium.height.unwrap_or(fallback.height),
            played: Played::of(medium, name),
            moving: medium
                .at_least(PictureFormat::Mp4, 0)
                .map(|film| address(name, film.rendition)),
            placeholder: medium.placeholder_url(),
            caption: caption.to_owned(),
            alt: alt.to_owned(),
            light: false,
        })
    }
}

/// A film or sound.
#[derive(Clone, Debug)]
pub(crate) struct Played {
    /// Of a film: its playlist.
    pub(crate) playlist: Option<String>,
    /// One file, for players without playlists.
    pub(crate) plain: String,
}

impl Played {
    fn of(medium: &Medium, name: &PublicName) -> Option<Self> {
        let plain = medium.ladder.plain()?;
        Some(Self {
            playlist: (medium.kind == Some(MediumKind::Film)).then(|| format!("/m/{name}{PLAYLIST}")),
            plain: address(name, plain.rendition),
        })
    }

    /// Of a film: its narrowest rung, and no choice.
    fn small(medium: &Medium, name: &PublicName) -> Option<Self> {
        let seen = medium.ladder.0.iter().filter(|rung| !rung.is_sound());
        let narrowest = seen.min_by_key(|rung| rung.rendition.width)?;
        Some(Self {
            playlist: None,
            plain: address(name, narrowest.rendition),
        })
    }
}

/// What the address of a film's playlist, or of one of its rungs', ends in.
pub(crate) const PLAYLIST: &str = ".m3u8";

/// The address of one public copy: `/m/<name>-<width>.<format>`.
pub(crate) fn address(name: &PublicName, rendition: Rendition) -> String {
    format!("/m/{name}-{rendition}")
}

/// Which public copy a file name of [`address`] means.
pub(crate) fn parse_file(file: &str) -> Option<(PublicName, Rendition)> {
    // A rendition has no hyphen, a name may have many.
    let (name, rendition) = file.rsplit_once('-')?;
    Some((name.parse().ok()?, rendition.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_copy_and_nothing_else_does() {
        let name: PublicName = "--AAAAAAAAAAAAAAAAA--A".parse().unwrap();
        let rendition: Rendition = "640.webp".parse().unwrap();
        let address = address(&name, rendition);
        let file = address.strip_prefix("/m/").unwrap();
        assert_eq!(parse_file(file), Some((name, rendition)));
        for file in [
            "",
            "x",
            "-640.webp",
            "../x-640.webp",
            &format!("{file}.jpeg"),
            &file.replace("webp", "png"),
        ] {
            assert_eq!(parse_file(file), None, "{file}");
        }
    }
}
