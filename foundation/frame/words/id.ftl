# Kegagalan.
error-not-found = Halaman ini tidak ada, atau bukan untuk Anda.
error-signed-out = Masuk untuk melanjutkan.
error-denied = Anda tidak berhak melakukan ini.
error-invalid = Ada isian yang perlu diperbaiki.
error-malformed = Permintaan ini tidak dapat dibaca: { $detail }
error-too-large = Kiriman terlalu besar.
error-too-many = Terlalu sering. Coba lagi dalam { $seconds ->
   *[other] { $seconds } detik
 }.
error-internal = Ada yang salah di pihak kami. Data Anda tidak berubah.

# Foto.
files-other-bytes = Isi berkas tidak sesuai dengan namanya.
files-no-photo = Berkas ini bukan foto JPEG, PNG, atau WebP.
files-too-many-pixels = Foto terlalu besar; paling banyak 40 megapiksel.
