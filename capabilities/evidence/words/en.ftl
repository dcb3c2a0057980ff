# Lengths of time.
length-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 }
length-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
length-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
length-hours-minutes = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 } { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
length-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }

# Time.
time-live = Recorded by the server itself.
time-connected = Sent { $window } after the last contact with the server.
time-offline = Recorded without a signal, between { $from } and { $to }.
time-too-long = Without a signal for { $window }, longer than { $most }; the time is the phone's word alone.
time-too-early = The phone's clock says { $by } before its last contact with the server.
time-in-the-future = The phone's clock says a time that had not come, by { $by }.
time-first-contact = This phone's first contact with the server; its clock agrees.
time-no-token = Without a time from the server; by the phone's word { $apart } before it was sent.
time-token-from-the-future = Its time from the server is { $by } ahead of the server's clock.

# Place.
place-within = { $away } from the client's place, within the radius of { $radius }.
place-beyond = { $away } from the client's place, outside the radius of { $radius }.
place-in-between = { $away } from the client's place, accurate to { $accuracy }: it may or may not lie within { $radius }.
place-denied = The phone was not allowed to tell its position.
place-timeout = The phone found no position in time.
place-unsupported = This phone cannot tell a position.
place-skipped = The person went on without waiting for the position.
place-interrupted = The app was closed before the position was found.
place-unavailable = No position was to be had.
place-broken = The phone's position makes no sense.
place-stale = The position is { $age } old.
place-vague = Accurate to { $accuracy }, coarser than { $most }.
place-unknown = This client's place is not known yet; this position is proposed.
place-no-place = The client's place is not a valid one.

# Signals.
signal-impossible-travel = Moved { $distance } in { $time } since { $since }: { $kmh } km/h.
signal-repeated-coordinates = Exactly the same coordinates on { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
signal-constant-accuracy = Always accurate to { $accuracy } in { $fixes ->
    [one] { $fixes } position
   *[other] { $fixes } positions
 }, never an altitude.
signal-identical-samples = { $samples ->
    [one] { $samples } position
   *[other] { $samples } positions
 } in a row exactly the same.
signal-shared-device = Somebody else used this phone at { $at }.
signal-new-device = A new phone.
signal-reused-photo = The same photo was sent before, at { $at }.
signal-photo-skipped = No photo, though one is required: the person went on without.
signal-photo-no-camera = No photo, though one is required: the camera could not be opened.
signal-photo-no-room = No photo, though one is required: the phone had no room for it.
signal-photo-interrupted = No photo, though one is required: the app was closed before it was taken.
signal-photo-lost = No photo, though one is required: it was taken and could not be kept.
signal-photo-missing = No photo, though one is required.
signal-unsigned = Sent without a signature of the phone.
signal-unsigned-now = Sent without a signature, though this phone has signed before.
signal-wrong-signature = The phone's signature does not fit what was sent.
signal-new-key = This phone signs with another key than before.
signal-missing-before = { $events ->
    [one] { $events } record
   *[other] { $events } records
 } made on this phone before this one had not come when it came.
signal-broken-chain = It does not follow from the record before it on this phone: one of them was changed, or sent twice.
signal-clock-behind = The phone's clock is behind by at least { $by }.
signal-clock-ahead = The phone's clock is ahead by at least { $by }.

# Refusals.
refused-own = Somebody else reviews what you recorded.
refused-no-question = Write what you want to ask.
refused-no-reason = Write why it is rejected.
refused-not-asked = Nothing was asked about this record.
refused-no-answer = Write your answer.
refused-nothing-chosen = Choose at least one record.
refused-moved-on = This record does not wait for a review.

# What was recorded.
kind-clock-in = Clock-in
kind-clock-out = Clock-out
kind-visit-check-in = Visit check-in
kind-visit-check-out = Visit check-out
kind-visit-skip = Visit not made
kind-visit-plan = Visit planned
kind-account-create = New client
kind-note = Note
kind-contact-log = Call or message
kind-task-done = Task done
kind-answer = Answer

# Review.
review-pending = Awaits review
review-asked = Awaits an answer
review-accepted = Accepted
review-rejected = Rejected

# What happened.
told-answered = Answered: “{ $text }”
told-accepted = Record accepted
told-asked = Asked about a record: “{ $why }”
told-rejected = Record rejected: “{ $why }”
