//! Services that only speak OAuth2: who it is says their own address for it, in a JSON of their own shape.

use axum::http::{Request, StatusCode, header};
use oauth2::{AccessToken, AsyncHttpClient, AuthUrl, TokenUrl};
use serde_json::Value;
use url::Url;

use super::{http::Http, person::Person, why::Why};

/// Such a service.
pub(super) struct Plain {
    pub(super) authorize: AuthUrl,
    pub(super) token: TokenUrl,
    pub(super) user: Url,
    pub(super) in_body: bool,
    pub(super) subject: String,
    pub(super) user_name: Option<String>,
    pub(super) user_email: Option<String>,
}

impl Plain {
    /// Asks who it is. `key` is what the service is called in the configuration, and with that its issuer.
    pub(super) async fn person(&self, http: &Http, key: &str, token: &AccessToken) -> Result<Person, Why> {
        let request = Request::get(self.user.as_str())
            .header(header::ACCEPT, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", token.secret()))
            .body(Vec::new())
            .map_err(|_| Why::Refused("the service's token cannot be sent"))?;
        let answer = http.call(request).await?;
        if answer.status() != StatusCode::OK {
            return Err(Why::Refused("the service does not say who it is"));
        }
        let json: Value = serde_json::from_slice(answer.body())
            .map_err(|_| Why::Refused("what the service says of the person cannot be read"))?;
        let text = |pointer: &Option<String>| {
            let found = json.pointer(pointer.as_deref()?)?.as_str()?.trim();
            (!found.is_empty()).then(|| found.to_owned())
        };
        let subject = match json.pointer(&self.subject) {
            Some(Value::String(id)) => id.clone(),
            // GitHub counts. A number with a fraction or an exponent is no id.
            Some(Value::Number(id)) if id.is_u64() => id.to_string(),
            _ => return Err(Why::Refused("the service does not say who it is")),
        };
        let person = Person {
            issuer: key.to_owned(),
            subject,
            name: text(&self.user_name),
            email: text(&self.user_email),
            email_verified: false,
        };
        person
            .checked()
            .ok_or(Why::Refused("the service's id of the person is none"))
    }
}
