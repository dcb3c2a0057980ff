# Masuk.
sign-in-title = Masuk ke Jembatan
sign-in = Masuk
email = Email
password = Kata sandi
stay = Ini perangkat saya sendiri
stay-help = Tetap masuk di sini. Jangan centang di komputer bersama.
forgot-link = Lupa kata sandi?
back-to-sign-in = Kembali ke halaman masuk

# Undangan.
welcome-title = Selamat datang
welcome = Selamat datang, { $name }
welcome-lead = Buat kata sandi, lalu Anda langsung masuk.
new-password = Kata sandi baru
password-help = Paling sedikit 10 karakter. Kalimat pendek lebih mudah diingat dan lebih sulit ditebak.
password-again = Ulangi kata sandi
set-password = Simpan dan masuk

# Lupa kata sandi.
forgot-title = Lupa kata sandi
forgot-help = Kami kirimkan tautan yang berlaku 30 menit.
forgot-send = Kirim tautan
forgot-sent = Jika alamat itu terdaftar, tautannya sedang dalam perjalanan. Periksa email Anda.
forgot-without-mail = Server ini tidak mengirim email. Minta tautan baru kepada administrator perusahaan Anda.

# Token.
tokens-title = Token API
tokens-lead = Sebuah token membuat program bertindak atas nama Anda, dengan hak Anda.
tokens-none = Belum ada token.
token-new = Token baru
token-name = Nama
token-name-help = Untuk apa token ini, supaya Anda mengenalinya nanti.
token-days = Berlaku berapa hari
token-days-help = 1 sampai 365.
token-issue = Buat token
token-issued = Salin token ini sekarang. Token ini tidak akan ditampilkan lagi.
token-created = Dibuat
token-expires = Berlaku sampai
token-revoke = Cabut
token-revoke-confirm = Program yang memakai token ini langsung kehilangan akses.
token-revoked = Token dicabut.

# Surat.
mail-invitation-subject = Undangan ke Jembatan
mail-invitation =
    Halo { $name },

    Anda diundang ke Jembatan. Buka tautan ini dalam 7 hari untuk membuat kata sandi:

    { $url }

    Tautan ini hanya untuk Anda dan hanya dapat dipakai sekali.
mail-reset-subject = Kata sandi baru untuk Jembatan
mail-reset =
    Halo { $name },

    Buka tautan ini dalam 30 menit untuk membuat kata sandi baru:

    { $url }

    Jika bukan Anda yang meminta, abaikan surat ini; kata sandi Anda tidak berubah.

# Orang.
people-title = Orang
person-add = Tambah orang
person-add-lead = Orang baru langsung diundang. Ia membuat kata sandinya sendiri lewat tautan sekali pakai.
person-admit = Tambah dan undang
person-edit = Ubah data
person-name = Nama lengkap
person-name-help = Seperti yang ia tulis sendiri; satu kata pun boleh.
person-email-help = Dipakai untuk masuk. Tanpa email, orang ini belum dapat diundang.
person-phone = Telepon
person-team = Tim
person-no-team = Belum ada tim
person-manager = Atasan
person-lang = Bahasa undangan
person-lang-help = Nanti ia dapat memilih sendiri.
person-roles = Peran
person-roles-said = Peran: { $roles }. Hanya administrator yang dapat mengubahnya.
person-since = Ditambahkan
person-left-on = Keluar
person-history = Riwayat
person-access = Akses
person-shut-out = Tutup akses
person-saved = Data { $name } disimpan.
person-added = { $name } ditambahkan. Isi emailnya untuk mengundangnya.
person-invited = Undangan untuk { $name } sedang dikirim.
person-suspended = Akses { $name } ditangguhkan. Semua sesinya sudah berakhir.
person-left = { $name } dicatat sudah keluar. Semua sesinya sudah berakhir.
person-let-back = { $name } dapat masuk lagi.
link-invite = Buat tautan undangan
invite-needs-email = Belum ada email, jadi belum dapat diundang.
write-email = Isi email
copy = Salin
link-reset = Tautan kata sandi baru
link-shown = Berikan tautan ini kepada { $name }. Tautan ini hanya ditampilkan sekali dan hanya dapat dipakai sekali.
link-mailed = Tautannya sedang dikirim lewat email.
suspend = Tangguhkan
suspend-confirm = Akses { $name } ditutup sekarang juga dan semua sesinya berakhir. Anda dapat membukanya lagi.
let-back = Buka akses lagi
leave = Sudah keluar
leave-confirm = { $name } dicatat sudah keluar: aksesnya ditutup dan semua sesinya berakhir. Riwayatnya tetap ada.
edit = Ubah
save = Simpan
cancel = Batal
back = Kembali

# Profil.
me-title = Profil saya
me-known = Yang diketahui perusahaan
me-known-help = Untuk mengubahnya, hubungi HRD.
me-language = Bahasa
me-security = Keamanan
none-yet = Belum ada
sessions-title = Perangkat yang masuk
sessions-end-others = Akhiri yang lain
sessions-end-others-confirm = Semua perangkat lain harus masuk lagi. Catatan yang belum terkirim di sana tetap tersimpan.
sessions-ended = Sesi di perangkat lain sudah diakhiri.
session-this = Perangkat ini
session-end = Akhiri sesi
session-ended = Sesi diakhiri.
session-unknown = Perangkat tidak dikenal
sign-out = Keluar
password-change = Ganti kata sandi
password-change-lead = Sesi di perangkat lain akan berakhir.
password-old = Kata sandi sekarang
password-changed = Kata sandi diganti. Sesi di perangkat lain sudah berakhir.

# Kejadian.
told-invited = Undangan dibuat
told-reset-made = Tautan kata sandi baru dibuat
told-reset-asked = Meminta kata sandi baru
told-password-set = Kata sandi dibuat
told-password-changed = Kata sandi diganti
told-signed-in = Masuk
told-signed-out = Keluar
told-session-ended = Sesi diakhiri
told-shut-out = Semua sesi diakhiri dan token dicabut
told-token-issued = Token dibuat
told-token-revoked = Token dicabut

# Penolakan.
refused-wrong = Email atau kata sandi tidak cocok. Periksa keduanya, atau minta tautan baru.
refused-link = Tautan ini sudah dipakai atau sudah lewat waktunya. Minta yang baru kepada administrator Anda.
refused-password-short = Pakai paling sedikit 10 karakter.
refused-password-long = Pakai paling banyak 256 karakter.
refused-password-common = Kata sandi ini termasuk yang pertama kali dicoba orang. Pilih yang lain.
refused-passwords-differ = Kedua kata sandi tidak sama.
refused-old-wrong = Kata sandi sekarang tidak cocok.
refused-token-days = Tulis angka 1 sampai 365.
refused-token-name = Beri nama token ini.
refused-no-address = Orang ini belum punya alamat email.
refused-not-welcome = Orang ini tidak aktif.

# Kalender.
me-calendar = Kalender
me-calendar-help = Lihat agenda Anda di kalender ponsel.
me-calendar-open = Atur kalender
