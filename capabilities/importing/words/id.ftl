# Berkas yang ditolak seluruhnya. Tidak ada yang berubah.
file-missing = Berkas ini tidak ada. Periksa nama dan foldernya.
file-is-directory = Ini folder yang tidak memuat berkas yang dikenal. Sebutkan berkasnya.
file-unreadable = Berkas tidak bisa dibaca: { $cause }.
file-empty = Berkas ini kosong.
file-has-no-rows = Berkas ini hanya berisi judul kolom, tanpa satu baris pun.
file-is-workbook = Ini buku kerja Excel. Simpan lembarnya sebagai CSV, lalu impor berkas CSV itu.
file-is-compressed = Berkas ini dikompresi. Ekstrak dulu, lalu impor isinya.
file-is-binary = Berkas ini bukan teks. Ekspor tabelnya sebagai CSV.
file-too-large = Berkas ini lebih besar dari { $limit } MiB. Bagi menjadi beberapa berkas.
row-too-long = Baris { $line } lebih panjang dari { $limit } KiB. Mungkin ada tanda kutip yang tidak ditutup.
too-many-columns = Baris { $line } punya lebih dari { $limit } kolom.
invalid-bytes = Baris { $line } memuat huruf rusak yang bukan { $encoding }. Perbaiki, atau simpan ulang berkas sebagai UTF-8.
quote-never-closes = Tanda kutip di baris { $line } tidak pernah ditutup.
nothing-fits = Tidak ada pemetaan untuk kolom-kolom ini: { $columns }.
columns-missing = Kolom ini tidak ada: { $columns }.
column-twice = Kolom { $column } muncul dua kali. Ganti nama salah satunya.

# Baris yang ditolak.
ragged = Baris ini punya { $found } sel, seharusnya { $expected }.
required = Sel ini wajib diisi.
not-a-number = Ini bukan angka yang bisa dibaca dengan pasti.
too-many-decimals = Angka ini punya lebih banyak desimal daripada yang disimpan.
too-large = Angka ini terlalu besar.
below-zero = Angka ini di bawah nol.
not-a-year = Ini bukan tahun.
not-a-day = Ini bukan tanggal antara tahun 1000 dan 2999 dalam urutan yang dipakai berkas ini.
not-a-country = Negara ini tidak dikenal. Tulis namanya atau dua hurufnya, misalnya Indonesia atau ID.
not-an-email = Ini bukan alamat email.
email-shared = Alamat ini juga dipakai orang lain.
too-long = Teks ini lebih panjang dari { $limit } huruf.
not-listed = Kata ini tidak dikenal. Yang dikenal: { $known }.
closed-without-day = Peluang yang menang atau kalah perlu tanggal tutup.
closed-before-engaged = Tanggal tutup lebih awal daripada tanggal mulai.
contradiction = Baris { $lines } berbeda isi untuk data yang sama. Simpan satu yang benar.
key-of-several = Ada beberapa data tersimpan dengan kunci ini, jadi tidak jelas mana yang dimaksud.
no-such = Tidak ada { $kind ->
    [team] tim
    [person] orang
    [product] produk
    [account] klien
    [contact] kontak
    [invoice] dokumen
   *[other] peluang
 } bernama ini.
relation-rejected = { $kind ->
    [team] Tim
    [person] Orang
    [product] Produk
    [account] Klien
    [contact] Kontak
    [invoice] Dokumen
   *[other] Peluang
 } bernama ini ada di berkas, tetapi barisnya ditolak. Perbaiki baris itu dulu.
several-such = Ada beberapa { $kind ->
    [team] tim
    [person] orang
    [product] produk
    [account] klien
    [contact] kontak
    [invoice] dokumen
   *[other] peluang
 } bernama ini, jadi tidak jelas mana yang dimaksud.
above-itself = { $kind ->
    [team] Tim
   *[account] Klien
 } ini akan menjadi induk bagi dirinya sendiri.

# Impor yang tidak dimulai, tidak diteruskan, atau tidak dibatalkan.
refused-undo-unfinished = Impor { $run } sedang dibatalkan. Selesaikan pembatalannya dulu.
refused-taken-over = Impor lain dimulai sebelum yang ini selesai. Jalankan lagi impor ini untuk melanjutkannya.
refused-already-undone = Impor ini sudah dibatalkan.

