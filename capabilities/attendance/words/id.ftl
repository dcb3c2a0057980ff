# Keadaan hari kerja.
state-none = Belum mulai
state-open = Bekerja
state-closed = Selesai

# Tanda pada hari kerja.
mark-late = Terlambat
mark-left-early = Pulang lebih awal
mark-opened-by-visit = Dimulai oleh kunjungan
mark-closed-by-visit = Diakhiri oleh kunjungan
mark-closed-by-rule = Ditutup otomatis
mark-no-clock-in = Tanpa absen masuk
mark-double-clock-in = Absen masuk dua kali
mark-double-clock-out = Absen pulang dua kali
mark-off-shift = Di luar jam kerja
mark-day-off = Hari libur
mark-in-review = Menunggu pemeriksaan
mark-capped = Dibatasi 24 jam
