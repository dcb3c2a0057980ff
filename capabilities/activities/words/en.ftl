# Forms.
save = Save
cancel = Cancel
edit = Edit

# The page of an account.
note-label = Note
note-write = Write note
timeline-title = Timeline
timeline-none = Nothing has happened yet.
timeline-older = Older
due-label = Due
contact-put-back-action = Put back

# The timeline.
by-system = The system
told-noted = Note

# Search.
notes-title = Notes

# Activities.
refused-activity-text = Write what happened, or at least what came of it.
refused-activity-account = Choose the client: write its name.
refused-activity-account-unknown = No client that you can see has this name.
refused-activity-minutes = Write how long it took in minutes, 1 to 1,440.
refused-activity-moment = This is no day and time. Example: 2026-03-04 and 14:30.
refused-activity-not-yet = This has not happened yet. Write it down as a task.
refused-activity-contact = This person is no contact of this client.
refused-activity-not-yours = Somebody else wrote this. Write a new note if there is something to add.
refused-activity-too-late = More than 30 days have passed, so it cannot be brought back.
kind-label = Kind
kind-note = Note
kind-call = Call
kind-video = Video call
kind-message = Message
kind-email = Email
kind-meeting = Meeting
direction-label = Who began it
direction-out = We did
direction-in = The client
log-title = Log an activity
log-lead = Write it in one line; check it below before you save.
log-line-label = What happened, in one line
log-line-example = call Rina 10m: wants a quote > send the quote Friday
log-line-example-here = wa Rina: wants a quote > send it tomorrow
log-read = Go on
log-others = Or do you mean:
log-with = With whom
log-text = What happened
log-step = Next task
client-label = Client
happened-on = Day
happened-time = Time
minutes-label = Minutes
outcome-label = Outcome
outcome-help = For example: agreed, wants time, no answer.
internal-label = Internal note
internal-help = Never appears on anything that the client sees.
internal-badge = Internal
mention-help = Write @ and a colleague’s name to let them know.
mention-nobody = No colleague of this name sees this client.
mention-not-told = Not told, because they do not see this client: { $names }.
activity-saved = Saved.
note-edit = Edit activity
note-edit-lead = What it said before is kept.
note-edited = Edited { $moment }
note-edited-mark = edited
note-hide = Delete
note-hidden = Activity deleted
note-restored = Activity restored.
note-restore = Restore
note-pin = Pin
note-unpin = Unpin
note-versions = What it said before
note-until = Until { $moment }, edited by { $who }
written-by = Written by { $who }, { $moment }
pinned-title = Pinned
timeline-parts = Parts of the history
part-everything = Everything
part-talks = Conversations
part-meetings = Meetings
part-notes = Notes
part-visits = Visits
part-deals = Deals
part-money = Transactions
part-attachments = Attachments
part-changes = Changes
told-incoming = { " " }from the client
told-with = { " " }with { $people }
told-minutes = { $count ->
    [1] , 1 minute
   *[other] , { $count } minutes
 }
told-mentioned = { $who } mentioned you at { $account }
