//! The measuring half of `make bench-repeats` (tests/bench/repeats.mjs says what of): recall, false matches, and how long
//! a question takes. Prints, never judges.
//!
//! Its argument is a folder with `frames.raw`, grey squares one after the other, and `frames.tsv`: source, alteration and
//! group of each. It fills the database of `DATABASE_URL`, which must be a throw-away one whose user may do everything.

#![expect(clippy::cast_precision_loss, reason = "counts, far below what a float holds")]

use std::{
    collections::{BTreeMap, HashMap},
    f32::consts::PI,
    fmt::Write,
    path::PathBuf,
    time::Instant,
};

use anyhow::{Context, ensure};
use ground::ids::MediaId;
use media::{
    likeness::{FRAME_SIDE, Keys, SIDE, Sketch},
    repeats,
};
use sqlx::{Connection, Executor, PgConnection, Row, types::Uuid};

/// Rows sent to the database at once.
const BATCH: u32 = 20_000;

/// Questions that are timed.
const QUESTIONS: i64 = 1500;

fn main() -> anyhow::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("the folder of the frames")?);
    let [hashes, rows] = [("BENCH_HASHES", 200_000), ("BENCH_ROWS", 1_000_000)].map(|(name, usual)| {
        std::env::var(name)
            .ok()
            .and_then(|n| n.parse().ok())
            .unwrap_or(usual)
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let mut conn = PgConnection::connect(&std::env::var("DATABASE_URL")?).await?;
        // Without uploads: the rows that media hang on are of no use here.
        conn.execute("set session_replication_role = replica").await?;
        let pictures = pictures(&folder)?;
        fill(&mut conn, 0, hashes).await?;
        let sources = keep_sources(&mut conn, &pictures).await?;
        recall(&mut conn, &pictures, &sources).await?;
        fill(&mut conn, hashes, rows).await?;
        conn.execute("insert into media (media_id, upload_id, created_at, sha256)
                      select media_id, gen_random_uuid(), now(), sha256(media_id::text::bytea) from likenesses").await?;
        speed(&mut conn).await
    })
}

struct Picture {
    source: String,
    alteration: String,
    group: String,
    sketch: Option<Sketch>,
}

fn pictures(folder: &std::path::Path) -> anyhow::Result<Vec<Picture>> {
    let frames = std::fs::read(folder.join("frames.raw"))?;
    let names = std::fs::read_to_string(folder.join("frames.tsv"))?;
    ensure!(
        frames.len() == names.lines().count() * FRAME_SIDE * FRAME_SIDE,
        "frames and names differ in number"
    );
    let frames = frames.chunks_exact(FRAME_SIDE * FRAME_SIDE);
    names
        .lines()
        .zip(frames)
        .map(|(line, frame)| {
            let mut fields = line.split('\t').map(str::to_owned);
            let mut field = || fields.next().context("three fields a line");
            Ok(Picture {
                source: field()?,
                alteration: field()?,
                group: field()?,
                sketch: Sketch::of(frame),
            })
        })
        .collect()
}

