"""The 2024 work plan stands in the resources word for word: every line of the original, in its order."""

import re
import tomllib
from typing import Any

import pytest

from iopd_desktop import paths
from iopd_desktop.actions.year_sheet import printed

# The original's lines without tabs, blank lines and the bookmark mark that its layout left behind.
# ruff: noqa: E501 - a line of the original is a line here
ORIGINAL = """\
2024 Work Plan Proposal
International Observatory on Participatory Democracy
Introduction
The International Observatory on Participatory Democracy (IOPD) is a network of local and regional governments, research centers, and organizations from civil society that work to defend, boost and improve local democracy. The IOPD has collaborated with UCLG since 2006, and this work plan aims to reinforce this relationship by framing the action of IOPD more clearly in the network domain and aligning their strategies. UCLG is the main global network of cities and local governments. It represents these voices globally; its main principles are proximity, decentralization, and political leadership. The IOPD should be the group that promotes reflection on democratic renewal and the defense of democratic values within the world organization.
The Pact for the Future of Humanity, adopted at the UCLG Congress, and the final declarations of Grenoble and Rio de Janeiro should be our reference guides for 2024 and the years to come.
In this work plan, we want to define the strategic priorities, thematic priorities, and lines of action, as well as the tasks and an approximate activities schedule. The IOPD Steering Committee, the Technical Secretariat, and the rest of the network members must implement the work plan.
The IOPD working plan is divided into four parts:
PART 1. Strategic priorities
PART 2. Thematic priorities and axes of action
PART 3. Tasks to impulse networking
PART 4. Agenda
PART 1. Strategic priorities
Objectives:
1. Strengthen IOPD actions.
2. To expand the network and improve its utility.
3. To frame IOPD activities in the UCLG network and its action plan.
To achieve these objectives, we define the following strategic priorities:
· PRIORITY A. Communication and awareness campaign. Involves, on the one hand, the internal communication and the IOPD community management, including its organs and its members. It aims to improve this kind of communication. On the other hand, it also includes external communication and awareness raising. Here the priority is to make IOPD activities more visible, to raise awareness among the general public about the importance of participatory democracy and to share the existing local and regional participatory experiences.
· PRIORITY B. Evaluation of practices. This kind of action has always been present in the IOPD and some activities have been developed along these lines, such as the Best Practice Awards. This kind of action would now be one of the four IOPD priorities as an observatory. The aim is for it to become not only a repository of experiences and a space for exchange but also a tool for promoting the quality of participatory democracy by developing new actions.
· PRIORITY C. Strengthening: growing the network. This priority includes identifying criteria to widen the network, e.g., the kind of organization/institution, the geographical location, etc. In addition, it involves new types of members, like, for example, social movements and informal platforms. Strengthening the network: to get new promoter members, governments, or organizations that would co-leading the network
· PRIORITY D. Learning: decentralized cooperation. It is a priority not only to promote the growth of the network, but also to improve the quality of exchanges between members to incentivise decentralized learning through our own activities and project collaborations with our international partners.
PART 2. Thematic priorities and axes of action
Democracy is in crisis in many countries, according to the rise of populist political parties, the diminution of electoral participation and the trust indicators towards political parties and institutions. On the other hand, the emergence of new forms of participation and political mobilizations are channeled through communication technologies. Certainly, local and regional governments have a key role in developing democratic innovations carrying out public policies that strengthen social and community ties, as well as defending human rights. The IOPD considers this local governments\N{RIGHT SINGLE QUOTATION MARK} role and wants to contribute to weaving this network of cities and municipalities that promote, defend, and increase local democracy.
The agenda for local democracy is the IOPD reference guide for local governments to develop democracy.
2023 thematic priorities:
TBD
PART 3. Tasks to promote networking
PRIORITY A. Communication and awareness campaign
Internal communication
Task 1
Diagnosis of the existing communication mechanisms with members and proposal of new mechanisms to maintain permanent channels of exchange with them.
Task 2
Administration of e-mail accounts and sending of a monthly newsletter and periodicity as required.
Task 3
Updates on activities and events, both to network members and to political representatives in the IOPD's internal bodies.
External communication
Task 4
Repository of experiences:
a. Establishment of new criteria to systematize information about existing experiences according to topics.
b. Reflect upon the added value of this repository compared to others.
c. Active search of new experiences, activating the network.
d. Co-production of the description of experiences, jointly with local actors.
Task 5
Maintenance and update of the website and social media.
a. Definition and implementation of communication strategies for the promotion of participatory democracy experiences, own activities, participation in events of our partners and initiatives of our social partners to promote participatory democracy.
Task 6
Publication of reports (related to tasks 10 and 11):
a. Publication of the annual report (coinciding with the annual conference).
b. Publication of special reports and policy papers with recommendations for advancing local participatory and deliberative democracy.
Task 7
Annual conference:
a.  Annual conference organisation and communication support.
Task 8
Organization of three international events (according to priority contents, task 19).
Task 9
Participation in international events jointly with UCLG.
PRIORITY B. Evaluation of practices
Task 10
Participation in the partnership between UCLG and the Global Coalition for Democracy.
Task 11
Special reports:
a. Fundraising.
b. Assignment (in relation to the priority contents).
c. Production of the report.
Task 12
Best Practice Award:
a. Revision of the criteria and process for awarding prizes.
b. Call for nominations.
c. Receipt of nominations: translation and publication on the Participate OIDP digital platform.
d. Selection process: convening of the juries and management of communication with them.
e. Publication of results.
f. Preparation of a digital publication compiling the practices received.
g. Search for funds to be able to award a monetary prize.
Task 13
Coordination of mutual evaluation mechanisms (between members).
PRIORITY C. Strengthen: widening the network
Task 14
Clean up of the current list of members (previous contact with inactive members).
Task 15
Identification of strategic criteria for the addition of new members.
Task 16
Incorporation of new members:
a. Identification of potential members.
b. Contact and addition of new members.
c. Ask for information about their needs.
d. Ask for an authorization to publish their data.
e. Ask for contacts.
Task 17
Admission of new promoter members:
a. Contact with local governments leaders in participatory democracy.
b. To improve the new promoter members\N{RIGHT SINGLE QUOTATION MARK} role definition.
PRIORITY D. Learning: decentralized cooperation and joint actions
Task 18
Study of the collaboration forms (existing forms, incentives, technical resources and new proposals):
a. Assignment of the study.
b. Production of the study.
Task 19
Identification of priority content.
Task 20
Development of the online platform PARTICIPATE OIDP.
Task 21
Establishment of a Standing Scientific Committee of about 5-6 expert persons with broad experience, with a balance of geographical origin and gender.
Task 22
Development of learning materials: policy documents, news and articles published on our website, videos, infographics and other audiovisual materials.
PART 4. Calendar
· Define and schedule 2 or 3 IOPD own actions: such as webinars or face-to-face meetings.
· Add main activities of IOPD partners that you want to link to our work plan.
January
Coordinating committee meetings (January or February)
Preparation for the launching of the 18th edition of the IOPD Prize
February
UCLG Retreat and Campus
Call for nominations for the 18th edition of the IOPD Awards
March
April
May
15 May: Deadline for nominations for the OIDP Award
15-18 May: Global Forum on Modern Direct Democracy, Bucharest
31 May: Selection of IOPD Award finalists
ALDA General Assembly in Barcelona (May-June)
June
Open public vote IOPD Award
UCLG Bureau
8e Rencontres Européennes de la Participation - France
July
Second phase of the IOPD Award Jury
August
Second phase of the IOPD Jury \N{EN DASH} Final Deliberation
September
15 September: Democracy Day - virtual meeting OIDP ?
October
IOPD Conference and Assembly in Valongo
17, 18 and 19 October
November
December
"""

