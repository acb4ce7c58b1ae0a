# Wizards of the chair and the secretary: put something to the vote, end it, settle a tie, note a proxy.

poll-draft-preset =
    <b>What is put to the vote?</b>

    The rules of counting depend on it. They can be corrected before it opens.
poll-draft-question =
    <b>What is the question?</b>

    Write the question or the draft decision as it should appear in the minutes.
poll-draft-usual-question = Write: “{ poll-usual-question }”
poll-usual-question = { $kind ->
    [admission] On admission to membership of the alliance
   *[election] On the election of members of the council
}
poll-draft-exclusive =
    <b>Is this a question that only the general meeting can decide?</b>

    By law (7-ФЗ, art. 29, p. 3; Civil Code, art. 65.3) only the meeting changes the charter, sets priorities and the rules of admission, elects the bodies, approves the annual report, decides on reorganisation and liquidation. Your charter may add to that list.
poll-draft-exclusive-choice = { $whose ->
    [highest] Yes, only the general meeting
   *[any] No, an ordinary question
}
poll-draft-exclusive-value = { $highest ->
    [yes] only the general meeting decides ({ $clause })
   *[no] an ordinary question
}
poll-draft-competence =
    <b>Which clause says that only the general meeting decides this?</b>

    The ballot and the minutes quote it. Choose or write, for example: <i>7-ФЗ, ст. 29, п. 3; Устав, п. 5.3</i>
poll-draft-candidates =
    { $kind ->
        [admission] <b>Who should be admitted?</b>
       *[election] <b>Who are the candidates?</b>
    }

    { $kind ->
        [admission] Choose from the applications or write the organisation’s name. Several at once are fine, each on a line of its own.
       *[election] { $elects ->
            [yes] Find people in the alliance: those who are elected join the council at once.
           *[no] Write names, each on a line of its own, or find people in the alliance.
        }
    }
poll-draft-standing = { $count ->
    [one] <b>{ $count }</b> candidate is on the list.
   *[other] <b>{ $count }</b> candidates are on the list.
} Tap a name to take it off.
poll-draft-remove = ✕ { $name }
poll-draft-from-applications = 📥 From the applications · { $waiting }
poll-draft-from-people = 🔎 Find in the alliance
poll-draft-applications =
    <b>Which applications are put to the vote?</b>

    You may tick several: each is voted on separately.
poll-draft-people =
    <b>Who are the candidates?</b>

    Write part of a person’s or an organisation’s name and tick those you need. Then you can go on searching.
poll-draft-added = On the list: { $name }
poll-draft-nobody = nobody yet
poll-draft-and-more = { $names } and { $more } more
poll-draft-seats =
    <b>How many people are elected?</b>

    Choose or write a number. A ballot can mark at most that many.
poll-draft-day =
    <b>When does the vote end?</b>

    Choose a day or write one, with a time if you like: <i>5 December 18:30</i>
poll-draft-usual-closing = As usual: { $usual_closing }

poll-draft-secrecy = <b>Open or secret?</b>
poll-draft-secrecy-choice = { $secrecy ->
    [secret] Secret: a vote is final
   *[named] Open: a vote can be changed
}
poll-secrecy-word = { $secrecy ->
    [secret] secret
   *[named] open
}
poll-draft-no-longer-live = The vote is secret now, so the results will be shown only after it ends.
poll-draft-mode = <b>How is the vote held?</b>
poll-draft-mode-choice = { $mode ->
    [meeting] In person, at a meeting
    [remote] Remotely, during a meeting
   *[correspondence] By correspondence, without one
}
poll-mode-word = { $mode ->
    [meeting] in person
    [remote] remotely
   *[correspondence] by correspondence
}
poll-draft-correspondence =
    <b>Which clause of the charter allows this by correspondence?</b>

    Only the highest body decides such matters, and without a clause of the charter not by correspondence. Choose or write one, e.g. <i>Charter, 6.8</i>
poll-draft-remote =
    <b>Which clause of the charter allows taking part in a meeting remotely?</b>

    Such a meeting lasts hours, not days, and is held only if the charter provides for it. Choose or write, for example: <i>Устав, п. 6.7</i>
