//! IPTC's older fields (IIM 4.2), as Photoshop puts them into a file.

use super::{
    list::{Facts, What},
    moment,
    text::{clean, decode},
    window::Bytes,
};

/// Most fields and resources of one file.
const MAX_FIELDS: u32 = 500;

/// Reads Photoshop's resources and adds what IPTC's fields among them tell.
pub(super) fn read_resources(resources: &[u8], facts: &mut Facts) {
    let mut rest = Bytes(resources);
    for _ in 0..MAX_FIELDS {
        let Some((id, body)) = next_resource(&mut rest) else {
            return;
        };
        if id == 0x0404 {
            read(body, facts);
        }
    }
}

fn next_resource<'a>(rest: &mut Bytes<'a>) -> Option<(u16, &'a [u8])> {
    if rest.array()? != *b"8BIM" {
        return None;
    }
    let id = rest.u16()?;
    let name = usize::from(rest.u8()?);
    // The name and its length, and the body, each fill an even number of bytes.
    rest.take(name + usize::from(name % 2 == 0))?;
    let length = usize::try_from(rest.u32()?).ok()?;
    let body = rest.take(length)?;
    if length % 2 == 1 {
        rest.u8();
    }
    Some((id, body))
}

fn read(fields: &[u8], facts: &mut Facts) {
    let mut rest = Bytes(fields);
    let (mut date, mut clock) = (String::new(), String::new());
    for _ in 0..MAX_FIELDS {
        let Some((record, number, value)) = next_field(&mut rest) else {
            break;
        };
        if record != 2 {
            continue;
        }
        match number {
            55 => date = decode(value),
            60 => clock = decode(value),
            65 => facts.add_text("iptc:OriginatingProgram", &decode(value), What::Software),
            _ => {
                if let Some(name) = name_of(number) {
                    facts.add_text(&format!("iptc:{name}"), &decode(value), What::Other);
                }
            }
        }
    }
    let whole = clean(&clock).and_then(|clock| {
        let (time, zone) = clock.split_at_checked(6)?;
        let (hour, rest) = time.split_at_checked(2)?;
        let (minute, second) = rest.split_at_checked(2)?;
        moment::parse(&format!("{date}T{hour}:{minute}:{second}{zone}"))
    });
    let moment = whole.or_else(|| moment::parse(&date));
    facts.add_moment("iptc:DateCreated", moment, What::CapturedAt);
}

fn next_field<'a>(rest: &mut Bytes<'a>) -> Option<(u8, u8, &'a [u8])> {
    let [0x1C, record, number] = rest.array()? else {
        return None;
    };
    let length = rest.u16()?;
    // Longer ones have a length of a length: no text is so long.
    (length < 0x8000).then_some(())?;
    Some((record, number, rest.take(usize::from(length))?))
}

fn name_of(number: u8) -> Option<&'static str> {
    Some(match number {
        5 => "ObjectName",
        25 => "Keywords",
        40 => "SpecialInstructions",
        80 => "By-line",
        85 => "By-lineTitle",
        90 => "City",
        92 => "Sub-location",
        95 => "Province-State",
        101 => "Country",
        103 => "OriginalTransmissionReference",
        105 => "Headline",
        110 => "Credit",
        115 => "Source",
        116 => "CopyrightNotice",
        118 => "Contact",
        120 => "Caption-Abstract",
        122 => "Writer-Editor",
        _ => return None,
    })
}
