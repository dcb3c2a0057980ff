conflict = Something else was kept under the same number. Record it again if it is needed.
not-yours = This client or visit is not yours now. Ask your manager; once it is yours again, send this again.
