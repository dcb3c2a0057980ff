# Refusals.
refused-no-name = Write the name.
refused-too-long = Too long. The most is { $count } letters.
refused-no-phone = This is no telephone number. For example: 0811 1234 567.
refused-no-email = This is no address that mail can be sent to.
refused-no-website = This is no address of a web site. For example: tokomaju.co.id.
refused-no-year = Write the year with four digits.
refused-no-amount = Write the amount in digits.
refused-no-employees = Write the number of people in digits.
refused-no-choice = Choose one of the list.
refused-unknown-owner = This person does not work here. Choose somebody else.
refused-unknown-parent = This parent client cannot be found.
refused-no-country = This country is not known. Choose one of the list, or write its two letters: ID.
by-system = The system
refused-stale = { $by } has changed this since you opened it. What you typed is still here; look at how it is now, and save again to keep yours.
refused-stale-what = { $by } has changed this since you opened it ({ $what }). What you typed is still here, and the rest is as it is now; save again to keep yours.
refused-many-parents = Several clients have this name. Open the one you mean, and paste the address of its page here.
refused-below-itself = A client cannot be its own parent.
refused-exists = This client exists already.
refused-too-late = More than { $count } days have passed, so this client cannot be restored.
refused-no-street = Write the street and number, or at least the city or the country.
refused-no-point = Write latitude and longitude, for example -6.2441, 106.7991.
refused-no-radius = Write a distance between 20 and 5,000 metres.
refused-no-move = No proposed move waits for a decision.
refused-already-there = This contact is at this client already.
refused-no-text = Write the note.
refused-no-day = This is not a date between 1000 and 2999. For example: 2026-03-04.

# The list.
accounts-title = Clients
account-new = New client
account-edit = Edit client
back-to-account = Back to the client
accounts-none = No clients yet
accounts-first-step = Import the list that you have, or write down the first client now.
accounts-import = Import a list
accounts-no-match = Nothing fits
accounts-no-match-help = Change the words, or let go of a filter.
accounts-counted = { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
all-that-fit = All that match ({ $count })
filter-words = Name, contact or telephone
any-status = Any status
any-tier = Any tier
any-owner = Any owner
any-team = Any team
any-visit = Visited at any time
unvisited = Not visited for { $count } days
unvisited-label = Not visited for long
sort-name = By name
sort-newest = Changed last
sort-last-visit = Longest without a visit
account-name = Client name
tier = Tier { $tier }
tier-label = Tier
tier-help = A for the clients worth most.
status-label = Status
status-prospect = Prospective client
status-client = Client
status-former = Former client
status-deleted = Deleted
owner-label = Owner
team-label = Team
last-visit-label = Last visit
nobody = Nobody yet
never-visited = Never
days-ago =
    { $count ->
        [0] today
        [1] yesterday
       *[other] { $count } days ago
    }

# Forms.
phone-label = Telephone
phone-help = For example: 0811 1234 567
email-label = Email
industry-label = Industry
industries = Advertising, Banking, Catering, Clinic, Construction, Education, Hotel, Information technology, Logistics, Manufacturing, Office, Pharmacy, Restaurant, Retail
more-fields = More details
parent-label = Parent
parent-help = The name of the client that owns this one.
parent-far-help = This client has a parent that you cannot see. Leave this empty to keep it; fill it in only if the parent changes.
told-parent-unnamed = a client you cannot see
website-label = Web site
founded-label = Founded in
revenue-label = Revenue in a year
employees-label = Employees
save = Save
saved = Saved.
cancel = Cancel
add = Add
edit = Edit
account-opened = { $name } is written down.

# The page of an account.
more-actions = More actions
hand-over = Change owner
hand-over-lead = Notes, tasks and history stay with the client.
delete-account = Delete client
delete-confirm = { $name } leaves every list. You can restore it for 30 days.
account-deleted = { $name } is deleted.
account-restored = { $name } is back.
hidden-account = This client was deleted on { $day } and can be restored until { $until }.
restore-account = Restore client
contacts-title = Contacts
contacts-filter = Name, telephone or email
any-channel = Any channel
any-consent = Any consent
contact-left-badge = left
contacts-counted = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
 }
