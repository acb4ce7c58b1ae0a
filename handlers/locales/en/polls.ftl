# Votes: the card, the rules in plain words, outcomes, lists, letters.

poll-head = 🗳 { $body ->
    [council] Vote of the council
   *[general] Vote of the general meeting
}{ $mode ->
    [correspondence] {" "}(by correspondence)
    [remote] {" "}(remote)
   *[meeting] {""}
}{ $kind ->
    [admission] {" "}· admission
    [election] {" "}· election
   *[motion] {""}
}
poll-question = <b>{ $question }</b>{ $round ->
    [yes] {" "}(second round)
   *[no] {""}
}
poll-round = Second round: { $question }
poll-seats = 🪑 Seats: <b>{ $seats }</b>, candidates: <b>{ $candidates }</b>
poll-opens = ⏰ The vote begins: { $opens_at } ({ $zone })
poll-until = ⏰ You can vote until { $closes_at } ({ $zone })
poll-until-meeting = ⏰ The vote is on now: the chair of the meeting closes it.
poll-secrecy = { $secrecy ->
    [secret] 🔒 The vote is secret: names are kept apart from ballots. A ballot is cast once and cannot be changed.
   *[named] 👁 The vote is open: the ballot is kept with the name. It can be changed until the close.
}
poll-rules-folded = <blockquote expandable>{ $rules }</blockquote>
poll-turnout = 👥 Voted: <b>{ $voted }</b> of { $entitled }{ $recused ->
    [0] {""}
   *[other] {", "}recusals: { $recused }
}
poll-turnout-dated = { $turnout } (as of { $at })
poll-counting = Time is up, the votes are being counted. The results will be here very soon.
poll-awaiting-presence = Voting has ended. The result follows as soon as the chair or the secretary has marked who is present.
poll-attendance = 🏛 Present: <b>{ $present }</b> of { $entitled }{ $silent ->
    [0] {""}
   *[other] , of them not voting: { $silent }
}
poll-omitted = ⚠️ { $round ->
    [yes] In the second round, those who had a vote in the first can vote. Without a ballot:
   *[no] <b>Not everybody votes.</b> Without a ballot:
} { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
} ({ $count } in all).
poll-omission = Basis: { $clause }. Reason: { $reason }
poll-no-split = 🔒 The vote is secret and has no quorum, so it is not told how the votes split.
poll-thin = ⚠️ <b>Secrecy is thin here:</b> { $entitled ->
    [1] one person votes, and the result reveals the vote.
   *[other] only { $entitled } vote, and the results make it easy to tell who voted how.
}
poll-watching = You have no ballot in this vote. You will see the results after the close.

# The rules: the chair sees the same words before opening.
poll-rule = ⚖️ Of { $entitled ->
    [one] { $entitled } vote
   *[other] { $entitled } votes
}, { $votes } { $kind ->
    [election] {""}
   *[motion] “for”{" "}
}{ $votes ->
    [one] is
   *[other] are
} needed{ $kind ->
    [election] {" "}to be elected
    [admission] {" "}to be admitted
   *[motion] {""}
}; the quorum is { $quorum }.
poll-rule-fewer = If not everybody votes, fewer are needed: with { $quorum ->
    [one] { $quorum } participant
   *[other] { $quorum } participants
}, { $votes }.
poll-rule-abstaining = { $base ->
    [participants] Abstentions count against.
    [entitled] Abstaining and not voting count against.
   *[cast] Abstentions are not counted.
}
poll-rule-absent = Not voting counts against.
poll-clauses = <i>Basis: { $clauses }</i>

