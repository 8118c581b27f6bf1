"""Words that begin a duty: where a list of bodies ends and the work begins (domain: segmenting lists)."""

from __future__ import annotations

import re

_VERBS = (
    "xây dựng|tổ chức|triển khai|tham mưu|hướng dẫn|thực hiện|rà soát|tuyên truyền|chủ trì|phối hợp|chỉ đạo|căn cứ"
    "|chủ động|tiếp tục"
    "|đẩy mạnh|tăng cường|có trách nhiệm|chịu trách nhiệm|theo dõi|đôn đốc|kiểm tra|thanh tra|báo cáo|định kỳ"
    "|tổng hợp|bố trí|cân đối"
    "|nâng cao|đổi mới|phát huy|quan tâm|vận động|lồng ghép|nghiên cứu|đề xuất|cung cấp|hỗ trợ|đảm bảo|bảo đảm"
    "|là cơ quan|là đơn vị"
    "|là đầu mối|làm đầu mối|thường xuyên|kịp thời|theo chức năng|theo nhiệm vụ|theo thẩm quyền|theo phân công"
    "|trong phạm vi|dựa|trên cơ sở"
    "|thẩm định|phê duyệt|ban hành|quán triệt|phổ biến|lập|cử|chuẩn bị|tiếp nhận|giúp|giao|đề nghị|yêu cầu"
    "|định hướng|giám sát"
    "|phản biện|tham gia|huy động|khai thác|quản lý|cập nhật|công khai|công bố|đánh giá|sơ kết|tổng kết|lựa chọn"
    "|phân bổ|xem xét"
    "|quyết định|trình|gửi|đăng ký|đăng tải|bám sát|nghiêm túc|khẩn trương|tập trung|thành lập|kiện toàn|củng cố"
    "|duy trì|mở rộng"
    "|phát triển|đầu tư|cụ thể hóa|xử lý|giải quyết|tháo gỡ|khuyến khích|ưu tiên|thông tin|truyền thông|phát động"
    "|bồi dưỡng|đào tạo"
    "|tập huấn|thống kê|khảo sát|đưa|hoàn thành|hoàn thiện|sử dụng|quy định|xác định|phân công|phân cấp|ký kết"
    "|hàng năm|hằng năm|hàng quý"
    "|nhằm|để|trong việc|trong công tác|khi|nếu|cần|phải|thực thi|vận hành|kết nối|tích hợp|chia sẻ|bổ sung|sửa đổi"
    "|điều chỉnh|bàn giao"
)
# Halves of nouns: công trình, chương trình, quy trình, công lập.
_HALF = r"(?<!công )(?<!chương )(?<!quy )(?<!lộ )(?<!quá )(?<!giáo )(?<!hành )"
_SPLIT = re.compile(rf"(?<!\w){_HALF}(?:{_VERBS})(?!\w)")


def verb_at(words: str, start: int = 0, end: int | None = None) -> int | None:
    """Where the first word of a duty stands in ``words`` from ``start``; names in capitals do not count.

    ``words`` keep the document's case: verbs are written small inside a sentence.
    """
    found = _SPLIT.search(words, start, len(words) if end is None else end)
    return found.start() if found else None