# Halaman impor.
settings-title = Pengaturan
imports-title = Impor
imports-lead = Berkas dari sistem lain yang menjadi data di sini, dan jalan kembalinya.
imports-none-title = Belum ada impor
imports-none = Unggah berkas dari sistem lama Anda. Tidak ada yang berubah sebelum Anda memeriksanya.
import-title = Impor { $preset }
import-source = Sumber
import-state = Keadaan
import-when = Waktu
by-shell = Dari server
state-running = Berjalan
state-interrupted = Berhenti di tengah
state-finished = Selesai
state-undoing = Sedang dibatalkan
state-undone = Dibatalkan
so-far = { $done } dari { $of } data sudah ditulis. Jalankan lagi impor yang sama untuk melanjutkannya.
was-undone = Dibatalkan { $at }: { $undone } perubahan ditarik, { $stayed } tetap.
stayed-heading = Yang tetap
stays-changed-since = sudah diubah orang setelah impor
stays-needed = dipakai data lain
records-heading = Data
record-kind = Jenis
created = Baru
updated = Berubah
unchanged = Tetap
files-heading = Berkas
remarks-heading = Catatan
file-name = Nama
rows = Baris
accepted = Diterima
rejected = Ditolak
rejected-download = Unduh baris yang ditolak
rejected-help = Perbaiki baris yang ditolak di berkasnya, lalu impor berkas itu.
kind-team = Tim
kind-person = Orang
kind-product = Produk
kind-account = Klien
kind-contact = Kontak
kind-opportunity = Peluang
kind-prospect = Prospek
alias-used = { $from } dibaca sebagai { $to }, { $count } kali.
owners-were-given = { $count } klien diberikan kepada orang dengan peluang terbanyak di klien itu.
deals-without-account = { $count } peluang tidak terikat pada klien mana pun.
undo-heading = Batalkan impor ini
undo-help = Data baru dihapus dan data yang berubah kembali seperti semula. Yang sudah diubah orang atau dipakai data lain tetap, dan disebutkan di sini.
undo-button = Batalkan impor
undo-confirm = Batalkan impor ini? Data barunya akan dihapus.
undo-started = Impor sedang dibatalkan. Muat ulang halaman ini untuk melihat hasilnya.

# Linimasa dan jejak audit.
told-created = Diimpor
told-changed = Diubah oleh impor
told-put-back = Dikembalikan karena impornya dibatalkan
told-run-begun = Impor dimulai
told-run-refused = Impor tidak jadi: berkasnya tidak bisa dibaca
told-run-finished = Impor selesai: { $created } baru, { $updated } berubah, { $rejected } ditolak
told-undo-begun = Pembatalan impor dimulai
told-run-undone = Impor dibatalkan: { $undone } perubahan ditarik, { $stayed } tetap

# Hari-hari transaksi dari sistem lain.
no-archive = Berkas ini bukan arsip (tar, tar.xz, zip) yang bisa dibuka.
no-days = Tidak ada berkas hari di sini. Namanya seperti 2010-12-01.csv.
day-twice = Hari { $day } ada dua kali. Sisakan satu.
day-columns = Kolomnya harus { $columns }, dalam urutan ini.
day-cell = Baris { $line }, { $column }: { $value } tidak bisa dibaca dengan pasti.
day-two-clients = Baris { $line }: dokumen { $number } menyebut dua klien atau dua negara.
day-changed = Hari ini sudah diimpor dengan isi lain. Batalkan impornya dulu, atau catat selisihnya sebagai dokumen koreksi.
ledger-house = Pembeli tanpa nama (Online Retail)
ledger-customer = Pelanggan { $key }
kind-ledger-day = Hari transaksi
ledger-heading = Transaksi
ledger-documents = Dokumen
ledger-lines = Baris
ledger-net = Neto
ledger-nameless = Baris tanpa pembeli
ledger-cancelled = Baris pembatalan
ledger-tied = Terikat pada baris fakturnya
ledger-refused = Hari yang ditolak
# Berkas yang dibaca lewat jalan lain.
file-is-locked = Buku kerja ini dikunci kata sandi. Buka kuncinya, simpan, lalu unggah lagi.
file-is-damaged = Berkas ini rusak dan tidak bisa dibaca. Ekspor lagi dari sistem asalnya.
file-has-many-rows = Berkas ini berisi lebih dari { $limit } baris. Bagi menjadi beberapa berkas.
file-unpacks-to-much = Isi berkas ini setelah dibuka jauh melebihi batas. Bagi menjadi beberapa berkas.
not-a-phone = Ini bukan nomor telepon. Tulis 8 sampai 15 angka, misalnya 0812 3456 7890.
not-a-website = Ini bukan alamat situs web, misalnya tokomaju.co.id.
not-stored = Data ini belum ada di sini, dan impor ini hanya memperbarui.
refused-not-mapped = { $file } belum dipetakan sampai selesai. Lengkapi dulu kolom yang wajib.
refused-mark-unsettled = { $file }: angka di { $column } bisa dibaca dengan dua cara, misalnya baris { $line }: { $text }. Pilih tanda desimalnya di halaman pemetaan kolom.
refused-days-unsettled = { $file }: tanggal di { $column } bisa dibaca dengan dua cara, misalnya baris { $line }: { $text }. Pilih urutan tanggalnya di halaman pemetaan kolom.
refused-no-file = Belum ada berkas yang dipilih. Pilih satu atau beberapa.
refused-busy = Berkas orang lain sedang diperiksa. Coba lagi dalam beberapa detik.
refused-another-runs = Impor lain sedang berjalan. Tunggu sampai selesai, atau hentikan dulu.
refused-not-now = Langkah ini tidak bisa dilakukan pada keadaan impor sekarang. Muat ulang halamannya.

