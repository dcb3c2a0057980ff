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
source-task = finished a task
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

# Reports that are asked.
reports-title = Reports
reports-lead = Every figure leads to what stands behind it.
reports-none = No report yet
reports-none-help = Reports count deals, sales and visits. Your role sees none of them.
productivity-lead = Days worked, visits made, missed and unplanned, and who was covered.
sales-progress = Sales progress
sales-progress-lead = What was won and lost, how often, for how much, and how long it took.
period-label = Period
own-period = Own period
all-time = All of time
whole-time = Show all of time
compared-with = { $period }, compared with { $before }
within = { $word ->
    [this-month] This month
    [last-month] Last month
    [this-quarter] This quarter
    [last-quarter] Last quarter
    [next-month] Next month
    [next-quarter] Next quarter
    [this-year] This year
    [last-year] Last year
    [twelve-months] Twelve months
   *[all] All of time
 }
by-label = Broken down by
by = By { $axis }
show-label = Drawn and ordered by
split-label = Columns
split-none = No columns
split-by = Columns by { $axis }
compare-label = Compared with
compare-none = No comparison
compare = { $word ->
    [before] The period before
   *[year-before] A year before
 }
axis-of-people = { $word ->
    [person] agent
    [team] team
    [office] office
    [manager] manager
    [account] client
    [industry] industry
    [country] country
   *[tier] tier
 }
axis-of-things = { $word ->
    [product] product
    [series] series
    [stage] stage
    [pipeline] pipeline
    [invoice_country] invoice country
    [month] month
    [quarter] quarter
   *[year] year
 }
none-of = { $word ->
    [team] No team
    [office] No office
    [manager] No manager
    [account] No client
    [industry] No industry
    [country] No country
    [tier] No tier
    [product] No product
    [series] No series
    [stage] No stage
    [month] No expected close
    [person] Nobody’s
   *[other] None
 }
unnamed = Unnamed
measure-of-deals = { $word ->
    [won] Won
    [lost] Lost
    [win_rate] Win rate
    [won_value] Value won
    [average_deal] Average deal
    [deals] Deals
    [open_value] Open value
    [weighted] Weighted value
    [committed] Committed
    [days_in_stage] Days in stage
    [stale] Too long
   *[cycle_days] Days to win
 }
measure-of-ledger = { $word ->
    [net] Net sales
    [documents] Documents
    [average_document] Average document
    [lines] Lines
    [quantity] Quantity
    [invoiced] Invoiced
   *[average_price] Average price
 }
measure-of-clients = { $word ->
    [clients] Clients
    [bought] Bought in all
    [days_silent] Days silent
    [new_clients] New clients
    [lost_clients] Lost clients
    [balance] Balance
    [visited] Visited
    [coverage] Coverage
    [visits] Visits
   *[effective_rate] Effective
 }
measure-before = { $measure }, before
deal-kind = { $word ->
    [won] Won
    [lost] Lost
   *[open] Open
 }
narrowed = { $axis }: { $key }
remove-filter = Remove this filter
report-none = Nothing in this period
report-none-help = Nothing was counted here with these filters. A longer period may show more.
currency-label = Currency
total = Total
nothing = Nothing
points = { $number } points
open-page = Open the client
more-lines = { $count } more lines are in the file.
more-columns = { $count } more columns are in the file.
matrix-title = { $measure } by { $axis }
as-of = As of { $day }. Figures are computed from the records each time.
rows-title = { $report }: what stands behind it
rows-none = Nothing stands behind this figure
rows-none-help = With these filters nothing was counted.
back-to-report = Back to the report
row-deal = Deal
row-document = Document
row-line = Line
row-client = Client
row-state = { $what ->
    [open-deal] Stage
    [invoice] Kind
    [line] Quantity
    [silent] Silent for
    [visit] Outcome
   *[deal] State
 }
row-day = { $what ->
    [open-deal] Expected close
    [silent] Last purchase
   *[deal] Day
 }
row-amount = Value
told-report-exported = took the report “{ $report }” out as a file

# Documents.
pack-title = Management pack
pack-lead = Several reports of the last quarter in one PDF: key figures, charts and tables.
pack-file = management-pack
pack-note = Key figures are compared with the period before, of the same length. The pages that follow have the details.
within-reach = the records that its maker may see
against-before = { $change } from before
drawn-by = { $measure } by { $axis }
told-pack-made = The management pack { $from } – { $to } was taken
# Reports of the ledger, the pipeline and visits.
sales-title = Sales
sales-lead = What clients bought: net, by month, client, country and executive, down to the documents.
growth-title = Client growth
growth-lead = Net sales of each client against the period before; what fell the most comes first.
products-title = Sales by product
products-lead = Which products were sold, how many, and at what price on average.
silent-title = Silent clients
silent-lead = Who bought before, and for long no more. You choose after how many days.
clients-title = New and lost clients
clients-lead = A client comes with its first invoice, and is lost after so many days without another.
pipeline-title = Pipeline and forecast
pipeline-lead = Open deals by stage and by expected close. Weighted: value times the probability of its stage. Committed: what owners say they commit to; where they say nothing, what the stage does.
coverage-title = Coverage and sales
coverage-lead = Clients visited and what came of the visits, beside the value won and the value invoiced.
house-account = { $name } (house account)
house-label = House accounts
house-any = With houses
house-without = Without houses
silent-days-label = Days without a purchase
silent-days = Silent { $days } days
order-label = Order
order = { $word ->
    [fallen] Fell the most
    [grown] Grew the most
   *[most] Largest first
 }
