# The secretary plans a meeting: plan, agenda, notice, helpers.

button-meeting-to-plan = ‹ To the meeting
meeting-plan = 🏛 <b>{ $title }</b>{ $phase ->
        [planned] {" "}· being planned
        [convened] {" "}· convened
        [registering] {" "}· registration
        [in_session] {" "}· in session
        [paused] {" "}· a break
        [ended] {" "}· over
       *[called_off] {" "}· called off
    }
    { $starts }, for { $lasts }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, or from afar
       *[mixed] { $place }, from afar, or by a ballot sent before
    }{ $phase ->
        [planned] {""}

    To be convened not later than: { $until }{ $asks ->
            [yes] {""}
    Proposals are taken until { GENITIVE($proposals_until) }
           *[no] {""}
        }
       *[other] {""}
    }
meeting-plan-agenda = { $count ->
    [one] <b>Agenda</b>: { $count } item
   *[other] <b>Agenda</b>: { $count } items
}
meeting-plan-line = { $number }. { $title }
button-meeting-item-add = ＋ Item
button-meeting-terms = Time and place
button-meeting-proposals = { $count ->
    [0] Proposals
   *[other] Proposals · { $count }
}
button-meeting-convene = Convene…
button-meeting-report = Who was told
button-meeting-minutes = 📄 Minutes
button-meeting-sheet = Attendance as a table
button-meeting-registrars = Registrars
button-meeting-pages = Screen and desks
button-meeting-call-off = Call the meeting off

# The notice.

meeting-convene = Convene the meeting?

    The notice goes to { $organisations ->
        [one] <b>{ $organisations }</b> organisation
       *[other] <b>{ $organisations }</b> organisations
    }, { $people ->
        [one] <b>{ $people }</b> person
       *[other] <b>{ $people }</b> people
    }{ $unreachable ->
        [0] .
        [one] , { $unreachable } cannot be reached.
       *[other] , { $unreachable } cannot be reached.
    }{ $silent ->
        [0] {""}
       *[other] {""}

    Tell these in another way: { $names }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
    }

    From then on only the meeting itself changes the agenda. An event appears with answers, reminders and passes.
button-meeting-convene-yes = Yes, convene it
meeting-convened = ✅ The meeting is convened, the notices are on their way. “Who was told” shows who got them.
meeting-report = <b>Who was told</b>

    Due: until { GENITIVE($due) }
    In time: <b>{ $in_time }</b>{ $late ->
        [0] {""}
       *[other] {""}

    Late: <b>{ $late }</b>. { $late_names }
    }{ $missing ->
        [0] {""}
       *[other] {""}

    Not reached: <b>{ $missing }</b>. { $missing_names }
    }
button-meeting-untold = ✍️ Note a notice
meeting-report-noted = <b>Told otherwise</b>: { $count }
meeting-report-line = { $name }, { $way ->
    [letter] by letter
    [email] by e-mail
   *[in_person] in person
}, { $day }{ $proven ->
    [yes] . { $note }
   *[no] {""}
}
meeting-untold = { $count ->
    [0] Everybody was told.
   *[other] <b>Who was told without the bot?</b>

    Tap an organisation and note how and when it was told of the meeting. The note stands in the minutes.
}
meeting-told-way = <b>How was the organisation told?</b>
meeting-told-choice = { $way ->
    [letter] By letter
    [email] By e-mail
   *[in_person] In person, signed for
}
meeting-told-told = <b>When was it told?</b>

    Write the day, for example: <i>{ $today }</i>
meeting-told-told-expected = Please write the day as plain text, or tap the button.
meeting-told-note = <b>What proves it?</b>

    For example: <i>letter No. 12, signed in the book</i>
meeting-told-note-expected = Please write what proves it as plain text.
meeting-told-skip-note = No proof
meeting-told-preview = Record the notice?

    <b>{ $name }</b>
    { $way ->
        [letter] By letter
        [email] By e-mail
       *[in_person] In person
    }, { $told }{ $noted ->
        [yes] {""}
    { $note }
       *[no] {""}
    }
meeting-told-yes = Yes, record it
meeting-told-noted = ✅ Recorded: <b>{ $name }</b>. { $left ->
    [0] Nobody is left to note.
   *[other] Left to note: { $left }.
}
meeting-call-off-reason = <b>Why is the meeting called off?</b>

    Everybody who was told of it gets the reason.
meeting-call-off-reason-expected = Please write the reason as plain text.
meeting-call-off-preview = Call the meeting off?

    { $reason }

    Everybody who was told of it is told. It cannot be undone.
