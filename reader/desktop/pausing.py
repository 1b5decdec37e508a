"""Keeps the pauses short in which Python looks for what nobody needs any more."""

import gc


def set_apart() -> None:
    """Leave what there is now, all that the window is made of, out of later rounds: a full one looks
    at everything, and 80,000 objects that stay until the end take 0.15 s in the middle of whatever
    one does."""
    gc.collect()
    gc.freeze()
    gc.enable()  # `reader.app` lets nothing be collected while the window is made
