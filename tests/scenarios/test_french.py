"""A colleague whose Slack speaks French, with the built-in model: from words to the ledger, all of it in French."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.timesheet import Month, ReportState
from bot.handlers.reminders import remind
from tests.scenarios import workplace as company
from tests.scenarios.workplace import PATIENCE, SOFIA, Colleague, Message, Workplace, buttons, open_workplace

MONDAY, TUESDAY, FRIDAY = (date(2026, 11, day) for day in (16, 17, 20))
MONTH_END = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


@pytest.fixture
def sofia(workplace: Workplace) -> Colleague:
    """Works on Zephyr and Orion; has reported nothing since Monday."""
    return workplace.colleague(SOFIA)


def read(surface: Message) -> str:
    """What a person reads, with plain spaces."""
    return company.words(surface).replace("\u202f", " ")


def labels(message: Message) -> list[str]:
    """What the buttons say."""
    rows = [block for block in message.get("blocks") or [] if block["type"] == "actions"]
    return [element["text"]["text"].replace("\u00a0", " ") for row in rows for element in row["elements"]]


def test_a_card_in_french_is_edited_and_approved(workplace: Workplace, sofia: Colleague) -> None:
    """Two lines from one sentence; Modifier opens a form in French, and what it shows is what is written."""
    card = sofia.card("zephyr lundi et mardi, malade vendredi")
    assert labels(card) == ["Approuver", "Modifier", "Refuser"] * 2 + ["Tout approuver (2)"]
    assert read(card).startswith("Vous avez dit :\nzephyr lundi et mardi, malade vendredi\n1  Zephyr (ZEP)")
    assert "lun. 16 – mar. 17 nov.   2 jours" in read(card)
    assert "2  Maladie" in read(card)
    form = sofia.edit(card)
    assert [form[part]["text"] for part in ("title", "submit", "close")] == [
        "Modifier", "Enregistrer et approuver", "Annuler",
    ]  # fmt: skip
    assert sofia.desk.submit({"percent": "50"}) == {}
    card = sofia.now(card, lambda m: "Enregistré." in read(m))
    assert "✅ Enregistré. Approuvé par Sofia Marchetti, mer. 18 nov. à 10:00." in read(card)
    assert sofia.desk.click("approve", card) == "acknowledged"
    assert "Maladie" in read(sofia.decided(card))
    assert workplace.entries(MONDAY, FRIDAY, SOFIA) == [
        ("Mon 16", "ZEP", 50),
        ("Tue 17", "ZEP", 50),
        ("Fri 20", "sick", 100),
    ]


def test_a_french_button_answers_a_question_as_an_english_one_does(workplace: Workplace, sofia: Colleague) -> None:
    """What is clicked is said; the words of the button are read as the reason that they name."""
    question = sofia.answer("absente vendredi")
    assert read(question) == "Quel type d’absence ?\n_Rien n’a été enregistré._\nCongés payés\nRTT\nMaladie"
    assert sofia.desk.click("choice_0", question) == "acknowledged"
    card = sofia.new_card(after=question)
    assert "1  Congés payés" in read(card)
    assert sofia.desk.click("approve", card) == "acknowledged"
    sofia.decided(card)
    assert workplace.entries(FRIDAY, email=SOFIA) == [("Fri 20", "paid_leave", 100)]


def test_days_typed_in_french_into_the_form_are_shown_before_they_are_written(
    workplace: Workplace, sofia: Colleague
) -> None:
    """The first Submit shows the reading; an error stands under its field in French."""
    card = sofia.card("zephyr lundi")
    sofia.edit(card)
    errors = sofia.desk.submit({"dates.words": "un de ces jours"})
    assert next(iter(errors.values())).startswith("Je ne sais pas quels jours")
    assert sofia.desk.submit({"dates.words": "lundi et mardi"}) == {}
    assert sofia.desk.view is not None
    assert "« lundi et mardi » est lu ainsi : lun. 16 – mar. 17 nov." in read(sofia.desk.view)
    assert sofia.desk.submit() == {}
    sofia.decided(card)
    assert workplace.entries(MONDAY, TUESDAY, SOFIA) == [("Mon 16", "ZEP", 100), ("Tue 17", "ZEP", 100)]


def test_what_waits_is_dropped_by_a_word_and_the_conversation_by_another(
    workplace: Workplace, sofia: Colleague
) -> None:
    """“oublie” and “recommencer”."""
    card = sofia.card("zephyr lundi")
    assert read(sofia.answer("oublie")) == "Abandonné. Rien n’a été enregistré."
    assert "Abandonné, comme demandé." in read(sofia.decided(card))
    card = sofia.card("zephyr mardi")
    assert "une ligne qui vous attendait est abandonnée. Rien n’a été enregistré." in read(sofia.answer("recommencer"))
    assert "Abandonné : vous avez recommencé à zéro." in read(sofia.decided(card))
    assert workplace.entries(MONDAY, FRIDAY, SOFIA) == []


def test_a_week_that_is_full_is_refused_with_its_days(workplace: Workplace, sofia: Colleague) -> None:
    """Which day and why; only Modifier is offered, and words take it away."""
    said = sofia.desk.say("zephyr la semaine dernière")
    card = sofia.desk.wait_for(lambda m: m["ts"] > said["ts"] and "edit" in buttons(m), PATIENCE)
    assert "Le lun. 9 nov. passerait à 200 %, au-delà des 100 % d’un jour." in read(card)
    assert labels(card) == ["Modifier"]
    sofia.desk.say("laisse tomber")
    assert "Abandonné, comme demandé." in read(sofia.decided(card))


def test_a_card_is_declined_with_a_reason(workplace: Workplace, sofia: Colleague) -> None:
    """The modal asks in French; who declined it, when and why stands on the card."""
    card = sofia.new_card(after=sofia.desk.say("zephyr vendredi"))
    assert labels(card) == ["Approuver", "Modifier", "Refuser"]
    assert sofia.desk.click("decline", card) == "acknowledged"
    view = sofia.desk.wait_until(lambda desk: desk.view)
    assert "Pourquoi ?" in read(view)
    assert sofia.desk.submit({"reason": "trompée de semaine"}) == {}
    assert "Refusé par Sofia Marchetti, mer. 18 nov. à 10:00 : trompée de semaine" in read(sofia.decided(card))


def test_the_prompts_of_an_empty_conversation_are_french_and_understood(sofia: Colleague) -> None:
    """Each is a sentence that the model answers with what it promises."""
    sofia.desk.open_messages()
    prompts = sofia.desk.wait_until(lambda desk: desk.prompts, PATIENCE)
    titles = [prompt["title"].replace("\u202f", " ") for prompt in prompts]
    assert titles == [
        "Remplir 3 jours manquants avec Zephyr",
        "Que manque-t-il ce mois-ci ?",
        "Voir mon rapport",
        "Sur quels projets suis-je ?",
    ]
    shown = (
        "lun. 16 – mer. 18 nov.   3 jours",
        "Jours manquants : lun. 16 nov., mar. 17 nov., mer. 18 nov.",
        "Novembre 2026\n",
        "Vos projets\n• Orion (ORI), Halvorsen",
    )
    for prompt, words in zip(prompts, shown, strict=True):
        said = sofia.desk.say(prompt["message"])
        sofia.desk.wait_for(lambda m, said=said, words=words: m["ts"] > said["ts"] and words in read(m), PATIENCE)


def test_the_home_tab_and_the_months_end_are_french(tmp_path: Path) -> None:
    """The reminder names the days; Envoyer leads to a card; the Home tab says how the month stands."""
    with open_workplace(tmp_path, MONTH_END) as workplace:
        sofia = workplace.colleague(SOFIA)
        sofia.desk.open_home()
        home = read(sofia.desk.wait_until(lambda desk: desk.home, PATIENCE))
        assert home.startswith("Bonjour Sofia\nNovembre 2026 (ouvert)\n")
        assert "‹ Mois précédent\nMois suivant ›" in home
        assert remind(workplace.bot.desk, workplace.bot.platform) > 0
        message = sofia.desk.wait_for(lambda m: "submit_month" in buttons(m), PATIENCE)
        assert read(message).startswith(
            "Sofia, 3 jours restent à remplir en novembre 2026. Dites-moi ce que vous avez fait :"
        )
        assert labels(message) == ["Voir le mois", "Envoyer"]
        assert sofia.desk.click("submit_month", message) == "acknowledged"
        card = sofia.new_card()
        assert "Envoyer le rapport : novembre 2026" in read(card)
        assert "Jours encore manquants : jeu. 26 nov., ven. 27 nov., lun. 30 nov." in read(card)
        assert sofia.desk.click("approve", card) == "acknowledged"
        sofia.decided(card)
        report = workplace.bot.desk.ledger.report(SOFIA, Month(2026, 11))
        assert report.state is ReportState.SUBMITTED
