other-person = Catatan ini milik orang lain di ponsel ini; catatan itu terkirim saat pemiliknya masuk di sini.
conflict = Kiriman lain dengan nomor yang sama sudah tersimpan. Catat ulang bila perlu.
