# Where a contributor comes back with a receipt code, and the mail that says that something came in.
# Explanations stand in the English file.

receipt-title = چی بەسەر چیرۆکەکەتدا هات
receipt-lede = ئەو کۆدی پسوولەیە بنووسە کە دوای ناردن پیشانت درا.
receipt-code-label = کۆدی پسوولە
receipt-code-hint = پێنج کۆمەڵە، هەریەکەیان چوار پیت یان ژمارە. پیتی بچووک، بۆشایی و نەبوونی هێڵی نێوانیان کێشە نین.
receipt-show = پیشانی بدە
receipt-lost = ناتوانین کۆدی ونبووت بۆ بدۆزینەوە، چونکە هەڵیناگرین. هەر کاتێک بتەوێت دەتوانیت چیرۆکەکەت دووبارە بنێریتەوە.
receipt-code-missing = کۆدی پسوولەکەت بنووسە.
receipt-code-wrong = کۆدی لەو شێوەیە ناناسین. تکایە پیت بە پیت لەگەڵ ئەوەی هەڵتگرتووە بەراوردی بکە.

receipt-status-kicker = چی بەسەر ئەمەدا هات
receipt-steps-title = گەیشتووەتە کوێ
receipt-step-received = پێمان گەیشتووە
receipt-step-waiting = چاوەڕێی دەستەی نووسەرانە
receipt-step-checking = دەستەی نووسەران دەیپشکنێت
receipt-step-checked = دەستەی نووسەران پشکنی
receipt-step-question = پرسیارێکمان لێت هەیە
receipt-step-accepted = دەمانەوێت بەکاری بهێنین و ئامادەی دەکەین
receipt-step-published = بڵاو کراوەتەوە
receipt-step-not-used = بەکاری ناهێنین
receipt-step-withdrawn = خۆت کشاندتەوە
receipt-step-decision-ahead = بڕیار دەدەین کە ئایا دەتوانین بەکاری بهێنین
receipt-step-published-ahead = بڵاو دەکرێتەوە
receipt-read-story = چیرۆکە بڵاوکراوەکە بخوێنەرەوە

receipt-reason-title = بۆچی بەکاری ناهێنین
receipt-not-used-unsaid = لەگەڵ ئەوەدا ناگونجێت کە ئێستا بڵاوی دەکەینەوە.
receipt-reason-thanks = لەگەڵ ئەوەشدا سوپاس کە پێت گوتین.

receipt-files-title = فایلەکانت
receipt-file = فایلی { $number }
receipt-file-waiting = ئامادە دەکرێت
receipt-file-ready = گەیشتووە و پارێزراوە
receipt-file-refused = نەتوانرا بەکار بهێنرێت
receipt-file-original = ئەسڵی فایلی { $number }
receipt-files-add-title = شتێکت هەیە زیادی بکەیت؟
receipt-files-add-words = تا بڕیارمان نەداوە دەتوانیت وێنە یان ڤیدیۆ زیاد بکەیت.
receipt-files-add-label = وێنە یان ڤیدیۆی زیاتر
receipt-files-add = زیادیان بکە
receipt-files-added = فایلەکانت گەیشتن. ئێستا بەشێکن لە بەشدارییەکەت.
receipt-files-closed = چیتر هیچ شتێک بۆ ئەم بەشدارییە زیاد ناکرێت، بۆیە فایلەکانت وەرنەگیران. هێشتا لەسەر ئامێرەکەتن و دەتوانیت وەک بەشدارییەکی نوێ بیاننێریت.
receipt-files-missing = لانیکەم فایلێک هەڵبژێرە.

receipt-consent-title = ئەوەی ڕێت پێ داوە

receipt-change-title = پەشیمان بوویتەوە؟
receipt-change-words = هەرچییەکی بەسەردا هاتبێت، دەتوانیت بەشدارییەکەت بکشێنیتەوە.
receipt-withdraw = بیکشێنەرەوە
receipt-withdraw-sure = بەڕاستی دەتەوێت بیکشێنیتەوە؟
receipt-withdraw-means = بڵاوی ناکەینەوە. ئەگەر بڵاو کرابێتەوە، دەق و وێنەکانی لە پەڕەکانمان لادەبرێن. ئەمە ناگەڕێندرێتەوە.
receipt-withdraw-yes = بەڵێ، بیکشێنەرەوە
receipt-withdraw-no = نەخێر، وەک خۆی بیهێڵەرەوە
receipt-withdrawn-means = بەشدارییەکەت بڵاو ناکرێتەوە. ئەگەر بڵاو کرابووەوە، لە پەڕەکانمان لابراوە یان بەم زووانە لادەبرێت.
receipt-look-again = دووبارە سەیری بکەرەوە

mail-received-subject = پەیامەکەت گەیشتە { $site }
mail-received-text =
    سوپاس. ئەوەی بۆ { $site } ناردت بە سەلامەتی گەیشت.

    ئەندامێکی دەستەی نووسەران سەیری دەکات. لەوانەیە چەند ڕۆژێک بخایەنێت. بەو کۆدی پسوولەیەی پیشانت درا، هەر کاتێک بتەوێت دەتوانیت بزانیت گەیشتووەتە کوێ:
