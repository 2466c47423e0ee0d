# Bersivên deriyê barkirinê.
upload-error-request = Ev barkirin nehat fêmkirin. Ji kerema xwe rûpelê ji nû ve veke û pelê dîsa hilbijêre.
upload-error-damaged = Parçeyek ji pelê di rê de xera bû. Ew ê dîsa bê şandin.
upload-error-offset = Ya vê pelê ya ku li ba serverê ye ji ya ku amûra te difikirî cuda ye. Ji wir berdewam dike.
upload-error-not-found = Ev barkirin êdî ne li vir e. Ji kerema xwe pelê dîsa hilbijêre.
upload-error-too-large = Ev pel pir mezin e. Pelek dikare heta { $megabytes } MB be.
upload-error-busy = Girêdanek berê hê jî vê pelê dişîne. Piştî kêliyekê berdewam dike.
upload-error-too-many = Niha ji tora te gelek pel di rê de ne. Piştî demeke kurt berdewam dike.
upload-error-too-slow = Girêdana te pir hêdî bû an qut bû. Ya ku gihîştiye parastî ye; ji wir berdewam dike.
upload-error-no-room = Niha cihê me ji bo pelên din nîne. Tu dikarî nivîsa xwe bêyî wan bişînî.
upload-total-too-large = Hemû pel bi hev re pir mezin in: heta { $megabytes } MB di beşdariyekê de cih digirin. Ji kerema xwe hinekan rake.