contacts-none-yet = No contacts yet
contacts-first-step = Whom you meet at a client is written down on the client’s page, or comes from a file.
contacts-import = Import contacts
contact-new = New contact
contact-edit = Edit contact
contacts-none = No contacts yet. Write down whom you meet here.
contact-find = Search the contacts that exist
contact-found-none = No contact has this name. Write a new one below.
contact-link = Use this contact
call-named = Call { $name }
whatsapp-named = WhatsApp to { $name }
person-name = Name
role-label = Role
role-help = For example Owner or Purchasing.
left-label = No longer here since
left-help = Leave it empty while they work here.
left-on = No longer here since { $day }
contacts-there = Contacts that are there
contact-status-label = State
contact-looks-like-title = This person may be a contact already
contact-anyway = Write them down as a new contact
contact-endings = When something about this contact ends
contact-end-left = They left the company
contact-end-left-help = They worked here and no longer do. They stay in the client’s history, and nobody is asked to call them.
contact-end-left-action = Write since when
contact-end-taken-off = They never were at this client
contact-end-taken-off-help = They leave { $account } and stay at their other clients. Whoever is at no other client is deleted.
contact-take-off = Take off this client
contact-take-off-confirm = { $name } leaves { $account }, not their other clients. You can put them back for 30 days.
contact-taken-off = { $name } was taken off this client.
contact-put-back = { $name } is at this client again.
contact-end-twin = They are here twice
contact-end-twin-help = Two contacts become one, with everything of both, and can be parted again.
contact-merge-with = Merge with another contact
contact-end-deleted = They should not be kept at all
contact-end-deleted-help = They leave every client, every list, the search and the birthdays. You can restore them for 30 days.
contact-delete = Delete contact
contact-delete-confirm = { $name } leaves every client and every list. You can restore them for 30 days.
contact-deleted = { $name } is deleted.
contact-restored = { $name } is back.
contact-restore = Restore contact
hidden-contact = This contact was deleted on { $day } and can be restored until { $until }.

# Place.
place-title = Place
place-lead = Check-ins are compared with this point.
place-unknown = Not known yet. The first check-in proposes it.
place-proposed = Proposed
place-confirmed = Confirmed
place-moved = Seems to have moved
place-move-asks = The last check-ins were { $distance } m from here. Has the client moved?
place-agree = Yes, it moved
place-decline = No
metres = within { $radius } m
point-label = Coordinates
point-help = Latitude, then longitude. Paste from a map: -6.2441, 106.7991
radius-label = Radius (metres)
radius-help = As near as this counts as being there.

# Addresses.
addresses-title = Addresses
addresses-none = No address yet.
address-new = New address
address-edit = Edit address
address-remove = Remove address
address-remove-confirm = This address leaves the client.
address-main = Main
address-billing = Billing
address-delivery = Delivery
address-other = Other
label-label = For
street-label = Street and number
city-label = City
province-label = Province
postcode-label = Postcode
country-label = Country
children-title = Subsidiaries

# Search.
search-title = Search
search-action = Search
search-help = Write the name of a client, a contact or an opportunity, words of a note, a telephone or a tax number, or the number of an invoice, a credit note or a payment: in full, just its beginning, or its last digits. Small typos do not matter.
search-none = Nothing fits “{ $words }”
search-none-help = Check the spelling, or search for a part of the name.
search-more = All clients that fit

