"""Templates: contents with open fields, stored for later use."""

from collections.abc import Mapping

from bot.domain.announcements.announcements import (
    Template,
    TemplateId,
    checked_contents,
    checked_template_name,
)
from bot.domain.announcements.contents import Content
from bot.domain.announcements.refusals import TemplateNameTaken, TemplateNotFound
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.prompts import end_prompt
from bot.services.transactions import RuledService, reading, transaction


class Templates(RuledService):
    """The organisers' templates, for organisers only."""

    @transaction
    def save(
        self, tx: Transaction, actor: MemberId, name: str, contents: Mapping[str, Content]
    ) -> TemplateId:
        """Store contents under a name; refuse a name that another template has."""
        organiser = require_organiser(tx, actor, self._rules)
        checked = checked_template_name(name)
        if tx.templates.by_name(checked) is not None:
            raise TemplateNameTaken(checked)
        now = self._clock.now()
        template = tx.templates.add(checked, checked_contents(contents), organiser.id, now)
        tx.audit.add(organiser.id, "template.save", f"template:{template}", now)
        end_prompt(tx, organiser.id)
        return template

    @reading
    def listed(self, tx: Transaction, actor: MemberId) -> list[Template]:
        """Return all templates by name."""
        require_organiser(tx, actor, self._rules)
        return tx.templates.all()

    @reading
    def get(self, tx: Transaction, actor: MemberId, template: TemplateId) -> Template:
        """Return a template; refuse a deleted one."""
        require_organiser(tx, actor, self._rules)
        return _require(tx, template)

    @transaction
    def delete(self, tx: Transaction, actor: MemberId, template: TemplateId) -> None:
        """Delete a template; announcements made from it do not change."""
        organiser = require_organiser(tx, actor, self._rules)
        found = _require(tx, template)
        tx.templates.remove(found.id)
        now = self._clock.now()
        tx.audit.add(organiser.id, "template.delete", f"template:{found.id}", now)


def _require(tx: Transaction, template: TemplateId) -> Template:
    found = tx.templates.get(template)
    if found is None:
        raise TemplateNotFound
    return found
