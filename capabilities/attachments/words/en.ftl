# The list of attachments.
attachments-title = Attachments
attachments-none = No attachments yet
attachments-first-step = No attachments yet. Choose files above, or drop them there: a quote, a contract, a photo of the shop.
attachments-page = Page of attachments
attachments-all = All attachments ({ $count })
count-of-files = { $count ->
    [0] no attachments yet
    [one] { $count } attachment
   *[other] { $count } attachments
 }
kept-title = Kept
row-about = { $size } · { $who } · { $when }
of-activity = an activity
internal-mark = internal
download = Download
gone-title = Recently deleted
gone-help = Each can be restored for 30 days after it was deleted.
restore = Restore

# Adding.
upload-title = Add attachments
upload-label = Choose files, or drop them here
upload-help = At most { $megabytes } MB a file, 20 files at once. PDF, Word, Excel, PowerPoint, JPEG, PNG and WebP pictures, text, sound, video, ZIP. The location and hidden data in photos are removed.
upload-button = Attach
upload-failed = Not sent: the connection broke. This file is not kept yet.
upload-again = Try again
upload-kept = Kept
upload-looking = Being checked
not-kept-title = Some files are not kept
kept = { $count ->
    [one] { $count } attachment is kept.
   *[other] { $count } attachments are kept.
 }
kept-already = { $count ->
    [one] { $count } file is here already, so it is not kept again.
   *[other] { $count } files are here already, so they are not kept again.
 }
unnamed = attachment

# One attachment.
kind-label = Kind
size-label = Size
who-label = Added by
when-label = On
name-label = Name
name-help = The ending of the name follows what the file is.
description-label = Description
internal-label = Internal
internal-help = Never shown on anything that a client sees.
save = Save
saved = Saved.
hide = Delete attachment
hidden-named = { $name } is deleted.
restored-named = { $name } is restored.
proof-title = Fingerprint
proof-help = SHA-256 of the file as it was sent. It proves that a copy is still the same.

# Kinds.
kind-picture = Picture
kind-document = Document
kind-sheet = Spreadsheet
kind-slides = Slides
kind-text = Text
kind-mail = Mail
kind-sound = Sound
kind-film = Video
kind-archive = Archive

# The timeline.
told-added = Attachment added: { $name }
told-renamed = Attachment { $before } is now called { $name }
told-changed = Attachment described anew: { $name }
told-hidden = Attachment deleted: { $name }
told-restored = Attachment restored: { $name }

# What is refused.
refused-no-file = No file was chosen.
refused-too-many = At most { $count } files at once. Send the others after these.
refused-empty = This file is empty.
refused-too-large = This file is too large; { $megabytes } MB is the most. Make it smaller, or split it.
refused-no-room = The company's room for attachments, { $gigabytes } GB, is full. Delete what nobody uses, or ask the administrator.
refused-program = This file is a program, so it is not kept.
refused-web-page = Web pages and SVG can execute commands, so they are not kept. Save it as a PDF or a picture, and attach that.
refused-macros = This file holds macros. Save it without them, and attach that.
refused-other-picture = A picture of this kind can hold a location that we cannot remove. Save it as JPEG or PNG, and attach that.
refused-too-many-pixels = The picture is too large; 40 megapixels is the most.
refused-damaged = This file is damaged or cut short. Open it on your device, save it again, and attach that.
refused-unknown = This kind of file is not known, so it is not kept. Save it as a PDF, or put it into a ZIP.
refused-no-name = Enter a name.
refused-too-long = At most { $letters } letters.
refused-too-late = This attachment was deleted more than 30 days ago and cannot be restored.
