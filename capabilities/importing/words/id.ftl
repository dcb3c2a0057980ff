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
not-a-country = Negara ini tidak dikenal. Tulis namanya atau dua hurufnya, misalnya Indonesia atau ID.
not-an-email = Ini bukan alamat email.
email-shared = Alamat ini juga dipakai orang lain.
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

# Halaman impor.
settings-title = Pengaturan
imports-title = Impor
imports-lead = Berkas dari sistem lain yang menjadi data di sini, dan jalan kembalinya.
imports-none-title = Belum ada impor
imports-none = Jalankan perintah ini di server. Dengan --dry-run tidak ada yang berubah.
import-title = Impor { $preset }
import-source = Sumber
import-state = Keadaan
import-when = Waktu
by-shell = Dari server
state-running = Berjalan
state-interrupted = Berhenti di tengah
state-finished = Selesai
state-undoing = Sedang dibatalkan
state-undone = Dibatalkan
so-far = { $done } dari { $of } data sudah ditulis. Jalankan lagi impor yang sama untuk melanjutkannya.
was-undone = Dibatalkan { $at }: { $undone } perubahan ditarik, { $stayed } tetap.
stayed-heading = Yang tetap
stays-changed-since = sudah diubah orang setelah impor
stays-needed = dipakai data lain
records-heading = Data
record-kind = Jenis
created = Baru
updated = Berubah
unchanged = Tetap
files-heading = Berkas
remarks-heading = Catatan
file-name = Nama
rows = Baris
accepted = Diterima
rejected = Ditolak
rejected-download = Unduh baris yang ditolak
rejected-help = Perbaiki baris yang ditolak di berkasnya, lalu impor berkas itu.
kind-team = Tim
kind-person = Orang
kind-product = Produk
kind-account = Klien
kind-opportunity = Peluang
alias-used = { $from } dibaca sebagai { $to }, { $count } kali.
owners-were-given = { $count } klien diberikan kepada orang dengan peluang terbanyak di klien itu.
deals-without-account = { $count } peluang tidak terikat pada klien mana pun.
undo-heading = Batalkan impor ini
undo-help = Data baru dihapus dan data yang berubah kembali seperti semula. Yang sudah diubah orang atau dipakai data lain tetap, dan disebutkan di sini.
undo-button = Batalkan impor
undo-confirm = Batalkan impor ini? Data barunya akan dihapus.
undo-started = Impor sedang dibatalkan. Muat ulang halaman ini untuk melihat hasilnya.

# Linimasa dan jejak audit.
told-created = Diimpor
told-changed = Diubah oleh impor
told-put-back = Dikembalikan karena impornya dibatalkan
told-run-begun = Impor dimulai
told-run-refused = Impor tidak jadi: berkasnya tidak bisa dibaca
told-run-finished = Impor selesai: { $created } baru, { $updated } berubah, { $rejected } ditolak
told-undo-begun = Pembatalan impor dimulai
told-run-undone = Impor dibatalkan: { $undone } perubahan ditarik, { $stayed } tetap

# Hari-hari transaksi dari sistem lain.
no-archive = Berkas ini bukan arsip (tar, tar.xz, zip) yang bisa dibuka.
no-days = Tidak ada berkas hari di sini. Namanya seperti 2010-12-01.csv.
day-twice = Hari { $day } ada dua kali. Sisakan satu.
day-columns = Kolomnya harus { $columns }, dalam urutan ini.
day-cell = Baris { $line }, { $column }: { $value } tidak bisa dibaca dengan pasti.
day-two-clients = Baris { $line }: dokumen { $number } menyebut dua klien atau dua negara.
day-changed = Hari ini sudah diimpor dengan isi lain. Batalkan impornya dulu, atau catat selisihnya sebagai dokumen koreksi.
ledger-house = Pembeli tanpa nama (Online Retail)
ledger-customer = Pelanggan { $key }
kind-ledger-day = Hari transaksi
ledger-heading = Transaksi
ledger-documents = Dokumen
ledger-lines = Baris
ledger-net = Neto
ledger-nameless = Baris tanpa pembeli
ledger-cancelled = Baris pembatalan
ledger-tied = Terikat pada baris fakturnya
ledger-refused = Hari yang ditolak
