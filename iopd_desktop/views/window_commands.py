"""The commands of the window itself: undo, search, tabs, keys, the database and the person who works here."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from iopd_desktop.views.kit.commands import Command
from iopd_desktop.words import N_, _


def back_up(window: Any) -> None:
    """Make a backup now, in the background."""
    from iopd_desktop.store import backups

    def done(made: backups.Backup) -> None:
        window.status.show_backup(made.at.astimezone())
        window.toast.say(_("Backup made"), undoable=False)

    window.jobs.run(_("Backup"), lambda _progress: backups.make(window.store, "asked"), done, window.complain)


def step_page(window: Any, step: int) -> None:
    """Turn to the next or former page of the tab."""
    names = window.view.list.names()
    window.view.turn_to(names[(names.index(window.view.page_name) + step) % len(names)])


def _dialog(module: str, name: str) -> Callable[[Any], None]:
    """What opens a dialog, whose module is read when somebody wants it."""

    def ask(window: Any) -> None:
        getattr(import_module(f"iopd_desktop.views.kit.dialogs.{module}"), name)(window)

    return ask


def _tab(place: int) -> Command:
    def turn(window: Any) -> None:
        window.show_tab([*window.tabs][place])

    label = (N_("First tab"), N_("Second tab"), N_("Third tab"), N_("Fourth tab"), N_("Fifth tab"))[place]
    return Command(f"tab-{place + 1}", label, turn, f"Ctrl+{place + 1}", menu="view")


WINDOW_COMMANDS = (
    Command("undo", N_("Undo"), lambda window: window.taking_back.undo(), "Ctrl+Z", menu="edit", icon="undo"),
    Command("redo", N_("Redo"), lambda window: window.taking_back.redo(), "Ctrl+Shift+Z", menu="edit", icon="redo"),
    Command("search", N_("Search this page"), lambda window: window.page.seek(), "Ctrl+F", menu="edit", icon="search"),
    Command("palette", N_("Search or do…"), lambda window: window.palette_.open(), "Ctrl+K", menu="edit"),
    *(_tab(place) for place in range(5)),
    Command("next-page", N_("Next page"), lambda window: step_page(window, 1), "Ctrl+PgDown", menu="view"),
    Command("former-page", N_("Former page"), lambda window: step_page(window, -1), "Ctrl+PgUp", menu="view"),
    Command("language", N_("Language…"), _dialog("asked", "ask_language"), menu="view", icon="globe"),
    Command("new-database", N_("New database…"), lambda window: window.new_wanted.emit(), menu="file", icon="plus"),
    Command("open-database", N_("Open…"), _dialog("database", "ask_database"), "Ctrl+O", menu="file", icon="folder"),
    Command("recent", N_("Open recent…"), _dialog("database", "ask_recent"), menu="file", icon="clock"),
    Command("backup", N_("Back up now"), back_up, menu="file", icon="database"),
    Command("whereabouts", N_("Where is my data"), _dialog("asked", "show_whereabouts"), menu="file", icon="folder"),
    Command("restore", N_("Restore a backup…"), _dialog("database", "ask_restore"), menu="file", icon="back"),
    Command("passphrase", N_("Passphrase…"), _dialog("database", "ask_passphrase"), menu="file", icon="lock"),
    Command("quit", N_("Quit"), lambda window: window.close(), "Ctrl+Q", menu="file", icon="leave"),
    Command("settings", N_("Settings…"), _dialog("asked", "ask_settings"), "Ctrl+,", menu="tools", icon="settings"),
    Command("network", N_("The network…"), _dialog("network", "ask_network"), menu="tools", icon="globe"),
    Command("who", N_("Who am I…"), _dialog("asked", "ask_who"), menu="tools", icon="person"),
    Command("history", N_("Last changes of all"), _dialog("asked", "show_changes"), menu="tools", icon="clock"),
    Command("drafts", N_("What is not saved yet"), _dialog("asked", "show_drafts"), menu="tools", icon="pencil"),
    Command("check", N_("Check the database"), _dialog("check", "show_problems"), menu="tools", icon="shield"),
    Command("help", N_("What this tab is for"), _dialog("asked", "show_help"), "F1", menu="help", icon="help"),
    Command("keys", N_("Keys"), _dialog("asked", "show_keys"), "Ctrl+/", menu="help", icon="key"),
    Command("about", N_("About IOPD Desktop"), _dialog("about", "show_about"), menu="help", icon="medal"),
)  # fmt: skip
