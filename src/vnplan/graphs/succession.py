"""Which body took over from which, for the bodies of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def successions(graph: nx.MultiDiGraph[str]) -> None:
    """Add ``succeeded_by`` edges between the agencies of ``graph`` and their successors."""
