# Why a file was refused.
media-unsupported-type = Ev ne wêne, vîdyo an deng e ku em dikarin bixwînin. Wêneyan wek JPEG, PNG, WebP, GIF, HEIC an AVIF bişîne, vîdyoyan wek MP4, MOV, 3GP, WebM an MKV, dengan wek M4A, MP3, OGG an WAV.
media-too-many-pixels = Ev wêne ji ya ku em dikarin wergirin mezintir e (64 megapîksel, an 16.384 pîksel ji bo her alî).
media-too-large = Ev dosye ji ya ku em dikarin wergirin mezintir e.
media-broken = Ev dosye xera bûye: wêne, vîdyo an dengekî temam jê derneket.
media-too-heavy = Ev dosye ji her dosyeyeke rastîn zêdetir dem an bîr dixwaze.
media-empty = Ev dosye vala ye.
media-too-long = Ev tomar ji ya ku em dikarin wergirin dirêjtir e.
media-unknown-codec = Ev tomar bi awayekî hatiye kodkirin ku em nikarin bixwînin. Piraniya telefonan dikarin wê ji nû ve wek MP4 tomar bikin.
media-taken-back = Yê ku şandibû, berî ku temam bibe paşve kişand.
