# Refusals.
refused-no-period = Choose a period, for example 2026-03, 2026-q1 or 2026.
refused-no-amount = This is no amount that can be used. Example: 150,000,000.
refused-no-currency = A currency has three letters. Example: IDR.
refused-no-growth = Growth is a whole number from -100 to { $most } percent.
refused-too-long = Too long. At most { $count } letters.
refused-no-reason = Write why: whoever reads it has to know what to change.
refused-nothing-pasted = There is no line yet. Paste the columns name, period and target.
refused-too-many-lines = At most { $count } lines at once.
refused-no-line = Line { $line } cannot be read. It holds a name, a period and a target. Nothing was kept.
refused-nobody-called = Line { $line }: there is not exactly one person or team called “{ $who }”. Nothing was kept.
refused-locked = The target of { $month } is locked, for its forecast was approved. Open it with a reason first, then change it.
refused-own-target = Your own target is set by whoever answers for you.
refused-own-forecast = Your own forecast is decided by whoever answers for you.
refused-not-waiting = This forecast does not wait for a decision any more.
refused-waiting = A forecast of this period still waits for a decision. Take it back first if you want to change it.
refused-stale = Somebody has just changed this. What you typed is still here; look at its present state, then send it again.
refused-stale-by = { $by } has just changed this. What you typed is still here; look at its present state, then send it again.
refused-over = This period has been over for long. Choose a later one.
refused-nothing-to-copy = There is nothing to copy: the year before is empty, or every month is filled already.

# States.
state-submitted = Waits for a decision
state-returned = Sent back
state-approved = Approved
state-withdrawn = Taken back
state-kept = Weekly record
scope-own = Own opportunities
scope-team = The whole team
pace-on-track = On track
pace-at-risk = At risk
pace-behind = Behind
pace-no-target = No target yet
measure-won-value = Won value
measure-won-deals = Number of wins
quarter-of = Q{ $quarter } { $year }

# Every page.
forecast-title = Forecast
forecast-lead = What is won, what you stand by, and what may still come, beside the target.
forecast-of = Forecast of { $name }
tab-mine = Mine
tab-team = Team
tab-targets = Targets
tab-accuracy = Accuracy
period-label = Period
kind-month = Month
kind-quarter = Quarter
kind-year = Year
apply = Apply
save = Save
saved = Saved.
who-label = Who
team-label = Team
currency-label = Currency
year-label = Year
measure-label = Measure

# Figures.
in-currency = In { $currency }
target-label = Target
won-label = Won
commit-label = Commit
best-case-label = Best case
pipeline-label = Pipeline
weighted-label = Weighted
expected-label = Expected
called-label = Own call
adjusted-label = Manager's adjustment
adjusted-short = adjusted
gap-label = Missing to target
pace-label = Pace
said-label = Said
won-by-now = Won by now
wins-of = { $count ->
   *[other] { $count } of { $asked } wins
}
wins-counted = { $count ->
    [one] { $count } win
   *[other] { $count } wins
}
days-passed = day { $passed } of { $whole }
pace-formula = On track: as much of the target is won as of the period has passed, or won and commit reach it. At risk: only the best case does.
undated = { $count ->
    [one] { $count } open opportunity has no expected close, and so counts in no period.
   *[other] { $count } open opportunities have no expected close, and so count in no period.
}
nothing-in-period = Nothing in this period yet
nothing-in-period-help = Give opportunities an expected close and a value; those that close in this period stand here.
to-deals = To opportunities

# What one says.
last-word = Last word
show-what-was-said = Show what was said
decided-by-on = { $by }, { $at }
withdraw = Take back
say-title = Say what will come
call-in = Your call ({ $currency })
call-help = How much will be won by the end of the period. Empty means: won plus commit.
comment-label = Comment
comment-help = What the figures do not show.
submit = Submit
deals-behind = Opportunities behind the figures
deals-behind-help = Those won in this period, and those expected to close in it.
earlier-words = Earlier words
deal-label = Opportunity
category-label = In the forecast
stage-label = Stage
close-label = Close
amount-label = Value
said-submitted = The forecast was submitted.
said-withdrawn = The forecast was taken back.
said-approved = The forecast was approved; its target is locked.
said-returned = The forecast was sent back with the reason.
said-reopened = The decision was taken back; the forecast waits again.

# The team.
team-title = Team forecast
team-lead = Everybody and every team below you, added up. Currencies are never added to each other.
no-team = No team
all-together = All ({ $currency })
nothing-yet = Nothing in this period yet
said-nothing = Has said nothing
said-of = { $said } of { $people } people have said what will come.
has-left = Has left
people-asked-more = Its people are asked for { $amount } more
team-asked-more = { $amount } more than its people together
people-asked-together = Its people together: { $amount }
people-asked-the-same = The same as its people together
nobody-sells = Nobody sells yet
nobody-sells-help = Here stand those of your teams whose role is to sell.
say-team-title = Your word for the whole team
call-team-help = How much the whole team will win. Empty means: what its people say together.
team-word-waits = Your word waits for a decision.

# One word.
word-of = { $name }, { $period }
decide-title = Decide
adjust-in = Your adjustment ({ $currency })
adjust-help = Empty means: as it was said.
why-label = Reason
why-help = Needed when you send it back.
approve = Approve
send-back = Send back
reopen = Take the decision back
parts-title = Each person's part
deals-then = Opportunities as they were
deals-then-help = As they were when it was said; what changed since changes nothing here.

# Targets.
targets-title = Targets
targets-lead = Kept by month; a quarter and a year are their sums. Empty a cell to take its target away.
whole-year = Year
target-of-in = Target of { $name }, { $month }
locked = Locked
locked-help = Its forecast was approved
copy-title = Copy from the year before
growth-label = Growth, in percent
copy-help = Only months that are empty are filled.
copy = Copy
said-copied = { $count ->
    [one] { $count } month filled.
   *[other] { $count } months filled.
}
paste-title = Paste from a spreadsheet
pasted-label = Lines
paste-help = Name of a person or team, period (2026-03, 2026-q1, 2026), target; parted by tabs, semicolons or commas. A line without a name is the company's. A quarter or year falls evenly into its months.
paste = Keep these lines
said-pasted = { $count ->
    [one] { $count } line kept.
   *[other] { $count } lines kept.
}
open-title = Open locked targets
open-why-label = Why it is opened
open-help = The reason stands in the history and in the audit.
open-targets = Open
history-title = History of targets
history-lead = Who set what, when, and what it was before.
history-none = Nothing was changed yet
history-none-help = Every target that is set stands here.

# Accuracy.
accuracy-title = Accuracy
accuracy-lead = What was expected each week, beside what was won in the end.
accuracy-none = Nothing to compare yet
accuracy-none-help = Figures are kept once a week, and whenever somebody says what will come.
period-runs = This period still runs: how far it is off is not final.
week-label = Week
week-of = Week of { $day }
off-label = Off by

# Files.
export-name = forecast
export-targets-name = targets

# What happened.
told-submitted = Said what will come in { $period }
told-submitted-by = { $name } said what will come in { $period }
told-withdrawn = Took back the forecast of { $period }
told-approved = The forecast of { $period } was approved
told-returned = The forecast of { $period } was sent back
told-returned-why = The forecast of { $period } was sent back: { $why }
told-reopened = The decision on the forecast of { $period } was taken back
told-remind = You have not said what will come in { $period }
told-exported = Exported the forecast
told-target-set = Target of { $name }: { $changes }
told-target-opened = Target of { $name } for { $period } was opened: { $why }
told-change = { $what }: { $before } → { $after }
told-nothing = –
