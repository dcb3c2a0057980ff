# The places of the left column.
place-field = Today
place-accounts = Clients
place-opportunities = Opportunities
place-tasks = Tasks
place-transactions = Transactions
place-visits = Visits
place-team = Team
place-reports = Reports
place-attendance = Attendance
place-people = People
place-settings = Settings
tab-company = Company
tab-shifts = Shifts
tab-visits = Visits
tab-pipelines = Pipelines
tab-imports = Imports
tab-audit = Audit trail
