//! The only way in which rooms ask other servers for anything: identity providers, push services, feeds.
//!
//! Where it goes is configured, was given by a stranger's browser or is where another server sends us, so it must not
//! reach what only we can reach.
//! A name is resolved once, every address of it is judged, and the connection is made to an address that was judged:
//! a name that answers differently the next time changes nothing. Nobody is followed elsewhere, and no proxy of the
//! environment is used.

mod public;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use std::{
    convert::Infallible,
    fmt::Write as _,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use axum::http::{HeaderValue, Request, Response, Uri, header};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};
use url::{Host, Origin, Url};

use public::is_public;

/// From the first question to the last byte of the answer, where nothing else is said.
const WITHIN: Duration = Duration::from_secs(5);
/// The longest answer, where nothing else is said: a list of keys has a few KiB.
const ANSWER_MAX: usize = 256 << 10;

type Resolved = Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;
type Resolve = dyn Fn(&str, u16) -> Resolved + Send + Sync;

/// Asks other servers.
#[derive(Clone)]
pub struct Outbound {
    /// May be inside our own network, and may do without TLS.
    trusted: Arc<[Origin]>,
    resolve: Arc<Resolve>,
    tls: TlsConnector,
    within: Duration,
    at_most: usize,
    /// Public servers may do without TLS.
    plain: bool,
}

impl std::fmt::Debug for Outbound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outbound")
            .field("trusted", &self.trusted)
            .finish_non_exhaustive()
    }
}

/// Why there is no answer. None of it names what was asked for: the log may have it.
#[derive(Debug, thiserror::Error)]
pub enum OutboundError {
    /// Not an address that we would go to: no TLS, a user's name in it, a number for a host, not public.
    #[error("this address is not asked")]
    Refused,
    /// Nobody knows the name, nobody listens, or the connection broke.
    #[error("the other server cannot be reached")]
    Unreachable(#[source] io::Error),
    /// What came was no HTTP.
    #[error("the other server does not speak HTTP")]
    Garbled(#[source] hyper::Error),
    /// The whole took too long.
    #[error("the other server is too slow")]
    TooSlow,
    /// More than anybody needs.
    #[error("the other server's answer is too long")]
    TooLong,
}

impl Outbound {
    /// Asks public servers by TLS. Those of `trusted` may be private and plain: the newsroom's own sign-in service
    /// often is. Scheme, host and port of a trusted one must be exactly these.
    ///
    /// # Panics
    /// When ring does not offer the usual versions of TLS, which it does.
    #[expect(clippy::expect_used, reason = "ring speaks TLS 1.2 and 1.3")]
    pub fn new(trusted: impl IntoIterator<Item = Url>) -> Self {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring speaks the usual versions of TLS")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self {
            trusted: trusted.into_iter().map(|url| url.origin()).collect(),
            resolve: Arc::new(|host, port| {
                let host = host.to_owned();
                Box::pin(async move { Ok(tokio::net::lookup_host((host, port)).await?.collect()) })
            }),
            tls: TlsConnector::from(Arc::new(tls)),
            within: WITHIN,
            at_most: ANSWER_MAX,
            plain: false,
        }
    }

    /// The same with other bounds: a request takes so long, and its answer is so long, at most.
    #[must_use]
    pub fn bounded(self, within: Duration, at_most: usize) -> Self {
        Self {
            within,
            at_most,
            ..self
        }
    }

    /// The same that also asks public servers without TLS: for what everybody may read, and nobody may believe blindly.
    #[must_use]
    pub fn or_plain(self) -> Self {
        Self { plain: true, ..self }
    }

    /// Whether this address has a shape that we would go to; where it leads is only known once its name is resolved.
    pub fn would_ask(&self, url: &Url) -> bool {
        if !matches!(url.scheme(), "https" | "http") || !url.username().is_empty() || url.password().is_some()
        {
            return false;
        }
        if self.is_trusted(url) {
            return true;
        }
        let named = matches!(url.host(), Some(Host::Domain(name)) if is_public_name(name));
        (url.scheme() == "https" || self.plain) && named
    }

    /// Whether it is named in the configuration.
    pub fn is_trusted(&self, url: &Url) -> bool {
        self.trusted.contains(&url.origin())
    }

    /// Sends one request and gives its whole answer, of whatever status; redirections are answers, too.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, OutboundError> {
        // Boxed: what is asked is rare, and the futures of pages that ask should stay small.
        let asked = Box::pin(self.ask(request));
        tokio::time::timeout(self.within, asked)
            .await
            .unwrap_or(Err(OutboundError::TooSlow))
    }

