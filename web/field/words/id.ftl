## Tempat

places = Tempat
place-today = Hari ini
place-clients = Klien
place-record = Catatan saya
place-outbox = Kotak keluar
close = Tutup
day-today = hari ini
day-tomorrow = besok
day-yesterday = kemarin
minutes = { $minutes } mnt
hours-minutes = { $hours } j { $minutes } mnt
never = belum pernah

## Pertama kali

welcome-unknown = Menyiapkan hari Anda
welcome-unknown-help = Rencana dan klien Anda sedang diambil.
welcome-reached = Menyiapkan hari Anda
welcome-reached-help = Rencana dan klien Anda sedang diambil.
welcome-unreachable = Belum ada sinyal
welcome-unreachable-help = Sekali saja ponsel ini perlu terhubung. Sesudah itu semuanya berjalan tanpa sinyal.
welcome-signed-out = Masuk dulu
welcome-signed-out-help = Sesudah masuk, rencana dan klien Anda tersimpan di ponsel ini dan dapat dipakai tanpa sinyal.
try-again = Coba lagi
sign-in = Masuk

## Hari kerja

work-title = Hari kerja
work-not-started = Belum mulai bekerja
work-since = Bekerja sejak { $time }
work-finished = Selesai bekerja { $time }
work-over = Selesai bekerja
work-open = Sedang bekerja
work-forgotten = { $day } belum ditutup. Sistem menutupnya menurut aturan dan menandainya; mulailah hari ini seperti biasa.
shift = Jadwal { $start }–{ $end } { $zone }
zone-differs = Jam di sini { $here }, jam perusahaan { $company }.
clock-in = Absen masuk
clock-in-again = Absen masuk lagi
clock-out = Absen pulang
clocked-in = Absen masuk tercatat { $time }
clocked-out = Absen pulang tercatat { $time }
mark-late = Terlambat { $minutes } menit
mark-left-early = Pulang lebih awal
mark-closed-by-rule = Ditutup otomatis
mark-opened-by-visit = Dimulai oleh kunjungan
mark-closed-by-visit = Diakhiri oleh kunjungan
mark-no-clock-in = Tanpa absen masuk
mark-capped = Dibatasi 24 jam
mark-in-review = Menunggu pemeriksaan
mark-day-off = Hari libur
mark-off-shift = Di luar jam kerja
mark-double-clock-out = Absen pulang dua kali
mark-double-clock-in = Absen masuk dua kali

## Rencana dan kunjungan

plan-title = Rencana hari ini
plan-empty = Belum ada kunjungan yang direncanakan. Mulailah dari kunjungan di luar rencana, atau pilih klien terdekat.
plan-progress = { $done } dari { $total } selesai
plan-visit-saved = Direncanakan { $day }
plan-visit-save = Masukkan ke rencana
plan-visit-day-missing = Pilih hari ini atau sesudahnya.
plan-visit-time = Jam (bila ada)
plan-visit-day = Tanggal
plan-visit-title = Rencanakan kunjungan ke { $client }
plan = Rencanakan
visit-next = Berikutnya
visit-today = Kunjungan hari ini
visiting-now = Sedang berkunjung
here-since = Di sini sejak { $time } · { $duration }
away = { $distance }
location-unknown = lokasi belum diketahui
distance-from = Jarak dari posisi Anda { $time }
distance-none = Jarak muncul sesudah posisi Anda dicatat
distance-refresh = Perbarui
distance-now = Jarak dihitung ulang { $time }
visit-planned = Direncanakan
visit-open = Berlangsung
visit-done = Selesai
visit-skipped = Tidak jadi
visit-missed = Terlewat
visit-rejected = Ditolak
rejected-check-in = Check-in ditolak; kunjungan ini tidak dihitung.
rejected-check-out = Check-out ditolak; lama dan hasilnya tidak dihitung.
unsent = belum terkirim
check-in = Check-in
check-in-at = Check-in di { $client }
checked-in = Check-in di { $client } tercatat
check-out = Check-out
check-out-from = Check-out dari { $client }
check-out-save = Simpan check-out
checked-out = Kunjungan ke { $client } tersimpan
stayed = Anda di sini { $duration }.
outcome-label = Hasil kunjungan
outcome-missing = Pilih hasil kunjungan ini.
note-missing = Hasil ini perlu catatan singkat.
next-step-label = Tindak lanjut (bila ada)
next-step-help = Misalnya: kirim penawaran, telepon kembali.
next-step-day = Paling lambat
next-step-day-missing = Isi tanggal tindak lanjut.
skip = Tidak jadi
skip-title = Tidak jadi ke { $client }
skip-reason = Alasan
skip-reason-missing = Pilih alasannya.
skip-again = Jadwalkan lagi (bila perlu)
skip-save = Simpan
skipped = Kunjungan ke { $client } ditandai tidak jadi
more-title = Kunjungan lain
unplanned = Kunjungan di luar rencana
unplanned-title = Kunjungan di luar rencana
unplanned-help = Yang terdekat di atas.
tasks-title = Tindak lanjut
task-finish = Tandai selesai: { $task }
task-finished = Tindak lanjut selesai
due = paling lambat { $day }