meeting-call-off-yes = Yes, call it off
meeting-call-off-done = The meeting is called off, the messages are on their way.

# The form for a meeting.

meeting-draft-template = <b>Which meeting is it?</b>

    The agenda is taken from the template; you can change it later.
meeting-draft-template-choice = { $name ->
    [yearly] Yearly
    [extraordinary] Extraordinary
   *[other] { $name }
} · { $count ->
    [one] { $count } item
   *[other] { $count } items
}
meeting-draft-starts_at = <b>When is it?</b>

    Choose a day or write it, with the time if you like: <i>20 December 12:00</i>
meeting-draft-place = <b>Where?</b>

    Write address and hall in one line.
meeting-draft-place-expected = Please write the place as plain text.
meeting-draft-mode = <b>How can people take part?</b>
meeting-draft-mode-choice = { $mode ->
    [hall] In the hall only
    [remote] In the hall and from afar
   *[mixed] Also by a ballot sent before
}
meeting-draft-title = <b>What is the meeting called?</b>

    Choose, or write another title.
meeting-draft-title-usual = { $template ->
    [extraordinary] Extraordinary general meeting { $year }
   *[other] Yearly general meeting { $year }
}
meeting-draft-title-expected = Please write the title as plain text.
meeting-draft-lasts = <b>How long does it take?</b>

    Choose or write it, for example: <i>2.5 hours</i>
meeting-draft-lasts-choice = { $minutes ->
    [60] 1 hour
    [90] 1.5 hours
    [120] 2 hours
    [180] 3 hours
   *[240] 4 hours
}
meeting-draft-lasts-expected = Please write the length, for example: 3 hours.
meeting-draft-proposals = <b>Until which day are proposals for the agenda taken?</b>

    Leaders and delegates can send them to the bot.
meeting-draft-no-proposals = Take none
meeting-draft-preview = { $fresh ->
        [yes] <b>Check and save.</b> The agenda comes next.
       *[no] <b>Check and save.</b>
    }

    { $title }
    { $starts }, for { $lasts }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, or from afar
       *[mixed] { $place }, from afar, or by a ballot sent before
    }
    { $asks ->
        [yes] Proposals are taken until { GENITIVE($proposals) }
       *[no] No proposals are taken
    }
meeting-draft-save = Save
meeting-draft-created = ✅ The meeting is saved, nobody knows of it yet. Check the agenda and convene it.
meeting-draft-changed = ✅ Changed.
meeting-draft-change-starts_at = Day and time
meeting-draft-change-place = Place
meeting-draft-change-mode = Taking part
meeting-draft-change-title = Title
meeting-draft-change-lasts = Length
meeting-draft-change-proposals = Proposals
meeting-draft-leaving-changes = Discard the changes? The meeting <b>{ $title }</b> stays as it was.

# The form for an item.

button-meeting-item-change = Change
button-meeting-item-up = ↑ Up
button-meeting-item-drop = Remove…
meeting-item-drop = Take “{ $title }” off the agenda?
button-meeting-item-drop-yes = Yes, remove it
meeting-item-kind = <b>What kind of item is it?</b>
meeting-item-kind-choice = { $kind ->
    [officers] Officers
    [report] Report
    [awards] Awards
    [vote] Decision
    [election] Election
    [procedural] Procedure
    [break] Break
   *[other] Without a vote
}
meeting-item-title = <b>What is it about?</b>

    Write it in one line, as on the agenda.
meeting-item-title-expected = Please write the title as plain text.
meeting-item-speaker = <b>Who speaks?</b>

    Write name and position.
meeting-item-speaker-expected = Please write the name as plain text.
meeting-item-no-speaker = Nobody
meeting-item-minutes = <b>How many minutes does it take?</b>

    Choose or write a number. If it does not matter, write 0.
meeting-item-minutes-expected = Please write the minutes, for example: 15.
meeting-item-materials = <b>Materials</b>

    Send up to five files. Tap a file to remove it.
meeting-item-materials-expected = Please send a file: a document, a photo, a video or audio.
meeting-item-remove = ✕ { $name }
meeting-item-decision = <b>Draft decision</b>

    Write it as it goes into the minutes: <i>Approve the annual report</i>
meeting-item-decision-expected = Please write the draft decision as plain text.
meeting-item-no-decision = Without a draft
meeting-item-preset = <b>By which rules is it voted on?</b>
meeting-item-preset-choice = { $name ->
    [motion] Usual decision
    [election] Election
    [charter] Qualified majority
   *[other] { $title }
}
meeting-item-secrecy = <b>Secret or open?</b>
meeting-item-secrecy-choice = { $secrecy ->
    [secret] Secret
    [named] Open
   *[usual] As in the rules
}
meeting-item-exclusive = <b>May only the meeting decide this?</b>

    For example the charter, priorities, bodies, the annual report, an exclusion.
