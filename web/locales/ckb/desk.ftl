# The desk of the editors. Readers and contributors never see it, but for the states and the reasons for
# declining, which the receipt page shows, too. Explanations stand in the English file.

state-received = گەیشتوو
state-in-review = لە پێداچوونەوەدایە
state-needs-reply = چاوەڕێی وەڵامە
state-accepted = پەسەندکراو
state-published = بڵاوکراوە
state-declined = پەسەندنەکراو
state-withdrawn = کشێنراوەتەوە
state-spam = سپام

decline-not-verified = نەمانتوانی بە پێی پێویست لە ڕاستییەکەی دڵنیا ببینەوە تا بڵاوی بکەینەوە.
decline-already-covered = پێشتر چیرۆکێکمان لەم بارەیەوە هەیە.
decline-not-for-us = لە دەرەوەی ئەو بابەتانەیە کە ئێستا ڕووماڵیان دەکەین.
decline-quality = دەقەکە یان وێنەکان بەم شێوەیەی ئێستایان ناتوانرێت بەکار بهێنرێن.
decline-safety = بڵاوکردنەوەی لەوانەیە کەسێک بخاتە مەترسییەوە.
decline-rules = لەگەڵ ڕێساکانی ژووری هەواڵەکەماندا ناگونجێت.

change-stale = دوای ئەوەی کردتەوە، ئەم بەشدارییە گۆڕا. هیچ شتێک جێبەجێ نەکرا. ئێستا بەم شێوەیەیە.
change-withdrawn = کشێنراوەتەوە. چیتر هیچ شتێکی لەگەڵ ناکرێت.
change-published = چیرۆکەکەی بڵاو کراوەتەوە. دەستکاریی چیرۆکەکە بکە، یان بەشدارییەکە بکشێنەرەوە.
change-already = پێشتر بڕیاری لەسەر دراوە. پێش ئەوەی سەرلەنوێ بڕیار بدەیت، دووبارە بیکەرەوە.
change-not-accepted = تەنها بەشداریی پەسەندکراو دەبێتە چیرۆک.

consent-blocks-ask-first = بەشداربووەکە دەیەوێت سەرەتا پرسی پێ بکرێت و هێشتا نەیگوتووە بەڵێ.
consent-blocks-information-only = بەشداربووەکە تەنها بۆ زانیاریی ئێوەی ناردووە. هەرگیز بڵاو ناکرێتەوە.

desk-consent-named = دەکرێت بە ناوی بەشداربووەکەوە بڵاو بکرێتەوە.
desk-consent-anonymous = دەکرێت بڵاو بکرێتەوە، بەڵام بەبێ ناوی بەشداربووەکە.
desk-consent-ask-first = تەنها دوای ڕەزامەندیی بەشداربووەکە دەکرێت بڵاو بکرێتەوە.
desk-consent-information-only = هەرگیز ناکرێت بڵاو بکرێتەوە.

desk-title = مێزی هەواڵ
desk-untitled = (بێ سەردێڕ)

desk-back = هەموو بەشدارییەکان
desk-text = ئەوەی نێردراوە
desk-text-empty = هیچ دەقێک نەنێردراوە.
desk-facts = دەربارەی
desk-sent-at = کاتی گەیشتن
desk-name = ناو
desk-email = ئیمەیڵ
desk-none = نەنووسراوە
desk-place = شوێن، بە قسەی بەشداربوو
desk-happened-at = کات، بە قسەی بەشداربوو
desk-language = زمانی وەڵامدانەوە
desk-declined-why = هۆکار
desk-declined-note = تێبینی بۆ بەشداربووەکە
desk-consent = ڕەزامەندی
desk-consent-given = بەپێی مەرجەکانی وەشانی { $version } دراوە
desk-publication = بڵاوکردنەوە
desk-publication-possible = دەکرێت چیرۆکێکی لێ ئامادە بکرێت و بڵاو بکرێتەوە.
desk-publication-not = ئێستا ناکرێت بڵاو بکرێتەوە.
desk-story-make = چیرۆکێک ئامادە بکە
desk-story-edit = چیرۆکەکە بکەرەوە
desk-story-public = وەک بڵاو کراوەتەوە بیخوێنەرەوە

