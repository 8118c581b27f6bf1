"""The setting of a reading: who speaks, in which province, on which day; one value for every grammar and rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vnplan.gazetteer.provinces import find_province
from vnplan.gazetteer.rows import Province
from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.letters import UPPER

_BELOW = alternation(row for row in select(Family.LEVEL, Context.LETTERHEAD) if row.means != "province")
_UNIT = re.compile(rf"(?<!\w)({_BELOW}) (?=[^\W\d_]*[{UPPER}]|\d).+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document's header tells of its words; ``None`` where it does not say."""

    province: str | None = None
    """Province as named at the time (``Hải Dương``); ``None`` for central agencies and where nothing is known."""
    on: date | None = None
    """Date of the document."""
    year: int | None = None
    """Year that year-less expressions mean: of the title if it names one, else of the date."""
    own_key: str | None = None
    """Key of the document's own number."""
    doc_type: str | None = None
    """Code of the document's own type (``KH``)."""
    issuer: str | None = None
    """Canonical name of the issuer."""
    approver: bool = False
    """The words stand where an agency approves (cấp trình): ``TTCP`` is the Prime Minister there."""

    @property
    def home(self) -> Province | None:
        """The row of the province on the day; a province of unknown name is none."""
        return _home(self.province, self.on)

    @property
    def unit(self) -> str | None:
        """``huyện Bình Giang``: the unit below the province whose committee or office speaks.

        It is the one that ``UBND huyện``, ``UBND xã`` without a name mean.
        """
        return _unit(self.issuer, self.province, self.on)

    @property
    def in_city(self) -> bool:
        """True in a centrally run city."""
        home = self.home
        return home is not None and home.is_city(self.on)


@lru_cache(maxsize=256)
def _home(province: str | None, on: date | None) -> Province | None:
    """One document asks for its province with every paragraph and cell."""
    return find_province(province, on) if province else None


@lru_cache(maxsize=256)
def _unit(issuer: str | None, province: str | None, on: date | None) -> str | None:
    unit = _UNIT.search(issuer) if issuer else None
    if unit is None:
        return None
    in_city = unit[1] == "thành phố" and find_province(unit[0], on) == _home(province, on)
    return None if in_city else unit[0]