# Unggah, petakan, periksa, jalankan.
state-draft = Belum dijalankan
state-cancelled = Dihentikan
steps-label = Langkah impor
step-upload = Unggah
step-map = Petakan
step-check = Periksa
step-run = Jalankan
step-done = Selesai
upload-title = Impor berkas
upload-lead = Klien, kontak, peluang, produk, orang, atau transaksi dari sistem lain. Tidak ada yang berubah sebelum Anda memeriksanya.
upload-files = Berkas
upload-help = CSV, Excel (XLSX atau XLS), atau vCard. Boleh beberapa sekaligus, paling banyak 20 berkas dan 64 MiB. Hari transaksi boleh dalam arsip (tar, tar.xz, atau zip) atau sampai 400 berkas. Yang tidak dijalankan dibuang sesudah 14 hari.
upload-button = Unggah
upload-too-large = Berkasnya lebih besar dari 64 MiB semuanya. Bagi menjadi beberapa kali unggah.
upload-nothing-changed = Tidak ada yang disimpan. Perbaiki berkasnya, lalu unggah lagi semuanya.
map-title = Petakan kolom
map-lead = Periksa apa isi tiap berkas dan kolom mana menjadi apa.
map-missing = Masih kurang: { $fields }. Pilih kolomnya, atau isi satu nilai untuk semua baris.
map-preset = Berkas ini dikenal dan dibaca menurut pola { $preset }.
map-preset-reads = Kolom yang dibaca
map-by-hand = Petakan sendiri
map-target = Setiap baris adalah
map-apply = Terapkan
map-column = Kolom
map-samples = Contoh
map-becomes = Menjadi
map-not-read = Tidak dibaca
map-stages = Arti setiap tahap
deal-open = Masih terbuka
deal-won = Menang
deal-lost = Kalah
map-fixed = Sama untuk semua baris
map-reading = Cara mengimpor
map-does = Yang dilakukan
does-both = Tambah dan perbarui
does-create = Hanya tambah yang baru
does-update = Hanya perbarui yang ada
map-key = Dikenali dari
key-name = Nama
key-name-in-account = Nama di kliennya
key-email = Email
key-phone = Telepon
map-empty = Sel kosong
empty-keep = Biarkan yang tersimpan
empty-clear = Kosongkan yang tersimpan
map-days = Urutan tanggal
days-day-first = Hari, bulan, tahun (31/12/2026)
days-month-first = Bulan, hari, tahun (12/31/2026)
days-year-first = Tahun, bulan, hari (2026-12-31)
days-sure = Ditentukan oleh baris { $line }: { $text }.
days-either = Semua tanggal di { $column } bisa dibaca dengan dua cara, misalnya baris { $line }: { $text }. Pilih urutannya.
days-mixed = Urutan tanggalnya bercampur: baris { $line } ({ $text }) dan baris { $other-line } ({ $other-text }). Baris yang tidak cocok akan ditolak.
map-mark = Tanda desimal
mark-comma = Koma (1.234,50)
mark-point = Titik (1,234.50)
mark-choose = Pilih
mark-either = Semua angka di { $column } bisa dibaca dengan dua cara, misalnya baris { $line }: { $text }. Pilih tanda desimalnya; kalau salah, nilainya meleset seribu kali lipat.
mark-mixed = Angka ditulis dengan dua cara: baris { $line } ({ $text }) dan baris { $other-line } ({ $other-text }). Pilih tanda desimalnya. Baris yang tidak cocok akan ditolak.
map-currency = Mata uang
map-currency-help = Tiga huruf, misalnya IDR. Kosong berarti mata uang perusahaan.
map-name = Nama pemetaan
map-name-help = Pemetaan ini dipakai lagi untuk berkas berikutnya dengan judul kolom yang sama.
map-file-reading = Cara membaca berkas ini
map-sheet = Lembar
map-header = Baris pertama
header-yes = Judul kolom
header-no = Sudah data
map-guessed = Ditebak sendiri
map-encoding = Pengodean huruf
map-delimiter = Pemisah
delimiter-comma = koma
delimiter-semicolon = titik koma
delimiter-tab = tab
delimiter-bar = garis tegak
map-check = Periksa hasilnya
map-keep = Simpan dulu
file-rows = { $count ->
   *[other] { $count } baris
 }
