# Minutes: the document that is signed and kept. It is always handed out in Russian.

minutes-title = Minutes No. { $number }
minutes-heading = MINUTES No. { $number }
minutes-footer = Minutes No. { $number } of { $date }
minutes-file = Minutes { $number }
minutes-subject = { $body ->
    [council] { $mode ->
        [meeting] of a meeting of the Council
        [remote] of a meeting of the Council with remote participation
       *[correspondence] of a vote of the Council by correspondence
    }
   *[general_meeting] { $mode ->
        [meeting] of the General Meeting of members
        [remote] of the General Meeting of members with remote participation
       *[correspondence] of a vote of the General Meeting by correspondence
    }
}
minutes-date = { $date }
minutes-moment = { $date }, { $time }
minutes-same-day = at { $time }

minutes-law = Legal basis
minutes-law-is = chapter 9.1 of the Civil Code of the Russian Federation; Federal Law of 12.01.1996 No. 7-FZ “On Non-Commercial Organisations” (hereinafter 7-FZ)
minutes-form = Held as
minutes-form-is = { $mode ->
    [meeting] a meeting
    [remote] a meeting with remote participation
   *[correspondence] a vote by correspondence
}
minutes-convened = Convened by
minutes-notified = Participants notified
minutes-materials = Materials
minutes-closed = Last vote taken
minutes-when = Time
minutes-when-one-day = { $date }, from { $start } to { $end } ({ $zone })
minutes-when-days = from { $start } to { $end } ({ $zone })
minutes-remotely = Taking part by
minutes-remotely-by = electronic ballots in Telegram, bot @{ $bot }
minutes-until = Votes were taken
minutes-sent = Sent by
minutes-sent-by = electronic ballots in Telegram, bot @{ $bot }: a ballot opens only for people who may vote
minutes-chair = Chair of the meeting
minutes-secretary = Secretary
minutes-counting = Counting
minutes-counted-by = counted by the bot @{ $bot }, { $count ->
    [one] certified by
   *[other] certified by
} { $names }
minutes-drawn-up = Drawn up on
minutes-signatory = { $name }, { $position }

minutes-entitled = Entitled to vote
minutes-taking-part = Took part
minutes-quorum = Quorum
minutes-quorum-line = { $held ->
    [yes] present:{" "}
   *[no] missing:{" "}
    }{ $mode ->
    [correspondence] { $present ->
        [one] { $present } ballot
       *[other] { $present } ballots
    }
   *[meeting] { $present ->
        [one] { $present } participant
       *[other] { $present } participants
    }
    } of { $entitled }, at least { $needed } needed
minutes-quorum-by = { $quorum } — { $rule }
minutes-quorum-each = checked for each item of the agenda and stated there
minutes-rule = { $rule } ({ $clause })

minutes-fraction = { $fraction ->
    [half] half
    [two_thirds] two thirds
    [three_quarters] three quarters
   *[other] { $share }
}
minutes-share = { $bound ->
    [more_than] more than { minutes-fraction } of { minutes-base }
    [at_least] at least { minutes-fraction } of { minutes-base }
   *[all] unanimously, all of { minutes-base }
}
minutes-base = { $base ->
    [entitled] all entitled to vote
    [participants] those taking part
    [senders] those who sent a ballot
    [ballots] the ballots cast
   *[cast] the votes for and against
}

minutes-participants = Participants
minutes-participants-appended = The participants are listed in appendix { $appendix }.
minutes-column-number = No.
minutes-column-organisation = Organisation
minutes-column-registered = INN, OGRN
minutes-column-member = Member of the Council
minutes-column-hands = Representative (authority)
minutes-column-standing = Participation
minutes-authority = { $authority ->
    [leader] leader
    [delegate] delegate
    [representative] representative
    [council_member] member of the Council
   *[proxy] proxy No. { $number } of { $date }{ $issued ->
        [yes] {", "}issued by { $issuer }
       *[no] {""}
    }: { $scope }
}
minutes-charter = acts by the charter
minutes-council-by = { $count ->
    [0] The authority of the members of the Council rests on { $document }.
   *[other] The authority of the members of the Council ({ $names }) rests on { $document }.
}
minutes-hand = { $name } ({ $authority })
minutes-revoked = proxy No. { $number } of { $date }: { $holder }, from { $since } to { $until }, revoked
minutes-holder = { $name } votes
minutes-in-person = votes in person
minutes-either = { $first } or { $second }
minutes-on-items = { $words } ({ $count ->
    [one] item { $items }
   *[other] items { $items }
})
minutes-hands-unknown = The vote is secret: which of the representatives named with “or” cast the ballot is not recorded.
minutes-standing = { $standing ->
    [voted] voted
    [paper] took a slip of paper
    [present] takes part, did not vote
    [recused] recusal: conflict of interest
   *[absent] absent
}
minutes-standing-except = { $standing }, except on { $count ->
    [one] item { $items }
   *[other] items { $items }
} (recusal)

