### Kata-kata yang ada di setiap dokumen.

page-of = Halaman { $page } dari { $pages }
made-by = Dibuat { $moment } oleh { $name }
made-from = dari { $source }
before-marker = Garis tipis: { $period }
too-long = Dokumen ini lebih dari { $pages ->
   *[other] { $pages } halaman
 }. Persempit periodenya, atau ambil tabelnya sebagai CSV atau XLSX.