# The timeline.
told-opened = Client written down
told-changed = Client details changed
told-change = { $field }: { $before } → { $after }
told-nothing = empty
told-hidden = Client deleted
told-word-offered = { $name } is offered now
told-word-removed = { $name } is offered no more
told-restored = Client restored
told-address-added = New address: { $address }
told-address-changed = Address is now { $address }
told-address-removed = Address removed: { $address }
told-contact-added = New contact: { $name }
told-contact-changed = Details of { $name } changed
told-contact-left = { $name } works here no longer
told-contact-returned = { $name } works here again
told-contact-hidden = Contact deleted: { $name }
told-contact-restored = Contact restored: { $name }
told-contact-taken-off = { $name } taken off this client
told-contact-put-back = { $name } put back at this client
told-contact-merged = The contact { $other } was merged into { $name }
told-contact-merge-undone = The merge of { $other } into { $name } was undone
told-place-proposed = The first check-in proposed the place
told-place-confirmed = The place is confirmed: { $count } check-ins agree
told-place-move-proposed = { $count } check-ins in a row were { $distance } m from the place
told-place-set = Place written down, radius { $radius } m
told-place-move-agreed = Move agreed
told-place-move-declined = Move declined

# Tax numbers.
refused-no-tax-number = This is no NPWP, NIK or NITKU. Write 15, 16 or 22 digits, such as 01.312.166.0-091.000.
tax-number-label = NPWP or NIK
tax-number-help = The 15 digits of old, 16 digits, or a NITKU of 22 for one place of business.

# Twins.
refused-with-itself = A client cannot be merged with itself. Choose another.
refused-parent-and-child = One is the parent of the other. Take that away first if they really are one.
refused-not-merged = This merge has been undone already.
refused-later-merge = This client was later merged into another. Undo the last merge first.
refused-part-of-another = This client is part of another. Undo the merge to part them.
refused-contact-with-itself = A contact cannot be merged with themselves. Choose another.
refused-contact-too-late = More than { $count } days have passed, so this contact cannot be restored.
refused-contact-part-of-another = This contact is part of another. Undo the merge to part them.
refused-contact-later-merge = This contact was later merged into another. Undo the last merge first.
refused-nothing-taken-off = Nobody can be put back here: they were not taken off in the last days, or they are deleted.
refused-contact-looks-like = Looks like { $names }. Use the contact that is there, or write them down anyway if it is somebody else.
refused-looks-like = Looks like { $names }. Open the one that is there, or write it down anyway if it is another.
looks-like-title = This client may be there already
open-anyway = Write it down as a new client
like-tax-number = same tax number
like-phone = same phone
like-email = same email
like-website = same web site
like-name = same name
like-shared-phone = same office phone
like-shared-email = same shared email
like-external-key = same ID in the other system
like-spelt-otherwise = same name, spelt otherwise
like-part-of-name = one name is the beginning of the other
like-at-one-client = at the same client
like-birthday = same date of birth
unlike-name = names differ
unlike-family-name = only the last name is the same
unlike-generation = one is junior or senior
unlike-birthday = dates of birth differ
unlike-ways = phone numbers and emails differ
like-form-missing = names differ by the legal form only
like-other-form = same name, another legal form
like-word-order = the same words in another order
like-names-alike = names look alike
like-street = same address
like-near = { $metres } m apart
like-far = { $km } km apart
apart-parent = One is the parent of the other.
apart-branches = One taxpayer with two places of business (another NITKU): two branches, as a rule.
apart-tax-number = Their tax numbers differ: two companies, as a rule.
likeness-score = Likeness { $score } of 100
duplicates-find = Find duplicate clients
handovers-link = Handovers
move-link = Move clients
duplicates-title = Duplicate clients
duplicates-lead = Pairs that may be one client. Merge them, or say that they are two.
contact-duplicates-find = Find duplicate contacts
contact-duplicates-title = Duplicate contacts
contact-duplicates-lead = Pairs that may be one person. Merge them, or say that they are two.
duplicates-tabs = Kinds of pairs
duplicates-states = Which pairs
duplicates-waiting = Waiting
duplicates-two = Marked as different
duplicates-none = No pairs are waiting
duplicates-none-help = Imported records are checked automatically. A team lead or manager can check everything again now and then.
duplicates-none-two = No pairs marked as different yet
duplicates-none-two-help = Pairs marked “Not the same” are listed here, and can be asked about again.
duplicate-dismiss = Not the same
duplicate-dismissed = Remembered: these are two.
duplicate-said-by = { $who } marked these as different on { $day }.
duplicate-said = Marked as different on { $day }.
duplicate-reopen = Ask again
duplicate-reopened = The pair waits again.
duplicate-not-yours = You can see this pair but not decide on it. Whoever looks after both can.
scan-begin = Check all clients and contacts
scan-begun = The check has begun.
scan-running = Looking: { $done } of { $steps }
scan-label = How far it has come
scan-look-again = See how far it has come
scan-last = Last looked through { $moment }
merge-look = Compare and merge
merge-with = Merge with another client
merge-title = Merge two clients
merge-lead = They become one, and can be parted again.
merge-pick = Choose the client that becomes part of this one.
merge-stays = Stays
merge-goes = Becomes part of it
merge-swap = Swap: keep the right one
merge-choose = These differ. Choose what is right:
merge-no-choices = Nothing contradicts.
merge-all-stays = Contacts, addresses, notes, tasks, visits and deals of both are kept.
merge-action = Merge
merge-done = { $name } is part of this client now.
merged-notice = { $name } was merged into this on { $day } by { $who }.
merge-undo = Undo the merge
merge-undo-confirm = { $name } becomes a client of its own again, with all that was its own.
merge-undone = They are two again.
merge-contact-title = Merge two contacts
merge-contact-pick = Choose the contact who becomes part of this one.
merge-contact-consent = Of offers the stricter holds: { $consent }, since { $day }.
merge-contact-all-stays = The clients, notes, deals and fields of both are kept. What is not known of the one who stays comes from the other.
merge-contact-done = { $name } is part of this contact now.
merged-contact-notice = { $name } was merged into this contact on { $day } by { $who }.
merge-contact-undo-confirm = { $name } becomes a contact of their own again, with all that was theirs.
merge-made-since = { $count ->
    [one] { $count } record made after the merge stays with the other client.
   *[other] { $count } records made after the merge stay with the other client.
 }
