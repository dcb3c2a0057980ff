## Places

places = Places
place-today = Today
place-clients = Clients
place-record = My record
place-outbox = Outbox
close = Close
day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday
minutes = { $minutes } min
hours-minutes = { $hours } h { $minutes } min
never = never

## First time

welcome-unknown = Getting your day ready
welcome-unknown-help = Your plan and your clients are on their way.
welcome-reached = Getting your day ready
welcome-reached-help = Your plan and your clients are on their way.
welcome-unreachable = No signal yet
welcome-unreachable-help = This phone has to connect once. After that everything works without a signal.
welcome-signed-out = Sign in first
welcome-signed-out-help = Then your plan and clients are kept on this phone and work without a signal.
try-again = Try again
sign-in = Sign in

## The work day

work-title = Work day
work-not-started = Not at work yet
work-since = At work since { $time }
work-finished = Finished at { $time }
work-over = Finished
work-open = At work
work-forgotten = { $day } was never closed. The rules close it and mark it; start today as usual.
shift = Shift { $start }–{ $end } { $zone }
zone-differs = Times here are { $here }, the company’s are { $company }.
clock-in = Clock in
clock-in-again = Clock in again
clock-out = Clock out
clocked-in = Clocked in at { $time }
clocked-out = Clocked out at { $time }
mark-late = { $minutes } minutes late
mark-left-early = Left early
mark-closed-by-rule = Closed automatically
mark-opened-by-visit = Begun by a visit
mark-closed-by-visit = Ended by a visit
mark-no-clock-in = No clock-in
mark-capped = Cut to 24 hours
mark-in-review = Awaits review
mark-day-off = Day off
mark-off-shift = Outside the shift
mark-double-clock-out = Clocked out twice
mark-double-clock-in = Clocked in twice

## Plan and visits

plan-title = Today's plan
plan-empty = No visits are planned. Start with a visit outside the plan, or pick the nearest client.
plan-progress = { $done } of { $total } done
plan-visit-saved = Planned for { $day }
plan-visit-save = Put into the plan
plan-visit-day-missing = Choose today or later.
plan-visit-time = Time (if any)
plan-visit-day = Day
plan-visit-title = Plan a visit to { $client }
plan = Plan
visit-next = Next
visit-today = Today's visit
visiting-now = Visiting now
here-since = Here since { $time } · { $duration }
away = { $distance }
location-unknown = place not known yet
distance-from = Distance from where you were, { $time }
distance-none = Distances appear once your position was taken
distance-refresh = Update
distance-now = Distances updated at { $time }
visit-planned = Planned
visit-open = Under way
visit-done = Done
visit-skipped = Not done
visit-missed = Missed
visit-rejected = Rejected
rejected-check-in = Check-in rejected; this visit does not count.
rejected-check-out = Check-out rejected; its length and outcome do not count.
unsent = unsent
check-in = Check in
check-in-at = Check in at { $client }
checked-in = Checked in at { $client }
check-out = Check out
check-out-from = Check out from { $client }
check-out-save = Save check-out
checked-out = Visit to { $client } saved
stayed = You were here { $duration }.
outcome-label = Outcome
outcome-missing = Choose what came of this visit.
note-missing = This outcome needs a short note.
next-step-label = Next step (if any)
next-step-help = For example: send the quote, call back.
next-step-day = By
next-step-day-missing = Give the next step a date.
skip = Not doing it
skip-title = Not visiting { $client }
skip-reason = Reason
skip-reason-missing = Choose the reason.
skip-again = Plan again (if needed)
skip-save = Save
skipped = Visit to { $client } marked as not done
more-title = Other visits
unplanned = Visit outside the plan
unplanned-title = Visit outside the plan
unplanned-help = Nearest first.
tasks-title = Next steps
task-finish = Mark as done: { $task }
task-finished = Next step done
due = by { $day }

## Here and now

