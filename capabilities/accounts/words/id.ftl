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
by-system = Sistem
refused-stale = { $by } mengubahnya sejak Anda membukanya. Isian Anda masih ada di sini; periksa keadaan terbarunya, lalu simpan lagi untuk memakai isian Anda.
refused-stale-what = { $by } mengubahnya sejak Anda membukanya ({ $what }). Isian Anda masih ada di sini, dan sisanya sudah yang terbaru; simpan lagi untuk memakai isian Anda.
refused-many-parents = Ada beberapa klien dengan nama itu. Buka klien yang Anda maksud, lalu tempel alamat halamannya di sini.
refused-below-itself = Sebuah klien tidak dapat menjadi induk dari dirinya sendiri.
refused-exists = Klien ini sudah ada.
refused-too-late = Sudah lewat { $count } hari, jadi klien ini tidak dapat dikembalikan.
refused-no-street = Tulis jalan dan nomornya, atau setidaknya kota atau negaranya.
refused-no-point = Tulis lintang dan bujur, misalnya -6.2441, 106.7991.
refused-no-radius = Tulis jarak antara 20 dan 5.000 meter.
refused-no-move = Tidak ada usulan pindah yang menunggu keputusan.
refused-already-there = Kontak ini sudah ada di klien ini.
refused-no-text = Tulis catatannya.
refused-no-day = Ini bukan tanggal antara tahun 1000 dan 2999. Contoh: 2026-03-04.

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
accounts-counted = { $count ->
   *[other] { $count } klien
 }
all-that-fit = Semua yang cocok ({ $count })
filter-words = Nama, kontak, atau telepon
any-status = Semua status
any-tier = Semua tingkat
any-owner = Semua AE
any-team = Semua tim
any-visit = Kunjungan kapan saja
unvisited = Tidak dikunjungi { $count } hari
unvisited-label = Lama tidak dikunjungi
sort-name = Menurut nama
sort-newest = Terakhir berubah
sort-last-visit = Paling lama tidak dikunjungi
account-name = Nama klien
tier = Tingkat { $tier }
tier-label = Tingkat
tier-help = A untuk klien yang paling bernilai.
status-label = Status
status-prospect = Calon klien
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
parent-far-help = Klien ini punya induk yang tidak dapat Anda lihat. Biarkan kosong agar induknya tetap; isi hanya jika induknya berganti.
told-parent-unnamed = klien yang tidak dapat Anda lihat
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
contacts-title = Kontak
contacts-filter = Nama, telepon, atau email
any-channel = Semua saluran
any-consent = Semua persetujuan
contact-left-badge = sudah keluar
contacts-counted = { $count ->
   *[other] { $count } kontak
 }
contacts-none-yet = Belum ada kontak
contacts-first-step = Orang yang Anda temui di klien dicatat di halaman klien itu, atau masuk dari berkas.
contacts-import = Impor kontak
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
contacts-there = Kontak yang ada
contact-status-label = Keadaan
contact-looks-like-title = Orang ini mungkin sudah menjadi kontak
contact-anyway = Tetap catat sebagai kontak baru
contact-endings = Jika ada yang berakhir dengan kontak ini
contact-end-left = Sudah keluar dari perusahaan
contact-end-left-help = Pernah bekerja di sini dan sekarang tidak lagi. Namanya tetap ada dalam riwayat klien, dan tidak ada yang diminta meneleponnya.
contact-end-left-action = Tulis sejak kapan
contact-end-taken-off = Tidak pernah di klien ini
contact-end-taken-off-help = Dikeluarkan dari { $account } dan tetap ada di klien lainnya. Jika tidak ada di klien lain, kontaknya dihapus.
contact-take-off = Keluarkan dari klien ini
contact-take-off-confirm = { $name } dikeluarkan dari { $account }, bukan dari klien lainnya. Anda dapat memasukkannya lagi selama 30 hari.
contact-taken-off = { $name } dikeluarkan dari klien ini.
contact-put-back = { $name } ada lagi di klien ini.
contact-end-twin = Tercatat dua kali
contact-end-twin-help = Dua kontak menjadi satu, dengan semua milik keduanya, dan dapat dipisahkan lagi.
contact-merge-with = Gabungkan dengan kontak lain
contact-end-deleted = Tidak perlu disimpan sama sekali
contact-end-deleted-help = Hilang dari semua klien, semua daftar, pencarian, dan ulang tahun. Anda dapat mengembalikannya selama 30 hari.
contact-delete = Hapus kontak
contact-delete-confirm = { $name } hilang dari semua klien dan semua daftar. Anda dapat mengembalikannya selama 30 hari.
contact-deleted = { $name } dihapus.
contact-restored = { $name } sudah kembali.
contact-restore = Kembalikan kontak
hidden-contact = Kontak ini dihapus pada { $day } dan dapat dikembalikan sampai { $until }.

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
search-help = Tulis nama klien, kontak, atau peluang, isi catatan, nomor telepon, nomor pajak, atau nomor faktur, nota kredit, atau pembayaran (lengkap, awalnya saja, atau angka terakhirnya). Salah ketik sedikit tidak apa-apa.
search-none = Tidak ada yang cocok dengan “{ $words }”
search-none-help = Periksa ejaannya, atau cari sebagian namanya saja.
search-more = Semua klien yang cocok

