# A file that is refused as a whole. Nothing changed.
file-missing = There is no such file. Check its name and folder.
file-is-directory = This is a folder without a file that is known. Name the file.
file-unreadable = The file cannot be read: { $cause }.
file-empty = The file is empty.
file-has-no-rows = The file has column names and not a single row.
file-is-workbook = This is an Excel workbook. Save its sheet as CSV and import that file.
file-is-compressed = The file is compressed. Unpack it and import what is inside.
file-is-binary = The file is not text. Export the table as CSV.
file-too-large = The file is larger than { $limit } MiB. Split it into several files.
row-too-long = The row on line { $line } is longer than { $limit } KiB. A quotation mark may be missing.
too-many-columns = The row on line { $line } has more than { $limit } columns.
invalid-bytes = Line { $line } has broken letters that are not { $encoding }. Mend them, or save the file again as UTF-8.
quote-never-closes = The quotation mark on line { $line } is never closed.
nothing-fits = No mapping knows these columns: { $columns }.
columns-missing = These columns are missing: { $columns }.
column-twice = The column { $column } stands there twice. Rename one of them.

# Rows that are rejected.
ragged = The row has { $found } cells instead of { $expected }.
required = This cell must be filled in.
not-a-number = This is not a number that can be read with certainty.
too-many-decimals = The number has more decimals than are kept.
too-large = The number is too large.
below-zero = The number is below zero.
not-a-year = This is not a year.
not-a-day = This is not a date between 1000 and 2999 in the order that the file uses.
not-a-country = This is no country that is known. Write its name or its two letters, for example Indonesia or ID.
not-an-email = This is not an e-mail address.
email-shared = Somebody else has this address too.
too-long = The text is longer than { $limit } letters.
not-listed = This word is not known. Known are: { $known }.
closed-without-day = A deal that was won or lost needs a closing date.
closed-before-engaged = The closing date is earlier than the start.
contradiction = Lines { $lines } say different things about the same record. Keep the one that is right.
key-of-several = Several stored records have this key, so it is not clear which is meant.
no-such = There is no { $kind ->
    [team] team
    [person] person
    [product] product
    [account] client
    [contact] contact
    [invoice] document
   *[other] opportunity
 } of this name.
relation-rejected = The { $kind ->
    [team] team
    [person] person
    [product] product
    [account] client
    [contact] contact
    [invoice] document
   *[other] opportunity
 } of this name is in the file, but its row was rejected. Mend that row first.
several-such = Several { $kind ->
    [team] teams
    [person] people
    [product] products
    [account] clients
    [invoice] documents
   *[other] opportunities
 } have this name, so it is not clear which is meant.
above-itself = This { $kind ->
    [team] team
   *[account] client
 } would stand above itself.

# An import that does not begin, does not go on, or is not undone.
refused-undo-unfinished = The import { $run } is being undone. Finish that first.
refused-taken-over = Another import began before this one was through. Run this import again to go on.
refused-already-undone = This import is already undone.

# The pages of imports.
settings-title = Settings
imports-title = Imports
imports-lead = Files of other systems that became records here, and the way back.
imports-none-title = No imports yet
imports-none = Upload the files of your old system. Nothing changes before you have checked it.
import-title = Import { $preset }
import-source = Source
import-state = State
import-when = When
by-shell = From the server
state-running = Running
state-interrupted = Stopped halfway
state-finished = Finished
state-undoing = Being undone
state-undone = Undone
so-far = { $done } of { $of } records are written. Run the same import again to go on.
was-undone = Undone { $at }: { $undone } changes were taken back, { $stayed } stay.
stayed-heading = What stays
stays-changed-since = somebody has changed it since
stays-needed = something else needs it
records-heading = Records
record-kind = Kind
created = Created
updated = Updated
unchanged = Unchanged
files-heading = Files
remarks-heading = Worth knowing
file-name = Name
rows = Rows
accepted = Accepted
rejected = Rejected
rejected-download = Download rejected rows
rejected-help = Mend the rejected rows in their file, then import that file.
kind-team = Team
kind-person = Person
kind-product = Product
kind-account = Account
kind-contact = Contacts
kind-opportunity = Opportunity
kind-prospect = Prospects
alias-used = { $from } was read as { $to }, { $count } times.
owners-were-given = { $count } accounts went to the person with the most opportunities there.
deals-without-account = { $count } opportunities belong to no account.
undo-heading = Undo this import
undo-help = New records go and changed ones return to what they were. What somebody has changed since, or something else needs, stays and is listed here.
undo-button = Undo the import
undo-confirm = Undo this import? Its new records will be deleted.
undo-started = The import is being undone. Reload this page to see the result.

