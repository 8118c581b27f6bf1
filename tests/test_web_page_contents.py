"""Lists of contents that a site puts before or behind a document are furniture; the document's lines are not."""

import vnplan

DOCUMENT = (
    "<p>KẾ HOẠCH</p><p>Mở thư viện lưu động năm 2024</p><p>Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;</p>"
    "<p>Điều 1. Mua sách</p><p>1. Chọn sách cho thiếu nhi.</p><p>Điều 2. Mua xe</p><p>Mua một xe nhỏ cho thư viện tỉnh.</p>"
)
CONTENTS = "<div>Mục lục</div><div>Điều 1. Mua sách</div><div>Khoản 1</div><div>Điều 2. Mua xe</div>"


def labels(html):
    plan = vnplan.parse(html.encode())
    return [section.label for section in plan.sections if section.label], plan.header.title


def test_contents_behind_the_document_add_no_sections():
    found, title = labels(f"<html><body>{DOCUMENT}{CONTENTS}</body></html>")
    assert found == ["Điều 1", "Điều 2"]
    assert title == "Mở thư viện lưu động năm 2024"


def test_contents_before_the_document_hide_no_title():
    before = "<ul><li>Trang chủ</li><li>Liên hệ</li></ul>" + CONTENTS.replace("<div>Khoản 1</div>", "")
    found, title = labels(f"<html><body>{before}{DOCUMENT}</body></html>")
    assert found == ["Điều 1", "Điều 2"]
    assert title == "Mở thư viện lưu động năm 2024"


def test_a_document_s_own_contents_hide_nothing_above_them():
    own = DOCUMENT.replace("<p>Căn cứ", "<p>MỤC LỤC</p><p>Điều 1. Mua sách</p><p>Điều 2. Mua xe</p><p>Căn cứ", 1)
    assert labels(f"<html><body>{own}</body></html>")[1] == "Mở thư viện lưu động năm 2024"
