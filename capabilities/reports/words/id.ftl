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
source-task = menyelesaikan sebuah tugas
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
reports-none-help = Laporan menghitung peluang, penjualan, dan kunjungan. Peran Anda tidak melihatnya.
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
    [next-month] Bulan depan
    [next-quarter] Triwulan depan
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
axis-of-people = { $word ->
    [person] agen
    [team] tim
    [office] kantor
    [manager] manajer
    [account] klien
    [industry] industri
    [country] negara
   *[tier] tingkat
 }
axis-of-things = { $word ->
    [product] produk
    [series] seri
    [stage] tahap
    [pipeline] alur
    [invoice_country] negara faktur
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
    [month] Tanpa perkiraan selesai
    [person] Tanpa penanggung jawab
   *[other] Tanpa
 }
unnamed = Tanpa nama
measure-of-deals = { $word ->
    [won] Menang
    [lost] Kalah
    [win_rate] Tingkat kemenangan
    [won_value] Nilai menang
    [average_deal] Rata-rata peluang
    [deals] Peluang
    [open_value] Nilai terbuka
    [weighted] Nilai tertimbang
    [committed] Hampir pasti
    [days_in_stage] Hari di tahap
    [stale] Terlalu lama
   *[cycle_days] Hari sampai menang
 }
measure-of-ledger = { $word ->
    [net] Penjualan bersih
    [documents] Dokumen
    [average_document] Rata-rata dokumen
    [lines] Baris
    [quantity] Banyaknya
    [invoiced] Difakturkan
   *[average_price] Harga rata-rata
 }
