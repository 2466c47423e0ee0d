# Why a file was refused. Shown to the contributor on the receipt page and to editors at the desk.
media-unsupported-type = This is not a photo, film or sound that we can read. Send photos as JPEG, PNG, WebP, GIF, HEIC or AVIF, films as MP4, MOV, 3GP, WebM or MKV, sound as M4A, MP3, OGG or WAV.
media-too-many-pixels = This picture is larger than we can take (64 megapixels, or 16,384 pixels a side).
media-too-large = This file is larger than we can take.
media-broken = This file is damaged: no whole photo, film or sound came of it.
media-too-heavy = This file asks for more time or memory than any real one needs.
media-empty = This file is empty.
media-too-long = This recording is longer than we can take.
media-unknown-codec = This recording is encoded in a way that we cannot read. Most phones can save it again as MP4.
media-taken-back = The sender took it back before it was finished.
