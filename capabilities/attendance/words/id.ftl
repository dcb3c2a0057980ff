# Keadaan hari kerja.
state-none = Belum mulai
state-open = Bekerja
state-closed = Selesai

# Tanda pada hari kerja.
mark-late = Terlambat
mark-left-early = Pulang lebih awal
mark-opened-by-visit = Dimulai oleh kunjungan
mark-closed-by-visit = Diakhiri oleh kunjungan
mark-closed-by-rule = Ditutup otomatis
mark-no-clock-in = Tanpa absen masuk
mark-double-clock-in = Absen masuk dua kali
mark-double-clock-out = Absen pulang dua kali
mark-off-shift = Di luar jam kerja
mark-day-off = Hari libur
mark-in-review = Menunggu pemeriksaan
mark-capped = Dibatasi 24 jam

# Bulan kehadiran.
attendance-title = Kehadiran
attendance-lead = Jam kerja per hari, dihitung dari catatan ponsel. Buka nama untuk melihat alasannya.
my-attendance = Kehadiran saya
my-attendance-lead = Dihitung dari catatan Anda. Buka sebuah hari untuk melihat alasannya.
month-steps = Bulan lain
month-before = Bulan sebelumnya
month-after = Bulan berikutnya
team-label = Tim
every-team = Semua tim
apply = Terapkan
export-csv = Unduh CSV
export-name = kehadiran
nobody-title = Tidak ada orang di tim ini
nobody-text = Pilih tim lain untuk melihat kehadirannya.
person-label = Nama
days-label = Hari
hours-label = Jam
late-label = Telat
by-rule-label = Otomatis
in-review-label = Diperiksa
key-hours = Jam kerja
no-record = Tanpa catatan
minutes-unit = menit
day-label = Hari
state-label = Keadaan
in-label = Masuk
out-label = Pulang
marks-label = Tanda
no-days-title = Belum ada hari kerja bulan ini
no-days-text = Hari kerja muncul di sini setelah absen masuk di aplikasi lapangan.
worked-minutes = Menit kerja
late-minutes = Menit telat
early-minutes = Menit pulang awal

# Nama bulan dan hari.
month-name = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[other] Desember
 }
monday = Senin
tuesday = Selasa
wednesday = Rabu
thursday = Kamis
friday = Jumat
saturday = Sabtu
sunday = Minggu

# Satu hari.
day-steps = Hari lain
day-before = Hari sebelumnya
day-after = Hari berikutnya
no-day-title = Tidak ada catatan pada hari ini
no-day-text = Catatan yang terlambat terkirim akan mengubahnya.
worked-label = Waktu kerja
why-title = Mengapa?
spans-title = Waktu kerja
span = { $from } sampai { $to }
span-open = { $from }, masih berjalan
facts-title = Catatan
claimed-label = Jam ponsel
recorded-label = Dihitung
received-label = Diterima server
receipt-label = Nomor bukti
photo-of = { $what }, { $name }: foto
some-client = seorang klien
reviewed-by = Diperiksa oleh { $name }, { $at }
to-review = Periksa catatannya
to-day = Lihat harinya

# Alasan.
why-no-shift = Tidak ada jam kerja yang berlaku pada hari ini.
why-day-off = Hari libur menurut jam kerja.
why-shift-company = Jam kerja { $from } sampai { $to } menurut jam perusahaan, toleransi masuk { $late } dan pulang { $early }.
why-shift-local = Jam kerja { $from } sampai { $to } menurut jam setempat, toleransi masuk { $late } dan pulang { $early }.
why-opened-by-clock-in = Dimulai oleh absen masuk pukul { $at }.
why-opened-by-visit = Dimulai oleh check-in kunjungan pukul { $at }.
why-closed-by-clock-out = Diakhiri oleh absen pulang pukul { $at }.
why-closed-by-visit = Diakhiri oleh check-out kunjungan terakhir pukul { $at }.
why-closed-at-shift-end = Absen pulang tidak ada; ditutup pada akhir jam kerja, pukul { $at }.
why-closed-at-last-fact = Absen pulang tidak ada; ditutup pada catatan terakhir yang pasti, pukul { $at }.
why-still-open = Absen pulang belum ada; ditunggu sampai { $until }.
why-already-open = Absen masuk lagi pukul { $at }; yang pertama tetap berlaku.
why-nothing-to-close = Absen pulang pukul { $at } tanpa hari kerja yang terbuka.
why-visits-do-not-open = Check-in kunjungan pukul { $at } tidak memulai hari kerja di perusahaan ini.
why-visit-not-verified = Check-in kunjungan pukul { $at } belum terbukti, jadi tidak memulai hari kerja.
why-rejected = Catatan pukul { $at } ditolak dan tidak dihitung.
why-late = Mulai pukul { $at }, { $minutes } setelah { $starts }; lewat dari toleransi { $grace }.
why-left-early = Selesai pukul { $at }, { $minutes } sebelum { $ends }; lewat dari toleransi { $grace }.
why-off-shift = Tidak ada waktu kerja di dalam jam kerja.
why-capped = Catatannya berjumlah { $minutes }; yang dihitung 24 jam.