poll-draft-quorum =
    <b>What quorum is needed?</b>

    How many of those entitled must take part. Choose or write: <i>more than half</i>, <i>at least 2/3</i>
poll-draft-majority =
    <b>What majority is needed?</b>

    How many votes in favour there must be. Choose or write: <i>more than half</i>, <i>at least 2/3</i>
poll-draft-base =
    <b>Of whom is the majority counted?</b>
poll-draft-base-value = { $base ->
    [participants] of those who take part (abstaining counts against)
    [cast] of the votes for and against
   *[entitled] of everybody entitled to vote
}
poll-draft-base-choice = { $base ->
    [participants] Of those taking part: abstaining = against
    [cast] Of the votes for and against
   *[entitled] Of everybody entitled to vote
}
poll-draft-quorum_clause =
    <b>Where does this quorum come from?</b>

    Every rule has a source: the ballot and the minutes will quote it. Choose or write, e.g. <i>Charter, 6.3</i>
poll-draft-majority_clause =
    <b>Where does this majority come from?</b>

    Every rule has a source: the ballot and the minutes will quote it. Choose or write, e.g. <i>Charter, 6.4</i>
poll-draft-recusal =
    <b>How do we count those who recuse themselves?</b>

    People recuse themselves because of a conflict of interest. At a meeting they still count for the quorum.
poll-draft-recusal-choice = { $effect ->
    [lowers] Count the majority without them
   *[counts] Count them as taking part
}
poll-draft-recusal_clause =
    <b>Where does this rule on recusal come from?</b>

    Choose or write, e.g. <i>Charter, 6.7</i>
poll-draft-no-clause = not given
poll-draft-clause-changed = The clause has changed with the rule: { $clause }. Check that it is the right one.
poll-draft-another-clause = ✏️ Change the basis
poll-share = { $half ->
    [yes] { $bound ->
        [more_than] more than half
       *[at_least] at least half
    }
   *[no] { $bound ->
        [more_than] more than { $part }
       *[at_least] at least { $part }
    }
}
poll-draft-quorum-value = { $share } ({ $clause })
poll-draft-majority-value = { $share } { poll-draft-base-value } ({ $clause })
poll-draft-recusal-value = { $lowers ->
    [yes] the majority is counted without them
   *[no] they count as taking part
} ({ $clause })
poll-draft-voters =
    <b>Who votes?</b>

    Those ticked will have a ballot. { $body ->
        [council] The council has { $count ->
            [one] <b>{ $count }</b> member now.
           *[other] <b>{ $count }</b> members now.
        }
       *[general] The alliance has { $count ->
            [one] <b>{ $count }</b> organisation now.
           *[other] <b>{ $count }</b> organisations now.
        }
    } If the list is long, write a part of a name.
poll-draft-voters-all = { $body ->
    [council] the whole council
   *[general] all organisations
}
poll-draft-voters-some = as listed: { $count ->
    [one] { $count } { $body ->
        [council] person
       *[general] organisation
    }
   *[other] { $count } { $body ->
        [council] people
       *[general] organisations
    }
}
poll-draft-omission = { $given ->
    [yes] Those not ticked get no ballot. Basis: { $clause }. Reason: { $reason }
   *[no] ⚠️ Somebody can be left without a ballot only by a clause of the charter. Give it and the reason: everybody will see both, and the minutes will say them.
}
poll-draft-omission-why = Clause and reason
poll-draft-omission_clause = By which clause of the charter does not everybody vote? Write, for example: <i>Charter, clause 4.7</i>
poll-draft-omission_reason = Why do these not vote? Write, for example: <i>membership suspended by the council on 12 October 2026</i>
poll-draft-omission_clause-expected = A clause of the charter is expected. Write it as plain text.
poll-draft-omission_reason-expected = A reason is expected. Write it as plain text.
poll-draft-everybody = Tick everybody
poll-draft-whole-list = Show the whole list
poll-draft-materials =
    <b>Materials</b>

    Send the files that must be read before the vote, five at most. Tap a file to take it off.
