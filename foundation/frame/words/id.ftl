# Kegagalan.
title-not-found = Tidak ditemukan
title-signed-out = Anda belum masuk
title-denied = Tidak berhak
title-refused = Belum bisa
title-taken = Ada yang lebih dulu
title-unstored = Server tidak dapat menyimpan
title-internal = Ada gangguan
error-not-found = Halaman ini tidak ada, atau bukan untuk Anda.
error-signed-out = Masuk untuk melanjutkan.
error-denied = Anda tidak berhak melakukan ini.
error-invalid = Ada isian yang perlu diperbaiki.
error-malformed = Permintaan ini tidak dapat dibaca: { $detail }
error-address-unread = Bagian alamat di belakang tanda tanya tidak dikenali halaman ini. Mungkin terpotong atau salah ketik.
error-form-unread = Kiriman tidak dapat dibaca, jadi tidak ada yang berubah. Kembalilah, muat ulang halaman itu, lalu kirim formulirnya sekali lagi.
error-too-large = Kiriman terlalu besar.
error-too-many = Terlalu sering. Coba lagi dalam { $seconds ->
   *[other] { $seconds } detik
 }.
error-taken = Orang lain mencatat hal yang sama pada saat bersamaan. Yang Anda kirim tidak disimpan: lihat dulu yang sudah ada, lalu coba lagi.
error-unstored = Penyimpanan di server penuh atau bermasalah. Tidak ada yang berubah; coba lagi nanti.
error-internal = Ada yang salah di pihak kami. Data Anda tidak berubah.

# Foto.
files-other-bytes = Isi berkas tidak sesuai dengan namanya.
files-no-photo = Berkas ini bukan foto JPEG, PNG, atau WebP.
files-too-many-pixels = Foto terlalu besar; paling banyak 40 megapiksel.
### Kata-kata yang ada di setiap halaman.

skip-to-content = Langsung ke isi
main-navigation = Menu utama
search = Cari
search-hint = Cari klien, orang, faktur
more = Lainnya
my-profile = Profil saya
sign-out = Keluar
keyboard-shortcuts = Pintasan keyboard
open-without-question = Buka halaman tanpa bagian itu
back-to-start = Ke halaman awal
close = Tutup
optional = opsional
choose-one = Pilih
select-row = Pilih { $name }
first-page = Kembali ke awal
next-page = Berikutnya
problems-heading = Ada yang perlu diperbaiki
request-number = Nomor permintaan: { $number }
place-inside = Di lokasi
place-outside = Di luar lokasi
place-cannot-tell = Lokasi belum pasti
time-exact = Waktu tepat
time-bounded = Waktu dalam rentang
time-unproven = Waktu belum terbukti
settings-tabs = Bagian pengaturan

# Daftar sebagai berkas.
take-out = Unduh daftar ini
take-out-shown = Hanya kolom yang tampil

# Daftar: saringan, urutan, dan kolomnya.
list-apply = Terapkan
list-sort = Urutan
list-show-all = Tampilkan semua
list-more-than = lebih dari { $count }
list-in-force = Saringan yang dipakai
list-take-away = Hapus saringan
list-gone = Saringan ini tidak ada lagi, atau bukan untuk Anda: { $filters }. Daftar ini kosong sampai saringannya dihapus.
filter-gone-named = { $value } (tidak ada lagi)
columns = Kolom
columns-show = Tampilkan
columns-usual = Seperti semula
column-up = Naikkan
column-down = Turunkan
choose-page = Pilih semua di halaman ini
choose-none = Batal pilih
chosen-rows = Baris yang dipilih
next-keeping = Berikutnya, pilihan tetap

# Pemberitahuan.
undo = Urungkan
notices = Untuk Anda
notices-waiting = Untuk Anda: { $count ->
    [0] tidak ada yang baru
   *[other] { $count } belum dibaca
 }
beside = Yang berkaitan
