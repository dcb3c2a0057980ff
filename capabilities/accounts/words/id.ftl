# Penolakan.
refused-no-name = Tulis namanya.
refused-too-long = Terlalu panjang. Paling banyak { $count } huruf.
refused-no-phone = Ini bukan nomor telepon. Contoh: 0811 1234 567.
refused-no-email = Ini bukan alamat email yang dapat dikirimi.
refused-no-website = Ini bukan alamat situs. Contoh: tokomaju.co.id.
refused-no-year = Tulis tahun empat angka.
refused-no-amount = Tulis jumlah uang dengan angka.
refused-no-employees = Tulis jumlah orang dengan angka.
refused-no-choice = Pilih salah satu.
refused-unknown-owner = Orang ini tidak bekerja di sini. Pilih orang lain.
refused-unknown-parent = Klien induk ini tidak ditemukan.
refused-no-country = Negara ini tidak dikenal. Pilih dari daftar, atau tulis dua hurufnya: ID.
refused-below-itself = Sebuah klien tidak dapat menjadi induk dari dirinya sendiri.
refused-exists = Klien ini sudah ada.
refused-too-late = Sudah lewat { $count } hari, jadi klien ini tidak dapat dikembalikan.
refused-no-street = Tulis jalan dan nomornya, atau setidaknya kota atau negaranya.
refused-no-point = Tulis lintang dan bujur, misalnya -6.2441, 106.7991.
refused-no-radius = Tulis jarak antara 20 dan 5.000 meter.
refused-no-move = Tidak ada usulan pindah yang menunggu keputusan.
refused-already-there = Kontak ini sudah ada di klien ini.
refused-no-text = Tulis catatannya.
refused-no-day = Ini bukan tanggal. Contoh: 2026-03-04.
refused-no-step = Tulis langkah berikutnya.

# Daftar klien.
accounts-title = Klien
account-new = Klien baru
account-edit = Ubah klien
back-to-account = Kembali ke klien
accounts-none = Belum ada klien
accounts-first-step = Impor daftar klien yang sudah Anda punya, atau tulis klien pertama sekarang.
accounts-import = Impor daftar
accounts-no-match = Tidak ada yang cocok
accounts-no-match-help = Ubah kata pencarian atau lepaskan salah satu saringan.
filter-words = Nama, kontak, atau telepon
any-status = Semua status
any-tier = Semua tingkat
any-owner = Semua AE
any-team = Semua tim
any-visit = Kunjungan kapan saja
unvisited = Tidak dikunjungi { $count } hari
unvisited-label = Lama tidak dikunjungi
sort-label = Urutan
sort-name = Menurut nama
sort-newest = Terakhir berubah
sort-last-visit = Paling lama tidak dikunjungi
apply = Terapkan
show-all = Tampilkan semua
account-name = Nama klien
tier = Tingkat { $tier }
tier-label = Tingkat
tier-help = A untuk klien yang paling bernilai.
status-label = Status
status-prospect = Prospek
status-client = Klien
status-former = Mantan klien
status-deleted = Dihapus
owner-label = AE
team-label = Tim
last-visit-label = Kunjungan terakhir
nobody = Belum ada
never-visited = Belum pernah
days-ago =
    { $count ->
        [0] hari ini
        [1] kemarin
       *[other] { $count } hari lalu
    }

# Formulir.
phone-label = Telepon
phone-help = Contoh: 0811 1234 567
email-label = Email
industry-label = Bidang usaha
industries = Apotek, Kantor, Katering, Klinik, Kontraktor, Logistik, Manufaktur, Pendidikan, Perbankan, Perhotelan, Periklanan, Restoran, Ritel, Teknologi informasi
more-fields = Rincian lain
parent-label = Induk
parent-help = Nama klien yang menjadi induk perusahaannya.
website-label = Situs
founded-label = Berdiri tahun
revenue-label = Omzet setahun
employees-label = Karyawan
save = Simpan
saved = Tersimpan.
cancel = Batal
add = Tambah
edit = Ubah
account-opened = { $name } sudah dicatat.

