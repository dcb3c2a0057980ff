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
