# Refusals.
refused-no-name = Write the name of the company, the shop or the person.
refused-too-long = Too long. At most { $count } letters.
refused-no-phone = This is no telephone number. Example: 0811 1234 567.
refused-no-email = This is no address that mail can be sent to.
refused-no-amount = This is no amount of money. Example: 1,500,000.
refused-no-currency = A currency has three letters. Example: IDR.
refused-no-day = Choose a date between 1000 and 2999.
refused-day-of-no-step = This day has no step. Write the next step, or leave the day empty.
refused-unknown-source = This source is not on the company’s list. Choose one of the list.
refused-no-reason = Choose the reason.
refused-unknown-owner = Choose who follows the prospect up. It must be somebody who sells.
refused-key-taken = Another prospect has this key and says something else. Change that one, or use another key.
refused-stale = This prospect has just changed. What you typed is still here; look at how it is now, and send again.
refused-stale-by = { $by } has just changed this prospect. What you typed is still here; look at how it is now, and send again.
refused-converted = This prospect is a client already. Go on at the client’s page.
refused-let-go = This prospect was let go. Take it up again first.
refused-not-converted = This prospect is no client yet.
refused-nobody = Nobody follows this prospect up yet. Give it to somebody first, then make a client of it.
refused-no-status = Choose one of the list.
refused-too-late = This can be taken back within { $days } days only.
refused-unknown-account = None of your clients has this name. Choose one of the list.
refused-unknown-contact = This person is none of your contacts. Choose one of the list.
refused-no-deal-name = Write the opportunity’s name, or untick “Open an opportunity”.
refused-hangs-on = The conversion was not undone, because since then there is: { $what }. Delete or move that first, then undo again.
refused-looks-like = It looks like what is there already: { $names }. Have a look, and save it anyway if it is another.
refused-no-rule-name = Write the rule’s name, at most { $count } letters.
refused-rule-for-nobody = Choose the team or the person that gets the prospects.
refused-no-way = Choose how it is shared out.
refused-no-limit = A limit is a whole number from 1 to { $count }, or empty.
refused-too-many-rules = There are at most { $count } rules. Change one that is there.
refused-no-label = Write the name, at most { $count } letters.
refused-last-of-list = This is the last entry in use. Add another first.
refused-too-many-at-once = At most { $count } prospects at once. Narrow the choice first.

# Status.
status-new = New
status-contacted = Contacted
status-qualified = Qualified
status-disqualified = Let go
status-converted = Became a client
status-open = Still worked on
status-deleted = Deleted
status-label = Status
any-status = Any status
status-is-now = { $name }: { $status }.
late = Late
step-on-day = { $step }, { $day }

# Why it is whose.
why-turn = Rule { $number } “{ $rule }”: in turn, { $to }’s turn
why-least = Rule { $number } “{ $rule }”: least to do, { $to }
why-person = Rule { $number } “{ $rule }”: for { $to }
why-no-rule-fits = Waits in the inbox: no rule is about it
why-all-full = Waits in the inbox: nobody whom the rules name can take it
why-no-rules = Waits in the inbox: the company has no rules of assignment yet
why-rule-of-nobody = rule { $number } “{ $rule }”: nobody is in that team
why-rule-full = rule { $number } “{ $rule }”: { $passed }
why-put-back = Put into the inbox by { $by }
why-hand = Given to { $to } by { $by }
why-given = Given to { $to }
why-own = Written down and followed up by { $to }
passed-away = { $who } passed over: takes nothing at the moment
passed-away-until = { $who } passed over: takes nothing until { $day }
passed-open = { $who } passed over: full { $has }/{ $most }
passed-clients = { $who } passed over: { $has }/{ $most } clients
passed-day = { $who } passed over: today’s share { $has }/{ $most }
passed-month = { $who } passed over: this month’s share { $has }/{ $most }

# Twins.
twin-account = Client
twin-prospect = Prospect
looks-like-title = It looks like what is there already
score = Likeness { $score }
write-anyway = It is another, save it

# The list.
prospects-title = Prospects
prospect-new = New prospect
prospect-edit = Edit prospect
prospects-none = No prospects yet
prospects-first-step = Write down who may become a client: the name, the number, and how you know of them.
prospects-import = Import from another system
prospects-no-match = Nothing fits
prospects-no-match-help = Widen the filters, or look at all of them.
all-that-fit = All that match ({ $count })
prospects-counted = { $count ->
    [one] { $count } prospect
   *[other] { $count } prospects
}
filter-words = Find a name, a person, a number or a city
any-source = Any source
any-owner = Everybody
team-label = Team
any-team = Any team
place-filter = City or province
sort-newest = Changed last
sort-oldest = Waiting longest
sort-name = Name
views = Views

