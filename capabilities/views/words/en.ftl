views-label = Saved views
all = All
of-others = From a colleague:
save-this = Save this view
change-this = Change view
save-title = Save a view
save-lead = The filters, the order and the columns in use are kept under a name, and stand above the list.
change-title = Change a view
kept-title = What is kept
kept-broken = Part of this view names something that is no longer there, or not for you. The list shows nothing until that filter is removed.
gone = no longer there
filters-label = Filters
no-filters = No filters
order-label = Order
columns-label = Columns
columns-usual = As usual: { $columns }
back-to-list = Back to the list
view-name = Name
view-name-help = Short, such as “Tier A not visited”.
shared-label = Who finds it
shared-help = Whoever opens it sees the list within their own reach.
shared = { $word ->
    [team] My team
    [company] The whole company
   *[own] Only me
  }
save = Save
cancel = Cancel
hide = Delete view
view-saved = The view “{ $name }” is saved.
view-changed = The view “{ $name }” is changed.
view-hidden = The view “{ $name }” is deleted.
view-restored = The view “{ $name }” is back.
refused-no-name = Write the name.
refused-name-too-long = A name has at most { $most } letters.
refused-name-taken = You have a view of this name already.
refused-no-question = No filter, order or column is chosen. Arrange the list first.
refused-question-too-long = These filters are too long to be saved.
refused-too-many = At most { $most } views of one list. Delete those that you no longer use.
refused-too-late = It was deleted more than { $days } days ago and cannot come back.
told-saved = saved the view “{ $name }”
told-changed = changed the view “{ $name }”
told-hidden = deleted the view “{ $name }”
told-restored = brought the view “{ $name }” back
