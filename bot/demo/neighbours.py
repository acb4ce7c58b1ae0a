"""The last part of the story: an organisation is found in the directory, and answers a letter."""

from bot.demo.actors import Actor, NotSeen
from bot.demo.acts import Act
from bot.demo.cast import DemoCast
from bot.domain.people.members import Role


class DirectoryChapter(Act):
    """Plays how people find an organisation, write to it, and how it edits its card."""

    async def play(self, cast: DemoCast) -> None:
        """Play from a misspelt name to the edited card."""
        self._open("demo-chapter-directory")
        leader = _leader_among(cast.silent)
        await self._find(cast.doubter, leader)
        await self._write(cast.doubter, leader)
        await self._edit(leader)
        self._transcript.tell("demo-directory-edited")

    async def _find(self, reader: Actor, leader: Actor) -> None:
        """Search by the leader's name with two letters swapped."""
        title = leader.figure.organisation.short_name
        typed = _misspelt(leader.name)
        await reader.says("/directory")
        await reader.is_offered(reader.label("button-directory-fields"))
        await reader.says(typed)
        await reader.sees(reader.words("directory-found-by", text=typed))
        await reader.taps(title)
        await reader.sees(title, reader.words("directory-card-leader", name=leader.name))

    async def _write(self, reader: Actor, leader: Actor) -> None:
        title, t = leader.figure.organisation.short_name, self._stage.t
        letter, answer = t.plain("demo-directory-letter"), t.plain("demo-directory-answer")
        await reader.taps(reader.label("button-directory-write"))
        await reader.sees(reader.words("directory-write", title=title, name=reader.name))
        await reader.says(letter)
        await reader.sees(reader.words("directory-written", title=title))
        await leader.sees(reader.name, letter)
        await leader.taps(leader.label("button-directory-answer"))
        await leader.sees(leader.words("directory-answer", name=leader.name))
        await leader.says(answer)
        await reader.sees(leader.name, answer)

    async def _edit(self, leader: Actor) -> None:
        about = self._stage.t.plain("demo-directory-about")
        await leader.says("/directory")
        await leader.taps(leader.label("button-directory-own"))
        await leader.taps(leader.label("button-directory-edit"))
        await leader.taps(leader.label("directory-edit-edit-about"))
        await leader.sees(leader.words("directory-edit-about"))
        await leader.says(about)
        await leader.sees(about)
        await leader.taps(leader.label("directory-edit-save"))
        await leader.sees(leader.words("directory-edit-saved"))


def _leader_among(actors: tuple[Actor, ...]) -> Actor:
    """Return somebody who leads an organisation."""
    for actor in actors:
        if Role.LEADER in actor.figure.details.roles:
            return actor
    raise NotSeen("a leader", "nobody")


def _misspelt(name: str) -> str:
    """Return a name with the second and the third letter of its last word swapped."""
    first, _, last = name.rpartition(" ")
    return f"{first} {last[0]}{last[2]}{last[1]}{last[3:]}".strip()