# The outcome.
poll-closed = 🏁 The vote closed: { $closed_at }{ $closing ->
    [all_voted] {" "}(everybody has voted)
    [by_hand] {" "}(early: { $reason })
    [in_meeting] {" "}(at the meeting)
   *[deadline] {""}
}
poll-cancelled = { $why ->
    [given] ❌ <b>The vote is cancelled.</b> Reason: { $reason }
    [ballots_lost]
        ❌ <b>The vote is cancelled and has to be held again.</b> Secret ballots are encrypted, and their key is gone: the bot was moved to another server or restored from a copy. The ballots that were cast are lost. When the new vote begins, please vote once more.
   *[late] ❌ <b>The vote is cancelled:</b> it could not be opened at its time.
}
poll-annulled = ⚠️ <b>This result is void:</b> the meeting upheld an objection to a mandate.
poll-interim = 📊 <b>Interim results</b>
poll-outcome = { $outcome ->
    [adopted] ✅ <b>Adopted.</b>
    [no_quorum] ⚠️ <b>No quorum, nothing is decided.</b>
   *[rejected] ❌ <b>Not adopted.</b>
}
poll-elected = { $outcome ->
    [no_quorum] ⚠️ <b>No quorum, nobody is elected.</b>
    [nobody] ❌ <b>Nobody is elected.</b>
    [level] ⚖️ <b>Nobody is elected yet.</b>
   *[elected] ✅ <b>Elected: { $elected } of { $seats }.</b>
}
poll-admitted = { $outcome ->
    [no_quorum] ⚠️ <b>No quorum, nothing is decided on any organisation.</b>
   *[counted] 📊 <b>Organisations admitted: { $adopted } of { $candidates }.</b>
}
poll-bar = { $bar } { $choice ->
    [for] For: <b>{ $votes }</b>
    [against] Against: <b>{ $votes }</b>
    [against_all] Against all: <b>{ $votes }</b>
    [abstain] Abstained: <b>{ $votes }</b>
    [silent] Present, did not vote: <b>{ $votes }</b>
    [absent] Absent: <b>{ $votes }</b>
   *[none] Did not vote: <b>{ $votes }</b>
}
poll-candidate = { $outcome ->
    [elected] ✅
    [adopted] ✅
    [tied] ⚖️
    [running] ▫️
   *[lost] ❌
} { $number }. { $name }
    { $bar } for { $votes }{ $kind ->
        [admission] {" "}(needed { $needed }), against { $against }, abstained { $abstained }
       *[election] {""}
    }{ $outcome ->
        [below_threshold] {" "}(below the threshold)
       *[other] {""}
    }
poll-quorum = { $holds ->
    [yes] There is a quorum: { $present } of { $entitled } took part, { $needed } had to.
   *[no] There is no quorum: { $present } of { $entitled } took part, { $needed } had to.
}
poll-majority = { $kind ->
    [election] To be elected takes { $needed }
   *[motion] “For”: { $votes }, needed { $needed }
} of { $base } ({ $of ->
    [participants] all who took part
    [participants_less] who took part, without recusals
    [entitled] all who could vote
    [entitled_less] all who could vote, without recusals
   *[cast] ballots that were cast
}).
poll-tie = ⚖️ <b>The votes are tied:</b> { $names }. { $seats ->
    [one] There is { $seats } seat between them
   *[other] There are { $seats } seats between them
}. A second round or the drawing of lots will decide.
poll-second-round = ⚖️ <b>The votes were tied:</b> { $names }. { $outcome ->
    [running] A second round is under way.
    [elected] The second round elected: <b>{ $elected }</b>.
    [some] The second round elected: <b>{ $elected }</b>. Nobody else got the votes that are needed; seats left vacant: { $vacant }.
    [tied] The second round is tied again: { $tied }. Another round or the drawing of lots will decide.
   *[nobody] In the second round nobody got the votes that are needed. Seats left vacant: <b>{ $vacant }</b>.
}
poll-lot = 🎲 The votes were tied, so lots were drawn. The outcome: { $names }. { $how }
poll-minutes = 📄 Minutes { $number } have been issued.
poll-vacant = Seats left vacant: <b>{ $vacant }</b>.
poll-absent = { $count ->
        [one] No longer in the alliance, and therefore without a seat in the council: <b>{ $names }</b>. If they came back by a new invitation, an administrator can give them the role: /admin.
       *[other] No longer in the alliance, and therefore without seats in the council: <b>{ $names }</b>. Somebody who came back by a new invitation can get the role from an administrator: /admin.
    }
poll-chart-coming = Drawing…
poll-part = Shown: { $first }–{ $last } of { $count }.