## Saat ini, di sini

saved-here = Tersimpan di ponsel ini, { $time }
moment-done = Selesai
moment-go-on = Lanjut tanpa menunggu posisi
moment-use-this = Pakai posisi ini
moment-without-photo = Lanjut tanpa foto
moment-undo = Batalkan, saya salah tekan
moment-undone = Dibatalkan. Tidak ada yang dikirim.
position-searching = Mencari posisi…
position-sample = Posisi ±{ $accuracy }, sampel { $count }…
position-found = Posisi tercatat, ±{ $accuracy }
position-rough = Posisi tercatat tetapi kasar, ±{ $accuracy }. Tetap sah; atasan melihat ketelitiannya.
position-denied = Ponsel ini tidak mengizinkan posisi. Catatan tetap tersimpan, tanpa bukti tempat.
position-unavailable = Posisi tidak ditemukan. Catatan tetap tersimpan, dengan alasan ini.
position-timeout = Posisi belum didapat. Catatan tetap tersimpan, dengan alasan ini.
position-skipped = Anda melanjutkan tanpa menunggu posisi. Catatan tetap tersimpan, dengan alasan ini.
position-interrupted = Aplikasi tertutup sebelum posisi ditemukan. Catatan tetap tersimpan, dengan alasan ini.
position-unsupported = Peramban ini tidak mengenal posisi. Catatan tetap tersimpan, dengan alasan ini.
position-how = Mengizinkan posisi
position-help-android-chrome = Ketuk ikon di kiri alamat, pilih Izin, lalu Lokasi: Izinkan. Aplikasi terpasang: tekan lama ikonnya, Info aplikasi, Izin, Lokasi. Nyalakan juga Lokasi ponsel.
position-help-android-firefox = Ketuk gembok di kiri alamat, lalu izinkan Lokasi. Nyalakan juga Lokasi ponsel.
position-help-ios = Buka Pengaturan, Privasi & Keamanan, Layanan Lokasi, Situs Web Safari (atau nama peramban Anda): Saat Menggunakan App, dan nyalakan Lokasi Akurat. iPhone menanyakannya lagi pada setiap kunjungan; pilih Izinkan.
position-help-desktop = Klik ikon di kiri alamat dan izinkan Lokasi untuk situs ini.
position-promise = Posisi dicatat hanya saat Anda menekan tombol. Tidak ada jejak di antaranya.

## Foto

photo-take = Ambil foto
photo-another = Foto lagi
photo-remove = Hapus foto { $number }
photo-number = Foto { $number }
photo-asked = Perusahaan Anda meminta satu foto di sini.
photo-unreadable = Gambar itu tidak terbaca. Ambil sekali lagi.
photo-offline = Foto ada di server; terlihat saat ada sinyal.
photos-lost = { $count } foto tidak dapat diterima server; catatannya dikirim tanpa foto itu.
camera-title = Kamera
camera-view = Gambar kamera
camera-shutter = Ambil
camera-use-files = Pakai aplikasi kamera
camera-missing = Kamera tidak dapat dibuka di sini. Izinkan kamera, atau pakai aplikasi kamera.
saved-without-photo = Tersimpan tanpa foto: penyimpanan ponsel penuh.
no-room-at-all = Belum tersimpan: penyimpanan ponsel penuh. Kosongkan ruang, lalu simpan lagi.

## Klien

