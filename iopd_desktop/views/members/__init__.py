"""The Members tab: organisations, persons, organs, what was said with them and what they allowed."""

from typing import Any

from iopd_desktop.models.members import Consent, Contact, Organ, Organisation, Person, Wording
from iopd_desktop.store.listing import Filter
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.exchange import MAILING, paper
from iopd_desktop.views.kit.marks import STATES
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.tab import Page, Sheet, Tab
from iopd_desktop.views.members.hints import hint_counts, last_contacts, organisation_hints, person_hints
from iopd_desktop.views.members.states import ADMISSION_MARKS, CONSENT_MARKS, membership_chips
from iopd_desktop.words import N_


def _figures(office: Office, declared: Any) -> LivePage:
    from iopd_desktop.views.members.figures_page import FiguresPage

    return FiguresPage(office, declared)


_ORGANISATION_PARTS = (("person", "organisation"), ("contact", "organisation"), ("seat", "organisation"),
                       ("practice", "organisation"), ("nomination", "organisation"))  # fmt: skip
_PERSON_PARTS = (("contact_point", "person"), ("consent", "person"), ("contact", "person"), ("seat", "person"))
_LAST = Counted("last_contact", N_("Last contact"), last_contacts, "text", 96)
_LABELS = paper("address-labels", N_("Address labels…"))
_ROSTER = paper("organ-roster", N_("Organs and their seats…"))
_HINTS = Counted("hints", N_("Hints"), hint_counts, "hints", 64)

TAB = Tab(
    name="members",
    label=N_("Members"),
    icon="people",
    counted="members",
    help=N_(
        "The members of the network and those who may become members. The list is at the leading side, the form of "
        "the chosen one beside it; what you type is kept when you leave a field.\n"
        "Ctrl+N begins a new member, Ctrl+F searches, Ctrl+Z takes the last change back, even after a restart.\n"
        "A mailing list is made of what the list shows: search and filter first, then choose Mailing list in the "
        "File menu. Only persons who consented are on it."
    ),
    pages=(
        Sheet(
            "members", N_("All members"), "hall", Organisation, new=N_("New member"),
            where=(Filter("membership", "in", ["associate", "collaborating", "promoter"]),),
            given={"membership": "associate", "stage": "active"},
            columns=("name", "city", "country", "type", "stage", "last_contact", "hints"), counted=(_LAST, _HINTS),
            filters=("section", "type", "stage", "country"), order=(("name", False),), parts=_ORGANISATION_PARTS,
            marks={"stage": STATES}, chips=membership_chips, hints=organisation_hints, commands=(MAILING, _LABELS),
            empty=(N_("No members yet"),
                   N_("Write the first one, or bring in the list that you already keep as a spreadsheet.")),
        ),
        Sheet(
            "persons", N_("Persons"), "person", Person, new=N_("New person"),
            filters=("organisation", "language", "roles"), order=(("family_name", False),), parts=_PERSON_PARTS,
            columns=("family_name", "given_name", "organisation", "job", "language"), hints=person_hints,
            commands=(MAILING, _LABELS),
        ),
        Sheet("organs", N_("Organs"), "organ", Organ, new=N_("New organ"), order=(("name", False),),
              commands=(_ROSTER,)),
        Sheet(
            "admission", N_("Admission"), "enter", Organisation, full=N_("Prospects and their admission"),
            new=N_("New prospect"), where=(Filter("membership", "is", "prospect"),), given={"stage": "identified"},
            columns=("name", "city", "country", "type", "stage", "last_contact"), counted=(_LAST,),
            filters=("country", "type", "stage"), order=(("name", False),), parts=_ORGANISATION_PARTS,
            marks={"stage": ADMISSION_MARKS}, chips=membership_chips, asks=True, commands=(MAILING, _LABELS),
            empty=(N_("No prospects yet"),
                   N_("Write down whom you would like to win, and how far the talks are.")),
        ),
        Sheet(
            "former", N_("Former members"), "leave", Organisation,
            where=(Filter("membership", "is", "former"),),
            columns=("name", "city", "country", "type", "until"), filters=("country", "type"),
            order=(("name", False),), parts=_ORGANISATION_PARTS, chips=membership_chips,
            empty=(N_("No former members"), N_("Who leaves is kept here, with everything that was known.")),
        ),
        Sheet(
            "contacts", N_("Contact log"), "speech", Contact, new=N_("New contact"),
            columns=("date", "organisation", "person", "channel", "subject", "answered"),
            filters=("channel", "answered"), order=(("date", True),),
        ),
        Sheet(
            "consents", N_("Consent"), "shield", Consent, full=N_("Consents"), new=N_("New consent"),
            columns=("person", "purpose", "act", "date", "expires"), filters=("purpose", "act", "how"),
            order=(("date", True),), marks={"act": CONSENT_MARKS},
            empty=(N_("No consents yet"),
                   N_("Record who allowed what, when and how. A consent is never changed, only withdrawn.")),
        ),
        Sheet(
            "wordings", N_("Wordings"), "file", Wording, full=N_("Wordings of consents"), new=N_("New wording"),
            filters=("purpose", "language"), order=(("version", True),),
            empty=(N_("No wordings yet"),
                   N_("Keep the words by which you ask for a consent, one version for each language.")),
        ),
        Page("figures", N_("Figures"), "bars", _figures, full=N_("The members in figures")),
    ),
)  # fmt: skip