# Jam kerja.
shifts-title = Jam kerja
shifts-lead = Jam kerja berlaku mulai suatu hari. Tim tanpa jam kerja sendiri memakai jam kerja perusahaan.
no-shifts = Belum ada jam kerja: tidak seorang pun tercatat terlambat.
whose-label = Berlaku untuk
whose-help = Jam kerja tim menggantikan jam kerja perusahaan.
whole-company = Seluruh perusahaan
shift-label = Jam kerja
hours-of-shift = Pukul
weekdays-label = Hari kerja
grace-label = Toleransi masuk / pulang
margins-label = Rentang absen sebelum / sesudah
meaning-label = Menurut jam
meaning-company = Jam perusahaan: 08.00 WIB adalah 09.00 di Denpasar (WITA) dan 10.00 di Jayapura (WIT)
meaning-local = Jam setempat: 08.00 di mana pun orangnya berada
meaning-company-short = Perusahaan
meaning-local-short = Setempat
meaning-help = Indonesia memiliki tiga zona waktu: WIB, WITA satu jam lebih dulu, dan WIT dua jam lebih dulu.
valid-from = Mulai
since-ever = Sejak awal
shift-holds = Berlaku
shift-comes = Akan berlaku
shift-held = Tidak berlaku lagi
minutes-both = { $before } / { $after } mnt
shift-new = Tetapkan jam kerja
shift-name = Nama
shift-name-help = Misalnya Kantor, Pagi, atau Malam.
starts-label = Mulai pukul
ends-label = Selesai pukul
ends-help = Lebih awal dari jam mulai berarti keesokan harinya.
grace-field = Toleransi terlambat (menit)
grace-help = Sampai sekian menit setelah jam mulai belum dihitung terlambat.
grace-out-field = Toleransi pulang awal (menit)
grace-out-help = Sampai sekian menit sebelum jam selesai belum dihitung pulang awal.
margin-before-field = Rentang absen sebelum mulai (menit)
margin-before-help = Absen sejak sekian menit sebelum jam mulai pasti milik jam kerja ini; yang lebih awal diberikan kepada jam kerja terdekat.
margin-after-field = Rentang absen sesudah selesai (menit)
margin-after-help = Absen sampai sekian menit sesudah jam selesai pasti milik jam kerja ini. Sesudah itu absen pulang masih ditunggu sejenak, lalu hari ditutup otomatis.
first-day-label = Berlaku mulai
first-day-help = Hari sebelumnya tetap memakai jam kerja yang lama. Hari yang sudah dinilai sejak tanggal ini dinilai kembali.
shift-save = Tetapkan
shift-set = Jam kerja { $name } berlaku mulai { $from }.

# Pemeriksaan.
review-title = Pemeriksaan
review-lead = Catatan yang belum terbukti. Orangnya membaca alasan yang sama.
pile-waiting = Menunggu Anda ({ $count })
pile-asked = Menunggu jawaban
pile-decided = Diputuskan 7 hari terakhir
everybody = Semua orang
review-none = Tidak ada yang menunggu
review-none-text = Catatan yang waktu atau tempatnya belum terbukti muncul di sini.
choose-all = Pilih semua di halaman ini
decide-text = Pertanyaan, atau alasan penolakan
verdict-accept = Terima
verdict-ask = Tanyakan
verdict-reject = Tolak
accepted = { $count ->
   *[other] { $count } catatan diterima.
 }
asked = { $count ->
   *[other] { $count } catatan ditanyakan.
 }
rejected = { $count ->
   *[other] { $count } catatan ditolak.
 }

# Yang terjadi.
told-clocked-in = Absen masuk pukul { $at }
told-clocked-out = Absen pulang pukul { $at }
told-closed-by-rule = Hari kerja { $day } ditutup otomatis: absen pulang tidak ada
told-shift-set = Jam kerja { $name } ditetapkan mulai { $from }
told-exported = Kehadiran { $month } diekspor

# Penolakan.
refused-no-name = Tulis nama jam kerjanya.
refused-no-time = Tulis jam seperti 08:00.
refused-no-length = Jam selesai sama dengan jam mulai. Tulis jam yang lain.
refused-grace = Tulis 0 sampai 240 menit.
refused-margin = Tulis 0 sampai 360 menit.
refused-no-weekday = Pilih setidaknya satu hari.
refused-no-meaning = Pilih jam perusahaan atau jam setempat.
refused-no-day = Tulis tanggal antara tahun 1000 dan 2999.
refused-too-far-back = Tanggal ini lebih dari 62 hari yang lalu. Pilih tanggal yang lebih baru.
refused-unknown-team = Tim ini tidak ada.
