//! Doors to the readers of forms for `tests/fuzz`, which is another crate. Always compiled, so that the program that is
//! fuzzed is the program that runs.

use ground::web::Site;

use crate::{email::Email, new_editor::InviteForm, own_path};

/// Where to go after signing in, if it is a page of ours.
pub fn own_path<'a>(site: &Site, path: &'a str) -> Option<&'a str> {
    own_path::own_path(site, path)
}

/// The address of an account.
pub fn email(typed: &str) -> Option<String> {
    typed.parse::<Email>().ok().map(|email| email.as_str().to_owned())
}

/// A new editor's address and name, if all that they typed will do.
pub fn new_editor([email, name, password]: [&str; 3], site: &Site) -> Option<(String, String)> {
    let form = InviteForm {
        email: email.to_owned(),
        name: name.to_owned(),
        password: password.into(),
    };
    let new = form.parse(None, site).ok()?;
    Some((new.email.as_str().to_owned(), new.name))
}
