"""Public agencies over time: the registry, who took over from whom, whom a group stands for."""

from __future__ import annotations

from vnplan.agencies.agency import Agency, Members
from vnplan.agencies.registry import Registry, registry

__all__ = ["Agency", "Members", "Registry", "registry"]
