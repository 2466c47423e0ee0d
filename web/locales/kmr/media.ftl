# Why a file was refused.
media-unsupported-type = Ev ne wêneyekî ku em dikarin bixwînin e. Ji kerema xwe JPEG, PNG, WebP, GIF, HEIC an AVIF bişîne.
media-too-many-pixels = Ev wêne ji ya ku em dikarin wergirin mezintir e (64 megapîksel, an 16.384 pîksel ji bo her alî).
media-too-large = Ev dosye ji ya ku em dikarin wergirin mezintir e.
media-broken = Ev wêne xera bûye: wêneyekî temam jê derneket.
media-too-heavy = Ev wêne ji her wêneyekî rastîn zêdetir dem an bîr dixwaze.
media-empty = Ev dosye vala ye.