poll-draft-materials-value = { $count ->
    [0] none
    [one] { $count } file
   *[other] { $count } files
}
poll-draft-leads =
    <b>When shall we remind?</b>

    How long before the end. Only those who have not voted are reminded.
poll-draft-opening =
    <b>When does the vote open?</b>

    Choose a day or write one, with a time if you like: <i>5 December 9:00</i>. Until then it can be changed.
poll-draft-at-once = at once
poll-draft-open-at-once = Open at once
poll-draft-live = { $so ->
    [yes] shown during the vote
   *[no] hidden until the end
}
poll-draft-all_voted = { $so ->
    [yes] as soon as everybody has voted
   *[no] at the deadline only
}
poll-draft-tells = { $so ->
    [yes] everybody in the alliance
   *[no] only those who voted
}

poll-preview =
    This is what voters will see:

    { $card }

    ———
poll-plan-candidate = { $number }. { $name }
poll-plan-live = 📊 The results show during the vote.
poll-plan-hidden = 🙈 The results are hidden until the end: until then only the turnout shows.
poll-plan-all-voted = 🏁 It ends earlier if everybody has voted.
poll-plan-members = 📣 Everybody in the alliance will hear of the outcome.
poll-plan-excludes = 🏠 If adopted, the organisation’s membership ends at once: its delegates and proxies are no longer valid.
poll-exclusion-question = Exclude from the alliance: { $name }? If adopted, the membership ends at once.
poll-plan-council = 🏛 Those who are elected join the council at once.
poll-plan-files = 📎 { $count ->
    [one] { $count } file
   *[other] { $count } files
}
poll-preview-reach = 🗳 Ballots: <b>{ $entitled }</b>. { $told ->
    [one] { $told } person gets one
   *[other] { $told } people get one
}{ $untold ->
    [0] {""}
    [one] ; { $untold } is out of reach
   *[other] ; { $untold } are out of reach
}. Once it is open nothing can be changed: it can only be closed early or cancelled, with a reason.
poll-preview-silent = ⚠️ Cannot vote until they join the bot: { $silent }.
poll-preview-unreachable = 📵 Out of reach, give them a call: { $unreachable }.
poll-confirm =
    Open the vote?

    <b>{ $question }</b>

    Ballots: <b>{ $entitled }</b>. They go out at once, and after that nothing can be changed: it can only be closed early or cancelled, with a reason.
poll-confirm-later =
    Schedule the vote?

    <b>{ $question }</b>

    It opens and the ballots go out: { $opens }. Today there would be <b>{ $entitled }</b> of them. Until then everything can be changed.
poll-opened =
    ✅ The vote is open: <b>{ $question }</b>

    The ballots are on their way.
poll-scheduled =
    ✅ The vote is scheduled: <b>{ $question }</b>

    It opens and the ballots go out: { $at }.
poll-saved = ✅ The changes are saved: <b>{ $question }</b>
poll-draft-leaving-changes =
    Drop the changes? The vote <b>{ $title }</b> stays as it is.

poll-close-reason =
    Closing early: <b>{ $question }</b>

    Why? Write the reason: voters will see it, and it goes into the minutes.
poll-close-confirm =
    Close the vote now?
    <b>{ $question }</b>

    <b>{ $voted }</b> of { $entitled } have voted. { $awaited ->
        [0] Nobody else is awaited.
       *[other] <b>{ $awaited }</b> more will not be able to.
    } The votes are counted at once. It cannot be opened again.
poll-present =
    <b>Who is present at the meeting?</b>

    Mark everybody who came in person or by proxy, even those who stayed silent: the majority is counted of those present. Marked: <b>{ $present }</b> of { $entitled }.

    If the list is long, write a part of a name.
poll-present-voter = { $by ->
    [yes] { $name } · by proxy { $holder }
   *[no] { $name }
}
poll-present-door = 🚪 As checked in at the door: { $title }
poll-present-all = Mark everybody
poll-present-whole-list = Show the whole list
poll-present-certain = This mark stays: the ballot is cast or a conflict of interest declared, so the participant is present.
poll-present-count = Present: <b>{ $present }</b> of { $entitled }{ $silent ->
    [0] .
   *[other] , of them not voting: <b>{ $silent }</b>.
}
poll-count-confirm =
    Count the votes?
    <b>{ $question }</b>

    The list of those present goes into the minutes and cannot be changed afterwards.
