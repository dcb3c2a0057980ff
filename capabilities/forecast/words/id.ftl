# Refusals.
refused-no-period = Pilih periode, misalnya 2026-03, 2026-q1, atau 2026.
refused-no-amount = Ini bukan angka yang bisa dipakai. Contoh: 150.000.000.
refused-no-currency = Mata uang terdiri dari tiga huruf. Contoh: IDR.
refused-no-growth = Kenaikan adalah bilangan bulat dari -100 sampai { $most } persen.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-no-reason = Tulis alasannya: yang membaca harus tahu apa yang perlu diubah.
refused-nothing-pasted = Belum ada baris. Tempelkan kolom nama, periode, dan target.
refused-too-many-lines = Paling banyak { $count } baris sekaligus.
refused-no-line = Baris { $line } tidak terbaca. Isinya nama, periode, dan target. Tidak ada yang disimpan.
refused-nobody-called = Baris { $line }: tidak ada tepat satu orang atau tim bernama “{ $who }”. Tidak ada yang disimpan.
refused-locked = Target { $month } terkunci karena prakiraannya sudah disetujui. Buka dulu dengan alasan, lalu ubah.
refused-own-target = Target Anda sendiri ditetapkan oleh atasan Anda.
refused-own-forecast = Prakiraan Anda sendiri diputuskan oleh atasan Anda.
refused-not-waiting = Prakiraan ini tidak lagi menunggu keputusan.
refused-waiting = Prakiraan untuk periode ini masih menunggu keputusan. Tarik kembali dulu jika ingin mengubahnya.
refused-stale = Baru saja diubah orang lain. Yang Anda ketik masih ada; lihat keadaannya sekarang, lalu kirim lagi.
refused-stale-by = { $by } baru saja mengubahnya. Yang Anda ketik masih ada; lihat keadaannya sekarang, lalu kirim lagi.
refused-over = Periode ini sudah lama berakhir. Pilih periode yang lebih baru.
refused-nothing-to-copy = Tidak ada yang bisa disalin: tahun sebelumnya kosong, atau semua bulan sudah terisi.

# States.
state-submitted = Menunggu keputusan
state-returned = Dikembalikan
state-approved = Disetujui
state-withdrawn = Ditarik kembali
state-kept = Catatan mingguan
scope-own = Peluang sendiri
scope-team = Seluruh tim
pace-on-track = Sesuai target
pace-at-risk = Berisiko
pace-behind = Tertinggal
pace-no-target = Belum ada target
measure-won-value = Nilai menang
measure-won-deals = Jumlah menang
quarter-of = Triwulan { $quarter } { $year }

# Every page.
forecast-title = Prakiraan
forecast-lead = Yang sudah menang, yang Anda anggap pasti, dan yang mungkin menyusul, di samping target.
forecast-of = Prakiraan { $name }
tab-mine = Prakiraan saya
tab-team = Tim
tab-targets = Target
tab-accuracy = Ketepatan
period-label = Periode
kind-month = Bulan
kind-quarter = Triwulan
kind-year = Tahun
apply = Terapkan
save = Simpan
saved = Tersimpan.
who-label = Siapa
team-label = Tim
currency-label = Mata uang
year-label = Tahun
measure-label = Ukuran

# Figures.
in-currency = Dalam { $currency }
target-label = Target
won-label = Menang
commit-label = Hampir pasti
best-case-label = Bila semua lancar
pipeline-label = Dalam proses
weighted-label = Tertimbang
expected-label = Diharapkan
called-label = Penilaian sendiri
adjusted-label = Penyesuaian atasan
adjusted-short = disesuaikan
gap-label = Kurang dari target
pace-label = Laju
said-label = Pernyataan
won-by-now = Menang sampai kini
wins-of = { $count ->
   *[other] { $count } dari { $asked } kemenangan
}
wins-counted = { $count ->
   *[other] { $count } peluang menang
}
days-passed = hari ke-{ $passed } dari { $whole }
pace-formula = Sesuai target: bagian target yang menang tidak kurang dari bagian periode yang lewat, atau menang dan hampir pasti mencapainya. Berisiko: baru tercapai bila semua lancar.
undated = { $count ->
   *[other] { $count } peluang terbuka belum punya perkiraan tutup, jadi tidak masuk periode mana pun.
}
nothing-in-period = Belum ada apa-apa di periode ini
nothing-in-period-help = Beri peluang perkiraan tutup dan nilai; yang tutup di periode ini muncul di sini.
to-deals = Ke peluang

