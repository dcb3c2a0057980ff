# Penolakan.
refused-no-name = Tulis nama perusahaan, toko, atau orangnya.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-no-phone = Ini bukan nomor telepon. Contoh: 0811 1234 567.
refused-no-email = Ini bukan alamat email yang dapat dikirimi.
refused-no-amount = Ini bukan jumlah uang. Contoh: 1.500.000.
refused-no-currency = Mata uang terdiri dari tiga huruf. Contoh: IDR.
refused-no-day = Pilih tanggal antara tahun 1000 dan 2999.
refused-day-of-no-step = Tanggal ini belum punya langkah. Tulis langkah berikutnya, atau kosongkan tanggalnya.
refused-unknown-source = Sumber ini tidak ada di daftar perusahaan. Pilih dari daftar.
refused-no-reason = Pilih alasannya.
refused-unknown-owner = Pilih orang yang menindaklanjuti prospek. Orang itu harus bekerja di penjualan.
refused-key-taken = Kunci ini sudah dipakai prospek lain dengan isi yang berbeda. Ubah prospek itu, atau pakai kunci lain.
refused-stale = Prospek ini baru saja diubah. Isian Anda masih ada di sini; periksa keadaan terbarunya, lalu kirim lagi.
refused-stale-by = { $by } baru saja mengubah prospek ini. Isian Anda masih ada di sini; periksa keadaan terbarunya, lalu kirim lagi.
refused-converted = Prospek ini sudah menjadi klien. Lanjutkan di halaman kliennya.
refused-let-go = Prospek ini sudah dilepas. Tangani lagi lebih dulu.
refused-not-converted = Prospek ini belum menjadi klien.
refused-nobody = Prospek ini belum ada yang menangani. Serahkan dulu kepada seseorang, lalu jadikan klien.
refused-no-status = Pilih keadaannya dari daftar.
refused-too-late = Ini hanya dapat dibatalkan dalam { $days } hari.
refused-unknown-account = Tidak ada klien Anda dengan nama ini. Pilih dari daftar.
refused-unknown-contact = Orang ini tidak ada di antara kontak Anda. Pilih dari daftar.
refused-no-deal-name = Tulis nama peluangnya, atau hapus tanda di “Buka peluang”.
refused-hangs-on = Konversi tidak dibatalkan, karena sejak itu ada: { $what }. Hapus atau pindahkan dulu, lalu batalkan lagi.
refused-looks-like = Mirip dengan yang sudah ada: { $names }. Periksa dulu, lalu simpan juga bila memang berbeda.
refused-no-rule-name = Tulis nama aturannya, paling banyak { $count } huruf.
refused-rule-for-nobody = Pilih tim atau orang yang menerima prospek.
refused-no-way = Pilih cara membaginya.
refused-no-limit = Batas adalah angka bulat dari 1 sampai { $count }, atau kosong.
refused-too-many-rules = Paling banyak { $count } aturan. Ubah yang ada.
refused-no-label = Tulis namanya, paling banyak { $count } huruf.
refused-last-of-list = Ini pilihan terakhir yang dipakai. Tambahkan penggantinya lebih dulu.
refused-too-many-at-once = Paling banyak { $count } prospek sekaligus. Persempit dulu pilihannya.

# Keadaan.
status-new = Baru
status-contacted = Dihubungi
status-qualified = Cocok
status-disqualified = Dilepas
status-converted = Menjadi klien
status-open = Masih ditangani
status-deleted = Dihapus
status-label = Keadaan
any-status = Semua keadaan
status-is-now = { $name }: { $status }.
late = Lewat
step-on-day = { $step }, { $day }

# Mengapa milik siapa.
why-turn = Aturan { $number } “{ $rule }”: bergiliran, giliran { $to }
why-least = Aturan { $number } “{ $rule }”: beban paling ringan, { $to }
why-person = Aturan { $number } “{ $rule }”: untuk { $to }
why-no-rule-fits = Menunggu di kotak masuk: tidak ada aturan yang cocok
why-all-full = Menunggu di kotak masuk: semua yang dituju tidak dapat menerima
why-no-rules = Menunggu di kotak masuk: perusahaan belum punya aturan pembagian
why-rule-of-nobody = aturan { $number } “{ $rule }”: tidak ada orang di tim itu
why-rule-full = aturan { $number } “{ $rule }”: { $passed }
why-put-back = Ditaruh di kotak masuk oleh { $by }
why-hand = Diserahkan { $by } kepada { $to }
why-given = Diserahkan kepada { $to }
why-own = Dicatat dan ditangani { $to }
passed-away = { $who } dilewati: sedang tidak menerima
passed-away-until = { $who } dilewati: tidak menerima sampai { $day }
passed-open = { $who } dilewati: penuh { $has }/{ $most }
passed-clients = { $who } dilewati: { $has }/{ $most } klien
passed-day = { $who } dilewati: jatah hari ini { $has }/{ $most }
passed-month = { $who } dilewati: jatah bulan ini { $has }/{ $most }

