//! What people of the demo send. All of it is made up; the pictures were drawn by a program.

/// What becomes of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Waiting,
    Accepted,
    Declined,
    Published,
}

/// One contribution; what is published of it says the same.
pub(super) struct Sample {
    pub(super) minutes_ago: i64,
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) body: &'static str,
    pub(super) name: &'static str,
    pub(super) place: &'static str,
    pub(super) happened_at: &'static str,
    pub(super) consent: &'static str,
    pub(super) at_risk: bool,
    pub(super) has_film: bool,
    pub(super) photos: &'static [&'static [u8]],
    pub(super) end: End,
    /// Of the film and the photos, in this order.
    pub(super) captions: &'static [&'static str],
    /// With commas between them.
    pub(super) tags: &'static str,
    /// What the desk says that it checked.
    pub(super) checked: &'static str,
    /// What it puts right afterwards.
    pub(super) correction: &'static str,
}

const DUSK: &[u8] = include_bytes!("../../../../web/demo/dusk.jpg");
pub(super) const LAKE: &[u8] = include_bytes!("../../../../web/demo/lake.jpg");
const SNOW: &[u8] = include_bytes!("../../../../web/demo/snow.jpg");
const SPRING: &[u8] = include_bytes!("../../../../web/demo/spring.jpg");
const STORM: &[u8] = include_bytes!("../../../../web/demo/storm.jpg");

/// What nobody said more about.
const PLAIN: Sample = Sample {
    minutes_ago: 0,
    language: "en",
    title: "",
    body: "",
    name: "",
    place: "",
    happened_at: "",
    consent: "anonymous",
    at_risk: false,
    has_film: false,
    photos: &[],
    end: End::Waiting,
    captions: &[],
    tags: "",
    checked: "",
    correction: "",
};

