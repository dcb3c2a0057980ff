# Tempat-tempat di kolom kiri.
place-field = Hari ini
place-accounts = Klien
place-opportunities = Peluang
place-tasks = Tugas
place-transactions = Transaksi
place-visits = Kunjungan
place-team = Tim
place-reports = Laporan
place-attendance = Kehadiran
place-people = Orang
place-settings = Pengaturan
tab-company = Perusahaan
tab-shifts = Jam kerja
tab-visits = Kunjungan
tab-pipelines = Alur penjualan
tab-imports = Impor
tab-audit = Jejak audit
