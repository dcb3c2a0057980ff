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
refused-below-itself = A client cannot be its own parent.
refused-exists = This client exists already.
refused-too-late = More than { $count } days have passed, so this client cannot be restored.
refused-no-street = Write the street and number, or at least the city or the country.
refused-no-point = Write latitude and longitude, for example -6.2441, 106.7991.
refused-no-radius = Write a distance between 20 and 5,000 metres.
refused-no-move = No proposed move waits for a decision.
refused-already-there = This contact is at this client already.
refused-no-text = Write the note.
refused-no-day = This is no date. For example: 2026-03-04.
refused-no-step = Write the next step.

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
filter-words = Name, contact or telephone
any-status = Any status
any-tier = Any tier
any-owner = Any owner
any-team = Any team
any-visit = Visited at any time
unvisited = Not visited for { $count } days
unvisited-label = Not visited for long
sort-label = Order
sort-name = By name
sort-newest = Changed last
sort-last-visit = Longest without a visit
apply = Apply
show-all = Show all
account-name = Client name
tier = Tier { $tier }
tier-label = Tier
tier-help = A for the clients worth most.
status-label = Status
status-prospect = Prospect
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
note-label = Note
note-write = Write note
timeline-title = Timeline
timeline-none = Nothing has happened yet.
timeline-older = Older
tasks-title = What to do next
tasks-none = None yet.
task-new = New step
task-label = What will be done
task-add = Add step
task-finish = Done
task-finish-named = Done: { $text }
due-label = Due
due = Due { $day }
due-late = Overdue since { $day }
contacts-title = Contacts
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
search-help = Write the name of a client or a contact, words of a note, a telephone or a tax number. A slip of the finger does no harm.
search-none = Nothing fits “{ $words }”
search-none-help = Check the spelling, or search for a part of the name.
search-more = All clients that fit

# The timeline.
by-system = The system
told-opened = Client written down
told-changed = Client details changed
told-change = { $field }: { $before } → { $after }
told-nothing = empty
told-hidden = Client deleted
told-restored = Client restored
told-address-added = New address: { $address }
told-address-changed = Address is now { $address }
told-address-removed = Address removed: { $address }
told-contact-added = New contact: { $name }
told-contact-changed = Details of { $name } changed
told-contact-left = { $name } works here no longer
told-contact-returned = { $name } works here again
told-noted = Note
told-task-added = Next step: { $text }
told-task-done = Done: { $text }
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
refused-looks-like = Looks like { $names }. Open the one that is there, or write it down anyway if it is another.
looks-like-title = This client may be there already
open-anyway = Write it down as a new client
like-tax-number = same tax number
like-phone = same phone
like-email = same email
like-website = same web site
like-name = same name
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
duplicates-title = Duplicate clients
duplicates-lead = Pairs that may be one client. Merge them, or say that they are two.
duplicates-none = No pairs are waiting
duplicates-none-help = Look through all clients after an import, or now and then.
duplicate-dismiss = Not the same
duplicate-dismissed = Remembered: these are two.
scan-begin = Look through all clients
scan-begun = The look through all clients has begun.
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
merge-all-stays = Contacts, addresses, notes, steps, visits and deals of both are kept.
merge-action = Merge
merge-done = { $name } is part of this client now.
merged-notice = { $name } was merged into this on { $day } by { $who }.
merge-undo = Undo the merge
merge-undo-confirm = { $name } becomes a client of its own again, with all that was its own.
merge-undone = They are two again.
merge-made-since = { $count ->
    [one] { $count } record made after the merge stays with the other client.
   *[other] { $count } records made after the merge stay with the other client.
 }
merge-changed-since = { $count ->
    [one] { $count } value that somebody has changed since was left.
   *[other] { $count } values that somebody has changed since were left.
 }
notes-title = Notes
told-merged = { $name } was merged into this client
told-merge-undone = The merge with { $name } was undone
told-scan-begun = A look for duplicate clients began
told-scan-finished = { $found ->
    [one] The look for duplicate clients found { $found } pair
   *[other] The look for duplicate clients found { $found } pairs
 }
