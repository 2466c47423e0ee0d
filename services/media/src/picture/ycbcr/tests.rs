use super::{super::samples, *};

#[test]
fn colours_are_those_of_the_standard() {
    for (rgb, expected) in [
        ([0, 0, 0], [0, 128, 128]),
        ([255, 255, 255], [255, 128, 128]),
        ([255, 0, 0], [76, 85, 255]),
        ([0, 255, 0], [150, 44, 21]),
        ([0, 0, 255], [29, 255, 107]),
    ] {
        let planes = Planes::from_rgb(&rgb.repeat(4), 2, 2).unwrap();
        let [blue, red] = planes.chroma.as_ref().unwrap();
        let made = [planes.luma.samples[3], blue.samples[0], red.samples[0]];
        assert_eq!(made, expected, "{rgb:?}");
    }
}

#[test]
fn there_and_back_every_colour_is_what_it_was() {
    for red in (0..=255).step_by(15) {
        for green in (0..=255).step_by(15) {
            for blue in (0..=255).step_by(15) {
                let colour = [red, green, blue];
                let rgb = colour.repeat(3 * 3);
                let back = Planes::from_rgb(&rgb, 3, 3).unwrap().into_rgb();
                let near = back.iter().zip(&rgb).all(|(a, b)| a.abs_diff(*b) <= 2);
                assert!(near, "{colour:?} became {:?}", &back[..3]);
            }
        }
    }
}

#[test]
fn an_odd_side_changes_no_colour() {
    let (width, height) = (66, 130);
    let rgb = samples::photo(width, height);
    let (width, height) = (width as usize, height as usize);
    let quick = Planes::from_rgb(&rgb, width, height).unwrap();
    let mut slow = Planes::blank(width, height, true).unwrap();
    for (mut strip, rgb) in slow.strips_mut().zip(rgb.chunks(STRIP_ROWS * width * 3)) {
        for (mut band, rgb) in strip.bands().zip(rgb.chunks(6 * width)) {
            let (upper, lower) = rgb.split_at(3 * width);
            band.set_rgb(upper, lower);
        }
    }
    let (mut quick, mut slow) = (quick, slow);
    for (one, other) in quick.planes_mut().zip(slow.planes_mut()) {
        let mut apart = one.samples.iter().zip(&other.samples);
        assert!(apart.all(|(a, b)| a.abs_diff(*b) <= 1));
    }
}

#[test]
fn chroma_is_the_mean_of_what_it_covers_also_at_odd_edges() {
    // Three by three, red in the last column and the last row.
    let (grey, red) = ([128, 128, 128], [255, 0, 0]);
    let rgb = [grey, grey, red, grey, grey, red, red, red, red].concat();
    let planes = Planes::from_rgb(&rgb, 3, 3).unwrap();
    assert!(planes.is_whole());
    let [_, reds] = planes.chroma.unwrap();
    assert_eq!(reds.samples, [128, 255, 255, 255]);
    let rgb = [grey, red, red, red].concat();
    let [_, reds] = Planes::from_rgb(&rgb, 2, 2).unwrap().chroma.unwrap();
    assert!(reds.samples[0].abs_diff(224) <= 1, "{reds:?}");
}

#[test]
fn grey_planes_make_grey_pixels() {
    let mut grey = Planes::blank(3, 1, false).unwrap();
    grey.luma.samples = vec![1, 2, 250];
    assert_eq!(grey.into_rgb(), [1, 1, 1, 2, 2, 2, 250, 250, 250]);
}

#[test]
fn the_smaller_range_loses_no_more_than_a_step() {
    let planes = Planes::from_rgb(&samples::noise(64, 64), 64, 64).unwrap();
    let studio = Studio::from_full(planes.clone());
    assert!(
        studio
            .0
            .luma
            .samples
            .iter()
            .all(|sample| (16..=235).contains(sample))
    );
    let back = studio.into_full();
    let mut planes = planes;
    let mut back = back;
    for (one, other) in planes.planes_mut().zip(back.planes_mut()) {
        for (a, b) in one.samples.iter().zip(&other.samples) {
            assert!(a.abs_diff(*b) <= 1);
        }
    }
    let mut ends = Planes::blank(2, 1, false).unwrap();
    ends.luma.samples = vec![0, 255];
    assert_eq!(Studio::from_full(ends.clone()).0.luma.samples, [16, 235]);
    assert_eq!(Studio::from_full(ends.clone()).into_full(), ends);
}

#[test]
fn what_is_transparent_shows_the_white_below() {
    let colour = Planes::from_rgb(&[200, 30, 60].repeat(9), 3, 3).unwrap();
    let white = Planes::from_rgb(&[255; 27], 3, 3).unwrap();
    let laid = |alpha: [u8; 9]| {
        let mut studio = Studio::from_full(colour.clone());
        studio.lay_on_white(&Plane {
            width: 3,
            height: 3,
            samples: alpha.to_vec(),
        });
        studio.into_full()
    };
    assert_eq!(laid([0; 9]), white);
    assert_eq!(laid([255; 9]), Studio::from_full(colour.clone()).into_full());
    let half = laid([255, 255, 0, 255, 255, 0, 0, 0, 0]);
    assert_eq!(half.luma.samples[8], 255);
    let [blue, red] = half.chroma.unwrap();
    let [full_blue, full_red] = Studio::from_full(colour.clone()).into_full().chroma.unwrap();
    assert_eq!(
        (blue.samples[0], red.samples[0]),
        (full_blue.samples[0], full_red.samples[0])
    );
    assert_eq!((blue.samples[3], red.samples[3]), (128, 128));
}
