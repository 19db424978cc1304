"""The ways to talk besides plain words, on the page: prompts, /tally, "Report this", a judgement, streamed text.

With TALLY_SCREENSHOTS=1 it leaves pictures of them in docs/screenshots.
"""

from __future__ import annotations

import os
import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from bot.platforms.slack.app import web_client
from bot.platforms.slack.courtesies import PREVIEW_EVERY
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import TextPicture
from bot.store.feedback import opinion
from tests.browser.test_page import PICTURES, button, picture
from tests.scenarios.workplace import LUCAS, Workplace, desk_of
from tests.unit.platforms.conftest import Ticks

MONDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 18)


def open_as_lucas(workplace: Workplace, page: Page) -> None:
    page.get_by_test_id(f"person-{desk_of(workplace.sandbox, LUCAS).id}").click()


def newest(page: Page, text: str) -> Locator:
    """The newest message with this text, once it is there."""
    found = page.get_by_test_id("message").filter(has_text=text).last
    found.wait_for()
    return found


def test_a_prompt_made_from_gaps_is_one_click(workplace: Workplace, page: Page):
    """What it fills is what was missing."""
    open_as_lucas(workplace, page)
    prompt = page.get_by_test_id("prompt").first
    expect(prompt).to_contain_text("Fill 3 missing days with")
    picture(page, "prompts")
    prompt.click()
    card = newest(page, "You said:")
    button(card, "approve").click()
    expect(card).to_contain_text("Written. Approved by Lucas Moreau")
    assert [percent for _, _, percent in workplace.entries(MONDAY, WEDNESDAY)] == [100, 100, 100]


def test_the_command_is_offered_and_answered(workplace: Workplace, page: Page):
    """A stroke lists what there is; the keyboard is enough; help is for nobody else's eyes."""
    open_as_lucas(workplace, page)
    composer = page.get_by_test_id("composer")
    composer.type("/")
    expect(page.get_by_test_id("command")).to_have_count(4)
    composer.type("tally s")
    expect(page.get_by_test_id("command")).to_have_text(
        [f"/tally {word}How the month stands, hand it in, or start over" for word in ("status", "submit")]
    )
    picture(page, "command")
    composer.press("ArrowUp")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(newest(page, "November 2026")).to_contain_text("Missing: ")
    expect(page.get_by_test_id("commands")).to_be_hidden()
    composer.fill("/tally wat")
    composer.press("Enter")
    told = newest(page, "There is no “wat”.")
    expect(told).to_contain_text("Only visible to you")
    expect(told).to_contain_text("/tally submit")
    picture(page, "help")


def test_a_message_is_picked_from_its_menu(workplace: Workplace, page: Page):
    """The card comes of the message that was picked, and the menu is reached with the keyboard, too."""
    open_as_lucas(workplace, page)
    page.get_by_test_id("composer").fill("apollo monday")
    page.get_by_test_id("composer").press("Enter")
    button(newest(page, "You said:apollo monday"), "approve").wait_for()
    said = page.get_by_test_id("message").first
    said.hover()
    said.get_by_label("More actions for this message").click()
    menu = said.get_by_test_id("shortcut-report_this")
    expect(menu).to_have_text("Report this · Tally")
    picture_with_menu(page)
    menu.click()
    expect(newest(page, "You picked this message of yours")).to_contain_text("“apollo monday”")
    button(newest(page, "You said:apollo monday"), "approve").click()
    expect(newest(page, "You said:apollo monday")).to_contain_text("Written. Approved by Lucas Moreau")
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]


def picture_with_menu(page: Page) -> None:
    """The menu closes when the pointer leaves the message, so it is pictured as it is."""
    if os.environ.get("TALLY_SCREENSHOTS") == "1":
        page.screenshot(path=PICTURES / "report_this.png", animations="disabled")


def test_an_answer_is_judged_on_the_page(workplace: Workplace, page: Page):
    """A thumb under an answer in words, and thanks that nobody else sees."""
    open_as_lucas(workplace, page)
    page.get_by_test_id("composer").fill("hello")
    page.get_by_test_id("composer").press("Enter")
    thumbs = page.get_by_test_id("button-feedback")
    expect(thumbs).to_have_count(2)
    thumbs.last.click()
    expect(newest(page, "Thank you, it is noted.")).to_contain_text("Only visible to you")
    picture(page, "feedback")
    engine = workplace.bot.desk.store.engine  # type: ignore[attr-defined]
    page.get_by_test_id("composer").fill("hello again")
    page.get_by_test_id("composer").press("Enter")
    expect(thumbs).to_have_count(4)
    assert opinion(engine, 10).bad == 1


def test_words_stream_into_a_thread_and_the_answer_takes_their_place(workplace: Workplace, page: Page):
    """The status says what happens, the text grows in the thread, and in the end the answer stands there once."""
    open_as_lucas(workplace, page)
    lucas = desk_of(workplace.sandbox, LUCAS)
    root = lucas.say("hello")
    newest(page, "Which project, which days?")
    ticks = Ticks()
    client = web_client(workplace.sandbox.bot_token, workplace.sandbox.api_url)
    platform = SlackPlatform(client, ticks, lambda job: job())
    address = {"channel": lucas.channel, "thread_ts": root["ts"], "message_ts": root["ts"]}
    platform.status(address, "is reading the report of October 2026…")
    expect(page.get_by_test_id("status")).to_have_text("Tally is reading the report of October 2026…")
    picture(page, "status")
    platform.preview(address, "In")
    for text in ("In October you worked", "In October you worked twelve days on Apollo"):
        ticks.time += PREVIEW_EVERY
        platform.preview(address, text)
        expect(newest(page, text)).to_have_class(re.compile(r"\breply\b"))
    picture(page, "streaming")
    platform.post(address, "m1", TextPicture("In October you worked 12 days on Apollo.", judged=True))
    expect(newest(page, "12 days on Apollo.")).to_have_class(re.compile(r"\breply\b"))
    expect(page.get_by_test_id("message").filter(has_text="twelve days")).to_have_count(0)
    expect(page.get_by_test_id("status")).to_be_empty()
