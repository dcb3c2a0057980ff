other-person = Somebody else recorded this on this phone; it is sent when they sign in here.
conflict = Something else was kept under the same number. Record it again if it is needed.
not-yours = This client or visit is not yours now. Ask your manager; once it is yours again, send this again.
