"""Readings written by another program (``file:DIR``) -> readings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from vnplan.errors import CorruptDocument, VnplanError
from vnplan.evaluation.load import told
from vnplan.evaluation.reading import Reading


def recorded(folder: Path) -> Callable[[Path], Reading]:
    """What reads, for ``a/NAME.docx``, the JSON of a :class:`Reading` in ``FOLDER/NAME.docx.json``.

    Raises:
        VnplanError: there is no such folder.

    """
    if not folder.is_dir():
        raise VnplanError(str(folder), "there is no such folder of readings")

    def read(path: Path) -> Reading:
        source = folder / f"{path.name}.json"
        try:
            return Reading.model_validate_json(source.read_bytes())
        except OSError as error:
            raise VnplanError(str(source), f"no reading is there: {error.strerror}") from error
        except ValidationError as error:
            raise CorruptDocument(str(source), f"no reading: {told(error)}") from error

    return read