written-text = { $encoding }, dipisah { $delimiter }
written-sheet = lembar { $sheet }
written-cards = kartu nama
field-name = Nama
field-parent = Induk
field-email = Email
field-team = Tim
field-role = Peran
field-manages = Memimpin tim
field-series = Seri
field-price = Harga
field-industry = Industri
field-founded-year = Tahun berdiri
field-revenue = Omzet setahun
field-employees = Jumlah karyawan
field-country = Negara
field-status = Status
field-phone = Telepon
field-website = Situs web
field-owner = Penanggung jawab
field-post = Jabatan
field-whatsapp = WhatsApp
field-external-id = Kode di sistem asal
field-agent = Penanggung jawab
field-product = Produk
field-account = Klien
field-stage = Tahap
field-kind = Menang atau kalah
field-engaged-on = Tanggal mulai
field-closed-on = Tanggal tutup
field-expected-close-on = Perkiraan selesai
field-pipeline = Pipeline
field-lost-reason = Alasan kalah
field-next-step = Langkah berikutnya
field-value = Nilai
field-contact-name = Orang yang dihubungi
field-street = Jalan
field-city = Kota atau kabupaten
field-province = Provinsi
field-source = Sumber
field-note = Catatan
check-title = Periksa impor
check-lead = Ini yang akan terjadi. Belum ada yang berubah.
faults-heading = { $count ->
   *[other] { $count } baris akan ditolak
 }
faults-help = Baris lain tetap diimpor. Unduh baris yang ditolak, sekarang atau setelah impor, perbaiki, lalu impor berkas itu.
faults-more = Dan { $count } baris lain, yang ada di berkas baris yang ditolak.
fault-where = Tempat
fault-column = Kolom
fault-value = Isi
fault-why = Alasan
sample-at = { $file }, baris { $line }
sample-change = { $field }: { $before } → { $after }
samples-heading = Contoh
alike-heading = Mungkin sudah ada
alike-help = Klien ini akan ditambahkan sebagai klien baru. Samakan namanya di berkas bila sebenarnya satu. Setelah impor, pasangan seperti ini ada di Klien kembar dan bisa digabung di sana.
alike-stored = mirip { $name } yang sudah tersimpan
alike-brought = mirip { $name } di impor ini
alike-why = { $score } dari 100: { $reasons }
check-waits = Berkas orang lain sedang diperiksa. Berkas Anda menunggu giliran; halaman ini dimuat ulang secara otomatis.
check-again = Muat ulang
check-nothing = Tidak ada yang perlu ditulis: semuanya sudah sama.
check-all-rejected = Belum ada baris yang bisa diimpor. Perbaiki baris yang ditolak di berkasnya lalu unggah berkas itu, atau ubah pemetaan kolomnya.
run-button = { $count ->
   *[other] Impor { $count } data
 }
