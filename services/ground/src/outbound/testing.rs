//! Servers that tests ask, and names that lie. Nothing here guards anything.
#![expect(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "a test ends where a server of its own cannot be had"
)]

use std::{
    net::IpAddr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use url::Url;

use super::Outbound;

impl Outbound {
    /// The same in a world where every name leads to these addresses.
    #[must_use]
    pub fn where_names_lead_to(self, told: Vec<IpAddr>) -> Self {
        let resolve = move |_: &str, port| {
            let told: Vec<_> = told.iter().map(|ip| (*ip, port).into()).collect();
            Box::pin(async move { Ok(told) }) as super::Resolved
        };
        Self {
            resolve: Arc::new(resolve),
            ..self
        }
    }
}

/// A server on loopback that answers every request with `answer`, byte for byte, and keeps what it was asked.
pub struct Server {
    /// Where it is.
    pub url: Url,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Each connection gets the next answer; the last one stands for all that follow.
    pub async fn answering(answers: Vec<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        tokio::spawn(async move {
            let mut turn = 0;
            while let Ok((mut stream, _)) = listener.accept().await {
                let request = whole_request(&mut stream).await;
                heard.lock().unwrap().push(request);
                let answer = answers.get(turn).or(answers.last()).cloned().unwrap_or_default();
                turn += 1;
                let _ = stream.write_all(&answer).await;
            }
        });
        Self {
            url: url.parse().unwrap(),
            asked,
        }
    }

    /// What it was asked, one text for each connection.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn whole_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut chunk).await {
        bytes.extend(chunk.iter().take(read));
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse()
                    .ok()
            })
            .unwrap_or(0);
        if body.len() >= length {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