meeting-item-exclusive-choice = { $exclusive ->
    [yes] Yes
   *[no] No
}
meeting-item-candidates = <b>Who are the candidates?</b> { $count ->
        [0] Nobody yet.
       *[other] So far: { $count }.
    }

    Write a part of the name and choose. Tap a candidate to remove it.
meeting-item-add-typed = ＋ Add as it is: { $name }
meeting-item-seats = <b>How many seats?</b>
meeting-item-seats-expected = Please write the number of seats, for example: 5.
meeting-item-names = <b>Who gets an award?</b>

    Write the names, one a line. The hall's screen shows them.
meeting-item-names-expected = Please write names, one a line.
meeting-item-no-names = Nobody yet
meeting-item-preview =
    <b>Check and save.</b>

    { $item }
meeting-item-save = Save
meeting-item-saved = ✅ The item is saved.
meeting-item-change-title = Title
meeting-item-change-speaker = Speaker
meeting-item-change-minutes = Minutes
meeting-item-change-materials = Materials
meeting-item-change-decision = Draft decision
meeting-item-voting = <b>How is it voted on?</b>
meeting-item-change-voting = Voting
meeting-item-change-preset = Rules
meeting-item-change-secrecy = Secret or open
meeting-item-change-exclusive = Competence
meeting-item-change-candidates = Candidates
meeting-item-change-seats = Seats
meeting-item-change-names = Names

# Proposals, registrars, addresses.

meeting-proposals = { $count ->
    [0] There are no proposals yet.
   *[other] <b>Proposals for the agenda</b>
}
button-meeting-proposal = { $state ->
    [taken] ✅ { $text }
    [declined] ✕ { $text }
   *[open] { $text }
}
meeting-proposal =
    { $text }

    { $at }{ $state ->
        [taken] {" "}· taken
        [declined] {" "}· declined
       *[open] {""}
    }
button-meeting-proposal-decide = { $taken ->
    [yes] Take it
   *[no] Decline
}
meeting-proposal-decided = { $taken ->
    [yes] ✅ Noted. Add an item to the agenda with “＋ Item”.
   *[no] Declined.
}
meeting-registrars = <b>Who registers</b>

    { $count ->
        [0] So far only chair and secretary of the council. Name helpers: there can be several desks.
       *[other] Tap a name to end that. Chair and secretary register, too.
    }
button-meeting-registrar = ✕ { $name }
button-meeting-registrar-add = ＋ Name a registrar
meeting-registrar-ask = Who else registers? Write a part of the name.
meeting-registrar-found = { $count ->
    [0] Nobody was found. Try other words.
   *[other] Choose who it is:
}
meeting-registrar-named = { $ends ->
    [yes] No longer a registrar; their addresses are closed.
   *[no] ✅ Noted. On the day they open /meeting and tap “Registration”.
}
meeting-pages = <b>Screen and registration desks</b>

    An address is shown once: open it at once on the computer or tablet it is for. { $count ->
        [0] None was issued yet.
       *[other] Tap one to close it.
    }
meeting-pages-none = The pages are not switched on yet. Ask an administrator to set listen in section [web] of config.toml and to restart the bot.
button-meeting-page = { $kind ->
    [screen] Address for the screen
   *[desk] Address of my desk
}
button-meeting-page-of = Address of a desk · { $name }
button-meeting-page-revoke = ✕ { $kind ->
    [screen] Screen
   *[desk] Desk
}{ $named ->
    [yes] {" "}· { $name }
   *[no] {""}
} · since { $time }
meeting-page = { $kind ->
    [screen] <b>The hall's screen</b>. Open it on the computer with the projector:
   *[desk] <b>A registration desk</b>. Open it on the registrar's tablet:
}

    <code>{ $address }</code>

    Do not forward it: who has the address sees the page.
meeting-page-revoked = The address is closed.
meeting-sheet-title = Attendance of the meeting
meeting-sheet-organisation = Organisation
meeting-sheet-took-part = Took part
meeting-sheet-arrived = Arrived
meeting-sheet-people = Representatives
meeting-sheet-present = Present at votes
meeting-sheet-votes = Votes in all
meeting-sheet-yes = { $took_part ->
    [yes] yes
   *[no] no
}
meeting-sheet = { $count ->
    [one] { $count } organisation.
   *[other] { $count } organisations.
}
