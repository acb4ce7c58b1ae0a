# Refusals: what happened and what to do. The key is the class in the refusals.py of its noun (bot/domain).

NotMember = You are not with us yet. Open your invitation link (the leader of your organisation or the organisers have it); if your organisation wants to join, send /start.
not-member-contact = You are not with us yet. Open your invitation link, or send /start if your organisation wants to join. Does it not work? Ask: { $contact }
TooFast = Too fast: we cannot keep up. Please wait a little and repeat the last thing.
ConsentMissing = First we need your consent to the processing of your data. Send /start to the bot.
OnlyForOrganisers = Organisers can do this. If you need it too, ask the administrator for the role of an organiser.
OnlyForAdministrators = Only the alliance’s administrators can do this. Ask them for help.
OnlyForPresiding = This belongs to the chair and the secretary of the council. Ask one of them.
InvitationInvalid = There is no such invitation. Check that the whole link was copied, or ask the organisers for a new one.
InvitationUsed = This invitation has already been used. If it was not you, tell the organisers.
InvitationExpired = The invitation has expired. Ask the organisers for a new one.
AlreadyMember = You are already with us, as { $name }. Your events: /events
PersonReached = Messages reach { $name } already: no invitation is needed.
InvitationNeedsAdministrator = This person has a role in the alliance or speaks for an organisation. An administrator gives them a link, or the leader of their organisation.
InvitationNotTrusted = While the link was waiting, this person was given a role, and it does not suffice any more. Ask an administrator for a new one.
AccountReplaced = This account is no longer yours here: another one took its place, { $moment }. If it was not you, tell the chair or an administrator at once.
NotYoursToConfirm = The chair or the secretary confirms a new account. Their own is confirmed by the other of them, or by an administrator.
RebindingIsDecided = This has been decided already, and cannot be changed. If it is a mistake, write to an administrator.
AccountNotConfirmed = You came with a new account while this vote was open. You can vote in it once the chair or the secretary has confirmed that it is you.
OrganisationNotFound = There is no such organisation. Open the list again: /directory
EventNotFound = There is no such event. See what is ahead: /events
EventForOthers = You have not been invited to this event yet. Would you like to come? Ask the organiser for an invitation.
EventIsCancelled =
    The event is cancelled: { $title }
    What else is ahead: /events
EventIsOver =
    The event is already over: { $title }
    What else is ahead: /events
