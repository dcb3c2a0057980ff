# Refusals.
refused-no-name = Write the full name.
refused-no-email = This is not an address that mail can reach.
refused-email-taken = Somebody else at this company uses this address.
refused-no-role = Choose at least one role.
refused-unknown-team = This team does not exist.
refused-last-administrator = This is the last administrator. Make somebody else one first.
refused-no-team-name = Write the name of the team.
refused-team-name-taken = A team of this name exists already.
refused-team-below-itself = A team cannot stand below itself.
refused-unknown-manager = This person does not work at this company.
refused-slug = This short name is taken, or holds something other than small letters, digits and hyphens.
