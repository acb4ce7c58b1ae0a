"""Look up resources and bookings with what the acting person may do, or refuse."""

from bot.domain.events.events import Event
from bot.domain.people.members import Member, MemberId, OrganisationId, Role
from bot.domain.rooms.bookings import Booking, BookingId, BookingState
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.refusals import BookingGone, OnlyForKeepers, ResourceGone
from bot.domain.rooms.resources import Resource, ResourceId
from bot.ports import Transaction


def require_resource(tx: Transaction, resource: ResourceId) -> Resource:
    """Return a resource that can be booked; refuse one that was removed."""
    found = tx.resources.get(resource)
    if found is None or found.removed_at is not None:
        raise ResourceGone
    return found


def require_keeping(tx: Transaction, member: Member) -> None:
    """Refuse a person who neither organises nor keeps anything."""
    if not member.is_organiser and not any(one.is_kept_by(member) for one in tx.resources.all()):
        raise OnlyForKeepers


def speakers_of(tx: Transaction, organisation: OrganisationId | None) -> frozenset[MemberId]:
    """Return who speaks for an organisation; nobody does for one that is no member."""
    return tx.organisations.speakers(organisation) or frozenset() if organisation else frozenset()


def house_of(tx: Transaction, member: Member) -> OrganisationId | None:
    """Return the organisation for which a person books; None for the alliance itself."""
    speaks = member.id in speakers_of(tx, member.organisation)
    return member.organisation if speaks else None


def event_of(tx: Transaction, booking: Booking) -> Event | None:
    """Return the event that takes place in what is booked, unless it is cancelled."""
    event = None if booking.event is None else tx.events.get(booking.event)
    return None if event is None or event.is_cancelled else event


def hosts_of(tx: Transaction, booking: Booking) -> list[MemberId]:
    """Return who made the event that takes place in what is booked, or all organisers."""
    event = event_of(tx, booking)
    if event is None:
        return []
    author = tx.members.get(event.created_by)
    if author is not None and author.is_organiser and author.has_joined:
        return [author.id]
    return _organisers(tx)


def concerned(tx: Transaction, booking: Booking) -> list[MemberId]:
    """Return who is told of a booking: who asked, or who speaks for the organisation.

    Who asked is not told any more after leaving the organisation.
    """
    asker = None if booking.member is None else tx.members.get(booking.member)
    if asker is not None and asker.has_joined and booking.is_of(asker, ()):
        return [asker.id]
    return sorted(speakers_of(tx, booking.organisation))


def others_to_tell(tx: Transaction, booking: Booking, lost: MemberId) -> list[MemberId]:
    """Return whom the bot can reach of a booking's people, besides one whom it could not."""
    people = {*concerned(tx, booking), *speakers_of(tx, booking.organisation)} - {lost}
    found = (tx.members.get(one) for one in sorted(people))
    return [one.id for one in found if one is not None and one.has_joined and one.reachable]


def keepers_of(tx: Transaction, resource: Resource) -> list[MemberId]:
    """Return who decides on the bookings of a resource: its keeper, or all organisers."""
    keeper = None if resource.plan.keeper is None else tx.members.get(resource.plan.keeper)
    if keeper is not None and keeper.has_joined:
        return [keeper.id]
    return _organisers(tx)


def _organisers(tx: Transaction) -> list[MemberId]:
    return tx.members.holders(Role.ORGANISER) or tx.members.holders(Role.ADMINISTRATOR)


def view_of(tx: Transaction, booking: Booking, reader: Member | None) -> BookingView:
    """Return a booking with what it is of, whose it is, and what the reader may do."""
    resource = tx.resources.get(booking.resource)
    if resource is None:  # cannot happen: resources are not deleted
        raise ResourceGone
    house = None if booking.organisation is None else tx.organisations.get(booking.organisation)
    person = None if booking.member is None else tx.members.get(booking.member)
    mine = reader is not None and booking.is_of(reader, speakers_of(tx, booking.organisation))
    return BookingView(
        booking,
        resource,
        "" if house is None else house.display_name,
        "" if person is None else person.name,
        mine=mine,
        kept=reader is not None and resource.is_kept_by(reader),
        dates=tuple(one.span.start for one in dates_in(tx, booking, booking.state)),
        organises=reader is not None and reader.is_organiser,
    )


def dates_in(tx: Transaction, booking: Booking, state: BookingState) -> list[Booking]:
    """Return the dates of a booking's series that are in a state; of none, the booking itself."""
    if booking.series is None:
        return [booking] if booking.state is state else []
    return [one for one in tx.bookings.of_series(booking.series) if one.state is state]


def seen_booking(tx: Transaction, member: Member, booking: BookingId) -> BookingView:
    """Return a booking for whom it concerns; refuse it to others as if there were none."""
    found = tx.bookings.get(booking)
    if found is None:
        raise BookingGone
    view = view_of(tx, found, member)
    if not (view.mine or view.kept):
        raise BookingGone
    return view


def own_booking(tx: Transaction, member: Member, booking: BookingId) -> BookingView:
    """Return a booking for which the person may act; refuse any other."""
    view = seen_booking(tx, member, booking)
    if not view.mine:
        raise BookingGone
    return view


def kept_booking(tx: Transaction, member: Member, booking: BookingId) -> BookingView:
    """Return a booking on which the person decides; refuse any other."""
    view = seen_booking(tx, member, booking)
    view.resource.require_keeper(member)
    return view
