"""Words in the lists of ticket systems, whose exports speak the language of whoever made them."""

from typing import Final

from iopd_desktop.words import fold

# The English heading, and what stands for it in es, fr, ca and pt: each system translates, and its versions differ.
_ELSEWHERE: Final = {
    "order code": (
        "código de pedido", "código del pedido", "code de commande", "code de la commande", "codi de comanda",
        "codi de la comanda", "código da encomenda", "código de encomenda", "código do pedido",
    ),
    "position id": (
        "id de posición", "id de la posición", "id de position", "id de la position", "id de posició",
        "id de la posició", "id de posição", "id da posição",
    ),
    "attendee name": (
        "nombre del asistente", "nombre del participante", "nom du participant", "nom de l'assistent",
        "nom de l'assistant", "nom del participant", "nome do participante",
    ),
    "attendee name: given name": (
        "nombre del asistente: nombre", "nombre del asistente: nombre de pila", "nom du participant: prénom",
        "nom du participant : prénom", "nom de l'assistent: nom", "nom de l'assistent: nom de pila",
        "nome do participante: nome próprio", "nome do participante: primeiro nome",
    ),
    "attendee name: family name": (
        "nombre del asistente: apellido", "nombre del asistente: apellidos", "nom du participant: nom de famille",
        "nom du participant : nom de famille", "nom de l'assistent: cognom", "nom de l'assistent: cognoms",
        "nome do participante: apelido", "nome do participante: sobrenome",
    ),
    "attendee email": (
        "correo electrónico del asistente", "email del asistente", "e-mail du participant",
        "adresse e-mail du participant", "correu electrònic de l'assistent", "e-mail do participante",
        "email do participante",
    ),
    "invoice address name": (
        "nombre de la dirección de facturación", "dirección de facturación: nombre",
        "nom de l'adresse de facturation", "adresse de facturation: nom", "nom de l'adreça de facturació",
        "nome da morada de faturação", "nome do endereço de faturação",
    ),
    "email address": (
        "dirección de correo electrónico", "dirección de correo", "adresse e-mail", "adresse électronique",
        "adreça electrònica", "adreça de correu electrònic", "endereço de e-mail", "endereço eletrónico",
    ),
    "email": (
        "correo electrónico", "correo", "courriel", "mail", "correu electrònic", "correu", "correio eletrónico",
        "e-mail",
    ),
    "company": ("empresa", "entreprise", "société", "compañía", "companyia"),
    "organisation": ("organización", "organització", "organização", "entidad", "entitat", "entidade"),
    "affiliation": ("afiliación", "affiliation", "afiliació", "afiliação", "institución", "institució", "instituição"),
    "country": ("país", "pays"),
    "status": ("estado", "statut", "état", "estat"),
    "order status": ("estado del pedido", "statut de la commande", "estat de la comanda", "estado da encomenda"),
    "attendee status": (
        "estado del asistente", "statut du participant", "estat de l'assistent", "estado do participante",
    ),
    "gender": ("género", "sexo", "genre", "sexe", "gènere"),
    "checked in": (
        "registrado en la entrada", "acreditado", "check-in", "enregistré", "enregistré à l'entrée", "acreditat",
        "check-in efetuado", "entrada registada",
    ),
    "order #": (
        "n.º de pedido", "nº de pedido", "núm. de pedido", "número de pedido", "n° de commande",
        "nº de commande", "numéro de commande", "núm. de comanda", "número de comanda", "número da encomenda",
        "n.º da encomenda", "n.º do pedido", "nº do pedido", "pedido nº", "commande n°",
    ),
    "attendee #": (
        "n.º de asistente", "nº de asistente", "número de asistente", "n° de participant", "n° du participant",
        "nº de participant", "numéro de participant", "núm. d'assistent", "número d'assistent",
        "n.º do participante", "nº do participante", "número do participante",
    ),
    "first name": ("nombre", "nombre de pila", "prénom", "nom de pila", "nome próprio", "primeiro nome"),
    "last name": ("apellido", "apellidos", "nom de famille", "cognom", "cognoms", "apelido", "apelidos", "sobrenome"),
    "buyer name": ("nombre del comprador", "nom de l'acheteur", "nom del comprador", "nome do comprador"),
    "buyer email": (
        "correo electrónico del comprador", "e-mail de l'acheteur", "correu electrònic del comprador",
        "e-mail do comprador",
    ),
    "registration date": (
        "fecha de inscripción", "fecha de registro", "date d'inscription", "data d'inscripció", "data de inscrição",
        "data de registo",
    ),
    "registration state": (
        "estado de la inscripción", "estado de inscripción", "estado del registro", "état de l'inscription",
        "statut de l'inscription", "estat de la inscripció", "estat d'inscripció", "estado da inscrição",
        "estado do registo",
    ),
    "secret": ("secreto", "segredo"),
}  # fmt: skip
_ENGLISH: Final = {fold(said): english for english, every in _ELSEWHERE.items() for said in every}

GENDERS: Final = {
    fold(said): code
    for code, every in {
        "woman": ("female", "woman", "mujer", "femenino", "femme", "féminin", "dona", "femení", "mulher", "feminino"),
        "man": ("male", "man", "hombre", "masculino", "homme", "masculin", "home", "masculí", "homem"),
        "other": ("other", "non-binary", "another", "otro", "otra", "no binario", "no binaria", "autre",
                  "non binaire", "non-binaire", "altre", "no binari", "outro", "outra", "não binário", "não-binário"),
    }.items()
    for said in every
}  # fmt: skip
"""What people answer of their gender, folded, and our code for it."""

GONE: Final = (
    "cancel", "not attending", "deleted", "refunded", "transferred", "expired", "rejected", "withdrawn", "anulad",
    "annul", "anul", "eliminad", "supprim", "reembols", "rembours", "transferid", "transfere", "transferit", "expirad",
    "expire", "caducad", "caducat", "rechazad", "rejete", "refuse", "rebutja", "rejeitad", "retirad", "retire",
    "retirat", "no asist", "no assist", "ne participe pas", "nao particip",
)  # fmt: skip
"""Parts of the words for somebody who does not come after all, folded."""

NOT_YET: Final = (
    "not paid", "unpaid", "pending", "awaiting", "waiting", "pendiente", "en attente", "pendent", "en espera",
    "no pagad", "sin pagar", "non paye", "impaye", "no pagat", "nao pag", "por pagar", "a espera", "aguard",
)  # fmt: skip
"""Parts of the words for what is not settled yet, folded."""

THERE: Final = ("checked in", "check-in", "acredita", "enregistre", "asistio", "ha assistit")
"""Parts of the words for somebody who is there, folded."""

YES: Final = {"yes", "true", "1", "x", "si", "oui", "sim", "verdadero", "vrai", "verdadeiro"}


def in_english(heading: str) -> str:
    """A heading, folded, by its English name where it is known in another language."""
    folded = fold(heading.strip())
    bare, number = (folded[:-4], " (2)") if folded.endswith(" (2)") else (folded, "")
    return _ENGLISH.get(bare, bare) + number
