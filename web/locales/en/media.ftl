# Why a file was refused. Shown to the contributor on the receipt page and to editors at the desk.
media-unsupported-type = This is not a photo we can read. Send JPEG, PNG, WebP, GIF, HEIC or AVIF.
media-too-many-pixels = This picture is larger than we can take (64 megapixels, or 16,384 pixels a side).
media-too-large = This file is larger than we can take.
media-broken = This picture is damaged: no whole photo came of it.
media-too-heavy = This picture asks for more time or memory than any real photo needs.
media-empty = This file is empty.
