# Penolakan.
refused-no-name = Tulis nama lengkapnya.
refused-no-email = Ini bukan alamat email yang dapat dikirimi.
refused-email-taken = Alamat ini sudah dipakai orang lain di perusahaan ini.
refused-no-role = Pilih setidaknya satu peran.
refused-unknown-team = Tim ini tidak ada.
refused-last-administrator = Ini administrator terakhir. Angkat administrator lain lebih dulu.
refused-no-team-name = Tulis nama tim.
refused-team-name-taken = Sudah ada tim dengan nama ini.
refused-team-below-itself = Sebuah tim tidak dapat berada di bawah dirinya sendiri.
refused-unknown-manager = Orang ini tidak bekerja di perusahaan ini.
refused-slug = Nama pendek ini sudah dipakai, atau memuat selain huruf kecil, angka, dan tanda hubung.
