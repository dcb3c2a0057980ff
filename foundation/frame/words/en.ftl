# Failures.
title-not-found = Not found
title-signed-out = You are not signed in
title-denied = Not allowed
title-refused = Not like this
title-taken = Somebody was quicker
title-unstored = The server cannot store
title-internal = Something broke
error-not-found = This page does not exist, or is not yours to see.
error-signed-out = Sign in to continue.
error-denied = You may not do this.
error-invalid = Some answers need mending.
error-malformed = This request cannot be read: { $detail }
error-address-unread = What stands behind the question mark of this address is not what this page reads. It may have been cut off or mistyped.
error-form-unread = What was sent could not be read, so nothing was changed. Go back, load the page again and send the form once more.
error-too-large = This is too large to send.
error-too-many = Too often. Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 }.
error-taken = Somebody else recorded the same thing at the same moment. Yours was not saved: look at what is there now, then try again.
error-unstored = The server's storage is full or failing. Nothing has changed; try again later.
error-internal = Something went wrong on our side. Nothing of yours has changed.

# Photos.
files-other-bytes = The file does not match its name.
files-no-photo = This file is not a JPEG, PNG or WebP photo.
files-too-many-pixels = The photo is too large; 40 megapixels is the most.
### The words that stand on every page.

skip-to-content = Skip to content
main-navigation = Main menu
search = Search
search-hint = Search clients, people, invoices
more = More
my-profile = My profile
sign-out = Sign out
keyboard-shortcuts = Keyboard shortcuts
open-without-question = Open the page without it
back-to-start = Go to the start page
close = Close
optional = optional
choose-one = Choose
select-row = Select { $name }
first-page = Back to the start
next-page = Next
problems-heading = Some things need mending
request-number = Request number: { $number }
place-inside = At the place
place-outside = Away from the place
place-cannot-tell = Place not certain
time-exact = Time exact
time-bounded = Time within a range
time-unproven = Time not proven
settings-tabs = Parts of the settings

# A list as a file.
take-out = Download this list
take-out-shown = Only the columns shown

# Lists: their filters, order and columns.
list-apply = Apply
list-sort = Order
list-show-all = Show all
list-more-than = more than { $count }
list-in-force = Filters in use
list-take-away = Remove filter
list-gone = This filter is no longer there, or not for you: { $filters }. The list stays empty until the filter is removed.
filter-gone-named = { $value } (no longer there)
columns = Columns
columns-show = Show
columns-usual = As usual
column-up = Move up
column-down = Move down
choose-page = Select all on this page
choose-none = Clear selection
chosen-rows = Selected rows
next-keeping = Next, keeping the selection

# Notices.
undo = Undo
notices = For you
notices-waiting = For you: { $count ->
    [0] nothing new
   *[other] { $count } unread
 }
beside = What belongs together
