"""The command line: run, demo, chat, doctor, eval, remind, db. Every error is one sentence that says what to do."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from bot import app as composition
from bot.chat import chat as talk
from bot.demo import prepare_demo
from bot.doctor import examined, finding_table, loading, told
from bot.documentation import filled
from bot.errors import ModelError, TallyError
from bot.evaluation.dates import evaluate_dates
from bot.evaluation.dialogues import Half, evaluate_dialogues
from bot.handlers.reminders import nudges
from bot.ledgers.company import read_company
from bot.ledgers.local import LocalLedger
from bot.platforms.console.terminal import Terminal
from bot.platforms.slack.app import web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import LanguageModel, ModelReply, PromptSize, Verdict
from bot.settings import Settings, load_settings
from bot.store.feedback import Opinion, opinion
from bot.words import say

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Tally: monthly activity reports from plain words.")
eval_cli = typer.Typer(no_args_is_help=True, help="Measure the assistant.")
db_cli = typer.Typer(no_args_is_help=True, help="Look after the database.")
cli.add_typer(eval_cli, name="eval")
cli.add_typer(db_cli, name="db")
console = Console()
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except TallyError as error:
        sentence = Text.assemble((say("cannot-do-that"), "bold red"), f" {error}")
        Console(stderr=True).print(sentence, soft_wrap=True)
        raise typer.Exit(1) from error


@cli.command()
def run() -> None:
    """Connect to Slack and work until interrupted."""
    with _clear_errors():
        settings = load_settings()
        composition.set_up_logging(settings.log_level)
        bot = _slack_bot(settings)
        _work(bot, "\n".join(filter(None, [say("listening"), told(bot.model)])))


def _slack_bot(settings: Settings) -> composition.Bot[Any]:
    clock = composition.SystemClock()
    with loading(console) as shown:
        return composition.Bot(settings, clock, composition.on_slack(settings, clock), shown)


def _work(bot: composition.Bot[Any], greeting: str) -> None:
    done = threading.Event()
    bot.start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    console.print(greeting)
    done.wait()
    console.print(say("stopping"))
    bot.stop()


@cli.command()
def doctor(as_json: AsJson = False) -> None:
    """What the model of the settings is, how it runs on this machine, and how long one tool call takes."""
    with _clear_errors():
        settings = load_settings()
        composition.set_up_logging("WARNING")
        with loading(console) as shown:
            model = composition.load_model(settings, shown)
        try:
            found = examined(model)
        finally:
            model.close()
    console.print_json(data=found) if as_json else console.print(finding_table(found))


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page listens (127.0.0.1).")] = 3010,
    fresh: Annotated[bool, typer.Option(help="Start again with an untouched sample company.")] = False,
) -> None:
    """Start Tally with a stand-in for Slack and a sample company; open the page that it prints."""
    with _clear_errors():
        composition.set_up_logging("WARNING")
        if not Path("sandbox", "__main__.py").is_file() and find_spec("sandbox") is None:
            raise TallyError(say("sandbox-missing"))
        settings, people = prepare_demo(Path("var/demo"), port, fresh=fresh)
        command = [sys.executable, "-m", "sandbox", "--port", str(port), "--people", str(people)]
        with _child(command, ready="page"):
            _work(_slack_bot(settings), f"\n  {say('demo-open', address=f'http://127.0.0.1:{port}/')}\n")


@contextmanager
def _child(command: list[str], *, ready: str) -> Iterator[None]:
    """A child process, from the line that says it is ready until the block is left."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)  # Ctrl+C is ours
    assert child.stdout is not None, "its standard output is a pipe"
    try:
        if not child.stdout.readline().startswith(ready):
            raise TallyError(say("sandbox-not-started"))
        yield
    finally:
        child.terminate()
        child.wait()
        child.stdout.close()


@cli.command()
def chat(
    who: Annotated[str, typer.Option("--as", help="Who you are: an e-mail address or the beginning of a name.")] = "",
    sample: Annotated[bool, typer.Option("--demo", help="Talk in the sample company of `tally demo`.")] = False,
    fresh: Annotated[bool, typer.Option(help="With --demo: start again with an untouched sample company.")] = False,
) -> None:
    """Talk to Tally in this terminal: a approves, e edits, d declines."""
    with _clear_errors():
        composition.set_up_logging("WARNING")
        settings = prepare_demo(Path("var/demo"), port=0, fresh=fresh)[0] if sample else load_settings()
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        talk(settings, who, Terminal(), composition.SystemClock())


@cli.command()
def feedback(
    latest: Annotated[int, typer.Option(min=0, help="How many of the newest ones are listed.")] = 20,
    as_json: AsJson = False,
) -> None:
    """What people think of the answers: how many of each, and the newest ones with what they had said."""
    with _clear_errors():
        engine = composition.open_database(load_settings())
        found = opinion(engine, latest)
        engine.dispose()
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, default=str))
        return
    _print_opinion(found)


