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
not-an-email = This is not an e-mail address.
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