async fn insert(conn: &mut PgConnection, media_id: MediaId, sketch: &Sketch) -> sqlx::Result<()> {
    let Keys { whole, inner } = Keys::of(sketch);
    sqlx::query(
        "insert into likenesses (media_id, frame, sketch, whole_key, inner_key) values ($1, 0, $2, $3, $4)",
    )
    .bind(media_id)
    .bind(sketch.as_bytes())
    .bind(whole)
    .bind(inner)
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps what was not altered; gives whose it is.
async fn keep_sources(
    conn: &mut PgConnection,
    pictures: &[Picture],
) -> anyhow::Result<HashMap<MediaId, usize>> {
    let mut sources = HashMap::new();
    for (i, picture) in pictures.iter().enumerate() {
        if let Some(sketch) = picture.sketch.as_ref().filter(|_| picture.alteration == "none") {
            let media_id = MediaId(Uuid::from_u128((1 << 64) + i as u128));
            insert(conn, media_id, sketch).await?;
            sources.insert(media_id, i);
        } else if picture.alteration == "none" {
            println!("flat, found by SHA-256 only: {}", picture.source);
        }
    }
    println!("{} sources among what is kept", sources.len());
    Ok(sources)
}

/// Each altered picture comes, is asked about, and is forgotten.
async fn recall(
    conn: &mut PgConnection,
    pictures: &[Picture],
    sources: &HashMap<MediaId, usize>,
) -> anyhow::Result<()> {
    conn.execute("analyze likenesses").await?;
    let known = |media_id| sources.get(&media_id).and_then(|&i| pictures.get(i));
    let searched: Vec<&str> = sources
        .values()
        .filter_map(|&i| Some(pictures.get(i)?.source.as_str()))
        .collect();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut missed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for picture in pictures
        .iter()
        .filter(|picture| searched.contains(&picture.source.as_str()))
    {
        let [asked, right, wrong] = counts.entry(&picture.alteration).or_default();
        *asked += 1;
        let Some(sketch) = &picture.sketch else {
            continue;
        };
        let media_id = MediaId(Uuid::from_u128(1));
        let mut tx = conn.begin().await?;
        insert(&mut tx, media_id, sketch).await?;
        let repeats = repeats::find(&mut tx, media_id).await?;
        tx.rollback().await?;
        let found: Vec<_> = repeats
            .iter()
            .map(|repeat| (repeat, known(repeat.media_id)))
            .collect();
        if found
            .iter()
            .any(|(_, other)| other.is_some_and(|other| other.source == picture.source))
        {
            *right += 1;
        } else {
            missed
                .entry(&picture.alteration)
                .or_default()
                .push(&picture.source);
        }
        for (repeat, other) in found
            .iter()
            .filter(|(_, other)| other.is_none_or(|other| other.group != picture.group))
        {
            *wrong += 1;
            let other = other.map_or("a random one", |other| &other.source);
            println!(
                "false: {} {} is like {other}, {:.3}",
                picture.source, picture.alteration, repeat.score
            );
        }
    }
    println!(
        "{:<24} {:>6} {:>6} {:>8} {:>6}",
        "alteration", "asked", "found", "recall", "false"
    );
    for (alteration, [asked, right, wrong]) in counts {
        let recall = 100.0 * right as f64 / asked.max(1) as f64;
        println!("{alteration:<24} {asked:>6} {right:>6} {recall:>7.1}% {wrong:>6}");
    }
    for (alteration, sources) in missed {
        println!("missed, {alteration}: {}", sources.join(" "));
    }
    Ok(())
}

async fn fill(conn: &mut PgConnection, from: u32, to: u32) -> anyhow::Result<()> {
    let mut next = from;
    while next < to {
        let end = to.min(next.saturating_add(BATCH));
        let mut lines = String::new();
        for seed in next..end {
            let sketch = random(seed);
            let Keys { whole, inner } = Keys::of(&sketch);
            write!(
                lines,
                "{}\t0\t\\\\x",
                Uuid::from_u128((2 << 64) + u128::from(seed))
            )?;
            for byte in sketch.as_bytes() {
                write!(lines, "{byte:02x}")?;
            }
            writeln!(lines, "\t{whole}\t{inner}")?;
        }
        let mut copy = conn
            .copy_in_raw("copy likenesses (media_id, frame, sketch, whole_key, inner_key) from stdin")
            .await?;
        copy.send(lines.into_bytes()).await?;
        copy.finish().await?;
        next = end;
    }
    Ok(())
}

async fn speed(conn: &mut PgConnection) -> anyhow::Result<()> {
    conn.execute("vacuum analyze likenesses, media").await?;
    let sizes = conn
        .fetch_one("select pg_size_pretty(pg_table_size('likenesses')), pg_size_pretty(pg_relation_size('likenesses_whole_key')),
                    pg_size_pretty(pg_relation_size('likenesses_inner_key')), (select count(*) from likenesses)")
        .await?;
    let [table, whole, inner] = [0, 1, 2].map(|i| sizes.get::<String, _>(i));
    println!(
        "{} rows: table {table}, indexes {whole} and {inner}",
        sizes.get::<i64, _>(3)
    );
    let asked: Vec<MediaId> =
        sqlx::query_scalar("select media_id from likenesses order by md5(media_id::text) limit $1")
            .bind(QUESTIONS)
            .fetch_all(&mut *conn)
            .await?;
    let mut times = Vec::new();
    for media_id in asked {
        let begun = Instant::now();
        repeats::find(conn, media_id).await?;
        times.push(begun.elapsed());
    }
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    let at = |share: usize| {
        times
            .get((times.len() * share / 1000).min(times.len().saturating_sub(1)))
            .copied()
    };
    let [p50, p95, p99, most] = [500, 950, 990, 1000].map(|share| at(share).unwrap_or_default());
    println!(
        "find, {} questions: p50 {p50:.1?}, p95 {p95:.1?}, p99 {p99:.1?}, longest {most:.1?}; the first {first:.1?}",
        times.len()
    );
    Ok(())
}

/// Waves along each axis of a random picture.
const WAVES: usize = 20;

/// A picture of chance, as photos are: strong long waves and weak short ones, most of them brighter above than below.
fn random(seed: u32) -> Sketch {
    let mut state = (u64::from(seed) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut unit = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u16::try_from(state >> 48).map_or(0.0, f32::from) / 65_536.0
    };
    loop {
        let (fall, begun) = (0.9 + 0.7 * unit(), [unit() * 0.5, unit() * 0.5]);
        let sky = if unit() < 0.7 { unit() } else { -unit() / 2.0 };
        let mut waves = [[0.0_f32; WAVES]; WAVES];
        for (down, row) in (0_u8..).zip(&mut waves) {
            for (across, wave) in (0_u8..).zip(row) {
                let normal: f32 = (0..6).map(|_| unit()).sum::<f32>() * 1.414 - 4.243;
                let length = f32::from(across).hypot(f32::from(down));
                *wave = if length > 0.0 {
                    normal / length.powf(fall)
                } else {
                    0.0
                };
                if (across, down) == (0, 1) {
                    *wave += sky;
                }
            }
        }
        let [columns, rows] = begun.map(along);
        let mut frame = Vec::with_capacity(FRAME_SIDE * FRAME_SIDE);
        for row in &rows {
            let mut sums = [0.0; WAVES];
            for (waves, weight) in waves.iter().zip(row) {
                sums.iter_mut()
                    .zip(waves)
                    .for_each(|(sum, wave)| *sum += wave * weight);
            }
            let pixels: Vec<u8> = columns
                .iter()
                .flat_map(|column| [level(&sums, column); FRAME_SIDE / SIDE])
                .collect();
            (0..FRAME_SIDE / SIDE).for_each(|_| frame.extend_from_slice(&pixels));
        }
        if let Some(sketch) = Sketch::of(&frame) {
            return sketch;
        }
    }
}

/// What each wave is in each cell.
fn along(begun: f32) -> Vec<[f32; WAVES]> {
    let cell = |cell: u8| (f32::from(cell) + 0.5) / SIDE as f32;
    let wave = |order: usize, at: f32| (PI * order as f32 * (at + begun) / 1.5).cos();
    (0..24)
        .map(|i| std::array::from_fn(|order| wave(order, cell(i))))
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte"
)]
fn level(sums: &[f32; WAVES], column: &[f32; WAVES]) -> u8 {
    let level: f32 = sums.iter().zip(column).map(|(one, other)| one * other).sum();
    (128.0 + 35.0 * level).clamp(0.0, 255.0) as u8
}
