# The places of the left column.
place-accounts = Clients
place-people = People
place-settings = Settings
