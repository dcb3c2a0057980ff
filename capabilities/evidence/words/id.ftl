# Lamanya.
length-seconds = { $seconds ->
   *[other] { $seconds } detik
 }
length-minutes = { $minutes ->
   *[other] { $minutes } menit
 }
length-hours = { $hours ->
   *[other] { $hours } jam
 }
length-hours-minutes = { $hours ->
   *[other] { $hours } jam
 } { $minutes ->
   *[other] { $minutes } menit
 }
length-days = { $days ->
   *[other] { $days } hari
 }

# Waktu.
time-live = Dicatat langsung oleh server.
time-connected = Terkirim { $window } setelah kontak terakhir dengan server.
time-offline = Dicatat tanpa sinyal, antara { $from } dan { $to }.
time-too-long = Tanpa sinyal selama { $window }, lebih dari { $most }; waktunya hanya menurut ponsel.
time-too-early = Jam ponsel menunjukkan { $by } sebelum kontak terakhirnya dengan server.
time-in-the-future = Jam ponsel menunjukkan waktu yang belum tiba, { $by } lebih awal.
time-first-contact = Kontak pertama ponsel ini dengan server; jamnya cocok.
time-no-token = Tanpa tanda waktu dari server; menurut ponsel { $apart } sebelum terkirim.
time-token-from-the-future = Tanda waktunya { $by } di depan jam server.

# Tempat.
place-within = { $away } dari lokasi klien, di dalam radius { $radius }.
place-beyond = { $away } dari lokasi klien, di luar radius { $radius }.
place-in-between = { $away } dari lokasi klien dengan ketelitian { $accuracy }: belum tentu di dalam radius { $radius }.
place-denied = Izin lokasi ditolak di ponsel.
place-timeout = Ponsel tidak menemukan posisi pada waktunya.
place-unsupported = Ponsel ini tidak dapat menentukan posisi.
place-skipped = Orangnya melanjutkan tanpa menunggu posisi.
place-interrupted = Aplikasi tertutup sebelum posisi ditemukan.
place-unavailable = Posisi tidak tersedia.
place-broken = Posisi dari ponsel tidak masuk akal.
place-stale = Posisinya berumur { $age }.
place-vague = Ketelitian { $accuracy }, lebih kasar dari { $most }.
place-unknown = Lokasi klien ini belum diketahui; posisi ini diusulkan.
place-no-place = Lokasi klien ini tidak sah.

# Tanda.
signal-impossible-travel = Berpindah { $distance } dalam { $time } sejak { $since }: { $kmh } km/jam.
signal-repeated-coordinates = Koordinat yang persis sama pada { $days ->
   *[other] { $days } hari
 }.
signal-constant-accuracy = Ketelitian selalu { $accuracy } pada { $fixes ->
   *[other] { $fixes } posisi
 }, tanpa ketinggian.
signal-identical-samples = { $samples ->
   *[other] { $samples } posisi
 } berturut-turut persis sama.
signal-shared-device = Ponsel ini dipakai orang lain pada { $at }.
signal-new-device = Ponsel baru.
signal-reused-photo = Foto yang sama pernah dikirim pada { $at }.
signal-photo-skipped = Tanpa foto, padahal wajib: orangnya melanjutkan tanpa memotret.
signal-photo-no-camera = Tanpa foto, padahal wajib: kamera tidak dapat dibuka.
signal-photo-no-room = Tanpa foto, padahal wajib: penyimpanan ponsel penuh.
signal-photo-interrupted = Tanpa foto, padahal wajib: aplikasi tertutup sebelum foto diambil.
signal-photo-lost = Tanpa foto, padahal wajib: fotonya sudah diambil tetapi tidak dapat disimpan.
signal-photo-missing = Tanpa foto, padahal wajib.
signal-unsigned = Terkirim tanpa tanda tangan ponsel.
signal-unsigned-now = Terkirim tanpa tanda tangan, padahal ponsel ini sebelumnya menandatangani.
signal-wrong-signature = Tanda tangan ponsel tidak cocok dengan isi kiriman.
signal-new-key = Ponsel ini menandatangani dengan kunci yang lain dari sebelumnya.
signal-missing-before = { $events ->
   *[other] { $events } catatan
 } sebelumnya di ponsel ini belum sampai saat catatan ini diterima.
signal-broken-chain = Catatan ini tidak menyambung dengan catatan sebelumnya di ponsel ini: salah satunya diubah, atau terkirim dua kali.
signal-clock-behind = Jam ponsel tertinggal setidaknya { $by }.
signal-clock-ahead = Jam ponsel lebih cepat setidaknya { $by }.

# Penolakan.
refused-own = Catatan sendiri diperiksa oleh orang lain.
refused-no-question = Tulis apa yang ingin Anda tanyakan.
refused-no-reason = Tulis alasan penolakan.
refused-not-asked = Tidak ada pertanyaan tentang catatan ini.
refused-no-answer = Tulis jawaban Anda.
refused-nothing-chosen = Pilih setidaknya satu catatan.
refused-moved-on = Catatan ini tidak menunggu pemeriksaan.

# Apa yang dicatat.
kind-clock-in = Absen masuk
kind-clock-out = Absen pulang
kind-visit-check-in = Check-in kunjungan
kind-visit-check-out = Check-out kunjungan
kind-visit-skip = Kunjungan tidak dilakukan
kind-visit-plan = Rencana kunjungan
kind-account-create = Klien baru
kind-note = Catatan
kind-contact-log = Panggilan atau pesan
kind-task-done = Tugas selesai
kind-answer = Jawaban

# Pemeriksaan.
review-pending = Menunggu pemeriksaan
review-asked = Menunggu jawaban
review-accepted = Diterima
review-rejected = Ditolak

# Yang terjadi.
told-answered = Menjawab pertanyaan: “{ $text }”
told-accepted = Catatan diterima
told-asked = Catatan ditanyakan: “{ $why }”
told-rejected = Catatan ditolak: “{ $why }”
