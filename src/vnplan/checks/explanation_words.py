"""The words of explanations, in English and Vietnamese."""

from __future__ import annotations

from typing import Final

# Rule of the outline -> what it says. The keys are the values of vnplan.grammar.markers.sequence_costs.Rule.
RULES: Final[dict[str, tuple[str, str]]] = {
    "next-number": ("it is the next in its list", "là số kế tiếp trong danh sách"),
    "other-mark": ("its closing mark differs from the item before", "dấu sau số khác với mục trước"),
    "other-prefix": ("its first numbers are not those of the item above", "phần đầu của số không trùng với mục cha"),
    "number-passed-over": ("a number is passed over before it", "có số bị bỏ qua ngay trước"),
    "number-repeated": ("its number is the same as before", "số trùng với mục trước"),
    "number-backwards": ("its number is below the one before", "số nhỏ hơn mục trước"),
    "count-restarts": ("the count begins anew in the same list", "danh sách đánh số lại từ đầu"),
    "new-list": ("it opens a list", "mở một danh sách mới"),
    "repeats-parent-number": ("its number begins with the number of the item above", "số bắt đầu bằng số của mục cha"),
    "late-start": ("its list does not begin with its first number", "danh sách không bắt đầu từ số đầu tiên"),
    "counts-on": ("its list counts on from the one before", "danh sách đánh số tiếp theo danh sách trước"),
    "unusual-order": ("such items usually stand above, not below", "loại mục này thường ở cấp cao hơn"),
    "below-bullet": ("it stands below a bullet", "nằm dưới gạch đầu dòng"),
    "closes-lists": ("it closes lists that were open", "khép lại các danh sách đang mở"),
    "second-kind-of-list": ("another kind of list stands beside it", "bên cạnh có danh sách kiểu khác"),
    "unusual-reading": ("its marker usually means something else", "ký hiệu này thường mang nghĩa khác"),
    "after-comma": ("the line before ends in a comma", "dòng trước kết thúc bằng dấu phẩy"),
    "sentence-cut-off": ("the sentence before it is not ended", "câu phía trước chưa kết thúc"),
    "inside-line": ("its marker stands inside a line", "ký hiệu nằm giữa dòng"),
    "keyword": ("a keyword stands before its number", "có từ khóa trước số"),
    "set-off": ("its words are set off by capitals or bold type", "chữ in hoa hoặc in đậm"),
    "automatic-number": ("the format itself numbers it", "số thứ tự tự động của tệp"),
    "below-unnumbered-title": ("an unnumbered title stands before it", "ngay trước có đề mục không đánh số"),
    "left-as-prose": ("its marker belongs to the sentence", "ký hiệu thuộc về câu văn"),
}

# Items without a number.
SHAPES: Final[dict[str, tuple[str, str]]] = {
    "bullet": ("a bullet stands at the front of the line", "đầu dòng có dấu gạch, dấu cộng hoặc dấu chấm"),
    "heading": ("a short line set off by its look, without the end of a sentence", "dòng ngắn, in đậm, không kết câu"),
    "lead-in": (
        "it ends in a colon and governs the bullets below",
        "kết thúc bằng dấu hai chấm, dẫn các gạch đầu dòng",
    ),
    "paragraph": ("a paragraph without marker behind other items", "đoạn văn không có ký hiệu, đứng sau mục khác"),
    "preamble": ("it stands before the first item", "đứng trước mục đầu tiên"),
}

PHRASES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "taken": "{id} is read as {reading}:",
        "rival": "as {reading} it would cost {margin:g} more",
        "below": "below {label!r}",
        "top": "at the top",
        "prose": "words of the text",
        "part": "a part",
        "chapter": "a chapter",
        "section": "a section (mục)",
        "article": "an article",
        "roman": "a Roman item",
        "arabic": "a numbered item",
        "letter": "a lettered item",
        "bullet": "a bullet",
        "heading": "an unnumbered title",
        "paragraph": "a paragraph",
        "preamble": "the preamble",
    },
    "vi": {
        "taken": "{id} được hiểu là {reading}:",
        "rival": "nếu hiểu là {reading} thì kém hợp lý hơn {margin:g} điểm",
        "below": "thuộc {label!r}",
        "top": "ở cấp cao nhất",
        "prose": "chữ trong câu",
        "part": "phần",
        "chapter": "chương",
        "section": "mục",
        "article": "điều",
        "roman": "mục đánh số La Mã",
        "arabic": "mục đánh số",
        "letter": "mục đánh chữ cái",
        "bullet": "gạch đầu dòng",
        "heading": "đề mục không đánh số",
        "paragraph": "đoạn văn",
        "preamble": "phần mở đầu",
    },
}
