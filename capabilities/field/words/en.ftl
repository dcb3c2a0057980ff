conflict = Something else was kept under the same number. Record it again if it is needed.
