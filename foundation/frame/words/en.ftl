# Failures.
error-not-found = This page does not exist, or is not yours to see.
error-signed-out = Sign in to continue.
error-denied = You may not do this.
error-invalid = Some answers need mending.
error-malformed = This request cannot be read: { $detail }
error-too-large = This is too large to send.
error-too-many = Too often. Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 }.
error-internal = Something went wrong on our side. Nothing of yours has changed.

# Photos.
files-other-bytes = The file does not match its name.
files-no-photo = This file is not a JPEG, PNG or WebP photo.
files-too-many-pixels = The photo is too large; 40 megapixels is the most.
