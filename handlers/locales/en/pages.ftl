# Pages of the meeting: the hall's screen, the registration desk, the ballot. Text without markup.

page-title = General meeting
page-too-often = Too many requests from this address. Wait a few seconds and reload the page.
page-not-found = There is nothing here. Check the address: the organisers give it out.
page-too-long = The text is too long. Please go back and shorten it.
page-broken = Something broke, and we have recorded what. Reload the page; if that does not help, tell the secretary the code { $code }.
page-refused = { $words }
page-ButtonTooOld = This button no longer works. Reload the page.
page-TieSettled = This is settled already: a second round was called or a lot recorded. Reload the page.

screen-offline = No connection to the server. The screen reconnects by itself.
screen-progress = Item { $number } of { $count }
screen-of = of { $count ->
    [one] { $count } organisation is here
   *[other] { $count } organisations are here
}
screen-quorum = { $holds ->
    [yes] There is a quorum: { $needed } were needed.
   *[no] The quorum is { $needed }, { $missing } more to come.
}
screen-register = Register yourself: point your phone's camera here
screen-pause = { $timed ->
    [yes] Break
   *[no] The meeting is suspended
}
screen-back-at = We go on at { $time }
screen-ended = { $held ->
    [yes] The meeting is closed. Thank you!
   *[no] The meeting does not take place
}
screen-item = { $part ->
    [amendment] Amendment
    [section] Part of the item
   *[whole] { $kind ->
        [break] Break
       *[other] Item { $number } of { $count }
    }
}
screen-vote = { $last_call ->
    [yes] The vote is about to close
   *[no] The vote is open
}
screen-form = { $form ->
    [hands] by show of hands
   *[ballot] { $secret ->
        [yes] secret
       *[no] open
    }
}
screen-voted-of = { $count ->
    [one] of { $count } present has voted
   *[other] of { $count } present have voted
}
screen-on-paper = paper ballots: { $count }
screen-queue = { $count ->
    [one] { $count } more person asks for the floor
   *[other] { $count } more people ask for the floor
}
screen-way = { $way ->
    [for] For
    [against] Against
    [abstain] Abstained
    [against_all] Against all
   *[silent] Did not vote
}
screen-outcome = { $outcome ->
    [no_quorum] No quorum, nothing is decided
    [adopted] The decision is adopted
    [rejected] The decision is not adopted
    [elected] { $full ->
        [no] Elected: { $elected } of { $seats }
       *[yes] { $elected ->
            [one] { $elected } candidate is elected
           *[other] { $elected } candidates are elected
        }
    }
    [tied] The votes are equal
    [below_threshold] Nobody got enough votes
   *[other] Nobody is elected
}
screen-no-split = The vote is secret and without a quorum, so the votes are not shown.
screen-reckoning = { $present } of { $entitled } took part. { $kind ->
    [election] { $needed } of { $base } were needed to be elected.
   *[motion] { $needed } of { $base } votes were needed.
}
screen-hall = of { $count ->
    [one] { $count } organisation at the meeting
   *[other] { $count } organisations at the meeting
}
screen-remote = from afar: { $count }
screen-posted = ballots sent before: { $count }
screen-has-quorum = { $holds ->
    [yes] Quorum reached ({ $needed } needed)
   *[no] No quorum ({ $needed } needed)
}
screen-head = Checksum of the log: { $head }