poll-cancel-reason =
    Cancelling: <b>{ $question }</b>

    Why? Write the reason: everybody who has a ballot will see it.
poll-cancel-confirm =
    Cancel the vote?
    <b>{ $question }</b>

    { $voted ->
        [0] Nobody has voted yet.
        [one] <b>{ $voted }</b> vote is in: it will not be counted.
       *[other] <b>{ $voted }</b> votes are in: they will not be counted.
    } This cannot be undone.
poll-done-close = ✅ The vote is closed, the votes are counted.
poll-done-cancel = The vote is cancelled.

poll-run-off-day =
    Second round: <b>{ $question }</b>
    Tied: { $names }. { $seats ->
        [one] They share <b>{ $seats }</b> seat.
       *[other] They share <b>{ $seats }</b> seats.
    }

    In the second round, those who had a vote in the first can vote{ $without ->
        [0] .
       *[other] : those who came later do not. Without a ballot: { $newcomers }.
    } Proxies for all questions that are still in force cover it.

    When does the vote end? Choose a day or write one, with a time if you like: <i>5 December 18:30</i>
poll-run-off-confirm =
    Call a second round?
    <b>{ $question }</b>

    On the ballot: { $names }. { $seats ->
        [one] <b>{ $seats }</b> person is elected.
       *[other] <b>{ $seats }</b> people are elected.
    } The rules are the same. People vote until <b>{ $closes }</b>.

    We send the ballots at once, <b>{ $entitled }</b> of them. Those who had a vote in the first round have one{ $left ->
        [0] .
       *[other] {" "}(there were { $former }), except who has left since.
    }{ $without ->
        [0] {""}
       *[other] {" "}Those who came later do not vote: { $newcomers }.
    }
poll-run-off-opened =
    ✅ The second round is called. The ballots are on their way.

    People vote until { $closes }.
poll-lot-winners =
    Lot: <b>{ $question }</b>

    Who won it? { $seats ->
        [one] Tick <b>{ $seats }</b> person.
       *[other] Tick <b>{ $seats }</b> people.
    }
poll-lot-how =
    By lot: <b>{ $names }</b>

    How was it drawn, and before whom? Write it as it should appear in the minutes, e.g. <i>The lot was drawn at the meeting by the secretary, Maria Orlova, in the presence of the candidates.</i>
poll-lot-confirm =
    Record the lot?
    <b>{ $question }</b>

    By lot: <b>{ $names }</b>
    How it was drawn: { $how }

    It is recorded once and cannot be changed. Everybody who voted will hear of it.
poll-lot-recorded = ✅ The lot is recorded.

poll-proxy-voter =
    📜 <b>Whose ballot is handed over by proxy?</b>

    Choose from the list or write a part of the name.
poll-proxy-holder =
    Whose ballot: <b>{ $voter }</b>

    Who will cast it? Write a part of the name. It must be somebody who takes part in the same vote.
poll-proxy-issuer =
    Whose ballot: <b>{ $voter }</b>
    Who will cast it: <b>{ $holder }</b>

    Who signed the proxy? It is issued by the leader, not by a delegate. Tap the button or write name and position, e.g. <i>Maria Orlova, director</i>
poll-proxy-number =
    Whose ballot: <b>{ $voter }</b>
    Who will cast it: <b>{ $holder }</b>

    What is the number of the proxy? If it has none, send “none”.
poll-proxy-issued = When was it issued? Write the date, e.g. <i>{ $today }</i>
poll-proxy-expires = What is the last day it is in force? Write the date, e.g. <i>{ $later }</i>
poll-proxy-scope = What is it for? Write it as the proxy says, e.g. <i>taking part in the general meeting and voting on all items</i>
poll-proxy-confirm =
    📜 <b>Check the proxy</b>

    Whose ballot: <b>{ $voter }</b>
    Who will cast it: <b>{ $holder }</b>
    Signed by: { $issuer }
    Number: { $number }
    Issued: { $issued }
    In force through: { $expires }
    Scope: { $scope }

    Have you seen the original, and does everything match? While the proxy is in force, only its holder can vote.
