### Words that stand in every document.

page-of = Page { $page } of { $pages }
made-by = Made { $moment } by { $name }
made-from = from { $source }
before-marker = Thin line: { $period }
too-long = This document has more than { $pages ->
   *[other] { $pages } pages
 }. Narrow the period, or take the table as CSV or XLSX.
