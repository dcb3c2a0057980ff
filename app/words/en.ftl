# The places of the left column.
place-accounts = Clients
place-visits = Visits
place-attendance = Attendance
place-people = People
place-settings = Settings