# Riwayat.
told-opened = Klien dicatat
told-changed = Data klien berubah
told-change = { $field } dari { $before } menjadi { $after }
told-nothing = kosong
told-hidden = Klien dihapus
told-word-offered = { $name } kini ditawarkan
told-word-removed = { $name } tidak ditawarkan lagi
told-restored = Klien dikembalikan
told-address-added = Alamat baru: { $address }
told-address-changed = Alamat menjadi { $address }
told-address-removed = Alamat dihapus: { $address }
told-contact-added = Kontak baru: { $name }
told-contact-changed = Data kontak { $name } berubah
told-contact-left = { $name } tidak bekerja di sini lagi
told-contact-returned = { $name } kembali bekerja di sini
told-contact-hidden = Kontak dihapus: { $name }
told-contact-restored = Kontak dikembalikan: { $name }
told-contact-taken-off = { $name } dikeluarkan dari klien ini
told-contact-put-back = { $name } dimasukkan lagi ke klien ini
told-contact-merged = Kontak { $other } digabungkan ke { $name }
told-contact-merge-undone = Penggabungan { $other } ke { $name } dibatalkan
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
refused-contact-with-itself = Seorang kontak tidak dapat digabungkan dengan dirinya sendiri. Pilih kontak lain.
refused-contact-too-late = Sudah lewat { $count } hari, jadi kontak ini tidak dapat dikembalikan.
refused-contact-part-of-another = Kontak ini sudah menjadi bagian dari kontak lain. Batalkan penggabungannya untuk memisahkannya.
refused-contact-later-merge = Kontak ini kemudian digabungkan lagi ke kontak lain. Batalkan dulu penggabungan yang terakhir.
refused-nothing-taken-off = Tidak ada yang dapat dimasukkan lagi: orang ini tidak dikeluarkan dalam beberapa hari terakhir, atau sudah dihapus.
refused-contact-looks-like = Mirip dengan { $names }. Pakai kontak yang sudah ada, atau tetap catat jika memang orang lain.
refused-looks-like = Mirip dengan { $names }. Buka yang sudah ada, atau catat sebagai klien baru jika memang berbeda.
looks-like-title = Klien ini mungkin sudah ada
open-anyway = Tetap catat sebagai klien baru
like-tax-number = nomor pajak sama
like-phone = telepon sama
like-email = email sama
like-website = situs sama
like-name = nama sama
like-shared-phone = telepon kantor yang sama
like-shared-email = email bersama yang sama
like-external-key = kode sama di sistem asal
like-spelt-otherwise = nama sama, ejaan berbeda
like-part-of-name = nama yang satu adalah awal nama yang lain
like-at-one-client = di klien yang sama
like-birthday = tanggal lahir sama
unlike-name = nama berbeda
unlike-family-name = hanya nama belakangnya sama
unlike-generation = salah satunya junior atau senior
unlike-birthday = tanggal lahir berbeda
unlike-ways = nomor telepon dan email berbeda
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
handovers-link = Serah terima
move-link = Pindahkan klien
duplicates-title = Klien kembar
duplicates-lead = Pasangan yang mungkin satu klien. Gabungkan, atau katakan bahwa keduanya memang berbeda.
contact-duplicates-find = Cari kontak kembar
contact-duplicates-title = Kontak kembar
contact-duplicates-lead = Pasangan yang mungkin satu orang. Gabungkan, atau katakan bahwa keduanya memang berbeda.
duplicates-tabs = Jenis pasangan
duplicates-states = Pasangan yang mana
duplicates-waiting = Menunggu
duplicates-two = Dinyatakan berbeda
duplicates-none = Tidak ada pasangan yang menunggu
duplicates-none-help = Data dari impor diperiksa secara otomatis. Sesekali ketua tim atau manajer dapat memeriksa semuanya lagi.
duplicates-none-two = Belum ada pasangan yang dinyatakan berbeda
duplicates-none-two-help = Pasangan yang ditandai “Bukan kembar” ada di sini, dan dapat ditanyakan lagi.
duplicate-dismiss = Bukan kembar
duplicate-dismissed = Diingat: keduanya berbeda.
duplicate-said-by = { $who } menyatakan keduanya berbeda pada { $day }.
duplicate-said = Dinyatakan berbeda pada { $day }.
duplicate-reopen = Tanyakan lagi
duplicate-reopened = Pasangan ini menunggu lagi.
duplicate-not-yours = Anda dapat melihat pasangan ini, tetapi tidak berhak memutuskannya. Yang berhak adalah yang mengurus keduanya.
scan-begin = Periksa semua klien dan kontak
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
merge-all-stays = Kontak, alamat, catatan, tugas, kunjungan, dan peluang dari keduanya ikut semua.
merge-action = Gabungkan
merge-done = { $name } sekarang bagian dari klien ini.
merged-notice = { $name } digabungkan ke sini pada { $day } oleh { $who }.
merge-undo = Batalkan penggabungan
merge-undo-confirm = { $name } menjadi klien tersendiri lagi, dengan semua yang dulu miliknya.
merge-undone = Keduanya terpisah lagi.
merge-contact-title = Gabungkan dua kontak
merge-contact-pick = Pilih kontak yang menjadi bagian dari kontak ini.
merge-contact-consent = Tentang penawaran, yang lebih ketat yang berlaku: { $consent }, sejak { $day }.
merge-contact-all-stays = Klien, catatan, peluang, dan data tambahan dari keduanya ikut semua. Yang belum diketahui tentang kontak yang tetap ada diambil dari yang satunya.
merge-contact-done = { $name } sekarang bagian dari kontak ini.
merged-contact-notice = { $name } digabungkan ke kontak ini pada { $day } oleh { $who }.
merge-contact-undo-confirm = { $name } menjadi kontak tersendiri lagi, dengan semua yang dulu miliknya.
merge-made-since = { $count ->
   *[other] { $count } catatan yang dibuat setelah penggabungan tetap di klien yang satunya.
 }
