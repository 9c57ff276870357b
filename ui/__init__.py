"""The window. How to write a page:

    class Evidence(Page):                                   # ui/pages/evidence.py, one page per file
        kinds = frozenset({"evidence"})                     # refresh() comes when one of these changed

        def __init__(self, context: Context) -> None:
            super().__init__(context, self.tr("Evidence"))
            self._model = RowsModel(columns, key=lambda row: row.id, parent=self)
            self._table = TableView(self.tr("Evidence"), self._model)
            self.add((framed(self._table), 1))              # boxes.row/column/scrolled, Sheet, well, rule
            self.set_acts(Button(self.tr("Add files"), "main", "plus"))   # bottom right, the main one last

        def refresh(self) -> None: ...                      # read rows by an operation, self._model.replace(rows)
        def leave(self) -> None: ...                        # commit() the fields still being typed in

- Register it in `ui.pages` as a `PageSpec` with a factory that imports the module when it is first opened.
- A change: `self.context.run(operation, argument, on_done=…, title=…)`. It calls `operation(workspace, argument)` on
  the writer thread, with `progress=` where the operation takes it, and tells `changed` the kinds of its result.
- Words: `self.tr("English words with {name}").format(name=…)`, counts `self.tr("%n file(s)", "", n)`, never an
  f-string inside. Module tables: `ui.language.QT_TRANSLATE_NOOP("Context", "…")`. Then
  `python packaging/translations.py --fill FILE.json` with {"English": "words of the glossary"}; it names what is left.
- Widgets: `ui.widgets`, one per file; `python packaging/screenshots.py --only gallery` shows them all. Text goes
  through Label, Button, Entry …: they never guess rich text. Colours are tones ("ink-soft", "good"), never values.
- Room: what may be too high goes into `framed(scrolled(column(…)))`, what may be too long into `Line`; widths are
  pixels at 100 % (`theme.current().px`). Look at 1366, 911 and 683 wide, and at 150 %: add a scene to `ui.scenes`.
- Errors: let `AppError` rise out of an operation; `context.notices` shows it. Never catch `Exception`.
- Language and text size switch by building pages anew: keep nothing in a page that is not saved.
- `objectName` on whatever a test looks for; every control has a name (`text.name`); Ctrl+F finds a `SearchBox`.
"""
