"""The composition root: the only place that chooses what the parts are made of."""


def start() -> None:
    """Run the program with the arguments of the command line."""
