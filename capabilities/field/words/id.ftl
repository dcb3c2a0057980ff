other-person = Catatan ini milik orang lain di ponsel ini; catatan itu terkirim saat pemiliknya masuk di sini.
conflict = Kiriman lain dengan nomor yang sama sudah tersimpan. Catat ulang bila perlu.
not-yours = Klien atau kunjungan ini bukan tanggungan Anda sekarang. Tanyakan kepada atasan; bila sudah kembali, kirim lagi.
