//! How an S3 server is reached.

use std::{fmt, time::Duration};

use aws_sdk_s3::{
    Client,
    config::{
        Credentials, Region, RequestChecksumCalculation, SharedHttpClient, retry::RetryConfig,
        timeout::TimeoutConfig,
    },
};
use aws_smithy_http_client::tls;
use secrecy::{ExposeSecret, SecretString};

use super::BlobError;

/// Where an S3 server is and how it knows us.
#[derive(Clone)]
pub struct S3Settings {
    /// Its address: `https://…`, or `http://…` on the same machine.
    pub endpoint: String,
    /// Its region; self-hosted servers compare it too.
    pub region: String,
    /// The bucket that nobody but us may read.
    pub bucket_private: String,
    /// The bucket that everybody may read by name.
    pub bucket_public: String,
    /// Our name there.
    pub access_key: String,
    /// Our password there.
    pub secret_key: SecretString,
    /// `endpoint/bucket/key` in place of `bucket.endpoint/key`: self-hosted servers want it.
    pub path_style: bool,
}

impl fmt::Debug for S3Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Settings")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("bucket_private", &self.bucket_private)
            .field("bucket_public", &self.bucket_public)
            .field("path_style", &self.path_style)
            .finish_non_exhaustive()
    }
}

/// A client built by hand from static credentials: `aws-config` would ask the cloud for some at every start.
pub(super) fn client(settings: &S3Settings) -> Result<Client, BlobError> {
    let endpoint = url::Url::parse(&settings.endpoint).map_err(|_| BlobError::Setting("endpoint"))?;
    let http: SharedHttpClient = match endpoint.scheme() {
        "https" => aws_smithy_http_client::Builder::new()
            .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
            .build_https(),
        "http" => aws_smithy_http_client::Builder::new().build_http(),
        _ => return Err(BlobError::Setting("endpoint")),
    };
    let credentials = Credentials::new(
        &settings.access_key,
        settings.secret_key.expose_secret(),
        None,
        None,
        "settings",
    );
    let config = aws_sdk_s3::Config::builder()
        .behavior_version_latest()
        .http_client(http)
        .endpoint_url(&settings.endpoint)
        .region(Region::new(settings.region.clone()))
        .credentials_provider(credentials)
        .force_path_style(settings.path_style)
        // Trailing checksums are new to S3 and strange to older servers; the signature covers every byte.
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .retry_config(RetryConfig::standard().with_max_attempts(3))
        .timeout_config(
            TimeoutConfig::builder()
                .connect_timeout(Duration::from_secs(5))
                // Until the answer begins, so a part of 8 MiB has to be through by then.
                .read_timeout(Duration::from_mins(1))
                .operation_attempt_timeout(Duration::from_secs(90))
                .operation_timeout(Duration::from_mins(4))
                .build(),
        );
    Ok(Client::from_conf(config.build()))
}