merge-changed-since = { $count ->
   *[other] { $count } data yang sudah diubah orang sejak itu dibiarkan.
 }
told-merged = { $name } digabungkan ke klien ini
told-merge-undone = Penggabungan dengan { $name } dibatalkan
told-scan-begun = Pemeriksaan klien dan kontak kembar dimulai
told-scan-finished = { $found ->
   *[other] Pemeriksaan klien dan kontak kembar selesai: { $found } pasangan
 }
told-duplicate-dismissed = Dinyatakan berbeda
told-duplicate-reopened = Tidak lagi dinyatakan berbeda
told-contacts-two = { $name } dan { $other } dinyatakan dua orang yang berbeda
told-contacts-asked-again = { $name } dan { $other } tidak lagi dinyatakan dua orang yang berbeda

# Daftar sebagai berkas.
export-name = klien
export-contacts-name = kontak
export-contacts = Unduh kontaknya
export-currency = Mata uang
export-since = Dicatat sejak
changed-label = Terakhir berubah
export-id = ID Jembatan
export-address-country = Negara pada alamat
export-external-id = Kode di sistem asal
export-consent-on = Persetujuan sejak
export-consent-note = Persetujuan diketahui dari
told-exported = mengunduh daftar klien
told-contacts-exported = mengunduh daftar kontak