desk-pictures = فایلەکان
desk-no-files = هیچ فایلێک نەنێردراوە.
desk-picture-alt = وێنەی ژمارە { $number } لە بەشدارییەکە؛ بە گەورەیی دەکرێتەوە
desk-file-waiting = چاوەڕێی پشکنینە
desk-file-processing = دەپشکنرێت
desk-file-ready = ئامادەیە
desk-file-refused = وەرنەگیراوە
desk-film-alt = ڤیدیۆی ژمارە { $number } لە بەشدارییەکە
desk-sound-alt = دەنگی ژمارە { $number } لە بەشدارییەکە
desk-waveform = بەرزیی دەنگ، لە سەرەتاوە تا کۆتایی
desk-film-moments = ساتەکان
desk-film-progress = ئامادە دەکرێت؛ ئەوەی تا ئێستا هەیە دەتوانرێت سەیر بکرێت.
desk-film-percent = { $percent }٪
desk-film-making = دەتوانرێت سەیر بکرێت. وەشانەکان بۆ تۆڕی لاواز هێشتا ئامادە دەکرێن.
desk-file-duration = درێژی
desk-file-name = ناوی فایل
desk-file-pixels = پانی × بەرزی
desk-file-dimensions = { $width } × { $height }
desk-file-size = قەبارە
desk-file-hash = پەنجەمۆری SHA-256 بۆ فایلە ڕەسەنەکە
desk-size-kilobytes = { $kilobytes } کیلۆبایت
desk-size-megabytes = { $megabytes } مێگابایت

desk-original-open = فایلە ڕەسەنەکە…
desk-original-damaged = فایلە ڕەسەنە هەڵگیراوەکە گۆڕاوە یان نەماوە. بە بەرپرسی سێرڤەرەکە بڵێ: ڕەنگە لە کۆپییەکی یەدەگدا مابێت.
desk-original-title = ڕەسەنی فایلی ژمارە { $number }
desk-repeats = لەگەڵ ئەمانەش گەیشتووە
desk-repeat-exact = هەمان فایل
desk-repeat-near = لێکچوو
desk-original-careful = بە وریاییەوە
desk-original-what = ئەمە فایلەکەیە، ڕێک وەک ئەوەی نێردراوە. کەس پاکی نەکردووەتەوە: لەوانەیە زیان بەو کۆمپیوتەرە بگەیەنێت کە دەیکاتەوە، و لەوانەیە دەری بخات کێ و لە کوێ و کەی دروستی کردووە.
desk-original-advice = تەنها لەسەر کۆمپیوتەرێک بیکەرەوە کە بۆ ئەوە دانراوە، و مەیدە بە کەسی تر. ناوەکەی بە .bin کۆتایی دێت، بۆ ئەوەی هیچ بەرنامەیەک بە هەڵە نەیکاتەوە.
desk-original-sealed-at = مۆرکراوە لە
desk-original-why = بۆچی پێویستت پێیەتی؟
desk-original-why-hint = چەند وشەیەک بۆ هاوکارەکانت. ناوی بەشداربووەکە مەنووسە.
desk-original-why-missing = بڵێ بۆچی پێویستت بە فایلە ڕەسەنەکەیە.
desk-original-why-too-long = نابێت لە { $most } پیت زیاتر بێت.
desk-original-audit = لە مێژووەکەدا دەنووسرێت کە تۆ کردووتەتەوە، کەی و بۆچی.
desk-original-take = داگرتنی فایلە ڕەسەنەکە
desk-original-back = گەڕانەوە بۆ بەشدارییەکە
desk-original-not-yet = فایلە ڕەسەنەکە هێشتا ئامادە نییە. دوای چەند خولەکێک هەوڵ بدەرەوە.
desk-original-offline-only = تەنها کلیلی دەرەوەی هێڵی دەستەی نووسەران ئەم فایلە ڕەسەنە دەکاتەوە. لەو کەسە بپرسە کە لای ئەوە.
desk-original-no-key = ئەو کلیلەی ئەم فایلە ڕەسەنە دەکاتەوە لەسەر ئەم سێرڤەرە نییە. بە بەرپرسی سێرڤەرەکە بڵێ.
desk-original-look = فایلی { $number }: { $why }
desk-original-file = فایلی { $number }

