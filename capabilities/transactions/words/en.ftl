# The list of transactions.
ledger-title = Transactions
ledger-none = No transactions yet
ledger-first-step = Invoices and payments come from an import (jembatan import online-retail) or from the API.
ledger-no-match = No transaction fits
ledger-no-match-help = Change the filters, or take them away.
filter-words = Find a number or a client
apply = Apply
show-all = Show all
any-kind = Every kind
any-state = Every state
first-day-label = From
to-label = Until
house-label = House accounts
house-any = With house accounts
house-without = Without house accounts
house-only = House accounts only
number-label = Number
client-label = Client
day-label = Date
due-label = Due
kind-label = Kind
state-label = State
country-label = Country
source-label = Source
source-import = { $source } import
source-api = API
total-label = Total
open-label = Still owed
documents-label = Documents
kind-invoice = Invoice
kind-credit-note = Credit note
kind-cancellation = Cancellation
kind-adjustment = Adjustment
state-open = Unpaid
state-part-paid = Partly paid
state-paid = Paid
state-credited = Cancelled
state-overdue = Overdue

# One document.
lines-title = Lines
lines-of = { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
line-number = Line { $number }
text-label = Description
quantity-label = Quantity
price-label = Unit price
net-label = Net
tax-at = { $name } { $rate }%
takes-back-title = What this document takes back
tied-line = Line { $line } of invoice { $number }
tied-whole = Invoice { $number }
why-tied = Exactly one line fits
why-said = Said when it was recorded
why-no-customer = The buyer is not named, so it is not certain which invoice
why-not-bought = This client is not known to have bought this product before
why-other-price = This client never bought it at this price
why-other-quantity = This client never bought as many at once
why-cancelled-already = Every line that fits has been cancelled before
why-several = Lines of several invoices fit, so it is not certain which
why-title = Why so much is owed
why-nothing = Nothing has been paid or taken back yet.
step-credit = Taken back by { $number }
step-takes-back = Used for { $number }
step-payment = Payment of { $day } ({ $key })

# The panel on a client's page.
panel-title = Transactions
last-label = Last invoice
year-title = Sales { $first } – { $last } ({ $currency })
month-label = Month
as-table = See as a table
all-of-client = All transactions of this client
house-help = House account: it holds the sales whose buyer the source does not name.

# Problems.
problems-title = Problems with transactions
problems-lead = Those that wait for an answer, the oldest first.
problems-none = No open problems
problems-none-help = A problem is raised on the page of its invoice, and stands here until somebody answers.
problems-none-here = No problem with this document.
problem-title = Problem with { $number }
problem-kind-label = Kind of problem
problem-text-label = What happened
problem-text-help = What is wrong, and what it should be.
problem-wrong-price = Wrong price
problem-wrong-quantity = Wrong quantity
problem-not-delivered = Not delivered
problem-not-paid = Not paid
problem-paid-unseen = Paid, but not recorded
problem-other = Something else
problem-open = Waits for an answer
problem-solved = Answered
problem-raised = The problem is raised
problem-answered = The answer is kept
raise-title = Raise a problem
raise = Raise it
raised-label = Raised
raised-by = { $name }, { $at }
assignee-label = Ask
asked-of = Asked of { $name }
answer-label = Answer
answer-help = What you found, and what you did about it.
answer = Answer
solve = Keep the answer

# What is refused.
refused-no-lines = This document has no lines. Write at least one.
refused-too-many-lines = There are too many lines. Split it into several documents.
refused-too-large = The number is too large to be kept exactly.
refused-line-differs = The net of line { $line } is not its quantity times its price.
refused-invoice-below-zero = An invoice cannot come to less than nothing. Record a credit note to reduce what is owed.
refused-credit-above-zero = Credit notes and cancellations reduce what is owed, so they come to less than nothing.
refused-credit-too-much = Only { $left } of that invoice is left to take back.
refused-paid-too-much = Only { $left } of that document is left to pay.
refused-allocated-too-much = The allocations come to more than the payment.
refused-other-sign = An allocation is not nothing, and has the sign of its payment.
refused-nothing-paid = A payment is over something.
refused-unknown-account = There is no such client.
refused-unknown-product = There is no product { $product }.
refused-unknown-invoice = This client has no invoice { $invoice }.
refused-other-currency = That invoice is in { $currency }. Use the same currency.
refused-cancels-nothing = Only credit notes and cancellations can take an invoice back.
refused-number-taken = The number { $number } is another document's. What was recorded is not changed; record a credit note or a cancellation.
refused-key-taken = The key { $key } is another payment's. What was recorded is not changed; record its opposite.
refused-missing = This part is needed.
refused-too-long = This text is longer than { $limit } letters.
refused-no-currency = Write the currency in three capital letters, such as IDR.
refused-no-country = This country is not known. Write its name or its two letters, such as ID.
refused-due-before-day = A document cannot be due before its own date.
refused-unknown-person = Nobody here is this person.
refused-already-solved = This problem has been answered already.
refused-batch-differs = The day { $name } was imported with other content. Undo that import first, or record the difference as a correcting document.
refused-document-elsewhere = The document { $number } stands in another day already.

# Timelines and the audit.
told-batch-recorded = Transactions of { $name } imported: { $documents } documents, { $lines } lines
told-batch-taken-back = Transactions of { $name } taken back: { $documents } documents, { $lines } lines
told-invoice-recorded = { $kind } { $number } recorded: { $total }
told-payment-recorded = Payment recorded: { $amount }
told-problem-raised = Problem with { $number } raised: { $kind }
told-problem-solved = Problem with { $number } answered

# A list as a file.
export-name = transactions
export-lines-name = transaction-lines
export-lines = Download every line of them
export-net = Net
export-tax = Tax
export-currency = Currency
export-line = Line
export-product = Product
export-id = ID
told-exported = downloaded the list of transactions
told-lines-exported = downloaded the lines of transactions
# The statement of a client.
statement-title = Statement and purchase history
statement-of-client = Statement and purchase history
statement-lead = { $client }: what was charged, what was paid, and what is still owed.
statement-in = Statement in { $currency }
statement-empty = There are no transactions until the end of this period.
statement-source = the ledger
statement-file = statement
statement-language-label = Language for the client
statement-cut = Only the first 500 lines are shown. The PDF has all of them.
language-id = Indonesian
language-en = English
take-pdf = Download PDF
take-csv = Download CSV
opening-label = Opening balance
charged-label = Charged
credited-label = Credited
paid-label = Paid
closing-label = Closing balance
entry-label = Description
adds-label = Charged
takes-label = Paid or credited
balance-label = Balance
currency-label = Currency
amount-label = Amount
entry-due = { $document }, due { $day }
entry-paid = Payment { $key }
entry-paid-by = Payment { $key }, { $method }
ageing-title = Closing balance by age
age-label = Age
owed-label = Owed
age-not-due = Not due yet
age-30 = 1–30 days over
age-60 = 31–60 days over
age-90 = 61–90 days over
age-more = More than 90 days over
age-unallocated = Not allocated yet
purchases-title = Purchase history
purchases-by-month = Purchases by month, net, { $currency }
purchases-by-product = Largest products, net, { $currency }
first-bought-label = First
last-bought-label = Last

# Links to a statement.
links-title = Links for the client
links-lead = Whoever holds a link can read this statement without signing in, until its time is over or it is withdrawn.
links-none = There is no link yet.
link-make = Make a link
link-days-label = Good for how many days
link-days-help = { $most } days at the most.
link-frozen-label = Freeze
link-frozen-help = The link shows only what is recorded now. Without this it follows the records until the day on which it is read.
link-made-now = The link is ready. Copy it now; once this page is closed it cannot be shown again.
link-made = Made { $moment } by { $name }
link-views = { $count ->
   [0] Never opened
   [one] Opened once
  *[other] Opened { $count } times
 }
link-live = Active, follows the records
link-frozen = Active, frozen
link-state-withdrawn = Withdrawn
link-state-over = Over
link-open-end = the day of reading
link-withdraw = Withdraw
link-withdraw-confirm = This link ends at once. Withdraw it?
link-withdrawn = The link was withdrawn.
copy-link = Copy
link-until = This page can be opened until { $moment }.
link-known-by = By the records until { $moment }.
link-known-now = By the records of { $moment }.
link-gone-title = This link does not work
link-gone = This link is wrong, over, or was withdrawn. Ask whoever sent it for a new one.
refused-link-days = A link is good for 1 to { $most } days.
told-statement-shared = A link to the statement was made for { $days } days
told-statement-withdrawn = A link to the statement was withdrawn
told-statement-opened = A link to the statement was opened for the first time
told-statement-taken = The statement was taken as { $form }
