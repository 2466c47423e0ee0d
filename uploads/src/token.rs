//! What a sender holds of an upload: its id, and a secret that proves it is theirs.

use std::{fmt, str::FromStr};

use ground::{ids::UploadId, secret};

/// What a sender holds of an upload. As text, in a hidden field: `{upload_id}.{secret}`.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    upload_id: UploadId,
    secret: String,
}

/// A text that cannot be a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no token of ours")]
pub struct UnknownToken;

impl Token {
    /// A token with a new secret.
    pub(crate) fn mint(upload_id: UploadId) -> Self {
        Self {
            upload_id,
            secret: secret::token(),
        }
    }

    /// Of which upload.
    pub fn upload_id(&self) -> UploadId {
        self.upload_id
    }

    /// What is stored of the secret.
    pub(crate) fn hash(&self) -> Vec<u8> {
        secret::token_hash(&self.secret)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.upload_id, self.secret)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}.…)", self.upload_id)
    }
}

impl FromStr for Token {
    type Err = UnknownToken;

    fn from_str(text: &str) -> Result<Self, UnknownToken> {
        let (id, secret) = text.split_once('.').ok_or(UnknownToken)?;
        let upload_id = id.parse().map_err(|_| UnknownToken)?;
        if secret.is_empty() || secret.len() > 100 {
            return Err(UnknownToken);
        }
        Ok(Self {
            upload_id,
            secret: secret.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_token_survives_a_hidden_field_and_a_log_line_does_not_hold_its_secret() {
        let token = Token::mint(UploadId(Uuid::from_u128(7)));
        assert_eq!(token.to_string().parse(), Ok(token.clone()));
        assert!(!format!("{token:?}").contains(&token.secret));
        for strange in [
            "",
            ".",
            "x.y",
            "00000000-0000-0000-0000-000000000007.",
            "00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(strange.parse::<Token>(), Err(UnknownToken), "{strange}");
        }
    }
}