merge-changed-since = { $count ->
    [one] { $count } value that somebody has changed since was left.
   *[other] { $count } values that somebody has changed since were left.
 }
told-merged = { $name } was merged into this client
told-merge-undone = The merge with { $name } was undone
told-scan-begun = Check for duplicate clients and contacts began
told-scan-finished = { $found ->
    [one] The check for duplicate clients and contacts found { $found } pair
   *[other] The look for duplicate clients and contacts found { $found } pairs
 }
told-duplicate-dismissed = Marked as different
told-duplicate-reopened = No longer marked as different
told-contacts-two = { $name } and { $other } were marked as different people
told-contacts-asked-again = { $name } and { $other } are no longer marked as different people

# A list as a file.
export-name = accounts
export-contacts-name = contacts
export-contacts = Download their contacts
export-currency = Currency
export-since = Recorded since
changed-label = Last changed
export-id = Jembatan ID
export-address-country = Country of the address
export-external-id = ID in the other system
export-consent-on = Consent since
export-consent-note = Consent known from
told-exported = downloaded the list of accounts
told-contacts-exported = downloaded the list of contacts

# The language of documents.
document-language-label = Language of documents
document-language-help = Of statements and other documents for this client. Empty: the company’s own.
language-id = Indonesian
language-en = English

# Tags.
tags-label = Tags
tags-help = With commas between. A tag that does not exist yet is made.
tags-known = In use:
any-tag = Any tag
refused-too-many-tags = Too many tags. The most is { $count }.

