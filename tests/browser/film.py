"""A minute of the demo as an animated picture: what is tapped, what comes of it, and why."""

import io
from dataclasses import dataclass, field
from pathlib import Path

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont
from playwright.async_api import Browser, Locator, Page, expect

from bot.demo.actors import Actor
from bot.demo.cast import DemoCast
from bot.demo.prepared import WANTING
from bot.demo.stage import Stage
from bot.domain.events.rsvps import Answer
from bot.domain.polls.ballots import Choice
from tests.browser.camera import message_with, opened
from tests.browser.pages import writes

SIZE = (1100, 680)
STRIP = 44
"""The height of the line below the page that says what happens."""
COLOURS = 128
SWATCHES = ("#2f7fc4", "#2d8347", "#c14545", "#e8590c")
"""Colours of few buttons and of the ring, which the film must keep."""
THUMBNAIL = (275, 181)
INK, PAPER, RING = "#ffffff", "#17212b", "#e8590c"
AIM, SHORT, LONG = 1.6, 3.0, 4.5
"""Seconds for which a button is pointed at, and for which something is shown."""
CAPTIONS = {
    "ru": {
        "day": "Альянс из 120 организаций. Бот настоящий, вместо Telegram — песочница",
        "answer": "Пришло приглашение. Ответить — одно касание",
        "queue": "На мастер-классе заняты все места: бот ставит в очередь",
        "board": "Организатор видит, кто идёт и кто не ответил",
        "announce": "Организатор пишет объявление и смотрит, как его увидят",
        "sent": "Есть полминуты, чтобы передумать",
        "application": "Секретарь читает заявку новой организации",
        "vote": "Член совета голосует",
        "clock": "Часы вперёд на день, и приходят напоминания",
        "end": "Попробуйте сами: make demo",
    },
    "en": {
        "day": "An alliance of 120 organisations. The bot is real, the sandbox replaces Telegram",
        "answer": "An invitation has come. One tap answers it",
        "queue": "The workshop is full: the bot puts people on a waitlist",
        "board": "The organiser sees who is coming and who has not answered",
        "announce": "The organiser writes an announcement and looks at a preview",
        "sent": "There is half a minute to change one’s mind",
        "application": "The secretary reads the application of a new organisation",
        "vote": "A member of the council votes",
        "clock": "A day later on the clock the reminders arrive",
        "end": "Try it yourself: make demo",
    },
}


