# Orang.
people-title = Orang
people-search = Cari nama atau telepon
people-count = { $count ->
   *[other] { $count } orang
 }
people-none-title = Tidak ada yang cocok
people-none = Coba kata lain, atau longgarkan saringannya.
person-add = Tambah orang
person-name = Nama
person-roles = Peran
person-team = Tim
person-phone = Telepon
person-status = Status
filter-team = Semua tim
filter-role = Semua peran
filter-status = Semua status
filter-apply = Terapkan
filter-clear = Tampilkan semua

# Peran.
role-administrator = Administrator
role-administrator-help = Mengatur perusahaan, peran, dan semua data klien.
role-hr = HRD
role-hr-help = Mengurus orang, tim, dan kehadiran.
role-finance = Keuangan
role-finance-help = Melihat klien, peluang, dan laporan seluruh perusahaan.
role-manager = Manajer
role-manager-help = Bertanggung jawab atas tim yang dikelolanya dan semua tim di bawahnya.
role-team-lead = Ketua tim
role-team-lead-help = Memimpin satu tim dan ikut bekerja di dalamnya.
role-account-executive = Account executive
role-account-executive-help = Merawat klien miliknya sendiri.
role-sales-representative = Tenaga penjualan
role-sales-representative-help = Mencari dan memenangkan klien baru.
role-support = Tim pendukung
role-support-help = Membantu menjawab permintaan klien.

# Status.
status-active = Aktif
status-invited = Diundang
status-not-invited = Belum diundang
status-suspended = Ditangguhkan
status-left = Sudah keluar

# Tim.
teams-title = Tim
teams-none-title = Belum ada tim
teams-none = Tim menentukan siapa bertanggung jawab atas siapa. Buka tim pertama, lalu beri seorang manajer.
team-open = Buka tim
team-open-lead = Manajer tim melihat pekerjaan orang-orang di tim ini dan di semua tim di bawahnya.
team-name = Nama tim
team-parent = Di bawah tim
team-parent-help = Kosongkan jika tim ini paling atas.
team-manager = Manajer
team-manager-help = Ia bertanggung jawab atas tim ini dan tim di bawahnya.
team-managed-by = Dikelola { $manager }
team-unmanaged = Belum ada manajer
team-people = { $count ->
   *[other] { $count } orang
 }
team-opened = Tim { $name } dibuka.
team-changed = Tim { $name } disimpan.
save = Simpan
cancel = Batal

# Pengaturan.
settings-title = Pengaturan
settings-lead = Berlaku untuk semua orang di perusahaan, mulai dari kejadian berikutnya.
settings-saved = Pengaturan disimpan.
settings-place = Lokasi
settings-day = Hari kerja
settings-photos = Foto
company-name = Nama perusahaan
company-zone = Zona waktu
company-zone-help = Jam perusahaan: hari dimulai dan berakhir menurut zona ini.
company-country = Negara
company-country-help = Negara klien baru, kecuali diisi lain.
company-currency = Mata uang
company-currency-help = Dipakai untuk harga dan peluang baru.
company-lang = Bahasa surat
company-lang-help = Untuk surat kepada orang baru; di layar setiap orang memilih sendiri.
setting-radius = Jarak yang dianggap di lokasi (meter)
setting-radius-help = Untuk klien tanpa radius sendiri. Naikkan untuk daerah terbuka.
setting-good-accuracy = Ketelitian yang baik (meter)
setting-good-accuracy-help = Posisi seteliti ini diterima tanpa catatan.
setting-usable-accuracy = Ketelitian yang masih terpakai (meter)
setting-usable-accuracy-help = Posisi yang lebih kasar dari ini tidak dapat memastikan lokasi.
setting-fastest = Kecepatan yang masih wajar (km/jam)
setting-fastest-help = Perpindahan yang lebih cepat ditandai untuk diperiksa.
setting-opens-day = Kunjungan membuka dan menutup hari
setting-opens-day-help = Check-in pertama yang terbukti membuka hari kerja, check-out terakhir menutupnya.
setting-standard = Hari kerja tanpa jam kerja (menit)
setting-standard-help = Panjang hari kerja bila tidak ada jam kerja yang berlaku: 480 menit adalah delapan jam.
setting-tolerance = Menunggu absen pulang (menit)
setting-tolerance-help = Selama ini absen pulang yang belum ada masih ditunggu sesudah jam kerja dan rentangnya lewat; kemudian hari ditutup otomatis. Berlaku mulai hari ini.
setting-silent = Dianggap diam setelah (menit)
setting-silent-help = Di papan tim, orang yang sedang bekerja tanpa kabar selama ini disebut diam.
setting-unvisited = Klien dianggap lama tak dikunjungi setelah (hari)
setting-unvisited-help = Klien seperti ini disebut di laporan dan di halaman manajer.
setting-photo-check-in = Foto saat check-in
setting-photo-clock-in = Foto saat mulai kerja
setting-photo-max = Sisi terpanjang foto (piksel)
setting-photo-max-help = Foto dikecilkan di ponsel sebelum dikirim. Turunkan jika kuota mahal.
photo-off = Tidak diminta
photo-optional = Boleh
photo-required = Wajib