# Inputs.
name-label = Name of the prospect
name-help = The company or the shop; the person’s own name if there is none.
contact-label = Whom to speak with
contact-role-label = Position
contact-role-help = In their own words: Owner, Purchasing.
phone-label = Telephone
phone-help = Beginning with 0 or +62.
email-label = Email
source-label = Source
owner-label = Owner
owner-help = The company’s rules choose somebody by territory, industry and what they have to do.
by-rules = By the rules of assignment
into-inbox = The inbox, nobody’s yet
industry-label = Industry
industries = Advertising, Banking, Catering, Clinic, Construction, Education, Hotel, Information technology, Logistics, Manufacturing, Office, Pharmacy, Restaurant, Retail
street-label = Street
city-label = City or regency
province-label = Province
provinces = Aceh, Bali, Banten, Bengkulu, DI Yogyakarta, DKI Jakarta, Gorontalo, Jambi, Jawa Barat, Jawa Tengah, Jawa Timur, Kalimantan Barat, Kalimantan Selatan, Kalimantan Tengah, Kalimantan Timur, Kalimantan Utara, Kepulauan Bangka Belitung, Kepulauan Riau, Lampung, Maluku, Maluku Utara, Nusa Tenggara Barat, Nusa Tenggara Timur, Papua, Papua Barat, Papua Barat Daya, Papua Pegunungan, Papua Selatan, Papua Tengah, Riau, Sulawesi Barat, Sulawesi Selatan, Sulawesi Tengah, Sulawesi Tenggara, Sulawesi Utara, Sumatera Barat, Sumatera Selatan, Sumatera Utara
place-label = Place
created-label = Written down
place-help = City and province say which rule of territory is about it.
amount-label = Estimated value
amount-help = Roughly; leave it empty if you do not know.
currency-label = Currency
next-step-label = Next step
next-step-help = Example: call the purchasing department.
next-step-on-label = Day of the step
next-step-none = No next step yet.
note-label = Note
external-key-label = Key in another system
reason-label = Reason
reason-note-label = Note about the reason
save = Save
cancel = Cancel
edit = Edit
add = Add
saved = Saved.
back-to-prospect = Back to the prospect
more-actions = More actions

# One prospect.
prospect-written = { $name } is written down.
written-on = Written down
why-whose = Why this person has it
history-title = History
log-talk = Log a talk
talk-label = What was said
talk-help = It stands in the history, for everybody who sees this prospect.
call-named = Call { $number }
disqualify = Let the prospect go
disqualify-lead = What is let go is not lost: the reason is kept, and it can be taken up again at any time.
prospect-let-go = { $name } was let go.
let-go-because = Let go: { $reason }.
take-up-again = Take up again
delete-prospect = Delete prospect
prospect-deleted = { $name } is deleted.
prospect-restored = { $name } is restored.
hidden-lead = Deleted on { $day }, can be restored until { $until }.
restore = Restore
hand-over = Hand over
hand-over-lead = The new owner is notified. The prospect’s history goes along.
pass-title = Hand several prospects over
pass-lead = { $count ->
    [one] { $count } prospect that you selected gets another owner.
   *[other] { $count } prospects that you selected get another owner.
}
pass-chosen = Hand over…
pass-none-chosen = No prospect is selected. Tick some rows first.
pass-more = and { $count } more
passed = { $count ->
    [0] No prospect was handed over.
    [one] { $count } prospect was handed over.
   *[other] { $count } prospects were handed over.
}
pass-stayed = { $count ->
    [one] { $count } stays where it is.
   *[other] { $count } stay where they are.
}

# The inbox.
inbox = Inbox
inbox-lead = Prospects that nobody follows up yet, with what the rules say of each.
inbox-waiting = { $count ->
    [one] { $count } prospect waits in the inbox
   *[other] { $count } prospects wait in the inbox
}
inbox-empty = The inbox is empty
inbox-empty-help = Somebody follows up every prospect.
inbox-handed-out = { $given } handed out, { $waiting } still waiting.
hand-out-now = Hand out by the rules
try-rules = Try the rules
try-rules-help = What the rules would say if everything that is worked on were shared out anew now. Nothing changes.
would-go-to = Would go to
would-wait = Waits
because = Because

# People and what they have to do.
people-title = Who takes how much
people-lead = Who follows up how many, and who takes no new prospects for a while.
people-none = Nobody takes prospects yet
people-none-help = Give members of your team a role in sales.
load-open = Open prospects
load-clients = Clients
load-day = Taken today
load-month = Taken this month
load-takes = Takes new ones
pause = Pause
pause-until = Until
pause-reason = Reason
resume = Take new ones again
away = Takes nothing
away-until = Takes nothing until { $day }

