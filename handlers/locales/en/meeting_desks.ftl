# The registration desk, codes, tellers.

meeting-desk = 📋 <b>Registration: { $title }</b>

    { $searched ->
        [yes] { $count ->
            [0] Nobody was found for “{ $query }”. Try a part of the name, the INN, or a person.
            [one] Found for “{ $query }”:
           *[other] { $count } found for “{ $query }”, { $shown } are shown:
        }
       *[no] Write a part of the name, the INN or a person, or scan a pass.
    }
meeting-own-arrivals = 👀 { $count ->
    [one] <b>{ $count } organisation registered itself</b> by the code on the screen, and no registrar has seen it.
   *[other] <b>{ $count } organisations registered themselves</b> by the code on the screen, and no registrar has seen them.
} The code changes every minute, but it may have been forwarded meanwhile: check that these people are in the hall.
button-meeting-own-arrivals = 👀 Registered themselves · { $count }
button-meeting-voter = { $here ->
    [yes] { $own ->
        [yes] 👀 { $name }
       *[no] ✅ { $name }
    }
   *[no] { $name }
}
button-meeting-codes = 🖨 Print codes
button-meeting-to-desk = ‹ To the desk
meeting-voter = <b>{ $name }</b>, INN { $inn }
    { $here ->
        [yes] ✅ Present
       *[no] Not there yet
    }{ $posted ->
        [yes] , the ballot was sent before
       *[no] {""}
    }{ $code ->
        [yes] , has a code
       *[no] {""}
    }{ $slip ->
        [0] {""}
       *[other] , slip of paper No. { $slip }
    }{ $people ->
        [0] {""}

    There is neither a leader nor a delegate. Somebody can be registered by proxy.
       *[other] {""}
    }
meeting-person = { $here ->
    [yes] ✅ { $name }
   *[no] ▫️ { $name }
}: { $ground ->
    [leader] leader
    [delegate] delegate
   *[proxy] by proxy
}{ $titled ->
    [yes] , { $position }
   *[no] {""}
}{ $documented ->
    [yes] , { $document }
   *[no] {""}
}{ $remote ->
    [yes] , from afar
   *[no] {""}
}{ $own ->
    [yes] , registered themselves
   *[no] {""}
}
button-meeting-person = { $act ->
    [arrive] Arrived: { $name }
    [document] Needs a document: { $name }
   *[here] ✅ { $name }
}
button-meeting-proxy = By proxy
button-meeting-posting = ✉️ A ballot was sent before
meeting-person-here = <b>{ $name }</b>
    { $voter }, { $ground ->
        [leader] leader
        [delegate] delegate
       *[proxy] by proxy
    }{ $documented ->
        [yes] : { $document }
       *[no] {""}
    }

    { $remote ->
        [yes] Takes part from afar.
       *[no] { $own ->
            [yes] Registered themselves by the code on the screen. If they are not in the hall, tap “Registered by mistake”.
           *[no] In the hall.
        }
    } { $telegram ->
        [yes] Votes in the bot or by a code.
       *[no] Has no Telegram here: issue a code or a slip of paper.
    }
button-meeting-code = 🎫 Issue a code
button-meeting-depart = Left
button-meeting-mistake = Registered by mistake
button-meeting-to-voter = ‹ To the organisation
meeting-arrived = ✅ Registered: <b>{ $name }</b>
meeting-departed = { $mistake ->
    [yes] The mistake is undone.
   *[no] The departure is noted.
}

# The mandate check.

meeting-document-document = <b>Which document did the delegate show?</b>

    For example: <i>authority No. 7 of 01.12.2026</i>
meeting-document-document-expected = Please write the name of the document as plain text.
meeting-document-preview = Register?

    <b>{ $name }</b>
    { $document }
meeting-document-yes = Yes, register
meeting-mandate-person = <b>Who came by proxy?</b>

    Write a part of the name and choose.
meeting-mandate-number = <b>The number of the proxy?</b>

    If there is none, write: <i>none</i>
meeting-mandate-number-expected = Please write the number as plain text.
meeting-mandate-issued = <b>When was it issued?</b>

    Write the date, for example: <i>{ $today }</i>
meeting-mandate-issued-expected = Please write the date as plain text.
meeting-mandate-expires = <b>Until which day is it good?</b>

    Write the date, for example: <i>{ $today }</i>
meeting-mandate-expires-expected = Please write the date as plain text.
meeting-mandate-issuer = <b>Who signed it?</b>
meeting-mandate-issuer-expected = Please write the name as plain text.
meeting-mandate-scope = <b>What does it allow?</b>

    Copy it from the paper, or choose.
meeting-mandate-scope-expected = Please write what it allows as plain text.
meeting-mandate-scope-all = To vote on all questions
meeting-mandate-preview = Is everything right?

    <b>{ $name }</b> represents <b>{ $voter }</b>
    Proxy No. { $number } of { $issued }, good until { $expires }
    Signed by: { $issuer }
    Allows: { $scope }
meeting-mandate-yes = Yes, register

# Ballots sent before.

meeting-just-now = Just now
meeting-posting-person = <b>Who signed the ballot?</b>
meeting-posting-received = <b>When did you receive it?</b>

    Write the day, with the time if you like, for example: <i>{ $today } 10:00</i>. What came before the meeting begins is taken.
