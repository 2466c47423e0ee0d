use super::{super::samples, *};

fn planes(width: u32, height: u32) -> Planes {
    Planes::from_rgb(&samples::noise(width, height), width as usize, height as usize).unwrap()
}

fn encoded(planes: Planes) -> Result<Vec<u8>, Stop> {
    encode(&mut Studio::from_full(planes), QUALITY, EFFORT)
}

#[test]
fn the_samples_must_fill_the_planes_and_the_picture_must_fit_the_format() {
    let mut short = planes(2, 2);
    short.luma.samples.pop();
    assert!(encoded(short).is_err());
    let mut lopsided = planes(4, 4);
    if let Some([blue, _]) = &mut lopsided.chroma {
        blue.samples.pop();
    }
    assert!(encoded(lopsided).is_err());
    assert!(encoded(Planes::blank(0, 2, true).unwrap()).is_err());
    for (width, height, fits) in [(16_384, 1, false), (16_383, 1, true), (1, 16_383, true)] {
        assert_eq!(encoded(planes(width, height)).is_ok(), fits, "{width} × {height}");
    }
    let mut studio = Studio::from_full(planes(2, 2));
    assert!(encode(&mut studio, 101, EFFORT).is_err());
    assert!(encode(&mut studio, QUALITY, 7).is_err());
}

#[test]
fn more_effort_makes_a_smaller_file() {
    let picture = samples::photo(400, 300);
    let planes = Planes::from_rgb(&picture, 400, 300).unwrap();
    let mut studio = Studio::from_full(planes);
    let fast = encode(&mut studio, QUALITY, 0).unwrap();
    let hard = encode(&mut studio, QUALITY, 6).unwrap();
    assert!(hard.len() < fast.len(), "{} {}", hard.len(), fast.len());
}

#[test]
fn what_is_encoded_is_decoded_again_grey_or_coloured() {
    for coloured in [true, false] {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (33, 17), (64, 64)] {
            let mut planes = Planes::blank(width, height, coloured).unwrap();
            planes.luma.samples.fill(150);
            for (plane, value) in planes.chroma.iter_mut().flatten().zip([90, 170]) {
                plane.samples.fill(value);
            }
            let (columns, rows) = (planes.width, planes.height);
            let webp = encoded(planes).unwrap();
            let decoded = decode(&webp, columns, rows).unwrap().into_full();
            assert!(decoded.is_whole());
            let near =
                |plane: &Plane, value: u8| plane.samples.iter().all(|sample| sample.abs_diff(value) <= 3);
            assert!(near(&decoded.luma, 150));
            let [blue, red] = decoded.chroma.as_ref().unwrap();
            let expected = if coloured { (90, 170) } else { (128, 128) };
            assert!(near(blue, expected.0) && near(red, expected.1));
            assert!(matches!(decode(&webp, columns + 1, rows), Err(Undecoded::Broken)));
        }
    }
}

#[test]
fn a_webp_cut_anywhere_is_broken() {
    let webp = encoded(planes(33, 17)).unwrap();
    for end in 0..webp.len() - 1 {
        assert!(
            matches!(decode(&webp[..end], 33, 17), Err(Undecoded::Broken)),
            "cut at {end} of {}",
            webp.len()
        );
    }
}
