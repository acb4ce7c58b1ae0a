# A vote as the chair and the secretary see it.

poll-board-awaited = ⏳ Have not voted yet: <b>{ $count }</b>
poll-board-voter = { $reached ->
    [no] 📵 { $name }
    [gone] 🚫 { $name }: nobody to vote
   *[yes] · { $name }
}
poll-board-more = …and { $more } more
poll-board-all-voted = ✅ Everybody who could has voted.
poll-board-unreached = 📵 The marked people cannot be reached by messages: please call them.
poll-board-statements = ⏳ The minutes can be issued after { $until }. Until then everybody who voted against may ask that they say so.
poll-board-orphaned = 🚫 Nobody can cast these ballots: <b>{ $names }</b>{ $count ->
    [1] {""}
   *[other] {" "}({ $count } in all)
}. { $body ->
    [council] They still count in the number of votes.
   *[general] A proxy helps: chair or secretary register it. If a former one is still in force, first write down that it was revoked.
}
poll-board-orphaned-note = 🚫 Nobody is left to vote for those marked. { $body ->
    [council] A person who has left the council can no longer vote, but still counts in the number of votes. If it is the holder of a proxy who has left, write down that the proxy was revoked.
   *[general] The people who could vote no longer represent the organisation. It can give a proxy to its new leader or to somebody else who votes here: register it with “Proxy”. If a former one is still in force, first write down that it was revoked.
}
poll-board-proxies = { $count ->
    [0] 📜 No proxies are in force.
   *[other] 📜 <b>Proxies in force:</b> { $count }
}
poll-board-proxy-line =
    <b>{ $name }</b>{ $state ->
        [voted] {" "}· ✅ ballot cast
        [pending] {" "}· ⏳ the paper has not been seen
       *[waiting] {""}
    }
    { $holder } votes, proxy No. { $number } of { $issued_on }, through { $expires_on }
poll-board-papers = ⏳ Proxies that wait to be checked: <b>{ $count }</b>. Compare them with the paper: “Proxies”.
poll-board-paper-question =
    📜 <b>Have you seen this proxy?</b>

    Whose ballot: <b>{ $name }</b>
    Who will cast it: <b>{ $holder }</b>
    Signed by: { $issuer }
    Number: { $number }
    Issued: { $issued_on }
    In force through { $expires_on }
    Scope: { $scope }

    Compare all of it with the original: the signature, the date and the term. After you confirm it, only the holder can vote.
poll-board-paper-seen = Written down. We will tell the holder.
poll-paper-awaited =
    📜 <b>A proxy waits to be checked</b>
    { $question }

    { $name }: { $holder } is to vote, proxy No. { $number } of { $issued_on }, signed by { $issuer }. Ask for the paper and confirm that you have seen it: the proxy is not in force before that.
poll-board-revoke-question =
    ↩️ <b>Write down that proxy No. { $number } is revoked?</b>

    Whose vote: <b>{ $name }</b>
    { $standing ->
        [pending] Whom it names
       *[other] Who votes
    }: <b>{ $holder }</b>

    A proxy is revoked by the person who gave it. Record it if they have told you. { $standing ->
        [waiting] No ballot has been cast yet: afterwards the voter votes or gives another proxy.
        [pending] The paper has not been seen, so the proxy is not in force and the voter votes.
        [named] The ballot has been cast and remains valid. The voter can change it until the vote is over.
       *[secret] The ballot has been cast. It is secret, so it remains valid and cannot be changed.
    }
poll-board-revoked = Written down.{ $told ->
    [yes] {" "}We will tell the holder.
   *[no] {""}
}
poll-board-tie = ⚖️ To be decided: call a second round, or record a lot.
poll-board-run-off = { $outcome ->
    [running] ⚖️ A second round is called.
    [elected] ⚖️ The second round has decided who is elected.
    [tied] ⚖️ The second round is tied again: open it and call another one, or record a lot.
   *[nobody] 🪑 The second round did not fill all seats: nobody else got the votes that are needed. A lot does not help here, another election does.
}
poll-board-vacant = 🪑 Seats are left vacant: nobody else got the votes that are needed. A lot does not help here, another election does.

poll-board-open = Open now
poll-board-change = Change
poll-board-who = Who has not voted
poll-board-proxy = Proxy
poll-board-paper = 📜 Check: { $name }
poll-board-paper-look = Check the proxy
poll-board-paper-sure = Yes, I have seen the original
poll-board-paper-none = There is no paper: revoke
poll-board-revoke = ↩️ Revoke: { $name }
poll-board-revoke-sure = Yes, write it down
button-poll-proxies = { $papers ->
    [0] 📜 Proxies: { $count }
   *[other] 📜 Proxies: { $count }, to check: { $papers }
}
poll-board-close = Close now
poll-board-present = 🏛 Mark who is present
poll-board-cancel = Cancel
poll-board-second = Call a second round
poll-board-lot = Record a lot
poll-board-ballot = To the ballot
button-poll-new = ➕ New vote
button-poll-board = ⚙️ Manage
button-poll-details = ⚙️ Set it up in detail
