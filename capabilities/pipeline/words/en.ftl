# Refusals.
refused-no-name = Write the opportunity's name.
refused-too-long = Too long. At most { $count } letters.
refused-no-amount = This is no amount of money. Example: 1,500,000.
refused-no-currency = A currency has three letters. Example: IDR.
refused-amount-of-lines = The value of this opportunity is the sum of its lines. Change the lines, not the value.
refused-no-day = Choose a date between 1000 and 2999.
refused-day-of-no-step = This day has no step yet. Write the next step, or leave the day empty.
refused-closed-in-future = This day has not come yet. Choose today or an earlier day.
refused-unknown-account = None of your clients has this name. Choose one from the list, or leave it empty.
refused-unknown-owner = Choose who answers for this opportunity.
refused-unknown-pipeline = This pipeline takes no new opportunities. Choose another.
refused-unknown-stage = This stage is not there, or is not used any more. Choose another.
refused-closing-stage = This stage closes an opportunity. Use “Won” or “Lost”, so that day and reason are kept.
refused-no-reason = Choose why it was lost.
refused-no-note = This reason explains nothing by itself. Write a note.
refused-closed = This opportunity is closed. Reopen it first.
refused-open = This opportunity is open already.
refused-stale = This opportunity has just been changed. What you typed is still here; look at its present state, then send it again.
refused-stale-by = { $by } has just changed this opportunity. What you typed is still here; look at its present state, then send it again.
refused-too-late = A deleted opportunity can be restored for { $days } days only.
refused-unknown-product = Choose a product from the list.
refused-no-quantity = This is no quantity. Example: 12 or 2.5.
refused-no-price = This is no price. Example: 55,000.
refused-too-many-lines = An opportunity has at most { $count } lines.
refused-unknown-contact = This person is not among your contacts. Choose one from the list.
refused-no-role = Choose a role.
refused-no-label = Write its name, at most { $count } letters.
refused-label-taken = This name is taken. Choose another.
refused-no-probability = A probability is a whole number from 0 to 100.
refused-no-kind = Choose what kind of stage it is.
refused-no-expected-days = The expected time is a whole number from 1 to { $count } days, or empty.
refused-last-of-kind = This is the last of its kind. Add another first.
refused-last-pipeline = This is the last pipeline in use. Add another first.

# States and roles.
deal-open = Open
deal-won = Won
deal-lost = Lost
kind-deleted = Deleted
role-decides = Decides
role-influences = Influences
role-evaluates = Evaluates
role-uses = Uses it
role-buys = Purchasing
stale = Stale
overdue = Overdue
less-than-a-day = less than a day
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
in-stage = { $count ->
    [0] Came into this stage today
    [one] { $count } day in this stage
   *[other] { $count } days in this stage
}
step-on-day = { $step }, { $day }
percent = { $count ->
   *[other] { $count }% likely
}

# The panel on a client's page.
panel-title = Opportunities
panel-none = No opportunities with this client yet.
won-label = Won
lost-label = Lost
open-label = Open
worth-label = Worth of won
all-deals = All opportunities

# List and board.
deals-title = Opportunities
views = Views
view-list = List
view-board = Board
board-title = Board of opportunities
deal-new = New opportunity
deal-edit = Edit opportunity
deals-none = No opportunities yet
deals-first-step = Write down your first one: who the client is, what it may be worth, and what you do next.
deals-import = Import from another system
deals-no-match = Nothing fits
deals-no-match-help = Loosen the filters, or look at all of them.
deals-counted = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
filter-words = Find an opportunity or a client
kind-label = State
any-kind = Any state
pipeline-label = Pipeline
any-pipeline = Any pipeline
stage-label = Stage
any-stage = Any stage
owner-label = Owner
any-owner = Anybody
team-label = Team
any-team = Any team
close-label = Close
close-from = Closes from
close-to = Closes until
stale-label = Time in stage
any-age = Any time in stage
only-stale = Only stale ones
sort-newest = Last changed
sort-close = Closing first
sort-amount = Largest value
sort-name = Name
apply = Apply
sum-label = Sum
sum-of = Sum { $currency }
weighted-of = Weighted { $currency }
weighted-is = Weighted { $amount }
weighted-help = Value times the probability of its stage; rounded once at the end, half up
ended-lately = Last 30 days
no-amount = No value yet
move-deal = Move
move-of = New stage for { $name }
pile-empty = Empty
pile-more = { $count ->
   *[other] { $count } more in the list
}
pile-all = All in the list
undo = Undo
is-now-in = { $name } is now in { $stage }.

# The form.
deal-name = Opportunity
deal-name-help = For example: Office supplies 2026.
account-label = Client
account-help = Type the name and choose from the list; may be left empty.
amount-label = Value
currency-label = Currency
amount-of-lines = The value is the sum of the lines.
expected-close-label = Expected close
next-step-label = Next step
next-step-help = The one thing you do after this.
next-step-on-label = Day of the step
save = Save
saved = Saved.
cancel = Cancel
back = Back
back-to-deal = Back to the opportunity
look-again = See the present state
deal-opened = { $name } was opened.

