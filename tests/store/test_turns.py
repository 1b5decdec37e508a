"""Who writes next."""

import sqlite3
import threading
import time
from contextlib import closing

from reader.store.turns import Turns


def test_whoever_waits_goes_before_one_who_asks_again_at_once() -> None:
    """As the user's click goes before the next slice of what is indexed."""
    turns, order = Turns(), list[str]()
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:

        def click() -> None:
            with turns.taken(connection):
                order.append("click")

        other = threading.Thread(target=click)
        with turns.taken(connection):
            other.start()
            while not turns.is_awaited:
                time.sleep(0.001)
        turns.give_way()
        with turns.taken(connection):
            order.append("next slice")
        other.join()
    assert order == ["click", "next slice"]
    assert not turns.is_awaited
