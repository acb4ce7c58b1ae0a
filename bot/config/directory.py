"""The section of config.toml about the directory."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from bot.config.values import BadValue
from bot.config.voting import Section
from bot.domain.searching.fields import FieldOfWork, field_of

LONGEST_NAME = 60

FIELDS = (
    "Дети и семья: ребёнок, детский сад, мамы, родители, сироты, многодетные, малыши, приёмные",
    "Пожилые люди: старики, пенсионеры, бабушки, дедушки, старшее поколение, ветераны, долголетие",
    "Инвалидность: инвалиды, ОВЗ, ДЦП, аутизм, слепые, незрячие, глухие, реабилитация, особые дети",
    "Трудная ситуация: бездомные, малоимущие, нуждающиеся, еда, одежда, вещи, ночлег, кризис",
    "Здоровье: больные, онкология, рак, доноры, медицина, хоспис, психолог, зависимость, ВИЧ",
    "Животные: собаки, кошки, коты, щенки, котята, питомцы, приют, зоозащита, ветеринар, птицы",
    "Экология: природа, лес, деревья, мусор, отходы, переработка, раздельный сбор, озеленение, эко",
    "Культура и искусство: театр, музыка, концерты, живопись, художники, танцы, литература, хор",
    "История и наследие: краеведение, краеведы, музей, памятники, традиции, ремёсла, предки",
    "Образование: учёба, школа, обучение, курсы, уроки, кружки, наука, лекции, репетиторы, учителя",
    "Спорт: бег, лыжи, футбол, физкультура, тренировки, ЗОЖ, здоровый образ жизни, туризм, секции",
    "Молодёжь: молодёжный, подростки, студенты, школьники",
    "Добровольчество: волонтёры, добровольцы, волонтёрство",
    "Город и село: двор, благоустройство, соседи, ТОС, парк, урбанистика, территории, деревня",
    "Поддержка НКО: юрист, гранты, ресурсный центр, консультации, бухгалтер, права",
)
"""What the organisations of an alliance usually do, each with other words for it."""


def _named_once(fields: tuple[str, ...]) -> tuple[str, ...]:
    names = [field_of(one).name for one in fields]
    if not all(0 < len(name) <= LONGEST_NAME for name in names):
        raise BadValue("config-field-name")
    if any("·" in name for name in names):
        raise BadValue("config-field-dot")
    if len(set(names)) < len(names):
        raise BadValue("config-twice")
    return fields


class DirectorySection(Section):
    """The directory of the organisations."""

    fields: Annotated[
        tuple[Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)], ...],
        AfterValidator(_named_once),
    ] = Field(default=FIELDS, description="remedy-fields")
    for_strangers: bool = Field(default=False, description="remedy-true-or-false")

    @property
    def known(self) -> tuple[FieldOfWork, ...]:
        """The fields, with the words by which people search for them."""
        return tuple(map(field_of, self.fields))
