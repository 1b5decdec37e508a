"""Child processes that can be stopped, for work on hostile input. Knows no noun at all."""
