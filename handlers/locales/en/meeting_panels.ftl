# The chair's panel.

meeting-panel = 🎛 <b>{ $title }</b>{ $phase ->
    [convened] {""}

    The meeting is convened. Open the registration on its day.
    [registering] {""}

    Registration is open. When there is a quorum, open the meeting.
    [ended] {""}

    The meeting is over. The secretary of the council issues the minutes.
    [called_off] {""}

    The meeting was called off.
   *[other] {""}
}
meeting-draft = Draft decision: { $decision }
meeting-count-state = { $how ->
    [agree] 🧮 The tellers agree: { $names }.
    [differ] 🧮 <b>The tellers' figures differ.</b> Both should count again.
   *[awaited] 🧮 { $given ->
        [0] The tellers are still counting.
       *[other] Counted: { $names }. We wait for the other one.
    }
}
meeting-queue = { $count ->
    [one] ✋ { $count } person in the queue
   *[other] ✋ { $count } people in the queue
}
meeting-queue-line = { $place }. { $point ->
    [yes] <b>Point of order:</b> { $name }
   *[no] { $name }
}, { $organisation }{ $before ->
    [0] {""}
    [one] , spoke { $before } time
   *[other] , spoke { $before } times
}
meeting-officers-missing = ⚠️ Elect these first: “More” → “Officers”. Still missing: { $first ->
    [chair] the chair
    [secretary] the secretary
   *[teller] the tellers
}{ $count ->
    [1] {""}
   *[other] {" "}and others
}.
meeting-unnotified = ⚠️ { $count ->
    [one] { $count } organisation was not told in time
   *[other] { $count } organisations were not told in time
}. { $begun ->
    [yes] The minutes say so.
   *[no] If the meeting is opened like this, the minutes will say so.
}
meeting-quorum-lost = ⚠️ <b>There is no quorum now.</b> No new vote can be opened.
meeting-objections-count = ❗ { $count ->
    [one] { $count } objection
   *[other] { $count } objections
}
meeting-head-digest = 🔗 Entry { $number }: <code>{ $digest }</code>

button-meeting-register = Open the registration
meeting-register =
    Open the registration?

    From this minute the list of members is fixed for the meeting: the quorum is counted from it. It cannot be changed later.
button-meeting-register-yes = Yes, open it
button-meeting-act = { $act ->
    [begin] ▶️ Open the meeting
   *[resume] ▶️ Go on
}
button-meeting-floor = { $speaking ->
    [yes] ⏹ The speech is over
   *[no] 🎤 Floor: { $name }
}
button-meeting-screen = { $screen ->
    [agenda] Agenda
    [queue] Queue
    [motions] Procedure
    [parts] Amendments and sections
    [officers] Officers
    [objections] Objections
   *[more] More…
}
button-meeting-item-act = { $act ->
    [open] 🗳 Open the vote
    [hands] ✋ By hands
    [last_call] 🔔 Last call
    [close] Close the vote
    [second_round] Second round
   *[finish] The item is done
}
button-meeting-cancel-vote = Cancel the vote
button-meeting-next = ⏭ { $number }. { $title }
button-meeting-to-panel = ‹ To the panel
button-meeting-drop = ✕ { $name } · { $organisation }
button-meeting-motion = { $motion ->
    [reorder] Take an item earlier
    [remove] Remove an item
    [add] Another question
    [close_debate] Close the debate
    [break] Break
    [block] Vote together
   *[other] Other
}
meeting-parts = <b>What is voted on before “{ $title }”?</b>

    An amendment comes before the item; an item of several parts can be split.
button-meeting-amend = Amendment
button-meeting-split = Split the item
button-meeting-office = { $office ->
    [chair] Elect the chair
    [secretary] Elect the secretary
   *[teller] Elect the tellers
}
button-meeting-suspend = ⏸ Suspend
button-meeting-end = End the meeting
button-meeting-uphold = Uphold objection { $number }
button-meeting-uphold-yes = Yes, uphold it
button-meeting-close-yes = Yes, close and count
button-meeting-end-yes = Yes, end it
button-meeting-unanimous = Nobody is against
button-meeting-count-hands = Somebody is against: enter figures
button-meeting-break = { $minutes } min

meeting-agenda-call =
    <b>To which item?</b>

    { $agenda }
meeting-queue-screen = { $count ->
    [0] The queue is empty.
   *[other] Tap a name to take it off the queue.
}
meeting-motions =
    <b>Procedural vote</b>

    By a show of hands; { $present ->
        [one] { $present } organisation is present
       *[other] { $present } organisations are present
    } now. What is proposed?
meeting-motion-ask = <b>{ $motion ->
        [reorder] Take an item earlier
        [remove] Remove an item
        [close_debate] Close the debate
       *[break] Break
    }</b>{ $told ->
        [yes] {""}
    { $title }
       *[no] {""}
    }{ $minutes ->
        [0] {""}
       *[other] {""}
    For { $minutes } minutes
    }

    { $present ->
        [one] { $present } organisation is present.
       *[other] { $present } organisations are present.
    } Choose, or ask the hall: who is against?
meeting-officers =
    <b>Officers of the meeting</b>

    { $officers }

    Begin with the secretary and two tellers: once the chair is elected, the chair conducts.
