# The list of starters.
starters-title = Industry starters
starters-lead = The lists that are usual in one industry: tags, fields of your own, stages, outcomes of visits, and tasks. What is there already is never changed.
all-there = All there
would-add = { $count ->
   *[other] adds { $count }
 }

# One starter.
add-help = Only what is missing is added. All of it can be changed in its own settings, and taken back while nothing uses it.
add-missing = { $count ->
    [one] Add { $count } that is missing
   *[other] Add { $count } that are missing
 }
all-there-help = Your company has all of this starter already.
is-there = There already
is-new = New
added = { $count ->
    [one] { $count } was added.
   *[other] { $count } were added.
 }
uses-title = What was added
used-by = { $moment } · { $who }
at-the-founding = when the company was set up
all-removed = All of it was taken back
undo-use = Take back
undo-confirm = Take back what this starter added? What is in use stays.
removed = { $count ->
    [one] { $count } was taken back.
   *[other] { $count } were taken back.
 }
stayed = { $count ->
    [one] { $count } stays, as it is in use.
   *[other] { $count } stay, as they are in use.
 }

# What it brings.
kind-industry = Industries
kind-tag = Tags
kind-field = Fields of your own
kind-pipeline = A pipeline and its stages
kind-outcome = Outcomes of visits
kind-tasks = Task templates
kind-checklist = Checklists for new clients

# The timeline.
told-used = Starter { $name } was used: { $count } added
told-undone = Starter { $name } was taken back: { $count } removed

# What is refused.
refused-nothing-new = All of this starter is there already, so nothing was added.
refused-undone-already = This starter was taken back already.
refused-all-in-use = All that this starter added is in use, so nothing was taken back.