saved-here = Saved on this phone, { $time }
moment-done = Done
moment-go-on = Go on without waiting for the position
moment-use-this = Use this position
moment-without-photo = Go on without a photo
moment-undo = Undo, my thumb slipped
moment-undone = Undone. Nothing was sent.
position-searching = Looking for your position…
position-sample = Position ±{ $accuracy }, sample { $count }…
position-found = Position taken, ±{ $accuracy }
position-rough = Position taken but rough, ±{ $accuracy }. It still counts; your manager sees how rough it is.
position-denied = This phone does not allow the position. Your record is saved, without proof of place.
position-unavailable = No position was found. Your record is saved, with this reason.
position-timeout = The position did not come in time. Your record is saved, with this reason.
position-skipped = You went on without waiting for the position. Your record is saved, with this reason.
position-interrupted = The app was closed before the position was found. Your record is saved, with this reason.
position-unsupported = This browser knows no position. Your record is saved, with this reason.
position-how = Allowing the position
position-help-android-chrome = Tap the icon left of the address, choose Permissions, then Location: Allow. Installed app: press and hold its icon, App info, Permissions, Location. Turn on the phone's Location too.
position-help-android-firefox = Tap the padlock left of the address and allow Location. Turn on the phone's Location too.
position-help-ios = Open Settings, Privacy & Security, Location Services, Safari Websites (or the name of your browser): While Using the App, with Precise Location on. iPhone asks again at each visit; choose Allow.
position-help-desktop = Click the icon left of the address and allow Location for this site.
position-promise = Your position is taken only when you press a button. There is no trail in between.

## Photos

photo-take = Take a photo
photo-another = Another photo
photo-remove = Remove photo { $number }
photo-number = Photo { $number }
photo-asked = Your company asks for one photo here.
photo-unreadable = That picture cannot be read. Take it once more.
photo-offline = The photo is on the server; it shows when there is a signal.
photos-lost = { $count ->
    [one] One photo was
   *[other] { $count } photos were
  } not accepted by the server; the record goes without.
camera-title = Camera
camera-view = Camera picture
camera-shutter = Take it
camera-use-files = Use the camera app
camera-missing = The camera cannot be opened here. Allow the camera, or use the camera app.
saved-without-photo = Saved without the photo: this phone's storage is full.
no-room-at-all = Not saved yet: this phone's storage is full. Make room, then save again.

## Clients

search-label = Search name, contact or number
search-nothing = Nothing fits
search-nothing-help = Try part of the name, or add it as a new client.
search-count = { $count ->
    [one] One fits
   *[other] { $count } fit
  }
search-more = and { $count } more; narrow the search
clients-count = { $count ->
    [one] One client
   *[other] { $count } clients
  }
clients-empty-title = No clients yet
clients-empty = The clients in your care appear here. Standing at a prospect's door? Add it now.
never-visited = never visited
last-visit = visited { $day }
tier = Tier { $tier }
status-client = Client
status-prospect = Prospect
status-former = Former client
client-unknown = This client is not on this phone
client-unknown-help = A colleague may look after it now, or it has not reached this phone yet.
client-actions = Reach or visit
client-name = Client's name
client-name-missing = Write the client's name.
client-address = Address
client-place = Place
client-phone = Office phone
client-last-visit = Last visit
location-learn = Not known; the first check-in proposes it
location-proposed = Proposed by one check-in
location-confirmed = Confirmed
location-moved = Seems to have moved; waits for its owner
contacts-title = Contacts
contacts-empty = No contacts yet.
contact-name = Contact's name
contact-name-missing = Write whose number this is.
contact-phone = Phone number
visits-title = Visits
visits-empty = No visits here yet.
jottings-title = Just written down
way-call = Call
way-whatsapp = WhatsApp
way-navigate = Navigate
way-to = { $way }: { $name }
did-call = Called
did-whatsapp = Opened WhatsApp
did-navigate = Opened the map
new-client = New client here
new-client-title = New client: I am here
new-client-check-in = Check in at once
new-client-save = Save client
new-client-saved = { $client } saved

## Notes

note = Note
note-title = Note about { $client }
note-label = Note
note-empty = Write the note first.
note-save = Save note
note-saved = Note saved

## Outbox

outbox-empty = Everything sent
outbox-empty-offline = No signal · data as of { $time }
outbox-waiting = { $count } unsent, since { $since }
outbox-sending = Sending { $count }…
outbox-refused = { $count ->
    [one] One needs
   *[other] { $count } need
  } your attention
outbox-old = { $count ->
    [one] One record has
   *[other] { $count } records have
  } been unsent for { $age }. Open this app where there is a signal; a browser may clear what it kept too long.
outbox-of-others = { $count ->
    [one] One record
   *[other] { $count } records
  } of someone else wait on this phone. They are sent when their owner signs in here.
outbox-nothing-waits = Nothing is waiting.
outbox-keeps = Kept safe on this phone, even when closed.
outbox-no-signal = No signal. It is sent by itself once there is one.
outbox-next-try = Not connected yet. Next try at { $time }.
outbox-waiting-title = Waiting to be sent
send-now = Send now
fetch-now = Get the latest
sending = Sending…
sign-in-to-send = Sign in to send. { $count ->
    [0] Nothing is lost.
    [one] One record is kept on this phone; nothing is lost.
   *[other] { $count } records are kept on this phone; nothing is lost.
  }
