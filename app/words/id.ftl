# Tempat-tempat di kolom kiri.
place-accounts = Klien
place-people = Orang
place-settings = Pengaturan