# Jejak audit.
audit-title = Jejak audit
audit-lead = Siapa melakukan apa, kapan, dan dari mana. Tidak ada yang dapat diubah atau dihapus.
audit-who = Siapa
audit-anybody = Semua orang
audit-name = Nama kejadian
audit-day = Hari
audit-what = Apa
audit-changes = Perubahan
audit-when = Kapan, dari mana
audit-change = dari { $before } menjadi { $after }
audit-none-title = Tidak ada kejadian
audit-none = Tidak ada yang cocok dengan saringan ini.
audit-by-token = { $name } lewat program
audit-by-system = Sistem
audit-by-nobody = Sebelum masuk

# Kejadian.
told-company-founded = { $name } didirikan
told-settled = Pengaturan perusahaan diubah
told-hired = { $name } ditambahkan
told-person-changed = Data orang diubah
told-suspended = Akses ditangguhkan
told-left = Dicatat sudah keluar
told-let-back = Akses dibuka kembali
told-team-opened = Tim { $name } dibuka
told-team-changed = Tim diubah

# Daftar orang sebagai berkas.
export-name = orang
export-id = ID Jembatan
told-exported = mengunduh daftar orang

# Penolakan.
refused-no-name = Tulis nama lengkapnya.
refused-no-email = Ini bukan alamat email yang dapat dikirimi.
refused-email-taken = Alamat ini sudah dipakai orang lain di perusahaan ini.
refused-no-role = Pilih setidaknya satu peran.
refused-role-not-yours = Peran ini hanya dapat diberikan administrator. Pilih peran lain, atau minta administrator.
refused-own-standing = Anda tidak dapat mengubah status Anda sendiri. Minta administrator lain.
refused-no-phone = Ini bukan nomor telepon. Tulis seperti 0812 3456 7890.
refused-unknown-team = Tim ini tidak ada.
refused-last-administrator = Ini administrator terakhir. Angkat administrator lain lebih dulu.
refused-no-team-name = Tulis nama tim.
refused-team-name-taken = Sudah ada tim dengan nama ini.
refused-team-below-itself = Sebuah tim tidak dapat berada di bawah dirinya sendiri.
refused-unknown-manager = Orang ini tidak bekerja di perusahaan ini.
refused-slug = Nama pendek ini sudah dipakai, atau memuat selain huruf kecil, angka, dan tanda hubung.
refused-no-company-name = Tulis nama perusahaan.
refused-unknown-zone = Zona waktu ini tidak dikenal.
refused-unknown-currency = Mata uang ini tidak dikenal. Pilih salah satu dari daftar.
refused-out-of-bounds = Tulis angka dari { $least } sampai { $most }.
refused-good-above-usable = Ketelitian yang baik tidak boleh lebih besar daripada yang masih terpakai.
refused-unknown-word = Pilih salah satu dari daftar.

# Untuk Anda.
notices-title = Untuk Anda
notices-none = Belum ada
notices-none-help = Di sini muncul pengingat, tugas yang diberikan kepada Anda, dan catatan yang menyebut nama Anda.
notices-read-all = Tandai semua sudah dibaca
notice-new = Baru
notices-older = Yang lebih lama
