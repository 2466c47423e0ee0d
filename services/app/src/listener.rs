//! Connections: accepted with bounds, served by hyper, closed so that a refused sender can read why.

use std::{
    convert::Infallible,
    future::Future,
    net::{IpAddr, SocketAddr},
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use axum::{Router, body::Body};
use ground::web::Sources;
use http::{HeaderMap, Request, Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::ServiceExt;

/// A request line and its headers must be here by then.
const HEADER_DEADLINE: Duration = Duration::from_secs(10);
/// What a connection may hold of a body that was not asked for yet. Large frames cost the least work for each
/// byte, small ones the least memory: few connections get the first, many the second.
const FRAME_BYTES: (usize, usize) = (256 * 1024, 64 * 1024);
const FEW: usize = 32;
/// How long a connection that is being closed is still read, and how much.
const LINGER: Duration = Duration::from_secs(5);
const LINGER_BYTES: usize = 64 << 20;
/// How long those under way may take after the program was told to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// What a listener needs besides its socket.
#[derive(Clone)]
pub struct Listening {
    /// Answers.
    pub router: Router,
    /// Names where requests come from, without keeping addresses.
    pub sources: Sources,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<[IpAddr]>,
    /// At most so many connections.
    pub connections: usize,
}

/// Serves until told to stop, then finishes what is under way.
pub async fn serve(listener: TcpListener, listening: Listening, stop: CancellationToken) {
    let slots = Arc::new(Semaphore::new(listening.connections));
    let tracker = TaskTracker::new();
    loop {
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let (listening, stop) = (listening.clone(), stop.clone());
                let open = listening.connections - slots.available_permits();
                let frame = if open <= FEW { FRAME_BYTES.0 } else { FRAME_BYTES.1 };
                tracker.spawn(async move {
                    connection(stream, peer, frame, listening, stop).await;
                    drop(slot);
                });
            }
            Err(error) => {
                // Out of file descriptors, most likely: those who hold them will let go.
                tracing::warn!(error = %error, "cannot accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    tracker.close();
    if tokio::time::timeout(DRAIN, tracker.wait()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

type Answer = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    frame: usize,
    listening: Listening,
    stop: CancellationToken,
) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| -> Answer {
        let from = client_of(peer.ip(), request.headers(), &listening.trusted_proxies);
        request.extensions_mut().insert(listening.sources.of(from));
        Box::pin(listening.router.clone().oneshot(request.map(Body::new)))
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE)
        .max_buf_size(frame)
        .max_headers(64)
        .serve_connection(TokioIo::new(stream), service);
    let mut told = pin!(stop.cancelled());
    let mut stopping = false;
    let served = std::future::poll_fn(|cx| {
        if !stopping && told.as_mut().poll(cx).is_ready() {
            stopping = true;
            Pin::new(&mut connection).graceful_shutdown();
        }
        connection.poll_without_shutdown(cx)
    })
    .await;
    if let Err(error) = served {
        tracing::debug!(error = %error, "a connection ended early");
    }
    linger(connection.into_parts().io.into_inner()).await;
}

/// Closes our side first and reads on for a moment. A sender whose body was refused midway is still sending;
/// closing at once would answer those bytes with a reset, which can overtake the answer in words.
async fn linger(mut stream: TcpStream) {
    if stream.shutdown().await.is_err() {
        return;
    }
    let drain = async {
        let (mut sink, mut seen) = (vec![0; 64 * 1024], 0);
        while seen < LINGER_BYTES {
            match stream.read(&mut sink).await {
                Ok(0) | Err(_) => return,
                Ok(count) => seen += count,
            }
        }
    };
    let _ = tokio::time::timeout(LINGER, drain).await;
}

/// Who asks: the peer, or, behind proxies that are believed, the last address that none of them has.
pub(crate) fn client_of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    if !trusted.contains(&peer) {
        return peer;
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .rev()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.rsplit(','))
        .map_while(|part| part.trim().parse().ok())
        .find(|address| !trusted.contains(address))
        .unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_believed_proxy_can_name_another_address() {
        let proxy: IpAddr = "127.0.0.1".parse().unwrap();
        let stranger: IpAddr = "198.51.100.7".parse().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "203.0.113.9, 198.51.100.7".parse().unwrap());
        assert_eq!(client_of(proxy, &headers, &[proxy]), stranger);
        assert_eq!(client_of(proxy, &headers, &[]), proxy);
        assert_eq!(client_of(stranger, &headers, &[proxy]), stranger);
        headers.append("x-forwarded-for", "127.0.0.1".parse().unwrap());
        assert_eq!(client_of(proxy, &headers, &[proxy]), stranger);
        headers.insert("x-forwarded-for", "not an address".parse().unwrap());
        assert_eq!(client_of(proxy, &headers, &[proxy]), proxy);
    }
}
