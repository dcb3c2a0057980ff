# Signing in.
sign-in-title = Sign in to Jembatan
sign-in = Sign in
email = Email
password = Password
stay = This device is mine
stay-help = Stay signed in here. Leave it empty on a shared computer.
forgot-link = Forgot your password?
back-to-sign-in = Back to signing in

# Invitations.
welcome-title = Welcome
welcome = Welcome, { $name }
welcome-lead = Set a password and you are in.
new-password = New password
password-help = At least 10 characters. A short sentence is easier to remember and harder to guess.
password-again = The same password again
set-password = Save and sign in

# Forgotten passwords.
forgot-title = Forgotten password
forgot-help = We send a link that is good for 30 minutes.
forgot-send = Send the link
forgot-sent = If that address is known, the link is on its way. Look in your mail.
forgot-without-mail = This server sends no mail. Ask an administrator of your company for a new link.

# Tokens.
tokens-title = API tokens
tokens-lead = A token lets a program act in your name, with your rights.
tokens-none = There are no tokens.
token-new = New token
token-name = Name
token-name-help = What it is for, so that you know it again.
token-days = Good for how many days
token-days-help = 1 to 365.
token-issue = Issue a token
token-issued = Copy this token now. It is never shown again.
token-created = Issued
token-expires = Good until
token-revoke = Revoke
token-revoke-confirm = Programs that use this token lose access at once.
token-revoked = The token is revoked.

# Mail.
mail-invitation-subject = An invitation to Jembatan
mail-invitation =
    Hello { $name },

    You are invited to Jembatan. Open this link within 7 days to set a password:

    { $url }

    The link is for you alone and works once.
mail-reset-subject = A new password for Jembatan
mail-reset =
    Hello { $name },

    Open this link within 30 minutes to set a new password:

    { $url }

    If it was not you who asked, leave it: your password has not changed.

# People.
people-title = People
person-add = Add somebody
person-add-lead = Somebody new is asked in at once. They set their own password by a link that works once.
person-admit = Add and invite
person-edit = Change details
person-name = Full name
person-name-help = As they write it themselves; one word is a name too.
person-email-help = They sign in with it. Without one they cannot be asked in yet.
person-phone = Phone
person-team = Team
person-no-team = No team yet
person-manager = Manager
person-lang = Language of the invitation
person-lang-help = They can choose for themselves later.
person-roles = Roles
person-roles-said = Roles: { $roles }. Only an administrator changes them.
person-since = Added
person-left-on = Left
person-history = History
person-access = Access
person-shut-out = Close access
person-saved = { $name } is saved.
person-added = { $name } is added. Write their email to ask them in.
person-invited = The invitation for { $name } is on its way.
person-suspended = { $name } is suspended. All their sessions have ended.
person-left = { $name } is marked as having left. All their sessions have ended.
person-let-back = { $name } may come in again.
link-invite = Make an invitation link
invite-needs-email = No email yet, so they cannot be asked in.
write-email = Write the email
copy = Copy
link-reset = Link for a new password
link-shown = Give this link to { $name }. It is shown once and works once.
link-mailed = The link is on its way by mail.
suspend = Suspend
suspend-confirm = { $name } loses access now and all their sessions end. You can let them back.
let-back = Let back in
leave = Has left
leave-confirm = { $name } is marked as having left: access is closed and all sessions end. What they did stays.
edit = Edit
save = Save
cancel = Cancel
back = Back

# Profile.
me-title = My profile
me-known = What the company knows
me-known-help = Ask HR to change it.
me-language = Language
me-security = Security
none-yet = None yet
sessions-title = Where you are signed in
sessions-end-others = End the others
sessions-end-others-confirm = All other devices must sign in again. What is unsent there stays there.
sessions-ended = The sessions on other devices have ended.
session-this = This device
session-end = End session
session-ended = The session has ended.
session-unknown = Unknown device
sign-out = Sign out
password-change = Change password
password-change-lead = Sessions on other devices end.
password-old = Present password
password-changed = The password is changed. Sessions on other devices have ended.

# Events.
told-invited = An invitation was made
told-reset-made = A link for a new password was made
told-reset-asked = Asked for a new password
told-password-set = A password was set
told-password-changed = The password was changed
told-signed-in = Signed in
told-signed-out = Signed out
told-session-ended = A session was ended
told-shut-out = All sessions were ended and tokens revoked
told-token-issued = A token was issued
told-token-revoked = A token was revoked

# Refusals.
refused-wrong = The email or the password does not fit. Check both, or ask for a new link.
refused-link = This link is used, or its time is over. Ask your administrator for a new one.
refused-password-short = Use at least 10 characters.
refused-password-long = Use at most 256 characters.
refused-password-common = This password is among the first that are tried. Choose another.
refused-passwords-differ = The two passwords differ.
refused-old-wrong = The present password does not fit.
refused-token-days = Write a number from 1 to 365.
refused-token-name = Give the token a name.
refused-no-address = This person has no address of mail yet.
refused-not-welcome = This person is not active.

# The calendar.
me-calendar = Calendar
me-calendar-help = See your agenda in the calendar of your phone.
me-calendar-open = Settle the calendar