EventOfMeeting = This is a general meeting: everybody has been told when and where it is. The chair and the secretary of the council can call it off: /meeting
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
MomentUnreadable = The date could not be read. Write, for example: 5 December 18:30 or tomorrow at 10.
NoSuchDay = There is no such day in the calendar. Write, for example: 5 December 18:30.
NoSuchTime = There is no such time. Write, for example: 18:30.
OneMomentAsked = One time is needed here, not from one to another. Write, for example: tomorrow 10:00.
DayVague = On which day exactly? Write, for example: Saturday 10:00 or 5 December 10:00.
TimeVague = At what time exactly? Write, for example: tomorrow 10:00.
HourUnclear = Is that { $early } or { $late }? Write it exactly, for example: { $late }.
MidnightUnclear = A day both begins and ends at midnight. Write the day and the time, for example: 5 December 00:00 or 5 December 23:59.
WeekdayIsToday = { $weekday ->
    [mon] Today is Monday
    [tue] Today is Tuesday
    [wed] Today is Wednesday
    [thu] Today is Thursday
    [fri] Today is Friday
    [sat] Today is Saturday
   *[sun] Today is Sunday
}: do you mean today or in a week? Write, for example: today 18:30 or in a week 18:30.
WeekdayWrong = { $weekday ->
    [mon] That is a Monday
    [tue] That is a Tuesday
    [wed] That is a Wednesday
    [thu] That is a Thursday
    [fri] That is a Friday
    [sat] That is a Saturday
   *[sun] That is a Sunday
}: the day of the week does not match the date. Write, for example: 5 December 18:30.
MomentPast = This time has already passed: { $moment }. Choose a later one.
MomentTooFar = That is too far away. You can plan no further than { $years ->
    [one] { $years } year
   *[other] { $years } years
} ahead.
MomentUnchanged = The event is already at that time. Choose another.
DurationUnreadable = The duration could not be read. Write, for example: 2 hours, an hour and a half or 1:30.
DurationOutOfRange = An event lasts from { $shortest_minutes } minutes to { $longest_days } days. Write, for example: 2 hours.
AudienceEmpty = None of these people are connected to the bot yet. Choose others, or hand out invitations first.
EventHasBegun = The event has begun, so the seat can no longer be handed over: { $title }
NoSeatYet = You have no seat yet: you are on the waitlist. We will write as soon as one is free.
NotOfOneOrganisation = A seat can only be handed to a colleague of your own organisation.
ColleagueUnavailable = This person cannot be asked now: they have a seat, have said no, or no message reaches them. Please choose somebody else.
SubstitutionOver = This request is no longer open: it was answered or taken back. Your events: /events
AlreadyGoing = You already have a seat at this event. Tap “I cannot”, so that your colleague can ask somebody else.
NotConfigured = The bot has not been told which chat this is. Ask an administrator to send /here in it, or, for a channel, to forward one of its posts to the bot.
NotPublished = The event is not published yet. Publish it first.
GuestLinkUsed = This link no longer lets anybody in. You still have the event that you have entered: /events
GuestLinkClosed = This link no longer works. Ask the person who invited you for a new one.
TextMissing = There is no text in the message. Please write what people are to know.
TextTooLong = The message is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
NobodyConcerned = The bot can write to nobody among them. Choose others.
PassInvalid = There is no such pass. Check that the whole code is in the frame, or find the person by name.
NotHelper = Show this code at the door: the organisers and their helpers check people in there. Would you like to help? Tell the organisers.
DoorClosed = It is too early to check people in. The door opens: { $opens_at }.
ScreenTurned = The code on the screen has changed. Scan it once more.
RsvpClosed = You could sign up until { $deadline }. If your plans have changed, tap “Not going”.
NotGoing = First say that you are going: open the event and tap “Going”.
TooManyGuests = { $most ->
    [0] People come to this event without guests.
    [one] You may bring { $most } guest at most.
   *[other] You may bring { $most } guests at most.
}
NoRoomForGuests = { $free ->
    [0] There are no free seats for guests.
    [one] There is only { $free } free seat for guests.
   *[other] There are only { $free } free seats for guests.
}
PartyTooLarge = So many people will not fit in together: there are { $most } seats, yours included. Bring fewer guests.
GuestNameMissing = Write the names of your guests, each on a line of its own.
GuestNameTooLong = The guest’s name is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Write each name on a line of its own.
RoomTooLong = The room’s name is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
LinkUnreadable = This does not look like a link. Please copy it whole, with its https://
NumberUnreadable = The number could not be read. Please write it in digits, for example: 20.
CapacityOutOfRange = There can be 1 to { $most } seats. Write, for example: 20.
QuotaOutOfRange = An organisation can have 1 to { $most } seats. Write, for example: 2.
GuestsOutOfRange = There can be 0 to { $most } guests. Write, for example: 1.
DeadlineOutOfRange = Sign-up can only close in the future, and no later than the start: { $starts_at }. Choose another time.
PublicationTooLate = It has to be published before the start: { $starts_at }. Choose an earlier time.
RepetitionTooLong = Too many dates: { $limit } fit. Take a smaller number or a nearer day.
RepetitionTooShort = It takes at least two times to repeat. Take a larger number or a later day.
AlreadyPublished = The event is published already, and the invitations are sent.
UnknownTimeZone = There is no such time zone. Choose one from the list: /me
UnknownLanguage = The bot does not speak this language yet. Choose one from the list: /me
DraftLost = Your draft was not kept: the bot has been updated since. Sorry! Please start again.
ButtonTooOld = This button no longer works. Start again: /start, or go straight to /events
AlreadyHandled = The bot was restarted and may not have had time to answer. See whether what you asked for is done; if not, please ask again.
ChoiceGone = That is no longer on the list. Choose from what is shown now.

