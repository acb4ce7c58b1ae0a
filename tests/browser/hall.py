"""The demo's general meeting before a browser: the pictures of its pages and of the panel."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Browser

from bot.demo.actors import Actor
from bot.demo.assembly import AssemblyChapter
from bot.demo.stage import Stage
from bot.domain.polls.tallies import Outcome

PROJECTOR, TABLET, TELEPHONE = (1280, 720), (1024, 700), (390, 844)

Save = Callable[[bytes, str], None]
"""Keeps a picture under a name."""


class PhotographedAssembly(AssemblyChapter):
    """The chapter, photographed where the READMEs show it."""

    def __init__(
        self, stage: Stage, browser: Browser, save: Save, panel: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(stage)
        self._browser, self._save, self._panel = browser, save, panel

    async def _connect(self, far: list[Actor]) -> None:
        await super()._connect(far)
        screen = f"screen/{self._hall.screen}?theme=dark"
        await self._take("hall-arrivals", screen, PROJECTOR, shows="figure.code")
        await self._take("hall-desk", f"desk/{self._hall.desk}?q=фонд", TABLET)

    async def _object(self) -> None:
        await self._take("hall-vote", f"screen/{self._hall.screen}?theme=dark", PROJECTOR)
        voter = self._hall.there[-1]
        await self._take("hall-ballot", "vote", TELEPHONE, self._hall.codes[voter])
        await self._panel()
        await super()._object()

    async def _decided(self, wanted: Outcome) -> None:
        await super()._decided(wanted)
        await self._take("hall-result", f"screen/{self._hall.screen}?theme=light", PROJECTOR)

    async def _take(
        self, name: str, path: str, size: tuple[int, int], code: str = "", shows: str = "main"
    ) -> None:
        """Photograph a page once it `shows` an element; with a code the ballot that it opens."""
        width, height = size
        page = await self._browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=1 if width > height else 2,
            locale="ru-RU",
        )
        await page.goto(f"{self._stage.config.web.pages}/{path}")
        if code:
            await page.get_by_role("textbox").fill(code)
            await page.locator("form button").first.click()
            await page.locator("fieldset").first.wait_for()
        await page.wait_for_load_state()
        await page.locator(shows).wait_for()
        self._save(await page.screenshot(animations="disabled"), name)
        await page.close()
