# Daftar lampiran.
attachments-title = Lampiran
attachments-none = Belum ada lampiran
attachments-first-step = Belum ada lampiran. Pilih berkas di atas, atau seret ke sana: penawaran, kontrak, foto toko.
attachments-page = Halaman lampiran
attachments-all = Semua lampiran ({ $count })
count-of-files = { $count ->
    [0] belum ada lampiran
   *[other] { $count } lampiran
 }
kept-title = Tersimpan
row-about = { $size } · { $who } · { $when }
of-activity = aktivitas
internal-mark = internal
download = Unduh
gone-title = Baru dihapus
gone-help = Masih bisa dikembalikan selama 30 hari sejak dihapus.
restore = Kembalikan

# Menambah.
upload-title = Tambah lampiran
upload-label = Pilih berkas, atau seret ke sini
upload-help = Paling besar { $megabytes } MB per berkas, 20 berkas sekaligus. PDF, Word, Excel, PowerPoint, gambar JPEG, PNG, dan WebP, teks, suara, video, ZIP. Lokasi dan data tersembunyi di foto dibuang.
upload-button = Lampirkan
upload-failed = Tidak terkirim: sambungan terputus. Berkas ini belum tersimpan.
upload-again = Coba lagi
upload-kept = Tersimpan
upload-looking = Diperiksa
not-kept-title = Ada berkas yang tidak disimpan
kept = { $count ->
   *[other] { $count } lampiran disimpan.
 }
kept-already = { $count ->
   *[other] { $count } berkas sudah ada di sini, jadi tidak disimpan lagi.
 }
unnamed = lampiran

# Satu lampiran.
kind-label = Jenis
size-label = Ukuran
who-label = Ditambahkan oleh
when-label = Pada
name-label = Nama
name-help = Akhiran nama mengikuti isi berkas.
description-label = Keterangan
internal-label = Internal
internal-help = Tidak pernah tampil di apa pun yang dilihat klien.
save = Simpan
saved = Tersimpan.
hide = Hapus lampiran
hidden-named = { $name } dihapus.
restored-named = { $name } dikembalikan.
proof-title = Sidik berkas
proof-help = SHA-256 dari berkas seperti saat dikirim. Dengan ini bisa dibuktikan bahwa sebuah salinan masih sama.

# Jenis.
kind-picture = Gambar
kind-document = Dokumen
kind-sheet = Lembar kerja
kind-slides = Presentasi
kind-text = Teks
kind-mail = Email
kind-sound = Suara
kind-film = Video
kind-archive = Arsip

# Linimasa.
told-added = Lampiran ditambahkan: { $name }
told-renamed = Lampiran { $before } kini bernama { $name }
told-changed = Keterangan lampiran diubah: { $name }
told-hidden = Lampiran dihapus: { $name }
told-restored = Lampiran dikembalikan: { $name }

# Yang ditolak.
refused-no-file = Belum ada berkas yang dipilih.
refused-too-many = Paling banyak { $count } berkas sekaligus. Kirim sisanya setelah ini.
refused-empty = Berkas ini kosong.
refused-too-large = Berkas terlalu besar; paling besar { $megabytes } MB. Perkecil, atau bagi menjadi beberapa berkas.
refused-no-room = Ruang lampiran perusahaan, { $gigabytes } GB, sudah penuh. Hapus yang tidak dipakai, atau hubungi administrator.
refused-program = Berkas ini program yang bisa dijalankan, jadi tidak disimpan.
refused-web-page = Halaman web dan SVG bisa menjalankan perintah, jadi tidak disimpan. Simpan sebagai PDF atau gambar, lalu lampirkan.
refused-macros = Berkas ini berisi makro. Simpan tanpa makro, lalu lampirkan.
refused-other-picture = Gambar jenis ini bisa menyimpan lokasi yang tidak dapat kami buang. Simpan sebagai JPEG atau PNG, lalu lampirkan.
refused-too-many-pixels = Gambar terlalu besar; paling banyak 40 megapiksel.
refused-damaged = Berkas ini rusak atau terpotong. Buka di perangkat Anda, simpan ulang, lalu lampirkan.
refused-unknown = Jenis berkas ini tidak dikenal, jadi tidak disimpan. Simpan sebagai PDF, atau masukkan ke ZIP.
refused-no-name = Isi nama lampiran.
refused-too-long = Paling panjang { $letters } huruf.
refused-too-late = Lampiran ini dihapus lebih dari 30 hari lalu dan tidak bisa dikembalikan.