# The team of a client.
team-of-account = Client team
team-lead = Who works on this client, and what share is theirs. Whoever is on the team sees the client and works on it as its owner does.
team-now = Now
member-new = Add somebody
member-add = Add to the team
member-remove = Take off the team
member-remove-named = Take { $name } off the team
member-remove-confirm = { $name } no longer sees this client through the team, from now on.
member-role-label = Role
member-co-owner = Co-owner
member-specialist = Product specialist
member-support = Support
member-sponsor = Sponsor
share-kind-label = Share of
share-kind-help = Revenue is counted once, so the owner has less. Overlay is counted on top.
share-revenue = revenue
share-overlay = overlay
share-label = Share (percent)
share-help = For example 20 or 12.5. The owner has { $left }% of the revenue now. Leave it empty if nothing is shared.
share-of = { $share }% { $kind }
shares-too-much = More than 100% is shared. Make one of the shares smaller.
refused-owner-on-team = This person owns the client and has what the others leave. Choose somebody else.
refused-no-share = Write a share between 0 and 100 percent, with at most two decimals.
refused-shares-too-large = All shares together are more than 100 percent. Make this one or another one smaller.
refused-team-too-large = The team is full: the most is { $count } people.
refused-unknown-colleague = This person does not work here, or has nothing to do with clients. Choose somebody else.
told-member-added = { $name } joined the team: { $part }
told-member-changed = The part of { $name } became { $part }
told-member-removed = { $name } left the team

# Payment.
payment-title = Payment
payment-lead = When this client pays, and in which way.
payment-term-label = Payment terms
payment-term-help = Leave it empty for the usual terms.
payment-method-label = Way of paying
method-transfer = Bank transfer
method-virtual-account = Virtual account
method-qris = QRIS
method-giro = Giro
method-card = Card
method-cash = Cash
term-usual = { $label } (usual)
refused-unknown-term = These terms are not on offer. Choose from the list.

# Settings of clients.
settings-title = Clients
settings-lead = What is written down about clients, and what there is to choose from.
terms-title = Payment terms
terms-lead = The usual terms are for every client that has none of its own.
term-kind-label = How days are counted
term-net = Days after the invoice
term-month-end = End of the month after so many days
term-prepaid = In advance
term-on-delivery = On delivery
term-days-label = Days
term-is-usual = Usual
term-make-usual = Make usual
term-add = Add terms
not-offered = No longer offered
days-unit = days
label-in-indonesian = Name in Indonesian
label-in-english = Name in English
told-term-kept = Payment terms: { $label }
refused-no-days = Write a number of days between 0 and 365.
refused-no-label = Write the name, with at most { $count } letters.
refused-too-many-terms = The list of terms is full: the most is { $count }.
refused-usual-term = The usual terms are always on offer. Make others usual first.

# Bank accounts.
banks-title = Bank accounts
banks-lead = A second person decides on every change. Until then the old account stays in force.
banks-waiting = Waiting for a decision
banks-in-force = In force
banks-none = No bank accounts yet.
banks-decided = Decided
bank-new = Propose a bank account
bank-label = Bank
bank-number-label = Account number
bank-holder-label = Account holder
bank-reason-label = How you know
bank-reason-help = For example a stamped letter of 3 March, confirmed by calling their office.
bank-ask = Propose
bank-ask-change = Propose a change
bank-ask-remove = Propose to remove it
bank-proposed = Proposed. Somebody else decides.
bank-since = in force since { $day }
bank-before = Now
bank-after = Then
bank-nothing = nothing
bank-change-add = New bank account
bank-change-replace = Another bank account
bank-change-remove = Bank account removed
bank-change-waiting = Waiting
bank-change-accepted = Accepted
bank-change-refused = Refused
bank-change-withdrawn = Taken back
bank-asked-by = Proposed by { $who }, { $moment }
bank-decided-by = Decided by { $who }, { $moment }
bank-accept = Accept
bank-refuse = Refuse
bank-why = Reason
bank-why-when = needed to refuse
bank-withdraw = Take it back
bank-waits-for-another = You proposed this, so somebody else decides.
bank-accepted = The change is in force.
bank-refused = Refused. The old account stays in force.
bank-withdrawn = Taken back.
bank-look = Look and decide
bank-waiting-count = { $count } waiting
bank-changes-title = Changes of bank accounts
bank-changes-lead = Check by a way that you know already, not by a number that the proposal gives.
bank-changes-none = Nothing waits
bank-changes-none-help = Proposed changes of clients' bank accounts appear here.
bank-changes-wait = { $count ->
    [one] { $count } change of a client's bank account waits for you
   *[other] { $count } changes of clients' bank accounts wait for you
 }
