"""Open Studywire, or run one of its verbs."""

if __name__ == "__main__":
    from reader.app import start  # not for worker processes, which import this file too

    start()
