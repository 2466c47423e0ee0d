//! Asking services over [`Outbound`], in the words of `oauth2`.

use std::pin::Pin;

use axum::http::{HeaderValue, StatusCode, header};
use ground::outbound::{Outbound, OutboundError};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};

/// Services that want to know who asks (GitHub) are told this.
const NAME: HeaderValue = HeaderValue::from_static("be-part");

/// Asks services for JSON.
#[derive(Clone, Debug)]
pub(super) struct Http(pub(super) Outbound);

/// Why there is no answer that could be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    /// None came.
    #[error(transparent)]
    None(#[from] OutboundError),
    /// The service has trouble of its own.
    #[error("the service answers {0}")]
    Down(StatusCode),
    /// It is something else than JSON, or another place to look.
    #[error("the service's answer is not JSON")]
    NotJson,
}

impl HttpError {
    /// Whether it may work a little later.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::None(error) => !matches!(error, OutboundError::Refused | OutboundError::TooLong),
            Self::Down(_) => true,
            Self::NotJson => false,
        }
    }
}

impl Http {
    /// Whether an address that a service named has a shape that we would go to.
    pub(super) fn would_ask(&self, url: &url::Url) -> bool {
        self.0.would_ask(url)
    }

    async fn ask(&self, mut request: HttpRequest) -> Result<HttpResponse, HttpError> {
        request.headers_mut().insert(header::USER_AGENT, NAME);
        let answer = self.0.send(request).await?;
        let status = answer.status();
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Err(HttpError::Down(status));
        }
        if status.is_redirection() || !is_json(&answer) {
            return Err(HttpError::NotJson);
        }
        Ok(answer)
    }
}

/// Keys may have a type of their own (RFC 7517 §8.5.1).
fn is_json(answer: &HttpResponse) -> bool {
    let sent = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|sent| sent.to_str().ok());
    let essence = sent
        .and_then(|sent| sent.split(';').next())
        .unwrap_or_default()
        .trim();
    essence.eq_ignore_ascii_case("application/json")
        || essence.eq_ignore_ascii_case("application/jwk-set+json")
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
