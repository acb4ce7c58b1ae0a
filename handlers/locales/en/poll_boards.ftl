# A vote as the chair and the secretary see it.

poll-board-awaited = ⏳ Have not voted yet: <b>{ $count }</b>
poll-board-voter = { $reached ->
    [no] 📵 { $name }
   *[yes] · { $name }
}
poll-board-more = …and { $more } more
poll-board-all-voted = ✅ Everybody who could has voted.
poll-board-unreached = 📵 Messages do not reach those marked: give them a call.
poll-board-statements = ⏳ The minutes can be issued after: { $until }. Until then everybody who voted against may ask that they say so.
poll-board-tie = ⚖️ To be decided: call a second round, or record a lot.
poll-board-run-off = ⚖️ A second round is called.

poll-board-open = Open now
poll-board-change = Change
poll-board-who = Who has not voted
poll-board-proxy = Proxy
poll-board-close = Close now
poll-board-cancel = Cancel
poll-board-second = Call a second round
poll-board-lot = Record a lot
poll-board-ballot = To the ballot
button-poll-new = ➕ New vote
button-poll-board = ⚙️ Manage
button-poll-details = ⚙️ Set it up in detail
