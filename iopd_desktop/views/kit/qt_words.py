"""Qt's own words, in keys, context menus and file dialogs: its catalogue, and ours where it says something else."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from iopd_desktop.words import N_, _, language, speaking

# Qt has no European Portuguese: its Brazilian words stand in for those that we do not tell.
_CATALOGUES = {"pt": "pt_BR"}
# Told by us: the names of keys as they stand on keyboards, and what must read like the rest of the window.
_OURS = frozenset({
    N_("Ctrl"), N_("Shift"), N_("Alt"), N_("Del"), N_("Esc"), N_("Tab"), N_("PgUp"), N_("PgDown"), N_("Return"),
    N_("Enter"), N_("Backspace"), N_("Home"), N_("End"),
    N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete"), N_("Select All"),
    N_("OK"), N_("Cancel"), N_("Close"), N_("Save"), N_("Open"), N_("&Open"), N_("&Save"), N_("&Choose"),
    N_("&Look in:"), N_("File &name:"), N_("Files of &type:"), N_("Directory:"), N_("All Files (*)"), N_("Drive"),
    N_("&New Folder"), N_("&Rename"), N_("&Delete"), N_("Show &hidden files"), N_("Save As"), N_("Find Directory"),
    N_("Back"), N_("Forward"), N_("Parent Directory"), N_("Create New Folder"), N_("List View"), N_("Detail View"),
    N_("Go back"), N_("Go forward"), N_("Go to the parent directory"), N_("Create a New Folder"),
    N_("Change to list view mode"), N_("Change to detail view mode"), N_("Sidebar"), N_("Directories"),
    N_("List of places and bookmarks"), N_("Folder"), N_("Files"), N_("Name"), N_("Size"), N_("Type"),
    N_("Date Modified"), N_("Computer"), N_("Invalid filename"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("Are you sure you want to delete '%1'?"), N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Could not delete directory."), N_("My Computer"), N_("All files (*)"),
    N_("Save All"), N_("Restore Defaults"), N_("Copy &Link Location"),
    N_("Scroll here"), N_("Left edge"), N_("Right edge"), N_("Top"), N_("Bottom"), N_("Page left"), N_("Page right"),
    N_("Page up"), N_("Page down"), N_("Scroll left"), N_("Scroll right"), N_("Scroll up"), N_("Scroll down"),
})  # fmt: skip


class QtWords(QTranslator):
    """What Qt says in the language that was current when this was made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.load(f"qtbase_{_CATALOGUES.get(self._language, self._language)}", folder)

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, count: int = -1
    ) -> str:
        """Ours, else Qt's, else the English: Qt takes no text for an answer, not for a question to the next."""
        if text in _OURS:
            with speaking(self._language):
                return _(text)
        return super().translate(context, text, disambiguation, count) or text
