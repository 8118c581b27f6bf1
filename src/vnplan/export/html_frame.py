"""The frame of every page of HTML: its title, style and body, and a policy that lets nothing be loaded or run."""

from __future__ import annotations

from vnplan.models.base import Language


def framed(title: str, style: str, body: str, language: Language) -> str:
    """The page; ``title`` and ``body`` are escaped already."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body>\n"
        f"<h1>{title}</h1>\n{body}\n</body></html>\n"
    )
