# Minutes: what is asked before they are issued, and the archive of those issued.

minutes-draft-polls =
    <b>Which votes are the minutes of?</b>

    Tick one, or all votes of one sitting.
minutes-draft-no-polls = No vote has been completed yet.
minutes-draft-poll = { $day } · { $question }
minutes-draft-polls-value = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
minutes-draft-place =
    <b>Where was the sitting held?</b>

    Write it on one line. If it was remote or by correspondence, from where it was run, e.g. <i>Yekaterinburg</i>
minutes-draft-starts =
    <b>When did it begin?</b>

    Write the time: <i>18:00</i>. If it was another day, with the date: <i>05.12.2026 18:00</i>
minutes-draft-ends =
    <b>When did it end?</b>

    Write the time: <i>19:30</i>. If it was another day, with the date: <i>05.12.2026 19:30</i>
minutes-draft-starts-usual = Like the vote: { $starts }
minutes-draft-ends-usual = Like the vote: { $ends }
minutes-draft-chair =
    <b>Who presided?</b>

    Write the name and, after a comma, the position: <i>Maria Orlova, chair of the Council</i>
minutes-draft-secretary =
    <b>Who was the secretary?</b>

    Write the name and, after a comma, the position: <i>Pyotr Klimov, secretary of the Council</i>
minutes-draft-convened =
    <b>Who convened the meeting or called the vote?</b>

    Write the name and the position, or the body and its decision: <i>Maria Orlova, chair of the Council</i>
minutes-draft-convened-chair = The chair
minutes-draft-convened-expected = Please write as plain text who convened the meeting.
minutes-draft-notified =
    <b>When were the participants told?</b>

    Write the date: <i>25.11.2026</i>
minutes-draft-notified-usual = When the vote opened: { $at }
minutes-draft-notified-expected = Please write the date as plain text, for example: 25.11.2026.
minutes-draft-materials =
    <b>Which materials did the participants get?</b>

    List them on one line: <i>draft budget; report of the auditor</i>
minutes-draft-materials-usual = The files of the vote
minutes-draft-materials-none = There were none
minutes-draft-materials-expected = Please list the materials as plain text.
minutes-no-materials = none were sent
minutes-draft-authority =
    <b>By which documents did they vote?</b>

    One document for all: <i>minutes of the General Meeting No. 3 of 12.04.2025</i>. Or one for each, on a line of its own: <i>Maria Orlova: decision of the board No. 2 of 10.11.2026</i>

    You need not mention proxies and the documents from the members’ spreadsheet: the bot knows them. The leader of an organisation acts by its charter.
minutes-draft-authority-known = No other documents
minutes-draft-authority-expected = Please write the documents as plain text.
minutes-draft-counted =
    <b>Who answers for the count?</b>

    The bot counts, people answer for it. Write the name and, after a comma, the position, each on a line of its own.
minutes-draft-counted-secretary = The secretary
minutes-draft-decisions =
    <b>What exactly was decided?</b>

    Write the decision in words, as it is read after “Decided”: <i>to approve the budget for 2027</i>. If there are several items, write each on a line of its own with the number of the item: <i>2. To approve the budget</i>
minutes-draft-decisions-expected = Please write the decision as plain text.
minutes-draft-no-decisions = Remove
minutes-preview-decision = Decided: { $decision }
minutes-office = { $role ->
    [chair] chair of the Council
   *[secretary] secretary of the Council
}
minutes-meeting-office = { $office ->
    [chair] chair of the meeting
    [secretary] secretary of the meeting
   *[teller] teller
}
minutes-draft-course =
    <b>How did the vote go?</b>

    This is recorded if a participant asks for it. Write it in one message: it goes into the minutes word for word.
