# Signing in.
sign-in-title = Sign in to Jembatan
sign-in = Sign in
email = Email
password = Password
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

# Refusals.
refused-wrong = The email or the password does not fit. Check both, or ask for a new link.
refused-link = This link is used, or its time is over. Ask your administrator for a new one.
refused-password-short = Use at least 10 characters.
refused-password-long = Use at most 256 characters.
refused-password-common = This password is among the first that are tried. Choose another.
refused-passwords-differ = The two passwords differ.
refused-token-days = Write a number from 1 to 365.
refused-token-name = Give the token a name.
refused-no-address = This person has no address of mail yet.
refused-not-welcome = This person is not active.
