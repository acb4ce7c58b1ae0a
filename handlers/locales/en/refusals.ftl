# Refusals: what happened and what to do. The key is the class in bot/domain/refusals.py.

NotMember = You are not with us yet. Open your invitation link: the leader of your organisation or the organisers of the alliance have it.
ConsentMissing = First we need your consent to the processing of your data. Press /start.
OnlyForOrganisers = This is for organisers. If you are one, ask the administrator for the rights.
OnlyForAdministrators = Only the alliance's administrator can do this.
InvitationInvalid = There is no such invitation. See that the whole link was copied, or ask the organisers for a new one.
InvitationUsed = Somebody has already come in by this invitation. If it was not you, tell the organisers.
InvitationExpired = The invitation has expired. Ask the organisers for a new one.
AlreadyMember = You are with us already: this account belongs to { $name }.
EventNotFound = There is no such event. See what lies ahead: /events
EventIsCancelled = “{ $title }”: the event is cancelled, no answers are needed any more.
EventIsOver = “{ $title }”: the event is over.
TitleMissing = What is the event called? Write it in one line.
TitleTooLong = The title is too long: { $length } characters where { $limit } fit. Please shorten it.
DescriptionTooLong = The description is too long: { $length } characters where { $limit } fit. Please shorten it.
PlaceMissing = Where will it be? Write the place in one line.
PlaceTooLong = The place is too long: { $length } characters where { $limit } fit. Please shorten it.
ReasonTooLong = The reason is too long: { $length } characters where { $limit } fit. Please shorten it.
MomentUnreadable = I could not read the date. Write, for example: 5 December 18:30 – or 05.12 18:30.
NoSuchDay = There is no such day in the calendar. Write, for example: 5 December 18:30.
NoSuchTime = There is no such time. Write, for example: 18:30.
MomentPast = { $moment } is past. Choose a time that lies ahead.
MomentTooFar = That is too far away. The bot plans no further than { $years ->
    [one] { $years } year
   *[other] { $years } years
} ahead.
MomentUnchanged = The event is at that time already. Choose another.
DurationUnreadable = I could not read the duration. Write, for example: 2 hours, 1:30 or 90 minutes.
DurationOutOfRange = An event lasts from { $shortest_minutes } minutes to { $longest_days } days. Write, for example: 2 hours.
AudienceEmpty = None of these people have joined the bot yet. Choose others, or hand out invitations first.
UnknownTimeZone = There is no such time zone. Choose one from the list: /me
UnknownLanguage = The bot does not speak this language yet. Choose one from the list: /me
ButtonTooOld = This button no longer works. Open the events again: /events

stale-button = This button belongs to an old window. Open it again: /events or /manage
storage-unavailable = It cannot be saved right now. Try again in a minute. If it happens again, tell the organisers the code { $id }.
unexpected = Something broke, we are looking into it. Please try again. If it happens again, tell the organisers the code { $id }.
