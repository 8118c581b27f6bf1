"""What can go wrong: the exceptions raised on purpose.

An exception means "this source could not be read"; anything odd about a
source that *was* read is a :class:`vnplan.Diagnostic` in the plan instead.
"""

from __future__ import annotations


class VnplanError(Exception):
    """Root of every exception that vnplan raises on purpose.

    ``source`` names the file or stream, ``reason`` says in one sentence what
    is wrong and, where the caller can act, what to do.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[VnplanError], tuple[str, str]]:
        # Two arguments, not the one message: worker processes send errors back.
        return (type(self), (self.source, self.reason))


class UnsupportedFormat(VnplanError):
    """The bytes are of no format that vnplan reads."""


class CorruptDocument(VnplanError):
    """The format is known but the file is damaged beyond reading."""


class EncryptedDocument(VnplanError):
    """The file asks for a password."""


class LimitExceeded(VnplanError):
    """Reading on would pass one of the :class:`vnplan.Limits`."""


class MissingDependency(VnplanError):
    """A package or program that this format needs is not installed; the reason says which."""
