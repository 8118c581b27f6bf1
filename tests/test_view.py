"""The report on a plan: one page that loads nothing, with every word of the plan once and nothing run."""

import re
from html.parser import HTMLParser

import pytest

import vnplan
from made import TEXT, made_plan
from vnplan.cli import main
from vnplan.export import report_words
from vnplan.export.comparison import wording as comparison_words
from vnplan.export.evaluation import wording as evaluation_words
from vnplan.export.marked_text import Mark, marked
from vnplan.models.base import Span

ELEMENTS = {
    "a", "body", "button", "caption", "code", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "header",
    "i", "input", "label", "li", "main", "mark", "nav", "ol", "p", "pre", "rect", "section", "small", "span", "summary", "sup", "svg", "table", "tbody",
    "td", "text", "th", "thead", "tr", "ul",
}  # fmt: skip
HOSTILE = "Sở <script>alert(\"x\")</script> & 'y' <img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """Tags with their attributes, open tags checked, and the words of the text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.text, self.inside = [], [], "", False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.inside = self.inside or dict(attrs).get("class") == "text"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.inside = self.inside and tag != "div"

    def handle_data(self, data):
        self.text += data if self.inside else ""


def test_the_text_stands_there_once_and_whole():
    page = Page(made_plan().to_html())
    assert page.open == []
    assert page.text == TEXT


def test_links_lead_to_places_that_exist():
    page = Page(made_plan().to_html())
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    links = {attrs["href"][1:] for _, attrs in page.tags if "href" in attrs}
    assert links <= set(ids)
    assert len(ids) == len(set(ids))
    assert {"s-I", "t0", "c0", "d0"} <= links


def test_nothing_is_loaded_or_run():
    plan = made_plan()
    task = plan.tasks[0].model_copy(update={"title": HOSTILE, "no": '"><b>'})
    section = plan.sections[0].model_copy(update={"id": 'I"><script>', "heading": HOSTILE, "label": HOSTILE})
    header = plan.header.model_copy(update={"title": HOSTILE, "recipients": (HOSTILE,)})
    agency = plan.agencies[0].model_copy(update={"name": HOSTILE})
    hostile = plan.model_copy(
        update={
            "tasks": (task,),
            "header": header,
            "sections": (section,),
            "agencies": (agency,),
            "text": HOSTILE + TEXT,
        }
    )
    page = Page(hostile.to_html())
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "b"}
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") or name == "src" for name in attrs)]
    assert all(attrs["href"].startswith("#") for _, attrs in page.tags if "href" in attrs)
    assert page.text == HOSTILE + TEXT
    assert not re.search(r"https?://|url\(|@import", hostile.to_html())


@pytest.mark.parametrize(("language", "words"), [("en", "Documents cited"), ("vi", "Văn bản được viện dẫn")])
def test_headings_in_two_languages(language, words):
    assert words in made_plan().to_html(language=language)


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="language must be one of en, vi"):
        made_plan().to_html(language="fr")


def test_marks_may_overlap():
    marks = [Mark(Span(0, 4), "a", "A", "x"), Mark(Span(2, 6), "b", "B"), Mark(Span(4, 4), "c", "C")]
    assert "".join(marked("0123456<", marks)) == (
        '<a id="x"></a><span class="a" title="A">01</span><span class="a b" title="A · B">23</span>'
        '<span class="b" title="B">45</span>6&lt;'
    )


def test_an_empty_plan_has_a_page():
    assert Page(vnplan.parse_text("").to_html()).open == []


def test_a_deep_tree_has_a_page():
    deep = made_plan().sections[0].model_copy(update={"children": ()})
    for _ in range(3_000):
        deep = deep.model_copy(update={"children": (deep,)})
    assert made_plan().model_copy(update={"sections": (deep,)}).to_html().count("<li>") == 3_001


def test_view_on_the_command_line(tmp_path, capsys):
    source = tmp_path / "a.txt"
    source.write_text("Số: 5/KH-UBND\nI. MỤC ĐÍCH\nHọc tập.\n", "utf-8")
    assert main(["view", str(source), "-o", str(tmp_path / "r.html"), "--language", "vi"]) == 0
    assert (tmp_path / "r.html").read_text("utf-8") == vnplan.parse(source).to_html(language="vi")
    assert main(["view", str(source)]) == 0
    assert "5/KH-UBND" in capsys.readouterr().out
    assert main(["view", str(tmp_path / "absent.txt")]) == 1


@pytest.mark.parametrize("style", [report_words.STYLE, comparison_words.STYLE, evaluation_words.STYLE])
def test_styles_name_elements_that_pages_have(style):
    selectors = re.findall(
        r"(?:^|[},])\s*([a-z][a-z0-9]*)(?=[\s{,.:#>\[])", re.sub(r"@media[^{]*\{", "", style), re.MULTILINE
    )
    assert "body" in selectors
    assert set(selectors) <= ELEMENTS
