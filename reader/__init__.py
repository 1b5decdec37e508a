"""Studywire: research news, read with the study behind it in sight.

The floors, imports go down only (ARCHITECTURE.md has the drawing):

    app
    desktop | commands          Qt lives in desktop alone; commands are the verbs
    operations                  everything a user can do, one function each
    store | feeds | study | workers
    text
    model
"""

__version__ = "0.1.0"
