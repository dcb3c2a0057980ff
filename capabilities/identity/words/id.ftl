# Masuk.
sign-in-title = Masuk ke Jembatan
sign-in = Masuk
email = Email
password = Kata sandi
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

# Penolakan.
refused-wrong = Email atau kata sandi tidak cocok. Periksa keduanya, atau minta tautan baru.
refused-link = Tautan ini sudah dipakai atau sudah lewat waktunya. Minta yang baru kepada administrator Anda.
refused-password-short = Pakai paling sedikit 10 karakter.
refused-password-long = Pakai paling banyak 256 karakter.
refused-password-common = Kata sandi ini termasuk yang pertama kali dicoba orang. Pilih yang lain.
refused-passwords-differ = Kedua kata sandi tidak sama.
refused-token-days = Tulis angka 1 sampai 365.
refused-token-name = Beri nama token ini.
refused-no-address = Orang ini belum punya alamat email.
refused-not-welcome = Orang ini tidak aktif.
