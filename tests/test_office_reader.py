"""Conversions run in a process of their own: missing, failing and hanging converters are named errors."""

import os
import stat
from pathlib import Path

import pytest

from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded, MissingDependency, UnsupportedFormat
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.office import converter

RTF = rb"{\rtf1 Ke hoach}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOC = OLE + "WordDocument".encode("utf-16-le")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put one shell script on the PATH, and nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name, body):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\nPATH={os.defpath}\n{body}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return put


@pytest.mark.usefixtures("program")
def test_without_a_converter_the_error_says_what_to_install():
    with pytest.raises(MissingDependency, match=r"a\.rtf: .*LibreOffice"):
        converter.read(RTF, "a.rtf", Limits())


def test_a_converter_that_fails_or_writes_nothing_means_a_corrupt_file(program):
    program("soffice", "exit 77")
    with pytest.raises(CorruptDocument, match="exit status 77"):
        converter.read(RTF, "a.rtf", Limits())
    program("soffice", "exit 0")
    with pytest.raises(CorruptDocument, match=r"cannot read this \.rtf file"):
        converter.read(RTF, "a.rtf", Limits())


def test_a_converter_that_hangs_is_killed_with_its_children(program, tmp_path):
    program("soffice", f"sleep 600 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(LimitExceeded, match=r"Limits\.seconds"):
        converter.read(RTF, "a.rtf", Limits(seconds=1))
    child = Path("/proc", (tmp_path / "child").read_text().strip(), "cmdline")
    assert not child.exists() or child.read_bytes() == b""  # gone, or dead and not yet reaped


def test_old_word_files_fall_back_to_a_text_extractor_and_say_so(program):
    program("antiword", "printf 'Số: 5/KH-UBND\\n'")
    document = converter.read(DOC, "a.doc", Limits())
    assert document.text == "Số: 5/KH-UBND\n"
    assert (document.source.reader, document.source.media_type) == ("doc", "application/msword")
    assert [d.code for d in document.diagnostics] == ["structure-lost"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7", Format.PDF),
        (b"\n%PDF-1.4 after a line end", Format.PDF),
        (RTF, Format.RTF),
        (DOC, Format.DOC),
        (b"<!DOCTYPE html><p>a", Format.HTML),
        (b"\xef\xbb\xbf<html xmlns:v=''>", Format.HTML),
        ("KẾ HOẠCH <b".encode(), Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_formats_are_told_by_their_bytes(data, expected):
    assert sniff(data, "x.docx") is expected


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"\x89PNG\r\n", UnsupportedFormat, "a PNG picture"),
        (OLE, UnsupportedFormat, "no Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedDocument, "password"),
        (b"PK\x03\x04 not a zip", CorruptDocument, "zip archive"),
    ],
)
def test_what_is_no_document_is_a_named_error(data, error, reason):
    with pytest.raises(error, match=reason) as caught:
        sniff(data, "tệp.doc")
    assert caught.value.source == "tệp.doc"
