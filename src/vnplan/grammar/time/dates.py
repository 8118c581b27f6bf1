"""Dates of documents (ngày ban hành), in every writing that offices use.

``ngày 24 tháng 11 năm 2021`` (Decree 30/2020/NĐ-CP, Annex I, II.4), and in
running text ``24/11/2021``, ``24-11-2021``, ``24.11.2021``. Functions take
view text (:class:`vnplan.text.view.View`). Impossible dates and dates with a
blank part are ``None``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

# "ngày 20 tháng 6 năm 20 23": a wrap or a cell edge may split the digits of day, month and year.
_LONG = re.compile(
    r"""
    [Nn](?:g[àa]y|G[ÀA]Y)\ ?(?:ngày\ )? (?P<day>\d\ ?\d?) ,?\ ?
    [Tt](?:h[áa]ng|H[ÁA]NG)\ ? (?P<month>\d\ ?\d?) ,?\ ?
    [Nn](?:[ăa]m|[ĂA]M)\ ? (?P<year>[12]\ ?\d\ ?\d\ ?\d) (?!\d)
    """,
    re.VERBOSE,
)
# "Tờ trình số 12/TTr-SNV 13 tháng 5 năm 2021": the day word left out, right after a number.
_BARE = re.compile(r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>(?:19|20)\d\d)(?!\d)")
# "24/11/2021", "ngày 06 /3/2025"; the same mark twice.
_SHORT = re.compile(
    r"""
    (?P<lead>[Nn](?:g[àa]y|G[ÀA]Y):?\ ?)?
    (?<![\d/.\-]) (?P<day>\d{1,2})\ ? (?P<mark>[/.\-])\ ? (?P<month>\d{1,2})\ ? (?P=mark)\ ?
    (?P<year>(?:1[89]|2[01])\d\d|\d\d) (?![\d/]|[.\-]\d|[.,]\d)
    """,
    re.VERBOSE,
)
# A date with a blank or impossible part: "ngày     tháng 4 năm 2026", "ngày …/…/2022", "ngày 30/02/2022".
_HOLE = r"[.…_ ]{0,12}\d{0,2}[.…_ ]{0,12}"
_MONTH, _YEAR = r"[Tt](?:háng|HÁNG)", r"[Nn](?:ăm|ĂM)"
_BROKEN = re.compile(
    rf"""
      [Nn](?:gày|GÀY){_HOLE}
      (?:
            /{_HOLE}/{_HOLE}(?:\d{{2}})?
          | {_MONTH}{_HOLE}{_YEAR}[.…_ ]{{0,12}}(?:\d{{4}})?
      )
    | \d{{1,2}}/\d{{1,2}}/\d{{4}}
    | {_MONTH}\ \d{{1,2}}(?:/|\ {_YEAR}\ )\d{{4}}
    """,
    re.VERBOSE,
)
_DAY_MONTH = re.compile(r"\d ?[/.\-] ?\d")

EXAMPLES: Final = {
    "_LONG": (("ngày 24 tháng 11 năm 2021", "NGÀY 5, THÁNG 6 NĂM 20 23"), ("tháng 11 năm 2021", "ngày 24/11/2021")),
    "_SHORT": (("24/11/2021", "ngày 06 /3/2025", "24-11-2021"), ("24/11", "1.2.3.4", "24/11-2021")),
    "_BROKEN": (("ngày     tháng 4 năm 2026", "ngày …/…/2022", "30/02/2022"), ("ngày mai", "quý 4 năm 2026")),
}


class DateFound(NamedTuple):
    """A date and where it stands in the text given, ``ngày`` included."""

    start: int
    end: int
    value: date


def date_at(text: str, position: int) -> DateFound | None:
    """Return the date that begins just at ``position``, else ``None``."""
    match = _LONG.match(text, position) or _SHORT.match(text, position) or _BARE.match(text, position)
    value = _value(match) if match else None
    return DateFound(match.start(), match.end(), value) if match and value else None


def broken_date_at(text: str, position: int) -> int | None:
    """Return where the date ends that begins at ``position`` and has a blank or impossible part, else ``None``."""
    match = _BROKEN.match(text, position)
    return match.end() - (len(match[0]) - len(match[0].rstrip())) if match else None


def find_dates(text: str) -> tuple[DateFound, ...]:
    """Find every whole date of ``text``, in order."""
    matches = [*_LONG.finditer(text), *(_SHORT.finditer(text) if _DAY_MONTH.search(text) else ())]
    found = [DateFound(m.start(), m.end(), value) for m in matches if (value := _value(m))]
    return tuple(sorted(found))


def read_date(text: str) -> date | None:
    """Return the first date of ``text``; ``None`` where there is none, a part is blank or the day does not exist.

    >>> read_date("Hải Dương, ngày 20 tháng 06 năm 2022")
    datetime.date(2022, 6, 20)
    >>> read_date("Hà Nội, ngày     tháng 4 năm 2026") is None
    True
    """
    found = find_dates(" ".join(text.split()))
    return found[0].value if found else None


def _value(match: re.Match[str]) -> date | None:
    day, month, year = (int(match[part].replace(" ", "")) for part in ("day", "month", "year"))
    # Printed with two digits.
    if year < 100:
        # Two digits are a year only after "ngày" (24/11/21 alone may be anything); up to 49 it is of this century.
        if not match.groupdict().get("lead"):
            return None
        # Half a century ahead, half behind, as most programs have it.
        year += 2000 if year < 50 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None
