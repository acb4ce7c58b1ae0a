# An organisation's own affairs: its people, delegates, leadership, leaving.

button-me-own = My organisation
own-organisation =
    🏠 <b>{ $name }</b>

    { $led ->
        [yes] People: { $count }
       *[no] People: { $count }. No leader is named: write to the secretary of the council.
    }
own-person = • <b>{ $name }</b>{ $known ->
        [yes] , { $position }
       *[no] {""}
    }{ $office ->
        [leader] {" "}— leader
        [delegate] {" "}— delegate
        [substitute] {" "}— substitute of the delegate
       *[none] {""}
    }{ $joined ->
        [yes] {""}
       *[no] {" "}· not in the bot yet
    }
own-offered = 🤝 The leadership is offered to <b>{ $name }</b>. We wait for consent until { $until }; until then you lead.
own-colleague =
    👤 <b>{ $name }</b>{ $known ->
        [yes] {""}
    { $position }
       *[no] {""}
    }

    { $office ->
        [leader] Leader of the organisation
        [delegate] Delegate: votes for the organisation
        [substitute] Substitute: votes when the delegate cannot
       *[none] Does not vote for the organisation
    }{ $joined ->
        [yes] {""}
       *[no] {""}
    Not in the bot yet: pass on a personal link
    }
button-own-new = ➕ Invite a colleague
own-new-ask =
    Whom do we invite? Write the name and surname. You can add the position after a comma:

    Anna Orlova, accountant
button-own-act = { $act ->
    [delegate] Name as delegate
    [substitute] Name as substitute
    [relieve] Take the authority back
    [uninvite] Withdraw the invitation
    [hand_over] Hand over the leadership
   *[remove] Remove from the organisation
}
button-own-sure = { $act ->
    [delegate] Yes, name
    [substitute] Yes, name
    [relieve] Yes, take back
    [uninvite] Yes, withdraw
    [hand_over] Yes, offer
   *[remove] Yes, remove
}
own-ask = { $act ->
    [delegate] { $replaces ->
            [yes] Name <b>{ $name }</b> as delegate? The delegate now is { $former }, whose authority ends at once.
           *[no] Name <b>{ $name }</b> as delegate?
        }

        The delegate votes for the organisation at general meetings. In votes that are open already the new delegate cannot vote: there the ballot is with those who represented the organisation at the opening.
    [substitute] { $replaces ->
            [yes] Name <b>{ $name }</b> as substitute of the delegate? Now it is { $former }, whose authority ends at once.
           *[no] Name <b>{ $name }</b> as substitute of the delegate?
        }

        The substitute votes for the organisation when the delegate cannot. The organisation has one vote, no matter which of you casts it. In votes that are open already the new substitute cannot vote.
    [relieve] Take the authority back from <b>{ $name }</b>? They can no longer vote for the organisation, also where a vote is open already. Ballots that were cast stay.
    [uninvite] Withdraw the invitation of <b>{ $name }</b>? This person’s links stop working. You can issue a new one at any time.
    [hand_over] Offer the leadership to <b>{ $name }</b>?

        Once they accept, they lead: they can invite colleagues, name delegates, issue proxies. Your authority as leader ends in the same minute. Ballots that were cast and proxies that were issued stay in force; the new leader can revoke them.

        In votes that are open already the new leader votes only if they represented the organisation at the opening. Otherwise a proxy is needed, which the secretary records.
   *[remove] { $joined ->
            [yes] Remove <b>{ $name }</b> from the organisation? Their authority ends at once. Their answers to coming events that are for members only are cancelled. Roles in the alliance stay; an administrator takes them.
           *[no] Remove <b>{ $name }</b> from the organisation? The name, the contacts and the invitation are erased.
        }
}
button-own-take-back = Withdraw the offer
button-handover-list = What to hand over
handover-list =
    🤝 <b>What to hand over to the next leader</b>
    { $organisation }

    { $left ->
        [0] Everything is ticked. Thank you: a change of leader will go smoothly.
        [one] Tick what is ready: { $left } item is left. It is good to go through the list once a year, too.
       *[other] Tick what is ready: { $left } items are left. It is good to go through the list once a year, too.
    }
