# The ballot: the vote, recusals, dissent, the number of a secret ballot.

ballot-name = <b>{ $name }</b>
ballot-by-proxy = 📜 You are voting by proxy No. { $number } of { $issued_on }: { $scope }. In force through { $expires_on }.
ballot-pending = ⏳ Proxy No. { $number } for { $holder } waits to be checked. Hand the paper to the secretary of the council. Until it is checked, you vote.
ballot-given-away = 📜 The vote was handed over by proxy No. { $number } of { $issued_on }: { $scope }. It is cast by: { $holder }.
ballot-state = { $state ->
    [recused] 🚫 <b>Recusal declared:</b> no ballot can be cast on this.
    [voted] ✅ <b>The ballot is cast.</b>
    [said] ✅ <b>The ballot is cast:</b> { $choice }
    [missed] ⬜️ No ballot was cast.
    [former] 🚫 <b>Your authority has ended:</b> you can no longer vote here.
   *[waiting] ⬜️ No ballot is cast yet.
}
ballot-barred = { $why ->
    [MeetingPaused] ⏸ <b>The meeting has a break.</b> Voting goes on after it.
    [VotedByHands] ✋ <b>This item is voted on by a show of hands.</b>
    [NotPresentAtOpening] 🚫 <b>The vote was opened before your organisation registered.</b> You will vote on the next items.
    [PostedAlready] ✉️ <b>Your organisation sent its ballot in advance.</b> It is counted already.
    [PaperTaken] 📄 <b>You took a paper ballot.</b> Please vote on it.
   *[other] 🚫 <b>You are not at the meeting now.</b> Those who are registered vote. If you are in the hall, please go to the registration desk.
}
ballot-entry = 🔏 Entry in the log: <code>{ $head }</code>
ballot-cast-by = Cast by: { $name }.
ballot-stated = ✍️ { $minutes ->
    [yes] The minutes say that you are against.
    [later] An addendum to the minutes will say that you are against.
   *[no] The minutes will say that you are against.
}
ballot-can-state = ✍️ { $secrecy ->
    [secret] If you voted against, the minutes can say so.
   *[named] The minutes can say that you are against.
} { $waits ->
    [yes] Ask for it by { $until }. They are not issued before.
    [later] They are issued already: an addendum to them will say it.
   *[no] Ask for it before they are issued.
}
ballot-more = Ballots { $first }–{ $last } of { $count }.
ballot-choice = { $choice ->
    [for] “For”
    [against] “Against”
    [abstain] “Abstain”
   *[against_all] “Against all”
}
ballot-choice-of = { $name }: { $choice }

ballot-ask = { $kind ->
    [election] { $seats ->
        [one] Mark { $seats } candidate, or tap “Against all”.
       *[other] Mark no more than { $seats } candidates, or tap “Against all”.
    }
    [admission] Mark how you vote on each organisation.
   *[motion] How do you vote?
}
ballot-chosen = { $against ->
    [yes] Chosen: <b>against all</b>
   *[no] Chosen: <b>{ $chosen }</b> of { $seats }
}
ballot-marked = { $kind ->
    [election] { $against ->
        [yes] Chosen: against all
       *[no] Chosen: { $chosen } of { $seats }
    }
   *[admission] { $missing ->
        [0] Everything is marked
        [one] Still to mark: { $missing } organisation
       *[other] Still to mark: { $missing } organisations
    }
}
ballot-missing = { $missing ->
    [0] Everything is marked. Tap “Vote”.
    [one] Still to mark: <b>{ $missing }</b> organisation.
   *[other] Still to mark: <b>{ $missing }</b> organisations.
}
ballot-candidate = { $kind ->
    [election] { $choice ->
        [for] ✓ { $number }. { $name }
       *[none] { $number }. { $name }
    }
   *[admission] { $choice ->
        [for] { $number }. { $name }: “For”
        [against] { $number }. { $name }: “Against”
        [abstain] { $number }. { $name }: “Abstain”
       *[none] { $number }. { $name }
    }
}

ballot-taken = { $changed ->
    [yes] Your vote is changed.
   *[no] Your ballot is cast. Thank you!
}
ballot-review =
    🔒 <b>The ballot is secret and final:</b> it cannot be changed.

    Your choice: { $choice }

    The bot keeps names apart from ballots, and others see only that you have voted. But secrecy is not complete: the people who run the server, and Telegram, could technically see your choice. And if everybody votes the same way, the results show how each person voted.
