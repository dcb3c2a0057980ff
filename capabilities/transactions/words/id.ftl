# Daftar transaksi.
ledger-title = Transaksi
ledger-none = Belum ada transaksi
ledger-first-step = Faktur dan pembayaran datang dari impor (jembatan import online-retail) atau dari API.
ledger-no-match = Tidak ada transaksi yang cocok
ledger-no-match-help = Ubah atau hapus saringannya.
filter-words = Cari nomor atau klien
apply = Terapkan
show-all = Tampilkan semua
any-kind = Semua jenis
any-state = Semua keadaan
first-day-label = Dari tanggal
to-label = Sampai tanggal
house-label = Akun penampung
house-any = Dengan akun penampung
house-without = Tanpa akun penampung
house-only = Hanya akun penampung
number-label = Nomor
client-label = Klien
day-label = Tanggal
due-label = Jatuh tempo
kind-label = Jenis
state-label = Keadaan
country-label = Negara
source-label = Sumber
source-import = Impor { $source }
source-api = API
total-label = Total
open-label = Sisa tagihan
documents-label = Dokumen
kind-invoice = Faktur
kind-credit-note = Nota kredit
kind-cancellation = Pembatalan
kind-adjustment = Penyesuaian
state-open = Belum dibayar
state-part-paid = Dibayar sebagian
state-paid = Lunas
state-credited = Dibatalkan
state-overdue = Lewat jatuh tempo

# Satu dokumen.
lines-title = Baris
lines-of = { $count ->
   *[other] { $count } baris
 }
line-number = Baris { $number }
text-label = Uraian
quantity-label = Jumlah
price-label = Harga satuan
net-label = Neto
tax-at = { $name } { $rate }%
takes-back-title = Yang dibatalkan dokumen ini
tied-line = Baris { $line } faktur { $number }
tied-whole = Faktur { $number }
why-tied = Tepat satu baris cocok
why-said = Disebutkan saat dicatat
why-no-customer = Pembelinya tidak disebut, jadi tidak pasti faktur mana
why-not-bought = Klien ini belum pernah tercatat membeli produk ini
why-other-price = Klien ini tidak pernah membelinya dengan harga ini
why-other-quantity = Klien ini tidak pernah membeli sebanyak ini sekaligus
why-cancelled-already = Semua baris yang cocok sudah dibatalkan
why-several = Baris dari beberapa faktur cocok, jadi tidak pasti yang mana
why-title = Mengapa sisanya sekian
why-nothing = Belum ada pembayaran atau pembatalan.
step-credit = Dibatalkan oleh { $number }
step-takes-back = Dipakai untuk { $number }
step-payment = Pembayaran { $day } ({ $key })

# Panel di halaman klien.
panel-title = Transaksi
last-label = Faktur terakhir
year-title = Penjualan { $first } – { $last } ({ $currency })
month-label = Bulan
as-table = Lihat sebagai tabel
all-of-client = Semua transaksi klien ini
house-help = Akun penampung: menampung penjualan yang pembelinya tidak disebut oleh sumbernya.

# Masalah.
problems-title = Masalah transaksi
problems-lead = Yang menunggu jawaban, dari yang paling lama.
problems-none = Tidak ada masalah terbuka
problems-none-help = Masalah dilaporkan dari halaman fakturnya, dan muncul di sini sampai dijawab.
problems-none-here = Tidak ada masalah dengan dokumen ini.
problem-title = Masalah dengan { $number }
problem-kind-label = Jenis masalah
problem-text-label = Yang terjadi
problem-text-help = Apa yang salah, dan apa yang seharusnya.
problem-wrong-price = Harga salah
problem-wrong-quantity = Jumlah salah
problem-not-delivered = Barang belum diterima
problem-not-paid = Belum dibayar
problem-paid-unseen = Sudah dibayar, belum tercatat
problem-other = Lainnya
problem-open = Menunggu jawaban
problem-solved = Sudah dijawab
problem-raised = Masalah dilaporkan
problem-answered = Jawaban disimpan
raise-title = Laporkan masalah
raise = Laporkan
raised-label = Dilaporkan
raised-by = { $name }, { $at }
assignee-label = Ditujukan kepada
asked-of = Ditujukan kepada { $name }
answer-label = Jawaban
answer-help = Apa yang ditemukan dan apa yang sudah dilakukan.
answer = Jawab
solve = Simpan jawaban

