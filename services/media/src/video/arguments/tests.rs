//! What the programs are told.

use super::super::plan::plan;
use super::*;

fn phone(codec: &str, colours: Colours) -> Streams {
    Streams {
        duration_ms: Some(9000),
        video: Some(Video {
            index: 1,
            codec: codec.into(),
            profile: "High".into(),
            level: 40,
            pix_fmt: "yuv420p".into(),
            width: 1920,
            height: 1080,
            plain: true,
            rate: 59.9,
            finest_rate: 59.94,
            matrix: None,
            colours,
            bits_per_second: Some(1_000_000),
        }),
        audio: Some(Audio {
            index: 0,
            codec: "aac".into(),
            profile: "LC".into(),
            channels: 1,
            gain: 584,
        }),
    }
}

#[test]
fn packing_copies_and_takes_nothing_else_along() {
    let streams = phone("h264", Colours::Television);
    let call = first_rung(&streams, plan(&streams).first, 60).join(" ");
    assert!(
        call.contains("-map 0:1 -c:v copy -bsf:v filter_units=remove_types=0|6|"),
        "{call}"
    );
    assert!(call.contains("-map 0:0 -c:a copy"), "{call}");
    assert!(
        call.contains("-map_metadata -1 -map_chapters -1") && call.contains("-dn"),
        "{call}"
    );
}

#[test]
fn packing_at_once_is_the_same_but_for_the_notes_between_pictures() {
    let streams = phone("h264", Colours::Television);
    let slow = first_rung(&streams, plan(&streams).first, 60).join(" ");
    let quick = packing((1, Some(0)), 60).join(" ");
    let filter = "-bsf:v filter_units=remove_types=0|6|12|16-18|22-31 ";
    assert_eq!(
        slow.replacen(filter, "", 1).replace("event", "vod"),
        quick,
        "{slow}"
    );
    assert!(!packing((1, None), 60).join(" ").contains("-c:a"));
}

#[test]
fn encoding_is_even_and_bounded() {
    let streams = phone("hevc", Colours::Hdr);
    let call = first_rung(&streams, plan(&streams).first, 60).join(" ");
    for words in [
        "fps=30000/1000,scale=852:480",
        "tonemap",
        "libx264",
        "-maxrate 1100000",
        "volume=5.84dB",
        "-t 60",
        "rung.m3u8",
    ] {
        assert!(call.contains(words), "{words}: {call}");
    }
}

#[test]
fn colours_that_are_not_told_are_told_before_anything_is_done_with_them() {
    let mut streams = phone("hevc", Colours::TakenForTelevision);
    let video = streams.video.as_mut().unwrap();
    (video.width, video.height) = (2560, 1440);
    let first = first_rung(&streams, plan(&streams).first, 60).join(" ");
    assert!(
        first.contains("fps=30000/1000,setparams=colorspace=bt709,scale="),
        "{first}"
    );
    let (_, poster) = poster(streams.video.as_ref().unwrap(), (640, 360), 0);
    let poster = poster.join(" ");
    assert!(
        poster.contains("-vf setparams=colorspace=bt709,scale="),
        "{poster}"
    );
}

#[test]
fn a_ladder_decodes_once_and_scales_downwards() {
    let streams = phone("hevc", Colours::Television);
    let steps = plan(&streams).ladder;
    let call = ladder(&streams, &steps, 60);
    let graph = call.get(1).unwrap();
    assert_eq!(graph.matches("[0:1]").count(), 1, "{graph}");
    assert!(
        graph.starts_with("[0:1]fps=59940/1000,setsar=1,format=yuv420p,split=2"),
        "{graph}"
    );
    assert!(
        graph.contains("[f720]fps=30000/1000,scale=426:240")
            && graph.contains("asplit=4[a240][a720][a1080][a64]"),
        "{graph}"
    );
    assert_eq!(call.iter().filter(|word| word.ends_with(LADDER_LIST)).count(), 4);
}
