"""The check of a file in words: what the panel, the printed sheet and the shell say of lights and signatures."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.moments import in_vietnam

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LightTold:
    """One of the three lights: its name, VALID, UNKNOWN, INVALID or "" (nothing to judge), and one sentence."""

    name: str
    light: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SignatureTold:
    """One signature: who, its light, what Thông tư 15/2025/TT-BKHCN, Điều 6.4b asks as (what, told), its sentences.

    `subject` is what an authority accepts; `role` "leader", "agency" or "" while nobody accepted it.
    """

    name: str
    light: str
    word: str
    when: str
    role: str
    subject: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdditionTold:
    """What was added on a page (from 1) after signing: VALID, UNKNOWN or INVALID, and a sentence."""

    page: int
    light: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingTold:
    """One finding in words: the verdict, the three lights, when and with which lists, everything found by signature.

    `remarks` are sentences that belong to no single signature; `codes` what identifies the file, as (what, told).
    """

    light: str
    word: str
    sentence: str
    lights: tuple[LightTold, ...]
    checked: str
    signatures: tuple[SignatureTold, ...]
    additions: tuple[AdditionTold, ...]
    remarks: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]


WORDS: dict[str, Pair] = {
    "integrity": ("Nguyên vẹn", "Integrity"),
    "seal": ("Khóa niêm phong", "Sealing key"),
    "people": ("Chữ ký", "Signatures"),
    "nothing": ("Không yêu cầu", "None asked for"),
    "unsigned": ("Chưa ký", "Not signed"),
    "not_judged": ("Chưa xét", "Not judged"),
    # the verdict
    "verdict.VALID": (
        "Tệp còn nguyên vẹn, đúng nơi gửi; không cần làm gì thêm.",
        "The file is intact and from a known sender; nothing else is needed.",
    ),
    "verdict.UNKNOWN": (
        "Tệp vẫn đọc và thẩm định được; còn thiếu căn cứ ghi ở dòng màu vàng bên dưới.",
        "The file can be read and appraised; the line in amber says which ground is missing.",
    ),
    "verdict.INVALID": (
        "Không dùng tệp này làm căn cứ; lý do ghi ở dòng màu đỏ bên dưới.",
        "Do not rely on this file; the line in red says why.",
    ),
    # the lights
    "integrity.VALID": (
        "Nội dung đúng như khi được niêm phong, không thiếu, không thừa, không bị sửa.",
        "The content is as it was sealed: nothing is missing, added or changed.",
    ),
    "integrity.UNKNOWN": ("Chưa đọc được hết tệp.", "The file could not be read to its end."),
    "integrity.INVALID": (
        "Nội dung không còn như khi được niêm phong. Đề nghị nơi gửi gửi lại tệp gốc.",
        "The content is no longer as it was sealed. Ask the sender for the original file.",
    ),
    "seal.VALID": (
        "Đúng khóa đã ghi nhận của {sender}.",
        "The key accepted for {sender}.",
    ),
    "seal.UNKNOWN": (
        "Khóa này chưa được ghi nhận cho {sender}. Đối chiếu mã rồi ghi nhận khóa.",
        "This key is not accepted for {sender} yet. Compare the code, then accept the key.",
    ),
    "seal.INVALID": (
        "Niêm phong không đúng. Liên hệ nơi gửi để xác minh.",
        "The seal does not hold. Call the sender.",
    ),
    "seal.not_judged": (
        "Không xét niêm phong khi nội dung không còn nguyên vẹn.",
        "The seal is not judged while the content is not intact.",
    ),
    "people.none": (
        "Không có chữ ký số và đợt đánh giá không yêu cầu.",
        "There is no digital signature and the campaign asks for none.",
    ),
    "people.VALID": ("Chữ ký hợp lệ: {names}.", "Valid signatures: {names}."),
    "people.VALID_alone": ("Đủ như đợt đánh giá yêu cầu.", "All that the campaign asks for is there."),
    "people.UNKNOWN": (
        "Chưa đủ căn cứ xác nhận chữ ký. Xem từng chữ ký bên dưới.",
        "There are not enough grounds to confirm the signatures. See each below.",
    ),
    "people.INVALID": (
        "Có chữ ký không dùng được. Xem từng chữ ký bên dưới.",
        "A signature counts for nothing. See each below.",
    ),
    # when and with what
    "checked.lists": (
        "Đã kiểm tra ngày {at} với danh sách thu hồi {lists}.",
        "Checked {at} with revocation lists {lists}.",
    ),
    "checked.no_lists": (
        "Đã kiểm tra ngày {at}, chưa có danh sách thu hồi nào dùng được.",
        "Checked {at}; no revocation list could be used.",
    ),
    "checked.plain": ("Đã kiểm tra ngày {at}.", "Checked {at}."),
    "checked.of": ("ngày {this} của {issuer}", "of {this} by {issuer}"),
    "checked.as_of": (" Xét tại thời điểm {at}.", " Judged as of {at}."),
    "checked.by": (" Người kiểm tra: {by}.", " Checked by {by}."),
    # a signature: Thông tư 15/2025/TT-BKHCN, Điều 6.4b
    "fact.issuer": ("Nơi cấp chứng thư", "Issued by"),
    "fact.signer": ("Người ký", "Signer"),
    "fact.unit": ("Đơn vị quản lý", "Unit"),
    "fact.signed_at": ("Thời điểm ký (theo máy của người ký)", "Signed at (by the signer's clock)"),
    "fact.integrity": ("Toàn vẹn của văn bản", "Integrity of the paper"),
    "fact.validity": ("Hiệu lực chứng thư khi ký", "Certificate when signing"),
    "fact.period": ("Thời hạn chứng thư", "Certificate runs"),
    "fact.role": ("Ghi nhận là", "Accepted as"),
    "fact.algorithm": ("Thuật toán", "Algorithm"),
    "fact.serial": ("Số hiệu chứng thư", "Serial number"),
    "fact.lists": ("Danh sách thu hồi đã dùng", "Revocation lists used"),
    "fact.timestamp": ("Dấu thời gian", "Time stamp"),
    "timestamp": ("Có, không dùng làm căn cứ", "There, not relied upon"),
    "role.leader": ("Lãnh đạo", "Leader"),
    "role.agency": ("Cơ quan", "Agency"),
    "role.none": ("Chưa ghi nhận", "Not accepted yet"),
    "no_time": ("Không ghi", "Not told"),
    "intact.VALID": ("Không bị sửa sau khi ký", "Not changed since"),
    "intact.UNKNOWN": ("Chưa xác định được", "Cannot be told"),
    "intact.INVALID": ("Đã bị sửa sau khi ký", "Changed after signing"),
    "valid.VALID": ("Còn hiệu lực, không bị thu hồi", "In force, not revoked"),
    "valid.chain": ("Chưa xác định được nơi cấp", "The issuer cannot be told"),
    "valid.revocation": ("Trong thời hạn; chưa kiểm tra được thu hồi", "In its period; revocation not checked"),
    "valid.period": ("Chưa xác định được", "Cannot be told"),
    "valid.INVALID": ("Không có hiệu lực", "Not in force"),
    "signature.VALID": ("Chữ ký hợp lệ", "Valid signature"),
    "signature.revocation": (
        "Chữ ký nguyên vẹn, chưa kiểm tra được thu hồi",
        "Intact signature, revocation not checked",
    ),
    "signature.acceptance": ("Chữ ký nguyên vẹn, chưa ghi nhận người ký", "Intact signature, signer not accepted"),
    "signature.UNKNOWN": ("Chưa đủ căn cứ xác nhận", "Not enough grounds to confirm"),
    "signature.INVALID": ("Chữ ký không hợp lệ", "Invalid signature"),
    # what was added
    "addition.expected": ("Số, ngày, dấu hoặc chữ ký ở chỗ dành sẵn", "Number, date, seal or signature in its place"),
    "addition.elsewhere": ("Nội dung thêm ngoài chỗ dành sẵn", "Something added outside the reserved places"),
    "addition.over_text": ("Che, thay hoặc bỏ nội dung đã in", "Printed content covered, replaced or removed"),
    "addition.on": ("Trang {page}: {what}{words}", "Page {page}: {what}{words}"),
    # what identifies the file
    "code.check_code": ("Mã đối chiếu của khóa", "Check code of the key"),
    "code.content": ("Mã nội dung", "Content digest"),
    "code.seal": ("Mã niêm phong", "Seal digest"),
    "code.program": ("Phiên bản phần mềm", "Program version"),
}  # fmt: skip


def said(key: str, language: str = "vi", **values: str) -> str:
    """Words of this catalogue, filled."""
    return WORDS[key][("vi", "en").index(language)].format(**values)


def moment(at: datetime, language: str = "vi") -> str:
    """A time with its zone, in Vietnam: "14:05 20/11/2026"."""
    return f"{in_vietnam(at):%H:%M %d/%m/%Y}"


def day(at: datetime) -> str:
    """A day in Vietnam: "20/11/2026"."""
    return f"{in_vietnam(at):%d/%m/%Y}"
