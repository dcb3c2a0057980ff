# The team board.
board-title = Team now
board-lead = The last news from each phone, with its age. This is no tracking: between two pieces of news nobody knows. Silent means no news for { $length }.
tab-now = Now
tab-productivity = Productivity
board-none = Nobody is here yet
board-none-help = This board shows the field people of the teams that you lead, from the first time they sign in.
nothing-heard = No news today
on-visit = At a client
at-work = At work
late = Late
silent = Silent
finished = Finished
not-begun = Not begun
day-off = Day off
no-plan = No plan today
only-unplanned = { $count ->
    [one] one unplanned visit
   *[other] { $count } unplanned visits
 }
done-of = { $done } of { $planned ->
    [one] one visit
   *[other] { $planned } visits
 }
done-of-and = { $done } of { $planned ->
    [one] one visit
   *[other] { $planned } visits
 }, { $more ->
    [one] one unplanned
   *[other] { $more } unplanned
 }
late-so-far = Late by { $length } so far
began-late = Began { $length } late
flagged = { $count ->
    [one] 1 record waits for review
   *[other] { $count } records wait for review
 }
ago = { $length } ago
away = { $distance } from the client
source-clock-in = clock-in
some-client = a client
source-clock-out = clock-out
source-check-in = check-in at { $client }
source-check-out = check-out from { $client }
source-skip = skipped the visit to { $client }
source-plan = planned a visit to { $client }
source-new-client = wrote down the new client { $client }
source-note = note about { $client }
source-contact = contacted { $client }
source-task = finished a next step
source-answer = answered a question

# Productivity.
productivity-title = Productivity
first-day = From day
last-day = To day
team-label = Team
any-team = All teams
person-label = Person
any-person = Everybody
apply = Apply
nobody = Nobody is here yet
nobody-help = This report shows the field people of the teams that you lead.
everybody = All
why = Why? See the visits
chart-title = Visits: planned, made, and unplanned
bar-said = { $done } of { $planned } + { $unplanned }
table-title = Person by person
table-help = Every number opens the visits behind it. Visits whose day is not over are not counted yet.
days-worked = Days worked
planned = Planned
done = Made
missed = Missed
skipped = Skipped
rejected = Rejected
unplanned = Unplanned
effective = Effective
pjp = PJP rate
call-rate = Call compliance
route-rate = Route compliance
covered = Clients visited
of-made = of { $made } visits
tiers-title = Clients visited by tier
tier = Tier { $tier }
no-tier = Without a tier
no-clients = No clients yet.
outcomes-title = Outcomes
no-outcomes = No outcomes in this period.
unseen-title = Not visited for { $days ->
    [one] one day
   *[other] { $days } days
 } or more
all-seen = Every client has been visited.
unseen-all = All clients not visited for long
never = Never
days = { $days ->
    [one] one day
   *[other] { $days } days
 }
pjp-percent = PJP rate (%)
call-percent = Call compliance (%)
route-percent = Route compliance (%)
clients-kept = Clients
clients-visited = Clients visited

# Why.
why-pjp = Planned visits that were made, of all that were planned.
why-call = Planned visits that were made, of all visits made.
why-route = Visits made in the order of the plan, of the planned visits that were made. What counts is the longest run in the right order, so one detour does not spoil the rest of the day.
planned-and-made = Planned and made
planned-not-made = Planned, not made
made-unplanned = Made without a plan
in-sequence = In sequence
out-of-sequence = Out of sequence
client-label = Client
day-label = Day
turn-label = Turn
time-label = Time
state-label = State

told-exported = Productivity report { $from } – { $to } taken out
