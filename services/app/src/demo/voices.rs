//! What people of the demo say under stories. All of it is made up.

/// Who says something.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
    /// By a browser of their own.
    Guest(&'static str),
    /// With an account ([`READERS`]).
    Reader(&'static str),
    Newsroom,
}

/// What becomes of what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    /// The newsroom has not decided yet.
    Waits,
    /// The newsroom recommends it.
    Promoted,
    /// By so many, for a reason and with words each; nobody has looked yet.
    Reported(&'static [(&'static str, &'static str)]),
    Removed(&'static str),
}

/// One comment.
#[derive(Debug)]
pub(super) struct Voice {
    /// Its name in this list.
    pub(super) key: &'static str,
    pub(super) minutes_ago: i64,
    /// The story's language.
    pub(super) story: &'static str,
    pub(super) by: Who,
    pub(super) answers: Option<&'static str>,
    pub(super) body: &'static str,
    pub(super) likes: u8,
    pub(super) fate: Fate,
}

/// Who has an account: name and address.
pub(super) const READERS: &[(&str, &str)] = &[
    ("Rojîn Demhat", "rojin@demo.example"),
    ("کاروان عەزیز", "karwan@demo.example"),
];

const ROJIN: Who = Who::Reader("Rojîn Demhat");
const KARWAN: Who = Who::Reader("کاروان عەزیز");

const fn voice(
    key: &'static str,
    minutes_ago: i64,
    story: &'static str,
    by: Who,
    body: &'static str,
) -> Voice {
    Voice {
        key,
        minutes_ago,
        story,
        by,
        answers: None,
        body,
        likes: 0,
        fate: Fate::Stays,
    }
}

impl Voice {
    const fn to(self, key: &'static str) -> Self {
        Self {
            answers: Some(key),
            ..self
        }
    }

    const fn liked(self, likes: u8) -> Self {
        Self { likes, ..self }
    }

    const fn met(self, fate: Fate) -> Self {
        Self { fate, ..self }
    }
}

/// The oldest first.
pub(super) const VOICES: &[Voice] = &[
    voice(
        "road",
        2900,
        "tr",
        Who::Guest("Serhat"),
        "Geçmiş olsun. Amcam o köyde yaşıyor, sabah telefonla konuştum; herkes iyiymiş.",
    )
    .liked(3),
    voice(
        "thanks",
        2760,
        "tr",
        Who::Guest("Bir komşu"),
        "Kürek getiren gençlere teşekkürler. Çorba bizdendi!",
    )
    .to("road")
    .liked(5),
    voice(
        "spring",
        2500,
        "kmr",
        ROJIN,
        "Wêneyekî pir xweş e. Dapîra min jî her sal bi vê rêyê diçû zozanan.",
    )
    .liked(4),
    voice(
        "lake",
        1500,
        "ar",
        Who::Guest("يوسف"),
        "كنت هناك العام الماضي وكان الماء أبعد بكثير. خبر يفرح القلب.",
    )
    .liked(2),
    voice(
        "lake-answer",
        1440,
        "ar",
        KARWAN,
        "لەوێ ڕاوکردن لە مانگی داهاتووەوە قەدەغەیە، با ماسییەکان زیاد بن.",
    )
    .to("lake"),
    voice(
        "snow",
        1000,
        "en",
        Who::Guest("Hozan"),
        "Beautiful. We are driving up tomorrow morning with three small children. Are chains enough, or is it better to \
         wait for the plough?",
    )
    .liked(2),
    voice(
        "chains",
        960,
        "en",
        ROJIN,
        "I came down at noon. Chains were enough, but the last bend before the bakery is ice until about ten. Go late.",
    )
    .to("snow")
    .liked(7)
    .met(Fate::Promoted),
    voice(
        "newsroom",
        930,
        "en",
        Who::Newsroom,
        "The traffic police told us the same this afternoon: open with chains, and slowly. We will say here when that \
         changes.",
    )
    .to("snow")
    .liked(3),
    voice(
        "earlier",
        820,
        "en",
        Who::Guest("Grandson of Amedi"),
        "> the snow used to come a month earlier\n\nMy grandfather kept a book about it from 1961 on. The first snow was \
         in the last week of October for twenty years in a row. I can send you pictures of the pages.",
    )
    .liked(6),
    voice(
        "book",
        790,
        "en",
        KARWAN,
        "Please do, with the button above the comments. I would read that.",
    )
    .to("earlier"),
    voice(
        "angry",
        760,
        "en",
        Who::Guest("Somebody"),
        "Only idiots live up there anyway.",
    )
    .met(Fate::Removed("insult")),
    voice(
        "newroz",
        560,
        "ckb",
        KARWAN,
        "هەموو ساڵێک دەچین. ئەمساڵ لە هەموو ساڵەکانی تر قەرەباڵغتر بوو، بەڵام زۆر ڕێکوپێک بوو.",
    )
    .liked(8)
    .met(Fate::Promoted),
    voice(
        "newroz-question",
        500,
        "ckb",
        Who::Guest("ژیار"),
        "کەس دەزانێت بەیانی ڕێگاکە کراوەیە؟ دەمەوێت منداڵەکان ببەم.",
    ),
    voice(
        "newroz-answer",
        480,
        "ckb",
        Who::Newsroom,
        "بەڵێ، پۆلیسی هاتوچۆ دەڵێت ڕێگاکە لە کاتژمێر هەشتەوە کراوەیە.",
    )
    .to("newroz-question")
    .liked(2),
    voice(
        "rumour",
        260,
        "ckb",
        Who::Guest("یەکێک"),
        "بیستوومە دوو کەس سووتاون و کەس باسی ناکات.",
    )
    .met(Fate::Reported(&[
        ("false", "هیچ کەس نەسووتاوە، من لەوێ بووم."),
        ("false", ""),
    ])),
    voice(
        "late",
        180,
        "en",
        Who::Guest("Bus driver's wife"),
        "He says thank you to the two boys who pushed. He did not get your names.",
    )
    .liked(9),
    voice(
        "number",
        130,
        "en",
        Who::Guest("Nazdar"),
        "The baker is called Ahmed, his number is 0750 000 0000, just ring him when you are hungry.",
    )
    .met(Fate::Reported(&[("private", "Nobody asked Ahmed whether he wants that.")])),
    voice(
        "cheap",
        90,
        "en",
        Who::Guest("Best Offers"),
        "Snow chains at half the price: https://chains.example/a and https://chains.example/b and only today!",
    )
    .met(Fate::Waits),
    voice(
        "new-tr",
        60,
        "tr",
        Who::Guest("Zeynep"),
        "Elektrik bizim mahallede hâlâ yok. Arıza numarasını bilen var mı?",
    )
    .met(Fate::Waits),
    voice(
        "new-ckb",
        35,
        "ckb",
        Who::Guest("شنۆ"),
        "دەستتان خۆش بێت بۆ وێنەکان. ئێمە لە دوورەوە سەیرمان دەکرد.",
    )
    .met(Fate::Waits),
    voice(
        "new-en",
        12,
        "en",
        Who::Guest("A traveller"),
        "Is there a place to stay in the village if the road closes again?",
    )
    .met(Fate::Waits),
    voice(
        "plough",
        8,
        "en",
        ROJIN,
        "The plough has just passed. Good morning, everybody!",
    )
    .to("snow")
    .liked(1),
];