@dataclass
class Reel:
    """The frames of a film, each with its duration, and the page that they are taken of."""

    page: Page
    language: str
    frames: list[Image.Image] = field(default_factory=list)
    durations: list[int] = field(default_factory=list)
    caption: str = ""

    def says(self, key: str) -> None:
        """Have the line below the page say this from now on."""
        self.caption = CAPTIONS[self.language][key]

    async def shows(self, seconds: float, target: Locator | None = None) -> None:
        """Show the page for so long; a target has a ring around it."""
        png = await self.page.screenshot(animations="disabled")
        frame = Image.new("RGB", (SIZE[0], SIZE[1] + STRIP), PAPER)
        frame.paste(Image.open(io.BytesIO(png)).convert("RGB"))
        draw = ImageDraw.Draw(frame)
        font = ImageFont.truetype(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf", 20)
        middle = (SIZE[0] / 2, SIZE[1] + STRIP / 2)
        draw.text(middle, self.caption, fill=INK, font=font, anchor="mm")
        box = await target.bounding_box() if target is not None else None
        if box is not None:
            left, top = box["x"] - 4, box["y"] - 4
            right, bottom = box["x"] + box["width"] + 4, box["y"] + box["height"] + 4
            draw.rounded_rectangle((left, top, right, bottom), 12, outline=RING, width=4)
        self.frames.append(frame)
        self.durations.append(round(seconds * 1000))

    async def taps(self, target: Locator, *seen: str) -> None:
        """Point at something, tap it, and wait for a message with these words."""
        await target.evaluate("node => node.scrollIntoView({ block: 'nearest' })")
        await self.shows(AIM, target)
        await target.click()
        if seen:
            await expect(message_with(self.page, *seen)).to_be_visible()

    async def becomes(self, actor: Actor) -> None:
        """Go over to another person, as one does on the page."""
        row = self.page.locator(f'[data-person="{actor.person.id}"]')
        await row.scroll_into_view_if_needed()
        await expect(self.page.locator(".toast")).to_have_count(0)
        await row.click()
        await expect(self.page.locator("#who-name")).to_have_text(actor.name)
        await expect(self.page.locator("[data-message]").last).to_be_visible()

    async def types(self, text: str, *seen: str) -> None:
        """Write to the bot, and wait for a message with these words."""
        await writes(self.page, text)
        await expect(message_with(self.page, *seen)).to_be_visible()

    def key(self, words: str, message: Locator | None = None) -> Locator:
        """Find the newest button that bears exactly these words, perhaps of one message."""
        return (message or self.page).get_by_role("button", name=words, exact=True).last

    def listed(self, words: str) -> Locator:
        """Find the newest button that bears these words among others."""
        return self.page.locator(".key", has_text=words).last

    def save(self, path: Path) -> None:
        """Write the film; one palette for all, so that only what changes is stored."""
        width, height = THUMBNAIL
        album = Image.new("RGB", (width, height * (len(self.frames) + len(SWATCHES))))
        for number, frame in enumerate(self.frames):
            album.paste(frame.resize(THUMBNAIL), (0, height * number))
        for number, swatch in enumerate(SWATCHES, start=len(self.frames)):
            album.paste(swatch, (0, height * number, width, height * (number + 1)))
        palette = album.quantize(COLOURS)
        first, *others = (
            frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in self.frames
        )
        first.save(
            path,
            save_all=True,
            append_images=others,
            duration=self.durations,
            loop=0,
            optimize=False,
        )


async def shoot_film(
    browser: Browser, stage: Stage, cast: DemoCast, title: str, path: Path
) -> None:
    """Play a minute of the prepared day; `title` is the event that was announced last."""
    page = await opened(browser, stage, cast.waverer, *SIZE)
    reel = Reel(page, stage.t.language)
    reel.says("day")
    await reel.shows(LONG)
    await _answer(reel, cast.waverer, title)
    await _queue(reel, stage, cast.crowd[WANTING])
    await _organise(reel, stage, cast.organiser)
    await _read_application(reel, stage, cast.council[1])
    await _vote(reel, stage, cast.council[-1])
    reel.says("clock")
    await reel.becomes(cast.waverer)
    cards = page.locator("[data-message]", has_text=title)
    before = await cards.count()
    await reel.taps(page.locator("#advance-day"))
    await reel.taps(page.locator("#advance-hour"))
    await expect(cards).to_have_count(before + 1)
    await reel.shows(LONG)
    reel.says("end")
    await reel.shows(LONG)
    await page.close()
    reel.save(path)


async def _answer(reel: Reel, member: Actor, title: str) -> None:
    reel.says("answer")
    yes = reel.key(member.label("button-answer", answer=Answer.GOING, chosen="no"))
    await reel.taps(yes, title, member.words("event-answer", answer=Answer.GOING))
    await reel.shows(LONG)


async def _queue(reel: Reel, stage: Stage, member: Actor) -> None:
    reel.says("queue")
    await reel.becomes(member)
    card = message_with(reel.page, stage.fiction.workshop.title)
    yes = reel.key(member.label("button-answer", answer=Answer.GOING, chosen="no"), card)
    await card.evaluate("node => node.scrollIntoView({ block: 'center' })")
    await reel.taps(yes, member.words("event-waiting", number="").split(".")[0])
    await reel.shows(LONG)


async def _organise(reel: Reel, stage: Stage, organiser: Actor) -> None:
    reel.says("board")
    await reel.becomes(organiser)
    meeting = stage.fiction.event.title[:12]
    await reel.types("/manage", organiser.label("button-create"))
    await reel.taps(reel.listed(meeting), organiser.label("board-lists"))
    await reel.shows(LONG)
    reel.says("announce")
    await reel.types(stage.fiction.announcement.right, organiser.words("announce-offer"))
    await reel.taps(reel.key(organiser.label("button-announce-offer")))
    look = organiser.label("button-announce-look", correction="no")
    await expect(reel.key(look)).to_be_visible()
    await reel.taps(reel.key(look))
    send = reel.listed(organiser.label("button-announce-send", people=0).split("0")[0].strip())
    await expect(send).to_be_visible()
    await reel.shows(SHORT)
    await reel.taps(send, organiser.words("announce-given", title="", seconds=30).split("\n")[-1])
    reel.says("sent")
    await reel.shows(LONG)


async def _read_application(reel: Reel, stage: Stage, secretary: Actor) -> None:
    reel.says("application")
    await reel.becomes(secretary)
    name = stage.fiction.applicant.figure.organisation.short_name
    await reel.types("/manage", secretary.label("button-poll-new"))
    about = stage.fiction.applicant.about
    await reel.taps(reel.listed(name), about)
    await reel.shows(LONG)


async def _vote(reel: Reel, stage: Stage, councillor: Actor) -> None:
    reel.says("vote")
    await reel.becomes(councillor)
    card = message_with(reel.page, stage.fiction.motions.open)
    await card.evaluate("node => node.scrollIntoView({ block: 'center' })")
    words = councillor.label("button-choice", choice=Choice.FOR, chosen="no")
    said = councillor.words("ballot-state", state="said", choice="").strip()
    await reel.taps(reel.key(words, card), stage.fiction.motions.open, said)
    await reel.shows(LONG)
