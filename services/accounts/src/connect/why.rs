//! Why somebody does not come in by a service. What the service sent stays out of it: the log may have it.

use oauth2::{ErrorResponse, RequestTokenError};
use openidconnect::{ClaimsVerificationError, DiscoveryError, UserInfoError};

use super::{http::HttpError, jose::JoseError};

/// Why nobody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Why {
    /// The service does not answer; it may a little later.
    #[error("the service does not answer")]
    Down,
    /// What it says cannot be believed.
    #[error("{0}")]
    Refused(&'static str),
}

impl From<HttpError> for Why {
    fn from(error: HttpError) -> Self {
        if error.is_passing() {
            Self::Down
        } else {
            Self::Refused("the service's answer cannot be read")
        }
    }
}

impl<T: ErrorResponse + 'static> From<RequestTokenError<HttpError, T>> for Why {
    fn from(error: RequestTokenError<HttpError, T>) -> Self {
        match error {
            RequestTokenError::Request(error) => error.into(),
            RequestTokenError::ServerResponse(_) => Self::Refused("the service does not take the code"),
            _ => Self::Refused("the service's tokens cannot be read"),
        }
    }
}

impl From<JoseError> for Why {
    fn from(error: JoseError) -> Self {
        Self::Refused(match error {
            JoseError::Shape => "the token has not the shape of one",
            JoseError::Algorithm => "the token's algorithm is not taken",
            JoseError::OwnKey => "the token brings its own key",
            JoseError::NoKey => "the token's key is not known",
            JoseError::Signature => "the token's signature is wrong",
        })
    }
}

impl From<ClaimsVerificationError> for Why {
    fn from(error: ClaimsVerificationError) -> Self {
        Self::Refused(match error {
            ClaimsVerificationError::InvalidIssuer(_) => "the token is of another issuer",
            ClaimsVerificationError::InvalidAudience(_) => "the token is for somebody else",
            ClaimsVerificationError::Expired(_) => "the token is of another time",
            ClaimsVerificationError::InvalidNonce(_) => "the token answers another question",
            _ => "the token is not one for signing in",
        })
    }
}

impl From<DiscoveryError<HttpError>> for Why {
    fn from(error: DiscoveryError<HttpError>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Validation(_) => Self::Refused("the service calls itself by another name"),
            _ => Self::Refused("what the service says of itself cannot be read"),
        }
    }
}

impl From<UserInfoError<HttpError>> for Why {
    fn from(error: UserInfoError<HttpError>) -> Self {
        match error {
            UserInfoError::Request(error) => error.into(),
            UserInfoError::ClaimsVerification(_) => Self::Refused("the service speaks of two people"),
            _ => Self::Refused("what the service says of the person cannot be read"),
        }
    }
}
