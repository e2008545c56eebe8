"""How a purpose is asked for and told, in both languages."""

from dataclasses import dataclass

from checker.model import Purpose, Text
from checker.words import Channel, Recipient, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One field of a form with its closed answers: `value`, its label, and which one is chosen."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...]
    chosen: str

    @property
    def is_short(self) -> bool:
        """Tell whether all answers can be shown at once."""
        return len(self.options) <= 3


RECIPIENTS: dict[Recipient, Text] = {
    Recipient.PROFESSIONAL: Text(fr="Des professionnels, à leur poste", en="Professionals, in their job"),
    Recipient.SOLE_TRADER: Text(fr="Des indépendants, à leur nom", en="Sole traders, by name"),
    Recipient.ORGANISATION: Text(
        fr="Des organisations, sans nom de personne", en="Organisations, no person named"
    ),
    Recipient.CONSUMER: Text(fr="Des particuliers", en="Consumers"),
    Recipient.UNKNOWN: Text(fr="Je ne sais pas", en="I don’t know"),
}

CHANNELS: dict[Channel, Text] = {
    Channel.EMAIL: Text(fr="E-mail", en="E-mail"),
    Channel.SMS: Text(fr="SMS", en="Text message"),
    Channel.PHONE: Text(fr="Appel par une personne", en="Call by a person"),
    Channel.AUTOMATED_CALL: Text(fr="Appel automatique", en="Automated call"),
    Channel.POST: Text(fr="Courrier postal", en="Post"),
    Channel.SOCIAL_MESSAGE: Text(fr="Message sur un réseau, à la main", en="Social message, sent by hand"),
    Channel.AUTOMATED_SOCIAL_MESSAGE: Text(
        fr="Message sur un réseau, par un outil", en="Social message, sent by a tool"
    ),
    Channel.NONE: Text(fr="Aucun contact, données seules", en="No contact, data only"),
}

ANSWERS: dict[State, Text] = {
    State.YES: Text(fr="Oui", en="Yes"),
    State.NO: Text(fr="Non", en="No"),
    State.UNKNOWN: Text(fr="Je ne sais pas", en="I don’t know"),
}

FACTS: dict[str, Text] = {
    "personal_data": Text(
        fr="Les données désignent-elles des personnes ?", en="Do the data identify people?"
    ),
    "related_to_profession": Text(
        fr="Votre offre concerne-t-elle leur métier ?", en="Is your offer related to their work?"
    ),
    "similar_to_purchase": Text(
        fr="L’offre ressemble-t-elle à leur achat passé ?", en="Is the offer similar to what they bought?"
    ),
    "consent_proven": Text(
        fr="Avez-vous la preuve de leur accord ?", en="Do you hold proof of their consent?"
    ),
    "objected": Text(fr="Se sont-elles opposées ?", en="Have they objected?"),
    "restricted_visibility": Text(
        fr="Ont-elles limité la visibilité de leur profil ?", en="Did they restrict who sees their profile?"
    ),
    "account_used": Text(
        fr="Faut-il un compte pour voir ces données ?", en="Is an account needed to see these data?"
    ),
    "informed": Text(
        fr="Les informez-vous au plus tard au premier message ?",
        en="Do you inform them at the first message at the latest?",
    ),
    "opt_out": Text(
        fr="Chaque message permet-il de refuser la suite ?", en="Does each message let people opt out?"
    ),
    "suppression_list": Text(fr="Tenez-vous une liste d’opposition ?", en="Do you keep a suppression list?"),
    "within_retention": Text(fr="Supprimez-vous à temps les données ?", en="Do you delete the data in time?"),
    "processor_contract": Text(
        fr="Avez-vous un contrat avec vos prestataires ?", en="Do you have contracts with your processors?"
    ),
    "register_entry": Text(fr="Cet usage est-il dans votre registre ?", en="Is this use in your register?"),
    "minimised": Text(fr="Ne prenez-vous que le nécessaire ?", en="Do you take only what you need?"),
    "impact_assessed": Text(
        fr="Avez-vous étudié le besoin d’une analyse d’impact ?",
        en="Did you consider an impact assessment?",
    ),
    "interest_assessed": Text(
        fr="Avez-vous écrit votre analyse d’intérêt légitime ?",
        en="Did you write down your legitimate-interest assessment?",
    ),
    "origin_checked": Text(
        fr="Avez-vous vérifié l’origine du fichier ?", en="Did you check where the list comes from?"
    ),
    "bloctel_screened": Text(
        fr="Le fichier a-t-il été passé par Bloctel (avant août 2026) ?",
        en="Was the list screened against Bloctel (before August 2026)?",
    ),
}

FIELDS: dict[str, Text] = {
    "recipient": Text(fr="Qui contactez-vous ?", en="Who do you contact?"),
    "channel": Text(fr="Par quel moyen ?", en="By which channel?"),
    "address": Text(fr="Quel type d’adresse ?", en="Which kind of address?"),
    "relationship": Text(fr="Quel lien avec ces personnes ?", en="What are they to you?"),
    "origin": Text(fr="D’où viennent les adresses ?", en="Where do the addresses come from?"),
    "offer": Text(fr="Le message est-il commercial ?", en="Is the message commercial?"),
    "sector": Text(fr="Dans quel secteur ?", en="In which sector?"),
    "country": Text(fr="Dans quel pays sont-elles ?", en="Which country are they in?"),
    **FACTS,
}

VISIBLE = ("recipient", "channel", "related_to_profession")


def choices(purpose: Purpose, names: tuple[str, ...] = VISIBLE) -> tuple[Choice, ...]:
    """Give the fields a person may answer, in order; names without closed answers are left out."""
    return tuple(
        Choice(
            name=name,
            label=FIELDS[name],
            options=_options(name),
            chosen=str(getattr(purpose, name)),
        )
        for name in names
        if _options(name)
    )


def carried(purpose: Purpose, asked: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give the answers that differ from the defaults and are not asked again, so that a form keeps them."""
    default = Purpose()
    names = (name for name in Purpose.__slots__ if name not in asked)
    return tuple(
        (name, str(getattr(purpose, name)))
        for name in names
        if getattr(purpose, name) != getattr(default, name)
    )


def line(purpose: Purpose) -> Text:
    """Give the question in one line: what for, who, by which channel."""
    return Text(fr=_line(purpose, "fr"), en=_line(purpose, "en"))


def _options(name: str) -> tuple[tuple[str, Text], ...]:
    if name == "recipient":
        return tuple((str(word), text) for word, text in RECIPIENTS.items())
    if name == "channel":
        return tuple((str(word), text) for word, text in CHANNELS.items())
    if name in FACTS:
        return tuple((str(word), text) for word, text in ANSWERS.items())
    return ()


def _line(purpose: Purpose, lang: str) -> str:
    parts = [CHANNELS[purpose.channel], RECIPIENTS[purpose.recipient]]
    if purpose.related_to_profession in _RELATED:
        parts.append(_RELATED[purpose.related_to_profession])
    words: list[str] = [getattr(part, lang) for part in parts]
    return " · ".join(words)


_RELATED: dict[State, Text] = {
    State.YES: Text(fr="Offre liée à leur métier", en="Offer related to their work"),
    State.NO: Text(fr="Offre sans lien avec leur métier", en="Offer unrelated to their work"),
}
