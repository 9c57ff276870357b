"""`1-DOC-TRUOC.html`: the page a commune reads first on the stick; one file, pictures inside, nothing fetched.

Every text is escaped; the policy in its head forbids the browser to load or run anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from app.domain.campaign import Campaign
from app.reports import names, phrases, stick_pictures
from app.wording import word

_STYLE = """
@page { size: A4; margin: 14mm 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 190mm; padding: 8mm 6mm; color: #1c2733; background: #fff;
  font: 12pt/1.45 'Segoe UI', Arial, 'Liberation Sans', sans-serif }
h1 { font-size: 19pt; line-height: 1.25; margin: 0 0 2mm }
h2 { font-size: 13.5pt; margin: 0 0 1.5mm }
p { margin: 0 0 2mm }
.soft { color: #5c6b7a }
.facts { display: flex; gap: 4mm; margin: 4mm 0 }
.facts div { flex: 1; border: 1px solid #c3ccd6; border-radius: 2mm; padding: 2.5mm 3.5mm }
.facts b { display: block; font-size: 13pt }
.step { display: flex; gap: 5mm; border-top: 1px solid #c3ccd6; padding: 4mm 0; break-inside: avoid }
.step .number { flex: 0 0 10mm; height: 10mm; border-radius: 50%; background: $lead; color: #fff; text-align: center;
  font: bold 15pt/10mm 'Segoe UI', Arial, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.step .words { flex: 1 }
.step .pictures { flex: 0 0 67mm }
.pictures svg { width: 100%; height: auto; display: block; margin-bottom: 3mm; print-color-adjust: exact;
  -webkit-print-color-adjust: exact }
.name { font-weight: bold; overflow-wrap: anywhere }
.more { border-top: 1px solid #c3ccd6; padding-top: 4mm; font-size: 11pt; break-inside: avoid }
.more li { margin-bottom: 1.2mm }
@media (max-width: 640px) { .step, .facts { flex-wrap: wrap } .step .pictures { flex: 1 1 100% } }
@media print { body { padding: 0; font-size: 11pt } }
""".replace("$lead", stick_pictures.LEAD)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WHERE = "Phần mềm hỏi số liệu để ở đâu: nên chọn <b>Để trên máy tính này</b>."


@dataclass(frozen=True, slots=True)
class OnStick:
    """What lies on the stick beside the page; "" for what was left out."""

    folder: str
    installer_folder: str
    installer: str
    portable_folder: str
    program: str  # inside the portable folder
    campaign: str
    letter: str
    code: str
    sums: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The names in the order of reading."""
        known = (self.installer_folder, self.portable_folder, self.campaign, self.letter, self.code, self.sums)
        return tuple(name for name in known if name)


def render(campaign: Campaign, on_stick: OnStick, page: str) -> bytes:
    """The page as UTF-8; `page` is its own file name."""
    title = names.shown(campaign.title)
    authority = names.shown(campaign.authority.name)
    steps = "".join(_step(number, *parts) for number, parts in enumerate(_steps(campaign, on_stick, page), 1))
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Đọc trước: {escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<p class="soft">{escape(authority)}</p>\n<h1>{escape(title)}: 5 bước để bắt đầu</h1>\n'
        f"<p>Mọi việc làm ngay trên máy này, không cần Internet, không cần quyền quản trị. Làm lần lượt từ trên xuống; "
        f"trang này có thể in ra giấy.</p>\n{_facts(campaign)}{steps}{_more(on_stick)}</body>\n</html>\n"
    ).encode()


def code_text(campaign: Campaign, check_code: str) -> bytes:
    """`MA-KIEM-TRA.txt`: the code with what it is good for, as Windows writes texts."""
    lines = (
        f"Đợt đánh giá: {names.shown(campaign.title)}",
        f"Cơ quan thẩm định: {names.shown(campaign.authority.name)}",
        "",
        "Mã đối chiếu khóa niêm phong:",
        "",
        f"    {check_code}",
        "",
        "So mã này và mã phần mềm hiện trên máy với mã ghi trong công văn nhận qua hệ thống quản lý văn bản,",
        "hoặc gọi đầu mối theo số đã biết từ trước. Mã ghi trên chính USB này chưa đủ căn cứ.",
    )
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _facts(campaign: Campaign) -> str:
    deadline = campaign.rounds[0].deadline if campaign.rounds else None
    until = phrases.capital(deadline.shown()) if deadline is not None else "Theo thông báo riêng"
    contact = campaign.authority.contact
    call = contact.telephone or contact.name or names.shown(campaign.authority.name)
    person = ", ".join(told for told in (contact.name, contact.title, contact.email) if told and told != call)
    return (
        f'<div class="facts"><div>Hạn gửi hồ sơ lần 1<b>{escape(until)}</b></div>'
        f'<div>Vướng ở đâu, gọi đầu mối<b>{escape(call)}</b><span class="soft">{escape(person)}</span></div></div>\n'
    )


_Step = tuple[str, Sequence[str], Sequence[str]]  # title, paragraphs of HTML, pictures


def _steps(campaign: Campaign, on_stick: OnStick, page: str) -> Iterator[_Step]:
    title = names.shown(campaign.title)
    yield _open_folder(on_stick, page)
    yield _start(on_stick)
    yield (
        "Mở gói triển khai",
        _opening(on_stick),
        (stick_pictures.offer(title),) if on_stick.installer or on_stick.portable_folder else (),
    )
    yield (
        "So mã đối chiếu với công văn",
        (
            "Lấy công văn hướng dẫn <b>nhận qua hệ thống quản lý văn bản</b> (hoặc bản giấy có dấu). So sáu nhóm chữ "
            "số trong công văn với mã phần mềm hiện trên màn hình.",
            "Giống nhau từng chữ số: ghi nhận khóa. Khác dù một chữ số: dừng lại, gọi đầu mối theo số đã biết từ "
            "trước.",
            "Mã ghi trên chính USB này chưa đủ căn cứ, vì ai thay được USB thì cũng thay được mã trên đó. Chưa có công "
            "văn vẫn nhập số liệu được, so mã sau.",
        ),
        (stick_pictures.same_code(),),
    )
    demand = _sending(campaign)
    yield ("Nhập số liệu, ký và gửi", demand, ())


def _open_folder(on_stick: OnStick, page: str) -> _Step:
    ringed = on_stick.installer_folder or on_stick.portable_folder or on_stick.campaign
    return (
        "Xem trên USB có gì",
        (
            f"Trang này nằm trong thư mục {_name(on_stick.folder)}. Bên cạnh là những mục như trong hình, đánh số theo "
            "thứ tự dùng.",
        ),
        (stick_pictures.folder_window(on_stick.folder, (page, *on_stick.lines), ringed),),
    )


def _start(on_stick: OnStick) -> _Step:
    if on_stick.installer:
        paragraphs = [
            f"Mở thư mục {_name(on_stick.installer_folder)}, bấm đúp vào {_name(on_stick.installer)}.",
            "Windows có thể hiện cửa sổ xanh như hình bên, vì phần mềm còn mới với Windows, không phải vì có hại. Bấm "
            "<b>Thông tin thêm</b>, sau đó bấm <b>Vẫn chạy</b>. Máy dùng tiếng Anh ghi là <i>More info</i> và "
            "<i>Run anyway</i>.",
        ]
        if on_stick.portable_folder:
            paragraphs.append(f"Máy không cho cài: mở {_program(on_stick)}; phần mềm chạy ngay từ USB. {_WHERE}")
        pictures = [stick_pictures.blue_warning(on_stick.installer, opened=opened) for opened in (False, True)]
        return ("Cài phần mềm", paragraphs, pictures)
    if on_stick.portable_folder:
        paragraphs = [
            f"Mở {_program(on_stick)}. Phần mềm chạy ngay, không cần cài đặt.",
            "Windows có thể hiện cửa sổ xanh như hình bên. Bấm <b>Thông tin thêm</b>, sau đó bấm <b>Vẫn chạy</b>. Máy "
            "dùng tiếng Anh ghi là <i>More info</i> và <i>Run anyway</i>.",
            _WHERE,
        ]
        pictures = [stick_pictures.blue_warning(on_stick.program, opened=opened) for opened in (False, True)]
        return ("Chạy phần mềm", paragraphs, pictures)
    return (
        "Mở phần mềm Thước Số",
        ("USB này không kèm bộ cài. Mở phần mềm Thước Số đã có trên máy; chưa có thì gọi đầu mối để nhận bộ cài.",),
        (),
    )


def _opening(on_stick: OnStick) -> tuple[str, ...]:
    by_hand = f"bấm đúp vào {_name(on_stick.campaign)}, hoặc thả tệp đó vào cửa sổ phần mềm"
    if not (on_stick.installer or on_stick.portable_folder):
        return (f"{phrases.capital(by_hand)}. Chọn đúng tên xã, phường của mình.",)
    return (
        "Phần mềm tự tìm thấy gói triển khai trên USB. Bấm <b>Bắt đầu tự đánh giá</b>, chọn đúng tên xã, phường của "
        "mình.",
        f"Không thấy lời mời: {by_hand}.",
    )


def _sending(campaign: Campaign) -> tuple[str, ...]:
    confirmed = phrases.lowered(word(f"demand.{campaign.demand.value}"))
    return (
        "Nhập số liệu từng tiêu chí, đính kèm tài liệu kiểm chứng, vào <b>Rà soát</b> để xem còn thiếu gì. Phần mềm tự "
        "lưu.",
        f"Vào <b>Trình ký và gửi</b>: chốt số liệu, xác nhận ({escape(confirmed)}), rồi xuất gói hồ sơ. Gửi đúng tệp "
        "<b>.thuocso</b> vừa xuất qua USB, thư điện tử hoặc Zalo; không đổi đuôi tên, không nén lại.",
        "Chỉ rút USB khi màn hình báo <b>Đã ghi và kiểm tra xong</b>.",
    )


def _step(number: int, title: str, paragraphs: Sequence[str], pictures: Sequence[str]) -> str:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    drawn = f'<div class="pictures">{"".join(pictures)}</div>' if pictures else ""
    return (
        f'<section class="step"><div class="number">{number}</div><div class="words"><h2>{escape(title)}</h2>{words}'
        f"</div>{drawn}</section>\n"
    )


def _more(on_stick: OnStick) -> str:
    lines = [
        "Cần Windows 10 (từ bản 1809) hoặc Windows 11, loại 64 bit. Windows 7, 8 và máy 32 bit không chạy được.",
        "Phần mềm diệt vi-rút giữ lại tệp: không tắt phần mềm diệt vi-rút, gọi đầu mối hoặc nhờ người phụ trách máy "
        "cho phép tệp này.",
        "Số liệu chỉ nằm trên máy (hoặc trên USB, nếu chọn như vậy); không gì được gửi qua mạng. Không đưa tài liệu "
        "mật vào.",
        f"Kiểm tra USB còn nguyên: {_name(on_stick.sums)} ghi mã SHA-256 của từng tệp. Trên Windows, lệnh "
        "<i>certutil -hashfile TÊN_TỆP SHA256</i> tính lại mã đó.",
    ]
    return f'<section class="more"><h2>Khi cần</h2><ul>{"".join(f"<li>{line}</li>" for line in lines)}</ul></section>\n'


def _program(on_stick: OnStick) -> str:
    return f"thư mục {_name(on_stick.portable_folder)}, bấm đúp vào {_name(on_stick.program)}"


def _name(name: str) -> str:
    return f'<span class="name">{escape(name)}</span>'
