//! What people of the demo send. All of it is made up; the pictures were drawn by a program.

/// What becomes of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Waiting,
    Accepted,
    Declined,
    Published,
}

/// One contribution.
pub(super) struct Sample {
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) body: &'static str,
    pub(super) name: &'static str,
    pub(super) place: &'static str,
    pub(super) happened_at: &'static str,
    pub(super) consent: &'static str,
    pub(super) caption: &'static str,
    pub(super) photos: &'static [&'static [u8]],
    pub(super) end: End,
}

const DUSK: &[u8] = include_bytes!("../../../../web/demo/dusk.jpg");
const LAKE: &[u8] = include_bytes!("../../../../web/demo/lake.jpg");
const SNOW: &[u8] = include_bytes!("../../../../web/demo/snow.jpg");
const SPRING: &[u8] = include_bytes!("../../../../web/demo/spring.jpg");
const STORM: &[u8] = include_bytes!("../../../../web/demo/storm.jpg");

pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        language: "tr",
        title: "Köyümüzde fırtına: yol kapandı, komşular yardıma koştu",
        body: "Dün gece çıkan fırtına köyümüzün yolunu kapattı. Sabaha kadar elektrik yoktu.\n\n\
               Gençler sabah erkenden kürekleriyle yola çıktı; öğlene doğru ilk araç geçebildi. Kimseye bir şey olmadı.",
        name: "Elif Yıldız",
        place: "Hakkâri",
        happened_at: "Dün gece",
        consent: "anonymous",
        caption: "Fırtınadan hemen önce vadi",
        photos: &[STORM],
        end: End::Published,
    },
    Sample {
        language: "kmr",
        title: "Bihar hat zozanan: koçeran rê girtin",
        body: "Bihar zû hat û zozan şîn bûn. Malbatên koçer îro sibê bi keriyên xwe re derketin rê.\n\n\
               Zarokan got ku xweştirîn roja salê ev e. Em du rojên din li ser rê ne.",
        name: "Baran Mîrza",
        place: "Zozanên Berwarî",
        happened_at: "Îro sibê",
        consent: "named",
        caption: "Zozan di destpêka biharê de",
        photos: &[SPRING],
        end: End::Published,
    },
    Sample {
        language: "ar",
        title: "صباح هادئ على بحيرة دوكان",
        body: "خرجنا قبل شروق الشمس مع الصيادين إلى البحيرة. كان الماء ساكنًا كالمرآة.\n\n\
               يقول الصيادون إن منسوب المياه ارتفع هذا العام، وإن السمك عاد إلى أماكن غاب عنها سنوات.",
        name: "سارة الجبوري",
        place: "دوكان",
        happened_at: "فجر الجمعة",
        consent: "named",
        caption: "البحيرة قبل شروق الشمس",
        photos: &[LAKE],
        end: End::Published,
    },
    Sample {
        language: "en",
        title: "First snow above the village, and the road is open",
        body: "We woke up to the first snow of the year. The children were outside before breakfast.\n\n\
               The road to the valley is open; drivers should still carry chains. The bakery has bread for everyone who \
               is stuck.",
        name: "Ada Berwari",
        place: "Amedi",
        happened_at: "This morning",
        consent: "named",
        caption: "The ridge above the village at nine",
        photos: &[SNOW, LAKE],
        end: End::Published,
    },
    Sample {
        language: "ckb",
        title: "ئێوارەی نەورۆز لە ئاکرێ: هەزاران کەس بە مەشخەڵەوە",
        body: "ئەمشەو هەزاران کەس بە مەشخەڵەوە سەرکەوتنە سەر شاخ. لە دوورەوە وەک ڕووبارێکی ئاگر دەردەکەوت.\n\n\
               خێزانەکان لە شارەکانی دوورەوە هاتبوون. کەسێک وتی: «هەموو ساڵێک دێین، بەڵام ئەمساڵ جیاواز بوو.»",
        name: "ئاسۆ کەریم",
        place: "ئاکرێ",
        happened_at: "ئێوارەی نەورۆز",
        consent: "named",
        caption: "شاخەکانی ئاکرێ پێش تاریکبوون",
        photos: &[DUSK, SPRING],
        end: End::Published,
    },
    Sample {
        language: "ckb",
        title: "کێشەی ئاو لە گەڕەکەکەمان",
        body: "سێ ڕۆژە ئاومان نییە. تکایە ئەم کێشەیە بگەیەننە لایەنی پەیوەندیدار.",
        name: "",
        place: "هەولێر",
        happened_at: "سێ ڕۆژە",
        consent: "ask_first",
        caption: "",
        photos: &[],
        end: End::Waiting,
    },
    Sample {
        language: "en",
        title: "Dust over the airport road",
        body: "The wind picked up at three. You can hardly see the cars in front of you.",
        name: "M.",
        place: "Erbil",
        happened_at: "Today, 15:00",
        consent: "anonymous",
        caption: "",
        photos: &[STORM],
        end: End::Accepted,
    },
    Sample {
        language: "kmr",
        title: "Agahî li ser kontrola nû ya rê",
        body: "Ev tenê ji bo agahdariya we ye. Ji kerema xwe navê min neweşînin.",
        name: "",
        place: "Duhok",
        happened_at: "Duh êvarê",
        consent: "information_only",
        caption: "",
        photos: &[],
        end: End::Waiting,
    },
    Sample {
        language: "tr",
        title: "Göl kenarında gün batımı",
        body: "Güzel bir akşamdı, paylaşmak istedim.",
        name: "Deniz",
        place: "Van",
        happened_at: "Geçen hafta",
        consent: "named",
        caption: "",
        photos: &[DUSK],
        end: End::Declined,
    },
];
