conflict = Kiriman lain dengan nomor yang sama sudah tersimpan. Catat ulang bila perlu.
