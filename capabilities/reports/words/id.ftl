# Papan tim.
board-title = Tim sekarang
board-lead = Kabar terakhir dari ponsel tiap orang, dengan umurnya. Bukan pelacakan: di antara dua kabar, tidak ada yang tahu. Senyap berarti tanpa kabar selama { $length }.
tab-now = Sekarang
tab-productivity = Produktivitas
board-none = Belum ada orang di sini
board-none-help = Papan ini menampilkan orang lapangan di tim yang Anda pimpin, sejak pertama kali mereka masuk.
nothing-heard = Belum ada kabar hari ini
on-visit = Di klien
at-work = Bekerja
late = Terlambat
silent = Senyap
finished = Sudah pulang
not-begun = Belum mulai
day-off = Libur
no-plan = Tanpa rencana hari ini
only-unplanned = { $count ->
   *[other] { $count } kunjungan tidak terencana
 }
done-of = { $done } dari { $planned ->
   *[other] { $planned } kunjungan
 }
done-of-and = { $done } dari { $planned ->
   *[other] { $planned } kunjungan
 }, { $more ->
   *[other] { $more } tidak terencana
 }
late-so-far = Terlambat { $length } sejauh ini
began-late = Mulai terlambat { $length }
flagged = { $count ->
   *[other] { $count } catatan menunggu diperiksa
 }
ago = { $length } lalu
away = { $distance } dari lokasi klien
source-clock-in = absen masuk
some-client = seorang klien
source-clock-out = absen pulang
source-check-in = check-in di { $client }
source-check-out = check-out dari { $client }
source-skip = kunjungan ke { $client } tidak jadi
source-plan = merencanakan kunjungan ke { $client }
source-new-client = mencatat klien baru { $client }
source-note = catatan tentang { $client }
source-contact = menghubungi { $client }
source-task = menyelesaikan sebuah langkah
source-answer = menjawab pertanyaan

# Produktivitas.
productivity-title = Produktivitas
first-day = Dari tanggal
last-day = Sampai tanggal
team-label = Tim
any-team = Semua tim
person-label = Orang
any-person = Semua orang
apply = Terapkan
nobody = Belum ada orang di sini
nobody-help = Laporan ini menampilkan orang lapangan di tim yang Anda pimpin.
everybody = Semua
why = Mengapa? Lihat kunjungannya
chart-title = Kunjungan: terencana, dibuat, dan tidak terencana
bar-said = { $done } dari { $planned } + { $unplanned }
table-title = Per orang
table-help = Setiap angka membuka kunjungan di baliknya. Kunjungan yang harinya belum lewat belum dihitung.
days-worked = Hari kerja
planned = Rencana
done = Dibuat
missed = Terlewat
skipped = Tidak jadi
rejected = Ditolak
unplanned = Tidak terencana
effective = Efektif
pjp = Tingkat PJP
call-rate = Kepatuhan kunjungan
route-rate = Kepatuhan rute
covered = Klien dikunjungi
of-made = dari { $made } kunjungan
tiers-title = Klien dikunjungi menurut tingkat
tier = Tingkat { $tier }
no-tier = Tanpa tingkat
no-clients = Belum ada klien.
outcomes-title = Hasil kunjungan
no-outcomes = Belum ada hasil pada masa ini.
unseen-title = Tidak dikunjungi { $days ->
   *[other] { $days } hari
 } atau lebih
all-seen = Semua klien sudah dikunjungi.
unseen-all = Semua klien yang lama tidak dikunjungi
never = Belum pernah
days = { $days ->
   *[other] { $days } hari
 }
pjp-percent = Tingkat PJP (%)
call-percent = Kepatuhan kunjungan (%)
route-percent = Kepatuhan rute (%)
clients-kept = Klien
clients-visited = Klien dikunjungi

# Mengapa.
why-pjp = Kunjungan terencana yang dibuat, dari semua yang direncanakan.
why-call = Kunjungan terencana yang dibuat, dari semua kunjungan yang dibuat.
why-route = Kunjungan yang dibuat sesuai urutan rencana, dari kunjungan terencana yang dibuat. Yang dihitung adalah deret terpanjang yang urutannya benar, jadi satu singgahan tidak menjatuhkan sisa hari.
planned-and-made = Terencana dan dibuat
planned-not-made = Terencana, tidak dibuat
made-unplanned = Dibuat tanpa rencana
in-sequence = Sesuai urutan
out-of-sequence = Di luar urutan
client-label = Klien
day-label = Tanggal
turn-label = Urutan
time-label = Jam
state-label = Keadaan

