//! What is fuzzed: one function for each reader of a stranger's bytes.
//!
//! Each takes any bytes at all and asserts what its reader promises. `make test-fuzz` drives them with libFuzzer
//! (`src/bin`), and every `cargo test` with the files that are kept in `seeds` and `regressions`.

mod addresses;
mod facts;
mod feeds;
mod films;
mod forms;
mod input;
mod pictures;
mod request;
mod sealed;
mod searched;
mod uploaded;

pub use addresses::{addresses, receipt_code};
pub use facts::{facts_exif, facts_file, facts_iptc, facts_words, facts_xmp};
pub use feeds::feed;
pub use films::films;
pub use forms::{account_forms, contribution_form, story_form};
pub use pictures::{
    codec_configuration, gif_header, heif_header, heif_meta, jpeg_header, picture_header, picture_words,
    png_header, webp_delays,
};
pub use request::request_headers;
pub use sealed::{seal_texts, sealed_object};
pub use searched::search_words;
pub use uploaded::{multipart_form, tree_hash, tus_headers, upload_names};

/// A function that takes any bytes at all.
pub type Target = fn(&[u8]);

macro_rules! targets {
    ($($name:ident),* $(,)?) => {
        /// All of them, by name: that of the program in `src/bin` and of the folders.
        pub const TARGETS: &[(&str, Target)] = &[$((stringify!($name), $name)),*];
    };
}
targets![
    account_forms,
    addresses,
    codec_configuration,
    contribution_form,
    facts_exif,
    facts_file,
    facts_iptc,
    facts_words,
    facts_xmp,
    feed,
    films,
    gif_header,
    heif_header,
    heif_meta,
    jpeg_header,
    multipart_form,
    picture_header,
    picture_words,
    png_header,
    receipt_code,
    request_headers,
    seal_texts,
    sealed_object,
    search_words,
    story_form,
    tree_hash,
    tus_headers,
    upload_names,
    webp_delays,
];