/// The oldest first.
pub(super) const SAMPLES: &[Sample] = &[
    Sample {
        minutes_ago: 3000,
        language: "tr",
        title: "Köyümüzde fırtına: yol kapandı, komşular yardıma koştu",
        body: "Dün gece çıkan fırtına köyümüzün yolunu kapattı. Sabaha kadar elektrik yoktu.\n\n\
               Gençler sabah erkenden kürekleriyle yola çıktı; öğlene doğru ilk araç geçebildi. Kimseye bir şey olmadı.\n\n\
               Muhtar, yolun tamamının akşama kadar açılacağını söyledi. Okul bugün tatil.",
        name: "Elif Yıldız",
        place: "Hakkâri",
        happened_at: "Dün gece",
        photos: &[STORM],
        end: End::Published,
        captions: &["Fırtınadan hemen önce vadi"],
        tags: "Hava, Fırtına, Hakkâri",
        checked: "Köyün muhtarıyla telefonda konuştuk; fotoğraf gönderildiği gün çekilmiş.",
        correction: "İlk metinde yolun sabah açıldığı yazıyordu. İlk araç öğlene doğru geçti.",
        ..PLAIN
    },
    Sample {
        minutes_ago: 2640,
        language: "kmr",
        title: "Bihar hat zozanan: koçeran rê girtin",
        body: "Bihar zû hat û zozan şîn bûn. Malbatên koçer îro sibê bi keriyên xwe re derketin rê.\n\n\
               Zarokan got ku xweştirîn roja salê ev e. Em du rojên din li ser rê ne.\n\n\
               Kalê malbatê got: «Bavê min jî di vê rêyê re diçû, û bavê wî jî.»",
        name: "Baran Mîrza",
        place: "Zozanên Berwarî",
        happened_at: "Îro sibê",
        consent: "named",
        photos: &[SPRING],
        end: End::Published,
        captions: &["Zozan di destpêka biharê de"],
        tags: "Bihar, Koçer, Zozan",
        checked: "Me bi şanderê re axivî û cihê wêneyê li ser nexşeyê dît.",
        ..PLAIN
    },
    Sample {
        minutes_ago: 2100,
        language: "tr",
        title: "Göl kenarında gün batımı",
        body: "Güzel bir akşamdı, paylaşmak istedim.",
        name: "Deniz",
        place: "Van",
        happened_at: "Geçen hafta",
        consent: "named",
        photos: &[DUSK],
        end: End::Declined,
        ..PLAIN
    },
    Sample {
        minutes_ago: 1680,
        language: "ar",
        title: "صباح هادئ على بحيرة دوكان",
        body: "خرجنا قبل شروق الشمس مع الصيادين إلى البحيرة. كان الماء ساكنًا كالمرآة.\n\n\
               يقول الصيادون إن منسوب المياه ارتفع هذا العام، وإن السمك عاد إلى أماكن غاب عنها سنوات.\n\n\
               صوّرتُ الفيديو من القارب قبل أن تظهر الشمس بقليل.",
        name: "سارة الجبوري",
        place: "دوكان",
        happened_at: "فجر الجمعة",
        consent: "named",
        has_film: true,
        photos: &[LAKE],
        end: End::Published,
        captions: &["من القارب، قبل شروق الشمس", "البحيرة قبل شروق الشمس"],
        tags: "دوكان، الصيد، المياه",
        checked: "تحدثنا مع المرسلة، وقارنّا خط الجبال بصور أخرى للمكان.",
        ..PLAIN
    },
    Sample {
        minutes_ago: 1080,
        title: "First snow above the village, and the road is open",
        body: "We woke up to the first snow of the year. The children were outside before breakfast.\n\n\
               The road to the valley is open; drivers should still carry chains. The bakery has bread for everyone who \
               is stuck.\n\n\
               By nine the sun was out and the ridge was white from end to end. My neighbour, who is eighty, says that \
               the snow used to come a month earlier when she was a girl, and that it used to stay.\n\n\
               The school bus came twenty minutes late, and nobody minded.",
        name: "Ada Berwari",
        place: "Amedi",
        happened_at: "This morning",
        consent: "named",
        photos: &[SNOW, LAKE],
        end: End::Published,
        captions: &[
            "The ridge above the village at nine",
            "Further down, at the lake, it only rained",
        ],
        tags: "Weather, Snow, Roads, Amedi",
        checked: "We spoke with the sender and with the traffic police, who say that the road is open.",
        ..PLAIN
    },
    Sample {
        minutes_ago: 700,
        language: "kmr",
        title: "Agahî li ser kontrola nû ya rê",
        body: "Ev tenê ji bo agahdariya we ye. Ji kerema xwe navê min neweşînin.",
        place: "Duhok",
        happened_at: "Duh êvarê",
        consent: "information_only",
        at_risk: true,
        ..PLAIN
    },
    Sample {
        minutes_ago: 620,
        language: "ckb",
        title: "ئێوارەی نەورۆز لە ئاکرێ: هەزاران کەس بە مەشخەڵەوە",
        body: "ئەمشەو هەزاران کەس بە مەشخەڵەوە سەرکەوتنە سەر شاخ. لە دوورەوە وەک ڕووبارێکی ئاگر دەردەکەوت.\n\n\
               خێزانەکان لە شارەکانی دوورەوە هاتبوون. کەسێک وتی: «هەموو ساڵێک دێین، بەڵام ئەمساڵ جیاواز بوو.»\n\n\
               کاتێک ئاگرەکە لە لووتکەی شاخەکە داگیرسا، هەمووان پێکەوە گۆرانییان وت. پۆلیسی هاتوچۆ ڕێگاکانی ڕێکخستبوو و \
               کەس زیانی پێنەگەیشت.",
        name: "ئاسۆ کەریم",
        place: "ئاکرێ",
        happened_at: "ئێوارەی نەورۆز",
        consent: "named",
        photos: &[DUSK, SPRING],
        end: End::Published,
        captions: &["شاخەکانی ئاکرێ پێش تاریکبوون", "هەمان شاخ بەیانی ئەو ڕۆژە"],
        tags: "نەورۆز، ئاکرێ، کولتوور",
        checked: "لەگەڵ نێرەرەکە قسەمان کرد و وێنەکانمان لەگەڵ وێنەی دیکەی هەمان ئێوارە بەراورد کرد.",
        ..PLAIN
    },
    Sample {
        minutes_ago: 400,
        language: "ckb",
        title: "کێشەی ئاو لە گەڕەکەکەمان",
        body: "سێ ڕۆژە ئاومان نییە. تکایە ئەم کێشەیە بگەیەننە لایەنی پەیوەندیدار.",
        place: "هەولێر",
        happened_at: "سێ ڕۆژە",
        consent: "ask_first",
        ..PLAIN
    },
    Sample {
        minutes_ago: 330,
        title: "Dust over the airport road",
        body: "The wind picked up at three. You can hardly see the cars in front of you.",
        name: "M.",
        place: "Erbil",
        happened_at: "Today, 15:00",
        photos: &[STORM],
        end: End::Accepted,
        ..PLAIN
    },
    Sample {
        minutes_ago: 290,
        language: "ar",
        title: "طابور طويل أمام محطة الوقود",
        body: "ننتظر منذ السادسة صباحًا. يقولون إن الصهريج سيصل بعد الظهر.",
        name: "أبو علي",
        place: "الموصل",
        happened_at: "اليوم صباحًا",
        ..PLAIN
    },
    Sample {
        minutes_ago: 240,
        language: "kmr",
        title: "Dibistana gundê me sê mamoste kêm in",
        body: "Ji destpêka salê ve sê mamoste kêm in. Zarok rojê du saetan bê ders dimînin.\n\n\
               Me du caran name ji perwerdeyê re şand, bersiv nehat.",
        name: "Dilşad",
        place: "Akrê",
        consent: "ask_first",
        ..PLAIN
    },
    Sample {
        minutes_ago: 200,
        title: "The old bridge is being repaired at last",
        body: "Workers came this morning with stone from the same quarry as two hundred years ago, the foreman told us.",
        name: "Hogir Salih",
        place: "Zakho",
        happened_at: "This morning",
        consent: "named",
        photos: &[LAKE, SPRING],
        ..PLAIN
    },
    Sample {
        minutes_ago: 150,
        language: "tr",
        title: "Pazarda fiyatlar bir haftada ikiye katlandı",
        body: "Geçen hafta domatesin kilosu yarı fiyatınaydı. Satıcılar yolun kapalı olmasından söz ediyor.",
        name: "Meryem",
        place: "Yüksekova",
        happened_at: "Bugün",
        consent: "named",
        ..PLAIN
    },
    Sample {
        minutes_ago: 110,
        language: "ckb",
        title: "باران کۆڵانەکانی شاری پڕ کرد لە ئاو",
        body: "نیو کاتژمێر باران بەس بوو بۆ ئەوەی ئاو بچێتە ناو ماڵەکان. دراوسێکان بە سەتڵ ئاوەکەیان دەردەهێنا.",
        name: "هێڤی",
        place: "سلێمانی",
        happened_at: "ئەمڕۆ نیوەڕۆ",
        consent: "named",
        photos: &[STORM],
        ..PLAIN
    },
    Sample {
        minutes_ago: 75,
        language: "ar",
        title: "متطوعون ينظفون ضفة النهر",
        body: "كنا ثلاثين شخصًا. جمعنا أربعين كيسًا في ثلاث ساعات، وسنعود الأسبوع القادم.",
        name: "نور حسن",
        place: "السليمانية",
        happened_at: "أمس",
        consent: "named",
        photos: &[LAKE],
        ..PLAIN
    },
    Sample {
        minutes_ago: 45,
        title: "A bear on the road above the village",
        body: "It crossed in front of us and went up between the oaks. We stopped and kept the lights on it.",
        name: "Sherzad",
        place: "Barzan",
        happened_at: "Last night",
        consent: "named",
        photos: &[DUSK],
        ..PLAIN
    },
    Sample {
        minutes_ago: 20,
        language: "kmr",
        title: "Befrê rêya Çiyayê Spî girt",
        body: "Ji saet pêncan ve sê erebe li ser rê ne. Kes birîndar nîne, lê sar e.",
        name: "Zerya",
        place: "Zaxo",
        happened_at: "Niha",
        photos: &[SNOW],
        ..PLAIN
    },
];
