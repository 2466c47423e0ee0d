//! A film for the demo, made on the spot: slowly over the lake, with a sound as of water.

use std::{process::Stdio, time::Duration};

use anyhow::{Context, ensure};
use tokio::process::Command;

use super::samples::LAKE;
use crate::house::House;

const SECONDS: &str = "8";
/// Twice what is shown, so that the slow way over it does not jump from pixel to pixel.
const SEEN: &str = "scale=2560:-2,zoompan=z='1+0.0012*on':x='(iw-iw/zoom)*on/240':y='(ih-ih/zoom)*0.6':d=1:s=1280x720:fps=30,\
                    format=yuv420p";
const HEARD: &str = "lowpass=f=700,tremolo=f=0.25:d=0.7,volume=0.5";

/// The film; without ffmpeg the demo goes on without one, as `bepart doctor` says what is missing.
pub(super) async fn shoot(house: &House) -> Option<Vec<u8>> {
    match tokio::time::timeout(Duration::from_mins(2), make(house)).await {
        Ok(Ok(film)) => Some(film),
        Ok(Err(error)) => {
            tracing::warn!(error = format!("{error:#}"), "the demo has no film");
            None
        }
        Err(_) => None,
    }
}

async fn make(house: &House) -> anyhow::Result<Vec<u8>> {
    let (picture, film) = (house.data.join("demo.jpg"), house.data.join("demo.mp4"));
    tokio::fs::write(&picture, LAKE).await?;
    let ended = Command::new("ffmpeg")
        .args([
            "-hide_banner",
            "-loglevel",
            "error",
            "-y",
            "-loop",
            "1",
            "-framerate",
            "30",
        ])
        .args(["-t", SECONDS, "-i"])
        .arg(&picture)
        .args([
            "-f",
            "lavfi",
            "-t",
            SECONDS,
            "-i",
            "anoisesrc=color=brown:amplitude=0.4:seed=7",
        ])
        .args([
            "-vf", SEEN, "-af", HEARD, "-c:v", "libx264", "-preset", "veryfast", "-crf", "24",
        ])
        .args([
            "-g",
            "60",
            "-c:a",
            "aac",
            "-b:a",
            "96k",
            "-movflags",
            "+faststart",
        ])
        .arg(&film)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .status()
        .await
        .context("cannot start ffmpeg")?;
    ensure!(ended.success(), "ffmpeg ends with {ended}");
    let bytes = tokio::fs::read(&film).await?;
    for made in [picture, film] {
        tokio::fs::remove_file(made).await?;
    }
    Ok(bytes)
}
