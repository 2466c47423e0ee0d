comment-again-title = Yorumunuz
comment-answered = { $name } adlı kişiye yanıt veriyorsunuz:
comment-body-missing = Lütfen bir şey yazın.
comment-body-long = { $most ->
    [one] Bir yorum en çok { $most } karakter olabilir.
   *[other] Bir yorum en çok { $most } karakter olabilir.
}
comment-email-wrong = Bu bir e-posta adresi değil. Adresler ad@example.org gibi görünür.
comment-email-for-answers = Yanıtları size bildirebilmemiz için lütfen e-posta adresinizi girin. Adresiniz herkese gösterilmez.
comment-parent-gone = Yanıtladığınız yorum artık yok. Bunu yine de herkese söyleyebilirsiniz: “Gönder” düğmesine bir kez daha basın.
comment-appeal = Neden yorum yazamadığınızı okuyun; bir yanlışlık varsa bize bildirin
comment-edit-title = Yorumunuzu değiştirin
comment-edit-label = Yorumunuz
comment-edit-hint = { $minutes ->
    [one] Bir yorum gönderildikten sonra { $minutes } dakika boyunca değiştirilebilir. Değiştirildiği yorumda belirtilir.
   *[other] Bir yorum gönderildikten sonra { $minutes } dakika boyunca değiştirilebilir. Değiştirildiği yorumda belirtilir.
}
comment-edit-save = Kaydet
comment-leave = Olduğu gibi bırak
comment-edit-late = { $minutes ->
    [one] Bir yorum gönderildikten sonra { $minutes } dakika boyunca değiştirilebilir. Yorumu hâlâ silebilirsiniz.
   *[other] Bir yorum gönderildikten sonra { $minutes } dakika boyunca değiştirilebilir. Yorumu hâlâ silebilirsiniz.
}
comment-edit-gone = Bu yorum kaldırıldı; artık değiştirilemez.
comment-changed-meanwhile = Bu yorum bu arada değiştirildi, belki de sizin tarafınızdan başka bir sayfada. Yazdıklarınız duruyor: bakın ve yeniden kaydedin.
comment-delete-title = Yorumunuz silinsin mi?
comment-delete-sure = Yorum, adınızla birlikte tümüyle silinir. Birisi yanıt verdiyse yanıtlar kalır ve yerinde yorumun silindiği yazar.
comment-delete-yes = Sil
comment-like-own = Bu yorum sizin.
comment-report-title = Yorum bildirin
comment-report-lede = Bildirdiğiniz yoruma haber merkezi bakar. Yazan kişi kimin bildirdiğini öğrenmez.
comment-report-of = { $name } adlı kişinin yorumu
comment-report-reason = Sorun nedir?
comment-reason-spam = Reklam ya da sürekli aynı şey
comment-reason-hate = Hakaret veya nefret
comment-reason-threat = Tehdit ya da şiddete çağrı
comment-reason-private = Birinin özel bilgilerini açıklıyor
comment-reason-false = Doğru değil
comment-reason-other = Başka bir şey
comment-reason-legal = Yasaya aykırı
comment-reason-legal-more = Bu resmî bir bildirimdir. Lütfen nedenini yazın ve yanıtımız için bir adres bırakın.
comment-reason-missing = Lütfen yorumda neyin sorunlu olduğunu seçin.
comment-report-note = Ayrıntılar
comment-report-note-hint = Yalnızca yasaya aykırılık bildirimi için gereklidir: hangi yasaya, nasıl aykırı?
comment-note-missing = Lütfen hangi yasaya nasıl aykırı olduğunu yazın.
comment-note-long = { $most ->
    [one] Lütfen en çok { $most } karakter kullanın.
   *[other] Lütfen en çok { $most } karakter kullanın.
}
comment-report-email = E-posta adresiniz
comment-report-email-hint = Yalnızca yasaya aykırılık bildirimi için; başka durumda saklamayız. Adresiniz herkese gösterilmez.
comment-report-email-missing = Bildiriminize yanıt verebilmemiz için lütfen bir adres bırakın.
comment-report-legal-title = Yasaya aykırılık bildirimi nasıl işlenir?
comment-report-legal-looks = Haber merkezinden biri okur; kararı bir makine vermez.
comment-report-legal-decides = Yorumun kalıp kalmayacağına karar verir. Yazan kişi kararı ve gerekçesini öğrenir, sizin kim olduğunuzu öğrenmez.
comment-report-legal-answers = Yanıt adresinize gönderilir. Yanıtla birlikte, en geç karardan 30 gün sonra adresinizi sileriz.
comment-report-send = Bildirimi gönder
comment-reported-title = Teşekkürler
comment-reported-words = Bildiriminiz haber merkezine ulaştı; yoruma bakacaklar.
comment-reported-back = Yorumlara dön