# The page of an opportunity.
edit = Edit
add = Add
remove = Take out
remove-named = Take out { $name }
call-named = Call { $name }
more-actions = More actions
hand-over = Hand over
hand-over-lead = Its stage, notes and history go with it.
delete-deal = Delete opportunity
delete-confirm = Delete { $name }? It can be restored for 30 days.
deal-deleted = { $name } was deleted.
deal-restored = { $name } was restored.
hidden-deal = This opportunity was deleted on { $day } and can be restored until { $until }.
restore-deal = Restore opportunity
closed-on-label = Closed on
engaged-on-label = Begun
product-label = Product
won-by-label = Won by
external-key-label = Number elsewhere
lost-because = Lost: { $reason }
stage-bar = Stages of the opportunity
move-to = Move to { $stage }
win = Won
win-title = Win the opportunity
win-lead = Say when it was agreed and what it came to in the end.
deal-is-won = { $name } is won.
lose = Lost
lose-title = Lose the opportunity
lose-lead = The reason helps the team to win another time.
lost-reason-label = Reason
lost-note-label = Note
lost-note-help = What the team should know about this loss.
deal-is-lost = { $name } is kept as lost.
reopen = Reopen
deal-is-reopened = { $name } is open again.
lines-title = Lines
lines-lead = Products, how much of each, and the price of one in { $currency }. The value is their sum.
lines-none = No lines yet. The value is what you wrote yourself.
lines-help = Empty a row to take it out. The quantity may stay empty where it is one.
quantity-label = Quantity
price-label = Price of one
product-of = Product of line { $number }
quantity-of = Quantity of line { $number }
price-of = Price of line { $number }
next-step-none = No next step yet.
contacts-title = People involved
contacts-none = Nobody noted yet.
contact-add = Add somebody
contact-label = Person
role-label = Role
log-title = How it went
log-moved = { $from } → { $to }
log-begun = Began in { $stage }
stayed-in = { $length } in { $stage }
under-way = { $length } under way
by-system = System

# What happened.
told-opened = Opportunity “{ $name }” opened in { $stage }
told-changed = Opportunity “{ $name }” changed
told-change = { $field }: { $before } → { $after }
told-nothing = –
told-moved = Opportunity “{ $name }”: { $from } → { $to }
told-won = Opportunity “{ $name }” won, { $value }
told-lost = Opportunity “{ $name }” lost: { $reason }
told-lost-why = Opportunity “{ $name }” lost: { $reason }, “{ $why }”
told-reopened = Opportunity “{ $name }” reopened in { $stage }
told-hidden = Opportunity “{ $name }” deleted
told-restored = Opportunity “{ $name }” restored
told-pipeline-kept = Pipeline “{ $label }” settled
told-pipeline-removed = Pipeline { $label } removed
told-stage-kept = Stage “{ $label }” settled
told-order-kept = Order of “{ $label }” changed
told-reason-kept = Reason of loss “{ $label }” settled

# Settings.
settings-title = Pipelines
settings-lead = The ways that opportunities go, stage by stage, and why they are lost.
stages-title = Stages
retired = Not used
label-in-indonesian = Name in Indonesian
label-in-english = Name in English
probability-label = Probability of winning, in percent
expected-days-label = Expected time in this stage, in days
days-unit = days
move-up = Move up
move-down = Move down
move-up-of = Move { $label } up
move-down-of = Move { $label } down
add-stage = Add stage
first-stage = Beginning
pipeline-new = New pipeline
pipeline-new-help = It begins with one open stage, one that is won and one that is lost.
add-pipeline = Add pipeline
reasons-title = Reasons of loss
reasons-lead = Every opportunity that is lost names one of these.
asks-note = Needs a note
add-reason = Add reason

# A list as a file.
export-name = opportunities
export-id = ID
told-exported = downloaded the list of opportunities

# Tasks and activities of a deal.
deal-tasks-title = Tasks
deal-tasks-none = No tasks yet.
deal-task-new = New task
deal-task-label = What will be done
deal-task-due = Due
deal-task-done = Done
deal-task-late = Overdue since { $day }
deal-task-added = Written down: { $text }
deal-activities-title = Activities
deal-activities-none = No calls, meetings or notes yet.
deal-log = Log an activity
deal-log-kind = Kind
deal-log-text = What was said
deal-logged = Written down.
refused-no-client-to-log-at = This deal has no client that you can see. Fill in the client first.
# How it counts in a forecast.
refused-no-category = Choose how this opportunity counts in the forecast.
category-label = In the forecast
category-pipeline = Pipeline
category-best-case = Best case
category-commit = Commit
category-omitted = Omitted
category-closed = Won
category-of-stage-help = How opportunities in this stage count in the forecast, until their owner says otherwise