    async fn ask(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, OutboundError> {
        // The parser of browsers: it sees the IPv4 address in `0x7f.1` and `2130706433`, too.
        let url = Url::parse(&request.uri().to_string()).map_err(|_| OutboundError::Refused)?;
        if !self.would_ask(&url) {
            return Err(OutboundError::Refused);
        }
        let request = addressed(request, &url)?;
        let stream = self.connect(&url).await?;
        if url.scheme() == "http" {
            return exchange(stream, request, self.at_most).await;
        }
        let name = url
            .host_str()
            .unwrap_or_default()
            .trim_matches(['[', ']'])
            .to_owned();
        let name = ServerName::try_from(name).map_err(|_| OutboundError::Refused)?;
        let stream = self.tls.connect(name, stream).await;
        exchange(stream.map_err(OutboundError::Unreachable)?, request, self.at_most).await
    }

    async fn connect(&self, url: &Url) -> Result<TcpStream, OutboundError> {
        let port = url.port_or_known_default().ok_or(OutboundError::Refused)?;
        let at: Vec<SocketAddr> = match url.host().ok_or(OutboundError::Refused)? {
            Host::Domain(name) => (self.resolve)(name, port)
                .await
                .map_err(OutboundError::Unreachable)?,
            Host::Ipv4(v4) => vec![(IpAddr::V4(v4), port).into()],
            Host::Ipv6(v6) => vec![(IpAddr::V6(v6), port).into()],
        };
        // One inner address among public ones is a trap, not a choice.
        if !self.is_trusted(url) && !at.iter().all(|at| is_public(at.ip())) {
            return Err(OutboundError::Refused);
        }
        TcpStream::connect(at.as_slice())
            .await
            .map_err(OutboundError::Unreachable)
    }
}

/// A name that the public has: more than one label, and not of those kept for inner use (RFC 6761, 6762, 8375, 9476).
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let Some((_, last)) = name.rsplit_once('.') else {
        return false;
    };
    let inner = [
        "local",
        "localhost",
        "internal",
        "test",
        "example",
        "invalid",
        "alt",
        "onion",
    ];
    !inner.contains(&last) && !name.ends_with(".home.arpa")
}

/// The request as it goes over the wire: the path in its first line, the host in its header.
fn addressed(request: Request<Vec<u8>>, url: &Url) -> Result<Request<Full<bytes::Bytes>>, OutboundError> {
    let (mut parts, body) = request.into_parts();
    let mut host = url.host_str().unwrap_or_default().to_owned();
    if let Some(port) = url.port() {
        // Writing into a String cannot fail.
        let _ = write!(host, ":{port}");
    }
    let mut path = url.path().to_owned();
    if let Some(query) = url.query() {
        path.push('?');
        path.push_str(query);
    }
    parts.uri = path.parse::<Uri>().map_err(|_| OutboundError::Refused)?;
    let host = HeaderValue::from_str(&host).map_err(|_| OutboundError::Refused)?;
    parts.headers.insert(header::HOST, host);
    parts
        .headers
        .insert(header::CONNECTION, HeaderValue::from_static("close"));
    Ok(Request::from_parts(parts, Full::from(body)))
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<bytes::Bytes>>,
    at_most: usize,
) -> Result<Response<Vec<u8>>, OutboundError> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(OutboundError::Garbled)?;
    let answer = async {
        let (parts, body) = sender
            .send_request(request)
            .await
            .map_err(OutboundError::Garbled)?
            .into_parts();
        match Limited::new(body, at_most).collect().await {
            Ok(whole) => Ok(Response::from_parts(parts, whole.to_bytes().to_vec())),
            Err(error) if error.is::<LengthLimitError>() => Err(OutboundError::TooLong),
            Err(error) => Err(OutboundError::Unreachable(io::Error::other(error))),
        }
    };
    // The connection moves the bytes while the answer is waited for, and ends with it. When it breaks, the answer
    // says so by itself.
    let moving = async {
        let _ = connection.await;
        std::future::pending::<Infallible>().await
    };
    tokio::select! {
        answer = answer => answer,
        never = moving => match never {},
    }
}
