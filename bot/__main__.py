"""The command line: run, demo, eval, remind, db. Every error is one sentence that says what to do."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot import app as composition
from bot.demo import prepare_demo
from bot.documentation import filled
from bot.errors import TallyError
from bot.evaluation.dates import evaluate_dates
from bot.evaluation.dialogues import evaluate_dialogues
from bot.handlers.reminders import nudges
from bot.ledgers.company import read_company
from bot.ledgers.local import LocalLedger
from bot.platforms.slack.app import web_client
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import LanguageModel, ModelReply
from bot.settings import Settings, load_settings

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
        Console(stderr=True).print(f"[bold red]Tally cannot do that:[/] {error}")
        raise typer.Exit(1) from error


@cli.command()
def run() -> None:
    """Connect to Slack and work until interrupted."""
    with _clear_errors():
        settings = load_settings()
        composition.set_up_logging(settings.log_level)
        _work(composition.Bot(settings, composition.SystemClock()), "Tally is listening. Stop it with Ctrl+C.")


def _work(bot: composition.Bot, greeting: str) -> None:
    done = threading.Event()
    bot.start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    console.print(greeting)
    done.wait()
    console.print("Stopping: finishing what is in hand…")
    bot.stop()


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page listens (127.0.0.1).")] = 3010,
    fresh: Annotated[bool, typer.Option(help="Start again with an untouched sample company.")] = False,
) -> None:
    """Start Tally with a stand-in for Slack and a sample company; open the page that it prints."""
    with _clear_errors():
        settings, people = prepare_demo(Path("var/demo"), port, fresh=fresh)
        composition.set_up_logging("WARNING")
        command = [sys.executable, "-m", "sandbox", "--port", str(port), "--people", str(people)]
        with _child(command, ready="page"):
            bot = composition.Bot(settings, composition.SystemClock())
            _work(bot, f"\n  Open [bold]http://127.0.0.1:{port}/[/]   (stop with Ctrl+C)\n")


@contextmanager
def _child(command: list[str], *, ready: str) -> Iterator[None]:
    """A child process, from the line that says it is ready until the block is left."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None, "its standard output is a pipe"
    try:
        if not child.stdout.readline().startswith(ready):
            raise TallyError("The sandbox did not start. Is the port in use? Choose another one with --port.")
        yield
    finally:
        child.terminate()
        child.wait()
        child.stdout.close()


@cli.command()
def remind(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say who would get what, and why; send nothing.")] = False,
    at: Annotated[datetime | None, typer.Option(help="As of this moment (UTC when it has no zone).")] = None,
) -> None:
    """Say who is reminded. The running bot sends reminders by itself."""
    with _clear_errors():
        if not dry_run:
            raise TallyError("The running bot sends the reminders. Add --dry-run to see who would get one.")
        settings = load_settings()
        _print_nudges(settings, (at or datetime.now(UTC)).replace(tzinfo=(at and at.tzinfo) or UTC))


def _print_nudges(settings: Settings, at: datetime) -> None:
    platform = SlackPlatform(web_client(settings.slack_bot_token.get_secret_value(), settings.slack_base_url))
    engine = composition.open_database(settings)
    desk = composition.build_desk(engine, _NoModel(), {platform.name: platform}, composition.SystemClock())
    table = Table("Employee", "Month", "Reminded", "Why", title=f"Reminders as of {at:%Y-%m-%d %H:%M %Z}")
    for nudge in nudges(desk, platform, at):
        reminder = nudge.reminder
        days = ", ".join(day.isoformat() for day, _ in reminder.missing[:6]) if nudge.goes_out else ""
        why = f"{nudge.why}: {days}" if days else nudge.why
        table.add_row(reminder.employee.full_name, str(reminder.month), "yes" if nudge.goes_out else "no", why)
    console.print(table)


class _NoModel(LanguageModel):
    """For commands that never talk."""

    def reply(self, *_: Any) -> ModelReply:
        """Never asked."""
        raise TallyError("This command does not use the language model.")

    def fits(self, *_: Any) -> bool:
        """Never asked."""
        raise TallyError("This command does not use the language model.")


@eval_cli.command("dates")
def eval_dates(file: Path, as_json: AsJson = False) -> None:
    """How many date phrases of FILE are read right."""
    result = evaluate_dates(file)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    for failure in result["failures"]:
        console.print(f"{failure['phrase']!r}: expected {failure['expected']}, got {failure['got']}")
    console.print(f"{result['right']} of {result['total']} phrases are read right.")


@eval_cli.command("dialogues")
def eval_dialogues(file: Path, as_json: AsJson = False) -> None:
    """How many turns of the dialogues in FILE the whole assistant answers right, with the model of the settings."""
    with _clear_errors():
        composition.set_up_logging("ERROR")
        model = composition.load_model(load_settings())
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("dialogues")
            result = evaluate_dialogues(file, model, lambda done, of: progress.update(task, completed=done, total=of))
        model.close()
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False, default=str))
        return
    _print_dialogues(result)


def _print_dialogues(result: dict[str, Any]) -> None:
    for failure in result["failures"]:
        console.print(f"[bold]{failure['id']}[/] turn {failure['turn']}\n  expected {failure['expected']}")
        console.print(f"  got      {failure['got']}", markup=False)
    low, high = result["interval"]
    share = result["right"] / max(result["total"], 1)
    console.print(
        f"{result['right']} of {result['total']} turns right: {share:.1%} (95 % interval {low:.1%}–{high:.1%})"
    )
    for kind, group in result["groups"].items():
        console.print(f"  {kind}: {group['right']} of {group['total']}")
    console.print(f"wrong writes: {result['wrong_writes']} ({result['wrong_writes'] / max(result['total'], 1):.1%})")


@db_cli.command("upgrade")
def db_upgrade() -> None:
    """Bring the database's tables to this version."""
    with _clear_errors():
        composition.open_database(load_settings(), migrate=True).dispose()
        console.print("The database is up to date.")


@db_cli.command("load")
def db_load(file: Path) -> None:
    """Fill the built-in ledger from a company file (docs/company.md)."""
    with _clear_errors():
        company = read_company(file)
        engine = composition.open_database(load_settings(), migrate=True)
        LocalLedger(engine).load(company)
        engine.dispose()
        console.print(f"Loaded {len(company.employees)} people and {len(company.projects)} projects.")


@cli.command(hidden=True)
def readme(file: Path = Path("README.md")) -> None:
    """Write the generated tables into the README."""
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> None:
    """The entry point of `tally`."""
    cli()


if __name__ == "__main__":
    main()
