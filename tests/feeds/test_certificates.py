"""The certificates that servers are held to."""

import ssl
import threading

from reader.feeds import certificates


def test_our_context_knows_certificates_and_names() -> None:
    context = certificates.usual()
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.cert_store_stats() == ssl.create_default_context().cert_store_stats()
    assert certificates.usual() is context


def test_what_is_made_meanwhile_trusts_nobody_and_checks_all_the_same() -> None:
    before = ssl.SSLContext.set_default_verify_paths
    with certificates.none_read():
        context = ssl.create_default_context()
    assert context.cert_store_stats()["x509_ca"] == 0
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert ssl.SSLContext.set_default_verify_paths is before


def test_other_threads_read_theirs_as_ever() -> None:
    usual = ssl.create_default_context().cert_store_stats()
    found: list[dict[str, int]] = []

    def make() -> None:
        found.append(ssl.create_default_context().cert_store_stats())

    with certificates.none_read():
        other = threading.Thread(target=make)
        other.start()
        other.join()
    assert found == [usual]
