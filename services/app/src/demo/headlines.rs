//! Feeds of the newsroom's own site, for Elsewhere: a real newsroom has some, so the demo serves itself a few.

use std::fmt::Write;

use anyhow::Context;
use axum::{
    Router,
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use ground::{clock::Clock, lang::Lang};
use publishing::{Elsewhere, ElsewhereConfig, FeedConfig};
use tokio::net::TcpListener;
use url::Url;

use crate::house::House;

/// Minutes ago, headline, teaser.
type Told = (i64, &'static str, &'static str);

/// The same house with these feeds, served from here on.
///
/// # Errors
/// When nothing can be served on this machine.
pub async fn with_headlines(house: House) -> anyhow::Result<House> {
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .context("the demo's feeds")?;
    let base: Url = format!("http://{}", listener.local_addr()?).parse()?;
    let clock = house.clock.clone();
    let router =
        Router::new().fallback(async move |uri: Uri| feed(&clock, uri.path().trim_start_matches('/')));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let feed = |language: Lang| -> anyhow::Result<FeedConfig> {
        let url = base.join(language.code())?;
        Ok(FeedConfig::InLanguage { url, language })
    };
    let feeds = Lang::ALL.into_iter().map(feed).collect::<anyhow::Result<_>>()?;
    let config = ElsewhereConfig {
        feeds,
        ..ElsewhereConfig::default()
    };
    Ok(house.reading(Elsewhere::trusting(&config, [base])?))
}

fn feed(clock: &Clock, code: &str) -> Response {
    let Some(language) = Lang::from_code(code) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut items = String::new();
    for (number, (minutes, title, teaser)) in told(language).iter().enumerate() {
        let at = (clock.now() - TimeDelta::minutes(*minutes)).to_rfc2822();
        // Writing to a text cannot fail.
        let _ = write!(
            items,
            "<item><title>{title}</title><link>https://www.example.org/{code}/{number}</link>\
             <description>{teaser}</description><pubDate>{at}</pubDate></item>"
        );
    }
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Demo</title>\
         <link>https://www.example.org/</link><description>Demo</description>{items}</channel></rss>"
    );
    ([(header::CONTENT_TYPE, "application/rss+xml")], body).into_response()
}

/// The newest first. No sign in them means anything in XML.
#[expect(clippy::too_many_lines, reason = "a list")]
fn told(language: Lang) -> &'static [Told] {
    match language {
        Lang::En => &[
            (
                35,
                "Parliament meets again on Monday",
                "The budget is first on the list, and three ministers are to be heard.",
            ),
            (
                110,
                "Rain until Thursday, then frost in the mountains",
                "Farmers in the north are told to cover young trees.",
            ),
            (
                260,
                "The citadel museum opens a second floor",
                "For the first time the whole collection of carpets can be seen.",
            ),
            (
                540,
                "Football: a draw that feels like a win",
                "The goal came in the last minute, from the far side of the field.",
            ),
        ],
        Lang::Ckb => &[
            (
                25,
                "پەرلەمان دووشەممە کۆدەبێتەوە",
                "بودجە یەکەم خاڵی کارنامەیە و سێ وەزیر بانگهێشت کراون.",
            ),
            (
                140,
                "باران تا پێنجشەممە، دواتر سەهۆڵبەندان لە شاخەکان",
                "داوا لە جووتیارانی باکوور دەکرێت دارە ساواکان دابپۆشن.",
            ),
            (
                300,
                "مۆزەخانەی قەڵا نهۆمی دووەم دەکاتەوە",
                "بۆ یەکەم جار هەموو فەرشەکان پیشان دەدرێن.",
            ),
            (
                610,
                "تۆپی پێ: یەکسانبوونێک وەک بردنەوە",
                "گۆڵەکە لە دوا خولەکدا هات.",
            ),
        ],
        Lang::Kmr => &[
            (
                40,
                "Parlamen roja duşemê dicive",
                "Budce xala yekem e û wê sê wezîr bên guhdarîkirin.",
            ),
            (
                150,
                "Baran heta pêncşemê, paşê sir li çiyan",
                "Ji cotkarên bakur re tê gotin ku darên nû binixumînin.",
            ),
            (
                330,
                "Muzexaneya kelehê qata duyem vedike",
                "Cara yekem hemû xalîçe tên dîtin.",
            ),
            (
                580,
                "Futbol: wekheviyek mîna serketinê",
                "Gol di deqeya dawî de hat.",
            ),
        ],
        Lang::Ar => &[
            (
                30,
                "البرلمان يجتمع مجددًا يوم الاثنين",
                "الموازنة أول بند، ومن المقرر الاستماع إلى ثلاثة وزراء.",
            ),
            (
                125,
                "أمطار حتى الخميس ثم صقيع في الجبال",
                "دعوة المزارعين في الشمال إلى تغطية الأشجار الصغيرة.",
            ),
            (
                290,
                "متحف القلعة يفتتح طابقًا ثانيًا",
                "للمرة الأولى تُعرض مجموعة السجاد كاملة.",
            ),
            (560, "كرة القدم: تعادل بطعم الفوز", "جاء الهدف في الدقيقة الأخيرة."),
        ],
        Lang::Tr => &[
            (
                45,
                "Meclis pazartesi yeniden toplanıyor",
                "Gündemin ilk maddesi bütçe; üç bakan dinlenecek.",
            ),
            (
                135,
                "Perşembeye kadar yağmur, sonra dağlarda don",
                "Kuzeydeki çiftçilere genç ağaçları örtmeleri söyleniyor.",
            ),
            (
                310,
                "Kale müzesi ikinci katını açıyor",
                "Halı koleksiyonunun tamamı ilk kez görülebilecek.",
            ),
            (
                600,
                "Futbol: galibiyet gibi bir beraberlik",
                "Gol son dakikada geldi.",
            ),
        ],
    }
}