# Timeline and audit.
told-created = Imported
told-changed = Changed by an import
told-put-back = Put back, because the import was undone
told-run-begun = Import begun
told-run-refused = Import called off: its files could not be read
told-run-finished = Import finished: { $created } created, { $updated } updated, { $rejected } rejected
told-undo-begun = Undoing of an import begun
told-run-undone = Import undone: { $undone } changes taken back, { $stayed } stay

# Days of another system's ledger.
no-archive = This file is no archive (tar, tar.xz, zip) that can be opened.
no-days = There is no file of a day here. They are called like 2010-12-01.csv.
day-twice = The day { $day } is there twice. Leave one.
day-columns = The columns must be { $columns }, in this order.
day-cell = Line { $line }, { $column }: { $value } cannot be read with certainty.
day-two-clients = Line { $line }: document { $number } names two clients or two countries.
day-changed = This day was imported with other content. Undo that import first, or record the difference as a correcting document.
ledger-house = Unnamed buyers (Online Retail)
ledger-customer = Customer { $key }
kind-ledger-day = Days of the ledger
ledger-heading = Transactions
ledger-documents = Documents
ledger-lines = Lines
ledger-net = Net
ledger-nameless = Lines without a buyer
ledger-cancelled = Lines of cancellations
ledger-tied = Tied to the line of their invoice
ledger-refused = Days that were refused
# Files that are read another way.
file-is-locked = This workbook is locked with a password. Unlock it, save it, and upload it again.
file-is-damaged = This file is damaged and cannot be read. Export it again from where it came.
file-has-many-rows = The file has more than { $limit } rows. Split it into several files.
file-unpacks-to-much = This file unpacks to far more than is accepted. Split it into several files.
not-a-phone = This is not a telephone number. Write 8 to 15 digits, such as 0812 3456 7890.
not-a-website = This is not the address of a website, such as tokomaju.co.id.
not-stored = This is not known here yet, and this import only updates.
refused-not-mapped = { $file } is not mapped completely. Fill in the columns that are required.
refused-mark-unsettled = { $file }: a number in { $column } reads in two ways, as in row { $line }: { $text }. Say which mark stands before decimals, on the page where the columns are mapped.
refused-days-unsettled = { $file }: a date in { $column } reads in two ways, as in row { $line }: { $text }. Say the order of dates, on the page where the columns are mapped.
refused-no-file = No file was chosen. Choose one or several.
refused-busy = Other people’s files are being checked. Try again in a few seconds.
refused-another-runs = Another import is running. Wait until it is through, or stop it first.
refused-not-now = This step does not fit the state that the import is in now. Reload the page.

# Upload, map, check, run.
state-draft = Not run yet
state-cancelled = Stopped
steps-label = Steps of the import
step-upload = Upload
step-map = Map
step-check = Check
step-run = Run
step-done = Done
upload-title = Import files
upload-lead = Clients, contacts, opportunities, products, people or transactions of another system. Nothing changes before you have checked it.
upload-files = Files
upload-help = CSV, Excel (XLSX or XLS) or vCard. Several at once if you like, at most 20 files and 64 MiB. Days of a ledger come packed (tar, tar.xz or zip), or as up to 400 files. What is not run is thrown away after 14 days.
upload-button = Upload
upload-too-large = Together the files are larger than 64 MiB. Upload them in several parts.
upload-nothing-changed = Nothing was kept. Mend the file, then upload all of them again.
map-title = Map the columns
map-lead = See what each file holds, and which column becomes what.
map-missing = Still missing: { $fields }. Choose the column, or give one value for all rows.
map-preset = This file is known, and read as { $preset } writes it.
map-preset-reads = Columns that are read
map-by-hand = Map it myself
map-target = Each row is
map-apply = Apply
map-column = Column
map-samples = Samples
map-becomes = Becomes
map-not-read = Not read
map-stages = What each stage means
deal-open = Still open
deal-won = Won
deal-lost = Lost
map-fixed = The same for every row
map-reading = How to import
map-does = What is done
does-both = Add and update
does-create = Only add what is new
does-update = Only update what is known
map-key = Known by
key-name = Name
key-name-in-account = Name at their client
key-email = Email
key-phone = Telephone
map-empty = Empty cells
empty-keep = Keep what is stored
empty-clear = Clear what is stored
map-days = Order of dates
days-day-first = Day, month, year (31/12/2026)
days-month-first = Month, day, year (12/31/2026)
days-year-first = Year, month, day (2026-12-31)
days-sure = Row { $line } decides: { $text }.
days-either = Every date in { $column } reads both ways, as in row { $line }: { $text }. Choose the order.
days-mixed = The order of dates is mixed: row { $line } ({ $text }) and row { $other-line } ({ $other-text }). Rows that do not fit will be rejected.
map-mark = Decimal mark
mark-comma = Comma (1.234,50)
mark-point = Point (1,234.50)
mark-choose = Choose
mark-either = Every number in { $column } reads in two ways, as in row { $line }: { $text }. Choose the decimal mark; wrong, amounts differ a thousandfold.
mark-mixed = Numbers are written in two ways: row { $line } ({ $text }) and row { $other-line } ({ $other-text }). Choose the decimal mark. Rows that do not fit will be rejected.
map-currency = Currency
map-currency-help = Three letters, such as IDR. Empty means the company's own.
map-name = Name of the mapping
map-name-help = The next file with the same column names is read the same way.
map-file-reading = How this file is read
map-sheet = Sheet
map-header = First row
header-yes = Column names
header-no = Data already
map-guessed = Guess
map-encoding = Encoding
map-delimiter = Delimiter
delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-bar = bar
map-check = Check the result
map-keep = Save for later
file-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
written-text = { $encoding }, parted by { $delimiter }
written-sheet = sheet { $sheet }
written-cards = cards
field-name = Name
field-parent = Parent
field-email = Email
field-team = Team
field-role = Role
field-manages = Manages team
field-series = Series
field-price = Price
field-industry = Industry
field-founded-year = Year founded
field-revenue = Yearly revenue
field-employees = Employees
field-country = Country
field-status = Status
field-phone = Telephone
field-website = Website
field-owner = Owner
field-post = Job title
field-whatsapp = WhatsApp
field-external-id = Id in the other system
field-agent = Owner
field-product = Product
field-account = Client
field-stage = Stage
field-kind = Won or lost
field-engaged-on = Started on
field-closed-on = Closed on
field-expected-close-on = Expected to close on
field-pipeline = Pipeline
field-lost-reason = Reason for losing
field-next-step = Next step
field-value = Value
field-contact-name = Whom to speak with
field-street = Street
field-city = City
field-province = Province
field-source = Source
field-note = Note
check-title = Check the import
check-lead = This is what would happen. Nothing has changed yet.
faults-heading = { $count ->
    [one] { $count } row would be rejected
   *[other] { $count } rows would be rejected
 }
