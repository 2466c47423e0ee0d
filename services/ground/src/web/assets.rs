//! The built style sheet, scripts and fonts, under names that change with their content.

use std::{collections::HashMap, sync::Arc};

/// One built file.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Media type.
    pub content_type: &'static str,
    /// As it is.
    pub plain: Vec<u8>,
    /// Compressed with brotli (RFC 7932), when that is smaller.
    pub brotli: Option<Vec<u8>>,
}

/// All built files. The `app` room fills it from `web/dist`.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    names: Arc<HashMap<String, String>>,
    files: Arc<HashMap<String, Asset>>,
}

impl Assets {
    /// `names`: plain name → name with the hash; `files`: name with the hash → content.
    pub fn new(names: HashMap<String, String>, files: HashMap<String, Asset>) -> Self {
        Self {
            names: Arc::new(names),
            files: Arc::new(files),
        }
    }

    /// The address of a file by its plain name. An unknown name keeps its plain address, which answers 404.
    pub fn path_of(&self, name: &str) -> String {
        format!("/assets/{}", self.names.get(name).map_or(name, String::as_str))
    }

    /// A file by the name in its address.
    pub fn find(&self, hashed: &str) -> Option<&Asset> {
        self.files.get(hashed)
    }
}
