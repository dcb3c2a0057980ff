# The list of products.
products-title = Products
products-filter = Find a product by its name
products-none = No products yet
products-first-step = Products come with an import of opportunities or of a ledger.
products-no-match = No product fits
products-no-match-help = Change the filters, or take them away.
product-label = Product
series-label = Series
price-label = Price
sales-tabs = Transactions, payments and products
tab-transactions = Transactions
tab-payments = Payments

# The list as a file.
export-name = products
export-currency = Currency
export-since = Recorded since
export-id = Jembatan ID
told-exported = downloaded the list of products