# Halaman klien.
more-actions = Tindakan lain
hand-over = Ganti AE
hand-over-lead = Catatan, tugas, dan riwayat tetap melekat pada klien.
delete-account = Hapus klien
delete-confirm = { $name } hilang dari semua daftar. Anda dapat mengembalikannya selama 30 hari.
account-deleted = { $name } dihapus.
account-restored = { $name } dikembalikan.
hidden-account = Klien ini dihapus pada { $day } dan dapat dikembalikan sampai { $until }.
restore-account = Kembalikan klien
note-label = Catatan
note-write = Tulis catatan
timeline-title = Riwayat
timeline-none = Belum ada yang terjadi.
timeline-older = Yang lebih lama
tasks-title = Langkah berikutnya
tasks-none = Belum ada.
task-new = Langkah baru
task-label = Apa yang akan dilakukan
task-add = Catat langkah
task-finish = Selesai
task-finish-named = Selesai: { $text }
due-label = Tenggat
due = Tenggat { $day }
due-late = Lewat tenggat { $day }
contacts-title = Kontak
contact-new = Kontak baru
contact-edit = Ubah kontak
contacts-none = Belum ada kontak. Catat orang yang Anda temui di sini.
contact-find = Cari di antara kontak yang sudah ada
contact-found-none = Tidak ada kontak dengan nama itu. Tulis kontak baru di bawah.
contact-link = Pakai kontak ini
call-named = Telepon { $name }
whatsapp-named = WhatsApp ke { $name }
person-name = Nama
role-label = Jabatan
role-help = Misalnya Pemilik atau Bagian pembelian.
left-label = Tidak di sini lagi sejak
left-help = Kosongkan jika masih bekerja di sini.
left-on = Tidak di sini lagi sejak { $day }

# Tempat.
place-title = Tempat
place-lead = Check-in dibandingkan dengan titik ini.
place-unknown = Belum diketahui. Check-in pertama mengusulkannya.
place-proposed = Diusulkan
place-confirmed = Pasti
place-moved = Tampaknya pindah
place-move-asks = Beberapa check-in terakhir berada { $distance } m dari sini. Apakah klien pindah?
place-agree = Ya, pindah
place-decline = Tidak
metres = radius { $radius } m
point-label = Koordinat
point-help = Lintang lalu bujur. Tempel dari peta: -6.2441, 106.7991
radius-label = Radius (meter)
radius-help = Sedekat ini dihitung sudah di tempat.

# Alamat.
addresses-title = Alamat
addresses-none = Belum ada alamat.
address-new = Alamat baru
address-edit = Ubah alamat
address-remove = Hapus alamat
address-remove-confirm = Alamat ini hilang dari klien.
address-main = Utama
address-billing = Penagihan
address-delivery = Pengiriman
address-other = Lainnya
label-label = Untuk
street-label = Jalan dan nomor
city-label = Kota
province-label = Provinsi
postcode-label = Kode pos
country-label = Negara

children-title = Anak perusahaan

# Pencarian.
search-title = Cari
search-action = Cari
search-help = Tulis nama klien atau kontak, isi catatan, nomor telepon, atau nomor pajak. Salah ketik sedikit tidak apa-apa.
search-none = Tidak ada yang cocok dengan “{ $words }”
search-none-help = Periksa ejaannya, atau cari sebagian namanya saja.
search-more = Semua klien yang cocok

# Riwayat.
by-system = Sistem
told-opened = Klien dicatat
told-changed = Data klien berubah
told-change = { $field } dari { $before } menjadi { $after }
told-nothing = kosong
told-hidden = Klien dihapus
told-restored = Klien dikembalikan
told-address-added = Alamat baru: { $address }
told-address-changed = Alamat menjadi { $address }
told-address-removed = Alamat dihapus: { $address }
told-contact-added = Kontak baru: { $name }
told-contact-changed = Data kontak { $name } berubah
told-contact-left = { $name } tidak bekerja di sini lagi
told-contact-returned = { $name } kembali bekerja di sini
told-noted = Catatan
told-task-added = Langkah berikutnya: { $text }
told-task-done = Selesai: { $text }
told-place-proposed = Check-in pertama mengusulkan tempatnya
told-place-confirmed = Tempatnya pasti setelah { $count } check-in sepakat
told-place-move-proposed = { $count } check-in berturut-turut berada { $distance } m dari tempatnya
told-place-set = Tempat ditulis, radius { $radius } m
told-place-move-agreed = Pindah tempat disetujui
told-place-move-declined = Pindah tempat ditolak

