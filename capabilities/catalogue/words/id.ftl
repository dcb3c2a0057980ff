# Daftar produk.
products-title = Produk
products-filter = Cari nama produk
products-none = Belum ada produk
products-first-step = Produk datang dari impor peluang atau buku transaksi.
products-no-match = Tidak ada produk yang cocok
products-no-match-help = Ubah atau hapus saringannya.
product-label = Produk
series-label = Seri
price-label = Harga
sales-tabs = Transaksi, pembayaran, dan produk
tab-transactions = Transaksi
tab-payments = Pembayaran

# Daftar sebagai berkas.
export-name = produk
export-currency = Mata uang
export-since = Dicatat sejak
export-id = ID Jembatan
told-exported = mengunduh daftar produk
