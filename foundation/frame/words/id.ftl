### Kata-kata yang ada di setiap halaman.

skip-to-content = Langsung ke isi
main-navigation = Menu utama
search = Cari
search-hint = Cari klien, orang, kunjungan
more = Lainnya
my-profile = Profil saya
sign-out = Keluar
keyboard-shortcuts = Pintasan keyboard
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