# Bahasa dokumen.
document-language-label = Bahasa dokumen
document-language-help = Bahasa rekening dan dokumen lain untuk klien ini. Kosong: bahasa perusahaan.
language-id = Bahasa Indonesia
language-en = Inggris

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

# Isian sendiri.
fields-of-accounts = Isian klien
fields-of-contacts = Isian kontak
fields-none = Belum ada isian sendiri.
field-new = Isian baru
field-edit = Ubah isian
field-record-label = Untuk
field-kind-label = Jenis
field-kind-help = Jenis tidak dapat diubah setelah disimpan.
field-help-in-indonesian = Petunjuk dalam bahasa Indonesia
field-help-in-english = Petunjuk dalam bahasa Inggris
field-choices-label = Pilihan baru
field-choices-help = Satu pilihan per baris, untuk jenis pilihan. Nama Inggris boleh ditulis setelah garis tegak: Jawa | Java
field-required = Wajib diisi
field-in-list = Tampil di daftar
field-seen-by = Siapa yang melihat
field-kept-by = Siapa yang mengubah
field-remove = Hapus isian ini
field-remove-help = Isian hilang dari semua halaman. Nilainya disimpan dan kembali jika isian dipakai lagi.
field-removed = Dihapus
field-is-text = Teks
field-is-number = Angka
field-is-money = Uang
field-is-date = Tanggal
field-is-yes-no = Ya atau tidak
field-is-choice = Satu pilihan
field-is-choices = Beberapa pilihan
field-is-link = Tautan
field-is-phone = Telepon
field-is-email = Email
circle-everybody = Semua orang
circle-managers = Manajer
circle-finance = Keuangan
circle-administrators = Administrator
custom-yes = Ya
custom-no = Tidak
move-up = Naikkan
move-up-of = Naikkan { $label }
move-down = Turunkan
move-down-of = Turunkan { $label }
refused-custom-missing = Isian ini wajib.
refused-custom-number = Tulis angka, paling banyak empat angka di belakang koma.
refused-custom-unknown = Isian ini tidak ada, atau Anda tidak dapat mengubahnya.
refused-too-many-fields = Isian sudah penuh: paling banyak { $count }. Hapus yang tidak dipakai.
refused-no-choices = Tulis antara 1 dan { $count } pilihan yang berbeda.
refused-kept-unseen = Yang mengubah harus dapat melihat. Pilih kelompok yang sama atau administrator.
told-value-changed = { $label } berubah
told-field-kept = Isian sendiri: { $label }
limit-smallest = Paling kecil
limit-largest = Paling besar
limit-decimals-label = Angka di belakang koma
limit-decimals-help = Tanpa pilihan, paling banyak empat.
limit-decimals-none = Tidak ada: hanya bilangan bulat
limit-decimals-one = Paling banyak satu
limit-decimals-two = Paling banyak dua
limit-decimals-three = Paling banyak tiga
limit-whole = Hanya bilangan bulat.
limit-decimals = Paling banyak { $count } angka di belakang koma.
limit-smallest-amount = Jumlah paling kecil
limit-largest-amount = Jumlah paling besar
limit-amount-help = Dalam mata uang perusahaan, atau dengan kode mata uang lain di belakangnya: 100 USD. Nilai isian lalu harus dalam mata uang yang sama.
limit-shortest = Karakter paling sedikit
limit-longest = Karakter paling banyak
limit-pattern = Cara menulisnya
limit-pattern-help = A berarti huruf, 9 angka, ? karakter apa saja. Yang ada di dalam [ ] boleh tidak ada, satu per satu. Tanda lain ditulis apa adanya, begitu juga tanda setelah \. Contoh: AA-9[999]
limit-hint-in-indonesian = Yang diminta, dalam bahasa Indonesia
limit-hint-in-english = Yang diminta, dalam bahasa Inggris
limit-hint-help = Satu kalimat dengan kata-kata Anda. Kalimat ini tampil di samping isian, dan muncul saat yang ditulis tidak cocok.
limit-earliest = Tanggal paling awal
limit-earliest-in = Atau paling awal, dalam hari dari hari ini
limit-latest = Tanggal paling akhir
limit-latest-in = Atau paling akhir, dalam hari dari hari ini
limit-days-help = 0 adalah hari saat isian ditulis, -30 tiga puluh hari sebelumnya, 30 tiga puluh hari sesudahnya.
limit-allowed = Yang boleh: { $allowed }.
limit-like = Tulis seperti { $example }.
limit-exactly = tepat { $what }
limit-between = { $from } sampai { $to }
limit-from = paling kecil { $from }
limit-to = paling besar { $to }
limit-length = tepat { $count } karakter
limit-lengths = { $from } sampai { $to } karakter
limit-length-from = paling sedikit { $count } karakter
limit-length-to = paling banyak { $count } karakter
limit-day-from = { $from } atau sesudahnya
limit-day-to = { $to } atau sebelumnya
refused-limit-small = Nilai ini terlalu kecil. Yang boleh: { $allowed }.
refused-limit-large = Nilai ini terlalu besar. Yang boleh: { $allowed }.
refused-limit-decimals = Angka di belakang koma terlalu banyak. { $allowed }
refused-limit-short = Teks ini terlalu pendek. Yang boleh: { $allowed }.
refused-limit-long = Teks ini terlalu panjang. Yang boleh: { $allowed }.
refused-limit-early = Tanggal ini terlalu awal. Yang boleh: { $allowed }.
refused-limit-late = Tanggal ini terlalu akhir. Yang boleh: { $allowed }.
refused-limit-currency = Jumlah di isian ini dibandingkan, jadi tulis dalam { $currency }.
refused-limit-pattern = Cara menulisnya belum seperti yang diminta. { $wanted }
refused-limit-unsuitable = Isian jenis ini tidak punya batas seperti itu. Kosongkan batasnya.
refused-limit-turned = Tidak ada nilai di antara kedua batas ini. Ubah salah satunya.
refused-limit-currencies = Tulis kedua batas dalam satu mata uang.
refused-limit-no-decimals = Tulis bilangan bulat antara 0 dan { $count }, atau kosongkan.
refused-limit-length = Tulis bilangan bulat antara 1 dan { $count }.
refused-limit-no-pattern = Pola ini tidak dapat dibaca. Tutup setiap [ dengan ], tulis satu tanda setelah \, sisakan paling sedikit satu tanda di luar [ ], dan pakai paling banyak { $count } tanda.
refused-limit-never-fits = Tidak ada teks yang dapat ditulis begini dengan panjang yang diminta. Ubah pola atau jumlah karakternya.
refused-limit-days = Tulis bilangan bulat, paling banyak { $count } hari sebelum atau sesudahnya.
refused-limit-two-days = Pilih satu: tanggal tetap, atau hari dari hari ini.