# /polls
polls-list = { $waiting ->
    [0] <b>Votes.</b> No vote is waiting for your ballot.
    [one] <b>Votes.</b> Waiting for your ballot: <b>{ $waiting }</b>.
   *[other] <b>Votes.</b> Waiting for your ballot: <b>{ $waiting }</b>.
} Tap to open:
polls-none = There are no votes now. When the next one opens, we will send you the ballot.
polls-archive = <b>Past votes.</b> Tap to see the results:
polls-archive-none = There are no past votes yet.
polls-find = What are you looking for? Write a word or two of the question, for example: budget 2027.
polls-found = { $count ->
    [one] Found <b>{ $count }</b> vote:
   *[other] Found <b>{ $count }</b> votes:
}
polls-found-more = The first { $shown } of <b>{ $count }</b>. Write more words to narrow it down.
polls-found-none = Nothing was found. Write another word, or only its beginning.
council-seats = <b>The council</b>
council-seats-none = Nobody sits in the council yet.
council-seat = { $number }. <b>{ $name }</b>{ $origin ->
    [none] {""}
   *[known] {" "}· { $organisation }
}{ $role ->
    [chair] {" "}– chair
    [secretary] {" "}– secretary
   *[council] {""}
}{ $dated ->
    [yes] , since { $since }
   *[no] {""}
}

# What the bot says of its own accord.
poll-news = { $news ->
    [opened] 📣 <b>A vote has begun. We are waiting for your ballot.</b>
    [reminder] 🔔 <b>You have not voted yet.</b> { LEFT($left) }.
    [last_call] ⏳ <b>The vote will close soon, and your ballot is missing.</b> { LEFT($left) }.
    [proxy] 📜 <b>You have been given a proxy.</b>
    [cancelled] 📣 <b>The vote is cancelled.</b>
    [lot] 🎲 <b>A lot has settled the tie.</b>
    [restored] 🗄 <b>The bot's data were restored from a backup.</b> All that came after it is lost. Please see below whether your ballot is there, and vote again if it is not.
    [restored_closed] 🗄 <b>The bot's data were restored from a backup.</b> All that came after it is lost, and the vote's time is up: the ballots that were in the backup have been counted.
   *[closed] 📣 <b>Results of the vote</b>
}
presence-awaited =
    🏛 <b>Voting at the meeting has ended. Mark who is present.</b>
    { $question }

    Those who came and stayed silent count as participants too. Without this list there is no result.
poll-post-link = Ballots are cast in the private chat with the bot: tap the button below.
poll-opening-posted =
    🔏 <b>Vote No. { $poll } is open</b>
    { $question }

    Entry of the log: <code>{ $head }</code>

    With it anybody can verify that nobody changed the question, the rules or the list of voters after the opening. Please do not delete this message.
poll-seal =
    🔏 <b>Checksums of vote No. { $poll }</b>
    { $question }

    Ballots: <code>{ $ballots }</code>
    Numbers: <code>{ $numbers }</code>
    Entry { $entry } of the record: <code>{ $digest }</code>

    With these checksums anybody can verify that no ballot was changed or added after the close. Please do not delete this message.

# Buttons.
button-votes = 🗳 Votes and minutes
button-polls = All votes
button-polls-tab = { $tab ->
    [archive] { $chosen ->
        [yes] ✓ Archive
       *[no] Archive
    }
   *[now] { $chosen ->
        [yes] ✓ Now
       *[no] Now
    }
}
button-polls-find = Search
button-council = The council
button-poll = { $state ->
    [waiting] ❗️ until { $day } · { $question }
    [open] 🗳 until { $day } · { $question }
    [scheduled] 🕓 until { $day } · { $question }
    [cancelled] ✖️ { $day } · { $question }
    [adopted] ✅ { $day } · { $question }
    [elected] ✅ { $day } · { $question }
    [tied] ⚖️ { $day } · { $question }
    [no_quorum] ⚠️ { $day } · { $question }
    [closed] 🏁 { $day } · { $question }
   *[rejected] ❌ { $day } · { $question }
}
button-application-of = 📄 { $number }
button-chart = 📊 Chart
button-material = 📎 { $name }
material-unnamed = File { $number }
button-poll-open = Open the ballot
button-poll-outcome = Details

# For administrators, after “The bot could not”: what it did not do at its time.

due-poll_opening = open vote No. { $number }
due-poll_closing = count the result of vote No. { $number }
due-ballot_numbers = part the numbers of secret ballots from the ballots of vote No. { $number }
due-ballot_reminders = remind people of vote No. { $number }
due-statements = say that the minutes of vote No. { $number } can be drawn up

command-polls = Votes and results
help-polls = /polls – votes: cast a ballot, see the results, who sits in the council
