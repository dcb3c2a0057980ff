# Berkas yang ditolak seluruhnya. Tidak ada yang berubah.
file-missing = Berkas ini tidak ada. Periksa nama dan foldernya.
file-is-directory = Ini folder yang tidak memuat berkas yang dikenal. Sebutkan berkasnya.
file-unreadable = Berkas tidak bisa dibaca: { $cause }.
file-empty = Berkas ini kosong.
file-has-no-rows = Berkas ini hanya berisi judul kolom, tanpa satu baris pun.
file-is-workbook = Ini buku kerja Excel. Simpan lembarnya sebagai CSV, lalu impor berkas CSV itu.
file-is-compressed = Berkas ini dikompresi. Ekstrak dulu, lalu impor isinya.
file-is-binary = Berkas ini bukan teks. Ekspor tabelnya sebagai CSV.
file-too-large = Berkas ini lebih besar dari { $limit } MiB. Bagi menjadi beberapa berkas.
row-too-long = Baris { $line } lebih panjang dari { $limit } KiB. Mungkin ada tanda kutip yang tidak ditutup.
too-many-columns = Baris { $line } punya lebih dari { $limit } kolom.
invalid-bytes = Baris { $line } memuat huruf rusak yang bukan { $encoding }. Perbaiki, atau simpan ulang berkas sebagai UTF-8.
quote-never-closes = Tanda kutip di baris { $line } tidak pernah ditutup.
nothing-fits = Tidak ada pemetaan untuk kolom-kolom ini: { $columns }.
columns-missing = Kolom ini tidak ada: { $columns }.
column-twice = Kolom { $column } muncul dua kali. Ganti nama salah satunya.

# Baris yang ditolak.
ragged = Baris ini punya { $found } sel, seharusnya { $expected }.
required = Sel ini wajib diisi.
not-a-number = Ini bukan angka yang bisa dibaca dengan pasti.
too-many-decimals = Angka ini punya lebih banyak desimal daripada yang disimpan.
too-large = Angka ini terlalu besar.
below-zero = Angka ini di bawah nol.
not-a-year = Ini bukan tahun.
not-a-day = Ini bukan tanggal dalam urutan yang dipakai berkas ini.
not-an-email = Ini bukan alamat email.
too-long = Teks ini lebih panjang dari { $limit } huruf.
not-listed = Kata ini tidak dikenal. Yang dikenal: { $known }.
closed-without-day = Peluang yang menang atau kalah perlu tanggal tutup.
closed-before-engaged = Tanggal tutup lebih awal daripada tanggal mulai.
contradiction = Baris { $lines } berbeda isi untuk data yang sama. Simpan satu yang benar.
key-of-several = Ada beberapa data tersimpan dengan kunci ini, jadi tidak jelas mana yang dimaksud.
no-such = Tidak ada { $kind ->
    [team] tim
    [person] orang
    [product] produk
    [account] klien
   *[other] peluang
 } bernama ini.
relation-rejected = { $kind ->
    [team] Tim
    [person] Orang
    [product] Produk
    [account] Klien
   *[other] Peluang
 } bernama ini ada di berkas, tetapi barisnya ditolak. Perbaiki baris itu dulu.
several-such = Ada beberapa { $kind ->
    [team] tim
    [person] orang
    [product] produk
    [account] klien
   *[other] peluang
 } bernama ini, jadi tidak jelas mana yang dimaksud.
above-itself = { $kind ->
    [team] Tim
   *[account] Klien
 } ini akan menjadi induk bagi dirinya sendiri.

# Impor yang tidak dimulai, tidak diteruskan, atau tidak dibatalkan.
refused-undo-unfinished = Impor { $run } sedang dibatalkan. Selesaikan pembatalannya dulu.
refused-taken-over = Impor lain dimulai sebelum yang ini selesai. Jalankan lagi impor ini untuk melanjutkannya.
refused-already-undone = Impor ini sudah dibatalkan.
