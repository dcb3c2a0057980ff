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
not-a-day = This is not a date in the order that the file uses.
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
   *[other] opportunity
 } of this name.
relation-rejected = The { $kind ->
    [team] team
    [person] person
    [product] product
    [account] client
   *[other] opportunity
 } of this name is in the file, but its row was rejected. Mend that row first.
several-such = Several { $kind ->
    [team] teams
    [person] people
    [product] products
    [account] clients
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
imports-none = Run this command on the server. With --dry-run nothing changes.
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
kind-opportunity = Opportunity
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