meeting-office-line = { $office ->
    [chair] Chair
    [secretary] Secretary
   *[teller] Tellers
}: { $elected ->
    [yes] { $names }
   *[no] not elected yet
}
meeting-more = <b>What else can be done</b>
meeting-objections = { $count ->
    [0] There are no objections.
   *[other] <b>Objections</b>

    { $objections }
}
meeting-objection-line = No. { $number }, { $time }. <b>{ $organisation }</b>{ $challenges ->
    [yes] {" "}challenges the mandate of { $mandate }
   *[no] {""}
}{ $upheld ->
    [yes] {" "}(upheld)
   *[no] {""}
}
    { $words }
meeting-uphold =
    Uphold this objection?

    { $objection }{ $challenges ->
        [yes] {""}

    The item has to be voted on again.
       *[no] {""}
    }
meeting-close = Close the vote “{ $title }”?

    { $form ->
        [hands] It is counted by the tellers' figures.
       *[ballot] { $voted ->
            [one] { $voted } organisation has voted
           *[other] { $voted } organisations have voted
        }{ $paper ->
            [0] {""}
           *[other] , slips of paper: { $paper }
        }. { $awaited ->
            [0] Nobody else is awaited.
            [one] { $awaited } has not voted.
           *[other] { $awaited } have not voted.
        }
    }
meeting-end = End the meeting?{ $left ->
        [0] {""}
        [one] {" "}{ $left } item is left.
       *[other] {" "}{ $left } items are left.
    } It cannot be opened again.

# Forms of the panel.

meeting-hands = <b>How many hands?</b>

    If nobody is against, tap the button. Otherwise write three numbers: for, against, abstained. For example: <i>84 3 1</i>
meeting-hands-unanimous = Nobody is against
meeting-hands-expected = Please write three numbers, for example: 84 3 1. Or tap “Nobody is against”.
meeting-hands-unanimous-value = nobody against
meeting-hands-value = for { $in_favour }, against { $against }, abstained { $abstained }
meeting-motion-text = <b>What is proposed?</b>

    Write it in one line.
meeting-motion-text-expected = Please write the proposal as plain text.
meeting-motion-items = <b>Which items are voted on together?</b>

    Tick them. This is possible only if nobody is against.
meeting-motion-preview = Record the procedural vote?

    <b>{ $motion ->
        [reorder] Take an item earlier
        [remove] Remove an item
        [add] Another question
        [close_debate] Close the debate
        [break] Break
        [block] Vote together
       *[other] Other
    }</b>{ $told ->
        [yes] : { $text }
       *[no] {""}
    }{ $minutes ->
        [0] {""}
       *[other] , for { $minutes } minutes
    }
    Votes: { $hands }
meeting-motion-yes = Yes, record it
meeting-motion-recorded = ✅ Recorded.
meeting-office-office = { $office ->
    [chair] <b>Who is elected chair of the meeting?</b>
    [secretary] <b>Who is elected secretary of the meeting?</b>
   *[teller] <b>Who is elected teller? Two are needed.</b>
}
meeting-office-people = { $count ->
    [0] Write a part of the name and choose.
   *[other] Chosen:
        { $chosen }

        You can find somebody else, or tap “Done”.
}
meeting-office-preview = Record the election?

    { $office ->
        [chair] Chair of the meeting
        [secretary] Secretary of the meeting
       *[teller] Tellers
    }: <b>{ $names }</b>
    Votes: { $hands }
meeting-office-yes = Yes, record it
meeting-office-recorded = { $office ->
    [chair] ✅ The chair is elected. The panel is now theirs and the secretary's of the meeting.
    [secretary] ✅ The secretary is elected.
   *[teller] ✅ The tellers are elected.
}
meeting-suspend-reason = <b>Why is the meeting suspended?</b>

    Everybody sees the reason, and it goes into the minutes. Votes that were cast stand.
meeting-suspend-reason-expected = Please write the reason as plain text, or choose one.
meeting-suspend-usual-outage = The connection is down
meeting-suspend-usual-order = There must be order in the hall
meeting-suspend-usual-other = A technical break
meeting-suspend-preview = Suspend the meeting?

    { $reason }
meeting-suspend-yes = Yes, suspend it
meeting-suspend-done = ⏸ The meeting is suspended. It goes on from the panel.
meeting-cancel-vote-reason = <b>Why is the vote cancelled?</b>

    Votes that were cast do not count, and the vote can be held again.
meeting-cancel-vote-reason-expected = Please write the reason as plain text, or choose one.
meeting-cancel-vote-usual-outage = The connection was down
meeting-cancel-vote-usual-mistake = Opened by mistake
meeting-cancel-vote-preview = Cancel the vote?

    { $reason }
meeting-cancel-vote-yes = Yes, cancel it
meeting-cancel-vote-done = The vote is cancelled.
meeting-amend-parts = <b>What is the amendment?</b>

    Write it whole, as a decision. It is voted on before the item itself.
meeting-amend-parts-expected = Please write the amendment as plain text.
meeting-amend-preview = Put the amendment before the item?

    { $parts }
meeting-amend-yes = Yes, put it there
meeting-amend-done = ✅ The amendment is on the agenda, it comes next.
meeting-split-parts = <b>Into which sections is the item split?</b>

    Write each section on a line of its own, as a decision. They are voted on one by one, then the whole.
meeting-split-parts-expected = Please write the sections, each on a line of its own.
meeting-split-preview = Split the item?{ $count ->
        [one] {" "}There will be { $count } section.
       *[other] {" "}There will be { $count } sections.
    }

    { $parts }
meeting-split-yes = Yes, split it
meeting-split-done = ✅ The sections are on the agenda, they come next.