# Nomor pajak.
refused-no-tax-number = Ini bukan NPWP, NIK, atau NITKU. Tulis 15, 16, atau 22 angka, misalnya 01.312.166.0-091.000.
tax-number-label = NPWP atau NIK
tax-number-help = 15 angka lama, 16 angka, atau NITKU 22 angka untuk satu tempat usaha.

# Kembar.
refused-with-itself = Sebuah klien tidak dapat digabungkan dengan dirinya sendiri. Pilih klien lain.
refused-parent-and-child = Yang satu adalah induk dari yang lain. Lepaskan dulu hubungan induknya jika keduanya memang satu.
refused-not-merged = Penggabungan ini sudah dibatalkan.
refused-later-merge = Klien ini kemudian digabungkan lagi ke klien lain. Batalkan dulu penggabungan yang terakhir.
refused-part-of-another = Klien ini sudah menjadi bagian dari klien lain. Batalkan penggabungannya untuk memisahkannya.
refused-looks-like = Mirip dengan { $names }. Buka yang sudah ada, atau catat sebagai klien baru jika memang berbeda.
looks-like-title = Klien ini mungkin sudah ada
open-anyway = Tetap catat sebagai klien baru
unseen-account = klien yang tidak dapat Anda lihat
like-tax-number = nomor pajak sama
like-phone = telepon sama
like-email = email sama
like-website = situs sama
like-name = nama sama
like-form-missing = nama sama, hanya salah satu menyebut badan usahanya
like-other-form = nama sama, badan usaha berbeda
like-word-order = kata-kata yang sama dalam urutan lain
like-names-alike = nama mirip
like-street = alamat sama
like-near = jaraknya { $metres } m
like-far = jaraknya { $km } km
apart-parent = Yang satu adalah induk dari yang lain.
apart-branches = Satu wajib pajak dengan dua tempat usaha (NITKU berbeda): biasanya dua cabang.
apart-tax-number = Nomor pajaknya berbeda: biasanya dua badan usaha.
likeness-score = Kemiripan { $score } dari 100
duplicates-find = Cari klien kembar
duplicates-title = Klien kembar
duplicates-lead = Pasangan yang mungkin satu klien. Gabungkan, atau katakan bahwa keduanya memang berbeda.
duplicates-none = Tidak ada pasangan yang menunggu
duplicates-none-help = Periksa semua klien setelah impor, atau sesekali saja.
duplicate-dismiss = Bukan kembar
duplicate-dismissed = Diingat: keduanya berbeda.
scan-begin = Periksa semua klien
scan-begun = Pemeriksaan dimulai.
scan-running = Sedang memeriksa: { $done } dari { $steps }
scan-label = Kemajuan pemeriksaan
scan-look-again = Lihat kemajuannya
scan-last = Terakhir diperiksa { $moment }
merge-look = Bandingkan dan gabungkan
merge-with = Gabungkan dengan klien lain
merge-title = Gabungkan dua klien
merge-lead = Keduanya menjadi satu, dan dapat dipisahkan lagi.
merge-pick = Pilih klien yang menjadi bagian dari klien ini.
merge-stays = Tetap ada
merge-goes = Menjadi bagian darinya
merge-swap = Tukar: yang kanan yang tetap ada
merge-choose = Data ini berbeda. Pilih yang benar:
merge-no-choices = Tidak ada data yang bertentangan.
merge-all-stays = Kontak, alamat, catatan, langkah, kunjungan, dan peluang dari keduanya ikut semua.
merge-action = Gabungkan
merge-done = { $name } sekarang bagian dari klien ini.
merged-notice = { $name } digabungkan ke sini pada { $day } oleh { $who }.
merge-undo = Batalkan penggabungan
merge-undo-confirm = { $name } menjadi klien tersendiri lagi, dengan semua yang dulu miliknya.
merge-undone = Keduanya terpisah lagi.
merge-made-since = { $count ->
   *[other] { $count } catatan yang dibuat setelah penggabungan tetap di klien yang satunya.
 }