run-goes-on = Lanjutkan impor
back-to-map = Kembali ke pemetaan
so-far-brought = { $done } dari { $of } data sudah ditulis. Lanjutkan, atau batalkan yang sudah ditulis.
progress = { $done } dari { $of } data ditulis
cancel-button = Hentikan
cancel-confirm = Hentikan impor ini? Yang sudah ditulis tetap ada sampai Anda membatalkannya.
cancel-done = Impor dihentikan. Yang sudah ditulis tetap ada.
discard-button = Buang berkas ini
discard-confirm = Buang berkas yang diunggah? Belum ada yang diimpor.
discarded = Berkasnya dibuang. Tidak ada yang diimpor.
told-files-brought = Berkas diunggah untuk impor
told-run-cancelled = Impor dihentikan: { $done } dari { $of } data sudah ditulis

# Klien dan kontak secara lengkap.
own-field-unknown = Perusahaan ini tidak punya isian { $field }, atau isian itu bukan untuk Anda. Petakan lagi kolomnya.
too-many = Terlalu banyak. Paling banyak { $limit }.
not-a-tax-number = Ini bukan NPWP, NIK, atau NITKU (15, 16, atau 22 angka). Di Excel, simpan selnya sebagai teks. Untuk klien luar negeri, isi juga negaranya.
not-a-birthday = Ini bukan tanggal lahir, misalnya 12/04/1988 atau 12 April.
day-to-come = Tanggal ini belum tiba.
not-an-id = Ini bukan ID dari Jembatan. Salin apa adanya, atau kosongkan untuk menambah data baru.
not-a-currency = Ini bukan mata uang. Tulis tiga huruf, misalnya IDR.
no-such-id = Tidak ada { $kind ->
    [contact] kontak
   *[other] klien
 } dengan ID ini. Kosongkan selnya untuk menambah data baru.
contact-gone = Kontak ini sudah dihapus, atau digabungkan ke kontak lain. Kembalikan dulu, atau buang barisnya.
external-id-shared = Kode ini juga dipakai { $kind ->
    [contact] kontak
   *[other] klien
 } lain, tersimpan atau di impor ini.
address-nowhere = Alamat perlu jalan, kota, atau negara.
no-way-to-reach = Nomor atau alamat untuk cara dihubungi ini belum ada.
consent-missing = Ada tanggal atau keterangan persetujuan, tetapi persetujuannya belum ada.
choice-retired = Pilihan ini sudah tidak ditawarkan. Pilih yang lain.
kind-tag = Label
told-files-swept = Berkas yang tidak jadi diimpor dibuang sesudah 14 hari
map-own-fields = Isian perusahaan
map-key-help = Baris yang cocok dengan beberapa data ditolak, tidak ditebak.
map-tags-help = Label di berkas menggantikan semua label klien itu. Pisahkan dengan koma atau titik koma.
field-currency = Mata uang omzet
field-tier = Tingkat
field-tax-number = NPWP atau NIK
field-tags = Label
field-channel = Cara dihubungi
field-birthday = Ulang tahun
field-consent = Persetujuan penawaran
field-consent-on = Persetujuan sejak
field-consent-note = Persetujuan diketahui dari
field-id = ID Jembatan
field-postcode = Kode pos
field-address-country = Negara pada alamat
field-custom = Isian perusahaan

# Hari transaksi lewat peramban.
refused-mixed = Hari transaksi datang bersama berkas lain. Unggah terpisah.
refused-not-by-hand = Arsip, atau lebih dari 20 berkas, tidak bisa dipetakan sendiri. Buka arsipnya dan unggah paling banyak 20 berkas.
ledger-choose = Baca sebagai hari transaksi
ledger-map-lead = Berkas ini dikenal. Tidak ada yang perlu dipetakan.
ledger-known = Ini hari transaksi dan dibaca menurut pola { $ledger }.
ledger-files = { $count ->
   *[other] { $count } berkas
 }
ledger-reads-number = Nomor dokumen; dengan C berarti pembatalan, dengan A penyesuaian
ledger-reads-code = Produk, dikenali dari kode ini
ledger-reads-text = Nama produk
ledger-reads-quantity = Jumlah
ledger-reads-day = Hari dan jam
ledger-reads-price = Harga dalam GBP
ledger-reads-customer = Klien, dikenali dari nomor ini; kosong berarti akun penampung
ledger-reads-country = Negara dokumen
ledger-nameless-help = Masuk ke akun penampung
ledger-repeated = Baris berulang
ledger-repeated-help = Ada dua kali dalam satu dokumen, dan tetap disimpan
ledger-untied = Dibatalkan, tetapi tidak terikat pada baris mana pun
ledger-refused-download = Unduh hari ini
ledger-refused-help = Satu hari masuk utuh atau tidak sama sekali. Perbaiki di berkasnya, lalu impor berkas itu; hari lain tidak terpengaruh.
ledger-documents-sample = Dokumen yang akan tersimpan
ledger-cancellations-sample = Yang ditarik oleh pembatalan
ledger-invoice = Faktur
ledger-cancellation = Pembatalan
ledger-adjustment = Penyesuaian
ledger-document-lines = { $count ->
   *[other] { $count } baris
 }
