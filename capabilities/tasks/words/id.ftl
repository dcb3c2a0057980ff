# Penolakan.
refused-no-day = Ini bukan tanggal antara tahun 1000 dan 2999. Contoh: 2026-03-04.
refused-no-step = Tulis apa yang akan dilakukan.

# Formulir.
save = Simpan
saved = Tersimpan.
cancel = Batal

# Halaman klien.
tasks-title = Tugas
tasks-none = Belum ada.
task-new = Tugas baru
task-label = Apa yang akan dilakukan
task-add = Catat tugas
task-finish = Selesai
task-finish-named = Selesai: { $text }
due-label = Tenggat
due = Tenggat { $day }
due-late = Lewat tenggat { $day }

# Riwayat.
told-task-added = Tugas: { $text }
told-task-done = Selesai: { $text }
told-task-passed = Tugas ikut berpindah: { $text }

# Pengaturan klien.
not-offered = Tidak ditawarkan lagi
days-unit = hari

# Aktivitas.
refused-activity-account-unknown = Tidak ada klien dengan nama ini di antara klien yang dapat Anda lihat.
refused-activity-too-late = Sudah lewat 30 hari, jadi tidak dapat dikembalikan.
client-label = Klien

# Tugas.
refused-task-unseen = Orang ini tidak dapat melihat klien ini. Pilih orang lain, atau ganti AE kliennya dulu.
refused-task-done = Tugas ini sudah selesai.
task-list-title = Tugas
task-list-none = Tidak ada
task-list-none-help = Tugas yang Anda catat pada klien, saat kunjungan, atau di sini muncul pada daftar ini.
task-edit = Ubah tugas
task-hide = Hapus tugas
task-owner = Untuk
task-owner-help = Kosongkan untuk diri sendiri.
task-filter = Tenggat
task-whose = Milik siapa
task-done = Selesai: { $text }
task-reopen = Belum selesai
task-reopened = Belum selesai: { $text }
task-postponed = { $text } ditunda ke { $day }
task-hidden = Dihapus: { $text }
task-restored = Dikembalikan: { $text }
task-added = Dicatat: { $text }
tasks-mine = Tugas saya
tasks-all = Semua yang saya lihat
when-open = Belum selesai
when-overdue = Lewat tenggat
when-today = Hari ini
when-week = 7 hari
when-done = Selesai
no-due-day = tanpa tenggat
due-today = hari ini
due-tomorrow = besok
postpone-day = +1 hari
postpone-week = +1 minggu
told-task-assigned = { $who } memberi Anda tugas: { $text }
told-task-assigned-about = { $who } memberi Anda tugas: { $text } ({ $account })
told-task-reopened = Belum selesai: { $text }
told-task-moved = Tugas diubah: { $text }, tenggat { $day }
told-task-hidden = Tugas dihapus: { $text }

# Jam, pengingat, dan pengulangan tugas.
task-hidden-series = Dihapus, dan tidak berulang lagi: { $text }
due-time-label = Jam ({ $zone })
due-clock = Jam
due-time-help = Kosongkan bila sepanjang hari.
timing-more = Pengingat dan pengulangan
remind-label = Ingatkan
remind-help = Tanpa jam, waktunya dihitung dari pukul 08.00 pada hari tenggat.
remind-mail-label = Kirim juga lewat email
remind-then = Tepat waktunya
remind-minutes = { $n ->
   *[other] { $n } menit sebelumnya
 }
remind-hours = { $n ->
   *[other] { $n } jam sebelumnya
 }
remind-days = { $n ->
   *[other] { $n } hari sebelumnya
 }
remind-weeks = { $n ->
   *[other] { $n } minggu sebelumnya
 }
