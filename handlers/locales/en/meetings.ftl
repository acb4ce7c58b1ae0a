### The general meeting.

# --- letters ---
meeting-notice =
    📣 You are invited to the general meeting!

    <b>{ $title }</b>
    { $starts }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, or from afar
       *[mixed] { $place }, from afar, or by a ballot sent before
    }

    <b>Agenda</b>
    { $agenda }{ $more ->
        [0] {""}
       *[other] {""}
    …and { $more } more
    }{ $files ->
        [0] {""}
       *[other] {""}

    📎 The materials are behind the button below.
    }

    Registration is on the day of the meeting. Delegates, please bring the document of your authority. You cannot come? Your leader can give a proxy to the person who comes instead.
meeting-called-off =
    ❌ Cancelled: <b>{ $title }</b>

    It was planned for { $starts }.{ $told ->
        [yes] {""}
    Reason: { $reason }
       *[no] {""}
    }
meeting-upheld = { $mine ->
        [yes] ✅ <b>Your objection was upheld.</b>
       *[no] ✅ <b>The meeting has upheld an objection.</b>
    }

    { $words }{ $repeats ->
        [yes] {""}

    We vote again on “{ $title }”: the former result is void.
       *[no] {""}
    }
due-meeting_lost = see who in meeting No. { $number } is still connected

