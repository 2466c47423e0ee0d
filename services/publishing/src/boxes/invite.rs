//! "Be Part of Your …": the box that invites readers to send something.

use std::collections::HashMap;

use ground::{lang::Lang, web::Cx};
use serde::{Deserialize, Serialize};

/// The most contributions that the box names.
const LATEST: u8 = 6;

/// `[box]`: what the box says, and how it looks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InviteConfig {
    /// How it looks.
    pub look: Look,
    /// So many of the newest stories are named in it.
    pub latest: u8,
    /// Whether it says how many stories there are.
    pub counter: bool,
    /// Its title in a language, in place of ours.
    pub titles: HashMap<Lang, String>,
    /// Its text in a language, in place of ours.
    pub texts: HashMap<Lang, String>,
    /// What stands on its button in a language, in place of ours.
    pub buttons: HashMap<Lang, String>,
}

/// How the box looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// Tinted.
    #[default]
    Quiet,
    /// In the newsroom's colour.
    Bold,
    /// A frame.
    Plain,
}

impl Look {
    /// Its class.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Bold => "bold",
            Self::Plain => "plain",
        }
    }
}

impl Default for InviteConfig {
    fn default() -> Self {
        Self {
            look: Look::default(),
            latest: 3,
            counter: true,
            titles: HashMap::new(),
            texts: HashMap::new(),
            buttons: HashMap::new(),
        }
    }
}

impl InviteConfig {
    /// Whether it can be used.
    ///
    /// # Errors
    /// With the key that is wrong.
    pub fn check(&self) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.latest <= LATEST,
            "box.latest: {} is more than {LATEST}",
            self.latest
        );
        for (key, words) in [
            ("titles", &self.titles),
            ("texts", &self.texts),
            ("buttons", &self.buttons),
        ] {
            let empty = words.iter().find(|(_, words)| words.trim().is_empty());
            if let Some((lang, _)) = empty {
                anyhow::bail!("box.{key}.{}: there is no word in it", lang.code());
            }
        }
        Ok(())
    }

    pub(crate) fn title(&self, cx: &Cx) -> String {
        let ours = || cx.m("brand").s("site", cx.site_name()).to_string();
        self.titles.get(&cx.lang()).cloned().unwrap_or_else(ours)
    }

    pub(crate) fn text(&self, cx: &Cx) -> String {
        let ours = || cx.m("home-invite").s("site", cx.site_name()).to_string();
        self.texts.get(&cx.lang()).cloned().unwrap_or_else(ours)
    }

    pub(crate) fn button(&self, cx: &Cx) -> String {
        let ours = || cx.t("home-invite-button");
        self.buttons.get(&cx.lang()).cloned().unwrap_or_else(ours)
    }
}
