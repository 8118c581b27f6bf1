"""Reports that a plan asks for (chế độ báo cáo)."""

from __future__ import annotations

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Model


class Reporting(Model):
    """Where a report goes; who reports and when are the task's ``assignees`` and ``timeframe``."""

    what: str | None = None
    """What is reported, as printed (``kết quả thực hiện``)."""
    recipients: tuple[AgencyRef, ...] = ()
    """To whom it is sent or addressed (``báo cáo về Sở X``, ``báo cáo UBND tỉnh``)."""
    via: tuple[AgencyRef, ...] = ()
    """Through whom (``qua Sở X``, ``thông qua Sở X``)."""
    onward: tuple[AgencyRef, ...] = ()
    """Whom the recipient reports to in turn (``để tổng hợp, báo cáo UBND tỉnh, Bộ Y``)."""
