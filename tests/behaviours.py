"""Readers that behave badly on the word of the file's name, for the tests of worker processes."""

import os
import signal
import sys
import time

from vnplan.errors import CorruptDocument


def read(path, limits):
    """What becomes of the file ``path`` is told by its name."""
    if path == "hangs":
        time.sleep(600)
    if path == "dies":
        os._exit(7)
    if path == "crashes":
        os.kill(os.getpid(), signal.SIGKILL)
    if path == "hungry":
        bytearray(1 << 40)
    if path == "corrupt":
        raise CorruptDocument(path, "no pages")
    if path == "buggy":
        raise KeyError(path)
    if path == "chatty":
        sys.stdout.write("noise on standard output")
        os.write(1, b"\x00\x00raw noise")
    return f"{path} of {limits.pages}"


def process(_path, _limits):
    """The worker's process id."""
    return os.getpid()
