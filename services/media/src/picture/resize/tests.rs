use super::*;

const SIZES: [((u32, u32), (u32, u32)); 5] = [
    ((3, 2731), (3, 1)),
    ((16_384, 1), (2048, 1)),
    ((1, 16_384), (1, 16_383)),
    ((7, 5), (1, 1)),
    ((9, 9), (5, 3)),
];

fn filled(width: usize, height: usize, value: u8) -> Plane {
    let mut plane = Plane::zeroed(width, height);
    plane.samples.fill(value);
    plane
}

fn one_colour(width: u32, height: u32, shift: (u8, u8)) -> Planes {
    let (columns, rows) = (width as usize, height as usize);
    let (chroma_columns, chroma_rows) = (columns.div_ceil(1 << shift.0), rows.div_ceil(1 << shift.1));
    Planes {
        width,
        height,
        luma: filled(columns, rows, 17),
        chroma: Some([130, 240].map(|value| filled(chroma_columns, chroma_rows, value))),
        shift,
    }
}

#[test]
fn one_colour_stays_that_colour_at_every_odd_size_and_sampling() {
    for shift in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2)] {
        for (from, to) in SIZES {
            let planes = one_colour(from.0, from.1, shift);
            assert!(planes.is_whole());
            let expected = one_colour(to.0, to.1, HALF);
            assert_eq!(resize(&planes, to.0, to.1).unwrap(), expected);
            assert_eq!(shrink(planes, to.0, to.1, [Edge::Last; 2]).unwrap(), expected);
        }
    }
}

#[test]
fn one_colour_of_pixels_stays_that_colour() {
    for channels in [Channels::Grey, Channels::Rgb, Channels::Cmyk] {
        let colour = &[17, 130, 240, 90][..channels.count()];
        for (from, to) in SIZES {
            let pixels = Pixels {
                width: from.0,
                height: from.1,
                channels,
                samples: colour.repeat(from.0 as usize * from.1 as usize),
            };
            let made = shrink_pixels(pixels, to.0, to.1).unwrap();
            assert_eq!((made.width, made.height), to);
            assert_eq!(made.samples, colour.repeat(to.0 as usize * to.1 as usize));
        }
    }
}

#[test]
fn planes_of_the_wanted_size_stay_as_they_are() {
    let planes = one_colour(31, 17, HALF);
    let mut marked = planes.clone();
    marked.luma.samples[7] = 99;
    assert_eq!(shrink(marked.clone(), 31, 17, [Edge::Last; 2]).unwrap(), marked);
}

/// Brightness and colour change at the same place: they must after resizing, too.
#[test]
fn chroma_stays_where_its_luma_is() {
    for shift in [(0, 0), (1, 1), (2, 0)] {
        let mut planes = one_colour(1002, 8, shift);
        let at = 500;
        for row in planes.luma.rows_mut() {
            row[at..].fill(200);
        }
        for row in planes.chroma.iter_mut().flatten().flat_map(Plane::rows_mut) {
            row[at >> shift.0..].fill(20);
        }
        for width in [501, 333, 251, 1001] {
            let made = resize(&planes, width, 5).unwrap();
            assert!(made.is_whole());
            let edge = |row: &[u8], low: u8, high: u8| {
                let share =
                    |sample: u8| (f64::from(sample) - f64::from(low)) / (f64::from(high) - f64::from(low));
                row.iter().map(|&sample| share(sample)).sum::<f64>()
            };
            let luma = edge(&made.luma.samples[..width as usize], 17, 200);
            let blue = edge(
                &made.chroma.as_ref().unwrap()[0].samples[..width.div_ceil(2) as usize],
                130,
                20,
            );
            // Both count the columns right of the edge, chroma by pairs, of which the last may be half outside.
            let outside = f64::from(width % 2);
            assert!(
                (2.0 * blue - outside - luma).abs() < 0.6,
                "{shift:?} {width}: {luma} {blue}"
            );
        }
    }
}

/// Planes whose chroma grows by five with each of its columns or rows.
fn ramp(width: u32, height: u32, down: bool) -> Planes {
    let mut planes = one_colour(width, height, HALF);
    for plane in planes.chroma.iter_mut().flatten() {
        let columns = plane.width;
        for (at, sample) in plane.samples.iter_mut().enumerate() {
            *sample = u8::try_from(5 * if down { at / columns } else { at % columns }).unwrap();
        }
    }
    planes
}

#[test]
fn chroma_lies_where_it_belongs_at_odd_sizes_whichever_edge_it_goes_beyond() {
    let (from, to) = (100_u32, 31_u32);
    for edge in [Edge::First, Edge::Last] {
        for down in [false, true] {
            let made = shrink(ramp(from, from, down), to, to, [edge; 2]).unwrap();
            let plane = &made.chroma.unwrap()[0];
            // Without those to which the ends of the ramp reach.
            for at in 4..12_u8 {
                let begins = 2.0 * f64::from(at) - if edge == Edge::First { 1.0 } else { 0.0 };
                let middle = (begins + 1.0) * f64::from(from) / f64::from(to);
                let expected = 5.0 * (middle / 2.0 - 0.5);
                let index = usize::from(if down { at * 16 } else { at });
                let found = f64::from(plane.samples[index + if down { 8 } else { 16 * 8 }]);
                assert!(
                    (found - expected).abs() <= 1.0,
                    "{edge:?}, down: {down}, sample {at}: {found} instead of {expected}"
                );
            }
        }
    }
}

#[test]
fn chroma_of_an_odd_picture_that_keeps_its_size_moves_only_when_it_is_turned_about() {
    let odd = ramp(31, 31, false);
    assert_eq!(shrink(odd.clone(), 31, 31, [Edge::Last; 2]).unwrap(), odd);
    let moved = shrink(odd, 31, 31, [Edge::First, Edge::Last]).unwrap();
    // By one column of luma, which is half of one of chroma, which is half of five.
    let samples = &moved.chroma.unwrap()[0].samples;
    for at in 4..12_u8 {
        let found = samples[16 * 8 + usize::from(at)];
        assert!((5 * at - found).abs_diff(3) <= 1, "sample {at}: {found}");
    }
}

#[test]
fn edges_are_repeated_around_a_plane() {
    let plane = Plane {
        width: 2,
        height: 2,
        samples: vec![1, 2, 3, 4],
    };
    let wider = plane.repeating_edges([1, 2], [0, 1]);
    assert_eq!((wider.width, wider.height), (5, 3));
    assert_eq!(wider.samples, [1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 3, 3, 4, 4, 4]);
    let row = filled(3, 1, 9);
    assert_eq!(row.repeating_edges([0, 0], [2, 1]), filled(3, 4, 9));
}