vote-title = Ballot
vote-code = The code on your slip
vote-code-hint = Five groups of four letters and digits. Capital or small letters, spaces and dashes do not matter.
vote-open = Open the ballot
vote-wait = Too many wrong codes. Wait a minute, or ask the registration desk for a new slip.
vote-who = { $organisation } · { $person } votes
vote-secrecy = { $secret ->
    [yes] A secret vote: the name is kept apart from the vote, which cannot be changed later.
   *[no] An open vote: the vote is kept with the name, and can be changed until the close.
}
vote-motion = How do you vote?
vote-way = { $way ->
    [for] For
    [against] Against
   *[abstain] I abstain
}
vote-election = { $seats ->
    [one] Mark { $seats } candidate, or “Against all”
   *[other] Mark at most { $seats } candidates, or “Against all”
}
vote-submit = { $secret ->
    [yes] Check
   *[no] { $changes ->
        [yes] Change the vote
       *[no] Vote
    }
}
vote-sure = Is this right?
vote-final = The vote is secret: once cast, it can be neither changed nor taken back.
vote-cast = Cast the vote
vote-back = Go back
vote-taken = { $secret ->
    [yes] Your vote is cast. The number of your ballot:
   *[no] { $changed ->
        [yes] Your vote is changed.
       *[no] Your vote is cast.
    }
}
vote-number-why = Write the number down: after the vote it shows that your ballot was counted. It is not shown here again.
vote-head = Checksum of the log: { $head }
vote-done = Your vote is cast. It is secret, so it is not shown.
vote-may-change = Your vote is cast. It can be changed until the vote closes.
vote-paused = The meeting is suspended: { $why }. You can vote as soon as it goes on.
vote-none = { $phase ->
    [ended] The meeting is closed.
   *[other] There is no vote now. When one opens, the ballot appears here by itself.
}
vote-again = Reload
vote-not-now = This ballot cannot be cast now. Please go to the registration desk.


desk-title = Registration desk
desk-ever = Registered today in all: { $count }.
desk-search = Organisation, INN or surname
desk-find = Find
desk-inn = INN { $inn }
desk-here = here
desk-posted = ballot sent before
desk-slip = paper ballot No. { $number }
desk-ground = { $ground ->
    [leader] leader
    [proxy] by proxy
   *[delegate] { $documented ->
        [no] representative, no document on file
       *[yes] representative, { $document }
    }
}
desk-person-here = { $remote ->
    [yes] connected
   *[no] { $own ->
        [yes] registered themselves
       *[no] in the hall
    }
}
desk-own = { $count ->
    [one] { $count } organisation registered itself by the code on the screen: check that its representative is in the hall.
   *[other] { $count } organisations registered themselves by the code on the screen: check that these people are in the hall.
}
desk-own-list = Show them
desk-mistake = Registered by mistake
desk-arrive = Has arrived
desk-depart = Has left
desk-code = { $again ->
    [yes] New slip
   *[no] Slip
}
desk-document = Which document was shown
desk-none = Nobody was found. Try the INN or the leader's surname.
desk-more = { $count ->
    [one] And { $count } more organisation: type more.
   *[other] And { $count } more organisations: type more.
}
desk-proxy = Somebody came with a proxy
desk-proxy-title = By a proxy
desk-proxy-who = Who came: a part of the name
desk-proxy-nobody = Nobody was found. Try the last name.
desk-proxy-holder = To whom the proxy was issued
desk-proxy-number = Number (if there is none, write “none”)
desk-proxy-issued = Issued on
desk-proxy-expires = Valid until
desk-proxy-issuer = Who signed it
desk-proxy-scope = What it is for
desk-proxy-arrive = I have seen the proxy: register

slip-title = Voting slip
slip-how = Point your phone's camera here, or open { $page } and type the code. It is valid while you are at the meeting.
slip-once = The code is shown once: print the slip, or write the code down.
slip-print = Print
slip-back = To the registration desk

