# Pages of the meeting: the hall's screen, the registration desk, the ballot. Text without markup.

page-title = General meeting
page-too-often = Too many requests from this address. Wait a few seconds and reload the page.
page-not-found = There is nothing here. Check the address: the meeting's secretary gives it out.
page-broken = Something broke, and we have recorded what. Reload the page; if that does not help, tell the secretary the code { $code }.
page-refused = { $words }

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
       *[no] named
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
    [elected] { $elected ->
        [one] { $elected } candidate is elected
       *[other] { $elected } candidates are elected
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
screen-posted = by correspondence: { $count }
screen-has-quorum = { $holds ->
    [yes] Quorum reached ({ $needed } needed)
   *[no] No quorum ({ $needed } needed)
}
screen-head = Checksum of the log: { $head }
