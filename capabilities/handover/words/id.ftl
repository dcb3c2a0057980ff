# Refusals.
refused-nothing-chosen = Tidak ada klien yang cocok. Pilih orang, tingkat, industri, atau kota yang punya klien.
refused-nobody-takes = Pilih paling sedikit satu orang yang menerima klien.
refused-unknown-taker = Penerima harus orang dalam jangkauan Anda yang memegang klien.
refused-too-many = Paling banyak { $count } klien sekaligus. Persempit pilihannya.
refused-no-cap = Batas adalah bilangan bulat di atas nol, atau kosong.
refused-no-grace = Masa tenggang adalah bilangan bulat dari 0 sampai { $count } hari.
refused-not-planned = Pemindahan ini sudah berjalan atau sudah selesai.
refused-not-done = Hanya pemindahan yang selesai yang bisa dibatalkan.
refused-too-late = Pemindahan hanya bisa dibatalkan selama { $days } hari.
refused-nothing-moves = Tidak ada yang berpindah dengan rencana ini. Pilih penerima untuk paling sedikit satu klien.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-no-text = Tulis sesuatu dulu.
refused-nobody-answers = Pemegang sebelumnya dan atasannya tidak lagi bekerja di sini. Tanyakan kepada rekan di tim klien.
refused-answered = Pertanyaan ini sudah dijawab.
refused-withdrawn = Serah terima ini sudah dibatalkan.
refused-nobody-named = Pilih seorang account executive yang aktif.

# States and reasons.
way-to-one = Semua ke orang pertama yang dipilih
way-equal-number = Sama banyak klien
way-equal-worth = Sama besar nilainya
way-least-loaded = Ke yang kliennya paling sedikit
way-territory = Menurut kota: ke yang sudah punya klien terbanyak di sana
way-industry = Menurut industri: ke yang sudah punya klien terbanyak
won-nobody = Tetap pada yang memenangkan
won-least-loaded = Pindah ke AE yang kliennya paling sedikit
won-territory = Pindah ke AE yang punya klien terbanyak di kota itu
won-named = Pindah ke orang tertentu
state-planned = Rencana
state-running = Sedang dipindahkan
state-done = Selesai
state-undoing = Sedang dikembalikan
state-undone = Dibatalkan
state-discarded = Dibuang
row-planned = Akan pindah
row-stays = Tetap
row-moved = Pindah
row-changed = Berubah, tidak dipindahkan
row-refused = Ditolak, tidak dipindahkan
row-undone = Kembali
row-left = Berubah sejak pindah, dibiarkan
why-named = Dipilih langsung
why-kept = Diminta tetap
why-only-one = Satu penerima untuk semua
why-equal-number = { $count ->
   *[other] Klien ke-{ $count } untuknya
}
why-equal-worth = Nilainya paling kecil sejauh ini
why-least-loaded = { $count ->
   *[other] Paling sedikit: { $count } klien
}
why-territory = { $count ->
   *[other] Sudah punya { $count } klien di { $city }
}
why-industry = { $count ->
   *[other] Sudah punya { $count } klien di industri { $industry }
}
why-no-room = Semua sudah mencapai batas { $cap } klien
conflict-visit-today = Ada kunjungan hari ini: kunjungan itu tidak ikut pindah
conflict-bank-change = Perubahan rekening menunggu keputusan
conflict-twin = Mungkin kembar dengan klien lain

# Moves.
to-accounts = Klien
moves-title = Pemindahan klien
moves-lead = Klien yang pindah pemegang sekaligus, dengan peluang, tugas, dan rencana kunjungannya.
moves-none = Belum ada pemindahan
moves-none-help = Saat seorang AE keluar atau wilayah berubah, pindahkan semua kliennya dari sini. Anda melihat pratinjau dulu.
move-new = Pindahkan klien
move-new-lead = Pilih klien mana, ke siapa, dan menurut apa. Belum ada yang pindah sebelum Anda melihat pratinjau.
move-of = Klien { $name }
move-by-filter = Klien pilihan
moved-of = { $count ->
   *[other] { $count } dari { $all } klien
}
planned-by = { $name }, { $at }
which-title = Klien yang mana
giver-label = Klien milik
giver-help = Kosongkan untuk memilih menurut tingkat, industri, atau kota saja.
tier-label = Tingkat
tier-help = A, B, atau C
industry-label = Industri
city-label = Kota
to-whom-title = Ke siapa
way-label = Dibagi menurut
takers-label = Penerima
has-clients = { $count ->
   *[other] { $count } klien
}
name-left = { $name } (sudah keluar)
cap-label = Batas klien per orang
cap-help = Termasuk klien yang sudah dipegang. Kosong berarti tanpa batas.
with-it-title = Yang menyertai
grace-label = Masa tenggang, dalam hari
grace-help = Selama itu angka klien warisan tidak diperhitungkan terhadap pemegang barunya.
note-label = Yang perlu diketahui pemegang berikutnya
note-of-move-help = Masuk ke setiap paket serah terima; bisa ditambah per klien sesudahnya.
preview = Lihat pratinjau
cancel = Batal
look-again = Lihat lagi
what-moves = Ikut pindah: peluang terbuka beserta tahap, catatan, dan riwayatnya; tugas yang belum selesai; rencana kunjungan mulai besok.
what-stays = Tetap: peluang yang sudah menang atau kalah, kunjungan yang sudah lewat, dan hasilnya bagi yang memenangkan.
loads-title = Beban sebelum dan sesudah
who-label = Siapa
before-label = Sekarang
after-label = Sesudah
worth-label = Nilai 12 bulan
run-count = { $count ->
   *[other] Pindahkan { $count } klien
}
discard = Buang rencana
undo-move = Batalkan pemindahan
undo-confirm = Kembalikan semua klien yang belum berubah sejak pindah?
clients-title = Klien per klien
client-label = Klien
giver-short = Dari
to-short = Ke
with-it-label = Ikut pindah
state-label = Keadaan
to-label = Siapa yang menerima klien yang dipilih
takers-help = Centang klien yang tujuannya ingin Anda ubah, pilih penerimanya, lalu tekan Ubah.
takers-named = { $count ->
   *[other] { $count } klien diubah tujuannya.
}
none-chosen = Belum ada klien yang dipilih. Centang dulu barisnya.
stays = Tetap
change = Ubah
deals-go = { $count ->
   *[other] { $count } peluang
}
tasks-go = { $count ->
   *[other] { $count } tugas
}
visits-go = { $count ->
   *[other] { $count } kunjungan
}
said-begun = Pemindahan dimulai.
said-discarded = Rencana dibuang.
said-undoing = Pemindahan sedang dibatalkan.