# What one says.
last-word = Pernyataan terakhir
show-what-was-said = Lihat yang dinyatakan
decided-by-on = { $by }, { $at }
withdraw = Tarik kembali
say-title = Nyatakan prakiraan
call-in = Penilaian Anda ({ $currency })
call-help = Berapa yang akan menang sampai akhir periode. Kosong berarti: menang ditambah hampir pasti.
comment-label = Catatan
comment-help = Apa yang tidak terlihat dari angkanya.
submit = Kirim
deals-behind = Peluang di balik angka
deals-behind-help = Yang menang di periode ini, dan yang diperkirakan tutup di dalamnya.
earlier-words = Pernyataan sebelumnya
deal-label = Peluang
category-label = Dalam prakiraan
stage-label = Tahap
close-label = Tutup
amount-label = Nilai
said-submitted = Prakiraan terkirim.
said-withdrawn = Prakiraan ditarik kembali.
said-approved = Prakiraan disetujui; targetnya terkunci.
said-returned = Prakiraan dikembalikan dengan alasan.
said-reopened = Keputusan dibatalkan; prakiraan menunggu lagi.

# The team.
team-title = Prakiraan tim
team-lead = Setiap orang dan tim di bawah Anda, dijumlahkan. Mata uang tidak pernah dijumlahkan satu sama lain.
no-team = Tanpa tim
all-together = Semua ({ $currency })
nothing-yet = Belum ada apa-apa di periode ini
said-nothing = Belum menyatakan
said-of = { $said } dari { $people } orang sudah menyatakan prakiraan.
has-left = Sudah keluar
people-asked-more = Target orangnya { $amount } lebih tinggi
team-asked-more = Target tim { $amount } lebih tinggi daripada jumlah orangnya
people-asked-together = Jumlah target orangnya { $amount }
people-asked-the-same = Sama dengan jumlah target orangnya
nobody-sells = Belum ada yang menjual
nobody-sells-help = Di sini ada orang dengan peran penjualan di tim Anda.
say-team-title = Pernyataan Anda untuk seluruh tim
call-team-help = Berapa yang akan menang dari seluruh tim. Kosong berarti: jumlah pernyataan mereka.
team-word-waits = Pernyataan Anda menunggu keputusan.

# One word.
word-of = { $name }, { $period }
decide-title = Putuskan
adjust-in = Penyesuaian Anda ({ $currency })
adjust-help = Kosong berarti: seperti yang dinyatakan.
why-label = Alasan
why-help = Wajib bila dikembalikan.
approve = Setujui
send-back = Kembalikan
reopen = Batalkan keputusan
parts-title = Bagian tiap orang
deals-then = Peluang saat itu
deals-then-help = Seperti waktu dinyatakan; perubahan sesudahnya tidak mengubah daftar ini.

# Targets.
targets-title = Target
targets-lead = Diisi per bulan; triwulan dan tahun adalah jumlahnya. Kosongkan sel untuk menghapus target.
whole-year = Setahun
target-of-in = Target { $name }, { $month }
locked = Terkunci
locked-help = Prakiraannya sudah disetujui
copy-title = Salin dari tahun sebelumnya
growth-label = Kenaikan, dalam persen
copy-help = Hanya bulan yang masih kosong yang terisi.
copy = Salin
said-copied = { $count ->
   *[other] { $count } bulan terisi.
}
paste-title = Tempel dari lembar kerja
pasted-label = Baris
paste-help = Nama orang atau tim, periode (2026-03, 2026-q1, 2026), target; dipisah tab, titik koma, atau koma. Baris tanpa nama adalah target perusahaan. Triwulan dan tahun dibagi rata ke bulannya.
paste = Simpan baris ini
said-pasted = { $count ->
   *[other] { $count } baris tersimpan.
}
open-title = Buka target yang terkunci
open-why-label = Alasan membuka
open-help = Alasan tercatat di riwayat dan jejak audit.
open-targets = Buka
history-title = Riwayat target
history-lead = Siapa menetapkan apa, kapan, dan apa sebelumnya.
history-none = Belum ada perubahan
history-none-help = Setiap target yang ditetapkan tercatat di sini.

# Accuracy.
accuracy-title = Ketepatan prakiraan
accuracy-lead = Yang diharapkan tiap minggu, di samping yang akhirnya menang.
accuracy-none = Belum ada yang bisa dibandingkan
accuracy-none-help = Angka dicatat sekali seminggu, dan setiap kali seseorang menyatakan prakiraan.
period-runs = Periode ini masih berjalan: selisihnya belum akhir.
week-label = Minggu
week-of = Minggu { $day }
off-label = Selisih

# Files.
export-name = prakiraan
export-targets-name = target

# What happened.
told-submitted = Menyatakan prakiraan { $period }
told-submitted-by = { $name } menyatakan prakiraan { $period }
told-withdrawn = Menarik kembali prakiraan { $period }
told-approved = Prakiraan { $period } disetujui
told-returned = Prakiraan { $period } dikembalikan
told-returned-why = Prakiraan { $period } dikembalikan: { $why }
told-reopened = Keputusan atas prakiraan { $period } dibatalkan
told-remind = Prakiraan { $period } belum Anda nyatakan
told-exported = Mengekspor prakiraan
told-target-set = Target { $name }: { $changes }
told-target-opened = Target { $name } { $period } dibuka: { $why }
told-change = { $what }: { $before } → { $after }
told-nothing = –