ballot-number =
    ✅ <b>The ballot is cast.</b> Its number:

    <code>{ $number }</code>

    Copy it: in ten minutes the bot deletes this message, so that no stranger reads the number in your chat. Until the end of the vote you can see the number again: “More…” → “My number”. After the close, open the vote and tap “Check a number”: the bot will say whether a ballot with this number was counted.

    What the number does not show: how you voted. So you cannot prove your choice with it, even if somebody demands it. It does not protect from everything: the people who run the server, and Telegram, could technically see the ballot, and a unanimous result reveals how each person voted.

ballot-number-coming = ✅ <b>The ballot is cast.</b> Its number will be here in a moment…
ballot-number-removed = The number of the ballot has been removed, so that no stranger reads it here.
ballot-former-number = Numbers that the bot showed before its update are still valid: you can find the ballot by them after the close. But such a number cannot be shown again.

recuse-question =
    🚫 <b>Declare a recusal?</b> This is for a decision that concerns you personally, so that there is a conflict of interest.{ $by ->
        [holder] {" "}You declare it for the voter whose conflict it is.
        [principal] {" "}The holder of your proxy cannot vote for you after that.
       *[own] {""}
    }

    { $voted ->
        [yes] The ballot that was cast will not be counted, and no other one can be cast.
       *[no] You will not be able to vote on this.
    } { $correspondence ->
        [yes] You will not be counted for the quorum.
       *[no] You will be counted for the quorum: you take part, but do not vote.
    } { $lowers ->
        [yes] The majority will be counted without you.
       *[no] For the majority it is as if you abstained.
    } The recusal goes into the minutes. It cannot be taken back.
recuse-taken = The recusal is recorded.
statement-question =
    ✍️ <b>Have the minutes say that you are against?</b>

    { $secrecy ->
        [secret] The vote is secret, so it is for you to decide: the entry will reveal how you voted.
       *[named] Such an entry is of use if the decision is challenged in court.
    }

    { $about ->
        [words] There are several candidates, and the bot does not know whom you are against. Name them in one message and, if you like, say why: it will go into the minutes word for word.
        [ballot] The minutes will name all whom you voted against. Write your opinion in one message, and it will go into them word for word. Or have it recorded without any words.
       *[one] Write your opinion in one message, and it will go into the minutes word for word. Or have it recorded without any words.
    }
statement-text-only = Please write it in words: only text goes into the minutes.
statement-taken = ✍️ Recorded: at your request the minutes will say that you are against.

number-question = Send the number of the ballot. Capitals, spaces and dashes make no difference.
number-found = ✅ A ballot with this number <b>was counted</b>. The number does not tell how it was cast.
number-missing = ❌ There is <b>no such number</b> among those counted. Check that you copied all of it and that it is from this vote. If both are right, tell the secretary of the council.
numbers-caption = The numbers of all ballots that were counted: { $count }. They show neither names nor choices. Find yours.
numbers-file = Ballot numbers
numbers-none = This vote has no numbered ballots: nobody voted in secret.

button-choice = { $chosen ->
    [yes] { $choice ->
        [for] ✓ For
        [against] ✓ Against
       *[abstain] ✓ Abstain
    }
   *[no] { $choice ->
        [for] For
        [against] Against
       *[abstain] Abstain
    }
}
button-choice-of = { $chosen ->
    [yes] { $choice ->
        [for] ✓ { $number }. For
        [against] ✓ { $number }. Against
       *[abstain] ✓ { $number }. Abst.
    }
   *[no] { $choice ->
        [for] { $number }. For
        [against] { $number }. Against
       *[abstain] { $number }. Abst.
    }
}
button-approve = { $chosen ->
    [yes] ✓ { $number }. { $name }
   *[no] { $number }. { $name }
}
button-against-all = { $chosen ->
    [yes] ✓ Against all
   *[no] Against all
}
button-cast = Vote
button-cast-sure = Yes, vote
button-change-vote = Change my vote
button-fill-in = 🗳 { $name }
button-fill-in-again = ✓ { $name }{ $changes ->
    [yes] {" "}· change
   *[no] {""}
}
button-number-mine = My number
button-number-copy = Copy the number
button-recuse = Declare a recusal
button-recuse-sure = Yes, declare it
button-statement = Record that I am against
button-statement-sure = Record it without words
button-number-check = Check a number
button-numbers = Numbers as a file
