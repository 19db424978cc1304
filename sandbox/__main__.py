"""`python -m sandbox --port 3010 --people people.json`: the sandbox on its own, until it is interrupted."""

import argparse
import asyncio
from pathlib import Path

from sandbox.people import Bot, read_people
from sandbox.server import start
from sandbox.standin import StandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A local stand-in for Slack.")
    parser.add_argument("--port", type=int, default=3010)
    parser.add_argument(
        "--people", type=Path, required=True, help="JSON: a list of objects with id, name, real_name, email, tz, …"
    )
    parser.add_argument("--bot-name", default="Tally")
    arguments = parser.parse_args()
    standin = StandIn(read_people(arguments.people), Bot(name=arguments.bot_name))
    try:
        asyncio.run(_serve(standin, arguments.port))
    except KeyboardInterrupt:
        print("stopped")


async def _serve(standin: StandIn, port: int) -> None:
    await start(standin, "127.0.0.1", port)
    bot = standin.workspace.bot
    print(f"page      {standin.url}/")
    print(f"base_url  {standin.url}/api/")
    print(f"tokens    {bot.bot_token}  {bot.app_token}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    main()
