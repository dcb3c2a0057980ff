# Penolakan.
refused-no-name = Tulis nama peluangnya.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-no-amount = Ini bukan jumlah uang. Contoh: 1.500.000.
refused-no-currency = Mata uang terdiri dari tiga huruf. Contoh: IDR.
refused-amount-of-lines = Nilai peluang ini dihitung dari barisnya. Ubah barisnya, bukan nilainya.
refused-no-day = Pilih tanggal antara tahun 1000 dan 2999.
refused-day-of-no-step = Tanggal ini belum punya langkah. Tulis langkah berikutnya, atau kosongkan tanggalnya.
refused-closed-in-future = Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.
refused-unknown-account = Tidak ada klien Anda dengan nama ini. Pilih dari daftar, atau kosongkan.
refused-unknown-owner = Pilih orang yang bertanggung jawab atas peluang ini.
refused-unknown-pipeline = Alur penjualan ini tidak menerima peluang baru. Pilih alur lain.
refused-unknown-stage = Tahap ini tidak ada atau tidak dipakai lagi. Pilih tahap lain.
refused-closing-stage = Tahap ini menutup peluang. Pakai “Menang” atau “Kalah”, supaya tanggal dan alasannya tercatat.
refused-no-reason = Pilih alasan kalahnya.
refused-no-note = Alasan ini tidak menjelaskan apa-apa sendiri. Tulis catatannya.
refused-closed = Peluang ini sudah ditutup. Buka kembali lebih dulu.
refused-open = Peluang ini masih berjalan.
refused-stale = Peluang ini baru saja diubah. Isian Anda masih ada di sini; periksa keadaan terbarunya, lalu kirim lagi.
refused-stale-by = { $by } baru saja mengubah peluang ini. Isian Anda masih ada di sini; periksa keadaan terbarunya, lalu kirim lagi.
refused-too-late = Peluang yang dihapus hanya dapat dikembalikan dalam { $days } hari.
refused-unknown-product = Pilih produk dari daftar.
refused-no-quantity = Ini bukan banyaknya. Contoh: 12 atau 2,5.
refused-no-price = Ini bukan harga. Contoh: 55.000.
refused-too-many-lines = Satu peluang memuat paling banyak { $count } baris.
refused-unknown-contact = Orang ini tidak ada di antara kontak Anda. Pilih dari daftar.
refused-no-role = Pilih perannya.
refused-no-label = Tulis namanya, paling banyak { $count } huruf.
refused-label-taken = Nama ini sudah dipakai. Pilih nama lain.
refused-no-probability = Kemungkinan adalah angka bulat dari 0 sampai 100.
refused-no-kind = Pilih jenis tahapnya.
refused-no-expected-days = Lama yang wajar adalah angka bulat dari 1 sampai { $count } hari, atau kosong.
refused-last-of-kind = Ini yang terakhir dari jenisnya. Tambahkan penggantinya lebih dulu.
refused-last-pipeline = Ini alur terakhir yang dipakai. Tambahkan penggantinya lebih dulu.

# Keadaan dan peran.
deal-open = Berjalan
deal-won = Menang
deal-lost = Kalah
kind-deleted = Dihapus
role-decides = Pengambil keputusan
role-influences = Pemberi pengaruh
role-evaluates = Penilai
role-uses = Pemakai
role-buys = Bagian pembelian
stale = Mandek
overdue = Lewat
less-than-a-day = kurang dari sehari
days = { $count } hari
in-stage = { $count ->
    [0] Hari ini masuk tahap ini
   *[other] { $count } hari di tahap ini
}
step-on-day = { $step }, { $day }
percent = { $count ->
   *[other] Kemungkinan { $count }%
}

# Panel di halaman klien.
panel-title = Peluang
panel-none = Belum ada peluang dengan klien ini.
won-label = Menang
lost-label = Kalah
open-label = Berjalan
worth-label = Nilai menang
all-deals = Semua peluang

