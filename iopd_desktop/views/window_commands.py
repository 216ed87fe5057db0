"""The commands of the window itself: undo, search, tabs, keys, the database and the person who works here."""

from typing import Any

from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.dialogs.about import show_about
from iopd_desktop.views.kit.dialogs.asked import (
    ask_language,
    ask_settings,
    ask_who,
    show_changes,
    show_drafts,
    show_help,
    show_keys,
    show_problems,
    show_whereabouts,
)  # fmt: skip
from iopd_desktop.views.kit.dialogs.database import ask_database, ask_passphrase, ask_recent, ask_restore
from iopd_desktop.views.kit.dialogs.network import ask_network
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
    Command("language", N_("Language…"), ask_language, menu="view", icon="globe"),
    Command("new-database", N_("New database…"), lambda window: window.new_wanted.emit(), menu="file", icon="plus"),
    Command("open-database", N_("Open…"), ask_database, "Ctrl+O", menu="file", icon="folder"),
    Command("recent", N_("Open recent…"), ask_recent, menu="file", icon="clock"),
    Command("backup", N_("Back up now"), back_up, menu="file", icon="database"),
    Command("whereabouts", N_("Where is my data"), show_whereabouts, menu="file", icon="folder"),
    Command("restore", N_("Restore a backup…"), ask_restore, menu="file", icon="back"),
    Command("passphrase", N_("Passphrase…"), ask_passphrase, menu="file", icon="lock"),
    Command("quit", N_("Quit"), lambda window: window.close(), "Ctrl+Q", menu="file", icon="leave"),
    Command("settings", N_("Settings…"), ask_settings, "Ctrl+,", menu="tools", icon="settings"),
    Command("network", N_("The network…"), ask_network, menu="tools", icon="globe"),
    Command("who", N_("Who am I…"), ask_who, menu="tools", icon="person"),
    Command("history", N_("Last changes of all"), show_changes, menu="tools", icon="clock"),
    Command("drafts", N_("What is not saved yet"), show_drafts, menu="tools", icon="pencil"),
    Command("check", N_("Check the database"), show_problems, menu="tools", icon="shield"),
    Command("help", N_("What this tab is for"), show_help, "F1", menu="help", icon="help"),
    Command("keys", N_("Keys"), show_keys, "Ctrl+/", menu="help", icon="key"),
    Command("about", N_("About IOPD Desktop"), show_about, menu="help", icon="medal"),
)  # fmt: skip