told-exported = Laporan produktivitas { $from } – { $to } diunduh

# Laporan yang ditanyakan.
reports-title = Laporan
reports-lead = Setiap angka membuka catatan di baliknya.
reports-none = Belum ada laporan
reports-none-help = Laporan menghitung peluang dan kunjungan. Peran Anda tidak melihat keduanya.
productivity-lead = Hari kerja, kunjungan yang dibuat, terlewat, dan tidak terencana, serta klien yang terjangkau.
sales-progress = Kemajuan penjualan
sales-progress-lead = Yang menang dan yang kalah, seberapa sering, berapa nilainya, dan berapa lama.
period-label = Periode
own-period = Periode sendiri
all-time = Sepanjang waktu
whole-time = Tampilkan sepanjang waktu
compared-with = { $period }, dibandingkan dengan { $before }
within = { $word ->
    [this-month] Bulan ini
    [last-month] Bulan lalu
    [this-quarter] Triwulan ini
    [last-quarter] Triwulan lalu
    [this-year] Tahun ini
    [last-year] Tahun lalu
    [twelve-months] Dua belas bulan
   *[all] Sepanjang waktu
 }
by-label = Dirinci menurut
by = Menurut { $axis }
show-label = Digambar dan diurutkan menurut
split-label = Kolom
split-none = Tanpa kolom
split-by = Kolom menurut { $axis }
compare-label = Dibandingkan dengan
compare-none = Tanpa pembanding
compare = { $word ->
    [before] Periode sebelumnya
   *[year-before] Setahun sebelumnya
 }
axis = { $word ->
    [person] agen
    [team] tim
    [office] kantor
    [manager] manajer
    [account] klien
    [industry] industri
    [country] negara
    [tier] tingkat
    [product] produk
    [series] seri
    [stage] tahap
    [month] bulan
    [quarter] triwulan
   *[year] tahun
 }
none-of = { $word ->
    [team] Tanpa tim
    [office] Tanpa kantor
    [manager] Tanpa manajer
    [account] Tanpa klien
    [industry] Tanpa industri
    [country] Tanpa negara
    [tier] Tanpa tingkat
    [product] Tanpa produk
    [series] Tanpa seri
    [stage] Tanpa tahap
   *[other] Tanpa
 }
unnamed = Tanpa nama
measure = { $word ->
    [won] Menang
    [lost] Kalah
    [win_rate] Tingkat kemenangan
    [won_value] Nilai menang
    [average_deal] Rata-rata peluang
   *[cycle_days] Hari sampai menang
 }
measure-before = { $measure }, sebelumnya
deal-kind = { $word ->
    [won] Menang
    [lost] Kalah
   *[open] Terbuka
 }
narrowed = { $axis }: { $key }
remove-filter = Hapus filter ini
report-none = Tidak ada apa-apa dalam periode ini
report-none-help = Tidak ada yang terhitung dengan filter ini. Periode yang lebih panjang mungkin menunjukkan lebih banyak.
currency-label = Mata uang
total = Jumlah
nothing = Tidak ada
points = { $number } poin
open-page = Buka klien
more-lines = { $count } baris lagi ada di dalam berkas.
more-columns = { $count } kolom lagi ada di dalam berkas.
matrix-title = { $measure } menurut { $axis }
as-of = Per { $day }. Angka selalu dihitung ulang dari catatan.
rows-title = { $report }: catatan di baliknya
rows-none = Tidak ada catatan di balik angka ini
rows-none-help = Dengan filter ini tidak ada peluang yang menang atau kalah.
back-to-report = Kembali ke laporan
row-name = Peluang
row-state = Keadaan
row-day = Hari
row-amount = Nilai
told-report-exported = mengunduh laporan “{ $report }” sebagai berkas

# Dokumen.
pack-title = Paket manajemen
pack-lead = Beberapa laporan triwulan lalu dalam satu PDF: angka utama, grafik, dan tabel.
pack-file = paket-manajemen
pack-note = Angka utama dibandingkan dengan periode sebelumnya yang sama panjang. Halaman berikutnya memuat rinciannya.
within-reach = catatan yang boleh dilihat pembuatnya
against-before = { $change } dari sebelumnya
drawn-by = { $measure } per { $axis }
told-pack-made = Paket manajemen { $from } – { $to } diunduh
