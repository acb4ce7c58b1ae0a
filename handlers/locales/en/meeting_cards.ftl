# The general meeting: the list, a member's card, the agenda, the floor.

command-meeting = The general meeting
help-meeting = /meeting – the general meeting: agenda, the floor, votes
help-meeting-manage = /meeting – hold a general meeting: agenda, notice, registration, panel
button-meetings = General meeting
meetings = { $count ->
    [0] <b>General meeting</b>

    None is planned yet.{ $plans ->
        [yes] {" "}Begin with the button below: we guide you step by step.
       *[no] {" "}When one is convened, we tell you here.
    }
   *[other] <b>General meetings</b>
}
button-meeting-new = Plan a meeting
button-meeting = { $day } · { $title }{ $phase ->
    [planned] {" "}· being planned
    [registering] {" "}· registration
    [in_session] {" "}· in session
    [paused] {" "}· a break
    [ended] {" "}· over
    [called_off] {" "}· called off
   *[convened] {""}
}
button-meeting-propose = ✍️ Propose an item · { $day } · { $title }
button-meeting-list = ‹ All meetings
button-meeting-card = Member's card
button-meeting-open = Card of the meeting
button-meeting-to-card = ‹ To the card
button-meeting-panel = 🎛 Panel
button-meeting-desk = 📋 Registration
button-meeting-tell = 🧮 Counting

# A member's card.

meeting-head =
    🏛 <b>{ $title }</b>
    { $phase ->
        [convened] { $starts }. Registration opens on the day of the meeting.
        [registering] Registration is open. It begins: { $starts }
        [in_session] The meeting is in session.
        [paused] There is a break now.
        [ended] The meeting is over. Thank you for being with us!
        [called_off] The meeting was called off.
       *[planned] { $starts }
    }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, or from afar
       *[mixed] { $place }, from afar, or by a ballot sent before
    }
meeting-attendance = 👥 Present now: <b>{ $present }</b> of { $entitled } { $entitled ->
    [one] organisation
   *[other] organisations
}{ $remote ->
    [0] {""}
   *[other] , { $remote } of them from afar
}{ $posted ->
    [0] {""}
   *[other] , ballots sent before: { $posted }
}. { $quorum ->
    [yes] There is a quorum, { $needed } are needed.
   *[no] There is no quorum, { $needed } are needed.
} Came in all: { $ever }.
meeting-item-line = { $current ->
    [yes] ▶️
   *[no] { $stage ->
        [decided] ✅
        [done] ✅
        [removed] ✕
        [voting] 🗳
       *[other] ▫️
    }
} { $number }. { $title }{ $spoken ->
    [yes] {" "}— { $speaker }
   *[no] {""}
}{ $minutes ->
    [0] {""}
   *[other] , { $minutes } min
}
meeting-current =
    <b>Now</b>
    { $item }
meeting-turnout = 🗳 <b>{ $title }</b>
    { $form ->
        [hands] A show of hands. { $present } are present.
       *[ballot] { $secret ->
            [yes] A secret vote.
           *[no] An open vote.
        } <b>{ $voted }</b> of { $present } have voted{ $paper ->
            [0] {""}
           *[other] , { $paper } on paper
        }{ $recused ->
            [0] {""}
           *[other] , { $recused } with a conflict of interest
        }. Still to vote: { $awaited }.
    }{ $last ->
        [yes] {""}

    🔔 <b>Last call: the vote is about to close.</b>
       *[no] {""}
    }