BULLET = "\N{MIDDLE DOT} "


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    return tomllib.loads((paths.brought("resources") / "plan-2024.toml").read_text(encoding="utf-8"))


def rebuilt(plan: dict[str, Any]) -> list[str]:
    parts = {part["number"]: part for part in plan["parts"]}
    lines = [plan["title"], plan["issuer"], plan["introduction"]["heading"], *plan["introduction"]["paragraphs"]]
    lines += [plan["introduction"]["parts_lead"], *(f"PART {n}. {part['announced']}" for n, part in parts.items())]
    lines += [heading(parts[1]), plan["strategy"]["objectives_lead"]]
    lines += [f"{one['number']}. {one['text']}" for one in plan["objectives"]]
    lines += [plan["strategy"]["priorities_lead"]]
    lines += [f"{BULLET}PRIORITY {p['letter']}. {p['name']}. {p['description']}" for p in plan["priorities"]]
    lines += [heading(parts[2]), *plan["themes"]["paragraphs"], plan["themes"]["lead"], plan["themes"]["wording"]]
    return [*lines, heading(parts[3]), *task_lines(plan), heading(parts[4]), *calendar_lines(plan)]


def heading(part: dict[str, Any]) -> str:
    return f"PART {part['number']}. {part['heading']}"


def task_lines(plan: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    groups = {group["key"]: group["name"] for group in plan["groups"]}
    for priority in plan["priorities"]:
        lines.append(f"PRIORITY {priority['letter']}. {priority['heading']}")
        group = None
        for task in (one for one in plan["tasks"] if one["priority"] == priority["letter"]):
            if task.get("group") != group:
                group = task["group"]
                lines.append(groups[group])
            lines += [f"Task {task['number']}", task["text"]]
            lines += [f"{letter}. {item}" for letter, item in zip("abcdefgh", task.get("items", []), strict=False)]
    return lines


def calendar_lines(plan: dict[str, Any]) -> list[str]:
    lines = [BULLET + note for note in plan["calendar"]["notes"]]
    for number, month in enumerate(plan["calendar"]["months"], 1):
        lines.append(month)
        for event in plan["events"]:
            if first_month(event["edtf"]) == number:
                lines += printed(event["title"], event["when"], event["edtf"])
    return lines


def first_month(edtf: str) -> int:
    found = re.search(r"2024-(\d\d)", edtf)
    assert found
    return int(found[1])


def loose(line: str) -> str:
    """One list mark of the original has two blanks behind it, which is layout."""
    return re.sub(r"^([a-z]\.)  ", r"\1 ", line)


def test_the_plan_is_the_original_word_for_word(plan: dict[str, Any]) -> None:
    assert rebuilt(plan) == [loose(line.strip()) for line in ORIGINAL.splitlines()]


def test_every_task_belongs_to_a_known_priority_and_group(plan: dict[str, Any]) -> None:
    letters = {priority["letter"] for priority in plan["priorities"]}
    groups = {group["key"]: group["priority"] for group in plan["groups"]}
    assert [task["number"] for task in plan["tasks"]] == list(range(1, 23))
    for task in plan["tasks"]:
        assert task["priority"] in letters
        assert groups.get(task.get("group"), task["priority"]) == task["priority"]


def test_cross_references_say_what_the_texts_say(plan: dict[str, Any]) -> None:
    related = {task["number"]: task["related"] for task in plan["tasks"] if "related" in task}
    assert related == {6: [10, 11], 8: [19], 11: [19]}
    assert {task["number"]: task["repeats"] for task in plan["tasks"] if "repeats" in task} == {2: "monthly"}


def test_every_event_names_a_task_or_item_of_the_plan(plan: dict[str, Any]) -> None:
    tasks = {task["number"]: task for task in plan["tasks"]}
    for event in plan["events"]:
        items = tasks[event["task"]].get("items", [])
        assert "abcdefgh".index(event.get("item", "a")) < max(len(items), 1)
    assert len({event["key"] for event in plan["events"]}) == len(plan["events"]) == 15


def test_the_dates_are_read_as_they_were_meant(plan: dict[str, Any]) -> None:
    assert [(event["key"], event["when"], event["edtf"], event["kind"]) for event in plan["events"]] == [
        ("coordinating-committee", "January or February", "[2024-01,2024-02]", "organ"),
        ("award-preparation", "January", "2024-01", "award"),
        ("uclg-retreat", "February", "2024-02", "uclg"),
        ("award-call", "February", "2024-02", "award"),
        ("award-deadline", "15 May", "2024-05-15", "deadline"),
        ("modern-direct-democracy", "15-18 May", "2024-05-15/2024-05-18", "partner"),
        ("award-finalists", "31 May", "2024-05-31", "award"),
        ("alda-assembly", "May-June", "[2024-05..2024-06]", "partner"),
        ("award-vote", "June", "2024-06", "award"),
        ("uclg-bureau", "June", "2024-06", "uclg"),
        ("rencontres-europeennes", "June", "2024-06", "partner"),
        ("award-second-phase", "July", "2024-07", "award"),
        ("award-deliberation", "August", "2024-08", "award"),
        ("democracy-day", "15 September ?", "2024-09-15?", "own"),
        ("conference", "17, 18 and 19 October", "{2024-10-17..2024-10-19}", "conference"),
    ]
    assert plan["themes"]["state"] == "tbd"
