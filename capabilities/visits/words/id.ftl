# Penolakan.
refused-unknown-visit = Kunjungan ini tidak ada dalam rencana Anda.
refused-other-account = Kunjungan ini untuk klien lain. Buat kunjungan baru untuk klien ini.
refused-already-ended = Kunjungan ini sudah selesai. Buat kunjungan baru bila Anda datang lagi.
refused-already-arrived = Anda sudah check-in pada kunjungan ini. Check-out dan pilih hasilnya.
refused-already-skipped = Kunjungan ini sudah dilewati.
refused-not-arrived = Anda belum check-in pada kunjungan ini. Check-in lebih dulu.
refused-unknown-outcome = Hasil “{ $code }” tidak ada dalam daftar perusahaan. Pilih hasil dari daftar.
refused-unknown-reason = Alasan “{ $code }” tidak ada dalam daftar perusahaan. Pilih alasan dari daftar.
refused-reschedule-in-the-past = Tanggal penggantinya sudah lewat. Pilih hari ini atau sesudahnya.
refused-next-step-in-the-past = Langkah berikutnya jatuh sebelum kunjungan ini. Pilih hari kunjungan atau sesudahnya.
refused-plan-in-the-past = Tanggal ini sudah lewat. Rencanakan kunjungan untuk hari ini atau sesudahnya.
refused-no-client = Pilih klien yang akan dikunjungi.
refused-no-day = Pilih tanggal antara tahun 1000 dan 2999.
refused-no-time = Ini bukan jam. Contoh: 10.30.
refused-unknown-person = Orang ini tidak ada di tim Anda. Pilih orang lain.
refused-not-waiting = Kunjungan ini sudah berjalan atau sudah selesai, jadi rencananya tidak dapat diubah.
refused-no-label = Tulis namanya, paling banyak { $count } huruf.

# Keadaan kunjungan.
state-planned = Direncanakan
state-open = Sedang berlangsung
state-done = Selesai
state-skipped = Tidak jadi
state-missed = Terlewat
state-made = Sudah dibuat
state-rejected = Ditolak
ended-by-check-out = Berakhir dengan check-out.
ended-by-next = Tanpa check-out; berakhir saat check-in berikutnya.
ended-by-rule = Tanpa check-out; kapan berakhirnya tidak diketahui.
rejected-check-in = Check-in ditolak; kunjungan ini tidak dihitung.
rejected-check-out = Check-out ditolak; lama dan hasil kunjungan ini tidak dihitung.

# Yang terjadi.
told-planned = Kunjungan direncanakan untuk { $day }
told-plan-removed = Rencana kunjungan { $day } dihapus
told-plan-moved = Urutan rencana kunjungan diubah
told-plan-passed = Kunjungan tanggal { $day } ikut berpindah
told-in = Check-in kunjungan
told-in-inside = Check-in kunjungan di lokasi
told-in-outside = Check-in kunjungan di luar lokasi
told-in-cannot-tell = Check-in kunjungan, lokasi belum pasti
told-out = Check-out setelah { $length }: { $outcome }
told-skipped = Kunjungan tidak jadi: { $reason }
told-skipped-moved = Kunjungan tidak jadi: { $reason }. Dijadwalkan ulang ke { $day }
told-missed = Kunjungan terlewat
told-ended-by-rule = Kunjungan ditutup otomatis, tanpa check-out
told-closed-by-next = Kunjungan berakhir saat check-in berikutnya
told-not-made = Kunjungan tidak dihitung: check-in ditolak
told-end-rejected = Lama dan hasil kunjungan tidak dihitung: check-out ditolak
told-counts-again = Kunjungan dihitung lagi
told-called = Menelepon klien
told-whatsapp = Membuka obrolan WhatsApp dengan klien
told-outcome-kept = Hasil kunjungan “{ $label }” diatur
told-outcome-removed = Hasil kunjungan { $label } dihapus
told-reason-kept = Alasan tidak jadi “{ $label }” diatur

