"""`tally run` that cannot start: one sentence on standard error with what to do, exit code 1, no traceback.

It runs in a process of its own where the process matters: whether it ends although threads were begun, and what native
code prints. The other starts fail before that and are made in this process, which is ten times faster.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import gguf
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot.__main__ import cli
from bot.llm.builtin import builtin_model
from bot.store.database import open_engine, upgrade
from bot.store.lock import hold_alone
from sandbox.driver import Sandbox, running_sandbox
from sandbox.people import Bot
from tests.unit.llm.tiny_gguf import write_model

ROOT = Path(__file__).parents[2]
OPENING = "Tally cannot do that: "
LONGEST_START = 60  # seconds; a start that fails takes about two


class Starter:
    """Starts `tally` in an empty folder, with settings that would work but for what a test makes wrong."""

    def __init__(
        self, folder: Path, sandbox: Sandbox, patch: pytest.MonkeyPatch, output: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._patch, self._output = folder, patch, output
        self.database = folder / "tally.db"
        self.expected, self.logged = "the database was made", ""
        self.settings = {
            "TALLY_SLACK_BOT_TOKEN": sandbox.bot_token,
            "TALLY_SLACK_APP_TOKEN": sandbox.app_token,
            "TALLY_SLACK_BASE_URL": sandbox.api_url,
            "TALLY_DATABASE_URL": f"sqlite:///{self.database}",
            "TALLY_MODEL_THREADS": "1",
        }

    def sentence(self, **settings: str | None) -> str:
        """What `tally run` says on standard error before it ends, in this process."""
        for name in [name for name in os.environ if name.startswith("TALLY_")]:
            self._patch.delenv(name)
        for name, value in self._chosen(settings).items():
            self._patch.setenv(name, value)
        self._patch.chdir(self.folder)
        self._output.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli(["run"])
        return self._said(int(ended.value.code or 0), self._output.readouterr().err)

    def sentence_of_a_process(self, **settings: str | None) -> str:
        """The same of a process of its own, which ends by itself."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("TALLY_")}
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            env={**clean, "PYTHONPATH": str(ROOT), **self._chosen(settings)},
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=LONGEST_START,
        )
        return self._said(done.returncode, done.stderr)

    def _chosen(self, settings: Mapping[str, str | None]) -> dict[str, str]:
        return self.settings | {f"TALLY_{name}": value or "" for name, value in settings.items()}

    def _said(self, code: int, errors: str) -> str:
        assert code == 1, errors
        self.logged = "\n".join(line for line in errors.splitlines() if self.expected in line)
        said = [line for line in errors.splitlines() if self.expected not in line]
        assert len(said) == 1, errors
        assert said[0].startswith(OPENING)
        return said[0].removeprefix(OPENING)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Slack, as far as a start needs it."""
    with running_sandbox([]) as running:
        yield running


@pytest.fixture
def start(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Starter:
    """What starts the program."""
    return Starter(tmp_path, sandbox, monkeypatch, capfd)


# --- tokens and Slack


@pytest.mark.parametrize(
    ("token", "says"),
    [
        ("", "TALLY_SLACK_BOT_TOKEN is not set"),
        ("xapp-1-A-2-b", "belongs into TALLY_SLACK_APP_TOKEN"),
        ("my secret", "must begin with xoxb-"),
        ("xoxb-1-ü", "only letters, digits and hyphens"),
        ("xoxb-of-another-workspace", "(invalid_auth)"),
    ],
    ids=["missing", "swapped", "malformed", "not ASCII", "unknown"],
)
def test_a_wrong_bot_token_is_named_with_where_to_get_one(start: Starter, token: str, says: str) -> None:
    """The setting, and the page of Slack on which the right one stands. The token itself is not repeated."""
    sentence = start.sentence(SLACK_BOT_TOKEN=token)
    assert says in sentence
    assert "TALLY_SLACK_BOT_TOKEN" in sentence
    assert "OAuth & Permissions at https://api.slack.com/apps" in sentence
    assert not token or token not in sentence


@pytest.mark.parametrize(
    ("token", "says"),
    [
        ("", "TALLY_SLACK_APP_TOKEN is not set"),
        ("xoxb-1-2-b", "belongs into TALLY_SLACK_BOT_TOKEN"),
        ("secret", "must begin with xapp-"),
    ],
    ids=["missing", "swapped", "malformed"],
)
def test_a_wrong_app_token_is_named_with_where_to_get_one(start: Starter, token: str, says: str) -> None:
    """The same for the other one."""
    sentence = start.sentence(SLACK_APP_TOKEN=token)
    assert says in sentence
    assert "TALLY_SLACK_APP_TOKEN" in sentence
    assert "connections:write under Basic Information, App-Level Tokens, at https://api.slack.com/apps" in sentence


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive"])
def test_a_revoked_bot_token_says_so(start: Starter, sandbox: Sandbox, error: str) -> None:
    """Slack's own word for it is in the sentence."""
    sandbox.faults.refuse("auth.test", error)
    assert f"({error})" in start.sentence()


