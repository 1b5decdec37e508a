"""Open Studywire, or run one of its verbs."""

from reader.app import start

if __name__ == "__main__":
    start()