refused-no-bank = Write the name of the bank.
refused-no-bank-number = This is no account number. Write the digits alone, for example 0123456789.
refused-no-holder = Write the name of the account holder.
refused-no-reason = Write the reason, with at most { $count } letters.
refused-bank-known = This client has this bank account already.
refused-same-bank = Nothing would change. Write another bank, number or name.
refused-bank-change-waits = A change of this account waits already. Wait for the decision, or ask for it to be taken back.
refused-own-proposal = You proposed this yourself. Somebody else decides.
refused-bank-decided = This has been decided already.
told-bank-proposed = Proposed change of a bank account: from { $before } to { $after }
told-bank-accepted = Bank account changed from { $before } to { $after }
told-bank-refused = Change of a bank account refused: { $why }
told-bank-withdrawn = Proposed change of a bank account taken back
mail-bank-subject = Bank account of a client
mail-bank-waits = A change of the bank account of { $name } waits for your decision: { $link }
mail-bank-accepted = Your proposal for the bank account of { $name } was accepted: { $link }
mail-bank-refused = Your proposal for the bank account of { $name } was refused. The reason is here: { $link }

# Fields of a company's own.
fields-of-accounts = Fields of clients
fields-of-contacts = Fields of contacts
fields-none = No fields of your own yet.
field-new = New field
field-edit = Edit field
field-record-label = For
field-kind-label = Kind
field-kind-help = The kind cannot be changed once it is saved.
field-help-in-indonesian = Help in Indonesian
field-help-in-english = Help in English
field-choices-label = New choices
field-choices-help = One a line, for the kinds with choices. The English name may follow an upright line: Jawa | Java
field-required = Required
field-in-list = Shown in the list
field-seen-by = Who sees it
field-kept-by = Who changes it
field-remove = Remove this field
field-remove-help = It is gone from every page. Its values are kept, and come back with it.
field-removed = Removed
field-is-text = Text
field-is-number = Number
field-is-money = Money
field-is-date = Date
field-is-yes-no = Yes or no
field-is-choice = One choice
field-is-choices = Several choices
field-is-link = Link
field-is-phone = Telephone
field-is-email = Email
circle-everybody = Everybody
circle-managers = Managers
circle-finance = Finance
circle-administrators = Administrators
custom-yes = Yes
custom-no = No
move-up = Move up
move-up-of = Move { $label } up
move-down = Move down
move-down-of = Move { $label } down
refused-custom-missing = This has to be filled in.
refused-custom-number = Write a number, with at most four decimals.
refused-custom-unknown = There is no such field, or you may not change it.
refused-too-many-fields = There is no room for more: the most is { $count } fields. Remove those that nobody uses.
refused-no-choices = Write between 1 and { $count } choices, each different.
refused-kept-unseen = Whoever changes it must see it. Choose the same people, or administrators.
told-value-changed = { $label } changed
told-field-kept = Field of our own: { $label }
limit-smallest = Smallest
limit-largest = Largest
limit-decimals-label = Decimals
limit-decimals-help = Without a choice a number may have up to four.
limit-decimals-none = None: whole numbers only
limit-decimals-one = At most one
limit-decimals-two = At most two
limit-decimals-three = At most three
limit-whole = Whole numbers only.
limit-decimals = { $count ->
    [one] At most { $count } decimal.
   *[other] At most { $count } decimals.
 }
