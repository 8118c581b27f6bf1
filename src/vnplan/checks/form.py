"""Form (thể thức) of an administrative document: Decree 30/2020/NĐ-CP, Annex I.

Each check is a small function from a plan to remarks; :data:`CHECKS` lists
them. What the parser remarks on the parts of the head while reading (no number, a type
that contradicts its symbol) is taken over from ``plan.diagnostics``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vnplan.diagnostics import note
from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.header import Capacity
from vnplan.models.plan import PlanData
from vnplan.models.section import AttachmentKind
from vnplan.text.fold import fold_case

Check = Callable[[PlanData], Iterator[Diagnostic]]

_COLLECTIVE = re.compile(r"ủy ban nhân dân|hội đồng nhân dân|ban chỉ đạo|ủy ban")
# A sentence that speaks of an attachment: what is attached, or the label of one, with a number where it needs that.
_LABELS = select(Family.FORMULA, means="appendix")
_NUMBERED = alternation(row for row in _LABELS if "numbered" in row.traits)
_LABEL = alternation(row for row in _LABELS if "numbered" not in row.traits)
_ATTACHED = any_of(Family.FORMULA, Context.PROSE, means="pointer", trait="attached")
_ANNOUNCED = re.compile(rf"(?<!\w)(?:{_LABEL}|{_ATTACHED}|{_NUMBERED} (?:số|\d))")
_DEPUTY = re.compile(r"\bphó\b|\bthứ trưởng\b")
# Letters that the symbol of an agency must show: UBND for a People's Committee, HĐND for a People's Council.
_SYMBOLS = (("ủy ban nhân dân", "UBND"), ("hội đồng nhân dân", "HĐND"))
_COLLECTIVE_CODES = frozenset({"UBND", "HĐND", "UB"})


def check(plan: PlanData) -> tuple[Diagnostic, ...]:
    """All remarks of :data:`CHECKS` on ``plan``, in text order."""
    found = [remark for one in CHECKS for remark in one(plan)]
    return tuple(sorted(found, key=lambda d: d.span or (-1, -1)))


_HEAD_PARTS = frozenset(
    {
        "number-missing", "number-blank", "date-missing", "date-blank", "issuer-missing", "type-missing",
        "type-mismatch", "title-missing", "signature-missing",
    }
)  # fmt: skip


def head_parts(plan: PlanData) -> Iterator[Diagnostic]:
    """Number, date, issuer, type, title and signature are there and agree (boxes 2 to 7)."""
    yield from (remark for remark in plan.diagnostics if remark.code in _HEAD_PARTS)


_SEQUENCE = frozenset({"numbering-gap", "numbering-repeat"})


def numbers_in_sequence(plan: PlanData) -> Iterator[Diagnostic]:
    """Items are numbered one after the other, none left out, none twice."""
    yield from (remark for remark in plan.diagnostics if remark.code in _SEQUENCE)


def recipients_present(plan: PlanData) -> Iterator[Diagnostic]:
    """Nơi nhận (box 9b)."""
    if not plan.header.recipients:
        yield note(DiagnosticCode.RECIPIENTS_MISSING)


def end_mark(plan: PlanData) -> Iterator[Diagnostic]:
    """The body of a state document ends in ``./.`` (Annex I, II.6); Party documents end in a full stop."""
    number = plan.header.number
    party = number is not None and re.match(r"\d+\w*-", number.key) is not None
    if party or not plan.sections:
        return
    last = plan.sections[-1].span
    words = plan.text[last.start : last.end].rstrip("\"')” \u00a0\n")
    if not words.endswith(("./.", ".//.", ". /.", "/.", "./")):
        yield note(DiagnosticCode.END_MARK_MISSING, Span(max(last.start, last.end - 40), last.end))


def signing_authority(plan: PlanData) -> Iterator[Diagnostic]:
    """TM. stands before the name of a collective agency; KT. before the head for whom a deputy signs (II.7)."""
    issuer = fold_case(plan.header.issuer.name) if plan.header.issuer else ""
    for signer in plan.header.signers:
        if signer.capacity is Capacity.KT and not _DEPUTY.search(fold_case(signer.position)):
            yield note(DiagnosticCode.SIGNER_NOT_DEPUTY, signer.span, name=signer.name, position=signer.position)
        if _DEPUTY.search(fold_case(signer.position)) and signer.capacity not in {
            Capacity.KT,
            Capacity.TL,
            Capacity.TUQ,
        }:
            yield note(DiagnosticCode.SIGNER_WITHOUT_KT, signer.span, name=signer.name, position=signer.position)
        if len(plan.header.signers) == 1 and _COLLECTIVE.match(issuer) and signer.authority is None:
            yield note(DiagnosticCode.AUTHORITY_MISSING, signer.span, issuer=issuer)


def symbol_of_issuer(plan: PlanData) -> Iterator[Diagnostic]:
    """The symbol names the agency that issues (II.3)."""
    number, issuer = plan.header.number, plan.header.issuer
    if number is None or issuer is None or not number.issuer_code:
        return
    code = number.issuer_code.split("-")[0].upper()
    for words, expected in _SYMBOLS:
        if fold_case(issuer.name).startswith(words) and code in _COLLECTIVE_CODES - {"UB"} and code != expected:
            yield note(
                DiagnosticCode.SYMBOL_ISSUER_MISMATCH,
                plan.header.spans.get("number"),
                number=number.key,
                issuer=issuer.name,
            )


def appendix_announced(plan: PlanData) -> Iterator[Diagnostic]:
    """The body must mention what is attached to it (III.1)."""
    first = min((a.span.start for a in plan.attachments if a.kind is AttachmentKind.APPENDIX), default=None)
    if first is None:
        return
    body = " ".join(fold_case(plan.text[s.span.start : s.span.end]) for s in plan.sections)
    if not _ANNOUNCED.search(body):
        yield note(DiagnosticCode.APPENDIX_NOT_ANNOUNCED, Span(first, first + 1))


CHECKS: tuple[Check, ...] = (
    head_parts,
    recipients_present,
    end_mark,
    signing_authority,
    symbol_of_issuer,
    appendix_announced,
    numbers_in_sequence,
)
