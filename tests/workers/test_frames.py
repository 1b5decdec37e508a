"""Messages between a process and its child."""

import io

import pytest

from reader.workers.frames import receive, say_ready, send, until_ready


class Trickle:
    """A pipe that takes and gives three bytes at a time."""

    def __init__(self) -> None:
        self.held = b""

    def write(self, data: memoryview, /) -> int:
        self.held += bytes(data[:3])
        return len(data[:3])

    def readinto(self, buffer: memoryview, /) -> int:
        got = self.held[: min(3, len(buffer))]
        buffer[: len(got)] = got
        self.held = self.held[len(got) :]
        return len(got)


@pytest.mark.parametrize("size", [0, 1, 100, 2**15 - 1, 2**15, 200_000])
def test_a_message_comes_out_as_it_went_in_however_it_is_cut(size: int) -> None:
    stream = Trickle()
    send(stream, b"x" * size)
    send(stream, b"the next")
    assert receive(stream) == b"x" * size
    assert receive(stream) == b"the next"
    with pytest.raises(EOFError):
        receive(stream)


def test_a_message_that_is_cut_off_is_none() -> None:
    stream = io.BytesIO()
    send(stream, b"a message")
    with pytest.raises(EOFError):
        receive(io.BytesIO(stream.getvalue()[:-1]))


def test_a_length_that_cannot_be_is_the_end() -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(b"hello world, this is no message"))


def test_what_an_interpreter_prints_while_it_starts_is_passed_over() -> None:
    stream = io.BytesIO()
    stream.write(b"a module of the system says hello\n")
    say_ready(stream)
    send(stream, b"an answer")
    stream.seek(0)
    until_ready(stream)
    assert receive(stream) == b"an answer"


def test_who_never_gets_ready_is_not_waited_for() -> None:
    for noise in (b"", b"hello", b"hello" * 100_000):
        with pytest.raises(EOFError):
            until_ready(io.BytesIO(noise))