minutes-draft-course-expected = Please write as plain text how the vote went.
minutes-draft-no-course = Remove
minutes-preview-course = 🗒 Course of the vote: { $course }
minutes-preview =
    <b>Minutes No. { $number }</b> of the { $body ->
        [council] Council
       *[general_meeting] general meeting
    }

    { $items }

    📍 { $place }
    🕐 Began: { $starts }
    🕐 Ended: { $ends }
    ✍️ Presided: { $chair }
    ✍️ Secretary: { $secretary }
    📨 Convened: { $convened }. Participants told: { $notified }. Materials: { $materials }
    🧮 Count: { $counted }
minutes-preview-item = { $number }. { $question }
minutes-number = { $number }
minutes-again = ⚠️ Minutes of these votes have been issued already: { $issued }. New ones do not replace them, both stay in the archive.
minutes-waits = ⏳ They can be issued after { $until }. Until then everybody who voted against may ask that the minutes say so. Once all of them have asked, there is no need to wait: the bot will write to you.
minutes-ready =
    📄 <b>The minutes can be issued.</b> There is no need to wait any longer for people who may ask for a statement that they were against.

    { $question }
minutes-confirm =
    Issue minutes No. { $number } of the { $body ->
        [council] Council
       *[general_meeting] general meeting
    }?

    { $items }

    Place: { $place }
    Time: { $starts } — { $ends }
    Signed by: { $chair } and { $secretary }
    Count: { $counted }

    They get their number and stay in the archive permanently. They cannot be changed.
minutes-issued =
    ✅ Minutes No. { $number } of the { $body ->
        [council] Council
       *[general_meeting] general meeting
    } are issued.

    Print and sign them. The files are below, and in the archive.
minutes-files =
    Minutes No. { $number } of the { $body ->
        [council] Council
       *[general_meeting] general meeting
    }. Issued: { $at }

    These SHA-256 checksums show that the files have not been changed.
    PDF: <code>{ $pdf }</code>
    DOCX: <code>{ $docx }</code>
minutes-scan = 📎 Attach the signed scan
minutes-scan-question =
    <b>Send the scan of minutes No. { $number } with the signatures.</b>

    Send it as a file: PDF, JPEG, PNG or TIFF. It stays in the archive beside the minutes.
minutes-scan-expected = Please send the scan as a file and not as a photo: Telegram compresses photos.
minutes-scan-unnamed = scan
minutes-scan-filed =
    ✅ The scan is filed beside minutes No. { $number }.

    SHA-256: <code>{ $hash }</code>
minutes-filed = { $kind ->
    [scan] Scan with the signatures. Filed: { $at }
   *[addendum] Addendum. Issued: { $at }
    }
    SHA-256: <code>{ $hash }</code>
minutes-addendum-due =
    ✍️ <b>Minutes No. { $number } need an addendum.</b>

    A participant asked to have it recorded that they voted against. The minutes are issued already, so an addendum will say it.
minutes-append = 📄 Issue the addendum
minutes-drawing-up-due =
    ⏳ <b>The minutes are not drawn up yet.</b>

    { $question }
minutes-challenge-over = ✅ The time in which the decisions of minutes No. { $number } could be challenged is over: { $day }.
minutes-registration-due =
    🏛 <b>It is time to register the changes</b> of minutes No. { $number }.

    The last day: { $day }. Weekends are taken into account, public holidays are not.
minutes-register = 🏛 The head or the charter changed
minutes-registration = Register the changes by { $day } (public holidays are not taken into account). The bot will remind you.
minutes-draft-file = Draft { $name }
minutes-draft-caption = This is how the minutes will look. It is a draft: the number becomes final when you issue them.
minutes-printing = Making the document, this takes a few seconds.
minutes-list = { $count ->
    [one] <b>Minutes.</b> There is <b>{ $count }</b> document in the archive.
   *[other] <b>Minutes.</b> There are <b>{ $count }</b> documents in the archive.
} Tap one to get the files.
minutes-none = There are no minutes yet. Once a vote has ended, you can draw up the first.
minutes-button = No. { $number } · { $body ->
    [council] Council
   *[general_meeting] meeting
} · { $question }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}

