### The words that stand on every page.

skip-to-content = Skip to content
main-navigation = Main menu
search = Search
search-hint = Search clients, people, visits
more = More
my-profile = My profile
sign-out = Sign out
keyboard-shortcuts = Keyboard shortcuts
back-to-start = Go to the start page
close = Close
optional = optional
choose-one = Choose
select-row = Select { $name }
first-page = Back to the start
next-page = Next
problems-heading = Some things need mending
request-number = Request number: { $number }
place-inside = At the place
place-outside = Away from the place
place-cannot-tell = Place not certain
time-exact = Time exact
time-bounded = Time within a range
time-unproven = Time not proven
