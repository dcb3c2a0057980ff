# Refusals.
refused-nothing-chosen = No client fits. Choose a person, a tier, an industry or a city that has clients.
refused-nobody-takes = Choose at least one person who takes clients.
refused-unknown-taker = Whoever takes clients must be within your reach and keep clients.
refused-too-many = At most { $count } clients at once. Narrow the choice.
refused-no-cap = A cap is a whole number above zero, or empty.
refused-no-grace = The grace is a whole number from 0 to { $count } days.
refused-not-planned = This move runs already, or is over.
refused-not-done = Only a move that is done can be taken back.
refused-too-late = A move can be taken back for { $days } days only.
refused-nothing-moves = Nothing would move by this plan. Choose who takes at least one client.
refused-too-long = Too long. At most { $count } letters.
refused-no-text = Write something first.
refused-nobody-answers = Whoever had the client and their managers work here no more. Ask a colleague of the client's team.
refused-answered = This question was answered already.
refused-withdrawn = This handover was taken back.
refused-nobody-named = Choose an account executive who works here.

# States and reasons.
way-to-one = All to the first of those chosen
way-equal-number = As many clients each
way-equal-worth = As much worth each
way-least-loaded = To whoever has fewest clients
way-territory = By city: to whoever has most clients there
way-industry = By industry: to whoever has most clients of it
won-nobody = Stay with whoever won them
won-least-loaded = Go to the executive with fewest clients
won-territory = Go to the executive with most clients in that city
won-named = Go to somebody named
state-planned = Planned
state-running = Moving
state-done = Done
state-undoing = Going back
state-undone = Taken back
state-discarded = Thrown away
row-planned = Will move
row-stays = Stays
row-moved = Moved
row-changed = Changed, not moved
row-refused = Refused, not moved
row-undone = Back
row-left = Changed since, left
why-named = Chosen by hand
why-kept = Asked to stay
why-only-one = One takes all
why-equal-number = { $count ->
   *[other] Their client number { $count }
}
why-equal-worth = Has the least worth so far
why-least-loaded = { $count ->
    [one] Has fewest: { $count } client
   *[other] Has fewest: { $count } clients
}
why-territory = { $count ->
    [one] Has { $count } client in { $city }
   *[other] Has { $count } clients in { $city }
}
why-industry = { $count ->
    [one] Has { $count } client in { $industry }
   *[other] Has { $count } clients in { $industry }
}
why-no-room = Everybody has reached the cap of { $cap } clients
conflict-visit-today = There is a visit today, which stays
conflict-bank-change = A change of its bank account waits for a decision
conflict-twin = May be the same as another client

# Moves.
to-accounts = Clients
moves-title = Moves of clients
moves-lead = Clients that pass to others at once, with their opportunities, tasks and planned visits.
moves-none = No moves yet
moves-none-help = When an executive leaves or territories change, move all their clients from here. You see a preview first.
move-new = Move clients
move-new-lead = Choose which clients, to whom, and by what. Nothing moves before you have seen the preview.
move-of = Clients of { $name }
move-by-filter = Chosen clients
moved-of = { $count ->
   *[other] { $count } of { $all } clients
}
planned-by = { $name }, { $at }
which-title = Which clients
giver-label = Clients of
giver-help = Leave it empty to choose by tier, industry or city alone.
tier-label = Tier
tier-help = A, B or C
industry-label = Industry
city-label = City
to-whom-title = To whom
way-label = Shared out
takers-label = Who takes them
has-clients = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
name-left = { $name } (has left)
cap-label = Most clients a person may have
cap-help = With those they have already. Empty means no cap.
with-it-title = What goes with it
grace-label = Grace, in days
grace-help = For so long the figures of an inherited client are not held against whoever got it.
note-label = What the next one must know
note-of-move-help = Goes into every pack; it can be added to for each client afterwards.
preview = See the preview
cancel = Cancel
look-again = Look again
what-moves = What goes with it: open opportunities with stage, notes and history; tasks not done yet; visits planned from tomorrow on.
what-stays = What stays: opportunities won or lost, past visits, and the credit for what was won.
loads-title = Load before and after
who-label = Who
before-label = Now
after-label = After
worth-label = Worth in 12 months
run-count = { $count ->
    [one] Move { $count } client
   *[other] Move { $count } clients
}
discard = Throw the plan away
undo-move = Take the move back
undo-confirm = Give back every client that has not changed since?
clients-title = Client by client
client-label = Client
giver-short = From
to-short = To
with-it-label = Goes along
state-label = State
to-label = Who takes the selected clients
takers-help = Tick the clients that should go elsewhere, choose who takes them, then press Change.
takers-named = { $count ->
    [one] { $count } client was changed.
   *[other] { $count } clients were changed.
}
none-chosen = No client is selected. Tick some rows first.
stays = Stays
change = Change
deals-go = { $count ->
    [one] { $count } opportunity
   *[other] { $count } opportunities
}
tasks-go = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
visits-go = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
said-begun = The move has begun.
said-discarded = The plan was thrown away.
said-undoing = The move is being taken back.

