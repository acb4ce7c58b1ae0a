"""Buttons of the board that tells whom no message reaches."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id, PageNumber


class BlockedButton(CallbackData, prefix="blocked"):
    """A page, from 0, of the people who blocked the bot."""

    page: PageNumber = 0


class HouseButton(CallbackData, prefix="house"):
    """A page, from 0, of an organisation's people."""

    organisation_id: Id
    page: PageNumber = 0


class InviteButton(CallbackData, prefix="invite"):
    """A new personal invitation for somebody, worth more than every earlier one."""

    member_id: Id
