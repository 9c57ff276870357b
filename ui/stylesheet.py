"""The one stylesheet: rules with `@token` colours and `$number` lengths, filled in by `ui.theme`."""

# Colours of ordinary controls come from the palette; only what a palette cannot say stands here. A focused control
# keeps its place: the border grows inwards by what the padding gives up.
RULES = """
QWidget#desk, QFrame#rail, QFrame#header { background: @desk; }
QFrame#rail { border: 0; border-right: 1px solid @line; }
QFrame#header { border: 0; border-bottom: 1px solid @line; }
QDialog, QMessageBox { background: @desk; }
QToolTip { background: @paper; color: @ink; border: 1px solid @edge; padding: 4px 6px; font-size: $hint_pt; }

QFrame[look="sheet"] { background: @paper; border: 1px solid @line; border-radius: 6px; }
QFrame[look="well"] { background: @desk; border: 0; border-radius: 6px; }
QDialog QFrame[look="well"] { background: @paper; border: 1px solid @line; }
QDialog QFrame[look="sheet"] QFrame[look="well"] { background: @desk; border: 0; }
QFrame[look="rule"] { background: @line; border: 0; }
QFrame[look="drop"] { background: transparent; border: 1px dashed @edge; border-radius: 6px; }
QFrame[look="drop"][dragged="true"] { background: @tint-lead; border: 2px dashed @lead; }
QFrame[look="drop"]:focus { border: 2px dashed @lead; }
QFrame[look="neutral"] { background: @hover; border: 0; border-radius: 6px; }
QFrame[look="good"] { background: @tint-good; border: 1px solid @tint-good; border-radius: 6px; }
QFrame[look="warn"] { background: @tint-warn; border: 1px solid @tint-warn; border-radius: 6px; }
QFrame[look="bad"] { background: @tint-bad; border: 1px solid @tint-bad; border-radius: 6px; }
QFrame[look="lead"] { background: @tint-lead; border: 1px solid @tint-lead; border-radius: 6px; }

QLabel { background: transparent; border: 0; }
QLabel[type="hint"] { font-size: $hint_pt; }
QLabel[type="section"] { font-size: $section_pt; }
QLabel[type="title"] { font-size: $title_pt; }
QLabel[type="figure"] { font-size: $figure_pt; }
QLabel[weight="medium"] { font-weight: 500; }
QLabel[weight="bold"] { font-weight: 600; }
QLabel[tone="ink-soft"] { color: @ink-soft; }
QLabel[tone="lead"] { color: @lead; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="on-lead"] { color: @on-lead; }

QLineEdit, QPlainTextEdit, QComboBox { background: @paper; color: @ink; border: 1px solid @edge; border-radius: 6px;
    padding: 0 8px; selection-background-color: @lead; selection-color: @on-lead; }
QLineEdit, QComboBox { min-height: $control; max-height: $control; }
QPlainTextEdit { padding: 4px 4px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid @lead; padding: 0 7px; min-height: $control_in;
    max-height: $control_in; }
QPlainTextEdit:focus { border: 2px solid @lead; padding: 3px 3px; }
QLineEdit[complaint="true"], QPlainTextEdit[complaint="true"], QComboBox[complaint="true"] { border-color: @bad; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @desk; border-color: @line; }
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: @lead; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @desk; color: @ink-soft;
    border-color: @line; }
QAbstractItemView QLineEdit { border-radius: 0; min-height: 0; max-height: 9999px; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url(@chevron-down.svg); width: $icon; height: $icon; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @edge; outline: 0; padding: 4px;
    selection-background-color: @tint-lead; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: $row_in; padding: 0 8px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: $target; background: transparent; border: 2px solid transparent;
    border-radius: 6px; outline: 0; }
QCheckBox[worded="true"], QRadioButton[worded="true"] { padding: 0 6px 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @lead; }
QCheckBox::indicator, QRadioButton::indicator { width: $tick; height: $tick; border: 1px solid @edge;
    background: @paper; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: $tick_round; }
QCheckBox::indicator:checked { background: @lead; border-color: @lead; image: url(@check.svg); }
QCheckBox::indicator:indeterminate { background: @lead; border-color: @lead; image: url(@minus.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @desk; border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @edge; border-color: @edge; }
QRadioButton::indicator:checked { border: 5px solid @lead; width: $dot; height: $dot; }
QCheckBox:disabled, QRadioButton:disabled { color: @ink-soft; }

QPushButton { background: @paper; color: @ink; border: 1px solid @edge; border-radius: 6px; padding: 0 12px;
    min-height: $control; max-height: $control; outline: 0; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @lead; padding: 0 11px; min-height: $control_in; max-height: $control_in; }
QPushButton:disabled { color: @ink-soft; background: @desk; border-color: @line; }
QPushButton[look="main"] { background: @lead; border-color: @lead; color: @on-lead; font-weight: 600;
    padding: 0 16px; }
QPushButton[look="main"]:hover, QPushButton[look="main"]:pressed { background: @lead-deep; border-color: @lead-deep; }
QPushButton[look="main"]:focus { padding: 0 15px; }
QPushButton[look="main"]:disabled { background: @hover; border-color: @line; color: @ink-soft; }
QPushButton[look="quiet"] { background: transparent; border: 2px solid transparent; padding: 0 8px;
    min-height: $control_in; max-height: $control_in; }
QPushButton[look="quiet"]:hover { background: @hover; }
QPushButton[look="quiet"]:focus { border-color: @lead; }
QPushButton[look="link"] { background: transparent; border: 0; border-top: 2px solid transparent;
    border-bottom: 2px solid transparent; border-radius: 0; color: @lead; padding: 0; text-align: left;
    min-height: $link; max-height: $link; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-bottom-color: @lead; }
QPushButton[look="link"]:disabled { color: @ink-soft; }
QPushButton[look="chip"] { background: transparent; border: 1px solid @edge; padding: 0 10px; min-height: $chip;
    max-height: $chip; border-radius: $chip_round; font-size: $hint_pt; }
QPushButton[look="chip"]:hover { background: @hover; }
QPushButton[look="chip"]:checked { background: @tint-lead; border: 1px solid @lead; color: @lead; font-weight: 600; }
QPushButton[look="chip"]:focus { border: 2px solid @lead; padding: 0 9px; min-height: $chip_in;
    max-height: $chip_in; }
QPushButton[look="rail"] { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0;
    text-align: left; min-height: $rail; max-height: 9999px; }
QPushButton[look="rail"]:hover { background: @hover; }
QPushButton[look="rail"]:checked { background: @tint-lead; }
QPushButton[look="rail"]:focus { border-color: @lead; }
QPushButton[look="tab"] { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 6px;
    color: @ink-soft; min-height: $control_in; max-height: $control_in; }
QPushButton[look="tab"]:hover { color: @ink; }
QPushButton[look="tab"]:checked { color: @lead; font-weight: 600; }
QPushButton[look="tab"]:focus { border-color: @lead; }
QPushButton[look="choice"] { padding: 0 12px; min-height: $choice; max-height: $choice; }
QPushButton[look="choice"]:checked { background: @tint-lead; border: 2px solid @lead; color: @lead; font-weight: 600;
    padding: 0 11px; min-height: $choice_in; max-height: $choice_in; }
QPushButton[look="choice"]:focus { border: 2px solid @lead; padding: 0 11px; min-height: $choice_in;
    max-height: $choice_in; }
QPushButton::menu-indicator { image: none; width: 0; }

QTreeView, QTableView, QListView { background: transparent; border: 0; outline: 0; color: @ink;
    selection-background-color: @tint-lead; selection-color: @ink; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: @paper; border: 0; border-bottom: 1px solid @line; color: @ink-soft;
    padding: 0 12px; font-family: $family; font-size: $hint_pt; font-weight: 500; min-height: $head; }
QHeaderView::section:first { border-top-left-radius: 6px; padding-left: 15px; }
QHeaderView::section:last { border-top-right-radius: 6px; }
QHeaderView::section:hover { color: @ink; }
QHeaderView::up-arrow { image: url(@chevron-up.svg); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url(@chevron-down.svg); width: 12px; height: 12px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: transparent; border: 0; }

QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport, QWidget#scrolled { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 1px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @lead-soft; border-radius: 3px; }

QMenu { background: @paper; color: @ink; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; }
QMenu::item:selected { background: @tint-lead; color: @ink; }
QMenu::item:disabled { color: @ink-soft; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QProgressBar { background: @line; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @lead; border-radius: 4px; }
"""