@pytest.mark.parametrize("error", ["invalid_auth", "missing_scope"])
def test_an_app_token_without_its_scope_names_the_scope(start: Starter, sandbox: Sandbox, error: str) -> None:
    """The token is unknown, or may not open connections. The model is loaded by then and workers run: they end."""
    sandbox.faults.refuse("apps.connections.open", error)
    sentence = start.sentence_of_a_process()
    assert f"({error}). The token in TALLY_SLACK_APP_TOKEN needs the scope connections:write" in sentence


def test_a_bot_token_without_scopes_names_those_that_are_missing(start: Starter) -> None:
    """Found at start, not when the first message cannot be answered."""
    with running_sandbox([], bot=Bot(scopes=("chat:write", "im:history", "users:read", "im:write"))) as lacking:
        sentence = start.sentence(SLACK_BASE_URL=lacking.api_url)
    assert (
        "TALLY_SLACK_BOT_TOKEN lacks the scopes assistant:write, commands, files:write, users:read.email." in sentence
    )


def test_slack_away_says_where_it_was_looked_for(start: Starter) -> None:
    """Nobody should go looking for another token when the network is down."""
    sentence = start.sentence_of_a_process(SLACK_BASE_URL="http://127.0.0.1:9/api/")
    assert "nothing that is Slack answers at http://127.0.0.1:9/api/" in sentence
    assert "TALLY_SLACK_BASE_URL" in sentence


# --- settings


@pytest.mark.parametrize("place", ["environment", ".env", "tally.toml"])
def test_a_mistyped_setting_is_named_with_the_right_one(start: Starter, place: str) -> None:
    """Otherwise the bot token would only be said to be missing."""
    mistyped = {}
    if place == "environment":
        mistyped = {"SLAK_BOT_TOKEN": "xoxb-1"}
    elif place == ".env":
        (start.folder / ".env").write_text("TALLY_SLAK_BOT_TOKEN=xoxb-1\n")
    else:
        (start.folder / "tally.toml").write_text('slak_bot_token = "xoxb-1"\n')
    prefixed = "{}" if place == "tally.toml" else "TALLY_{}"
    wrong, right = (prefixed.format(name) for name in ("SLAK_BOT_TOKEN", "SLACK_BOT_TOKEN"))
    said = start.sentence(SLACK_BOT_TOKEN=None, **mistyped)
    case = str.lower if place == "tally.toml" else str
    assert case(wrong) in said
    assert f"is no setting: did you mean {case(right)}?" in said


def test_a_variable_of_somebody_else_is_let_be(start: Starter) -> None:
    """Another program may use the prefix; only what looks like a setting is one."""
    assert "TALLY_SLACK_BOT_TOKEN is not set" in start.sentence(SLACK_BOT_TOKEN=None, NO_SKIPS="1", HO="mark")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("MODEL_CONTEXT", "many"),
        ("MODEL_CONTEXT", "12"),
        ("INBOX_THREADS", "0"),
        ("LOG_LEVEL", "LOUD"),
        ("REMINDERS", "?"),
    ],
)
def test_a_value_that_cannot_be_names_its_setting(start: Starter, setting: str, value: str) -> None:
    """With what is expected."""
    assert start.sentence(**{setting: value}).startswith(f"The setting TALLY_{setting} is wrong: Input should be")


def test_a_settings_file_that_is_no_toml_is_named(start: Starter) -> None:
    """The line is in the sentence."""
    (start.folder / "tally.toml").write_text("model = builtin\n")
    assert "The file with the settings cannot be read: Invalid value (at line 1" in start.sentence()


# --- the model


def damaged(folder: Path) -> Path:
    """The first half of a model file."""
    path = folder / "half.gguf"
    whole = builtin_model().read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def of_the_future(folder: Path) -> Path:
    """A GGUF of an architecture that nobody knows."""
    path = folder / "future.gguf"
    writer = gguf.GGUFWriter(path, "telepathy")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def letter(folder: Path) -> Path:
    """A file that is no model."""
    path = folder / "letter.gguf"
    path.write_text("Dear Sir or Madam,")
    return path


