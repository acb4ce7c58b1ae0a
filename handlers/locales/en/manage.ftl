# For organisers: the list of events, an event's board with its counts, what can be done with it.

manage-list = { $count ->
    [one] <b>{ $count }</b> event ahead. The number says how many people are going.
   *[other] <b>{ $count }</b> events ahead. The numbers say how many people are going.
}
manage-none = Nothing ahead yet. Shall we create the first event?

board-scheduled = 🕓 <b>Not published yet.</b> It will be published: { $at }. Until then only organisers see it.
board-audience = { $audience ->
    [delegates] 👤 For leaders and delegates
    [council] 👤 For council members
    [municipalities] 👤 By municipality: { $places }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    [chosen] 👤 By list: { $chosen ->
        [one] { $chosen } person
       *[other] { $chosen } people
    }
   *[everybody] 👤 For everybody
}
board-chosen = ➕ Invited individually: { $count }
board-seats = { $free ->
    [0] 🎟 All seats are taken ({ $seats } of { $seats })
    [one] 🎟 <b>{ $free }</b> seat of { $seats } is free
   *[other] 🎟 <b>{ $free }</b> seats of { $seats } are free
}
board-series = { $count ->
    [0] 🔁 Series: no more dates ahead
    [one] 🔁 Series: { $count } date ahead
   *[other] 🔁 Series: { $count } dates ahead
}
board-going = { $guests ->
    [0] ✅ Going: <b>{ $going }</b>
    [one] ✅ Going: <b>{ $going }</b> (+{ $guests } guest)
   *[other] ✅ Going: <b>{ $going }</b> (+{ $guests } guests)
}
board-waiting = ⏳ Waiting for a seat: <b>{ $count }</b>
board-maybe = 🤔 Maybe: <b>{ $count }</b>
board-declined = 🚫 Not going: <b>{ $count }</b>
board-silent = ❔ Not answered yet: <b>{ $count }</b>
board-arrived = 🚪 Already there: <b>{ $count }</b>
board-organisations = 🏢 Organisations that answered: <b>{ $answered } of { $told }</b>
board-unreached = 📵 Organisations that cannot be reached: <b>{ $count }</b>
board-more-title =
    <b>{ $title }</b>

    What shall we do?
board-publish-question =
    <b>{ $title }</b>

    Publish now, before the time that was set? { $people ->
        [one] { $people } person will get the invitation.
       *[other] { $people } people will get the invitation.
    }
board-published = ✅ Published: <b>{ $title }</b>. The invitations are on their way.

board-lists = Lists
board-write = Write
board-change = Change
board-door = Door
board-more = More…
board-sheet = List for Excel
board-copy = Copy
board-post-group = To the group
board-post-channel = To the channel
board-guest-link = Link for guests
board-publish = Publish now
board-publish-yes = Yes, publish
board-remove = Remove the event
board-cancel-series = Cancel the whole series
button-board = { $state ->
    [cancelled] ❌ { $day } · { $title }
    [scheduled] 🕓 { $day } · { $title }
   *[published] { $day } · { $title } · { $going } going
}
button-create = Create an event
button-move = Move
button-cancel = Cancel the event
button-renew = Refresh
