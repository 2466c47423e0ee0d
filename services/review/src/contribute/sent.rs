//! `GET /contribute/sent`: the receipt, shown once.

use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use ground::{
    lang::Lang,
    msg,
    web::{Cx, Page, Site},
};

use crate::receipt::Code;

const PATH: &str = "/contribute/sent";
/// Carries the code from the answer of a form to the page that shows it and nowhere else. (A name that begins with
/// `__Host-` would bind it to the path `/`.)
pub(crate) const COOKIE: &str = "receipt";
/// In place of the code, or behind it: the contribution was here already.
const AGAIN: &str = "again";
/// How long the page may take to be asked for, in seconds.
pub(crate) const MAX_AGE: u32 = 600;

#[derive(Template)]
#[template(path = "review/sent.html")]
struct SentPage {
    cx: Cx,
    /// None when it was shown already, or is another's to see.
    code: Option<Code>,
    again: bool,
}

/// 303 to the receipt. Who follows no redirects (`curl`) reads the code in the answer itself, on the last line,
/// after words in the language of the contribution.
pub(super) fn answer(site: &Site, lang: Lang, code: Option<&Code>, again: bool) -> Response {
    let words = match code {
        Some(code) => format!("{}\n{code}\n", msg!("contribute-sent-plain").text(lang)),
        None => format!("{}\n", msg!("contribute-sent-again-without-code").text(lang)),
    };
    let value = match (code, again) {
        (Some(code), false) => code.to_string(),
        (Some(code), true) => format!("{code}.{AGAIN}"),
        (None, _) => AGAIN.to_owned(),
    };
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, PATH)], words).into_response();
    set_cookie(response.headers_mut(), site, PATH, &value, MAX_AGE);
    response
}

/// `GET /contribute/sent`
pub(super) async fn get(cx: Cx, headers: HeaderMap) -> Response {
    let jar = CookieJar::from_headers(&headers);
    let value = jar
        .get(COOKIE)
        .map(|cookie| cookie.value().to_owned())
        .unwrap_or_default();
    let (code, rest) = value.split_once('.').unwrap_or((&value, &value));
    let page = SentPage {
        cx: cx.clone(),
        code: Code::parse(code),
        again: rest == AGAIN,
    };
    let mut response = Page::new(&cx, page).into_response();
    if !value.is_empty() {
        set_cookie(response.headers_mut(), cx.site(), PATH, "", 0);
    }
    response
}

/// Sets that cookie for the page at `path`, for `max_age` seconds.
pub(crate) fn set_cookie(headers: &mut HeaderMap, site: &Site, path: &str, value: &str, max_age: u32) {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Strict{secure}");
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        headers.append(header::SET_COOKIE, cookie);
    }
}
