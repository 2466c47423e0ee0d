//! Cuts a stream into even parts.

use std::io;

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt};

/// A stream being written. A trait object, so that the arms are compiled once and not per caller.
pub(super) type Body<'a> = &'a mut (dyn Stream<Item = io::Result<Bytes>> + Send + Unpin + 'a);

/// Every part has the same size but for the last, which is shorter, maybe empty: some S3 servers insist.
pub(super) struct Parts<'a> {
    body: Body<'a>,
    size: usize,
    rest: Bytes,
}

pub(super) struct Part {
    pub(super) bytes: Bytes,
    /// Nothing comes after this one.
    pub(super) last: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn new(body: Body<'a>, size: usize) -> Self {
        Self {
            body,
            size,
            rest: Bytes::new(),
        }
    }

    /// The next part. Not to be asked again after the last.
    pub(super) async fn next(&mut self) -> io::Result<Part> {
        let mut part = BytesMut::new();
        loop {
            // A full part waits for one byte more: only then it is known not to be the last.
            if self.rest.is_empty() {
                match self.body.next().await {
                    Some(chunk) => self.rest = chunk?,
                    None => {
                        return Ok(Part {
                            bytes: part.freeze(),
                            last: true,
                        });
                    }
                }
            } else if part.len() == self.size {
                return Ok(Part {
                    bytes: part.freeze(),
                    last: false,
                });
            } else {
                let room = self.size - part.len();
                part.extend_from_slice(&self.rest.split_to(room.min(self.rest.len())));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    async fn cut(chunks: &[&'static str], size: usize) -> Vec<(Bytes, bool)> {
        let mut body = stream::iter(
            chunks
                .iter()
                .map(|chunk| Ok(Bytes::from_static(chunk.as_bytes()))),
        );
        let mut parts = Parts::new(&mut body, size);
        let mut cut = Vec::new();
        loop {
            let Part { bytes, last } = parts.next().await.unwrap();
            cut.push((bytes, last));
            if last {
                return cut;
            }
        }
    }

    #[tokio::test]
    async fn all_parts_but_the_last_are_even_however_the_bytes_came() {
        let even = [("abc".into(), false), ("def".into(), false), ("g".into(), true)];
        assert_eq!(cut(&["abcdefg"], 3).await, even);
        assert_eq!(cut(&["a", "", "bcde", "f", "g", ""], 3).await, even);
        assert_eq!(cut(&["ab", "c"], 3).await, [("abc".into(), true)]);
        assert_eq!(cut(&["", ""], 3).await, [(Bytes::new(), true)]);
    }
}
