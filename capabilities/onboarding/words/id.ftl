# Penolakan.
refused-begun = Klien ini sudah disambut dengan sebuah daftar. Selesaikan atau hentikan dulu.
refused-no-template = Tidak ada daftar penyambutan untuk klien ini. Buat di pengaturan.
refused-nobody = Klien ini belum punya penanggung jawab. Tentukan dulu orangnya.
refused-no-reason = Tulis alasannya.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-over = Langkah ini sudah selesai.
refused-skipped = Langkah ini dilewati. Ambil lagi lebih dulu.
refused-no-label = Tulis namanya, paling banyak { $count } huruf.
refused-no-steps = Tulis sekurangnya satu langkah.
refused-too-many-steps = Paling banyak { $count } langkah.
refused-no-days = Hari kerja adalah angka bulat dari 0 sampai { $count }.
refused-no-kind = Pilih jenis langkahnya.
refused-no-owner = Pilih siapa yang mengerjakan langkah ini.

# Panel di halaman klien.
panel-title = Penyambutan klien
panel-none = Belum ada daftar untuk klien baru ini.
template-label = Daftar penyambutan
begin = Mulai
begun = Penyambutan dimulai.
begun-on = Mulai { $day }: { $why }
began-converted = dari prospek
began-client = menjadi pelanggan
began-won = peluang dimenangkan
began-hand = dimulai sendiri
progress = { $done } dari { $all } langkah
over = Selesai
step-done = Selesai
step-skipped = Dilewati
step-late = Lewat, seharusnya { $day }
step-due = Sampai { $day }
step-finish = Tandai selesai
step-reopen = Belum selesai
step-skip = Lewati
step-unskip = Ambil lagi
skip-reason = Alasan dilewati
step-saved = { $step }: tersimpan.
seen-account = akun klien sudah ada
seen-payment = cara pembayaran sudah diatur
seen-order = faktur pertama sudah tercatat
stop = Hentikan penyambutan
stop-confirm = Langkah yang belum dikerjakan dihapus dari daftar tugas. Lanjutkan?
stopped = Penyambutan dihentikan.

# Daftar.
list-title = Penyambutan klien
list-lead = Langkah yang masih harus dikerjakan dengan klien baru, yang paling dekat lebih dulu.
list-filter = Yang mana
list-all = Semua
list-late = Lewat
list-none = Tidak ada langkah yang menunggu
list-none-help = Penyambutan dimulai sendiri saat prospek menjadi klien atau peluang dimenangkan, atau dari halaman klien.
tasks-title = Tugas

# Pengaturan.
settings-title = Penyambutan klien
settings-lead = Apa yang dikerjakan dengan klien baru, oleh siapa, dan sampai kapan.
templates-none = Belum ada daftar
templates-none-help = Buat daftar pertama: langkah, penanggung jawab, dan batas harinya.
template-new = Daftar baru
template-edit = Ubah daftar
template-lead = Setiap langkah menjadi tugas seseorang. Klien yang sedang disambut tetap dengan langkah yang sudah ada.
for-all = Semua klien yang tidak punya daftar sendiri
step-after = { $step } ({ $days } hari kerja)
retired = Tidak dipakai
label-in-indonesian = Nama dalam bahasa Indonesia
label-in-english = Nama dalam bahasa Inggris
industries-label = Bidang usaha
industries-help = Dengan koma di antaranya. Kosong berarti untuk semua.
steps-title = Langkah
steps-help = Langkah tentang akun, pembayaran, dan pesanan pertama menandai dirinya sendiri. Baris tanpa nama tidak disimpan.
kind-label = Jenis langkah
kind-account = Akun klien
kind-payment = Pembayaran
kind-explain = Penjelasan produk
kind-order = Pesanan pertama
kind-other = Lainnya
days-label = Hari kerja sejak mulai
days-unit = hari
whose-label = Dikerjakan oleh
whose-owner = Penanggung jawab klien
whose-role = Peran: { $role }
save = Simpan
cancel = Batal
saved = Tersimpan.

# Cerita.
told-given = { $count ->
   *[other] { $account }: { $count } langkah penyambutan untuk Anda
}
told-begun = Penyambutan “{ $label }” dimulai: { $why }
told-seen = Penyambutan: “{ $step }” selesai dengan sendirinya
told-done = Penyambutan: “{ $step }” selesai
told-reopened = Penyambutan: “{ $step }” belum selesai
told-skipped = Penyambutan: “{ $step }” dilewati, “{ $why }”
told-unskipped = Penyambutan: “{ $step }” diambil lagi
told-ended = Penyambutan “{ $label }” selesai
told-stopped = Penyambutan “{ $label }” dihentikan
told-template-kept = Daftar penyambutan “{ $label }” diatur
told-template-removed = Daftar periksa { $label } dihapus

# Daftar sebagai berkas.
export-name = langkah-penyambutan
export-checklists-name = daftar-penyambutan
export-checklists = Unduh daftar penyambutan semua klien
export-client = Klien
export-checklist = Daftar penyambutan
export-step = Langkah
export-owner = Untuk
export-due = Tenggat
export-state = Keadaan
export-open = Belum dikerjakan
export-done-on = Selesai pada
export-skipped-why = Alasan dilewati
export-id = ID Jembatan
told-exported = mengunduh langkah penyambutan
told-checklists-exported = mengunduh daftar penyambutan semua klien