repeat-label = Ulangi
repeat-help = Tanggal 29, 30, dan 31 jatuh pada hari terakhir bulan yang lebih pendek.
repeat-kind-daily = Setiap hari
repeat-kind-working = Setiap hari kerja (Senin–Jumat)
repeat-kind-weekly = Setiap minggu pada hari pilihan
repeat-kind-month-day = Setiap bulan pada tanggal yang sama
repeat-kind-month-weekday = Setiap bulan pada hari yang sama, misalnya Selasa kedua
repeat-kind-month-last = Setiap bulan pada hari itu yang terakhir
repeat-kind-yearly = Setiap tahun
repeat-every = Selang
repeat-every-help = 2 berarti setiap hari, minggu, bulan, atau tahun kedua.
repeat-days = Hari dalam minggu
repeat-until-label = Sampai tanggal
repeat-times-label = Atau sebanyak (kali)
repeat-from-label = Tugas berikutnya muncul
repeat-from-calendar = menurut kalender
repeat-from-done = dihitung sejak tugas ini selesai
repeat-goes-on = Tugas berikutnya sudah ada; pengulangannya diatur di sana.
repeat-next = Buka tugas berikutnya
repeat-every-day = Setiap hari
repeat-every-days = Setiap { $n } hari
repeat-working = Setiap hari kerja
repeat-every-week = Setiap { $days }
repeat-every-weeks = Setiap { $n } minggu pada { $days }
repeat-every-month = Setiap bulan pada { $day }
repeat-every-months = Setiap { $n } bulan pada { $day }
repeat-last-day = hari terakhir
repeat-day-of-month = tanggal { $day }
repeat-nth = { $weekday } { $nth }
repeat-every-year = Setiap tahun pada { $day }
repeat-every-years = Setiap { $n } tahun pada { $day }
repeat-until = { $rule }, sampai { $day }
repeat-times = { $rule }, { $times } kali
repeat-after-done = { $rule }, sejak selesai
nth-first = pertama
nth-second = kedua
nth-third = ketiga
nth-fourth = keempat
nth-last = terakhir
weekday-mo = Sen
weekday-tu = Sel
weekday-we = Rab
weekday-th = Kam
weekday-fr = Jum
weekday-sa = Sab
weekday-su = Min
refused-task-no-time = Tulis jam seperti 14.00.
refused-task-time-without-day = Jam, pengingat, dan pengulangan memerlukan tenggat. Pilih harinya.
refused-task-no-reminder = Pengingat paling awal 28 hari sebelum tenggat.
refused-task-no-rule = Pengulangan ini tidak dikenal. Pilih salah satu dari daftar.
refused-task-no-interval = Isi selang dengan angka 1 sampai 99.
refused-task-no-end = Isi tanggal akhir atau jumlah (1 sampai 999), salah satu saja.
refused-task-ends-before = Pengulangan berakhir sebelum tenggat pertama. Pilih tanggal sesudahnya.
told-task-due = Pengingat: { $what }, { $due }
told-task-due-late = Pengingat yang terlambat: { $what }, { $due }
told-task-repeated = Tugas berulang: { $text }, tenggat { $day }
mail-task-due-subject = Pengingat tugas
mail-task-due = { $text }
    Tenggat: { $due }
    { $link }
agenda-tabs = Agenda
agenda-tab-day = Hari
agenda-tab-week = Minggu

# Templat tugas.
templates-title = Templat tugas
templates-lead = Tugas yang selalu dikerjakan bersama, misalnya untuk klien baru. AE memasangnya pada klien sekali klik.
templates-none = Belum ada templat
templates-none-help = Buat daftar pertama: misalnya perkenalan, penawaran, dan telepon sesudah seminggu.
templates-none-here = Administrator membuat templat pada Pengaturan › Templat tugas.
template-new = Templat baru
template-title = Templat tugas
template-lead = Tenggat dihitung dari hari pertama. 0 berarti pada hari itu juga.
template-name = Nama
template-name-help = Misalnya: Klien baru.
template-text-of = Tugas { $number }
template-days-of = Hari sesudah hari pertama, tugas { $number }
template-counted-of = Cara menghitung hari, tugas { $number }
template-rows-help = Baris kosong tidak disimpan. Simpan dulu untuk menambah baris.
template-saved = Tersimpan: { $name }
template-holds = { $count ->
   *[other] { $count } tugas, sampai hari ke-{ $last }
 }
template-retire = Jangan tawarkan lagi
template-offer = Tawarkan lagi
counted-calendar = hari kalender
counted-working = hari kerja
template-use = Pasang templat tugas
template-use-lead = Semua tugasnya dibuat sekaligus. Lihat tanggalnya dulu.
template-label = Templat
template-first = Hari pertama
template-first-help = Tenggat dihitung dari hari ini.
template-preview = Lihat tanggalnya
template-preview-title = Akan dibuat untuk { $owner }
template-make = Buat tugasnya
refused-template-no-name = Beri nama templat ini.
refused-template-name-too-long = Nama terlalu panjang; paling banyak { $most } huruf.
refused-template-no-tasks = Isi sedikitnya satu tugas.
refused-template-too-many = Paling banyak { $most } tugas dalam satu templat.
refused-too-many-templates = Sudah ada 100 templat. Pakai atau ubah yang ada.
refused-template-no-text = Tugas { $number } kosong atau terlalu panjang.
refused-template-no-days = Tugas { $number }: isi hari dengan angka 0 sampai { $most }.
refused-template-unknown = Templat ini tidak ada. Pilih dari daftar.
refused-template-retired = Templat ini tidak ditawarkan lagi. Pilih yang lain.
refused-template-nothing-left = Tidak ada yang dapat diurungkan: tugasnya sudah selesai atau dihapus.
told-template-used = Templat { $name } dipasang: { $tasks ->
   *[other] { $tasks } tugas
 }
told-template-given = { $who } memberi Anda { $tasks ->
   *[other] { $tasks } tugas
 } pada { $account }
told-template-use-undone = { $tasks ->
   *[other] { $tasks } tugas dari templat diurungkan
 }
told-template-kept = Templat tugas disimpan: { $name }
told-template-retired = Templat tugas tidak ditawarkan lagi: { $name }
told-template-offered-again = Templat tugas ditawarkan lagi: { $name }