faults-help = All other rows are imported. Download the rejected rows, now or after the import, fix them, and import that file.
faults-more = Rows not shown here: { $count }. They are in the file of rejected rows.
fault-where = Where
fault-column = Column
fault-value = Value
fault-why = Reason
sample-at = { $file }, row { $line }
sample-change = { $field }: { $before } → { $after }
samples-heading = Samples
alike-heading = Perhaps known already
alike-help = These would be added as new clients. Give them the same name in the file if they are one. After the import they stand under Duplicates, where two become one.
alike-stored = like { $name }, which is stored
alike-brought = like { $name } of this import
alike-why = { $score } of 100: { $reasons }
check-waits = Other people’s files are being checked. Yours is waiting its turn; this page reloads automatically.
check-again = Reload
check-nothing = There is nothing to write: everything is the same already.
check-all-rejected = No row can be imported as it is. Fix the rejected rows in their file and upload it, or map the columns differently.
run-button = { $count ->
    [one] Import { $count } record
   *[other] Import { $count } records
 }
run-goes-on = Go on importing
back-to-map = Back to the mapping
so-far-brought = { $done } of { $of } records are written. Go on, or undo what is written.
progress = { $done } of { $of } records written
cancel-button = Stop
cancel-confirm = Stop this import? What is written stays until you undo it.
cancel-done = The import has stopped. What is written stays.
discard-button = Discard these files
discard-confirm = Discard the uploaded files? Nothing is imported yet.
discarded = The files are gone. Nothing was imported.
told-files-brought = Files were uploaded for an import
told-run-cancelled = Import stopped: { $done } of { $of } records written

# Clients and contacts in full.
own-field-unknown = The company has no field { $field }, or it is not yours to fill in. Map the column again.
too-many = Too many. At most { $limit }.
not-a-tax-number = This is no NPWP, NIK or NITKU (15, 16 or 22 digits). In Excel, keep the cell as text. For a client abroad, fill in the country too.
not-a-birthday = This is no birthday, such as 12/04/1988 or 12 April.
day-to-come = This day is still to come.
not-an-id = This is no ID of Jembatan. Copy it as it is, or leave it empty to add a new record.
not-a-currency = This is no currency. Write three letters, such as IDR.
no-such-id = No { $kind ->
    [contact] contact
   *[other] client
 } has this ID. Leave the cell empty to add a new record.
contact-gone = This contact was deleted, or merged into another. Restore them first, or leave the row out.
external-id-shared = Another { $kind ->
    [contact] contact
   *[other] client
 } has this ID too, stored or in this import.