# Kembar.
twin-account = Klien
twin-prospect = Prospek
looks-like-title = Mirip dengan yang sudah ada
score = Kemiripan { $score }
write-anyway = Bukan itu, simpan juga

# Daftar.
prospects-title = Prospek
prospect-new = Prospek baru
prospect-edit = Ubah prospek
prospects-none = Belum ada prospek
prospects-first-step = Catat siapa yang mungkin menjadi klien: namanya, nomornya, dan dari mana Anda tahu.
prospects-import = Impor dari sistem lain
prospects-no-match = Tidak ada yang cocok
prospects-no-match-help = Longgarkan saringan, atau lihat semuanya.
all-that-fit = Semua yang cocok ({ $count })
prospects-counted = { $count ->
   *[other] { $count } prospek
}
filter-words = Cari nama, orang, nomor, atau kota
any-source = Semua sumber
any-owner = Semua orang
team-label = Tim
any-team = Semua tim
place-filter = Kota atau provinsi
sort-newest = Terakhir berubah
sort-oldest = Paling lama menunggu
sort-name = Nama
views = Tampilan

# Isian.
name-label = Nama prospek
name-help = Perusahaan atau toko; namanya sendiri bila perorangan.
contact-label = Orang yang dihubungi
contact-role-label = Jabatan
contact-role-help = Dengan kata mereka sendiri: Pemilik, Bagian pembelian.
phone-label = Telepon
phone-help = Dengan 0 atau +62 di depan.
email-label = Email
source-label = Sumber
owner-label = Penanggung jawab
owner-help = Aturan perusahaan memilih orangnya menurut wilayah, bidang, dan beban.
by-rules = Menurut aturan pembagian
into-inbox = Kotak masuk, belum siapa-siapa
industry-label = Bidang usaha
industries = Apotek, Kantor, Katering, Klinik, Kontraktor, Logistik, Manufaktur, Pendidikan, Perbankan, Perhotelan, Periklanan, Restoran, Ritel, Teknologi informasi
street-label = Jalan
city-label = Kota atau kabupaten
province-label = Provinsi
provinces = Aceh, Bali, Banten, Bengkulu, DI Yogyakarta, DKI Jakarta, Gorontalo, Jambi, Jawa Barat, Jawa Tengah, Jawa Timur, Kalimantan Barat, Kalimantan Selatan, Kalimantan Tengah, Kalimantan Timur, Kalimantan Utara, Kepulauan Bangka Belitung, Kepulauan Riau, Lampung, Maluku, Maluku Utara, Nusa Tenggara Barat, Nusa Tenggara Timur, Papua, Papua Barat, Papua Barat Daya, Papua Pegunungan, Papua Selatan, Papua Tengah, Riau, Sulawesi Barat, Sulawesi Selatan, Sulawesi Tengah, Sulawesi Tenggara, Sulawesi Utara, Sumatera Barat, Sumatera Selatan, Sumatera Utara
place-label = Tempat
created-label = Dicatat
place-help = Kota dan provinsi menentukan aturan wilayah mana yang berlaku.
amount-label = Perkiraan nilai
amount-help = Kira-kira saja; kosongkan bila belum tahu.
currency-label = Mata uang
next-step-label = Langkah berikutnya
next-step-help = Contoh: telepon bagian pembelian.
next-step-on-label = Tanggal langkah
next-step-none = Belum ada langkah berikutnya.
note-label = Catatan
external-key-label = Kunci di sistem lain
reason-label = Alasan dilepas
reason-note-label = Catatan alasan
save = Simpan
cancel = Batal
edit = Ubah
add = Tambah
saved = Tersimpan.
back-to-prospect = Kembali ke prospek
more-actions = Tindakan lain