# Kartu.
contacts-take = Simpan ke buku telepon

# Tugas.
channel-label = Cara dihubungi
channel-help = Yang paling disukainya.
channel = { $word ->
    [phone] Telepon
    [whatsapp] WhatsApp
    [email] Email
   *[visit] Kunjungan
  }
prefers = { $word ->
    [phone] Lebih suka ditelepon
    [whatsapp] Lebih suka WhatsApp
    [email] Lebih suka email
   *[visit] Lebih suka dikunjungi
  }
birthday-label = Ulang tahun
birthday-help = Misalnya “12 April”; tahunnya boleh kosong.
has-birthday = Ulang tahun { $day }
consent-title = Persetujuan penawaran
consent-label = Apakah setuju dikirimi penawaran?
consent-help = Persetujuan menurut UU Pelindungan Data Pribadi: dapat ditunjukkan dan dicabut kapan saja.
consent = { $word ->
    [given] Setuju
   *[refused] Tidak setuju
  }
consent-on-label = Sejak
consent-on-help = Kosong berarti hari ini.
consent-note-label = Diketahui dari
consent-note-help = Misalnya “formulir pameran, ditandatangani”.
refuses-offers = Tidak mau dikirimi penawaran
refused-no-birthday = Tulis hari dan bulannya, misalnya “12 April” atau “12/04/1988”.
refused-no-consent-day = Pilih hari ini atau hari sebelumnya.
refused-no-way = Isi dulu nomor atau alamat untuk cara ini.
bulk-title = Ubah banyak sekaligus
bulk-lead = Semua klien yang sesuai dengan saringan daftar. Pilih apa yang diubah, lihat dulu akibatnya, lalu ubah.
bulk-lead-chosen = { $count ->
   *[other] { $count } klien yang Anda pilih. Pilih apa yang diubah, lihat dulu akibatnya, lalu ubah.
 }
