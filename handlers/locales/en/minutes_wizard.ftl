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

    Write the name and, after a comma, the position: <i>Maria Orlova, chair of the council</i>
minutes-draft-secretary =
    <b>Who was the secretary?</b>

    Write the name and, after a comma, the position: <i>Pyotr Klimov, secretary of the council</i>
minutes-draft-counted =
    <b>Who answers for the count?</b>

    The bot counts, people answer for it. Write the name and, after a comma, the position, each on a line of its own.
minutes-draft-counted-secretary = The secretary
minutes-draft-course =
    <b>How did the vote go?</b>

    This is recorded if a participant asks for it. Write it in one message: it goes into the minutes word for word.
minutes-draft-course-expected = Please write as plain text how the vote went.
minutes-draft-no-course = Remove
minutes-preview-course = 🗒 Course of the vote: { $course }
minutes-preview =
    <b>Minutes No. { $number }</b> of the { $body ->
        [council] council
       *[general_meeting] general meeting
    }

    { $items }

    📍 { $place }
    🕐 Began: { $starts }
    🕐 Ended: { $ends }
    ✍️ Presided: { $chair }
    ✍️ Secretary: { $secretary }
    🧮 Count: { $counted }
minutes-preview-item = { $number }. { $question }
minutes-number = { $number }
minutes-again = ⚠️ Minutes of these votes have been issued already: { $issued }. New ones do not replace them, both stay in the archive.
minutes-waits = ⏳ They can be issued after { $until }. Until then everybody who voted against may ask that the minutes say so. Once all of them have asked, there is no need to wait: the bot will write to you.
minutes-ready =
    📄 <b>The minutes can be issued.</b> There is nobody left to wait for who may ask that they were against.

    { $question }
minutes-confirm =
    Issue minutes No. { $number } of the { $body ->
        [council] council
       *[general_meeting] general meeting
    }?

    { $items }

    Place: { $place }
    Time: { $starts } — { $ends }
    Signed by: { $chair } and { $secretary }
    Count: { $counted }

    They get their number and stay in the archive for ever. They cannot be changed.
minutes-issued =
    ✅ Minutes No. { $number } of the { $body ->
        [council] council
       *[general_meeting] general meeting
    } are issued.

    Print and sign them. The files are below, and in the archive.
minutes-files =
    Minutes No. { $number } of the { $body ->
        [council] council
       *[general_meeting] general meeting
    }. Issued: { $at }

    These SHA-256 checksums show that the files have not been changed.
    PDF: <code>{ $pdf }</code>
    DOCX: <code>{ $docx }</code>
minutes-draft-file = Draft { $name }
minutes-draft-caption = This is how the minutes will look. It is a draft: the number becomes final when you issue them.
minutes-printing = Making the document, this takes a few seconds.
minutes-list = { $count ->
    [one] <b>Minutes.</b> There is <b>{ $count }</b> document in the archive.
   *[other] <b>Minutes.</b> There are <b>{ $count }</b> documents in the archive.
} Tap one to get the files.
minutes-none = There are no minutes yet. Once a vote has ended, you can draw up the first.
minutes-button = No. { $number } · { $body ->
    [council] council
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
DayAhead = That day has not come yet. Write a date from the past.

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
minutes-change-course = ✏️ Course of the vote
minutes-change-counted = ✏️ Count
button-minutes = 📄 Minutes
poll-board-minutes = 📄 Minutes