button-handover-item = { $ticked ->
        [yes] ✅{" "}
       *[no] ⬜️{" "}
    }{ $item ->
        [speakers] Delegate and substitute named
        [people] Nobody on the list has left
        [card] Card and contacts are right
        [plans] Coming events and votes told
        [access] Passwords and access given
       *[papers] Documents and seal given
    }
own-answered = { $accepted ->
    [yes] ✅ Now you lead <b>{ $organisation }</b>. We have told your colleagues.
   *[no] All right, the leader stays the same. Organisation: <b>{ $organisation }</b>.
}
button-own-quit = Leave the organisation
button-own-quit-sure = Yes, leave
own-quit =
    <b>Leave the organisation?</b> { $organisation }

    You can no longer vote for it, also where a vote is open already. Your answers to coming events that are for members only are cancelled, and others get the seats. Ballots that were cast stay. { $stays ->
        [yes] Your roles in the alliance stay.
       *[no] You will no longer be a member of the alliance.
    } Your data are in /me: you can download and erase them. To come back, you need an invitation from the leader.
own-quit-done = { $guest ->
    [yes] Done, you have left the organisation. Thank you for having been with us! Your data are in /me.
   *[no] Done, you have left the organisation. Your roles in the alliance stay.
}
button-own-leave = Leave the alliance
button-own-leave-sure = { $last ->
    [yes] Yes, the organisation leaves
   *[no] I understand, go on
}
own-leave = { $last ->
    [yes] <b>Do we really leave?</b> { $organisation }

        No button brings this back: to join again, an application and a decision of the council are needed.
   *[no] <b>Does the organisation leave the alliance?</b> { $organisation }

        The rights of { $people ->
            [one] { $people } person
           *[other] { $people } people
        } end at once: delegates and proxies are no longer valid, and nobody votes for the organisation in open votes. Answers to coming events that are for members only are cancelled. Ballots that were cast, minutes and history stay. Everybody can download and erase their own data.
}
own-left = The organisation has left the alliance: <b>{ $organisation }</b>. We have told its people, the chair and the secretary. Thank you for having been with us!

# --- Letters

leadership-offered =
    🤝 <b>{ $leader }</b> offers you the leadership of { $organisation }.

    If you accept, the authority is yours at once: to invite colleagues, name delegates, issue proxies, cast ballots in new votes. You can answer until { $until }.
button-leadership-accept = I accept
button-leadership-decline = I decline
leadership-changed = { $own ->
        [yes] 🏠 Now you lead <b>{ $organisation }</b>.
       *[no] 🏠 The organisation has a new leader: <b>{ $leader }</b>, { $organisation }.
    }{ $explained ->
        [yes] {""}

    Recorded by the chair or the secretary of the council. The reason: { $reason }
       *[no] {""}
    }
colleague-left = 🏠 <b>{ $name }</b> is no longer in your organisation ({ $organisation }): they have left it themselves.
membership-ended = { $ended ->
        [left] 🏠 The leader has said: <b>{ $organisation }</b> is no longer in the alliance.
        [recorded] 🏠 It is recorded that <b>{ $organisation }</b> is no longer in the alliance. The document: { $reason }
       *[excluded] 🏠 An exclusion was decided: <b>{ $organisation }</b> is no longer in the alliance. The vote: { $reason }
    }

    Nobody votes for the organisation any more, and answers to coming events for members are cancelled. Your data stay yours: you can download and erase them in /me.
organisation-gone = 🏠 <b>{ $organisation }</b> is no longer in the alliance: its leader has decided so. Nobody can vote for it any more; ballots that were cast stay.

# --- For chair and secretary

button-organisations = Organisations
organisations = { $count ->
        [0] 🏠 <b>Organisations</b>

            There are none yet.
       *[other] 🏠 <b>Organisations: { $count }</b>

            Choose from the list or write a part of the name.
    }
organisations-found = { $count ->
        [0] No such organisation was found. Write it differently or shorter.
        [one] { $count } organisation was found.
       *[other] { $count } organisations were found.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the first, { $more } more: write more exactly.
    }
organisation-card =
    🏠 <b>{ $name }</b>
    INN { $inn }
    { $led ->
        [yes] Leader: { $leader }
       *[no] No leader is named
    }
    People: { $count }
