"""The spaCy door: plans as Docs, components in any pipeline, training files, pictures."""

import pickle
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

import vnplan
from made import TEXT, made_plan
from vnplan.integrations.spacy import render, to_docbin, to_spacy

WORDS = "Sở Y tế và Sở LĐTBXH thực hiện Quyết định số 77/QĐ-TTg ngày 06/5/2021."


@pytest.fixture(scope="module")
def doc():
    return to_spacy(made_plan())


def test_the_doc_is_the_text(doc):
    assert doc.text == TEXT


def test_every_mention_is_in_the_group_and_slices_its_words(doc):
    plan = made_plan()
    found = {(span.start_char, span.end_char, span.label_) for span in doc.spans["vnplan"]}
    assert found >= {(*ref.span, "AGENCY") for ref in plan.agencies}
    assert found >= {(*citation.span, "CITATION") for citation in plan.citations}


def test_entities_do_not_overlap_and_carry_ids(doc):
    ends = [(entity.start, entity.end) for entity in doc.ents]
    assert all(a[1] <= b[0] for a, b in zip(ends, ends[1:], strict=False))
    ids = {entity.text: entity.kb_id_ for entity in doc.ents}
    assert ids["Sở Y tế"] == "agency:so-y-te@bac-giang"
    assert ids["Quyết định số 77/QĐ-TTg"] == "document:2021/77/QĐ-TTg"


def test_attributes_give_the_models_back(doc):
    plan = made_plan()
    agency = next(entity for entity in doc.ents if entity.text == "Sở LĐTBXH")
    citation = next(entity for entity in doc.ents if entity.label_ == "CITATION")
    assert agency._.agency == plan.agencies[1]
    assert agency._.citation is None
    assert citation._.citation == plan.citations[0]


def test_sections_are_spans_with_their_ids(doc):
    sections = {span.id_: span.text.strip() for span in doc.spans["sections"]}
    assert sections == {"I": "I. MỤC ĐÍCH\nLàm việc tốt.", "I.-1": "Làm việc tốt."}


def test_dates_are_entities():
    plan = vnplan.parse_text("Hoàn thành trước ngày 30/6/2022.")
    assert [(e.text, e.label_, e.kb_id_) for e in to_spacy(plan).ents] == [("ngày 30/6/2022", "DATE", "2022-06-30")]


def test_any_tokenizer_that_keeps_the_text_will_do():
    assert to_spacy(made_plan(), spacy.blank("en")).text == TEXT


def test_a_tokenizer_that_changes_the_text_is_refused():
    nlp = spacy.blank("xx")
    keep = nlp.tokenizer
    nlp.tokenizer = lambda text: keep(text.replace("\n", " "))
    with pytest.raises(ValueError, match="tokenizer"):
        to_spacy(made_plan(), nlp)


def test_docbin_keeps_spans_and_attributes():
    packed = to_docbin([made_plan(), made_plan("32/KH-UBND")]).to_bytes()
    docs = list(DocBin().from_bytes(packed).get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs] == [TEXT, TEXT]
    assert len(docs[0].spans["vnplan"]) == len(to_spacy(made_plan()).spans["vnplan"])
    first = next(entity for entity in docs[0].ents if entity.label_ == "AGENCY")
    assert first._.agency.name == "Sở Y tế"


def test_pictures_escape_the_words():
    plan = vnplan.parse_text("<script>alert(1)</script> ngày 30/6/2022")
    html = render(plan, page=True)
    assert "<script>" not in html
    assert "DATE" in html


@pytest.fixture
def nlp():
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("vnplan_citations")
    pipeline.add_pipe("vnplan_agencies", config={"province": "Bắc Giang", "on": "2022-03-04"})
    return pipeline


def test_components_work_in_a_blank_pipeline(nlp):
    doc = nlp(WORDS)
    found = [(entity.text, entity.label_) for entity in doc.ents]
    assert found[:2] == [("Sở Y tế", "AGENCY"), ("Sở LĐTBXH", "AGENCY")]
    assert found[2][1] == "CITATION"
    assert doc.ents[1]._.agency.name == "Sở Lao động - Thương binh và Xã hội"
    assert doc.ents[2]._.citation.date == date(2021, 5, 6)


def test_components_keep_the_entities_that_stand():
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "MINE", "pattern": "tế và Sở"}])
    pipeline.add_pipe("vnplan_agencies")
    doc = pipeline(WORDS)
    assert "MINE" in {entity.label_ for entity in doc.ents}
    assert "Sở Y tế" in {span.text for span in doc.spans["vnplan"]}


def test_a_pipeline_is_saved_loaded_and_pickled(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    expected = [entity.text for entity in nlp(WORDS).ents]
    assert [entity.text for entity in spacy.load(tmp_path)(WORDS).ents] == expected
    assert [entity.text for entity in pickle.loads(pickle.dumps(nlp))(WORDS).ents] == expected  # noqa: S301


def test_components_work_in_the_vietnamese_pipeline():
    pytest.importorskip("pyvi", reason='spacy.blank("vi") needs pyvi')
    pipeline = spacy.blank("vi")
    pipeline.add_pipe("vnplan_agencies")
    assert [entity.text for entity in pipeline(WORDS).ents][:1] == ["Sở Y tế"]


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("Sở Y tế và\u0301\u00a0\u200b\n ngày 1/2/2022-QĐTg số7,"), max_size=80))
def test_components_take_any_text(text):
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("vnplan_citations")
    pipeline.add_pipe("vnplan_agencies")
    assert pipeline(text).text == text