MinutesOfNothing = Tick at least one vote.
TooManyItems = Minutes hold at most { $most ->
    [one] { $most } item
   *[other] { $most } items
}. Split them up.
MinutesTimesReversed = The sitting ended before it began. Check the times.
SignatoryMissing = Name at least one person: the name and, after a comma, the position.
AnnouncedEndDiffers = Votes were accepted from { $opened }, and the announced end was { $announced }. Please give the same times: tap “Like the vote”.
SittingTooShort = Votes were taken from { $opened } to { $closed }, and the meeting is shorter. Please check when it began and ended.
ConvenerMissing = Please write who convened the meeting.
MaterialsMissing = Please write which materials the participants got. If there were none, tap the button.
ConveningTooLong = { CourseTooLong }
NotifiedTooLate = Participants are told before the meeting, and this date is later. Please check it.
AuthorityUnreadable = That could not be read. Write one document for all, or one on each line: a name, a colon, the document.
AuthorityTooLong = { CourseTooLong }
AuthorityMissing = By which document do they vote: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}? Tap “Authority”.
PositionMissing = The minutes name the position. Please add it after a comma: { $name }, …
DecisionMissing = What was decided on item { $number }? “{ $question }”. Tap “Decisions”.
DecisionUnreadable = It is not clear which item this is about. Write each decision on a line of its own with the number of the item: 2. To approve the budget
DecisionTooLong = { CourseTooLong }
SignatoryTooLong = That is too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, and { $limit } fit. Please shorten it.
CourseTooLong = Too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, but only { $limit } fit. Please shorten it.
PollNotCounted = This vote has not been counted, so there can be no minutes yet: { $question }
MinutesMixed = Minutes are of one body and one way of voting. Tick only such votes.
StatementsAwaited = The minutes can be issued after { $until }. Until then everybody who voted against may ask that they say so.
MinutesOutdated = The record changed while the minutes were being made. Tap “Issue” again.
MinutesNotFound = There are no such minutes. Open the archive again: /polls
ScanTooLarge = The file is too large: Telegram passes the bot at most { $limit } MB. Please make the scan smaller.
ScanUnreadable = This is neither a PDF nor a picture. Please send the scan as PDF, JPEG, PNG or TIFF.
NothingToAppend = There is nothing to append: nobody has asked since.
DayAhead = That day has not come yet. Write a date from the past, for example: yesterday or 5 December 2025.

# What to say when something else was sent.

minutes-draft-place-expected = Waiting for the place. Write it as plain text.
minutes-draft-starts-expected = Waiting for the time. Write it as plain text, e.g. 18:00.
minutes-draft-ends-expected = Waiting for the time. Write it as plain text, e.g. 19:30.
minutes-draft-chair-expected = Waiting for the name. Write it as plain text.
minutes-draft-secretary-expected = Waiting for the name. Write it as plain text.
minutes-draft-counted-expected = Waiting for the names. Write them as plain text.

# Buttons.

minutes-look = 👀 Look at the PDF
minutes-issue = Issue the minutes
minutes-issue-yes = Yes, issue them
minutes-to-list = To the minutes ›
minutes-new = ➕ Draw up minutes
minutes-change-polls = ✏️ Votes
minutes-change-place = ✏️ Place
minutes-change-starts = ✏️ Beginning
minutes-change-ends = ✏️ End
minutes-change-chair = ✏️ Chair
minutes-change-secretary = ✏️ Secretary
minutes-change-decisions = ✏️ Decisions
minutes-change-course = ✏️ Course of the vote
minutes-change-convened = ✏️ Convened by
minutes-change-notified = ✏️ Notification
minutes-change-materials = ✏️ Materials
minutes-change-authority = ✏️ Authority
minutes-change-counted = ✏️ Count
button-minutes = 📄 Minutes
poll-board-minutes = 📄 Minutes