button-organisation-leader = Replace the leader
button-organisation-leaves = Record that it leaves
button-organisation-leaves-sure = I understand, name the document
button-organisation-exclude = Exclude by a vote
organisation-successors = { $count ->
        [0] We know nobody else of this organisation: <b>{ $name }</b>. An administrator can add a person.
       *[other] Who leads now? <b>{ $name }</b>

            Usually leaders hand over themselves. Change it here only if the former leader cannot be reached and you have seen the document.
    }
organisation-leader-reason =
    <b>{ $name }</b> is to lead { $organisation }.

    Write the reason and the document, for example: “order no. 5 of 01.12.2026, the former leader has resigned”. The people of the organisation will see the reason.
organisation-leader-reason-expected = Write the reason as an ordinary message.
organisation-leader-preview =
    <b>Replace the leader?</b> { $organisation }

    The new leader: <b>{ $name }</b>.
    { $led ->
        [yes] The former one, { $former }, loses a leader’s rights at once: to invite colleagues, name delegates, vote for the organisation.
       *[no] The organisation has no leader now.
    }

    All people of the organisation ({ $people }) will be told, the reason too: “{ $reason }”.
organisation-leader-sure = Yes, replace the leader
organisation-leader-other-reason = Change the reason
organisation-leader-replaced = ✅ The leader is recorded, and the organisation’s people are told.
organisation-leader-to-card = To the organisation
organisation-leaves =
    <b>Record that it leaves the alliance?</b> { $organisation }

    The rights of { $people ->
        [one] { $people } person
       *[other] { $people } people
    } end at once: delegates and proxies are no longer valid, and nobody votes for the organisation in open votes. Ballots that were cast, minutes and history stay. To come back, the organisation needs an application and a decision of the council.
organisation-paper =
    By which document does the organisation leave? <b>{ $organisation }</b>

    Write what it is, its number and date, for example: “letter of leave No. 12 of 01.12.2026”. Then it takes effect and cannot be undone.
organisation-left = Recorded: <b>{ $organisation }</b> is no longer in the alliance. Its people are told.

# --- The alliance's group

group-for-members =
    Hello! This group is for the members of <b>“{ $alliance }”</b>.

    Is your organisation with us already? Open your personal invitation link: the leader or the organisers have it. Then ask to join the group again, and the bot lets you in at once.

    Not yet? Apply, and the council will decide.
button-group-leftovers = Left the alliance, still in the group
group-leftovers = { $count ->
        [0] 🚪 <b>Left the alliance, still in the group</b>

            Nobody: all who left the alliance have left the group too.
       *[other] 🚪 <b>Left the alliance, still in the group: { $count }</b>

            The bot removes nobody by itself. Choose whom to remove from the group.
    }
button-group-remove = 🚪 { $name }
button-group-remove-sure = Yes, remove from the group
group-remove = { $known ->
        [yes] Remove <b>{ $name }</b> from the group? They can ask to join again once their organisation is a member.
       *[no] This person is no longer on the list.
    }

# --- Refusals

OnlyForLeaders = The leader of the organisation does that. Please ask them.
NotOfOrganisation = You do not belong to an organisation of the alliance now. Ask a leader for an invitation.
ColleagueNotFound = This person is no longer in the organisation. Open the list again: /me
AccountToConfirm = You have come in with a new account. First the chair or the secretary confirms it (theirs: the other of them, or an administrator). If nobody can, ask the person who runs the bot’s server.
SuccessorNotJoined = { $name } is not in the bot yet: pass on the invitation first.
HandoverGone = This offer is no longer open: it was taken back, replaced, or its time has passed. Ask the leader.
LeaderMustHandOver = You lead the organisation. First hand the leadership over to a colleague, then you can leave. If the whole organisation goes, choose “Leave the alliance”.
OrganisationFull = The organisation has { $limit } people already, and the bot keeps no more. Remove those who no longer work there.
LeaderKnown = { $name } leads the organisation already.
OrganisationLeft = The organisation is no longer in the alliance: { $name }. To come back, it has to apply.
ExclusionUnnamed = People vote on what the question says. Name the organisation in it: { $name }.