sign-in-to-refresh = Your session ended. Sign in to get the latest.
event-measuring = Position being taken
event-waiting = Waiting to be sent · number { $number }
event-later = The server asked to try again at { $time }
tray-title = Needs your attention ({ $count })
refused-unknown = The server refused this record.
refused-conflict = The server already keeps another record under this number. The first one counts.
refused-photo-missing = Its photo is no longer on this phone.
refused-what-to-do = If you think it is right, send it again. If it is no longer needed, remove it from this phone. The others are sent all the same.
conflict-what-to-do = If the one on this phone is right, send it as a new record. If not, remove it from this phone.
send-again = Send again
sent-again = Back in the outbox
tray-dismiss = Remove from phone
tray-dismissed = Removed from this phone
receipts-title = Sent
receipts-kept = Receipts stay { $days } days on this phone, and for good on the server.
receipt-line = Receipt { $number }
receipt-number = Number
receipt-recorded = Recorded at
receipt-received = Reached the server
receipt-hash = Fingerprint
kind-clock-in = Clock-in
kind-clock-out = Clock-out
kind-visit-check-in = Check-in
kind-visit-check-out = Check-out
kind-visit-skip = Visit not done
kind-visit-plan = Planned visit
kind-account-create = New client
kind-note = Note
kind-contact-log = Contacted
kind-task-done = Next step done
kind-answer = Answer

## What my manager sees

record-title = What my manager sees
record-lead = Every record of yours with its evidence, word for word as your manager reads it.
record-unsent = Unsent; your manager does not see these yet
record-as-of = From the server, { $time }
record-empty-title = Nothing recorded yet
record-empty = Your first clock-in or check-in appears here with its evidence.
record-empty-offline = The server's records appear here once there is a signal.
place-verdict-inside = Inside the radius
place-verdict-outside = Outside the radius
place-verdict-cannot-tell = The place cannot be told
time-exact = Time exact
time-bounded = Time within bounds
time-unproven = Time not proven
signal = Sign
review-pending = Waiting for your manager
review-accepted = Accepted
review-accepted-by = Accepted by { $name }
review-rejected = Rejected
review-rejected-by = Rejected by { $name }
review-asked = { $name } asks
manager = Your manager
answer = Answer
answer-title = Answer the question
answer-label = Your answer
answer-empty = Write the answer first.
answer-save = Send answer
answer-saved = Answer saved
your-answer = Your answer: { $text }

## This phone

phone-title = This phone
phone-title-of = This phone, { $name }
to-desk = Open the desk
phone-contact = Last connected
phone-device = Phone's mark
language = Language
storage-title = Storage
storage-kept = The browser keeps this data
storage-may-be-cleared = The browser may clear this data when room is short
storage-unknown = The browser does not say whether it keeps this data
storage-advice = Put the app on the home screen and open it daily; what is sent cannot be lost.
storage-ask = Ask to keep it
storage-room = { $used } used ({ $share } of what is allowed).
storage-nearly-full = Storage is nearly full ({ $share }). New photos cannot be kept; send what waits or make room on the phone.
install-title = Put it on the home screen
install-why = Opens with one tap, works without a signal, and its data is safer from being cleared.
install-now = Install
install-later = Later
install-done = On the home screen
installed = On the home screen
install-android-chrome-1 = Open the browser's menu (three dots).
install-android-chrome-2 = Choose “Add to home screen” or “Install app”.
install-android-firefox-1 = Open the browser's menu (three dots).
install-android-firefox-2 = Choose “Install” or “Add to home screen”.
install-ios-1 = Tap Share, the box with an arrow pointing up.
install-ios-2 = Choose “Add to Home Screen”, then open it from there.
install-desktop-1 = Open the browser's menu.
install-desktop-2 = Choose “Install Jembatan”.
sign-out = Sign out of this phone
sign-out-title = Sign out of this phone?
sign-out-clean = Clients, records and photos are removed from this phone. On the server everything stays.
sign-out-unsent = { $count ->
    [one] One record is
   *[other] { $count } records are
  } unsent. They stay on this phone and are sent only when you sign in here again. All else is removed from the phone.
sign-out-send-first = Send first
sign-out-anyway = Sign out, send later
person-changed = This phone is now used by { $name }
day-expired = More than 14 days without a connection, so client data was removed from this phone. What is unsent is still here. Connect to get it again.
