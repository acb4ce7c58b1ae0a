import io
from datetime import UTC, datetime

from rich.console import Console

from bot.demo.transcript import Transcript
from tests.wording import texts_at

NOW = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
MESSAGE = {
    "message_id": 7,
    "text": "Приглашаем вас!\n\nВстреча [b]в зале[/b] :smile:",
    "reply_markup": {
        "inline_keyboard": [[{"text": "Иду"}, {"text": "Не иду"}], [{"text": "Все события"}]]
    },
}


class Told:
    """A transcript and what it has written."""

    def __init__(self, *, terminal: bool = False) -> None:
        self.file = io.StringIO()
        console = Console(
            file=self.file,
            force_terminal=terminal,
            width=60,
            highlight=False,
            markup=False,
            emoji=False,
            color_system="standard" if terminal else None,
        )
        self.transcript = Transcript(console, texts_at(NOW))

    @property
    def text(self) -> str:
        return self.file.getvalue()


def test_a_message_is_shown_as_it_was_written_with_its_rows_of_buttons() -> None:
    told = Told()
    told.transcript.act("Анна", "demo-writes", text="/events")
    told.transcript.show("Анна", MESSAGE)

    assert told.text == (
        "\n  Анна пишет: /events\n"
        "  Анна видит:\n"
        "  │ Приглашаем вас!\n"
        "  │\n"
        "  │ Встреча [b]в зале[/b] :smile:\n"
        "  │ [Иду] [Не иду]\n"
        "  │ [Все события]\n"
    )


def test_an_edited_message_is_told_from_a_new_one() -> None:
    told = Told()
    told.transcript.show("Анна", MESSAGE | {"edit_date": 1})

    assert "Анна видит, что сообщение изменилось:" in told.text


def test_a_log_gets_plain_text_and_a_terminal_gets_colours() -> None:
    log, terminal = Told(), Told(terminal=True)
    for told in (log, terminal):
        told.transcript.open_chapter(2, "demo-chapter-joining", NOW)

    assert "\x1b" not in log.text
    assert "2. Люди присоединяются · вторник, 1 декабря, 11:00" in log.text
    assert "\x1b[" in terminal.text


def test_long_lines_are_wrapped_within_their_frame() -> None:
    told = Told()
    told.transcript.show("Анна", {"message_id": 1, "text": "слово " * 30})
    lines = told.text.splitlines()[2:]

    assert len(lines) > 2
    assert all(line.startswith("  │ слово") and len(line) <= 60 for line in lines)


def test_nothing_is_told_while_it_is_muted() -> None:
    told = Told()
    with told.transcript.muted():
        told.transcript.act("Анна", "demo-blocks")
    told.transcript.act("Борис", "demo-blocks")

    assert told.text == "\n  Борис блокирует бота\n"


def test_a_failure_tells_what_was_expected_and_what_came_instead() -> None:
    told = Told()
    told.transcript.fail("Напоминание", "Анна did not see it")

    assert told.text.index("Ожидалось") < told.text.index("│ Напоминание")
    assert told.text.index("Вместо этого") < told.text.index("│ Анна did not see it")
