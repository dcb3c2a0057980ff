# Formulir.
save = Simpan
cancel = Batal
edit = Ubah

# Halaman klien.
note-label = Catatan
note-write = Tulis catatan
timeline-title = Riwayat
timeline-none = Belum ada yang terjadi.
timeline-older = Yang lebih lama
due-label = Tenggat
contact-put-back-action = Masukkan lagi

# Riwayat.
by-system = Sistem
told-noted = Catatan

# Pencarian.
notes-title = Catatan

# Aktivitas.
refused-activity-text = Tulis apa yang terjadi, atau setidaknya hasilnya.
refused-activity-account = Pilih kliennya: tulis namanya.
refused-activity-account-unknown = Tidak ada klien dengan nama ini di antara klien yang dapat Anda lihat.
refused-activity-minutes = Tulis lamanya dalam menit, 1 sampai 1.440.
refused-activity-moment = Ini bukan tanggal dan jam. Contoh: 2026-03-04 dan 14:30.
refused-activity-not-yet = Ini belum terjadi. Catat sebagai tugas.
refused-activity-contact = Orang ini bukan kontak klien ini.
refused-activity-not-yours = Ini ditulis orang lain. Tulis catatan baru jika ada yang perlu ditambahkan.
refused-activity-too-late = Sudah lewat 30 hari, jadi tidak dapat dikembalikan.
kind-label = Jenis
kind-note = Catatan
kind-call = Telepon
kind-video = Panggilan video
kind-message = Pesan
kind-email = Email
kind-meeting = Pertemuan
direction-label = Siapa yang memulai
direction-out = Kami
direction-in = Klien
log-title = Catat aktivitas
log-lead = Tulis dalam satu baris; periksa di bawah sebelum disimpan.
log-line-label = Apa yang terjadi, dalam satu baris
log-line-example = tel Bu Rina 10m: minta penawaran > kirim penawaran Jumat
log-line-example-here = wa Bu Rina: minta penawaran > kirim besok
log-read = Lanjut
log-others = Atau yang dimaksud:
log-with = Dengan siapa
log-text = Apa yang terjadi
log-step = Tugas berikutnya
client-label = Klien
happened-on = Tanggal
happened-time = Jam
minutes-label = Menit
outcome-label = Hasil
outcome-help = Misalnya: setuju, minta waktu, tidak diangkat.
internal-label = Catatan internal
internal-help = Tidak pernah muncul pada apa pun yang dilihat klien.
internal-badge = Internal
mention-help = Tulis @ dan nama rekan agar ia diberi tahu.
mention-nobody = Tidak ada rekan dengan nama ini yang melihat klien ini.
mention-not-told = Tidak diberi tahu karena tidak melihat klien ini: { $names }.
activity-saved = Tersimpan.
note-edit = Ubah aktivitas
note-edit-lead = Yang tertulis sebelumnya tetap tersimpan.
note-edited = Diubah { $moment }
note-edited-mark = diubah
note-hide = Hapus
note-hidden = Aktivitas dihapus
note-restored = Aktivitas dikembalikan.
note-restore = Kembalikan
note-pin = Sematkan
note-unpin = Lepaskan sematan
note-versions = Yang tertulis sebelumnya
note-until = Sampai { $moment }, diubah { $who }
written-by = Ditulis { $who }, { $moment }
pinned-title = Disematkan
timeline-parts = Bagian riwayat
part-everything = Semua
part-talks = Percakapan
part-meetings = Pertemuan
part-notes = Catatan
part-visits = Kunjungan
part-deals = Peluang
part-money = Transaksi
part-attachments = Lampiran
part-changes = Perubahan
told-incoming = { " " }masuk
told-with = { " " }dengan { $people }
told-minutes = { $count ->
   *[other] , { $count } menit
 }
told-mentioned = { $who } menyebut Anda pada { $account }