# Yang ditolak.
refused-no-lines = Dokumen ini tidak punya baris. Tulis paling sedikit satu.
refused-too-many-lines = Barisnya terlalu banyak. Bagi menjadi beberapa dokumen.
refused-too-large = Angkanya terlalu besar untuk disimpan dengan tepat.
refused-line-differs = Neto baris { $line } tidak sama dengan jumlah kali harganya.
refused-invoice-below-zero = Total faktur di bawah nol. Untuk mengurangi tagihan, catat nota kredit.
refused-credit-above-zero = Nota kredit dan pembatalan mengurangi tagihan, jadi totalnya di bawah nol.
refused-credit-too-much = Yang masih bisa dibatalkan dari faktur itu hanya { $left }.
refused-paid-too-much = Yang masih bisa dibayar dari dokumen itu hanya { $left }.
refused-allocated-too-much = Jumlah yang dialokasikan lebih besar daripada pembayarannya.
refused-other-sign = Alokasi tidak boleh nol, dan tandanya sama dengan pembayarannya.
refused-nothing-paid = Jumlah pembayaran tidak boleh nol.
refused-unknown-account = Klien ini tidak ada.
refused-unknown-product = Produk { $product } tidak ada.
refused-unknown-invoice = Klien ini tidak punya faktur { $invoice }.
refused-other-currency = Faktur itu dalam { $currency }. Pakai mata uang yang sama.
refused-cancels-nothing = Hanya nota kredit dan pembatalan yang bisa membatalkan faktur.
refused-number-taken = Nomor { $number } sudah dipakai dokumen lain. Dokumen yang sudah dicatat tidak diubah; catat nota kredit atau pembatalan.
refused-key-taken = Kunci { $key } sudah dipakai pembayaran lain. Pembayaran yang sudah dicatat tidak diubah; catat kebalikannya.
refused-missing = Bagian ini wajib diisi.
refused-too-long = Teks ini lebih panjang dari { $limit } huruf.
refused-no-currency = Tulis mata uang dengan tiga huruf besar, misalnya IDR.
refused-no-country = Negara ini tidak dikenal. Tulis namanya atau dua hurufnya, misalnya ID.
refused-due-before-day = Jatuh tempo tidak bisa sebelum tanggal dokumennya.
refused-unknown-person = Tidak ada orang ini yang bekerja di sini.
refused-already-solved = Masalah ini sudah dijawab.
refused-batch-differs = Hari { $name } sudah diimpor dengan isi lain. Batalkan impornya dulu, atau catat selisihnya sebagai dokumen koreksi.
refused-document-elsewhere = Dokumen { $number } sudah ada di hari lain.

# Linimasa dan jejak audit.
told-batch-recorded = Transaksi { $name } diimpor: { $documents } dokumen, { $lines } baris
told-batch-taken-back = Transaksi { $name } ditarik kembali: { $documents } dokumen, { $lines } baris
told-invoice-recorded = { $kind } { $number } dicatat: { $total }
told-payment-recorded = Pembayaran dicatat: { $amount }
told-problem-raised = Masalah dengan { $number } dilaporkan: { $kind }
told-problem-solved = Masalah dengan { $number } dijawab

# Daftar sebagai berkas.
export-name = transaksi
export-lines-name = baris-transaksi
export-lines = Unduh semua barisnya
export-net = Neto
export-tax = Pajak
export-currency = Mata uang
export-line = Baris
export-product = Produk
export-id = ID
told-exported = mengunduh daftar transaksi
told-lines-exported = mengunduh baris transaksi