search-label = Cari nama, kontak, atau nomor
search-nothing = Tidak ada yang cocok
search-nothing-help = Coba sebagian nama, atau tambahkan sebagai klien baru.
search-count = { $count } cocok
search-more = dan { $count } lagi; persempit pencarian
clients-count = { $count } klien
clients-empty-title = Belum ada klien
clients-empty = Klien yang menjadi tanggungan Anda muncul di sini. Sedang di tempat calon klien? Tambahkan sekarang.
never-visited = belum pernah dikunjungi
last-visit = dikunjungi { $day }
tier = Tingkat { $tier }
status-client = Klien
status-prospect = Calon klien
status-former = Mantan klien
client-unknown = Klien tidak ada di ponsel ini
client-unknown-help = Mungkin sudah pindah ke rekan lain, atau belum sampai ke ponsel ini.
client-actions = Hubungi atau kunjungi
client-name = Nama klien
client-name-missing = Tulis nama kliennya.
client-address = Alamat
client-place = Lokasi
client-phone = Telepon kantor
client-last-visit = Kunjungan terakhir
location-learn = Belum diketahui; check-in pertama mengusulkannya
location-proposed = Diusulkan dari satu check-in
location-confirmed = Sudah pasti
location-moved = Diduga pindah; menunggu penanggung jawab
contacts-title = Kontak
contacts-empty = Belum ada kontak.
contact-name = Nama kontak
contact-name-missing = Tulis nama pemilik nomor ini.
contact-phone = Nomor telepon
visits-title = Kunjungan
visits-empty = Belum ada kunjungan di sini.
jottings-title = Baru dicatat
way-call = Telepon
way-whatsapp = WhatsApp
way-navigate = Arahkan
way-to = { $way }: { $name }
did-call = Menelepon
did-whatsapp = Membuka WhatsApp
did-navigate = Membuka peta
new-client = Klien baru di sini
new-client-title = Klien baru: saya di sini
new-client-check-in = Sekaligus check-in
new-client-save = Simpan klien
new-client-saved = { $client } tersimpan

## Catatan

note = Catatan
note-title = Catatan tentang { $client }
note-label = Catatan
note-empty = Tulis dulu catatannya.
note-save = Simpan catatan
note-saved = Catatan tersimpan

## Kotak keluar

outbox-empty = Semua terkirim
outbox-empty-offline = Tanpa sinyal · data per { $time }
outbox-waiting = { $count } belum terkirim, sejak { $since }
outbox-sending = Mengirim { $count }…
outbox-refused = { $count } perlu perhatian Anda
outbox-old = { $count } catatan belum terkirim selama { $age }. Buka aplikasi ini di tempat bersinyal; peramban dapat menghapus yang terlalu lama disimpan.
outbox-of-others = { $count } catatan milik orang lain menunggu di ponsel ini. Catatan itu terkirim saat pemiliknya masuk di sini.
outbox-nothing-waits = Tidak ada yang menunggu.
outbox-keeps = Tersimpan aman di ponsel ini, juga bila ditutup.
outbox-no-signal = Tanpa sinyal. Dikirim sendiri begitu ada.
outbox-next-try = Belum tersambung. Dicoba lagi { $time }.
outbox-waiting-title = Menunggu dikirim
send-now = Kirim sekarang
fetch-now = Ambil data terbaru
sending = Mengirim…
sign-in-to-send = Masuk untuk mengirim. { $count ->
    [0] Tidak ada yang hilang.
   *[other] { $count } catatan tersimpan di ponsel ini; tidak ada yang hilang.
  }
sign-in-to-refresh = Sesi Anda berakhir. Masuk untuk mengambil data terbaru.
event-measuring = Posisi sedang dicatat
event-waiting = Menunggu dikirim · urutan { $number }
event-later = Server meminta mencoba lagi { $time }
tray-title = Perlu perhatian Anda ({ $count })
refused-unknown = Server menolak catatan ini.
refused-conflict = Server sudah menyimpan catatan lain dengan nomor ini. Yang pertama berlaku.
refused-photo-missing = Fotonya tidak ada lagi di ponsel ini.
refused-what-to-do = Bila menurut Anda ini benar, kirim lagi. Bila tidak perlu lagi, hapus dari ponsel ini. Yang lain tetap terkirim.
conflict-what-to-do = Bila catatan di ponsel ini yang benar, kirim sebagai catatan baru. Bila tidak, hapus dari ponsel ini.
send-again = Kirim lagi
sent-again = Masuk kembali ke kotak keluar
tray-dismiss = Hapus dari ponsel
tray-dismissed = Dihapus dari ponsel ini
receipts-title = Terkirim
receipts-kept = Tanda terima disimpan { $days } hari di ponsel ini, dan selamanya di server.
receipt-line = Tanda terima { $number }
receipt-number = Nomor
receipt-recorded = Waktu tercatat
receipt-received = Diterima server
receipt-hash = Sidik catatan
kind-clock-in = Absen masuk
kind-clock-out = Absen pulang
kind-visit-check-in = Check-in
kind-visit-check-out = Check-out
kind-visit-skip = Tidak jadi dikunjungi
kind-visit-plan = Rencana kunjungan
kind-account-create = Klien baru
kind-note = Catatan
kind-contact-log = Menghubungi
kind-task-done = Tindak lanjut selesai
kind-answer = Jawaban