bulk-change-chosen = Ubah…
bulk-none-chosen = Belum ada klien yang dipilih. Centang dulu barisnya.
bulk-what = Yang diubah
bulk-field = { $word ->
    [status] Status
    [tier] Tier
    [industry] Industri
    [add_tag] Tambah tag
   *[remove_tag] Lepas tag
  }
bulk-tag = Tag
bulk-empty-clears = Kosong berarti dihapus.
bulk-preview = Lihat akibatnya
bulk-will-change = { $count ->
    [one] { $count } klien akan berubah.
   *[other] { $count } klien akan berubah.
  }
bulk-already = { $count ->
    [one] { $count } sudah begitu.
   *[other] { $count } sudah begitu.
  }
bulk-not-yours = { $count ->
    [one] { $count } bukan untuk Anda ubah.
   *[other] { $count } bukan untuk Anda ubah.
  }
bulk-more = dan { $count } lagi
bulk-now = Sekarang
bulk-then = Menjadi
bulk-nothing = (kosong)
bulk-has-tag = ada
bulk-no-tag = tidak ada
bulk-do = { $count ->
    [one] Ubah { $count } klien
   *[other] Ubah { $count } klien
  }
bulk-moved = Jumlahnya berubah sejak Anda melihatnya. Periksa lagi, lalu ubah.
bulk-changed = { $count ->
    [one] { $count } klien diubah.
   *[other] { $count } klien diubah.
  }
bulk-undone = { $count ->
    [one] { $count } klien kembali seperti semula.
   *[other] { $count } klien kembali seperti semula.
  }
bulk-left = { $count ->
    [one] { $count } dibiarkan karena sudah berubah lagi.
   *[other] { $count } dibiarkan karena sudah berubah lagi.
  }
refused-one-tag = Tulis satu tag.
refused-too-many-at-once = Paling banyak { $count } klien sekaligus. Persempit saringannya.
refused-undone-already = Perubahan ini sudah dibatalkan.
told-bulk-changed = { $count ->
    [one] mengubah { $count } klien sekaligus
   *[other] mengubah { $count } klien sekaligus
  }
told-bulk-undone = { $count ->
    [one] membatalkan perubahan pada { $count } klien
   *[other] membatalkan perubahan pada { $count } klien
  }

# Peta klien.
map-of-clients = Peta klien
list-or-map = Daftar atau peta
as-list = Daftar
as-map = Peta
near-label = Urutkan dari
near-button = Urutkan
near-me = Lokasi saya
position-none = Peramban tidak memberi lokasi. Izinkan akses lokasi, atau tempel koordinat dari peta.
map-shown = { $count ->
    [0] Tidak ada klien yang tampil di sini.
   *[other] { $count } klien tampil di sini.
 }
map-left-out = { $count ->
   *[other] { $count } klien lain yang lokasinya diketahui tidak tampil, karena paling banyak { $most }. Persempit dengan penyaring di atas.
 }
map-unplaced = { $count ->
   *[other] { $count } klien belum diketahui lokasinya.
 }
map-help = Geser dengan jari, tetikus, atau tombol panah; + dan - untuk memperbesar dan memperkecil. Semua yang ada di peta juga ada di daftar di bawahnya.
map-closer = Perbesar
map-farther = Perkecil
map-all = Tampilkan semua
map-several = { $count } klien di sini
map-not-set = Peta belum disiapkan di server ini, jadi klien ditampilkan menurut kota atau jarak.
map-how-to-set = Administrator server mengisi alamat ubin peta, tiles_url, di jembatan.toml. Tanpa itu tidak ada pihak lain yang dihubungi.
map-nobody = Belum ada klien yang lokasinya diketahui
map-nobody-help = Isi lokasi di halaman klien, atau biarkan check-in yang mempelajarinya.
by-distance = Dari yang terdekat
no-city = Tanpa kota
city-with = { $city } ({ $count })
unplaced-title = Belum diketahui lokasinya
unplaced-help = Lokasi juga dipelajari dari check-in.
place-add = Isi lokasi