# --- Votes: bot/domain/polls/refusals.py ---------------------------------------------------------

QuestionMissing = What is the vote about? Write the question or the draft decision.
QuestionTooLong = The question is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Shorten it, and attach the details as a file.
ClauseMissing = Say where the rule comes from, for example: Charter, clause 5.4.
ClauseTooLong = The reference to the rule is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
ShareOutOfRange = There is no such share. Take more than nothing and at most the whole, for example: more than 1/2, or at least 2/3.
CandidatesMissing = There is nobody to vote on yet. Name at least one candidate.
CandidatesNotExpected = This vote has no candidates: the decision is taken as a whole.
CandidateRepeated = This candidate is on the list already. Each can be listed only once.
CandidatesAlike = This name occurs twice. Add a patronymic or the organisation: { $name }
TooManyCandidates = One ballot has room for { $most ->
    [one] { $most } candidate
   *[other] { $most } candidates
}. Divide the vote into several.
CandidateNameMissing = What is the candidate called? Write it in one line.
CandidateNameTooLong = The candidate’s name is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
SeatsOutOfRange = { $most ->
    [1] There is nothing to choose here: there is one seat.
   *[other] There can be 1 to { $most } seats. Write, for example: 5.
}
CorrespondenceForbidden = Only the highest body decides this, and not by correspondence. Choose another way to vote, or name the clause of the charter that allows it.
SecretCannotBeLive = A secret vote has no interim results: they would show who voted how.
ClosingOutOfRange = A vote lasts from { $shortest_minutes ->
    [one] { $shortest_minutes } minute
   *[other] { $shortest_minutes } minutes
} to { $longest_days ->
    [one] { $longest_days } day
   *[other] { $longest_days } days
}. Choose another time for its end.
OmissionUnexplained = Everybody who is entitled votes. To leave anybody without a ballot, a clause of the charter and a reason are needed: give them in the settings, “Who votes”.
ElectorateEmpty = There is nobody to vote yet: the list is empty. Check who is entitled to vote.

ClockBehind = The server's clock is slow: the last record was made at { $latest }. Nothing can be recorded until it has caught up. Please try later, or tell the administrator.
PollNotFound = There is no such vote. See which there are: /polls
PollNotOpenYet = The vote has not begun. We will send you the ballot when it opens: { $question }
PollIsOpen = The vote is under way, it can only be closed or cancelled: { $question }
PollIsClosed = The vote is closed and takes no more ballots. Results: /polls. The question: { $question }
PollIsCancelled = The vote is cancelled and takes no ballots. Details: /polls. The question: { $question }
ReasonMissing = Write the reason: everybody who votes will see it.

NotEntitled = You have no ballot in this vote. See where you vote: /polls
AuthorityEnded = Your authority has ended, so this ballot cannot be cast by you. If that is a mistake, write to the secretary of the council.
VoterRecused = A recusal was declared, so no ballot can be cast here. A recusal cannot be taken back.
BallotFinal = This ballot has been cast and will be counted. The vote is secret: it cannot be changed. Its number can be seen again until the end of the vote: “More…” → “My number”.
BallotKeyLost = The secret ballots of this vote can no longer be read: their key is lost. The vote is being called off and can be held again.
NumberUnknown = The bot cannot tell this number: the ballot is not cast yet, or was cast before the bot was updated. A number that it showed then holds.
BallotInvalid = This ballot no longer fits. Your vote is not spent: open the vote again, /polls
BallotIncomplete = The ballot is not filled in yet. Make your choice, then vote.
TooManyApprovals = You can choose no more than { $most ->
    [one] { $most } candidate
   *[other] { $most } candidates
}. Take somebody off to choose another.
BallotNumberInvalid = This does not look like the number of a ballot. It has 26 characters, in groups of four. Please copy all of it.