# Packs.
packs-title = Handover
packs-lead = Clients that passed on, with what one must know of each.
packs-none = No handovers yet
packs-none-help = Clients that pass to you stand here with their pack.
asked-of-you = Asked of you
waits-for-answer = Waits for an answer
nobody = Nobody
giver-taker = { $from } → { $to }
pack-waits = To be read
pack-acknowledged = Acknowledged
pack-withdrawn = Taken back
pack-of = Handover of { $name }
pack-title = Handover pack
pack-source = the client's records, opportunities, tasks and visits
pdf-name = handover
moved-on-label = Passed on
grace-until-label = Grace until
grace-runs = Grace until { $day }
baseline-label = Worth in the 12 months before
baseline-none = No transactions
baseline-is = Worth in the 12 months before: { $sums }
to-client = Open the client's page
acknowledge = I have read it
said-acknowledged = The handover was acknowledged.
note-help = Habits, promises, and what stands nowhere else.
side-note-label = Note from whoever moved the client, or a manager of who has it now
note-none = Whoever had it has written nothing yet.
questions-title = Questions
questions-none = No questions yet.
answer-label = Answer
answer = Answer
ask-label = Your question
ask-help = Goes to whoever had the client, or to whoever moved it if they have left.
ask = Ask
said-asked = The question was sent.
said-answered = The answer was sent.
facts-title = At a glance
fact-label = What
value-label = Value
phone-label = Telephone
terms-label = Payment terms
buys-label = Bought in 12 months
contacts-title = Contacts
name-label = Name
role-label = Role
reach-label = Reached by
deals-title = Open opportunities
deal-label = Opportunity
stage-label = Stage
next-step-label = Next step
tasks-title = Tasks to be done
due-label = Due
task-label = Task
activities-title = Last activities
visits-title = Last visits
day-label = Day
activity-label = Note
problems-title = Open problems
problem-label = Problem
save = Save
saved = Saved.

# Settings.
settings-title = Handover
settings-lead = Where clients go after a sales representative has won them.
won-label = Clients that a sales representative won
named-label = Who takes them
named-help = Used only when somebody is named.

# What happened.
told-planned = { $count ->
    [one] Planned to move { $count } client
   *[other] Planned to move { $count } clients
}
told-taker-named = Named who takes a client
told-begun = Began to move clients
told-discarded = Threw a plan of a move away
told-done = { $count ->
    [one] { $count } client moved, { $left } left
   *[other] { $count } clients moved, { $left } left
}
told-undo-begun = Began to take a move back
told-undone = A move was taken back
told-received = { $count ->
    [one] { $count } client passed to you
   *[other] { $count } clients passed to you
}
told-won-passed = { $name } passed to an account executive
told-acknowledged = Read the handover pack
told-note-written = Wrote what the next one must know
told-asked = Asked about the client
told-asked-by = { $who } asks about a client that you had
told-answered = Answered a question about the client
told-answered-by = { $who } has answered your question
told-pack-taken = Took the handover pack out
told-settled = Settled the handover
