# The page “My data”: all that the bot stores about a person, in words.

data-title = My data
data-intro = This is all that the bot of { $alliance } stored about you on { $date }.
data-others = Data of other people are not here. Technical records, such as the numbers of messages, are in the file { $file }.
data-counted = { $count ->
    [one] { $count } record. It is in the file { $file } in full.
   *[other] { $count } records. They are in the file { $file } in full.
}
data-yes-no = { $value ->
    [yes] yes
   *[no] no
}

data-chapter-person = About you
data-chapter-organisation = Your organisation
data-chapter-roles = Your roles
data-chapter-planned-roles = Roles that will begin or end
data-chapter-invitations = Invitation links
data-chapter-accounts = Former accounts
data-chapter-acts = Your acts in the log
data-chapter-answers = Answers to events
data-chapter-muted = Events without reminders
data-chapter-invited = Events to which you were invited in person
data-chapter-passes = Passes
data-chapter-helps = Events where you help at the door
data-chapter-substitutions = Substitutions
data-chapter-arrivals = Check-ins
data-chapter-polls = Votes that you opened
data-chapter-entitled = Votes in which you had a ballot
data-chapter-left-out = Votes in which you got no ballot
data-chapter-ballots = Open ballots
data-chapter-proxies = Proxies
data-chapter-recusals = Conflicts of interest that you declared
data-chapter-statements = Your statements for the minutes
data-chapter-presences = Lists of those present that you recorded
data-chapter-lots = Lots that you recorded
data-chapter-straw-polls = Straw polls in the group
data-chapter-minutes = Minutes that you issued
data-chapter-filed-files = Files beside the minutes
data-chapter-messages = Messages to those who take part in events
data-chapter-announcements = Announcements that you wrote
data-chapter-templates = Your templates
data-chapter-copies = Announcements that you got
data-chapter-rereads = Announcements that you read again
data-chapter-unwanted = Announcements that you unsubscribed from
data-chapter-application-files = Files of applications
data-chapter-application-remarks = Letters about applications
data-chapter-applications = Applications
data-chapter-cards = Cards of events in your chat
data-chapter-poll-messages = Cards of votes in your chat
data-chapter-notices = Messages that the bot sent or will send you
data-chapter-asked-backups = Copies of the database that you asked for
data-chapter-handovers = Leadership handed over
data-chapter-former-organisations = Organisations that you left
data-chapter-group = You in the alliance’s group
data-chapter-other = Other records

data-field-name = Name
data-field-patronymic = Patronymic
data-field-position = Position
data-field-phone = Phone
data-field-email = E-mail
data-field-document = Document of authority
data-field-telegram-id = Number of the Telegram account
data-field-joined-at = With us since
data-field-consented-at = Consent to the processing of data
data-field-language = Language
data-field-time-zone = Time zone
data-field-reminders-before = Reminders
data-field-quiet-hours = Quiet hours
data-field-delegate = Delegate
data-field-guest = Guest
data-field-unreachable-since = Messages do not arrive since
data-field-inn = Tax number
data-field-leads = You are its leader
data-field-since = Since
data-field-gives = What happens
data-field-day = Day
data-field-offered-at = Offered
data-field-left-at = You were in it until
data-field-expires-at = Valid until
data-field-used-at = Used
data-field-former-account = Number of the account
data-field-rebound-at = Changed
data-field-starts-at = Starts
data-field-answer = Answer
data-field-answered-at = Answered
data-field-made-at = Proposed
data-field-seat = Seat
data-field-guests = Guests with you
data-field-guest-names = Names of the guests
data-field-confirmed-at = Confirmed that you come
data-field-mine = You asked for it
data-field-asked-at = Asked
data-field-arrived-at = Checked in
data-field-way = How
data-field-created-at = Created
data-field-voter = Whose ballot
data-field-voted-secretly = Voted in secret
data-field-ballot = Ballot
data-field-cast-at = Cast
data-field-held = Given to you
data-field-number = Number
data-field-issued-on = Issued
data-field-scope = What it allows
data-field-revoked-at = Revoked
data-field-text = Text
data-field-recorded-at = Recorded
data-field-how = How
data-field-year = Year
data-field-issued-at = Issued
data-field-filed-at = Filed
data-field-contents = Text
data-field-written-at = When
data-field-state = State
data-field-leader = Leader
data-field-representative = Representative
data-field-about = About the organisation
data-field-reason = Reason of the decision
data-field-sent-at = Sent
data-field-decided-at = Decided

data-value-answer = { $value ->
    [going] going
    [maybe] maybe
    [declined] not going
   *[other] { $value }
}
data-value-gives = { $value ->
    [1] the role begins
   *[0] the role ends
}
data-value-seat = { $value ->
    [seated] yes
    [offered] offered
    [waiting] on the waitlist
   *[other] { $value }
}
data-value-way = { $value ->
    [pass] by pass
    [name] by name
    [screen] by the code on the screen
   *[other] { $value }
}
data-value-ballot = { $value ->
    [for] for
    [against] against
    [abstain] abstain
    [against_all] against all
   *[other] the numbers of those marked are in the file my-data.json
}
data-value-state = { $value ->
    [draft] a draft
    [submitted] sent
    [asked] waits for your answer
    [voting] the council decides
    [admitted] admitted
    [refused] refused
    [withdrawn] withdrawn
   *[other] { $value }
}

due-retention_applications = delete the data of the old application No. { $number }
due-retention_guests = delete the data of a guest who has not come for a long time (No. { $number })
due-retention_guest_names = delete the names of guests of the past event No. { $number }
due-retention_arrivals = delete the check-ins of the past event No. { $number }
due-retention_messages = delete the text of the old message No. { $number }
due-retention_letters = delete the old letter No. { $number } to an organisation
due-retention_bookings = delete who booked a room, and what for (booking No. { $number })
due-retention_notices = delete old records of deliveries, batch No. { $number }
due-retention_drafts = delete old drafts, batch No. { $number }
due-retention_audit = delete old lines of the log, batch No. { $number }

data-chapter-drafts = Drafts of forms

inventory-title = What the bot of { $alliance } keeps about people
inventory-what = What
inventory-why = Why
inventory-how-long = How long
inventory-exported = In “My data”
inventory-erased = If a person erases their data
inventory-why-people = to know who belongs to the alliance, and who may do what
inventory-why-events = to invite to events, to count answers and seats, to meet people at the door
inventory-why-polls = to hold votes
inventory-why-minutes = to keep minutes
inventory-why-announcements = to send announcements, and to show whom they reached
inventory-why-applications = to consider an organisation’s application
inventory-why-messages = to deliver messages, and to keep them up to date
inventory-for = { $period }
inventory-for-guests = until the person erases their data; a guest: { $period } after the last event
inventory-for-guest-names = until the person erases their data; the names of guests: { $period } after the event
inventory-for-arrivals = { $period } after the event
inventory-for-applications = until the person erases their data; if refused: { $period }
inventory-for-bookings = by whom and what for: { $period } after the booking
inventory-for-messages = the text: { $period }
inventory-for-ever = always
inventory-until-erased = until the person erases their data
inventory-deleted = it is deleted
inventory-nameless = it stays without the name
inventory-kept = it stays: the law requires it (Russian Civil Code, article 181.2)
data-chapter-events = Who created an event
data-chapter-series = Who created a repeating event