ProxyIncomplete = A proxy has a number and a scope. Please write both.
ProxyTooLong = Too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, and the minutes have room for { $limit }. Please shorten it.
ProxyNotIssued = The day on which the proxy was given is in the future. Check the date on the paper.
ProxyUnconfirmed = The proxy has not been checked yet. It can be used once the secretary of the council has seen the paper.
ProxyNotByLeader = An organisation's proxy is signed by its leader, not by a delegate (Civil Code, art. 185.1, p. 4).
ProxyIssuerMissing = The bot does not know the leader of the organisation. Hand the proxy to the secretary of the council, who registers it from the paper.
ProxyNotInCouncil = In the council everybody votes in person. Proxies are possible only if the charter allows them: then its clause is written into the settings of the bot.
ProxyHolderFull = This person holds { $most ->
    [one] { $most } proxy
   *[other] { $most } proxies
} already, and one person cannot hold more. Choose somebody else.
ProxyExpired = The proxy has expired: { $expires_at }. It takes a new one to vote.
ProxyGiven = The vote was handed over by proxy No. { $number }. While it is in force, its holder votes.
ProxyRepeated = There is a proxy for this ballot already, and it is in force. To give another, revoke it first.
ProxyRevoked = Proxy No. { $number } is revoked. The voter casts the ballot.
ProxyMissing = There is no such proxy now. Open the vote again: it shows who votes.
ProxyUsed = The holder of the proxy has voted. Revoke the proxy first, then declare the conflict.
ProxyTooLate = The ballot has been cast, so it cannot be handed over by proxy.
ProxyHolderIneligible = Only somebody who also takes part in this vote can hold the proxy: a delegate of another organisation or another member of the council.

StrawPollUnreadable = In a group, write: /straw Question | Option | Another option. To hide who chose what: /straw! … To close it in two hours: … | 2 hours
StrawOptionsOutOfRange = There can be { $fewest } to { $most } options. Write: /straw Question | Option | Another option
StrawOptionRepeated = Two options are the same. Take one of them away.
StrawPollTooLong = Too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, the limit is { $limit }. Please shorten it.
StrawDurationOutOfRange = A poll lasts from { $shortest_minutes ->
    [one] { $shortest_minutes } minute
   *[other] { $shortest_minutes } minutes
} to { $longest_days ->
    [one] { $longest_days } day
   *[other] { $longest_days } days
}. Write at the end, for example: | 2 hours
StrawPollElsewhere = Such polls are asked in a group. Send there: /straw Question | Option | Another option
StrawPollNotPosted = Telegram did not let the bot ask a poll in this group. Check whether polls can be sent there.