any-currency = Every currency
document-kind = { $word ->
    [credit-note] Credit note
    [cancellation] Cancellation
    [adjustment] Adjustment
   *[invoice] Invoice
 }
client-came = New
client-lost = Lost

# What is kept of reports.
keep = Keep
cancel = Cancel
keep-title = Keep a report
keep-lead = Keep its question to open it again, or freeze its figures as they are now.
keep-what = What to keep
keep-question = The question: figures are computed anew each time
keep-copy = A frozen copy: the figures as they are now, which never change
kept-name = Name
shared-label = Who finds it
shared-help = Whoever opens a question sees the figures of their own reach. A frozen copy is yours alone.
shared = { $word ->
    [team] My team
    [company] The whole company
   *[own] I alone
 }
kept-title = Kept
kept-none = Nothing is kept yet. Open a report, set it up, and choose “Keep”.
kept-edit = Change
kept-delete = Delete
kept-restore = Take it back
kept-is-deleted = This kept report was deleted. You can take it back within 30 days.
kept-changed = “{ $name }” was changed.
kept-deleted = “{ $name }” was deleted.
kept-restored = “{ $name }” is back.
question-kept = “{ $name }” is kept.
copy-taken = “{ $name }” is frozen.
copy-of = frozen copy, { $moment }
copy-said = A frozen copy, { $moment }. Computed within the reach of { $reach }, up to event number { $seq } ({ $hash }). These figures never change.
copy-broken = This copy is no longer as it was frozen. Do not rely on it; tell an administrator.
reach = { $word ->
    [company] the whole company
    [team] the team
   *[own] one’s own
 }
told-kept = kept the report “{ $name }”
told-frozen = froze the report “{ $name }”
told-kept-changed = changed the kept report “{ $name }”
told-kept-hidden = deleted the kept report “{ $name }”
told-kept-restored = took the kept report “{ $name }” back
refused-no-name = This report has no name yet. Write one that you will know again.
refused-name-too-long = This name is too long. Use { $limit } letters at most.
refused-copy-is-own = A frozen copy holds the figures of your reach, so it cannot be shared. Share the question.
refused-too-late = This report was deleted more than { $days } days ago and cannot be taken back.
refused-no-time = No day or hour is written so. Choose from the list.
refused-no-readers = Nobody is to get it yet. Choose one person at least.
refused-too-many-readers = These are too many readers. Choose { $most } at most.
refused-unknown-reader = One of the readers does not work here, has no mail address, or may not see this report. Choose others.
refused-no-mail = This installation sends no mail. An administrator can set SMTP up.
refused-copy-is-not-sent = A frozen copy is not sent. Keep its question and schedule that.

# Reports by mail.
mail-title = Schedule
mail-title-of = Send “{ $name }” by mail
mail-lead = Each reader gets the figures of their own reach, in their own language.
mail-settled = “{ $name }” is scheduled.
mail-paused = It waits.
mail-goes-on = It goes on.
mail-stopped = “{ $name }” goes out no more.
mail-next = It goes out next on { $moment }.
mail-is-paused = It waits. Nothing goes out until you let it go on.
mail-pause = Pause
mail-resume = Go on
mail-stop = Stop
rhythm-label = How often
rhythm = { $word ->
    [weekly] Every week
   *[monthly] Every month
 }
weekday-label = Day, if every week
weekday = { $word ->
    [d1] Monday
    [d2] Tuesday
    [d3] Wednesday
    [d4] Thursday
    [d5] Friday
    [d6] Saturday
   *[d7] Sunday
 }
date-label = Day of the month, if every month
on-date = Day { $day }
hour-label = Hour, by the company’s clock
at-hour = { $hour }:00
readers-label = Readers
readers-help = Colleagues with a mail address who may see this report can be chosen.
mail-subject = { $name }, as of { $day }
mail-file-label = File in the email
mail-file-help = Each reader gets a file of what they may download, up to { $megabytes } MB. Readers who may not download reports get only the figures.
mail-file = { $word ->
    [csv] CSV
    [xlsx] Excel (XLSX)
    [pdf] PDF
   *[none] No file
 }
mail-attached = Attached: { $name }. It holds what you may download.
mail-file-not-yours = No file is attached, because you may not download this report.
mail-file-too-large = The file is larger than { $megabytes } MB, so it is not attached. Open the report and download it there.
mail-lines = { $measure } by { $axis }:
mail-more = … and { $count } more lines on its page.
mail-open = Open the report: { $url }
mail-own-reach = These figures were computed within your own reach. Whoever scheduled this can pause or stop it.
told-mail-settled = scheduled the report “{ $name }” by mail
told-mail-paused = paused or resumed the mail of the report “{ $name }”
told-mail-stopped = stopped the mail of the report “{ $name }”
told-mailed = sent the report “{ $name }” by email, with a file
kept-of = Report
kept-form = Form
kept-live = computed anew
shared-by = shared by { $name }