meeting-thin = ⚠️ <b>The vote may not stay secret:</b> paper is counted apart, and a few slips show who voted how. Offer codes for the ballot page, or hand out more slips.
meeting-outcome = { $outcome ->
    [adopted] ✅ <b>Adopted:</b> { $title }
    [rejected] ❌ <b>Not adopted:</b> { $title }
    [elected] ✅ <b>{ $full ->
        [no] Elected { $elected } of { $seats }
       *[yes] Elected
    }:</b> { $title }
    [tied] ⚖️ <b>A tie:</b> { $title }
    [no_quorum] ⚠️ <b>There was no quorum:</b> { $title }. { $present } took part, { $needed } are needed.
   *[other] ❌ <b>Nobody was elected:</b> { $title }
}
meeting-elected-before = { $count ->
    [1] Elected in the round before
   *[other] Elected in the round before ({ $count })
}: { $names }
meeting-figures = For { $in_favour }, against { $against }, { $abstained ->
    [one] abstained { $abstained }
   *[other] abstained { $abstained }
}, did not vote { $silent }. Needed: { $needed } of { $base }.
meeting-candidate-figures = { $won ->
    [yes] ✅ <b>{ $name }</b>
   *[no] ▫️ { $name }
}: { $votes }
meeting-speech = 🎤 <b>{ $name }</b>, { $organisation }. Time is up: { $left }
meeting-pause = ⏸ A break since { $since }{ $ends ->
    [yes] {" "}until { $until }
   *[no] {""}
}.{ $told ->
    [yes] {" "}{ $why }
   *[no] {""}
}
meeting-mine = You represent <b>{ $name }</b>{ $remote ->
    [yes] , from afar
   *[no] {""}
}.{ $ballot ->
    [awaited] {" "}The ballot is in a message of its own, and here: /polls
    [voted] {" "}Your vote is recorded.
    [no] {" "}You have no ballot in this vote.
   *[none] {""}
}
meeting-mine-entrusted = The vote is given to a proxy. To vote yourself, revoke the proxy first: /polls
meeting-not-registered = { $afar ->
    [yes] You are not registered yet. If you are not in the hall, tap “{ button-meeting-afar }”. In the hall, come to the registration desk.
   *[no] You are not registered yet. Come to the registration desk, or scan the code on the screen.
}
meeting-in-queue = ✋ You are in the queue of speakers, at place { $place }
meeting-speaking = 🎤 You have the floor!
button-meeting-read = 📖 Agenda and materials
button-meeting-ask = ✋ Ask for the floor
button-meeting-point = Point of order
button-meeting-unask = I no longer want the floor
button-meeting-ping = 🟢 I am still here
button-meeting-object = Raise an objection
button-meeting-challenge = Challenge a mandate
button-meeting-afar = I take part from afar
button-meeting-recuse = Conflict of interest
button-meeting-leave = I am leaving
button-meeting-own = More…
meeting-own = <b>What else you can do in the meeting</b>
meeting-for-whom = For which organisation?
meeting-floor-asked = { $point ->
    [yes] Noted: a point of order. It goes first.
   *[no] Noted. When it is your turn, the chair gives you the floor.
}
meeting-floor-left = You are off the queue.
meeting-recuse =
    Declare a conflict of interest on “{ $title }”?

    <b>{ $name }</b> stays among those present, but does not vote on this item. This cannot be undone.
button-meeting-recuse-yes = Yes, declare it
meeting-recused = The conflict of interest is recorded.
meeting-pinged = { $count ->
    [one] You are connected. Tap again before { $until }.
   *[other] You are connected for { $count } organisations. Tap again before { $until }.
}
meeting-arrived-afar = You are registered. Tap “I am still here” now and then, so that we do not lose you.
meeting-checked-in = ✅ You are registered. Have a good meeting!
meeting-leave =
    Leave the meeting?

    <b>{ $name }</b> is no longer among those present, unless colleagues of yours stay. You can return by the registration desk.
button-meeting-leave-yes = Yes, I am leaving
meeting-left = Noted. Thank you for coming!

# The agenda.

meeting-agenda =
    <b>Agenda</b>

    { $agenda }

    Tap an item to read more and to get the materials.
button-meeting-materials = { $count ->
    [one] 📎 { $count } file
   *[other] 📎 { $count } files
}
meeting-point = <b>{ $title }</b>
    { $kind ->
        [officers] Election of chair, secretary and tellers
        [report] Report
        [awards] Awards
        [vote] Decision
        [election] Election
        [procedural] Procedure
        [break] Break
       *[other] Without a vote
    }{ $minutes ->
        [0] {""}
       *[other] , { $minutes } min
    }{ $spoken ->
        [yes] {""}

    Speaker: { $speaker }
       *[no] {""}
    }{ $decides ->
        [yes] {""}

    <b>Draft decision</b>
    { $decision }
       *[no] {""}
    }{ $voted ->
        [yes] {""}

    { $secrecy ->
        [secret] The vote is secret.
        [named] The vote is open.
       *[usual] Secret or open, as the usual rules say.
    }{ $exclusive ->
        [yes] {" "}Only the meeting may decide this.
       *[no] {""}
    }
       *[no] {""}
    }{ $standing ->
        [0] {""}
       *[other] {""}

    <b>Candidates</b>, seats: { $seats }
    { $candidates }
    }{ $named ->
        [0] {""}
       *[other] {""}

    Awards go to: { $names }
    }{ $files ->
        [0] {""}
        [one] {""}

    📎 { $files } file
       *[other] {""}

    📎 { $files } files
    }

# What members type.

meeting-objection-ask = Write the objection in one message. It goes into the minutes with your name and the time.
meeting-objected = ✅ The objection is recorded. The chair sees it.
meeting-challenge-voter = <b>Whose mandate do you challenge?</b>

    Choose the organisation, or write a part of its name.
meeting-challenge-words = <b>What is wrong with the mandate?</b>

    Write it in one message. It stands in the minutes with your name and the time.
meeting-challenge-words-expected = Please write what is wrong as plain text.
meeting-challenge-preview = Challenge the mandate?

    <b>{ $name }</b>
    { $words }

    If the chair upholds the objection, the current item is voted on again.
meeting-challenge-yes = Yes, challenge it
meeting-challenge-raised = ✅ The objection is recorded. The chair sees it.
meeting-propose-ask = What should the meeting discuss? Write it in one message, the secretary reads each one.
meeting-proposed = ✅ Thank you! The secretary has your proposal.
FiguresUnreadable = Please write { $count ->
    [one] { $count } number
   *[other] { $count } numbers
} with spaces between them, for example: 40 3 1.