minutes-agenda = Agenda
minutes-item = Item { $number }
minutes-voting = Voting
minutes-voting-was = { $secrecy ->
    [named] open
   *[secret] secret
    }; began { $opened }, ended { $closed }{ $closing ->
    [all_voted] {" "}(all have voted)
    [by_hand] {" "}(early: { $reason })
   *[deadline] {""}
    }
minutes-seats = Seats to fill
minutes-majority = Majority
minutes-majority-needed = { $rule } ({ $base }), at least { $needed } { $needed ->
    [one] vote
   *[other] votes
} “for” needed ({ $clause })
minutes-by-hand = Counted by the tellers
minutes-by-hand-are = { $hands ->
    [yes] by show of hands: { $count }
   *[no] valid slips of paper: { $count }{ $spoiled ->
        [0] {""}
       *[other] , spoiled: { $spoiled }
    }{ $unreturned ->
        [0] {""}
       *[other] , not returned: { $unreturned }
    }{ $named ->
        [yes] ; slips were issued to: { $names }
       *[no] {""}
    }
}
minutes-silent = Present, not voting
minutes-silent-are = { $count }: { $names }
minutes-recused = Recusal
minutes-recused-are = because of a conflict of interest not voting: { $names }; in the majority { $count ->
    [1] { $lowers ->
        [yes] that vote does not count
       *[no] that vote counts as taking part
    }
   *[other] { $lowers ->
        [yes] they do not count
       *[no] they count as taking part
    }
} ({ $clause })
minutes-competence = Exclusive competence
minutes-remote = Basis of remote participation
minutes-no-split = The vote is secret and there is no quorum: it is not told how the votes split.
minutes-omitted = Not everybody votes
minutes-omitted-are = { $round ->
    [yes] in the second round, those who were entitled in the first vote; without a vote:
   *[no] without a vote:
} { $names }{ $explained ->
    [yes] {" "}({ $clause }; reason: { $reason })
   *[no] {""}
}
minutes-correspondence = Vote by correspondence allowed by

minutes-counts = For — { $for }, against — { $against }, abstained — { $abstained }, { $met ->
    [yes] present, not voting — { $silent }, absent — { $absent }
   *[no] did not vote — { $missing }
}.
minutes-column-candidate = Candidate
minutes-column-for = For
minutes-column-against = { $kind ->
    [election] Against all
   *[other] Against
}
minutes-column-abstained = { $kind ->
    [election] For others
   *[other] Abstained
}
minutes-column-missing = Did not vote
minutes-column-needed = Needed
minutes-column-outcome = Outcome
minutes-chart-needed = Needed “for”
minutes-chart = Chart of the vote on “{ $question }”. { $words }
minutes-candidate = { $number }. { $name }
minutes-outcome = { $outcome ->
    [adopted] adopted
    [rejected] not adopted
    [elected] elected
    [lot] elected by lot
    [tied] tied
    [not_elected] not elected
    [below_threshold] too few votes
   *[no_quorum] no quorum
}

minutes-adopted = The decision is adopted.
minutes-decided = Decided: { $decision }.
minutes-rejected = The decision is not adopted: for — { $votes }, at least { $needed } needed.
minutes-no-quorum = The decision is not adopted: there is no quorum.
minutes-admitted = Decided to admit as members:
minutes-not-admitted = The decision to admit is not adopted:
minutes-elected = { $body ->
    [council] Decided to elect to the Council:
   *[none] Decided to elect:
}
minutes-nobody-elected = Nobody is elected.
minutes-tie = A tie: { $names }. Seats left: { $seats }. { $next ->
    [run_off] A second round is called.
    [lot] It is decided by lot.
   *[open] A second round or a lot decides.
}
minutes-lot = Lot: { $record }
minutes-vacant = Vacant seats: { $seats }. Nobody else got enough votes.

minutes-votes = Who voted how
minutes-votes-appended = Who voted how is in appendix { $appendix }.
minutes-column-participant = Participant
minutes-column-vote = Vote
minutes-vote = { $choice ->
    [for] for
    [against] against
    [abstain] abstained
    [against_all] against all
   *[none] —
}
minutes-vote-on = { $vote } — { $numbers }

