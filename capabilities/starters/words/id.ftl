# Daftar paket awal.
starters-title = Paket awal industri
starters-lead = Daftar yang lazim di satu industri: label, kolom sendiri, tahap, hasil kunjungan, dan tugas. Yang sudah ada tidak diubah.
all-there = Sudah ada semua
would-add = { $count ->
   *[other] menambah { $count }
 }

# Satu paket.
add-help = Hanya yang belum ada yang ditambahkan. Semuanya bisa diubah di pengaturan masing-masing, dan bisa ditarik lagi selama belum dipakai.
add-missing = { $count ->
   *[other] Tambahkan { $count } yang belum ada
 }
all-there-help = Semua isi paket ini sudah ada di perusahaan Anda.
is-there = Sudah ada
is-new = Baru
added = { $count ->
   *[other] { $count } ditambahkan.
 }
uses-title = Yang pernah ditambahkan
used-by = { $moment } · { $who }
at-the-founding = saat perusahaan dibuat
all-removed = Semuanya sudah ditarik lagi
undo-use = Tarik lagi
undo-confirm = Tarik lagi yang ditambahkan paket ini? Yang sudah dipakai tetap ada.
removed = { $count ->
   *[other] { $count } ditarik lagi.
 }
stayed = { $count ->
   *[other] { $count } tetap ada karena sudah dipakai.
 }

# Isi.
kind-industry = Industri
kind-tag = Label
kind-field = Kolom sendiri
kind-pipeline = Alur peluang dan tahapnya
kind-outcome = Hasil kunjungan
kind-tasks = Templat tugas
kind-checklist = Daftar periksa klien baru

# Linimasa.
told-used = Paket awal { $name } dipakai: { $count } ditambahkan
told-undone = Paket awal { $name } ditarik lagi: { $count } dihapus

# Yang ditolak.
refused-nothing-new = Semua isi paket ini sudah ada, jadi tidak ada yang ditambahkan.
refused-undone-already = Paket ini sudah ditarik lagi.
refused-all-in-use = Semua yang ditambahkan paket ini sudah dipakai, jadi tidak ada yang ditarik.