poll-proxy-registered = ✅ The proxy is recorded. We have told the proxy holder.

ShareUnreadable = The share could not be read. Write it with “more than” or “at least”, e.g. at least 2/3.

# What to say when something else was sent.

poll-draft-question-expected = Waiting for the question. Write it as plain text.
poll-draft-candidates-expected = Waiting for a name. Write it as plain text.
poll-draft-seats-expected = Waiting for the number of seats. Write it in digits, e.g. 5.
poll-draft-materials-expected = Waiting for a file: a document, photo, video or audio.
poll-draft-correspondence-expected = Waiting for a clause of the charter. Write it as plain text.
poll-draft-competence-expected = Waiting for a clause of the law or the charter. Write it as plain text.
poll-draft-remote-expected = Waiting for a clause of the charter. Write it as plain text.
poll-draft-quorum-expected = Waiting for a share. Tap a button or write, e.g. at least 2/3.
poll-draft-majority-expected = Waiting for a share. Tap a button or write, e.g. at least 2/3.
poll-draft-quorum_clause-expected = Waiting for a clause of the charter or the law. Write it as plain text.
poll-draft-majority_clause-expected = Waiting for a clause of the charter or the law. Write it as plain text.
poll-draft-recusal_clause-expected = Waiting for a clause of the charter or the law. Write it as plain text.
poll-reason-expected = Waiting for the reason. Write it as plain text.
poll-lot-how-expected = Waiting for the story of the lot. Write it as plain text.
poll-proxy-voter-expected = Waiting for a name. Choose from the list or write a part of it.
poll-proxy-holder-expected = Waiting for a name. Write a part of it as plain text.
poll-proxy-issuer-expected = Waiting for a name. Write it as plain text.
poll-proxy-number-expected = Waiting for the number. Write it as plain text.
poll-proxy-issued-expected = Waiting for a date. Write it as plain text, e.g. 05.12.2026.
poll-proxy-expires-expected = Waiting for a date. Write it as plain text, e.g. 05.12.2026.
poll-proxy-scope-expected = Waiting for the scope. Write it as plain text.

# Buttons.

poll-option-secrecy = Secret or open
poll-option-mode = How it is held
poll-option-quorum = Quorum
poll-option-majority = Majority
poll-option-recusal = Recusal
poll-option-voters = Who votes
poll-group-course = How it runs
poll-option-materials = Materials
poll-option-leads = Reminders
poll-option-opening = Opening
poll-option-live = Results
poll-option-all_voted = End
poll-option-tells = Outcome told to
poll-switch-live = { $live ->
    [yes] 🙈 Hide the results until the end
   *[no] 📊 Show the results at once
}
poll-switch-all_voted = { $all_voted ->
    [yes] 🏁 End at the deadline only
   *[no] 🏁 End when everybody has voted
}
poll-switch-tells = { $tells ->
    [yes] 📣 Tell the outcome to voters only
   *[no] 📣 Tell the outcome to everybody
}
poll-to-preview = ‹ To the vote
poll-to-list = ‹ To the votes
poll-to-board = To the vote ›
poll-open = Open the vote
poll-open-yes = Yes, open it
poll-schedule = Schedule it
poll-schedule-yes = Yes, schedule it
poll-close-yes = Yes, close it
poll-count-yes = Yes, count the votes
poll-cancel-yes = Yes, cancel the vote
poll-run-off-yes = Yes, call it
poll-lot-yes = Yes, record it
poll-proxy-yes = Yes, I have the original: record it
poll-change-preset = ✏️ Rules
poll-change-question = ✏️ Question
poll-change-exclusive = ✏️ Whose question
poll-change-candidates = ✏️ Candidates
poll-change-seats = ✏️ Seats
poll-change-day = ✏️ Deadline