told-duplicate-dismissed = Said to be two

# A list as a file.
export-name = accounts
export-contacts-name = contacts
export-contacts = Download their contacts
export-currency = Currency
export-since = Recorded since
export-id = ID
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

# Cards.
contacts-take = Save to the address book
# Activities.
refused-activity-text = Write what happened, or at least what came of it.
refused-activity-account = Choose the client: write its name.
refused-activity-account-unknown = No client that you can see has this name.
refused-activity-minutes = Write how long it took in minutes, 1 to 1,440.
refused-activity-moment = This is no day and time. Example: 2026-03-04 and 14:30.
refused-activity-not-yet = This has not happened yet. Write it down as a next step.
refused-activity-contact = This person is no contact of this client.
refused-activity-not-yours = Somebody else wrote this. Write a new note if there is something to add.
refused-activity-too-late = More than 30 days have passed, so it cannot be brought back.
kind-label = Kind
kind-note = Note
kind-call = Call
kind-video = Video call
kind-message = Message
kind-email = Email
kind-meeting = Meeting
direction-label = Who began it
direction-out = We did
direction-in = The client
log-title = Log an activity
log-lead = Write it in one line; check it below before you save.
log-line-label = What happened, in one line
log-line-example = call Rina 10m: wants a quote > send the quote Friday
log-line-example-here = wa Rina: wants a quote > send it tomorrow
log-read = Go on
log-others = Or do you mean:
log-with = With whom
log-text = What happened
log-step = Next step
client-label = Client
happened-on = Day
happened-time = Time
minutes-label = Minutes
outcome-label = Outcome
outcome-help = For example: agreed, wants time, no answer.
internal-label = Internal note
internal-help = Never appears on anything that the client sees.
internal-badge = Internal
mention-help = Write @ and a colleague’s name to let them know.
mention-nobody = No colleague of this name sees this client.
mention-not-told = Not told, because they do not see this client: { $names }.
activity-saved = Saved.
note-edit = Edit activity
note-edit-lead = What it said before is kept.
note-edited = Edited { $moment }
note-edited-mark = edited
note-hide = Delete
note-hidden = Activity deleted
note-restored = Activity restored.
note-restore = Restore
note-pin = Pin
note-unpin = Unpin
note-versions = What it said before
note-until = Until { $moment }, edited by { $who }
written-by = Written by { $who }, { $moment }
pinned-title = Pinned
timeline-parts = Parts of the history
part-everything = Everything
part-talks = Conversations
part-meetings = Meetings
part-notes = Notes
part-visits = Visits
part-deals = Deals
part-money = Transactions
part-changes = Changes
told-incoming = { " " }from the client
told-with = { " " }with { $people }
told-minutes = { $count ->
    [1] , 1 minute
   *[other] , { $count } minutes
 }
told-mentioned = { $who } mentioned you at { $account }

# Steps.
refused-task-unseen = This person cannot see this client. Choose somebody else, or hand the client over first.
refused-task-done = This step is done already.
task-list-title = Tasks
task-list-none = Nothing here
task-list-none-help = Steps that you write down at a client, during a visit or here appear on this list.
task-edit = Edit step
task-hide = Delete step
task-owner = For
task-owner-help = Leave it empty for yourself.
task-filter = Due
task-whose = Whose
task-done = Done: { $text }
task-reopen = Not done
task-reopened = Not done: { $text }
task-postponed = { $text } put off to { $day }
task-hidden = Deleted: { $text }
task-restored = Restored: { $text }
task-added = Written down: { $text }
tasks-mine = My tasks
tasks-all = All that I see
when-open = To do
when-overdue = Overdue
when-today = Today
when-week = 7 days
when-done = Done
no-due-day = no due day
due-today = today
due-tomorrow = tomorrow
postpone-day = +1 day
postpone-week = +1 week
told-task-assigned = { $who } gave you a task: { $text }
told-task-assigned-about = { $who } gave you a task: { $text } ({ $account })
told-task-reopened = Not done after all: { $text }
told-task-moved = Step changed: { $text }, due { $day }
told-task-hidden = Step deleted: { $text }