count-title = Tellers
count-none = There is nothing to count now. When a vote is opened it appears here: reload the page.
count-closed = the vote is closed
count-thin = The vote may not stay secret: paper is counted apart, and a few slips show who voted how. Offer codes for the ballot page, or hand out more slips.
count-state = { $how ->
    [agree] The tellers' figures agree.
    [differ] The tellers' figures differ. Both count again.
   *[awaited] Two tellers count, each for themselves. Ready so far: { $given }.
}
count-mine = Your figures are recorded. You can correct them until the tellers agree.
count-figures = { $election ->
    [yes] With spaces between: the valid ballots, the votes for each on the list, “against all” at the end
   *[no] { $form ->
        [hands] With spaces between: for, against, abstained. Count organisations, not people
       *[ballot] With spaces between: for, against, abstained. Only slips of paper
    }
}
count-spoiled = How many slips came back spoiled, besides those noted by number
count-unreturned = How many slips did not come back
count-enter = { $again ->
    [yes] Correct the figures
   *[no] Record the figures
}
count-slips = Slips of paper
count-voted = voted in the bot or by a code
count-slip = { $out ->
    [yes] Spoiled
   *[no] Issue a slip
}
address-title = { $kind ->
    [chair] The chair's page
   *[count] A teller's page
}
address-how = { $kind ->
    [chair] From now on the elected chair conducts the meeting. They point a telephone's camera here, or open the address.
   *[count] The teller points a telephone's camera here, or opens the address. Each teller has an address of their own.
}
address-once = The address is shown once. Who knows it acts on this page: show it to nobody else.
address-back = Back

chair-floor = Speakers
chair-point = a point of order
chair-asks = Who asks for the floor
chair-who-asks = Choose who raised a hand
chair-hands = for, against, abstained
chair-tellers-how = Slips and hands are counted by each teller on a page of their own, without seeing the other's figures.
chair-teller-page = Address for the teller
chair-cancel = Cancel the vote
chair-cancel-why = Why it is cancelled: the ballots cast do not count
chair-title = Conducting the meeting
chair-act = { $act ->
    [begin] Open the meeting
    [elect] Elected
    [call] Go to this item
    [open] Open the vote
    [last_call] Last call
    [close] Close the vote
    [finish] This item is done
    [hands] Vote by show of hands
    [second_round] Open the second round
    [cancel] Cancel the vote
    [ask] Add to the queue
    [drop] Remove
    [floor] Give the floor
    [hush] The speech is over
    [object] Record the objection
    [uphold] Yes, uphold
    [recuse] Record the conflict
    [lot] Record the lot
    [suspend] Suspend the meeting
    [resume] Go on
   *[end] Yes, close the meeting
}
chair-next = The next item
chair-office = { $office ->
    [chair] Chair of the meeting
    [secretary] Secretary of the meeting
   *[teller] Tellers
}
chair-who = Who was elected
chair-elected-how = Elected by show of hands. If nobody is against, write nothing; else three numbers with spaces between
chair-why = Why we stop
chair-end = Close the meeting
chair-motions = Procedural vote
chair-motions-how = By show of hands. If nobody is against, write no numbers.
chair-which = Choose the item
chair-motion-words = What is proposed
chair-move = Record
chair-parts = Amendments and sections
chair-parts-words = { $way ->
    [amend] The amendment: it is voted on before the item
   *[split] The sections of the item, each on a line of its own
}
chair-choose = Choose
chair-object = Record an objection
chair-object-who = Who objects
chair-object-words = What they say: the minutes will have it with name and time
chair-object-item = About which item
chair-object-no-item = About the course of the meeting
chair-object-mandate = Whose mandate they challenge
chair-object-no-mandate = Nobody's
chair-objections = Objections
chair-challenges = challenges the mandate of { $whose }
chair-upheld = Upheld
chair-uphold = Uphold the objection
chair-uphold-why = { $repeats ->
    [yes] If this item was voted on already, it is voted on again. This cannot be undone.
   *[no] The minutes will say that the objection was upheld. This cannot be undone.
}
chair-recusal = Conflict of interest
chair-recusal-how = Who has an interest in the decision stays present, but does not vote on this item. It is recorded before the vote, and cannot be undone.
chair-recusal-who = Who does not vote
chair-recusal-item = On which item
chair-won = elected
chair-lot = Lot
chair-lot-how = There is a tie. Open the second round, or draw a lot before everybody: nothing is drawn here, only recorded.
chair-lot-winners = { $seats ->
    [one] Who won it: tick { $seats } person
   *[other] Who won it: tick { $seats } people
}
chair-lot-words = Who drew it, how and before whom: the minutes will have it
chair-lot-final = The record cannot be changed.
chair-rest = A whole meeting can be held here from beginning to end when Telegram is down.
chair-open = Conduct the meeting without Telegram
