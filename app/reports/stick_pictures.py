"""Pictures drawn for the first page of a stick: SVG text, nothing fetched, words escaped.

They show what appears on the screen and ring in red where to click; they are no copies of anybody's pictures.
"""

from collections.abc import Sequence
from html import escape

_INK, _SOFT, _LINE, _PAPER = "#1c2733", "#5c6b7a", "#c3ccd6", "#ffffff"
LEAD = "#0B5CAD"  # as the window's main action
_RED, _BLUE = "#c62828", "#0a4f9e"
_LONGEST = 44  # letters of a name that fit on one line


def folder_window(title: str, lines: Sequence[str], ringed: str) -> str:
    """A window that shows the stick's folder, one line for each name; `ringed` is the one to open."""
    height = 58 + 26 * len(lines)
    parts = [_window(340, height, title)]
    for at, line in enumerate(lines):
        y = 52 + 26 * at
        is_folder = "." not in line[-8:]
        parts.append(_folder_icon(14, y) if is_folder else _file_icon(14, y))
        parts.append(_text(42, y + 13, line, 13))
        if line == ringed:
            parts.append(_ring(6, y - 6, 300, 26))
    return _svg(340, height, parts, f"Thư mục {title}: {', '.join(lines)}")


def blue_warning(installer: str, *, opened: bool) -> str:
    """The warning of Windows for programs it does not know yet: closed, then with its details `opened`."""
    parts = [f'<rect x="0.5" y="0.5" width="339" height="229" rx="3" fill="{_BLUE}" stroke="{_LINE}"/>']
    parts.append(_text(18, 38, "Windows đã bảo vệ máy tính", 18, "#fff"))
    parts.append(_text(18, 60, "của bạn", 18, "#fff"))
    said = ("Microsoft Defender SmartScreen đã ngăn một", "ứng dụng chưa được nhận dạng khởi động.")
    parts += [_text(18, 86 + 17 * at, line, 12, "#fff") for at, line in enumerate(said)]
    if not opened:
        parts.append(_text(18, 132, "Thông tin thêm", 13, "#fff", underline=True))
        parts.append(_text(122, 132, "(More info)", 11, "#d5e3f5"))
        parts.append(_ring(10, 114, 108, 27))
        parts.append(_button(228, 186, 94, "Không chạy", "#fff", _BLUE))
    else:
        parts.append(_text(18, 132, f"Ứng dụng: {_cut(installer)}", 12, "#fff"))
        parts.append(_text(18, 150, "Nhà phát hành: chưa xác định", 12, "#fff"))
        parts.append(_button(120, 186, 94, "Vẫn chạy", "#fff", _BLUE))
        parts.append(_button(228, 186, 94, "Không chạy", "#fff", _BLUE))
        parts.append(_text(120, 172, "(Run anyway)", 11, "#d5e3f5"))
        parts.append(_ring(113, 180, 108, 40))
    click = "Vẫn chạy (Run anyway)" if opened else "Thông tin thêm (More info)"
    return _svg(340, 230, parts, f"Cửa sổ xanh của Windows; bấm {click}")


def offer(title: str) -> str:
    """The program's first page with the offer of the campaign."""
    parts = [_window(340, 170, "Thước Số")]
    parts.append(f'<rect x="14" y="50" width="312" height="104" rx="6" fill="#eef5fa" stroke="{LEAD}"/>')
    parts.append(_text(28, 74, "Có gói triển khai trên USB này", 14, _INK, bold=True))
    parts.append(_text(28, 95, _cut(title), 12, _SOFT))
    parts.append(_button(28, 110, 150, "Bắt đầu tự đánh giá", LEAD, "#fff"))
    parts.append(_ring(20, 104, 166, 42))
    return _svg(340, 170, parts, "Trang đầu của phần mềm; bấm Bắt đầu tự đánh giá")


def same_code() -> str:
    """The screen and the official letter side by side, with a made-up code of six groups."""
    groups = ("12345 67890 12345", "67890 12345 67890")
    parts = [_window(160, 150, "Trên màn hình")]
    parts.append(_text(14, 70, "Mã đối chiếu", 11, _SOFT))
    parts += [_text(14, 94 + 20 * at, line, 14, _INK, bold=True) for at, line in enumerate(groups)]
    parts.append(f'<path d="M168 84h18M168 92h18" stroke="{_RED}" stroke-width="3" fill="none"/>')
    parts.append(f'<path d="M195.5 4.5h144v141h-144z" fill="{_PAPER}" stroke="{_LINE}"/>')
    parts.append(_text(206, 22, "CÔNG VĂN (giấy hoặc qua", 9.5, _SOFT))
    parts.append(_text(206, 34, "hệ thống quản lý văn bản)", 9.5, _SOFT))
    parts += [f'<rect x="206" y="{44 + 7 * at}" width="{110 - 12 * at}" height="3" fill="{_LINE}"/>' for at in range(3)]
    parts += [_text(203, 94 + 20 * at, line, 14, _INK, bold=True) for at, line in enumerate(groups)]
    parts.append(f'<rect x="206" y="126" width="60" height="3" fill="{_LINE}"/>')
    return _svg(340, 150, parts, "So sáu nhóm chữ số trên màn hình với sáu nhóm trong công văn")


def _svg(width: int, height: int, parts: Sequence[str], told: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f"aria-label=\"{escape(told)}\" font-family=\"'Segoe UI', Arial, 'Liberation Sans', sans-serif\">"
        f"{''.join(parts)}</svg>"
    )


def _window(width: int, height: int, title: str) -> str:
    right = width - 12
    return (
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="5" fill="{_PAPER}" stroke="{_LINE}"/>'
        f'<path d="M0.5 34.5h{width - 1}" stroke="{_LINE}"/>'
        f'<path d="M{right - 8} 14l8 8m0 -8l-8 8" stroke="{_SOFT}"/>'
        + _text(12, 22, _cut(title, width // 8), 12, _SOFT)
    )


def _text(
    x: float, y: float, words: str, size: float, colour: str = _INK, *, bold: bool = False, underline: bool = False
) -> str:
    more = (' font-weight="700"' if bold else "") + (' text-decoration="underline"' if underline else "")
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{more}>{escape(words)}</text>'


def _button(x: int, y: int, width: int, words: str, ground: str, ink: str) -> str:
    middle = x + width / 2
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="28" rx="3" fill="{ground}"/>'
        f'<text x="{middle}" y="{y + 19}" font-size="13" fill="{ink}" text-anchor="middle">{escape(words)}</text>'
    )


def _ring(x: int, y: int, width: int, height: int) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{height / 2}" fill="none" stroke="{_RED}" '
        f'stroke-width="3"/>'
    )


def _folder_icon(x: int, y: int) -> str:
    return f'<path d="M{x} {y + 2}h7l2 2h11v11h-20z" fill="#f2c14e" stroke="#c8952a"/>'


def _file_icon(x: int, y: int) -> str:
    return f'<path d="M{x + 3} {y}h9l4 4v12h-13z" fill="#fff" stroke="{_SOFT}"/>'


def _cut(words: str, longest: int = _LONGEST) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