NO_MODELS = {
    "missing": (lambda folder: folder / "none.gguf", "There is no model file at"),
    "a folder": (lambda folder: folder, "is a folder"),
    "no GGUF": (letter, "is not a GGUF file"),
    "a device": (lambda folder: Path(os.devnull), "There is no model file at"),
}
BROKEN_MODELS = {
    "cut short": (damaged, "llama.cpp cannot load"),
    "unknown architecture": (of_the_future, "llama.cpp cannot load"),
    "no chat template": (lambda folder: write_model(folder / "base.gguf", None), "has no chat template"),
}


@pytest.mark.parametrize("which", NO_MODELS)
def test_what_is_no_model_is_named_with_the_setting(start: Starter, which: str) -> None:
    """The path as it was understood, so that a typo or a wrong folder shows."""
    make, says = NO_MODELS[which]
    path = make(start.folder)
    sentence = start.sentence(MODEL=str(path))
    assert f"{path}" in sentence
    assert says in sentence
    assert "TALLY_MODEL" in sentence


@pytest.mark.parametrize("which", BROKEN_MODELS)
def test_a_model_that_cannot_be_used_is_one_sentence(start: Starter, which: str) -> None:
    """It names the file and the setting; what llama.cpp prints does not bury it."""
    make, says = BROKEN_MODELS[which]
    path = make(start.folder)
    sentence = start.sentence_of_a_process(MODEL=str(path))
    assert f"{path}" in sentence
    assert says in sentence
    assert "TALLY_MODEL" in sentence


# --- the database


def test_a_database_that_is_newer_than_the_program_is_left_alone(start: Starter) -> None:
    """After a roll-back: the sentence says which version it wants."""
    engine = open_engine(start.settings["TALLY_DATABASE_URL"])
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = start.database.read_bytes()
    assert "made by a newer Tally (revision 9999): install that version, or restore the backup" in start.sentence()
    assert start.database.read_bytes() == before


def test_a_database_that_is_older_is_upgraded_and_the_log_says_so(start: Starter) -> None:
    """From which revision to which. The start fails later, at the model."""
    config = Config(ROOT / "migrations" / "alembic.ini")
    config.set_main_option("sqlalchemy.url", start.settings["TALLY_DATABASE_URL"])
    command.upgrade(config, "0001")
    start.expected = "the database was upgraded"
    start.sentence(MODEL="none.gguf")
    assert "before='0001'" in start.logged


def test_a_second_bot_on_the_same_database_is_refused(start: Starter) -> None:
    """It would take up what the first has in work, and answer it twice. Once that ends, it starts."""
    engine = open_engine(start.settings["TALLY_DATABASE_URL"])
    let_go = hold_alone(engine)
    assert "Another Tally works on" in start.sentence_of_a_process()
    let_go()
    assert "TALLY_MODEL" in start.sentence_of_a_process(MODEL="none.gguf")
    engine.dispose()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("Dear Sir or Madam,\n" * 300), "the file is not a database"),
        (lambda path: path.mkdir(), "this user may read and write there"),
    ],
    ids=["a letter", "a folder"],
)
def test_a_file_that_cannot_be_the_database_is_named(start: Starter, make, says: str) -> None:
    """Nothing of it is overwritten."""
    make(start.database)
    sentence = start.sentence()
    assert str(start.database) in sentence
    assert says in sentence
    assert "TALLY_DATABASE_URL" in sentence


def test_a_folder_that_cannot_be_made_is_named(start: Starter) -> None:
    """A file stands where the database's folder should be."""
    (start.folder / "var").write_text("a file")
    sentence = start.sentence(DATABASE_URL=f"sqlite:///{start.folder / 'var' / 'tally.db'}")
    assert "cannot be opened (FileExistsError)" in sentence


def test_a_database_server_that_is_away_is_named_without_the_password(start: Starter) -> None:
    """The URL is shown; the password in it is not."""
    sentence = start.sentence(DATABASE_URL="postgresql+psycopg://tally:hunter2@127.0.0.1:9/tally")
    assert "see that the server runs" in sentence
    assert "hunter2" not in sentence


def test_a_url_that_means_nothing_shows_the_forms_that_do(start: Starter) -> None:
    """Both."""
    assert "write sqlite:///path/to/tally.db or postgresql+psycopg://" in start.sentence(DATABASE_URL="tally.db")


def test_the_demo_says_where_it_can_be_called(tmp_path: Path) -> None:
    """The stand-in for Slack lies beside Tally's source and is not installed with it."""
    tally = Path(sys.executable).with_name("tally")
    called = subprocess.run([tally, "demo"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert called.returncode == 1
    assert "sandbox of Tally's source" in called.stderr + called.stdout
    assert not list(tmp_path.iterdir())