# Daftar dan papan.
deals-title = Peluang
views = Tampilan
view-list = Daftar
view-board = Papan
board-title = Papan peluang
deal-new = Peluang baru
deal-edit = Ubah peluang
deals-none = Belum ada peluang
deals-first-step = Catat peluang pertama Anda: siapa kliennya, kira-kira berapa nilainya, dan apa langkah berikutnya.
deals-import = Impor dari sistem lain
deals-no-match = Tidak ada yang cocok
deals-no-match-help = Longgarkan saringan, atau lihat semuanya.
deals-counted = { $count ->
   *[other] { $count } peluang
}
filter-words = Cari peluang atau klien
kind-label = Keadaan
any-kind = Semua keadaan
pipeline-label = Alur penjualan
any-pipeline = Semua alur
stage-label = Tahap
any-stage = Semua tahap
owner-label = Penanggung jawab
any-owner = Semua orang
team-label = Tim
any-team = Semua tim
close-label = Tutup
close-from = Tutup dari tanggal
close-to = Tutup sampai tanggal
stale-label = Lama di tahap
any-age = Lama berapa pun
only-stale = Hanya yang mandek
sort-newest = Terakhir berubah
sort-close = Paling cepat tutup
sort-amount = Nilai terbesar
sort-name = Nama
apply = Terapkan
sum-label = Jumlah
sum-of = Jumlah { $currency }
weighted-of = Tertimbang { $currency }
weighted-is = Tertimbang { $amount }
weighted-help = Nilai dikalikan kemungkinan tahapnya; dibulatkan sekali di akhir, setengah ke atas
ended-lately = 30 hari terakhir
no-amount = Tanpa nilai
move-deal = Pindahkan
move-of = Tahap baru untuk { $name }
pile-empty = Kosong
pile-more = { $count ->
   *[other] { $count } lagi di daftar
}
pile-all = Semua di daftar
undo = Batalkan
is-now-in = { $name } sekarang di tahap { $stage }.

# Formulir.
deal-name = Nama peluang
deal-name-help = Misalnya: Alat tulis kantor 2026.
account-label = Klien
account-help = Ketik namanya dan pilih dari daftar; boleh kosong.
amount-label = Nilai
currency-label = Mata uang
amount-of-lines = Nilai dihitung dari baris peluang.
expected-close-label = Perkiraan tutup
next-step-label = Langkah berikutnya
next-step-help = Satu hal yang Anda lakukan setelah ini.
next-step-on-label = Tanggal langkah
save = Simpan
saved = Tersimpan.
cancel = Batal
back = Kembali
back-to-deal = Kembali ke peluang
look-again = Lihat keadaan terbaru
deal-opened = Peluang { $name } dibuka.

# Halaman peluang.
edit = Ubah
add = Tambah
remove = Keluarkan
remove-named = Keluarkan { $name }
call-named = Telepon { $name }
more-actions = Tindakan lain
hand-over = Alihkan
hand-over-lead = Tahap, catatan, dan riwayatnya ikut berpindah.
delete-deal = Hapus peluang
delete-confirm = Hapus { $name }? Peluang ini dapat dikembalikan selama 30 hari.
deal-deleted = { $name } dihapus.
deal-restored = { $name } dikembalikan.
hidden-deal = Peluang ini dihapus pada { $day } dan dapat dikembalikan sampai { $until }.
restore-deal = Kembalikan peluang
closed-on-label = Tanggal tutup
engaged-on-label = Mulai
product-label = Produk
won-by-label = Dimenangkan oleh
external-key-label = Nomor asal
lost-because = Kalah: { $reason }
stage-bar = Tahap peluang
move-to = Pindahkan ke { $stage }
win = Menang
win-title = Peluang dimenangkan
win-lead = Tulis kapan disepakati dan berapa nilainya pada akhirnya.
deal-is-won = { $name } dimenangkan.
lose = Kalah
lose-title = Peluang kalah
lose-lead = Alasannya membantu tim menang lain kali.
lost-reason-label = Alasan
lost-note-label = Catatan
lost-note-help = Apa yang perlu diketahui tim tentang kekalahan ini.
deal-is-lost = { $name } dicatat kalah.
reopen = Buka kembali
deal-is-reopened = { $name } dibuka kembali.
lines-title = Baris
lines-lead = Produk, banyaknya, dan harga satuan dalam { $currency }. Nilai peluang adalah jumlahnya.
lines-none = Belum ada baris. Nilai peluang adalah yang Anda tulis sendiri.
lines-help = Kosongkan satu baris untuk menghapusnya. Banyaknya boleh kosong bila satu.
quantity-label = Banyaknya
price-label = Harga satuan
product-of = Produk baris { $number }
quantity-of = Banyaknya baris { $number }
price-of = Harga satuan baris { $number }
next-step-none = Belum ada langkah berikutnya.
contacts-title = Orang yang terlibat
contacts-none = Belum ada yang dicatat.
contact-add = Tambah orang
contact-label = Orang
role-label = Peran
log-title = Perjalanan
log-moved = { $from } → { $to }
log-begun = Mulai di { $stage }
stayed-in = { $length } di { $stage }
under-way = { $length } berjalan
by-system = Sistem

