"""Everything a user can do, one function each. Knows nothing of Qt."""
