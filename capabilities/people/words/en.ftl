# People.
people-title = People
people-search = Find a name or a phone
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
people-none-title = Nobody fits
people-none = Try another word, or filter less.
person-add = Add somebody
person-name = Name
person-roles = Roles
person-team = Team
person-phone = Phone
person-status = Status
filter-team = All teams
filter-role = All roles
filter-status = Any status
filter-apply = Apply
filter-clear = Show everything

# Roles.
role-administrator = Administrator
role-administrator-help = Sets the company up, gives roles, and reaches all clients.
role-hr = Human resources
role-hr-help = Keeps people, teams and attendance.
role-finance = Finance
role-finance-help = Sees clients, deals and reports of the whole company.
role-manager = Manager
role-manager-help = Answers for the teams they manage and for every team below.
role-team-lead = Team lead
role-team-lead-help = Leads one team and works in it.
role-account-executive = Account executive
role-account-executive-help = Keeps clients of their own.
role-sales-representative = Sales representative
role-sales-representative-help = Finds and wins new clients.
role-support = Support
role-support-help = Helps with what clients ask for.

# Standing.
status-active = Active
status-invited = Invited
status-not-invited = Not invited yet
status-suspended = Suspended
status-left = Left

# Teams.
teams-title = Teams
teams-none-title = No team yet
teams-none = Teams say who answers for whom. Open the first one, then give it a manager.
team-open = Open a team
team-open-lead = The manager of a team sees the work of its people and of every team below.
team-name = Name of the team
team-parent = Below the team
team-parent-help = Leave it empty if this team is at the top.
team-manager = Manager
team-manager-help = Answers for this team and for those below.
team-managed-by = Managed by { $manager }
team-unmanaged = No manager yet
team-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
team-opened = { $name } is open.
team-changed = { $name } is saved.
save = Save
cancel = Cancel

# Settings.
settings-title = Settings
settings-lead = They hold for everybody at the company, from the next event on.
settings-saved = The settings are saved.
settings-place = Place
settings-day = The work day
settings-photos = Photos
company-name = Name of the company
company-zone = Time zone
company-zone-help = The company's own clock: days begin and end by it.
company-country = Country
company-country-help = Where new clients are, unless somebody says otherwise.
company-currency = Currency
company-currency-help = For new prices and deals.
company-lang = Language of mail
company-lang-help = For mail to new people; on the screen everybody chooses for themselves.
setting-radius = How near counts as being there (metres)
setting-radius-help = For clients without a radius of their own. Raise it for open country.
setting-good-accuracy = A good fix (metres)
setting-good-accuracy-help = A position this exact is taken without a mark.
setting-usable-accuracy = A usable fix (metres)
setting-usable-accuracy-help = A position coarser than this cannot tell where somebody is.
setting-fastest = The fastest that is plausible (km/h)
setting-fastest-help = Whoever moves faster is marked for a look.
setting-opens-day = Visits open and close the day
setting-opens-day-help = The first verified check-in opens the work day, the last check-out closes it.
setting-standard = Day without a shift (minutes)
setting-standard-help = How long a day's work is where no shift holds: 480 minutes are eight hours.
setting-tolerance = Waiting for a clock-out (minutes)
setting-tolerance-help = For so long a missing clock-out is waited for after the shift and its margin; then the day is closed by rule. Holds from today.
setting-silent = Called silent after (minutes)
setting-silent-help = On the team board, whoever is at work and not heard of for so long is called silent.
setting-unvisited = Called unvisited after (days)
setting-unvisited-help = Such clients are named in reports and to their manager.
setting-photo-check-in = A photo at check-in
setting-photo-clock-in = A photo at clock-in
setting-photo-max = The longer side of a photo (pixels)
setting-photo-max-help = Photos shrink on the phone before they are sent. Lower it where data is dear.
photo-off = Not asked for
photo-optional = Optional
photo-required = Required

# Audit.
audit-title = Audit
audit-lead = Who did what, when, and from where. None of it can be changed or taken away.
audit-who = Who
audit-anybody = Anybody
audit-name = Name of the event
audit-day = Day
audit-what = What
audit-changes = Changes
audit-when = When, from where
audit-change = from { $before } to { $after }
audit-none-title = Nothing happened
audit-none = Nothing fits these filters.
audit-by-token = { $name }, by a program
audit-by-system = The system
audit-by-nobody = Before signing in

# Events.
told-company-founded = { $name } was founded
told-settled = The company's settings changed
told-hired = { $name } was added
told-person-changed = A person's details changed
told-suspended = Access was suspended
told-left = Marked as having left
told-let-back = Access was opened again
told-team-opened = The team { $name } was opened
told-team-changed = A team changed

# The directory as a file.
export-name = people
export-id = Jembatan ID
told-exported = downloaded the list of people

# Refusals.
refused-no-name = Write the full name.
refused-no-email = This is not an address that mail can reach.
refused-email-taken = Somebody else at this company uses this address.
refused-no-role = Choose at least one role.
refused-role-not-yours = Only an administrator gives this role. Choose another, or ask an administrator.
refused-own-standing = You cannot change your own standing. Ask another administrator.
refused-no-phone = This is not a phone number. Write it like 0812 3456 7890.
refused-unknown-team = This team does not exist.
refused-last-administrator = This is the last administrator. Make somebody else one first.
refused-no-team-name = Write the name of the team.
refused-team-name-taken = A team of this name exists already.
refused-team-below-itself = A team cannot stand below itself.
refused-unknown-manager = This person does not work at this company.
refused-slug = This short name is taken, or holds something other than small letters, digits and hyphens.
refused-no-company-name = Write the name of the company.
refused-unknown-zone = This time zone is not known.
refused-unknown-currency = This currency is not known. Choose one of the list.
refused-out-of-bounds = Write a number from { $least } to { $most }.
refused-good-above-usable = A good fix cannot be coarser than a usable one.
refused-unknown-word = Choose one of the list.

# For you.
notices-title = For you
notices-none = Nothing yet
notices-none-help = Reminders, tasks that somebody gives you, and notes that name you appear here.
notices-read-all = Mark all as read
notice-new = New
notices-older = Older ones