## Yang dilihat atasan

record-title = Yang dilihat atasan saya
record-lead = Setiap catatan Anda dengan buktinya, kata demi kata seperti yang dibaca atasan.
record-unsent = Belum terkirim; atasan belum melihatnya
record-as-of = Diambil dari server { $time }
record-empty-title = Belum ada catatan
record-empty = Absen masuk atau check-in pertama Anda muncul di sini beserta buktinya.
record-empty-offline = Catatan dari server muncul di sini begitu ada sinyal.
place-verdict-inside = Di dalam radius
place-verdict-outside = Di luar radius
place-verdict-cannot-tell = Tempat tidak dapat dipastikan
time-exact = Waktu pasti
time-bounded = Waktu dalam batas
time-unproven = Waktu belum terbukti
signal = Tanda
review-pending = Menunggu dilihat atasan
review-accepted = Diterima
review-accepted-by = Diterima oleh { $name }
review-rejected = Ditolak
review-rejected-by = Ditolak oleh { $name }
review-asked = { $name } bertanya
manager = Atasan
answer = Jawab
answer-title = Jawab pertanyaan
answer-label = Jawaban Anda
answer-empty = Tulis dulu jawabannya.
answer-save = Kirim jawaban
answer-saved = Jawaban tersimpan
your-answer = Jawaban Anda: { $text }

## Ponsel ini

phone-title = Ponsel ini
phone-title-of = Ponsel ini, { $name }
to-desk = Buka meja kerja
phone-contact = Terakhir tersambung
phone-device = Tanda ponsel
language = Bahasa
storage-title = Penyimpanan
storage-kept = Peramban menjaga data ini
storage-may-be-cleared = Peramban boleh menghapus data ini bila ruang sempit
storage-unknown = Peramban tidak mengatakan apakah data ini dijaga
storage-advice = Pasang aplikasi ke layar utama dan buka setiap hari; yang terkirim tidak dapat hilang.
storage-ask = Minta dijaga
storage-room = Terpakai { $used } ({ $share } dari jatah).
storage-nearly-full = Penyimpanan hampir penuh ({ $share }). Foto baru tidak dapat disimpan; kirim dulu yang menunggu atau kosongkan ruang ponsel.
install-title = Pasang di layar utama
install-why = Dibuka dengan satu ketukan, bekerja tanpa sinyal, dan datanya lebih aman dari penghapusan.
install-now = Pasang
install-later = Nanti saja
install-done = Terpasang di layar utama
installed = Terpasang di layar utama
install-android-chrome-1 = Buka menu peramban (tiga titik).
install-android-chrome-2 = Pilih “Tambahkan ke layar utama” atau “Instal aplikasi”.
install-android-firefox-1 = Buka menu peramban (tiga titik).
install-android-firefox-2 = Pilih “Pasang” atau “Tambahkan ke layar utama”.
install-ios-1 = Ketuk tombol Bagikan, kotak dengan panah ke atas.
install-ios-2 = Pilih “Tambah ke Layar Utama”, lalu buka dari sana.
install-desktop-1 = Buka menu peramban.
install-desktop-2 = Pilih “Instal Jembatan”.
sign-out = Keluar dari ponsel ini
sign-out-title = Keluar dari ponsel ini?
sign-out-clean = Klien, catatan, dan foto dihapus dari ponsel ini. Di server semuanya tetap ada.
sign-out-unsent = { $count } catatan belum terkirim. Catatan itu tetap di ponsel ini dan baru terkirim bila Anda masuk lagi di sini. Yang lain dihapus dari ponsel.
sign-out-send-first = Kirim dulu
sign-out-anyway = Keluar, kirim nanti
person-changed = Ponsel ini sekarang dipakai { $name }
day-expired = Lebih dari 14 hari tanpa sambungan, maka data klien dihapus dari ponsel ini. Yang belum terkirim tetap ada. Sambungkan untuk mengambilnya lagi.