minutes-dissents = Voted against, and asked for that to be recorded:
minutes-dissent-against = { $name } — against: { $against }
minutes-dissent = { $name }: { $words }
minutes-course-heading = Course of the vote
minutes-course-asked = Recorded at a participant’s request:
minutes-course = Course of the vote, recorded at a participant’s request:

minutes-seal = SHA-256 checksums published when the vote closed. If a single ballot or entry of the journal is changed, its checksum no longer matches.
minutes-seal-ballots = Ballots
minutes-seal-numbers = Numbers of the ballots
minutes-seal-journal = Journal, entry No. { $number }

minutes-appendix = Appendix { $appendix }. { $title }
minutes-appendix-listed = No. { $appendix } “{ $title }”
minutes-appendices = { $count ->
    [one] Appendix
   *[other] Appendices
}: { $names }.
minutes-appendix-charts = { $count ->
    [1] Chart of the vote
   *[other] Charts of the votes
}
minutes-appendix-participants = Participants
minutes-appendix-votes = Who voted how on item { $number }
minutes-appendix-ballots = Numbers of the ballots of the secret vote on item { $number }
minutes-ballots-appended = The numbers of the ballots are in appendix { $appendix }.
minutes-ballots-note = By their number everybody who voted can see that their ballot was counted. How it was cast the number does not tell.

minutes-sign-chair = { $mode ->
    [correspondence] Chair
   *[meeting] Chair of the meeting
}
minutes-sign-counted = Counting

minutes-addendum-heading = ADDENDUM No. { $number } to minutes No. { $minutes }
minutes-addendum-title = Addendum No. { $number } to minutes No. { $minutes }
minutes-addendum-subject = minutes No. { $minutes } of the { $body ->
    [council] Council
   *[general_meeting] General Meeting
}
minutes-addendum-footer = Addendum No. { $number } to minutes No. { $minutes } of { $date }
minutes-addendum-file = Addendum { $number } to minutes { $minutes }
minutes-addendum-why = After the minutes were drawn up, participants asked to have it recorded in them that they voted against (Civil Code of the Russian Federation, article 181.2, clause 4).
minutes-addendum-asked = { $secrecy ->
    [secret] Stated that they voted against and asked to have this on record:
   *[named] Voted against and asked to have this on record:
}

# For administrators, after “The bot could not”: what it did not do at its time.

due-minutes_drawing_up = remind that the minutes of vote No. { $number } are to be drawn up
due-minutes_challenge = tell that the decisions of minutes No. { $number } can no longer be challenged
due-minutes_registration = remind of registering the changes of minutes No. { $number }

minutes-meeting-registered = Registered participants
minutes-meeting-course = Course of the meeting
minutes-meeting-column-mandates = Representatives and mandates
minutes-meeting-column-since = Arrived
minutes-meeting-posted = ballots sent before
minutes-meeting-mandate = { $name }, { $ground ->
    [leader] leader
    [delegate] { $document }
   *[proxy] by proxy no. { $number }
}{ $remote ->
    [yes] , from afar
   *[no] {""}
}
minutes-meeting-opened = The meeting was opened { $at }: { $present } of { $entitled } were present, { $needed } were needed for a quorum. { $unnotified ->
    [0] All had been told in time.
   *[other] No proof of a notice in time: { $unnotified }.
}
minutes-meeting-told = { $name }: { $way ->
    [letter] the notice was sent by letter
    [email] the notice was sent by e-mail
   *[in_person] the notice was handed over in person
} on { $at }{ $noted ->
    [yes] {" "}({ $note })
   *[no] {""}
}.
minutes-meeting-motion = { $motion ->
    [reorder] Order of items
    [remove] Removal of an item
    [add] Another question
    [close_debate] End of the debate
    [break] Break
    [block] Several items in one vote
   *[other] Procedural decision
}{ $told ->
    [yes] {" "}({ $text })
   *[no] {""}
}: for { $votes }, against { $against }, abstained { $abstained } — { $adopted ->
    [yes] adopted
   *[no] rejected
}.
minutes-meeting-spoke = { $name } spoke { $times } { $times ->
    [one] time
   *[other] times
}, { $minutes } min.
minutes-meeting-objection = { $at }, objection ({ $name }): { $words }{ $upheld ->
    [yes] {" "}— upheld
   *[no] {""}
}
minutes-meeting-heads = Entries of the log: { $heads }
