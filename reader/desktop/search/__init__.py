"""The search box, what it says of a query, facets beside the list, rules. Knows no other pane."""
