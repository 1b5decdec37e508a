"""Files of other programs in: bytes to frozen values, one format a module, every byte hostile.

Knows neither the archive nor where a file lay. Everything here is pure and runs in worker processes.
"""
