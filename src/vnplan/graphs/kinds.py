"""The words of the graph: kinds of nodes and of edges."""

from __future__ import annotations

from enum import StrEnum


class NodeKind(StrEnum):
    """What a node stands for."""

    PLAN = "plan"
    TASK = "task"
    AGENCY = "agency"
    DOCUMENT = "document"
    PROVINCE = "province"
    SECTION = "section"
    TARGET = "target"
    BUDGET = "budget"
    """A line of a table of money."""


class EdgeKind(StrEnum):
    """What an edge says; from its first to its second node."""

    ISSUED_BY = "issued_by"  # plan -> agency
    HAS_TASK = "has_task"  # plan -> task
    HAS_TARGET = "has_target"  # plan -> target
    PURSUED_BY = "pursued_by"  # target -> agency that the table names beside it
    HAS_BUDGET = "has_budget"  # plan -> line of a table of money
    ASSIGNED_TO = "assigned_to"  # task -> agency that the row, heading or sentence addresses
    LED_BY = "led_by"  # task -> agency
    COORDINATED_BY = "coordinated_by"  # task -> agency
    APPROVED_BY = "approved_by"  # task -> agency
    WAITS_FOR = "waits_for"  # task -> agency or document named in the event waited for
    SUCCEEDED_BY = "succeeded_by"  # agency -> agency, with ``date`` and ``scope``
    IN_PROVINCE = "in_province"  # agency or plan -> province
    HAS_SECTION = "has_section"  # plan or section -> section
    IN_SECTION = "in_section"  # task -> section

    # Relations: plan, task or document -> document; the names of the table of cue words.
    CITES = "cites"
    ADJUSTS = "adjusts"
    AMENDS = "amends"
    APPROVES = "approves"
    ATTACHED_TO = "attached_to"
    AWAITS = "awaits"
    BASED_ON = "based_on"
    CONSOLIDATES = "consolidates"
    CONTINUES = "continues"
    CORRECTS = "corrects"
    DEFINES_ALIAS = "defines_alias"
    EXTENDS = "extends"
    FOLLOWS = "follows"
    GUIDES = "guides"
    IMPLEMENTS = "implements"
    INTEGRATES_WITH = "integrates_with"
    PROMULGATES = "promulgates"
    PROPOSED_BY = "proposed_by"
    REPEALS = "repeals"
    REPLACES = "replaces"
    REPLIES_TO = "replies_to"
    REVIEWS = "reviews"


PASSIVE = {
    "adjusted_by": EdgeKind.ADJUSTS,
    "amended_by": EdgeKind.AMENDS,
    "approved_by": EdgeKind.APPROVES,
    "promulgated_by": EdgeKind.PROMULGATES,
    "repealed_by": EdgeKind.REPEALS,
    "replaced_by": EdgeKind.REPLACES,
}
"""Relations that words tell in the passive (``được sửa đổi bởi``) -> the edge of the other direction."""