# Conversion.
convert = Make it a client
convert-lead = Client, contact and opportunity are made at once. The prospect stays, as their history.
convert-now = Make it a client
convert-anyway = It is another, open a new client
convert-twin-help = Choose “The same as” below if it is that client, so that it is not kept twice.
convert-keeps = Notes and history of the prospect can be read from the client’s page. The conversion can be undone for 30 days, as long as nothing hangs on it.
client-label = Client
same-as = The same as { $name }
new-client = New client: { $name }
other-client = Another client that is there
other-client-name = Name of the client
account-status-label = Status of the new client
account-status-help = A prospective client until it buys; a client once it is agreed.
account-prospect = Prospective client
account-client = Client
new-contact = New contact: { $name }
known-contact = A contact that is there: { $name }
no-contact = No contact
deal-label = Opportunity
with-deal = Open an opportunity
deal-name-label = Name of the opportunity
stage-label = Stage
prospect-converted = { $name } is a client now.
became-client = Became a client:
undo-conversion = Undo the conversion
undo-conversion-confirm = The client and the opportunity made of this prospect are deleted. Go on?
conversion-undone = The conversion of { $name } is undone.
hangs-account = a change of the client’s data
hangs-contact-change = a change of the contact’s data
hangs-opportunity = { $count } opportunity that has changed
hangs-note = { $count } of notes
hangs-task = { $count } of tasks
hangs-visit = { $count } of visits
hangs-transaction = { $count } of transactions
hangs-contact = { $count } of contacts
hangs-address = { $count } of addresses
hangs-other = { $count } other

# A panel on the client's page.
panel-title = Came from a prospect
panel-help = Notes and talks from before it was a client are there.

# Told.
told-written-here = Written down
told-written = Prospect “{ $name }” written down
told-changed = Prospect “{ $name }” changed: { $changes }
told-noted = Note of prospect “{ $name }” changed
told-assigned = Prospect “{ $name }”: { $why }
told-many-assigned = { $count ->
    [one] { $count } prospect was given to you
   *[other] { $count } prospects were given to you
}
told-moved = Prospect “{ $name }”: { $status }
told-moved-why = Prospect “{ $name }”: { $status }, “{ $why }”
told-talk = Talk: “{ $why }”
told-let-go = Prospect “{ $name }” let go: { $reason }
told-let-go-why = Prospect “{ $name }” let go: { $reason }, “{ $why }”
told-converted = Prospect “{ $name }” became client “{ $account }”
told-linked = Prospect “{ $name }” turned out to be client “{ $account }”
told-undone = Conversion of prospect “{ $name }” undone
told-hidden = Prospect “{ $name }” deleted
told-restored = Prospect “{ $name }” restored
told-exported = downloaded the list of prospects
told-imported = Prospect “{ $name }” imported
told-rule-kept = Rule of assignment “{ $name }” settled
told-choice-kept = Choice for prospects “{ $label }” settled
told-paused = { $name } takes no prospects for a while
told-resumed = { $name } takes prospects again
told-change = { $field }: { $before } → { $after }
told-nothing = –

# Settings.
settings-title = Prospects
settings-lead = To whom prospects go, where they come from, and why one is let go.
rules-title = Rules of assignment
rules-lead = They are asked from top to bottom: the first that is about a prospect, and has somebody who is not full, decides.
rules-none = No rules yet
rules-none-help = Without rules prospects wait in the inbox until somebody hands them over.
rule-new = New rule
rule-edit = Edit rule
rule-lead = What is empty is not asked. Every result names the rule, the person, and who was passed over.
rule-name-label = Name of the rule
rule-name-help = Example: Jabar ritel.
rule-asks = It is about prospects
places-label = Territory
places-help = Cities or provinces, with commas between.
value-from-label = Worth at least
sources-help = With commas between. The list: { $sources }.
way-label = How it is shared out
way-turn = In turn within a team
way-least = To whoever of a team has least to do
way-person = To one person
team-help = With the teams below it; for turns and the least to do.
person-label = Person
person-help = Only if it goes to one person.
rule-limits = Full at
most-open-label = Open prospects a person
most-clients-label = Clients a person
most-in-day-label = New prospects a day
most-in-month-label = New prospects a month
retired = Not used
asks-nothing = All prospects
asks-places = Territory { $places }
asks-industries = Industry { $industries }
asks-sources = Source { $sources }
asks-value = From { $value }
to-person = { $name }
to-turn = in turn in { $name }
to-least = least to do in { $name }
limit-open = { $count } open prospects
limit-clients = { $count } clients
limit-day = { $count } a day
limit-month = { $count } a month
sources-title = Sources of prospects
reasons-title = Reasons to let a prospect go
label-in-indonesian = Name in Indonesian
label-in-english = Name in English
move-up = Move up
move-down = Move down
move-up-of = Move { $name } up
move-down-of = Move { $name } down

# A list as a file.
export-name = prospects
export-id = ID