stale-button = This button belongs to an old message. Open everything again: /events or /manage
storage-unavailable = We cannot save this right now. Try again in a minute. If it happens again, tell the organisers the code { $id }.
answer-lost = The connection to Telegram broke off. If you see no answer, please try again.
unexpected = Something broke, sorry. Please try again. If it happens again, tell the organisers the code { $id }.
LinesTooMany = Too many lines: there can be at most { $limit }. Leave some out and write them down separately.
TooManyMaterials = At most { $most } files can be attached. Take one off to add another.
CandidateNotMember = Candidates are people of the alliance's organisations. Find the person and choose them from the list.
CouncilNotElected = Only an election gives a seat in the council.
CompetenceMissing = Say by which clause this is for the general meeting alone: for example, “7-ФЗ, ст. 29, п. 3”.
ExclusiveInCouncil = Only the general meeting decides such a question (7-ФЗ, art. 29, p. 3): the council cannot. Go back and choose the rules of the general meeting.
ExclusiveBySimpleMajority = What only the general meeting decides is not adopted by a simple majority (7-ФЗ, art. 29, p. 4). Set the majority of your charter, for example: at least 2/3.
QuorumTooSmall = This quorum is below the law's. { $bound ->
    [more_than] A general meeting needs more than half (7-ФЗ, art. 29, p. 4).
   *[at_least] { $body ->
        [council] The council needs at least half (Civil Code, art. 181.2, p. 1).
       *[general] A vote by correspondence needs at least half (Civil Code, art. 181.2, p. 1.1).
    }
}
RemoteClauseMissing = A remote meeting is held only if the charter provides for it. Give the clause, or choose a vote by correspondence.
SessionTooLong = A remote meeting lasts at most { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}. If people vote for days, choose a vote by correspondence.
AnnouncedDateStands = A vote by correspondence runs until the announced date: { $closes_at }. It closes earlier only if everybody has voted.
PresenceMissing = Mark who is present: at a meeting those who stay silent count too. Open the vote and close it again: /polls
ResultsHidden = The result will be known when the vote is over.
NoTie = There is no tie here: neither a second round nor a lot is needed.
TieSettled = This is settled already: a second round was called or a lot recorded. Open the vote again: /polls
LotInvalid = { $seats ->
    [one] The lot fills { $seats } seat: choose as many winners from those who are tied.
   *[other] The lot fills { $seats } seats: choose as many winners from those who are tied.
}
NotAgainst = This is recorded only of those who voted against.
DissentOfWhom = There are several candidates and the ballot is secret. Please write whom you are against: the bot does not know.
StatementTooLong = Too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, and the minutes have room for { $limit }. Please shorten it.

LastAdministrator = This is the last administrator who is in the bot. First give this role to somebody else.
OnlyAdministratorStays = You are the only administrator in the bot now. Give the role to somebody else in /admin, and your data can be erased.
AdministratorByConfiguration = The server’s settings name this administrator (administrators in config.toml), and they prevail. Change them to take the role.
RoleNotHeld = { $name } does not have this role any more. Please open the card again.
RoleNeedsOrganisation = Only a person of an organisation can lead it, and this one belongs to none yet. Choose the organisation on their card first.
RoleNotForGuests = { $name } is a guest. Only people of the alliance have roles: invite the person first.
RoleDaysPast = This day is over. Choose today or a later day.
RoleDaysTooFar = This is more than ten years ahead. Choose a nearer day.
RoleDaysReversed = The role would end before it begins. Choose a later day.
PersonNotFound = There is no such person. They may have erased their data.
PersonChangedMeanwhile = Another administrator has changed these data already. Your changes are not saved: open the card again.
SamePerson = This is one and the same record. Choose the second one.
MergedVotes = The record that would go takes part in a vote that is not over. Keep that one instead, or wait for the end of the vote.
BothVote = Both records take part in votes that are not over. They can be merged when the votes have ended.
MergedUnconfirmed = One of the records has a new account that nobody has confirmed. Have it confirmed or rejected first.
OrganisationKnown = There is an organisation with this INN already: { $name }. Choose it in the list.
PersonKnown = { $name } is in this organisation already. Find the person by name.
CellRefused = { $fault ->
    [missing] This cannot be left empty. Please write an answer.
    [too_long] This is too long. Please write less.
    [not_inn] This is no INN of an organisation: it has 10 digits, and the last one is a check digit.
    [not_phone] This does not look like a phone number. Write one, for example +7 343 371-12-34.
    [not_email] This does not look like an e-mail address. Write one, for example anna@example.org.
   *[other] It cannot be written down like this. Please write plain text.
}
UploadUnreadable = The file could not be read. It takes an XLSX or CSV spreadsheet up to 20 MB, with the sample’s headings and at least one row.
UploadGone = This spreadsheet is loaded already, or another one has replaced it. Please send the file again.
