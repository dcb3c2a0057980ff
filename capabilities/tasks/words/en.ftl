# Refusals.
refused-no-day = This is not a date between 1000 and 2999. For example: 2026-03-04.
refused-no-step = Write what will be done.

# Forms.
save = Save
saved = Saved.
cancel = Cancel

# The page of an account.
tasks-title = Tasks
tasks-none = None yet.
task-new = New task
task-label = What will be done
task-add = Add task
task-finish = Done
task-finish-named = Done: { $text }
due-label = Due
due = Due { $day }
due-late = Overdue since { $day }

# The timeline.
told-task-added = Task: { $text }
told-task-done = Done: { $text }
told-task-passed = Step passed on: { $text }

# Settings of clients.
not-offered = No longer offered
days-unit = days

# Activities.
refused-activity-account-unknown = No client that you can see has this name.
refused-activity-too-late = More than 30 days have passed, so it cannot be brought back.
client-label = Client

# Tasks.
refused-task-unseen = This person cannot see this client. Choose somebody else, or hand the client over first.
refused-task-done = This task is done already.
task-list-title = Tasks
task-list-none = Nothing here
task-list-none-help = Tasks that you write down at a client, during a visit or here appear on this list.
task-edit = Edit task
task-hide = Delete task
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
told-task-moved = Task changed: { $text }, due { $day }
told-task-hidden = Task deleted: { $text }

# Time, reminder and repetition of a task.
task-hidden-series = Deleted, and comes no more: { $text }
due-time-label = Time ({ $zone })
due-clock = Time
due-time-help = Leave it empty for the whole day.
timing-more = Reminder and repetition
remind-label = Remind
remind-help = Without a time it counts from 08:00 on the due day.
remind-mail-label = By mail, too
remind-then = When it is due
remind-minutes = { $n ->
    [one] { $n } minute before
   *[other] { $n } minutes before
 }
remind-hours = { $n ->
    [one] { $n } hour before
   *[other] { $n } hours before
 }
remind-days = { $n ->
    [one] { $n } day before
   *[other] { $n } days before
 }
remind-weeks = { $n ->
    [one] { $n } week before
   *[other] { $n } weeks before
 }
repeat-label = Repeat
repeat-help = The 29th, 30th and 31st fall on the last day of a shorter month.
repeat-kind-daily = Every day
repeat-kind-working = Every working day (Monday to Friday)
repeat-kind-weekly = Every week on the days below
repeat-kind-month-day = Every month on the same date
repeat-kind-month-weekday = Every month on the same weekday, such as the second Tuesday
repeat-kind-month-last = Every month on the last such weekday
repeat-kind-yearly = Every year
repeat-every = Interval
repeat-every-help = 2 means every second day, week, month or year.
repeat-days = Days of the week
repeat-until-label = Until
repeat-times-label = Or so many times
repeat-from-label = The next one comes
repeat-from-calendar = by the calendar
repeat-from-done = counted from when this one is done
repeat-goes-on = The next one is there already; its repetition is settled there.
repeat-next = Open the next one
repeat-every-day = Every day
repeat-every-days = Every { $n } days
repeat-working = Every working day
repeat-every-week = Every { $days }
repeat-every-weeks = Every { $n } weeks on { $days }
repeat-every-month = Every month on { $day }
repeat-every-months = Every { $n } months on { $day }
repeat-last-day = the last day
repeat-day-of-month = day { $day }
repeat-nth = the { $nth } { $weekday }
repeat-every-year = Every year on { $day }
repeat-every-years = Every { $n } years on { $day }
repeat-until = { $rule }, until { $day }
repeat-times = { $rule }, { $times } times
repeat-after-done = { $rule }, from when it is done
nth-first = first
nth-second = second
nth-third = third
nth-fourth = fourth
nth-last = last
weekday-mo = Mon
weekday-tu = Tue
weekday-we = Wed
weekday-th = Thu
weekday-fr = Fri
weekday-sa = Sat
weekday-su = Sun
refused-task-no-time = Write a time such as 14:00.
refused-task-time-without-day = A time, a reminder and a repetition need a due day. Choose one.
refused-task-no-reminder = A reminder comes at most 28 days before.
refused-task-no-rule = This repetition is not known here. Choose one of the list.
refused-task-no-interval = Give an interval from 1 to 99.
refused-task-no-end = Give a last day or a number from 1 to 999, one of the two.
refused-task-ends-before = The repetition ends before it begins. Choose a later day.
told-task-due = Reminder: { $what }, { $due }
told-task-due-late = A late reminder: { $what }, { $due }
told-task-repeated = Task comes again: { $text }, due { $day }
mail-task-due-subject = A task is due
mail-task-due = { $text }
    Due: { $due }
    { $link }
agenda-tabs = Agenda
agenda-tab-day = Day
agenda-tab-week = Week

# Templates of tasks.
templates-title = Task templates
templates-lead = Tasks that belong together, such as those for a new client. An executive puts them on a client in one act.
templates-none = No templates yet
templates-none-help = Make the first list: an introduction, an offer and a call a week later, for instance.
templates-none-here = An administrator makes them in Settings › Task templates.
template-new = New template
template-title = Task template
template-lead = Due days count from the first day. 0 is that day.
template-name = Name
template-name-help = For instance: New client.
template-text-of = Task { $number }
template-days-of = Days after the first day, task { $number }
template-counted-of = Which days count, task { $number }
template-rows-help = Empty rows are not kept. Save to get more rows.
template-saved = Saved: { $name }
template-holds = { $count ->
    [one] { $count } task, until day { $last }
   *[other] { $count } tasks, until day { $last }
 }
template-retire = Offer no more
template-offer = Offer again
counted-calendar = calendar days
counted-working = working days
template-use = Put a task template on
template-use-lead = All its tasks are made at once. See their dates first.
template-label = Template
template-first = First day
template-first-help = Due days count from here.
template-preview = See the dates
template-preview-title = Will be made for { $owner }
template-make = Make the tasks
refused-template-no-name = Give the template a name.
refused-template-name-too-long = The name is too long; { $most } letters are the most.
refused-template-no-tasks = Write at least one task.
refused-template-too-many = A template has at most { $most } tasks.
refused-too-many-templates = There are 100 templates already. Use or change one of them.
refused-template-no-text = Task { $number } is empty or too long.
refused-template-no-days = Task { $number }: give days from 0 to { $most }.
refused-template-unknown = There is no such template. Choose one of the list.
refused-template-retired = This template is not offered any more. Choose another.
refused-template-nothing-left = There is nothing to take back: its tasks are done or deleted.
told-template-used = Template { $name } put on: { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }
told-template-given = { $who } gave you { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 } at { $account }
told-template-use-undone = { $tasks ->
    [one] { $tasks } task of a template taken back
   *[other] { $tasks } tasks of a template taken back
 }
told-template-kept = Task template kept: { $name }
told-template-retired = Task template no longer offered: { $name }
told-template-offered-again = Task template offered again: { $name }