# Yang terjadi.
told-opened = Peluang “{ $name }” dibuka di tahap { $stage }
told-changed = Peluang “{ $name }” diubah
told-change = { $field }: { $before } → { $after }
told-nothing = –
told-moved = Peluang “{ $name }”: { $from } → { $to }
told-won = Peluang “{ $name }” dimenangkan, { $value }
told-lost = Peluang “{ $name }” kalah: { $reason }
told-lost-why = Peluang “{ $name }” kalah: { $reason }, “{ $why }”
told-reopened = Peluang “{ $name }” dibuka kembali di tahap { $stage }
told-hidden = Peluang “{ $name }” dihapus
told-restored = Peluang “{ $name }” dikembalikan
told-pipeline-kept = Alur penjualan “{ $label }” diatur
told-pipeline-removed = Alur { $label } dihapus
told-stage-kept = Tahap “{ $label }” diatur
told-order-kept = Urutan “{ $label }” diubah
told-reason-kept = Alasan kalah “{ $label }” diatur

# Pengaturan.
settings-title = Alur penjualan
settings-lead = Jalan yang ditempuh peluang, tahap demi tahap, dan alasan mengapa peluang kalah.
stages-title = Tahap
retired = Tidak dipakai
label-in-indonesian = Nama dalam bahasa Indonesia
label-in-english = Nama dalam bahasa Inggris
probability-label = Kemungkinan menang, dalam persen
expected-days-label = Lama yang wajar di tahap ini, dalam hari
days-unit = hari
move-up = Naikkan
move-down = Turunkan
move-up-of = Naikkan { $label }
move-down-of = Turunkan { $label }
add-stage = Tambah tahap
first-stage = Awal
pipeline-new = Alur baru
pipeline-new-help = Dimulai dengan satu tahap berjalan, satu menang, dan satu kalah.
add-pipeline = Tambah alur
reasons-title = Alasan kalah
reasons-lead = Setiap peluang yang kalah menyebut salah satunya.
asks-note = Perlu catatan
add-reason = Tambah alasan

# Daftar sebagai berkas.
export-name = peluang
export-id = ID
told-exported = mengunduh daftar peluang

# Tugas dan aktivitas pada sebuah peluang.
deal-tasks-title = Tugas
deal-tasks-none = Belum ada tugas.
deal-task-new = Tugas baru
deal-task-label = Apa yang akan dilakukan
deal-task-due = Tenggat
deal-task-done = Selesai
deal-task-late = Lewat tenggat { $day }
deal-task-added = Dicatat: { $text }
deal-activities-title = Aktivitas
deal-activities-none = Belum ada telepon, pertemuan, atau catatan.
deal-log = Catat aktivitas
deal-log-kind = Jenis
deal-log-text = Apa yang dibicarakan
deal-logged = Dicatat.
refused-no-client-to-log-at = Peluang ini belum punya klien yang dapat Anda lihat. Isi kliennya dulu.
# How it counts in a forecast.
refused-no-category = Pilih bagaimana peluang ini dihitung dalam prakiraan.
category-label = Dalam prakiraan
category-pipeline = Dalam proses
category-best-case = Bila semua lancar
category-commit = Hampir pasti
category-omitted = Tidak dihitung
category-closed = Menang
category-of-stage-help = Bagaimana peluang di tahap ini dihitung dalam prakiraan, sampai pemiliknya berkata lain