address-nowhere = An address needs a street, a city or a country.
no-way-to-reach = The number or address for this way of reaching them is missing.
consent-missing = There is a date or a note of a consent, and no consent.
choice-retired = This choice is offered no more. Choose another.
kind-tag = Tag
told-files-swept = Files that were not imported were thrown away after 14 days
map-own-fields = Fields of the company
map-key-help = A row that fits several records is rejected, never guessed.
map-tags-help = The tags in the file replace all tags of that client. Part them with commas or semicolons.
field-currency = Currency of the revenue
field-tier = Tier
field-tax-number = NPWP or NIK
field-tags = Tags
field-channel = Preferred channel
field-birthday = Birthday
field-consent = Consent to offers
field-consent-on = Consent since
field-consent-note = Consent known from
field-id = Jembatan ID
field-postcode = Postcode
field-address-country = Country of the address
field-custom = Field of the company

# Days of a ledger from the browser.
refused-mixed = Days of a ledger came together with other files. Upload them separately.
refused-not-by-hand = An archive, or more than 20 files, cannot be mapped by hand. Unpack it and upload at most 20 files.
ledger-choose = Read as days of a ledger
ledger-map-lead = These files are known. Nothing has to be mapped.
ledger-known = These are days of a ledger, and read as { $ledger } writes them.
ledger-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
 }
ledger-reads-number = Number of the document; with C it is a cancellation, with A an adjustment
ledger-reads-code = Product, known by this code
ledger-reads-text = Name of the product
ledger-reads-quantity = Quantity
ledger-reads-day = Day and time
ledger-reads-price = Price in GBP
ledger-reads-customer = Client, known by this number; empty means the house account
ledger-reads-country = Country of the document
ledger-nameless-help = They go to the house account
ledger-repeated = Repeated lines
ledger-repeated-help = They stand twice in one document, and are kept
ledger-untied = Cancelled, but tied to no line
ledger-refused-download = Download this day
ledger-refused-help = A day comes whole or not at all. Mend it in its file and import that file; the other days are not affected.
ledger-documents-sample = Documents as they will stand
ledger-cancellations-sample = What cancellations take back
ledger-invoice = Invoice
ledger-cancellation = Cancellation
ledger-adjustment = Adjustment
ledger-document-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
ledger-document-repeated = { $count } of them repeated
ledger-takes-back = takes back a line of invoice { $number }
run-lines-button = { $count ->
    [one] Import { $count } line
   *[other] Import { $count } lines
 }
progress-lines = { $done } of { $of } lines written
so-far-lines = { $done } of { $of } lines are written. Run the same import again to go on.
so-far-lines-brought = { $done } of { $of } lines are written. Go on, or undo what is written.

# Documents of the ledger and payments, row by row.
kind-invoice = Invoices and credit notes
kind-payment = Payments
no-such-client = No client is known by this.
document-row-rejected = Another row of this document was rejected. A document comes whole or not at all: mend that row.
document-in-several-files = Rows of this number stand in several files. Bring each document in one file: of two exports that overlap each line would count twice.
document-contradicts = Rows of one document say different things here. Keep the one that is right.
line-differs = Quantity times price, less the discount, does not equal this amount.
discount-differs = This discount does not match its percentage: it should be { $expected }.
discount-too-much = The discount is more than the amount it is taken from.
line-unwhole = Quantity times price has more decimals than the currency. Give the amount of the line.
tax-differs = This tax does not match its rate: it should be { $expected }. If the rates in this file are not used, do not map their column.
total-differs = The lines and their taxes come to { $sum }, and not to this.
invoice-below-zero = An invoice cannot come to less than nothing. What takes back is a credit note.
due-before-day = Due before the date of the document.
takes-nothing-back = Only a credit note or a cancellation takes another document back.
recorded-otherwise = Recorded already under this number, with something else here. What is recorded is never changed: a correction is an opposite document.
document-of-another = This client has no such document.
other-currency = That document is in { $currency }.
credit-too-much = Only { $left } of that document is left to take back.
paid-too-much = Only { $left } of that document is left to pay.
nothing-paid = A payment over nothing.
paid-twice = This payment names the same document twice.
other-sign = Money that came and money that went back cannot be one payment.
key-name-of-client = Name of the client
key-external-of-client = The client's id in the other system
key-tax-of-client = NPWP or NIK of the client
key-id-of-client = Jembatan ID of the client
field-number = Number
field-day = Date
field-due-on = Due on
field-document-kind = Invoice or credit note
field-cancels = Takes back the invoice
field-code = Product code
field-text = Description
field-quantity = Quantity
field-discount = Line discount
field-discount-rate = Line discount in percent
field-amount = Amount without tax
field-amount-currency = Currency
field-tax-rate = Tax rate in percent
field-tax-base = Tax base
field-tax = Tax
field-document-discount = Document discount
field-document-discount-rate = Document discount in percent
field-fee = Freight and other fees per document
field-total = Total of the document
field-method = Way of paying
field-pays = Pays the invoice
