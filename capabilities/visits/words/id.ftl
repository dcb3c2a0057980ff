# Penolakan.
refused-unknown-visit = Kunjungan ini tidak ada dalam rencana Anda.
refused-other-account = Kunjungan ini untuk klien lain. Buat kunjungan baru untuk klien ini.
refused-already-ended = Kunjungan ini sudah selesai. Buat kunjungan baru bila Anda datang lagi.
refused-already-arrived = Anda sudah check-in pada kunjungan ini. Check-out dan pilih hasilnya.
refused-already-skipped = Kunjungan ini sudah dilewati.
refused-not-arrived = Anda belum check-in pada kunjungan ini. Check-in lebih dulu.
refused-unknown-outcome = Hasil “{ $code }” tidak ada dalam daftar perusahaan. Pilih hasil dari daftar.
refused-unknown-reason = Alasan “{ $code }” tidak ada dalam daftar perusahaan. Pilih alasan dari daftar.
refused-reschedule-in-the-past = Tanggal penggantinya sudah lewat. Pilih hari ini atau sesudahnya.
refused-next-step-in-the-past = Langkah berikutnya jatuh sebelum kunjungan ini. Pilih hari kunjungan atau sesudahnya.
refused-plan-in-the-past = Tanggal ini sudah lewat. Rencanakan kunjungan untuk hari ini atau sesudahnya.
