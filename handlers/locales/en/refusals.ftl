# Refusals: what happened and what to do. The key is the class in bot/domain/refusals.py.

NotMember = You are not with us yet. Open your invitation link: you can get it from the leader of your organisation or from the alliance's organisers.
ConsentMissing = First we need your consent to the processing of your data. Send /start to the bot.
OnlyForOrganisers = Organisers can do this. If you need it too, ask the administrator for the rights.
OnlyForAdministrators = Only the alliance's administrators can do this. Ask them for help.
InvitationInvalid = There is no such invitation. Check that the whole link was copied, or ask the organisers for a new one.
InvitationUsed = This invitation has already been used. If it was not you, tell the organisers.
InvitationExpired = The invitation has expired. Ask the organisers for a new one.
AlreadyMember = You are already with us, as { $name }. Your events: /events
EventNotFound = There is no such event. See what is ahead: /events
EventIsCancelled =
    The event is cancelled: { $title }
    What else is ahead: /events
EventIsOver =
    The event is already over: { $title }
    What else is ahead: /events
TitleMissing = What is the event called? Write it in one line.
TitleTooLong = The title is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
DescriptionTooLong = The description is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
PlaceMissing = Where will it be? Write the place in one line.
PlaceTooLong = The place is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
ReasonTooLong = The reason is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
MomentUnreadable = I could not read the date. Write, for example: 5 December 18:30 or 05.12 18:30.
NoSuchDay = There is no such day in the calendar. Write, for example: 5 December 18:30.
NoSuchTime = There is no such time. Write, for example: 18:30.
MomentPast = This time has already passed: { $moment }. Choose a later one.
MomentTooFar = That is too far away. You can plan no further than { $years ->
    [one] { $years } year
   *[other] { $years } years
} ahead.
MomentUnchanged = The event is already at that time. Choose another.
DurationUnreadable = I could not read the duration. Write, for example: 2 hours, 1:30 or 90 minutes.
DurationOutOfRange = An event lasts from { $shortest_minutes } minutes to { $longest_days } days. Write, for example: 2 hours.
AudienceEmpty = None of these people have joined the bot yet. Choose others, or hand out invitations first.
UnknownTimeZone = There is no such time zone. Choose one from the list: /me
UnknownLanguage = The bot does not speak this language yet. Choose one from the list: /me
ButtonTooOld = This button no longer works. Start again: /start, or go straight to /events

stale-button = This button belongs to an old message. Open everything again: /events or /manage
storage-unavailable = We cannot save this right now. Try again in a minute. If it happens again, tell the organisers the code { $id }.
unexpected = Something broke, sorry. Please try again. If it happens again, tell the organisers the code { $id }.