measure-of-clients = { $word ->
    [clients] Klien
    [bought] Pembelian seluruhnya
    [days_silent] Hari senyap
    [new_clients] Klien baru
    [lost_clients] Klien hilang
    [balance] Selisih
    [visited] Dikunjungi
    [coverage] Cakupan
    [visits] Kunjungan
   *[effective_rate] Efektif
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
rows-none-help = Dengan filter ini tidak ada yang terhitung.
back-to-report = Kembali ke laporan
row-deal = Peluang
row-document = Dokumen
row-line = Baris
row-client = Klien
row-state = { $what ->
    [open-deal] Tahap
    [invoice] Jenis
    [line] Banyaknya
    [silent] Senyap
    [visit] Hasil
   *[deal] Keadaan
 }
row-day = { $what ->
    [open-deal] Perkiraan selesai
    [silent] Pembelian terakhir
   *[deal] Hari
 }
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
# Laporan dari pembukuan, alur, dan kunjungan.
sales-title = Penjualan
sales-lead = Apa yang dibeli klien: bersih, menurut bulan, klien, negara, dan penanggung jawab, sampai ke dokumennya.
growth-title = Pertumbuhan klien
growth-lead = Penjualan bersih tiap klien dibandingkan dengan periode sebelumnya; yang turun paling banyak lebih dulu.
products-title = Penjualan per produk
products-lead = Produk mana yang terjual, berapa banyak, dan dengan harga rata-rata berapa.
silent-title = Klien senyap
silent-lead = Yang pernah membeli, lalu lama tidak lagi. Anda memilih berapa hari.
clients-title = Klien baru dan hilang
clients-lead = Klien datang dengan faktur pertamanya, dan hilang setelah sekian hari tanpa faktur lagi.
pipeline-title = Alur dan prakiraan
pipeline-lead = Peluang terbuka menurut tahap dan perkiraan selesai. Tertimbang: nilai kali kemungkinan tahapnya. Hampir pasti: yang dinyatakan hampir pasti oleh pemiliknya; bila tidak, menurut tahapnya.
coverage-title = Cakupan dan penjualan
coverage-lead = Klien yang dikunjungi dan hasil kunjungan, di samping nilai yang menang dan yang difakturkan.
house-account = { $name } (akun penampung)
house-label = Akun penampung
house-any = Dengan penampung
house-without = Tanpa penampung
silent-days-label = Batas hari tanpa pembelian
silent-days = Senyap { $days } hari
order-label = Urutan
order = { $word ->
    [fallen] Turun paling banyak
    [grown] Naik paling banyak
   *[most] Terbesar lebih dulu
 }
any-currency = Semua mata uang
document-kind = { $word ->
    [credit-note] Nota kredit
    [cancellation] Pembatalan
    [adjustment] Penyesuaian
   *[invoice] Faktur
 }
client-came = Baru
client-lost = Hilang

# Yang disimpan dari laporan.
keep = Simpan
cancel = Batal
keep-title = Simpan laporan
keep-lead = Simpan pertanyaannya untuk dibuka lagi, atau bekukan angkanya seperti sekarang.
keep-what = Yang disimpan
keep-question = Pertanyaan: angka dihitung ulang setiap kali dibuka
keep-copy = Salinan beku: angka seperti sekarang, tidak berubah lagi
kept-name = Nama
shared-label = Siapa yang menemukannya
shared-help = Siapa pun yang membuka pertanyaan melihat angka dalam jangkauannya sendiri. Salinan beku hanya untuk Anda.
shared = { $word ->
    [team] Tim saya
    [company] Seluruh perusahaan
   *[own] Saya saja
 }
kept-title = Tersimpan
kept-none = Belum ada yang tersimpan. Buka sebuah laporan, atur, lalu pilih “Simpan”.
kept-edit = Ubah
kept-delete = Hapus
kept-restore = Kembalikan
kept-is-deleted = Laporan tersimpan ini sudah dihapus. Anda dapat mengembalikannya dalam 30 hari.
kept-changed = “{ $name }” diubah.
kept-deleted = “{ $name }” dihapus.
kept-restored = “{ $name }” kembali.
question-kept = “{ $name }” tersimpan.
copy-taken = “{ $name }” dibekukan.
copy-of = salinan beku, { $moment }
copy-said = Salinan beku, { $moment }. Dihitung dalam jangkauan { $reach }, sampai peristiwa nomor { $seq } ({ $hash }). Angka ini tidak berubah lagi.
copy-broken = Salinan ini bukan lagi seperti saat dibekukan. Jangan memakainya; beri tahu administrator.
reach = { $word ->
    [company] seluruh perusahaan
    [team] tim
   *[own] milik sendiri
 }
told-kept = menyimpan laporan “{ $name }”
told-frozen = membekukan laporan “{ $name }”
told-kept-changed = mengubah laporan tersimpan “{ $name }”
told-kept-hidden = menghapus laporan tersimpan “{ $name }”
told-kept-restored = mengembalikan laporan tersimpan “{ $name }”
refused-no-name = Laporan ini belum bernama. Tulis nama yang akan Anda kenali lagi.
refused-name-too-long = Nama ini terlalu panjang. Pakai paling banyak { $limit } huruf.
refused-copy-is-own = Salinan beku memuat angka dalam jangkauan Anda, jadi tidak dapat dibagikan. Bagikan pertanyaannya.
refused-too-late = Laporan ini dihapus lebih dari { $days } hari yang lalu dan tidak dapat dikembalikan.
refused-no-time = Hari atau jamnya tidak dikenali. Pilih dari daftar.
refused-no-readers = Belum ada penerima. Pilih paling sedikit satu orang.
refused-too-many-readers = Penerimanya terlalu banyak. Pilih paling banyak { $most } orang.
refused-unknown-reader = Ada penerima yang tidak bekerja di sini, tidak beralamat email, atau tidak melihat laporan ini. Pilih yang lain.
refused-no-mail = Instalasi ini tidak mengirim email. Administrator dapat mengatur SMTP.
refused-copy-is-not-sent = Salinan beku tidak dikirim. Simpan pertanyaannya, lalu jadwalkan.

# Laporan lewat email.
mail-title = Jadwalkan
mail-title-of = Kirim “{ $name }” lewat email
mail-lead = Setiap penerima mendapat angka dalam jangkauannya sendiri, dalam bahasanya sendiri.
mail-settled = “{ $name }” terjadwal.
mail-paused = Pengiriman dijeda.
mail-goes-on = Pengiriman berlanjut.
mail-stopped = “{ $name }” tidak dikirim lagi.
mail-next = Pengiriman berikutnya: { $moment }.
mail-is-paused = Pengiriman dijeda. Tidak ada yang dikirim sampai Anda melanjutkannya.
mail-pause = Jeda
mail-resume = Lanjutkan
mail-stop = Hentikan
rhythm-label = Seberapa sering
rhythm = { $word ->
    [weekly] Setiap minggu
   *[monthly] Setiap bulan
 }
weekday-label = Hari, bila setiap minggu
weekday = { $word ->
    [d1] Senin
    [d2] Selasa
    [d3] Rabu
    [d4] Kamis
    [d5] Jumat
    [d6] Sabtu
   *[d7] Minggu
 }
date-label = Tanggal, bila setiap bulan
on-date = Tanggal { $day }
hour-label = Jam, menurut jam perusahaan
at-hour = Pukul { $hour }.00
readers-label = Penerima
readers-help = Yang dapat dipilih adalah rekan yang beralamat email dan boleh melihat laporan ini.
mail-subject = { $name }, per { $day }
mail-file-label = Berkas dalam email
mail-file-help = Setiap penerima mendapat berkas berisi yang boleh ia unduh, paling besar { $megabytes } MB. Yang tidak boleh mengunduh laporan hanya mendapat angkanya.
mail-file = { $word ->
    [csv] CSV
    [xlsx] Excel (XLSX)
    [pdf] PDF
   *[none] Tanpa berkas
 }
mail-attached = Terlampir: { $name }. Isinya yang boleh Anda unduh.
mail-file-not-yours = Tidak ada berkas terlampir karena Anda tidak boleh mengunduh laporan ini.
mail-file-too-large = Berkasnya lebih besar dari { $megabytes } MB, jadi tidak dilampirkan. Buka laporannya, lalu unduh di sana.
mail-lines = { $measure } menurut { $axis }:
mail-more = … dan { $count } baris lagi di halamannya.
mail-open = Buka laporan: { $url }
mail-own-reach = Angka ini dihitung dalam jangkauan Anda sendiri. Pembuat jadwal dapat menjeda atau menghentikan email ini.
told-mail-settled = menjadwalkan laporan “{ $name }” lewat email
told-mail-paused = menjeda atau melanjutkan email laporan “{ $name }”
told-mail-stopped = menghentikan email laporan “{ $name }”
told-mailed = mengirim laporan “{ $name }” lewat email, dengan berkas
kept-of = Laporan
kept-form = Bentuk
kept-live = dihitung ulang
shared-by = dibagikan { $name }
