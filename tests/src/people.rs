//! Who uses the program, by HTTP.

use std::{
    net::IpAddr,
    path::Path,
    time::{Duration, Instant},
};

use reqwest::{
    Client, Method, RequestBuilder, Response, StatusCode,
    header::{self, HeaderMap},
    multipart::{Form, Part},
    redirect::Policy,
};
use scraper::{Html, Selector};

/// The password of everyone here.
pub const PASSWORD: &str = "a long river of words 7";

/// Someone with a browser of their own: cookies are kept, redirects are looked at, not followed.
#[derive(Clone)]
pub struct Person {
    base: String,
    client: Client,
}

/// The code that a contributor is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt(pub String);

/// What a contributor fills in.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// Form fields.
    pub fields: Vec<(String, String)>,
    /// File names and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Contribution {
    /// A small true story with consent to publish it by name.
    pub fn new(title: &str) -> Self {
        let fields = [
            ("title", title),
            (
                "body",
                "The river came over the bridge at noon.\n\nNobody was hurt.",
            ),
            ("name", "Ada Berwari"),
            ("place", "Zakho"),
            ("language", "en"),
            ("consent", "named"),
            ("terms", "1"),
        ];
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Self {
            fields,
            files: Vec::new(),
        }
    }

    /// With another value of a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(held, _)| held != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a file.
    #[must_use]
    pub fn file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.files.push((name.to_owned(), bytes));
        self
    }

    /// The value of a field.
    pub fn field(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(held, _)| held == name)
            .map_or("", |(_, value)| value)
    }

    fn form(&self) -> Form {
        let form = self.fields.iter().fold(Form::new(), |form, (name, value)| {
            form.text(name.clone(), value.clone())
        });
        self.files.iter().fold(form, |form, (name, bytes)| {
            form.part("files", Part::bytes(bytes.clone()).file_name(name.clone()))
        })
    }
}

impl Person {
    pub(crate) fn new(base: String) -> Self {
        Self::at(base, None)
    }

    /// From an address of this machine.
    pub(crate) fn at(base: String, address: Option<IpAddr>) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "en".parse().unwrap());
        let client = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .local_address(address)
            .default_headers(headers)
            .build()
            .unwrap();
        Self { base, client }
    }

    /// A request of any kind, to be filled and sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.link(path))
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Response {
        self.client.get(self.link(path)).send().await.unwrap()
    }

    /// Opens a page that must be there, and reads it.
    pub async fn read(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.unwrap()
    }

    /// Opens a page if the program is there to show it.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn try_read(&self, path: &str) -> reqwest::Result<String> {
        self.client.get(self.link(path)).send().await?.text().await
    }

    /// Sends a plain form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.client
            .post(self.link(path))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
            .send()
            .await
            .unwrap()
    }

    /// Sends a contribution and returns the answer as it is.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn send(&self, contribution: &Contribution) -> reqwest::Result<Response> {
        self.client
            .post(self.link("/contribute"))
            .multipart(contribution.form())
            .send()
            .await
    }

    /// Sends a contribution that must be taken, and reads the receipt code.
    pub async fn contribute(&self, contribution: &Contribution) -> Receipt {
        let answer = self.send(contribution).await.unwrap();
        let status = answer.status();
        let location = answer
            .headers()
            .get(header::LOCATION)
            .map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(status, StatusCode::SEE_OTHER, "{}", answer.text().await.unwrap());
        let page = self.read(&location.unwrap()).await;
        Receipt(text_of(&page, ".code-box .code").expect("the page shows the code"))
    }

    /// The status page behind a receipt code.
    pub async fn look_up(&self, receipt: &Receipt) -> String {
        let answer = self.post("/receipt", &[("code", &receipt.0)]).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.text().await.unwrap()
    }

    /// Becomes an editor by a one-time link.
    pub async fn accept_invitation(&self, link: &str, email: &str) {
        let path = link.strip_prefix(&self.base).unwrap_or(link).to_owned();
        let page = self.read(&path).await;
        assert!(page.contains("<form"), "{page}");
        let answer = self
            .post(
                &path,
                &[("email", email), ("name", "Bo Editor"), ("password", PASSWORD)],
            )
            .await;
        assert_eq!(
            answer.status(),
            StatusCode::SEE_OTHER,
            "{}",
            answer.text().await.unwrap()
        );
    }

    /// Becomes a reader with an account: registers, reads the mail in the house's folder, and opens its link.
    pub(crate) async fn register(&self, name: &str, email: &str, mails: &Path) {
        let form = [("name", name), ("email", email), ("password", PASSWORD)];
        let answer = self.post("/register", &form).await;
        let status = answer.status();
        assert_eq!(status, StatusCode::SEE_OTHER, "{}", answer.text().await.unwrap());
        let token = letter_with(mails, email, "/verify?t=").await;
        let answer = self.post("/verify", &[("t", &token)]).await;
        let status = answer.status();
        assert_eq!(status, StatusCode::SEE_OTHER, "{}", answer.text().await.unwrap());
    }

    fn link(&self, path: &str) -> String {
        if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.base)
        }
    }
}

/// What follows `before` in the link of a mail to `email`, once it is there.
async fn letter_with(mails: &Path, email: &str, before: &str) -> String {
    let patience = Instant::now() + Duration::from_secs(30);
    loop {
        for file in std::fs::read_dir(mails).into_iter().flatten().flatten() {
            // Quoted-printable (RFC 2045 §6.7), as far as an address needs it.
            let text = std::fs::read_to_string(file.path()).unwrap_or_default();
            let text = text.replace("=\r\n", "").replace("=3D", "=");
            if let Some((_, after)) = text.split_once(before).filter(|_| text.contains(email)) {
                let ours = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
                return after.chars().take_while(|c| ours(*c)).collect();
            }
        }
        assert!(Instant::now() < patience, "no mail to {email}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The text of the first element that a selector finds.
pub fn text_of(html: &str, selector: &str) -> Option<String> {
    let document = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector).next()?;
    Some(found.text().collect::<String>().trim().to_owned())
}

/// An attribute of every element that a selector finds.
pub fn attributes(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    document
        .select(&selector)
        .filter_map(|element| element.value().attr(attribute).map(str::to_owned))
        .collect()
}
