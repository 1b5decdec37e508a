"""Words brought to one form."""

from reader.text import folding


def test_every_letter_is_told_by_its_bytes_as_it_is_by_its_script() -> None:
    letters = folding._run()
    wrong = [
        code
        for code in range(0x110000)
        if folding.is_unspaced(f"“a” {chr(code)}") != bool(letters.search(chr(code)))
    ]
    assert wrong == []