limit-smallest-amount = Smallest amount
limit-largest-amount = Largest amount
limit-amount-help = In the currency of the company, or with the code of another behind it: 100 USD. Values are then in the same currency.
limit-shortest = Fewest characters
limit-longest = Most characters
limit-pattern = How it is written
limit-pattern-help = A is a letter, 9 a digit, ? any character. What stands in [ ] may be left out, sign by sign. Everything else stands for itself, and so does what has a \ before it. Example: AA-9[999]
limit-hint-in-indonesian = What is wanted, in Indonesian
limit-hint-in-english = What is wanted, in English
limit-hint-help = One sentence in your own words. It stands beside the field, and is said when something else is written there.
limit-earliest = Earliest day
limit-earliest-in = Or earliest, in days from today
limit-latest = Latest day
limit-latest-in = Or latest, in days from today
limit-days-help = 0 is the day on which somebody writes it down, -30 is thirty days before, 30 is thirty days after.
limit-allowed = Allowed: { $allowed }.
limit-like = Write it like { $example }.
limit-exactly = exactly { $what }
limit-between = { $from } to { $to }
limit-from = at least { $from }
limit-to = at most { $to }
limit-length = exactly { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }
limit-lengths = { $from } to { $to } characters
limit-length-from = at least { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }
limit-length-to = at most { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }
limit-day-from = { $from } or later
limit-day-to = { $to } or earlier
refused-limit-small = This is too small. Allowed: { $allowed }.
refused-limit-large = This is too large. Allowed: { $allowed }.
refused-limit-decimals = This number has too many decimals. { $allowed }
refused-limit-short = This is too short. Allowed: { $allowed }.
refused-limit-long = This is too long. Allowed: { $allowed }.
refused-limit-early = This day is too early. Allowed: { $allowed }.
refused-limit-late = This day is too late. Allowed: { $allowed }.
refused-limit-currency = Amounts in this field are compared, so write this one in { $currency }.
refused-limit-pattern = This is not written as the field asks for it. { $wanted }
refused-limit-unsuitable = A field of this kind has no such limit. Leave it out.
refused-limit-turned = Nothing lies between these two limits. Change one of them.
refused-limit-currencies = Write both limits in one currency.
refused-limit-no-decimals = Write a whole number between 0 and { $count }, or leave it empty.
refused-limit-length = Write a whole number between 1 and { $count }.
refused-limit-no-pattern = This cannot be read. Close every [ with ], write one sign behind a \, leave at least one sign outside of [ ], and use at most { $count }.
refused-limit-never-fits = No text can be written so and be as long as asked for. Change the form or the number of characters.
refused-limit-days = Write a whole number of days, at most { $count } before or after.
refused-limit-two-days = Choose one: a fixed day, or days from today.

# Cards.
contacts-take = Save to the address book

# Tasks.
channel-label = Preferred channel
channel-help = The one they like best.
channel = { $word ->
    [phone] Phone
    [whatsapp] WhatsApp
    [email] Email
   *[visit] Visit
  }
prefers = { $word ->
    [phone] Prefers a call
    [whatsapp] Prefers WhatsApp
    [email] Prefers email
   *[visit] Prefers a visit
  }
birthday-label = Birthday
birthday-help = Such as “12 April”; the year may be left out.
has-birthday = Birthday { $day }
consent-title = Consent to offers
consent-label = Do they agree to be sent offers?
consent-help = A consent as the law on personal data asks for: it can be shown, and taken back at any time.
consent = { $word ->
    [given] Agrees
   *[refused] Does not agree
  }