def _print_opinion(found: Opinion) -> None:
    if not found.good + found.bad:
        console.print(say("feedback-none"))
        return
    headings = say("feedback-when"), say("feedback-verdict"), say("feedback-asked"), say("feedback-answer")
    table = Table(*headings, title=say("feedback-title"))
    for judged in found.latest:
        verdict = say("feedback-good") if judged.verdict is Verdict.GOOD else say("feedback-bad")
        table.add_row(f"{judged.given_at:%Y-%m-%d %H:%M}", verdict, Text(judged.asked), Text(judged.answer))
    console.print(table)
    console.print(say("feedback-counts", good=found.good, bad=found.bad))


@cli.command()
def remind(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say who would get what, and why; send nothing.")] = False,
    at: Annotated[datetime | None, typer.Option(help="As of this moment (UTC when it has no zone).")] = None,
) -> None:
    """Say who is reminded. The running bot sends reminders by itself."""
    with _clear_errors():
        if not dry_run:
            raise TallyError(say("reminders-by-the-bot"))
        settings = load_settings()
        _print_nudges(settings, (at or datetime.now(UTC)).replace(tzinfo=(at and at.tzinfo) or UTC))


def _print_nudges(settings: Settings, at: datetime) -> None:
    platform = SlackPlatform(web_client(settings.slack_bot_token.get_secret_value(), settings.slack_base_url))
    engine = composition.open_database(settings)
    clock = composition.SystemClock()
    ledger = composition.load_ledger(settings, engine, clock)
    platforms = {platform.name: platform}
    more = settings.company, settings.reminder_hour
    desk = composition.build_desk(engine, _NoModel(), platforms, clock, ledger, *more)
    headings = say("reminders-employee"), say("reminders-month"), say("reminders-reminded"), say("reminders-why")
    table = Table(*headings, title=say("reminders-title", moment=f"{at:%Y-%m-%d %H:%M %Z}"))
    for nudge in nudges(desk, platform, at):
        reminder = nudge.reminder
        days = ", ".join(day.isoformat() for day, _ in reminder.missing[:6]) if nudge.goes_out else ""
        why = say("reminders-why-days", why=nudge.why, days=days) if days else nudge.why
        reminded = say("reminders-yes") if nudge.goes_out else say("reminders-no")
        table.add_row(reminder.employee.full_name, str(reminder.month), reminded, why)
    console.print(table)


class _NoModel(LanguageModel):
    """For commands that never talk."""

    def reply(self, *_: Any, **__: Any) -> ModelReply:
        """Never asked."""
        raise ModelError("this command does not use the language model")

    def size(self, *_: Any) -> PromptSize:
        """Never asked."""
        raise ModelError("this command does not use the language model")


@eval_cli.command("dates")
def eval_dates(file: Path, as_json: AsJson = False) -> None:
    """How many date phrases of FILE are read right."""
    result = evaluate_dates(file)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    for failure in result["failures"]:
        expected, got = str(failure["expected"]), str(failure["got"])
        console.print(say("eval-phrase", phrase=repr(failure["phrase"]), expected=expected, got=got))
    console.print(say("eval-phrases-right", right=result["right"], total=result["total"]))


@eval_cli.command("dialogues")
def eval_dialogues(
    file: Path,
    half: Annotated[
        Half | None, typer.Option(help="Only the cases of one half; failures are read in the first.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """How many turns of the dialogues in FILE the whole assistant answers right, with the model of the settings."""
    with _clear_errors():
        composition.set_up_logging("ERROR")
        model = composition.load_model(load_settings())
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("dialogues")
            step = lambda done, of: progress.update(task, completed=done, total=of)  # noqa: E731
            result = evaluate_dialogues(file, model, step, half)
        model.close()
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False, default=str))
        return
    _print_dialogues(result)


def _print_dialogues(result: dict[str, Any]) -> None:
    for failure in result["failures"]:
        console.print(say("eval-turn", dialogue=str(failure["id"]), turn=failure["turn"]))
        console.print(f"  {say('eval-expected', expected=str(failure['expected']))}", markup=False)
        console.print(f"  {say('eval-got', got=str(failure['got']))}", markup=False)
    low, high = result["interval"]
    right, total, wrong = result["right"], result["total"], result["wrong_writes"]
    share, least, most = f"{right / max(total, 1):.1%}", f"{low:.1%}", f"{high:.1%}"
    console.print(say("eval-turns-right", right=right, total=total, share=share, low=least, high=most))
    for kind, group in result["groups"].items():
        console.print(f"  {say('eval-group', kind=kind, right=group['right'], total=group['total'])}")
    console.print(say("eval-wrong-writes", count=wrong, share=f"{wrong / max(total, 1):.1%}"))


@db_cli.command("upgrade")
def db_upgrade() -> None:
    """Bring the database's tables to this version."""
    with _clear_errors():
        composition.open_database(load_settings(), migrate=True).dispose()
        console.print(say("database-ready"))


@db_cli.command("load")
def db_load(file: Path) -> None:
    """Fill the built-in ledger from a company file (docs/company.md)."""
    with _clear_errors():
        company = read_company(file)
        engine = composition.open_database(load_settings(), migrate=True)
        LocalLedger(engine).load(company)
        engine.dispose()
        console.print(say("company-loaded", people=len(company.employees), projects=len(company.projects)))


@cli.command(hidden=True)
def readme(file: Path = Path("README.md")) -> None:
    """Write the generated tables into the README."""
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> None:
    """The entry point of `tally`."""
    cli()


if __name__ == "__main__":
    main()
