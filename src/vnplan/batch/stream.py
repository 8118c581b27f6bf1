"""Messages on a byte stream: eight bytes of length, then the message."""

from __future__ import annotations

from typing import IO


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message and flush."""
    stream.write(len(message).to_bytes(8, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message; ``None`` where the stream ends before it is whole."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None
