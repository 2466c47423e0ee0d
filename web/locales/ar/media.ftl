# Why a file was refused.
media-unsupported-type = هذا الملف ليس صورة نستطيع قراءتها. أرسل صورة بصيغة JPEG أو PNG أو WebP أو GIF أو HEIC أو AVIF.
media-too-many-pixels = هذه الصورة أكبر مما نستطيع استقباله (٦٤ ميغابكسل، أو ١٦٬٣٨٤ بكسل لكل جانب).
media-too-large = هذا الملف أكبر مما نستطيع استقباله.
media-broken = هذه الصورة تالفة: لم نستطع استخراج صورة كاملة منها.
media-too-heavy = تتطلب هذه الصورة وقتًا أو ذاكرة أكثر مما تحتاجه أي صورة حقيقية.
media-empty = هذا الملف فارغ.