# Satu prospek.
prospect-written = { $name } dicatat.
written-on = Dicatat
why-whose = Mengapa pada orang ini
history-title = Riwayat
log-talk = Catat pembicaraan
talk-label = Apa yang dibicarakan
talk-help = Tertulis di riwayat, dan dapat dibaca semua yang melihat prospek ini.
call-named = Telepon { $number }
disqualify = Lepas prospek
disqualify-lead = Prospek yang dilepas tidak hilang: alasannya tersimpan, dan dapat ditangani lagi kapan saja.
prospect-let-go = { $name } dilepas.
let-go-because = Dilepas: { $reason }.
take-up-again = Tangani lagi
delete-prospect = Hapus prospek
prospect-deleted = { $name } dihapus.
prospect-restored = { $name } dikembalikan.
hidden-lead = Dihapus { $day }, dapat dikembalikan sampai { $until }.
restore = Kembalikan
hand-over = Serahkan
hand-over-lead = Penanggung jawab yang baru mendapat pemberitahuan. Riwayat prospek ikut dengannya.
pass-title = Serahkan beberapa prospek
pass-lead = { $count ->
   *[other] { $count } prospek yang Anda pilih berpindah penanggung jawab.
}
pass-chosen = Serahkan…
pass-none-chosen = Belum ada prospek yang dipilih. Centang dulu barisnya.
pass-more = dan { $count } lagi
passed = { $count ->
    [0] Tidak ada prospek yang diserahkan.
   *[other] { $count } prospek diserahkan.
}
pass-stayed = { $count ->
   *[other] { $count } tetap di tempatnya.
}

# Kotak masuk.
inbox = Kotak masuk
inbox-lead = Prospek yang belum ada yang menangani, dengan apa yang dikatakan aturan tentang masing-masing.
inbox-waiting = { $count ->
   *[other] { $count } prospek menunggu di kotak masuk
}
inbox-empty = Kotak masuk kosong
inbox-empty-help = Setiap prospek sudah ada yang menangani.
inbox-handed-out = { $given } prospek dibagikan, { $waiting } masih menunggu.
hand-out-now = Bagikan menurut aturan
try-rules = Uji aturan
try-rules-help = Apa yang akan dikatakan aturan bila semua prospek yang masih ditangani dibagi lagi sekarang. Tidak ada yang berubah.
would-go-to = Akan ke
would-wait = Menunggu
because = Karena

# Orang dan bebannya.
people-title = Beban penerima
people-lead = Siapa menangani berapa banyak, dan siapa yang sementara tidak menerima prospek baru.
people-none = Belum ada yang menerima prospek
people-none-help = Beri peran penjualan kepada anggota tim Anda.
load-open = Prospek terbuka
load-clients = Klien
load-day = Diterima hari ini
load-month = Diterima bulan ini
load-takes = Menerima
pause = Jeda
pause-until = Sampai tanggal
pause-reason = Alasan
resume = Terima lagi
away = Tidak menerima
away-until = Tidak menerima sampai { $day }

# Konversi.
convert = Jadikan klien
convert-lead = Klien, kontak, dan peluang dibuat sekaligus. Prospek ini tetap ada sebagai riwayatnya.
convert-now = Jadikan klien
convert-anyway = Bukan itu, buat klien baru
convert-twin-help = Pilih “Sama dengan” di bawah bila memang klien itu, supaya tidak tercatat dua kali.
convert-keeps = Catatan dan riwayat prospek tetap dapat dibaca dari halaman klien. Konversi dapat dibatalkan selama 30 hari, selama belum ada yang bergantung padanya.
client-label = Klien
same-as = Sama dengan { $name }
new-client = Klien baru: { $name }
other-client = Klien lain yang sudah ada
other-client-name = Nama klien
account-status-label = Keadaan klien baru
account-status-help = Calon pelanggan sampai membeli; pelanggan bila sudah sepakat.
account-prospect = Calon pelanggan
account-client = Pelanggan
new-contact = Kontak baru: { $name }
known-contact = Kontak yang sudah ada: { $name }
no-contact = Tanpa kontak
deal-label = Peluang
with-deal = Buka peluang
deal-name-label = Nama peluang
stage-label = Tahap
prospect-converted = { $name } sekarang klien.
became-client = Menjadi klien:
undo-conversion = Batalkan konversi
undo-conversion-confirm = Klien dan peluang yang dibuat dari prospek ini dihapus. Lanjutkan?
conversion-undone = Konversi { $name } dibatalkan.
hangs-account = perubahan pada data klien
hangs-contact-change = perubahan data kontaknya
hangs-opportunity = { $count } peluang yang sudah berubah
hangs-note = { $count } catatan
hangs-task = { $count } tugas
hangs-visit = { $count } kunjungan
hangs-transaction = { $count } transaksi
hangs-contact = { $count } kontak
hangs-address = { $count } alamat
hangs-other = { $count } hal lain

