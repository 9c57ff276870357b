"""The framework editor: tree, sheet of a criterion, rule builder, what holds for the whole set, what checks found."""

from ui.pages.framework_editor.editor import FrameworkEditor

__all__ = ["FrameworkEditor"]