consent-on-label = Since
consent-on-help = Empty means today.
consent-note-label = Known from
consent-note-help = Such as “form at the fair, signed”.
refuses-offers = Wants no offers
refused-no-birthday = Write day and month, such as “12 April” or “12/04/1988”.
refused-no-consent-day = Choose today or a day before.
refused-no-way = Fill in the number or address for this channel first.
bulk-title = Change many at once
bulk-lead = All clients that fit the filters of the list. Choose what to change, look at what would happen, then change them.
bulk-lead-chosen = { $count ->
    [one] { $count } client that you selected. Choose what to change, look at what would happen, then change it.
   *[other] { $count } clients that you selected. Choose what to change, look at what would happen, then change them.
 }
bulk-change-chosen = Change…
bulk-none-chosen = No client is selected. Tick some rows first.
bulk-what = What to change
bulk-field = { $word ->
    [status] Status
    [tier] Tier
    [industry] Industry
    [add_tag] Add a tag
   *[remove_tag] Take a tag off
  }
bulk-tag = Tag
bulk-empty-clears = Empty takes it away.
bulk-preview = See what would happen
bulk-will-change = { $count ->
    [one] { $count } client will change.
   *[other] { $count } clients will change.
  }
bulk-already = { $count ->
    [one] { $count } is so already.
   *[other] { $count } are so already.
  }
bulk-not-yours = { $count ->
    [one] { $count } is not yours to change.
   *[other] { $count } are not yours to change.
  }
bulk-more = and { $count } more
bulk-now = Now
bulk-then = Then
bulk-nothing = (empty)
bulk-has-tag = has it
bulk-no-tag = has it not
bulk-do = { $count ->
    [one] Change { $count } client
   *[other] Change { $count } clients
  }
bulk-moved = How many would change is no longer what you saw. Look again, then change them.
bulk-changed = { $count ->
    [one] { $count } client is changed.
   *[other] { $count } clients are changed.
  }
bulk-undone = { $count ->
    [one] { $count } client is as it was.
   *[other] { $count } clients are as they were.
  }
bulk-left = { $count ->
    [one] { $count } is left, because it has changed since.
   *[other] { $count } are left, because they have changed since.
  }
refused-one-tag = Write one tag.
refused-too-many-at-once = At most { $count } clients at once. Narrow the filters.
refused-undone-already = This change is undone already.
told-bulk-changed = { $count ->
    [one] changed { $count } client at once
   *[other] changed { $count } clients at once
  }
told-bulk-undone = { $count ->
    [one] took back a change of { $count } client
   *[other] took back a change of { $count } clients
  }

# The map of clients.
map-of-clients = Map of clients
list-or-map = List or map
as-list = List
as-map = Map
near-label = Sort from
near-button = Sort
near-me = Where I am
position-none = The browser gives no position. Allow it, or paste coordinates from a map.
map-shown = { $count ->
    [0] No client is shown here.
    [one] { $count } client is shown here.
   *[other] { $count } clients are shown here.
 }
map-left-out = { $count ->
    [one] { $count } more client whose location is known is not shown, as { $most } is the most. Narrow it with the filters above.
   *[other] { $count } more clients whose location is known are not shown, as { $most } is the most. Narrow it with the filters above.
 }
map-unplaced = { $count ->
    [one] { $count } client has no known location yet.
   *[other] { $count } clients have no known location yet.
 }
map-help = Pull it with a finger, a mouse or the arrow keys; + and - zoom. Everything on the map stands in the list below it, too.
map-closer = Zoom in
map-farther = Zoom out
map-all = Show all
map-several = { $count } clients here
map-not-set = No map is set up on this server, so clients are shown by city or by distance.
map-how-to-set = Whoever runs the server enters the address of map tiles, tiles_url, in jembatan.toml. Without it nobody else is ever asked.
map-nobody = No client whose location is known
map-nobody-help = Enter a location on a client's page, or let check-ins learn it.
by-distance = The nearest first
no-city = No city
city-with = { $city } ({ $count })
unplaced-title = Location not known yet
unplaced-help = A location is learned from check-ins, too.
place-add = Enter location
