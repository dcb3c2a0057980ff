# Refusals.
refused-begun = This client is being onboarded by a checklist already. Finish or stop that first.
refused-no-template = There is no checklist for this client. Make one in the settings.
refused-nobody = Nobody looks after this client yet. Give it an owner first.
refused-no-reason = Write the reason.
refused-too-long = Too long. At most { $count } letters.
refused-over = This step is done already.
refused-skipped = This step was skipped. Take it up again first.
refused-no-label = Write the name, at most { $count } letters.
refused-no-steps = Write at least one step.
refused-too-many-steps = At most { $count } steps.
refused-no-days = Working days are a whole number from 0 to { $count }.
refused-no-kind = Choose what kind of step it is.
refused-no-owner = Choose who does this step.

# A panel on the client's page.
panel-title = Onboarding
panel-none = No checklist for this new client yet.
template-label = Checklist
begin = Begin
begun = Onboarding has begun.
begun-on = Began { $day }: { $why }
began-converted = came from a prospect
began-client = became a client
began-won = an opportunity was won
began-hand = by hand
progress = { $done } of { $all } steps
over = Done
step-done = Done
step-skipped = Skipped
step-late = Late, was due { $day }
step-due = Until { $day }
step-finish = Mark as done
step-reopen = Not done yet
step-skip = Skip
step-unskip = Take up again
skip-reason = Why it is skipped
step-saved = { $step }: saved.
seen-account = the account is there
seen-payment = the way of payment is settled
seen-order = the first invoice is recorded
stop = Stop onboarding
stop-confirm = Steps that nobody has done go from the list of tasks. Go on?
stopped = Onboarding was stopped.

# The list.
list-title = Onboarding
list-lead = What is still to be done with new clients, the nearest first.
list-filter = Which
list-all = All
list-late = Late
list-none = No step is waiting
list-none-help = Onboarding begins by itself when a prospect becomes a client or an opportunity is won, or from a client’s page.
tasks-title = Tasks

# Settings.
settings-title = Onboarding
settings-lead = What is done with a new client, by whom, and until when.
templates-none = No checklists yet
templates-none-help = Make the first one: steps, whose they are, and until when.
template-new = New checklist
template-edit = Edit checklist
template-lead = Each step becomes somebody’s task. Clients who are being onboarded keep the steps that they have.
for-all = All clients that have none of their own
step-after = { $step } ({ $days } working days)
retired = Not used
label-in-indonesian = Name in Indonesian
label-in-english = Name in English
industries-label = Industry
industries-help = With commas between. Empty is for all.
steps-title = Steps
steps-help = Steps about the account, the payment and the first order tick themselves. A row without a name is not kept.
kind-label = Kind of step
kind-account = Account
kind-payment = Payment
kind-explain = Explaining the products
kind-order = First order
kind-other = Other
days-label = Working days from the beginning
days-unit = days
whose-label = Done by
whose-owner = The client’s owner
whose-role = Role: { $role }
save = Save
cancel = Cancel
saved = Saved.

# Told.
told-given = { $count ->
    [one] { $account }: { $count } step of onboarding for you
   *[other] { $account }: { $count } steps of onboarding for you
}
told-begun = Onboarding “{ $label }” began: { $why }
told-seen = Onboarding: “{ $step }” ticked itself
told-done = Onboarding: “{ $step }” done
told-reopened = Onboarding: “{ $step }” not done yet
told-skipped = Onboarding: “{ $step }” skipped, “{ $why }”
told-unskipped = Onboarding: “{ $step }” taken up again
told-ended = Onboarding “{ $label }” is done
told-stopped = Onboarding “{ $label }” was stopped
told-template-kept = Checklist “{ $label }” settled
told-template-removed = Checklist { $label } removed

# The list as a file.
export-name = onboarding-steps
export-checklists-name = checklists
export-checklists = Download the checklists of all clients
export-client = Client
export-checklist = Checklist
export-step = Step
export-owner = For
export-due = Due
export-state = State
export-open = Still to be done
export-done-on = Done on
export-skipped-why = Why skipped
export-id = Jembatan ID
told-exported = downloaded the steps of onboarding
told-checklists-exported = downloaded the checklists of all clients