# Packs.
packs-title = Serah terima
packs-lead = Klien yang berpindah pemegang, dengan apa yang perlu diketahui dari masing-masing.
packs-none = Belum ada serah terima
packs-none-help = Klien yang berpindah kepada Anda muncul di sini dengan paketnya.
asked-of-you = Ditanyakan kepada Anda
waits-for-answer = Menunggu jawaban
nobody = Belum ada pemegang
giver-taker = { $from } → { $to }
pack-waits = Belum dibaca
pack-acknowledged = Sudah diterima
pack-withdrawn = Dibatalkan
pack-of = Serah terima { $name }
pack-title = Paket serah terima
pack-source = catatan klien, peluang, tugas, dan kunjungan
pdf-name = serah-terima
moved-on-label = Pindah pada
grace-until-label = Masa tenggang sampai
grace-runs = Masa tenggang sampai { $day }
baseline-label = Nilai 12 bulan sebelumnya
baseline-none = Belum ada transaksi
baseline-is = Nilai 12 bulan sebelum pindah: { $sums }
to-client = Buka halaman klien
acknowledge = Saya sudah membacanya
said-acknowledged = Serah terima diterima.
note-help = Kebiasaan, janji, dan hal yang tidak tercatat di tempat lain.
side-note-label = Catatan dari yang memindahkan atau atasan pemegang sekarang
note-none = Belum ada catatan dari pemegang sebelumnya.
questions-title = Pertanyaan
questions-none = Belum ada pertanyaan.
answer-label = Jawaban
answer = Jawab
ask-label = Pertanyaan Anda
ask-help = Sampai ke pemegang sebelumnya, atau ke yang memindahkan bila ia sudah keluar.
ask = Tanyakan
said-asked = Pertanyaan terkirim.
said-answered = Jawaban terkirim.
facts-title = Ringkasan
fact-label = Hal
value-label = Isi
phone-label = Telepon
terms-label = Termin pembayaran
buys-label = Dibeli dalam 12 bulan
contacts-title = Kontak
name-label = Nama
role-label = Peran
reach-label = Dihubungi lewat
deals-title = Peluang terbuka
deal-label = Peluang
stage-label = Tahap
next-step-label = Langkah berikutnya
tasks-title = Tugas yang belum selesai
due-label = Tenggat
task-label = Tugas
activities-title = Aktivitas terakhir
visits-title = Kunjungan terakhir
day-label = Tanggal
activity-label = Catatan
problems-title = Masalah yang belum selesai
problem-label = Masalah
save = Simpan
saved = Tersimpan.

# Settings.
settings-title = Serah terima
settings-lead = Ke mana klien pergi setelah dimenangkan perwakilan penjualan.
won-label = Klien yang dimenangkan perwakilan penjualan
named-label = Penerima
named-help = Hanya dipakai bila memilih orang tertentu.

# What happened.
told-planned = { $count ->
   *[other] Merencanakan pemindahan { $count } klien
}
told-taker-named = Memilih penerima seorang klien
told-begun = Memulai pemindahan klien
told-discarded = Membuang rencana pemindahan
told-done = { $count ->
   *[other] { $count } klien pindah, { $left } dibiarkan
}
told-undo-begun = Mulai membatalkan pemindahan
told-undone = Pemindahan dibatalkan
told-received = { $count ->
   *[other] { $count } klien pindah kepada Anda
}
told-won-passed = { $name } pindah ke account executive
told-acknowledged = Membaca paket serah terima
told-note-written = Menulis yang perlu diketahui pemegang berikutnya
told-asked = Bertanya tentang klien
told-asked-by = { $who } bertanya tentang klien yang dulu Anda pegang
told-answered = Menjawab pertanyaan tentang klien
told-answered-by = { $who } menjawab pertanyaan Anda
told-pack-taken = Mengunduh paket serah terima
told-settled = Mengatur serah terima