meeting-posting-received-expected = Please write the day as plain text, or tap the button.
meeting-posting-ballots = <b>What does the ballot say?</b> { $count ->
        [0] Nothing is entered yet.
       *[other] Items entered: { $count }.
    }

    Tap an item and choose what is marked on the paper. Secret items take no ballots sent before.
meeting-posting-ballot = <b>{ $question }</b>

    { $election ->
        [yes] Mark the candidates, { $seats } at most, or “Against all”.
       *[no] What is marked on the paper?
    }
meeting-posting-clear = No vote
meeting-posting-too-many = No more than { $seats } can be marked.
meeting-posting-preview = Record the ballot?

    <b>{ $name }</b>
    Signed by: { $person }
    Received: { $received }

    { $ballots }

    This organisation takes part in these items, and cannot vote in the hall any more.
meeting-posting-yes = Yes, record it
meeting-posting-taken = ✅ The ballot is recorded: <b>{ $name }</b>

# Codes.

meeting-code =
    🎫 <b>{ $organisation }</b>
    { $person }

    <code>{ $code }</code>

    { $served ->
        [yes] The ballot page: { $address }
       *[no] The ballot page is not configured: the code is of no use yet.
    }
    The code is shown once, and an earlier one is void. Copy it or hand it to the person.
meeting-codes =
    Print codes for all who are present and have none yet?

    { $present ->
        [one] { $present } organisation is present now.
       *[other] { $present } organisations are present now.
    } Codes issued before stay good.
button-meeting-codes-yes = Yes, print
meeting-codes-printed = { $count ->
    [0] Everybody present has a code.
    [one] The sheet is coming: { $count } code.
   *[other] The sheet is coming: { $count } codes.
}
button-meeting-codes-again = The sheet did not come: print again
meeting-codes-again =
    Print new codes for everybody who is at the meeting?

    { $present ->
        [one] That makes { $present } code.
       *[other] That makes { $present } codes.
    } The former ones stop working, also those handed out already. Ballots that were cast stay.
button-meeting-codes-again-yes = Yes, print again
meeting-codes-title = Codes for voting
meeting-codes-how = Open { $address } and type the code. It is personal, show it to nobody.
meeting-codes-file = Cut the sheet up and hand out the codes. We do not show them again.

# Tellers.

meeting-tellers = 🧮 <b>Counting</b>

    { $count ->
        [0] Nothing is voted on now.
       *[other] { $tells ->
            [yes] Each teller enters their own figures and does not see the other's.
           *[no] Tellers enter the figures; here you can issue slips of paper.
        }
    }
meeting-tellers-vote = <b>{ $title }</b>
    { $form ->
        [hands] By a show of hands
       *[ballot] By ballots, { $slips } issued on paper{ $spoiled ->
            [0] {""}
           *[other] , { $spoiled } spoiled
        }
    }{ $open ->
        [yes] {""}
       *[no] , the vote is closed
    }{ $mine ->
        [yes] . Your figures are recorded.
       *[no] .
    }
button-meeting-count = { $again ->
    [yes] Count again: { $title }
   *[no] Enter figures: { $title }
}
button-meeting-slips = Slips of paper
meeting-slips = <b>Slips of paper</b>: { $title }

    { $count ->
        [0] Nobody was found. Try other words.
       *[other] Tap an organisation to issue a slip; tap one that has it to note that it is spoiled. { $shown } of { $count } are shown, write a name to search.
    }
button-meeting-slip = { $number ->
    [0] Issue: { $name }
   *[other] No. { $number } · { $name } · spoiled?
}
meeting-slip-changed = { $spoiled ->
    [yes] Slip No. { $number } is noted as spoiled.
   *[no] Hand out slip No. { $number }.
}
meeting-count-figures = <b>What did you count?</b>

    { $title }

    { $election ->
        [yes] Write numbers with spaces: first how many valid ballots, then the votes for each in the order of the list, at the end “against all”.

    { $candidates }
       *[no] Write three numbers with spaces: for, against, abstained. { $form ->
            [hands] Count organisations, not people.
           *[ballot] Of the slips of paper only.
        }
    }
meeting-count-figures-expected = Please write numbers with spaces, for example: 40 3 1.
meeting-count-spoiled = <b>How many slips came back spoiled?</b>

    Without those that are noted by number already.
meeting-count-spoiled-expected = Please write a number. If there are none, choose 0.
meeting-count-unreturned = <b>How many slips did not come back?</b>
meeting-count-unreturned-expected = Please write a number. If all came back, choose 0.
meeting-count-preview = Record your figures?

    <b>{ $title }</b>
    { $election ->
        [yes] Ballots: { $first }
    { $lines }
    Against all: { $last }
       *[no] For { $first }, against { $second }, abstained { $last }
    }{ $paper ->
        [yes] {""}

    Spoiled { $spoiled }, not returned { $unreturned }
       *[no] {""}
    }
meeting-count-yes = Yes, record them
meeting-count-entered = { $how ->
    [agree] ✅ The figures agree. The chair can close the vote.
    [differ] ⚠️ The figures differ. Both should count again.
   *[awaited] ✅ Recorded. We wait for the other teller.
}