# --- refusals: planning ---
MeetingNotFound = There is no such meeting. Open the list: /meeting
MeetingInThePast = That time has passed. Choose a day and an hour ahead.
MeetingLengthOutOfRange = A meeting takes from a quarter of an hour to { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }.
NoticeTooShort = Members are told at least { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before the meeting. Choose a later day.
AgendaEmpty = There is nothing on the agenda yet. Add at least one item.
AgendaTooLong = The agenda can have at most { $limit } { $limit ->
        [one] item
       *[other] items
    }.
AgendaFrozen = Members have been told of the agenda. Only the meeting itself can change it, by a vote.
ItemUnknown = There is no such item on the agenda. Open the meeting's card again.
ItemTitleMissing = Write what the item is about.
ItemTitleTooLong = The item's title is too long: { $length } characters, { $limit } are allowed.
ItemTooLong = An item takes at most { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }.
CandidatesAwaited = Name the candidates: “{ $title }”.
RemoteNotAllowed = Taking part from afar needs a clause of the charter. It is set with the voting rules.
ProposalsClosed = Proposals for the agenda are not taken now.
ProposalsTooMany = You have sent { $limit } { $limit ->
        [one] proposal
       *[other] proposals
    }, which is the most.
ProposalUnknown = There is no such proposal, or it has been decided on.

# --- refusals: the course ---
ToldAtImpossible = Give a time between the notice and now.
MeetingNotConvened = The meeting is not convened yet: members are told first.
MeetingConvened = The meeting is convened already.
MeetingCalledOff = This meeting was called off.
MeetingOver = The meeting is over.
MeetingNotBegun = The meeting has not been opened yet.
MeetingBegun = The meeting is in session already.
MeetingPaused = There is a break. The chair says when the meeting goes on.
MeetingNotPaused = The meeting is in session: there is no break.
MeetingUnreadable = Entry { $number } in the meeting's log was written by a newer version of the bot. Please update the bot.
RegistrationNotOpen = The registration is not open yet. It opens on the day of the meeting.
RegistrationIsOpen = The registration is open already.
RegistrationTooEarly = The registration opens on the day, not before { $opens_at }: it fixes the list of members.
OpeningWithoutQuorum = There is no quorum: { $present } of { $entitled } are present, { $needed } are needed. Wait for those on their way.
ItemWithoutQuorum = There is no quorum: { $present } of { $entitled } are present now, { $needed } are needed. Wait for those on their way, or go on with another item.

# --- refusals: registration ---
NotOnRoll = This organisation is not on the list: it was no member when the registration opened.
MandateMissing = A paper is needed: a delegate's document, or a proxy from anybody else.
MandateInvalid = The mandate does not hold: check who this is, and whether the proxy has run out.
HolderFull = One person can represent at most { $limit } { $limit ->
        [one] organisation
       *[other] organisations
    } by proxy.
RegisteredAlready = The registration is noted already, once is enough.
NotRegistered = This participant is not here: not registered, or gone.
ArrivalCounted = This registration cannot be taken back: a quorum was counted with it. Note the departure.
PostedAlready = This organisation sent its ballots before the meeting.
PostingOver = Ballots sent before are taken for a mixed meeting only, and before it begins.
PostingInSecret = A secret vote takes no ballot sent before: who opens the envelope would see it.
CodeInvalid = This code does not work. Check the letters, or ask for a new one at the registration.
PageClosed = This page no longer works. Ask the secretary for a new address.

# --- refusals: conducting ---
OnlyForConducting = The chair and the secretary of the meeting do this. Turn to them.
OnlyForRegistrars = Registrars do this. Please come to the registration desk.
OnlyForTellers = The tellers count the votes.
OnlyForPresent = Register first: this is for participants who are at the meeting now.
OfficersFirst = First elect a chair, a secretary and two tellers.
OfficersNotElected = Not elected: more than half of those present have to be in favour. Vote again, or propose somebody else.
HandsTooMany = There are more votes than people present ({ $present }). Count again.
QuestionNotOnAgenda = Another question can be put only when all { $entitled } are present and all agree.
OrderIncomplete = The new order must have each item that is left, once.
ItemNotCurrent = Another item is being dealt with.
ItemOver = This item is finished.
ItemNotVoted = This item is dealt with in another way. If it is voted on, open the vote; if not, mark it as done.
ItemHasVote = A vote on this item was opened already.
AmendmentsFirst = Vote on amendments and sections first, then on the whole. Next is: “{ $title }”.
BlockNotAgreed = Another vote is open. Items are voted on together if nobody objected to that.
LotAwaited = There is a tie: it needs a second round or a recorded lot.
VoteStillOpen = Close the vote first.
VoteNotOpen = No vote is open on this item.
LastCallFirst = { $silent ->
    [one] { $silent } organisation is here and has not voted. Say the last call first.
   *[other] { $silent } organisations are here and have not voted. Say the last call first.
}
HandsNotSecret = A show of hands is neither secret nor an election.
SectionsTooFew = At least two sections are needed, each on a line of its own.
RecusedAlready = A conflict of interest was declared: there is no ballot on this item.

# --- refusals: paper and counts ---
NoSlips = Slips are issued while a vote by ballots is open.
SlipTakenAlready = This organisation has a slip, or the number is taken.
SlipUnknown = No such slip was issued. Check the number.
VotedAlready = This organisation has voted in the bot or on the page.
PaperTaken = You took a slip of paper, please vote on that.
VotedByHands = This item is voted on by hands.
TellerBarred = Where you stand for election, others count.
SlipsDoNotAddUp = It does not add up: { $issued } were issued, and as many must be returned, spoiled and unreturned together.
CountsAwaited = Two tellers count, each alone. { $given } of them have.
CountsDiffer = The tellers' figures differ. Let both count again.
NotCountedByHand = There is nothing to count by hand here.
RecountTooLate = A vote is counted again before the next item.
CountInvalid = The figures do not add up. Check them and enter them again.

# --- refusals: speakers and objections ---
FloorAskedAlready = You are in the queue, or speaking.
FloorNotAsked = This person is no longer in the queue.
FloorNotNext = Somebody else comes first: { $name }.
FloorTaken = Somebody else is speaking.
NobodySpeaks = Nobody is speaking.
DebateIsClosed = The debate is closed. Only points of order can be raised.
ObjectionUnknown = There is no such objection, or it was upheld already.

# --- refusals: votes ---
VoteOfMeeting = This is a vote of a general meeting: the chair of the meeting conducts it.
NotPresentAtOpening = The vote was opened before your organisation registered. You will vote on the next items.

# --- own data ---
data-chapter-meetings = Meetings that you prepared
data-chapter-meeting-presence = Taking part in meetings from afar
data-chapter-meeting-proposals = Proposals for the agenda
data-chapter-meeting-codes = Codes for the ballot page
data-chapter-meeting-pages = Addresses of a meeting's pages
inventory-why-meetings = hold general meetings
