"""The style sheet of the whole program, made from tokens.

Widgets say what they are with two properties: labels have a `role` (title, heading, caption, figure, good,
warning, bad), buttons a `kind` (primary, quiet, danger, link); frames are cards with `surface` "card".
"""

from __future__ import annotations

from string import Template

from app.theme.tokens import CONTROL_HEIGHT, RADIUS, Colors, Space, Type

_SHEET = Template("""
* { font-size: ${body}px; color: $ink; }
QMainWindow, QDialog, QWidget#ground { background: $ground; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: ${small}px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="caption"] { font-size: ${caption}px; color: $soft_ink; }
QLabel[role="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[role="soft"] { color: $soft_ink; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="bad"] { color: $bad; }
QFrame[surface="card"] { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[surface="raised"] { background: $raised; border: none; border-radius: ${radius}px; }
QFrame[surface="good"], QFrame[surface="warning"], QFrame[surface="bad"] {
    background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[surface="good"] { border-left: 4px solid $good; }
QFrame[surface="warning"] { border-left: 4px solid $warning; }
QFrame[surface="bad"] { border-left: 4px solid $bad; }
QFrame[surface="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton { background: $card; border: 1px solid $line; border-radius: ${radius}px;
    padding: 0 ${large}px; min-height: ${control}px; }
QToolButton { padding: 0 ${small}px; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:disabled, QToolButton:disabled { color: $soft_ink; background: $ground; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton[kind="primary"] { background: $accent; border: 2px solid $accent; color: $accent_ink;
    font-weight: 600; padding: 0 ${wide}px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $raised; border-color: $raised; color: $soft_ink; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent;
    border: 2px solid transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $accent; }
QToolButton[kind="small"] { background: transparent; border: 2px solid transparent; padding: 0 ${hair}px;
    min-height: 24px; }
QToolButton[kind="small"]:hover { background: $raised; }
QToolButton[kind="small"]:focus { border: 2px solid $accent; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $accent;
    padding: 0; min-height: 24px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; border-radius: 4px; }
QPushButton[kind="link"]:disabled { color: $soft_ink; text-decoration: none; }
QPushButton[kind="step"] { background: transparent; border: 2px solid transparent; text-align: left;
    padding: 0 ${medium}px; min-height: 44px; }
QPushButton[kind="step"]:hover { background: $raised; }
QPushButton[kind="step"]:checked { background: $accent_soft; font-weight: 600; }
QPushButton[kind="step"]:focus { border: 2px solid $accent; }
QPushButton[kind="switch"]:checked { background: $accent_soft; border: 2px solid $accent; }
QPushButton[kind="choice"] { text-align: left; padding: ${medium}px ${large}px; }
QPushButton[kind="choice"]:checked, QPushButton[kind="choice"]:focus { border: 2px solid $accent;
    padding: ${narrower}px ${slimmer}px; }
QPushButton[kind="choice"]:checked { background: $accent_soft; }
QPushButton[kind="choice"]:checked:focus { border: 2px solid $ink; }

QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox { background: $card; border: 1px solid $line;
    border-radius: ${radius}px; padding: 0 ${small}px; min-height: ${field}px;
    selection-background-color: $accent; selection-color: $accent_ink; }
QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent; }
QComboBox:disabled, QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: $soft_ink;
    background: $ground; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none;
    padding: 0 ${hair}px; min-height: 0; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: ${wide}px; }
QComboBox::down-arrow { image: url($icons/chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: ${small}px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 18px; height: 18px; border: 1px solid $soft_ink;
    background: $card; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url($icons/check.svg); }
QRadioButton::indicator:checked { border: 5px solid $accent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: 4px; }

QSlider { min-height: 28px; background: transparent; }
QSlider::groove:horizontal { height: 6px; background: $raised; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { width: 20px; height: 20px; margin: -8px 0; border-radius: 11px;
    background: $card; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $line; }
QProgressBar { background: $raised; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
    text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea { border: 2px solid transparent; border-radius: ${radius}px; }
QScrollArea[by_keys="true"]:focus { border: 2px solid $accent; }
QScrollArea#window { border: none; border-radius: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; width: 12px; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $soft_ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractItemView, QPlainTextEdit, QTextBrowser { background: $card; border: 1px solid $line;
    border-radius: ${radius}px; outline: none; selection-background-color: $accent_soft;
    selection-color: $ink; }
QAbstractItemView:focus, QPlainTextEdit:focus, QTextBrowser:focus { border: 2px solid $accent; }
QListView[painted="true"], QListView[painted="true"]:focus { background: transparent; border: none; }
QListWidget { padding: ${hair}px; }
QListWidget::item { padding: ${small}px; border-radius: 6px; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }
QHeaderView::section { background: $card; color: $soft_ink; border: none; border-bottom: 1px solid $line;
    padding: ${hair}px ${small}px; }
QMenu { background: $card; border: 1px solid $line; padding: ${hair}px; }
QMenu::item { padding: ${small}px ${wide}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $soft_ink; }
QMenu::separator { height: 1px; background: $line; margin: ${hair}px; }
QTabBar::tab { background: transparent; padding: ${small}px ${medium}px; border: 2px solid transparent;
    color: $soft_ink; }
QTabBar[tight="true"]::tab { padding: ${small}px ${hair}px; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $accent; }
QTabWidget::pane { border: none; }
QSplitter::handle { background: transparent; }
""")


def stylesheet(colors: Colors, icons: str) -> str:
    """The style sheet for a color scheme; `icons` is the folder with that scheme's icons."""
    values = {name: getattr(colors, name) for name in colors.__dataclass_fields__}
    return _SHEET.substitute(
        values,
        icons=icons,
        radius=RADIUS,
        control=CONTROL_HEIGHT,
        field=CONTROL_HEIGHT - 2,
        hair=int(Space.HAIR),
        small=int(Space.SMALL),
        medium=int(Space.MEDIUM),
        large=int(Space.LARGE),
        narrower=Space.MEDIUM - 1,
        slimmer=Space.LARGE - 1,
        wide=int(Space.WIDE),
        caption=int(Type.CAPTION),
        body=int(Type.BODY),
        heading=int(Type.HEADING),
        title=int(Type.TITLE),
        figure=int(Type.FIGURE),
    )
