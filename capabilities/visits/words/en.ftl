# Refusals.
refused-unknown-visit = This visit is not in your plan.
refused-other-account = This visit is to another client. Start a new visit for this one.
refused-already-ended = This visit has ended. Start a new one if you are back.
refused-already-arrived = You have checked in on this visit. Check out and choose its outcome.
refused-already-skipped = This visit was skipped before.
refused-not-arrived = You have not checked in on this visit. Check in first.
refused-unknown-outcome = “{ $code }” is not on the company's list of outcomes. Choose one from the list.
refused-unknown-reason = “{ $code }” is not on the company's list of reasons. Choose one from the list.
refused-reschedule-in-the-past = The new date has passed. Choose today or later.
refused-next-step-in-the-past = The next step would be due before this visit. Choose the day of the visit or later.
refused-plan-in-the-past = This date has passed. Plan the visit for today or later.
refused-no-client = Choose the client to visit.
refused-no-day = Choose a date between 1000 and 2999.
refused-no-time = This is not a time of day. Example: 10:30.
refused-unknown-person = This person is not in your team. Choose somebody else.
refused-not-waiting = This visit has begun or ended, so its plan cannot be changed.
refused-no-label = Write its name, with at most { $count } letters.

# How a visit stands.
state-planned = Planned
state-open = Under way
state-done = Done
state-skipped = Skipped
state-missed = Missed
state-made = Made
state-rejected = Rejected
ended-by-check-out = Ended with its check-out.
ended-by-next = Without a check-out; it ended at the next check-in.
ended-by-rule = Without a check-out; when it ended nobody knows.
rejected-check-in = Check-in rejected; this visit does not count.
rejected-check-out = Check-out rejected; the length and outcome of this visit do not count.

# What happened.
told-planned = Visit planned for { $day }
told-plan-removed = Visit of { $day } taken out of the plan
told-plan-moved = Order of the plan changed
told-plan-passed = Visit on { $day } passed on
told-in = Visit check-in
told-in-inside = Visit check-in on site
told-in-outside = Visit check-in off site
told-in-cannot-tell = Visit check-in, place not certain
told-out = Check-out after { $length }: { $outcome }
told-skipped = Visit skipped: { $reason }
told-skipped-moved = Visit skipped: { $reason }. Moved to { $day }
told-missed = Visit missed
told-ended-by-rule = Visit closed by rule, without a check-out
told-closed-by-next = Visit ended at the next check-in
told-not-made = Visit does not count: check-in rejected
told-end-rejected = Length and outcome of the visit do not count: check-out rejected
told-counts-again = Visit counts again
told-called = Called the client
told-whatsapp = Opened a WhatsApp chat with the client
told-outcome-kept = Visit outcome “{ $label }” settled
told-outcome-removed = Visit outcome { $label } removed
told-reason-kept = Reason for skipping “{ $label }” settled

# The pages of visits.
visits-title = Visits
visits-of = Visits of { $day }
plan-visit = Plan a visit
plan-lead = It goes to the end of that day's plan.
find-client = Find a client
find = Find
no-client-found = No client has this name.
no-clients-yet = There is no client to visit yet.
new-client = Write a new client
more-clients = There are more clients. Find yours by name.
time-help = May be left empty.
planned = Visit planned.
removed = Visit taken out of the plan.
undo = Undo
restored = The visit is back in the plan.
day-before = Day before
day-after = Day after
first-day = From day
last-day = To day
today = Today
team-label = Team
any-team = All teams
person-label = Person
any-person = Everybody
state-label = State
any-state = All states
planned-label = Plan
any-plan = Planned or not
only-planned = Planned
only-unplanned = Unplanned
visits-none = No visits
visits-none-help = Choose another day, or plan a visit.
day-said = { $made } of { $planned } planned { $planned ->
    [one] visit
   *[other] visits
 } made
day-unplanned = { $count ->
    [one] one unplanned
   *[other] { $count } unplanned
 }
time-label = Time
day-label = Day
client-label = Client
some-client = A client
evidence-label = Evidence
dwell-label = Dwell
outcome-label = Outcome
reason-label = Reason
change-label = Change the plan
unplanned = Unplanned
waits = Waits for review
asked = Asked
accepted = Accepted
rejected = Rejected
move-earlier = Earlier
move-earlier-of = { $client } earlier
move-later = Later
move-later-of = { $client } later
remove = Take out of the plan
remove-of = Take { $client } out of the plan
plan-label = Plan
plan-turn = Number { $turn }
effective-label = Effective
yes = Yes
no = No
facts-none = The phone has recorded nothing about this visit.
fact-check-in = Check-in
fact-check-out = Check-out
fact-skip = Skipped
fact-plan = Planned on the phone
fact-note = Note
photo-of = Photo of the visit to { $client }
open-client = Open client
rescheduled-from = The visit as first planned
since = { $days ->
    [0] Visited today
    [one] Visited yesterday
   *[other] { $days } days since the last visit
 }
never = Never visited
all-visits = All visits

# Settings.
lists-title = Visit outcomes
lists-lead = What phones offer at check-out, and when a visit is skipped.
outcomes-title = Outcomes
outcomes-lead = Effective outcomes count as effective visits. What is hidden is offered no more; older visits keep it.
reasons-title = Reasons for skipping
reasons-lead = Chosen when a visit is not made.
label-in-indonesian = Name in Indonesian
label-in-english = Name in English
asks-note = Ask for a note
hidden = Hide
save = Save
add-outcome = Add outcome
add-reason = Add reason
list-kept = Saved.

# A list as a file.
export-name = visits
export-arrived = Arrived
export-left = Left
export-minutes = Duration (minutes)
export-note = Note
export-yes = yes
export-no = no
export-id = ID
told-exported = downloaded the list of visits
