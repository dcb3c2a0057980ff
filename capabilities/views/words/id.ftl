views-label = Tampilan tersimpan
all = Semua
of-others = Dari rekan:
save-this = Simpan tampilan ini
change-this = Ubah tampilan
save-title = Simpan tampilan
save-lead = Saringan, urutan, dan kolom yang sedang dipakai disimpan dengan sebuah nama, dan muncul di atas daftar.
change-title = Ubah tampilan
kept-title = Yang disimpan
kept-broken = Sebagian tampilan ini merujuk ke sesuatu yang tidak ada lagi, atau bukan untuk Anda. Daftarnya tidak menampilkan apa pun sampai saringan itu dihapus.
gone = tidak ada lagi
filters-label = Saringan
no-filters = Tanpa saringan
order-label = Urutan
columns-label = Kolom
columns-usual = Seperti biasa: { $columns }
back-to-list = Kembali ke daftar
view-name = Nama
view-name-help = Singkat, misalnya “Tier A belum dikunjungi”.
shared-label = Siapa yang menemukannya
shared-help = Siapa pun yang membukanya melihat isi daftar dalam jangkauannya sendiri.
shared = { $word ->
    [team] Tim saya
    [company] Seluruh perusahaan
   *[own] Hanya saya
  }
save = Simpan
cancel = Batal
hide = Hapus tampilan
view-saved = Tampilan “{ $name }” tersimpan.
view-changed = Tampilan “{ $name }” diubah.
view-hidden = Tampilan “{ $name }” dihapus.
view-restored = Tampilan “{ $name }” kembali.
refused-no-name = Tulis namanya.
refused-name-too-long = Nama paling panjang { $most } huruf.
refused-name-taken = Anda sudah punya tampilan dengan nama ini.
refused-no-question = Belum ada saringan, urutan, atau kolom yang dipilih. Atur daftarnya dulu.
refused-question-too-long = Saringan ini terlalu panjang untuk disimpan.
refused-too-many = Paling banyak { $most } tampilan untuk satu daftar. Hapus yang tidak dipakai lagi.
refused-too-late = Sudah lebih dari { $days } hari dihapus, jadi tidak dapat dikembalikan.
told-saved = menyimpan tampilan “{ $name }”
told-changed = mengubah tampilan “{ $name }”
told-hidden = menghapus tampilan “{ $name }”
told-restored = mengembalikan tampilan “{ $name }”