merge-changed-since = { $count ->
   *[other] { $count } data yang sudah diubah orang sejak itu dibiarkan.
 }
notes-title = Catatan
told-merged = { $name } digabungkan ke klien ini
told-merge-undone = Penggabungan dengan { $name } dibatalkan
told-scan-begun = Pemeriksaan klien kembar dimulai
told-scan-finished = { $found ->
   *[other] Pemeriksaan klien kembar selesai: { $found } pasangan
 }
told-duplicate-dismissed = Dinyatakan bukan kembar

# Label.
tags-label = Label
tags-help = Pisahkan dengan koma. Label yang belum ada dibuat sendiri.
tags-known = Sudah dipakai:
any-tag = Semua label
refused-too-many-tags = Terlalu banyak label. Paling banyak { $count }.

# Tim klien.
team-of-account = Tim klien
team-lead = Siapa saja yang menggarap klien ini dan berapa bagiannya. Anggota tim melihat dan mengerjakan klien ini seperti pemiliknya.
team-now = Sekarang
member-new = Tambah anggota
member-add = Tambahkan ke tim
member-remove = Keluarkan
member-remove-named = Keluarkan { $name }
member-remove-confirm = { $name } langsung tidak dapat melihat klien ini lagi lewat tim.
member-role-label = Peran
member-co-owner = Pemilik bersama
member-specialist = Spesialis produk
member-support = Pendukung
member-sponsor = Sponsor
share-kind-label = Bagian dari
share-kind-help = Pendapatan dihitung sekali, jadi bagian pemilik berkurang. Tambahan dihitung di luar itu.
share-revenue = pendapatan
share-overlay = tambahan
share-label = Bagian (persen)
share-help = Misalnya 20 atau 12,5. Pemilik sekarang mendapat { $left }% pendapatan. Kosongkan jika tidak berbagi.
share-of = { $share }% { $kind }
shares-too-much = Bagian yang dibagi lebih dari 100%. Kurangi salah satunya.
refused-owner-on-team = Orang ini pemilik klien, jadi bagiannya adalah sisa dari yang lain. Pilih orang lain.
refused-no-share = Tulis bagian antara 0 dan 100 persen, paling banyak dua angka di belakang koma.
refused-shares-too-large = Bagian semua orang lebih dari 100 persen. Kurangi bagian ini atau bagian orang lain.
refused-team-too-large = Tim sudah penuh: paling banyak { $count } orang.
refused-unknown-colleague = Orang ini tidak bekerja di sini atau tidak menangani klien. Pilih orang lain.
told-member-added = { $name } masuk tim: { $part }
told-member-changed = Bagian { $name } menjadi { $part }
told-member-removed = { $name } keluar dari tim

# Pembayaran.
payment-title = Pembayaran
payment-lead = Kapan dan dengan cara apa klien ini membayar.
payment-term-label = Termin pembayaran
payment-term-help = Kosongkan untuk memakai termin yang lazim.
payment-method-label = Cara bayar
method-transfer = Transfer bank
method-virtual-account = Virtual account
method-qris = QRIS
method-giro = Giro
method-card = Kartu
method-cash = Tunai
term-usual = { $label } (lazim)
refused-unknown-term = Termin ini tidak ditawarkan. Pilih dari daftar.

# Pengaturan klien.
settings-title = Klien
settings-lead = Apa yang dicatat tentang klien dan pilihan yang ditawarkan.
terms-title = Termin pembayaran
terms-lead = Termin yang lazim berlaku untuk klien tanpa termin sendiri.
term-kind-label = Cara menghitung
term-net = Hari sejak faktur
term-month-end = Akhir bulan setelah sekian hari
term-prepaid = Di muka
term-on-delivery = Saat diterima
term-days-label = Jumlah hari
term-is-usual = Lazim
term-make-usual = Jadikan lazim
term-add = Tambah termin
not-offered = Tidak ditawarkan lagi
days-unit = hari
label-in-indonesian = Nama dalam bahasa Indonesia
label-in-english = Nama dalam bahasa Inggris
told-term-kept = Termin pembayaran: { $label }
refused-no-days = Tulis jumlah hari antara 0 dan 365.
refused-no-label = Tulis namanya, paling banyak { $count } huruf.
refused-too-many-terms = Daftar termin sudah penuh: paling banyak { $count }.
refused-usual-term = Termin yang lazim selalu ditawarkan. Jadikan termin lain lazim dulu.