desk-decide = بڕیاردان
desk-take = دەستپێکردنی پێداچوونەوە
desk-accept = پەسەندکردن
desk-decline = پەسەندنەکردن
desk-spam = سپام
desk-reopen = کردنەوەی دووبارە
desk-reason = بۆچی بەکاری ناهێنین؟
desk-reason-hint = بەشداربووەکە ئەم وشانە دەخوێنێتەوە.
desk-reason-missing = هەڵبژێرە بۆچی بەکاری ناهێنین.
desk-note = چەند وشەیەکی تر بۆ بەشداربووەکە
desk-note-hint = وەک دەیاننووسیت، لەگەڵ پسوولەکە پیشان دەدرێن.
desk-note-too-long = تێبینییەکە نابێت لە { $most } پیت زیاتر بێت.
desk-decline-send = بەم هۆکارە پەسەندی مەکە
desk-withdraw = کشاندنەوە لەجیاتی بەشداربووەکە
desk-withdraw-sure = تەنها ئەگەر بەشداربووەکە داوای کردبێت: چیرۆک و وێنەکانی بۆ هەمیشە لە پەڕە گشتییەکان لادەبرێن. ئەمە ناگەڕێندرێتەوە.
desk-withdraw-confirm = بەشداربووەکە داوای کردووە
desk-withdraw-unconfirmed = دووپاتی بکەرەوە کە بەشداربووەکە داوای کردووە.
desk-withdraw-yes = بیکشێنەرەوە

desk-done-opened = ئێستا لە پێداچوونەوەدایە.
desk-done-accepted = پەسەند کرا. دەتوانیت چیرۆکێکی لێ ئامادە بکەیت.
desk-done-declined = پەسەند نەکرا. بەشداربووەکە دەتوانێت هۆکارەکە لەگەڵ پسوولەکە بخوێنێتەوە.
desk-done-spam = وەک سپام نیشانە کرا.
desk-done-reopened = دووبارە کراوەیە.
desk-done-withdrawn = کشێنرایەوە. ئەگەر چیرۆکێکی بڵاوکراوەی هەبێت، لادەبرێت.

desk-conflict-colleague = { $name } پێش تۆ کەوت: «{ $what }»، { $when }. هیچ شتێک لەوەی تۆ ویستت جێبەجێ نەکرا.
desk-conflict-you = پێشتر خۆت لێرە شتێکت کردووە: «{ $what }»، { $when }. هیچ شتێکی تر جێبەجێ نەکرا.
desk-conflict-contributor = بەشداربووەکە پێش تۆ کەوت: «{ $what }»، { $when }. هیچ شتێک لەوەی تۆ ویستت جێبەجێ نەکرا.
desk-conflict-now = ئێستا بەم شێوەیەیە:
desk-conflict-note = تێبینییەکەت نەنێردرا. لێرەدایە، بۆ ئەوەی ون نەبێت:

desk-history = مێژوو
desk-event-sent = نێردرا
desk-event-files-added = فایل زیادکرا
desk-event-acknowledged = گەیشتنی بە ئیمەیڵ ڕاگەیەندرا
desk-event-opened = پێداچوونەوە دەستی پێ کرد
desk-event-accepted = پەسەند کرا
desk-event-declined = پەسەند نەکرا
desk-event-spam = وەک سپام دانرا
desk-event-reopened = دووبارە کرایەوە
desk-event-published = بڵاو کرایەوە
desk-event-story-edited = دەستکاریی چیرۆکەکە کرا
desk-event-withdrawn = کشێنرایەوە
desk-event-original-opened = فایلە ڕەسەنەکە کرایەوە
desk-event-original-damaged = دەرکەوت کە فایلە ڕەسەنەکە گۆڕاوە یان نەماوە
desk-event-other = شتێکی تر ڕوویدا
desk-by-contributor = بەشداربووەکە
desk-by-program = ئەم بەرنامەیە
