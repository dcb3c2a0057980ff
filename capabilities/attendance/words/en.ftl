# How a working day stands.
state-none = Not begun
state-open = At work
state-closed = Finished

# Marks on a working day.
mark-late = Late
mark-left-early = Left early
mark-opened-by-visit = Begun by a visit
mark-closed-by-visit = Ended by a visit
mark-closed-by-rule = Closed automatically
mark-no-clock-in = No clock-in
mark-double-clock-in = Clocked in twice
mark-double-clock-out = Clocked out twice
mark-off-shift = Outside the shift
mark-day-off = Day off
mark-in-review = Awaits review
mark-capped = Cut to 24 hours

# The month of attendance.
attendance-title = Attendance
attendance-lead = Hours worked by day, computed from what phones recorded. Open a name to see why.
my-attendance = My attendance
my-attendance-lead = Computed from what you recorded. Open a day to see why.
month-steps = Other months
month-before = Previous month
month-after = Next month
team-label = Team
every-team = All teams
apply = Apply
export-csv = Download CSV
export-name = attendance
nobody-title = Nobody in this team
nobody-text = Choose another team to see its attendance.
person-label = Name
days-label = Days
hours-label = Hours
late-label = Late
by-rule-label = Auto-closed
in-review-label = In review
key-hours = Hours worked
no-record = No record
minutes-unit = min
day-label = Day
state-label = State
in-label = In
out-label = Out
marks-label = Marks
no-days-title = No working days this month
no-days-text = Days show here after a clock-in in the field app.
worked-minutes = Minutes worked
late-minutes = Minutes late
early-minutes = Minutes left early

# Names of months and days.
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
 }
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday

# One day.
day-steps = Other days
day-before = Previous day
day-after = Next day
no-day-title = Nothing recorded on this day
no-day-text = A record that is sent late will change that.
worked-label = Time worked
why-title = Why?
spans-title = Spans of work
span = { $from } to { $to }
span-open = { $from }, still running
facts-title = Records
claimed-label = Phone's clock
recorded-label = Counted as
received-label = Received
receipt-label = Receipt
photo-of = { $what }, { $name }: photo
some-client = a client
reviewed-by = Reviewed by { $name }, { $at }
to-review = Review the records
to-day = See the day

# Reasons.
why-no-shift = No shift holds on this day.
why-day-off = A day off by the shift.
why-shift-company = Shift from { $from } to { $to } by the company's clock, grace of { $late } to come and { $early } to leave.
why-shift-local = Shift from { $from } to { $to } by the local clock, grace of { $late } to come and { $early } to leave.
why-opened-by-clock-in = Begun by the clock-in at { $at }.
why-opened-by-visit = Begun by the check-in at a client at { $at }.
why-closed-by-clock-out = Ended by the clock-out at { $at }.
why-closed-by-visit = Ended by the last check-out from a client at { $at }.
why-closed-at-shift-end = No clock-out came; closed at the end of the shift, { $at }.
why-closed-at-last-fact = No clock-out came; closed at the last record that is certain, { $at }.
why-still-open = No clock-out yet; waited for until { $until }.
why-already-open = Clocked in again at { $at }; the first one stands.
why-nothing-to-close = Clocked out at { $at } while nothing was open.
why-visits-do-not-open = The check-in at { $at } does not begin the day at this company.
why-visit-not-verified = The check-in at { $at } is not verified, so it does not begin the day.
why-rejected = The record at { $at } was rejected and counts for nothing.
why-late = Began at { $at }, { $minutes } after { $starts }; more than the grace of { $grace }.
why-left-early = Ended at { $at }, { $minutes } before { $ends }; more than the grace of { $grace }.
why-off-shift = No work falls into the shift.
why-capped = The records add up to { $minutes }; 24 hours are counted.

# Shifts.
shifts-title = Shifts
shifts-lead = A shift holds from a day on. A team without one of its own works by the company's.
no-shifts = There is no shift yet: nobody is ever late.
whose-label = For
whose-help = A team's shift replaces the company's.
whole-company = Whole company
shift-label = Shift
hours-of-shift = Hours
weekdays-label = Working days
grace-label = Grace in / out
margins-label = Margin before / after
meaning-label = By the clock of
meaning-company = The company: 08:00 WIB is 09:00 in Denpasar (WITA) and 10:00 in Jayapura (WIT)
meaning-local = The place: 08:00 wherever somebody is
meaning-company-short = Company
meaning-local-short = Local
meaning-help = Indonesia has three time zones: WIB, WITA an hour ahead, and WIT two hours ahead.
valid-from = From
since-ever = The beginning
shift-holds = Holds
shift-comes = Will hold
shift-held = Held once
minutes-both = { $before } / { $after } min
shift-new = Set a shift
shift-name = Name
shift-name-help = Such as Office, Morning or Night.
starts-label = Starts at
ends-label = Ends at
ends-help = Earlier than the start means the next day.
grace-field = Grace for being late (minutes)
grace-help = Up to so many minutes after the start nobody is late.
grace-out-field = Grace for leaving early (minutes)
grace-out-help = Up to so many minutes before the end nobody has left early.
margin-before-field = Margin before the start (minutes)
margin-before-help = From so long before the start a punch certainly belongs to this shift; an earlier one goes to the shift that is nearest.
margin-after-field = Margin after the end (minutes)
margin-after-help = Until so long after the end a punch certainly belongs to this shift. A clock-out is then waited for a while longer, and the day is closed by rule.
first-day-label = Holds from
first-day-help = Earlier days keep the shift they had. Days from this one on are judged again.
shift-save = Set
shift-set = Shift { $name } holds from { $from }.

# Review.
review-title = Review
review-lead = Records that do not prove themselves. Their people read the same reasons.
pile-waiting = Waiting for you ({ $count })
pile-asked = Waiting for an answer
pile-decided = Decided in the last 7 days
everybody = Everybody
review-none = Nothing waits
review-none-text = Records whose time or place is not proven show here.
choose-all = Choose all on this page
decide-text = Question, or reason for rejecting
verdict-accept = Accept
verdict-ask = Ask
verdict-reject = Reject
accepted = { $count ->
    [one] { $count } record accepted.
   *[other] { $count } records accepted.
 }
asked = { $count ->
    [one] { $count } record asked about.
   *[other] { $count } records asked about.
 }
rejected = { $count ->
    [one] { $count } record rejected.
   *[other] { $count } records rejected.
 }

# What happened.
told-clocked-in = Clocked in at { $at }
told-clocked-out = Clocked out at { $at }
told-closed-by-rule = The working day of { $day } was closed automatically: no clock-out came
told-shift-set = Shift { $name } was set from { $from }
told-exported = Attendance of { $month } exported

# Refusals.
refused-no-name = Write a name for the shift.
refused-no-time = Write a time such as 08:00.
refused-no-length = It ends when it starts. Write another time.
refused-grace = Write 0 to 240 minutes.
refused-margin = Write 0 to 360 minutes.
refused-no-weekday = Choose at least one day.
refused-no-meaning = Choose the company's clock or the local one.
refused-no-day = Write a date between 1000 and 2999.
refused-too-far-back = This day lies more than 62 days back. Choose a later one.
refused-unknown-team = There is no such team.
