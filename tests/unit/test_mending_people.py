"""What the words label for a new project or colleague, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_people import labelled, with_what_is_labelled, without_possessives
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("new project: code ROC5, name Rochers, client Commune de Naye",
         "create_project code=ROC5 name=Rochers client=Commune de Naye"),
        ("nouveau projet, code ROC5, nom : Rochers, client : Naye",
         "create_project code=ROC5 name=Rochers client=Naye"),
        ("code ROC5, the client should read Naye Sud", "create_project code=ROC5 client=Naye Sud"),
        ("code ROC5, client has to be Naye", "create_project code=ROC5 client=Naye"),
        ("new project Rochers, code ROC5, for Naye", "create_project code=ROC5"),
        ("code ROC5, called Rochers for Naye", "create_project code=ROC5"),
        ("code ROC5, name Rochers and client Naye", "create_project code=ROC5 client=Naye"),
        ("code ROC5, name Rochers, no, name Rocher", "create_project code=ROC5"),
    ],
)  # fmt: skip
def test_what_has_its_label_is_not_asked_for(text: str, made: str) -> None:
    """Only to the next comma, and only where it is one thing and said once."""
    assert shown(with_what_is_labelled([called("create_project", code="ROC5")], text, [])) == [made]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("crée le projet LUNE, nom Lune Mobile, client Naye", "create_project name=Lune Mobile client=Naye code=LUNE"),
        ("create project LUNE, name Lune Mobile", "create_project name=Lune Mobile code=LUNE"),
        ("create project Lune, name Lune Mobile", "create_project name=LUNE"),
        ("like project LUNE, create one, name Lune Mobile", "create_project name=LUNE"),
        ("new project LUNE (name Lune Mobile)", "create_project name=Lune Mobile code=LUNE"),
        ("create project LUNE for Naye", "create_project name=LUNE"),
    ],
)
def test_what_stands_before_a_labelled_name_is_the_code(text: str, made: str) -> None:
    """In capitals; the name is what has its label."""
    assert shown(with_what_is_labelled([called("create_project", name="LUNE")], text, ["LUNE"])) == [made]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("new colleague Ida Berg, ida@acme.example, not an admin", "user"),
        ("ajoute Ida Berg, ida@acme.example, pas admin", "user"),
        ("new colleague Ida Berg, ida@acme.example, as an admin", "admin"),
        ("there is no admin here, so add Ida Berg, ida@acme.example as admin", "admin"),
        ("new: Ida Berg, ida@acme.example, just a user? No, admin.", "admin"),
    ],
)
def test_who_is_called_no_administrator_is_none(text: str, role: str) -> None:
    call = called("add_employee", name="Ida", lastname="Berg", email="ida@acme.example", role="admin")
    (found,) = with_what_is_labelled([call], text, [text])
    assert found.arguments["role"] == role


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the code should be KLA", {"code": "KLA", "replaces": "1"}),
        ("le code est KLA", {"code": "KLA", "replaces": "1"}),
        ("code is KLB, not KLA", {"code": "KLB", "name": "KLA", "replaces": "1"}),
        ("code KLA, name KLA", {"code": "KLA", "name": "KLA", "replaces": "1"}),
        ("should be KLA", {"code": "KLA", "name": "KLA", "replaces": "1"}),
    ],
)
def test_a_corrected_code_is_not_the_name_as_well(text: str, kept: dict[str, str]) -> None:
    """What is labelled as one thing corrects no other; the line keeps it."""
    (call,) = with_what_is_labelled([called("create_project", code="KLA", name="KLA", replaces="1")], text, [])
    assert call.arguments == kept


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("add Ondine Charvet, ondine@cadran.example.", "ondine@cadran.example"),
        ("ajoute Ondine Charvet (ondine@cadran.example)", "ondine@cadran.example"),
        ("add Ondine Charvet, ask koen@cadran.example or ondine@cadran.example", None),
        ("add Ondine Charvet", None),
    ],
)
def test_the_only_address_is_the_new_colleagues(text: str, email: str | None) -> None:
    """Of two, nobody knows which."""
    (call,) = with_what_is_labelled([called("add_employee", name="Ondine", lastname="Charvet")], text, [])
    assert call.arguments.get("email") == email


def test_what_was_made_up_gives_way_to_what_is_labelled() -> None:
    """Half a name, an address that nobody wrote; one that was said before stays."""
    (call,) = with_what_is_labelled([called("create_project", name="Roch", code="R")], "name Rochers, code R", [])
    assert call.arguments == {"name": "Rochers", "code": "R"}
    text = "ondine@cadran.example is hers"
    for written, said, email in (
        ("ondine@cadran", [], "ondine@cadran.example"),
        ("zoe@acme.example", ["add zoe@acme.example"], "zoe@acme.example"),
    ):
        (call,) = with_what_is_labelled([called("add_employee", email=written)], text, said)
        assert call.arguments["email"] == email


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("add Ondine Charvet with admin role", "admin"),
        ("ajoute Ondine Charvet comme administratrice", "admin"),
        ("add Ondine Charvet without admin rights", None),
        ("ajoute Ondine Charvet, pas comme admin", None),
        ("add Ondine Charvet, the admin will call her", None),
    ],
)
def test_an_administrator_is_one_only_in_so_many_words(text: str, role: str | None) -> None:
    """A role that was not said is never given."""
    (call,) = with_what_is_labelled([called("add_employee", name="Ondine", lastname="Charvet")], text, [])
    assert call.arguments.get("role") == role


@pytest.mark.parametrize(
    ("text", "name", "lastname"),
    [
        ("Add a new colleague: Ondine Charvet, ondine@cadran.example", "Ondine", "Charvet"),
        ("Ajoute Ondine de la Tour (ondine@cadran.example)", "Ondine", "de la Tour"),
        ("add ondine charvet, ondine@cadran.example", None, "Charvet"),  # which is the first name?
        ("Add Anna Maria Charvet, ondine@cadran.example", None, "Charvet"),
        ("add Charvet Charvet, ondine@cadran.example", "Charvet", "Charvet"),
    ],
)
def test_one_name_is_not_both(text: str, name: str | None, lastname: str) -> None:
    """Both stand before the address, or the first name is asked for."""
    (call,) = with_what_is_labelled([called("add_employee", name="Charvet", lastname="Charvet")], text, [])
    assert (call.arguments.get("name"), call.arguments.get("lastname")) == (name, lastname)


def test_names_that_were_said_stay() -> None:
    """Also where capital words stand before the address."""
    text = "Ondine Charvet joins. Her Address Is ondine@cadran.example"
    (call,) = with_what_is_labelled([called("add_employee", name="Ondine", lastname="Charvet")], text, [])
    assert (call.arguments["name"], call.arguments["lastname"]) == ("Ondine", "Charvet")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("client", "new project Rochers, client Naye. and book me on gull", "Naye"),
        ("client", "client Naye Marine. Book me on gull on monday", "Naye Marine"),
        ("client", "client Naye! Merci", "Naye"),
        ("code", "code ROC5. Name Rochers. Client Naye.", "ROC5"),
        ("name", "code ROC5. Name Rochers. Client Naye.", "Rochers"),
        ("code", "code ORC svp", "ORC"),
        ("client", "le client c'est Naye", "Naye"),
        ("client", "the client is Naye not Vela", "Naye"),
        ("client", "client St. Mary", "St. Mary"),
        ("client", "client St. Mary. Then book me on gull", "St. Mary"),
        ("client", "client Prof. Durand", "Prof. Durand"),
        ("client", "client St. Mary of the Lake", "St. Mary of the Lake"),
        ("client", "client Roc. Book me on gull", ""),
        ("client", "the client is not Naye", ""),
        ("client", "le client n'est pas Naye", ""),
        ("client", "client please", ""),
        ("name", "name Grand Merci", "Grand Merci"),
        ("client", "client Port du Pas de Calais", "Port du Pas de Calais"),
    ],
)
def test_a_labelled_value_ends_with_its_sentence(name: str, text: str, value: str) -> None:
    """But an abbreviation is no sentence, and what is denied is no value."""
    assert labelled(name, text) == value


@pytest.mark.parametrize(
    ("client", "other", "right"),
    [
        ("gull", {"project": "gull"}, "Naye"),
        ("Naye", {"project": "gull"}, "Naye"),
        ("Gull Marine", {"project": "gull"}, "Gull Marine"),
        ("gull", {}, "gull"),
    ],
)
def test_the_project_of_another_call_is_not_the_client(client: str, other: dict[str, str], right: str) -> None:
    """Where a client has its label; a name that was said for nothing else stays."""
    text = "create project ROC5 Rochers, client Naye. and book me on gull (Gull Marine) on friday"
    calls = [called("create_project", code="ROC5", name="Rochers", client=client), called("add_activities", **other)]
    assert with_what_is_labelled(calls, text, [text])[0].arguments["client"] == right


@pytest.mark.parametrize(
    "text",
    [
        "as admin I'd like to add Ida Berg, ida@acme.example",
        "en tant qu'admin j'ajoute Ida Berg, ida@acme.example",
        "j'ai les droits admin : ajoute Ida Berg ida@acme.example",
        "I have admin rights so add Ida Berg ida@acme.example",
        "logged in as admin, please add Ida Berg ida@acme.example",
        "add Ida Berg ida@acme.example, maybe later as admin",
        "Ida Berg, ida@acme.example, aucun droits admin",
        "Luca as admin asked me to add Ida Berg ida@acme.example",
    ],
)
def test_an_administrator_who_types_makes_no_other(text: str) -> None:
    call = called("add_employee", name="Ida", lastname="Berg", email="ida@acme.example")
    assert with_what_is_labelled([call], text, [text]) == [call]


@pytest.mark.parametrize(
    "text",
    [
        "add Ondine Charvet, koen@cadran.example asked for her",
        "koen@cadran.example wants Ondine Charvet added",
        "add Ondine Charvet and copy koen@cadran.example",
        "ajoute Ondine Charvet, vois avec koen@cadran.example",
        "add Ondine Charvet, questions to hr@cadran.example",
    ],
)
def test_an_address_that_is_somebody_elses_is_not_the_new_colleagues(text: str) -> None:
    call = called("add_employee", name="Ondine", lastname="Charvet")
    assert with_what_is_labelled([call], text, [text]) == [call]


@pytest.mark.parametrize(
    "text",
    ["add Ondine Charvet, oc@cadran.example", "add Ondine Charvet email is oc@cadran.example, thanks",
     "first name Ondine, last name Charvet, nothing else, email: oc@cadran.example",
     "charvet.o@cadran.example wants in: Ondine Charvet"],
)  # fmt: skip
def test_an_address_behind_the_name_or_its_label_or_with_the_name_in_it_is_theirs(text: str) -> None:
    (call,) = with_what_is_labelled([called("add_employee", name="Ondine", lastname="Charvet")], text, [text])
    assert str(call.arguments["email"]).endswith("@cadran.example")


@pytest.mark.parametrize(
    "text", ["the name is fine, code should be LNE", "code LNE, client is OK", "client OK, code LNE"]
)
def test_praise_is_no_value(text: str) -> None:
    call = called("create_project", code="LNE", replaces="1")
    assert with_what_is_labelled([call], text, [text]) == [call]


@pytest.mark.parametrize(("said", "meant"), [("Luca his", "Luca"), ("Zoé's", "Zoé"), ("Luca", "Luca"), ("his", "his")])
def test_a_possessive_is_no_part_of_a_name(said: str, meant: str) -> None:
    (call,) = without_possessives([called("get_report", employee=said, month="march")])
    assert call.arguments["employee"] == meant


@pytest.mark.parametrize(
    ("text", "heard", "client"),
    [
        ("code ROC5, name Rochers, client Rádio Litoral", "Rádio", "Rádio Litoral"),
        ("code ROC5, name Rochers, client Caves du Val Noir", "Caves du", "Caves du Val Noir"),
        ("code ROC5, name Rochers, client Radionor Naye", "Rádio Naye", "Radionor Naye"),  # nobody wrote that
        ("code ROC5, name Rochers, client Naye Sud", "Sud", "Sud"),  # not its beginning
        ("code ROC5, name Rochers, client Naye Sud, no, client Naye", "Naye", "Naye"),  # said twice
        ("code ROC5, name Rochers, client Naye thanks", "Naye", "Naye"),
        ("code ROC5, name Rochers, client Naye starts monday", "Naye", "Naye"),  # goes on
        ("code ROC5, name Rochers, client Naye as discussed", "Naye", "Naye"),
        ("code ROC5, name Rochers, client Naye by the Lake of Joux", "Naye", "Naye"),  # too long to be sure
    ],
)
def test_a_client_that_was_cut_short_is_the_whole_of_its_label(text: str, heard: str, client: str) -> None:
    """Where the rest is a name as well."""
    call = called("create_project", code="ROC5", name="Rochers", client=heard)
    assert mended([call], text, replace(SITUATION, said=(text,)))[0].arguments["client"] == client