# Panel di halaman klien.
panel-title = Berasal dari prospek
panel-help = Catatan dan pembicaraan sebelum menjadi klien ada di sana.

# Cerita.
told-written-here = Dicatat
told-written = Prospek “{ $name }” dicatat
told-changed = Prospek “{ $name }” diubah: { $changes }
told-noted = Catatan prospek “{ $name }” diubah
told-assigned = Prospek “{ $name }”: { $why }
told-many-assigned = { $count ->
   *[other] { $count } prospek dibagikan kepada Anda
}
told-moved = Prospek “{ $name }”: { $status }
told-moved-why = Prospek “{ $name }”: { $status }, “{ $why }”
told-talk = Pembicaraan: “{ $why }”
told-let-go = Prospek “{ $name }” dilepas: { $reason }
told-let-go-why = Prospek “{ $name }” dilepas: { $reason }, “{ $why }”
told-converted = Prospek “{ $name }” menjadi klien “{ $account }”
told-linked = Prospek “{ $name }” ternyata klien “{ $account }”
told-undone = Konversi prospek “{ $name }” dibatalkan
told-hidden = Prospek “{ $name }” dihapus
told-restored = Prospek “{ $name }” dikembalikan
told-exported = mengunduh daftar prospek
told-imported = Prospek “{ $name }” diimpor
told-rule-kept = Aturan pembagian “{ $name }” diatur
told-choice-kept = Pilihan prospek “{ $label }” diatur
told-paused = { $name } sementara tidak menerima prospek
told-resumed = { $name } menerima prospek lagi
told-change = { $field }: { $before } → { $after }
told-nothing = –

# Pengaturan.
settings-title = Prospek
settings-lead = Kepada siapa prospek dibagikan, dari mana datangnya, dan mengapa dilepas.
rules-title = Aturan pembagian
rules-lead = Ditanyakan dari atas ke bawah: aturan pertama yang cocok, dan yang punya orang yang belum penuh, menentukan.
rules-none = Belum ada aturan
rules-none-help = Tanpa aturan, prospek menunggu di kotak masuk sampai seseorang menyerahkannya.
rule-new = Aturan baru
rule-edit = Ubah aturan
rule-lead = Yang dikosongkan tidak ditanyakan. Setiap hasil menyebut aturan, orang, dan siapa yang dilewati.
rule-name-label = Nama aturan
rule-name-help = Contoh: Jabar ritel.
rule-asks = Berlaku untuk prospek
places-label = Wilayah
places-help = Kota atau provinsi, dengan koma di antaranya.
value-from-label = Bernilai sekurangnya
sources-help = Dengan koma di antaranya. Daftarnya: { $sources }.
way-label = Cara membagi
way-turn = Bergiliran dalam satu tim
way-least = Kepada anggota tim yang bebannya paling ringan
way-person = Kepada satu orang
team-help = Termasuk tim di bawahnya; untuk giliran dan beban paling ringan.
person-label = Orang
person-help = Hanya bila diberikan kepada satu orang.
rule-limits = Penuh bila mencapai
most-open-label = Prospek terbuka per orang
most-clients-label = Klien per orang
most-in-day-label = Prospek baru per hari
most-in-month-label = Prospek baru per bulan
retired = Tidak dipakai
asks-nothing = Semua prospek
asks-places = Wilayah { $places }
asks-industries = Bidang { $industries }
asks-sources = Sumber { $sources }
asks-value = Mulai { $value }
to-person = { $name }
to-turn = bergiliran di { $name }
to-least = beban paling ringan di { $name }
limit-open = { $count } prospek terbuka
limit-clients = { $count } klien
limit-day = { $count } sehari
limit-month = { $count } sebulan
sources-title = Sumber prospek
reasons-title = Alasan melepas prospek
label-in-indonesian = Nama dalam bahasa Indonesia
label-in-english = Nama dalam bahasa Inggris
move-up = Naikkan
move-down = Turunkan
move-up-of = Naikkan { $name }
move-down-of = Turunkan { $name }

# Daftar sebagai berkas.
export-name = prospek
export-id = ID
