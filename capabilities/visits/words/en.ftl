# Refusals.
refused-unknown-visit = This visit is not in your plan.
refused-other-account = This visit is to another client. Start a new visit for this one.
refused-already-ended = This visit has ended. Start a new one if you are back.
refused-already-arrived = You have checked in on this visit. Check out and choose its outcome.
refused-already-skipped = This visit was skipped before.
refused-not-arrived = You have not checked in on this visit. Check in first.
refused-unknown-outcome = “{ $code }” is not on the company's list of outcomes. Choose one from the list.
refused-unknown-reason = “{ $code }” is not on the company's list of reasons. Choose one from the list.
refused-reschedule-in-the-past = The new date has passed. Choose today or later.
refused-next-step-in-the-past = The next step would be due before this visit. Choose the day of the visit or later.
refused-plan-in-the-past = This date has passed. Plan the visit for today or later.