ledger-document-repeated = { $count } di antaranya berulang
ledger-takes-back = menarik satu baris faktur { $number }
run-lines-button = { $count ->
   *[other] Impor { $count } baris
 }
progress-lines = { $done } dari { $of } baris tersimpan
so-far-lines = { $done } dari { $of } baris tersimpan. Jalankan impor yang sama lagi untuk melanjutkan.
so-far-lines-brought = { $done } dari { $of } baris tersimpan. Lanjutkan, atau batalkan yang sudah tersimpan.

# Dokumen transaksi dan pembayaran, baris demi baris.
kind-invoice = Faktur dan nota kredit
kind-payment = Pembayaran
no-such-client = Tidak ada klien yang dikenal dengan ini.
document-row-rejected = Baris lain dari dokumen ini ditolak. Dokumen masuk utuh atau tidak sama sekali: perbaiki baris itu.
document-in-several-files = Baris dengan nomor ini ada di beberapa berkas. Bawa tiap dokumen dalam satu berkas: dari dua ekspor yang tumpang tindih tiap baris akan terhitung dua kali.
document-contradicts = Baris-baris satu dokumen berbeda isi di sini. Simpan satu yang benar.
line-differs = Kuantitas kali harga, dikurangi diskon, tidak sama dengan nilai ini.
discount-differs = Diskon ini tidak cocok dengan persennya: seharusnya { $expected }.
discount-too-much = Diskon ini lebih besar daripada nilai yang didiskon.
line-unwhole = Jumlah kali harga punya lebih banyak desimal daripada mata uangnya. Isi nilai barisnya.
tax-differs = Pajak ini tidak cocok dengan tarifnya: seharusnya { $expected }. Kalau tarif di berkas ini tidak dipakai, jangan petakan kolomnya.
total-differs = Baris dan pajaknya berjumlah { $sum }, bukan ini.
invoice-below-zero = Faktur tidak bisa kurang dari nol. Yang menarik kembali adalah nota kredit.
due-before-day = Jatuh tempo sebelum tanggal dokumen.
takes-nothing-back = Hanya nota kredit atau pembatalan yang menarik kembali dokumen lain.
recorded-otherwise = Sudah tercatat dengan nomor ini, tetapi isinya berbeda di sini. Yang tercatat tidak pernah diubah: koreksi adalah dokumen kebalikannya.
document-of-another = Klien ini tidak punya dokumen itu.
other-currency = Dokumen itu dalam { $currency }.
credit-too-much = Dari dokumen itu hanya { $left } yang masih bisa ditarik kembali.
paid-too-much = Dari dokumen itu hanya { $left } yang masih harus dibayar.
nothing-paid = Pembayaran senilai nol.
paid-twice = Pembayaran ini menyebut dokumen yang sama dua kali.
other-sign = Uang yang masuk dan uang yang kembali tidak bisa menjadi satu pembayaran.
key-name-of-client = Nama klien
key-external-of-client = Kode klien di sistem asal
key-tax-of-client = NPWP atau NIK klien
key-id-of-client = ID Jembatan klien
field-number = Nomor
field-day = Tanggal
field-due-on = Jatuh tempo
field-document-kind = Faktur atau nota kredit
field-cancels = Menarik kembali faktur
field-code = Kode produk
field-text = Keterangan
field-quantity = Kuantitas
field-discount = Diskon baris
field-discount-rate = Diskon baris dalam persen
field-amount = Nilai tanpa pajak
field-amount-currency = Mata uang
field-tax-rate = Tarif pajak dalam persen
field-tax-base = Dasar pengenaan pajak (DPP)
field-tax = Pajak
field-document-discount = Diskon dokumen
field-document-discount-rate = Diskon dokumen dalam persen
field-fee = Ongkos kirim dan biaya lain per dokumen
field-total = Total dokumen
field-method = Cara bayar
field-pays = Membayar faktur
