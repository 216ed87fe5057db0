"""The lines of the 2024 work plan, against which its data, the database and the printed plan are held."""

import re

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

# One list mark of the original has two blanks behind it, which is layout.
LINES = [re.sub(r"^([a-z]\.)  ", r"\1 ", line.strip()) for line in ORIGINAL.splitlines()]