# Halaman kunjungan.
visits-title = Kunjungan
visits-of = Kunjungan { $day }
plan-visit = Rencanakan kunjungan
plan-lead = Kunjungan masuk ke urutan terakhir rencana hari itu.
find-client = Cari klien
find = Cari
no-client-found = Tidak ada klien dengan nama ini.
no-clients-yet = Belum ada klien yang dapat dikunjungi.
new-client = Tulis klien baru
more-clients = Masih ada klien lain. Cari dengan namanya.
time-help = Boleh kosong.
planned = Kunjungan direncanakan.
removed = Kunjungan dihapus dari rencana.
undo = Batalkan
restored = Kunjungan kembali ke rencana.
day-before = Hari sebelumnya
day-after = Hari berikutnya
first-day = Dari tanggal
last-day = Sampai tanggal
today = Hari ini
team-label = Tim
any-team = Semua tim
person-label = Orang
any-person = Semua orang
state-label = Keadaan
any-state = Semua keadaan
planned-label = Rencana
any-plan = Terencana atau tidak
only-planned = Terencana
only-unplanned = Tidak terencana
visits-none = Tidak ada kunjungan
visits-none-help = Pilih hari lain, atau rencanakan kunjungan.
day-said = { $made } dari { $planned ->
   *[other] { $planned } rencana
 } dikunjungi
day-unplanned = { $count ->
   *[other] { $count } tidak terencana
 }
time-label = Jam
day-label = Tanggal
client-label = Klien
some-client = Seorang klien
evidence-label = Bukti
dwell-label = Lama
outcome-label = Hasil
reason-label = Alasan
change-label = Ubah rencana
unplanned = Tidak terencana
waits = Menunggu diperiksa
asked = Ditanyakan
accepted = Diterima
rejected = Ditolak
move-earlier = Lebih awal
move-earlier-of = { $client } lebih awal
move-later = Lebih akhir
move-later-of = { $client } lebih akhir
remove = Hapus dari rencana
remove-of = Hapus { $client } dari rencana
plan-label = Rencana
plan-turn = Urutan ke-{ $turn }
effective-label = Efektif
yes = Ya
no = Tidak
facts-none = Belum ada catatan dari ponsel untuk kunjungan ini.
fact-check-in = Check-in
fact-check-out = Check-out
fact-skip = Tidak jadi
fact-plan = Direncanakan dari ponsel
fact-note = Catatan
photo-of = Foto kunjungan ke { $client }
open-client = Buka klien
rescheduled-from = Kunjungan semula
since = { $days ->
    [0] Dikunjungi hari ini
    [1] Dikunjungi kemarin
   *[other] { $days } hari sejak kunjungan terakhir
 }
never = Belum pernah dikunjungi
all-visits = Semua kunjungan

# Pengaturan.
lists-title = Hasil kunjungan
lists-lead = Pilihan yang muncul di ponsel saat check-out, dan saat kunjungan tidak jadi.
outcomes-title = Hasil kunjungan
outcomes-lead = Hasil yang efektif dihitung sebagai kunjungan efektif. Yang disembunyikan tidak ditawarkan lagi; kunjungan lama tetap memakainya.
reasons-title = Alasan tidak jadi
reasons-lead = Alasan yang dipilih saat kunjungan tidak dilakukan.
label-in-indonesian = Nama dalam bahasa Indonesia
label-in-english = Nama dalam bahasa Inggris
asks-note = Minta catatan
hidden = Sembunyikan
save = Simpan
add-outcome = Tambah hasil
add-reason = Tambah alasan
list-kept = Tersimpan.

# Daftar sebagai berkas.
export-name = kunjungan
export-arrived = Datang
export-left = Pulang
export-minutes = Lama (menit)
export-note = Catatan
export-yes = ya
export-no = tidak
export-id = ID
told-exported = mengunduh daftar kunjungan