# Rekening bank.
banks-title = Rekening bank
banks-lead = Setiap perubahan diputuskan orang kedua. Sampai saat itu, rekening lama tetap berlaku.
banks-waiting = Menunggu keputusan
banks-in-force = Yang berlaku
banks-none = Belum ada rekening.
banks-decided = Sudah diputuskan
bank-new = Usulkan rekening baru
bank-label = Bank
bank-number-label = Nomor rekening
bank-holder-label = Atas nama
bank-reason-label = Dari mana Anda tahu
bank-reason-help = Misalnya surat bermeterai tanggal 3 Maret, sudah dikonfirmasi lewat telepon kantor.
bank-ask = Usulkan
bank-ask-change = Usulkan perubahan
bank-ask-remove = Usulkan penghapusan
bank-proposed = Usulan dikirim. Orang lain yang memutuskan.
bank-since = berlaku sejak { $day }
bank-before = Sekarang
bank-after = Menjadi
bank-nothing = tidak ada
bank-change-add = Rekening baru
bank-change-replace = Ganti rekening
bank-change-remove = Hapus rekening
bank-change-waiting = Menunggu
bank-change-accepted = Diterima
bank-change-refused = Ditolak
bank-change-withdrawn = Ditarik kembali
bank-asked-by = Diusulkan { $who }, { $moment }
bank-decided-by = Diputuskan { $who }, { $moment }
bank-accept = Terima
bank-refuse = Tolak
bank-why = Alasan
bank-why-when = wajib jika menolak
bank-withdraw = Tarik usulan
bank-waits-for-another = Anda yang mengusulkan, jadi orang lain yang memutuskan.
bank-accepted = Perubahan berlaku sekarang.
bank-refused = Usulan ditolak. Rekening lama tetap berlaku.
bank-withdrawn = Usulan ditarik kembali.
bank-look = Lihat dan putuskan
bank-waiting-count = { $count } menunggu
bank-changes-title = Perubahan rekening
bank-changes-lead = Periksa lewat jalur yang sudah Anda kenal, bukan nomor yang tertulis di usulan.
bank-changes-none = Tidak ada yang menunggu
bank-changes-none-help = Usulan perubahan rekening klien muncul di sini.
bank-changes-wait = { $count } perubahan rekening klien menunggu keputusan Anda
refused-no-bank = Tulis nama banknya.
refused-no-bank-number = Ini bukan nomor rekening. Tulis angkanya saja, misalnya 0123456789.
refused-no-holder = Tulis nama pemilik rekening.
refused-no-reason = Tulis alasannya, paling banyak { $count } huruf.
refused-bank-known = Rekening ini sudah tercatat di klien ini.
refused-same-bank = Tidak ada yang berubah. Tulis bank, nomor, atau nama yang baru.
refused-bank-change-waits = Sudah ada usulan untuk rekening ini. Tunggu keputusannya atau minta ditarik dulu.
refused-own-proposal = Usulan ini dari Anda sendiri. Orang lain yang memutuskan.
refused-bank-decided = Usulan ini sudah diputuskan.
told-bank-proposed = Perubahan rekening diusulkan: dari { $before } menjadi { $after }
told-bank-accepted = Rekening berubah dari { $before } menjadi { $after }
told-bank-refused = Perubahan rekening ditolak: { $why }
told-bank-withdrawn = Usulan perubahan rekening ditarik kembali
mail-bank-subject = Perubahan rekening klien
mail-bank-waits = Perubahan rekening { $name } menunggu keputusan Anda: { $link }
mail-bank-accepted = Usulan Anda untuk rekening { $name } diterima: { $link }
mail-bank-refused = Usulan Anda untuk rekening { $name } ditolak. Alasannya ada di sini: { $link }
