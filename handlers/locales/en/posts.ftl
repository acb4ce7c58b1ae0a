# An event's card in the group and the channel: everybody sees it, it holds no names.

post-description = { $text }
post-counts =
    ✅ Going: <b>{ $going }</b>{ $guests ->
        [0] {""}
        [one] {" "}(+{ $guests } guest)
       *[other] {" "}(+{ $guests } guests)
    }
    🤔 Maybe: <b>{ $maybe }</b>
post-seats = { $free ->
    [0] 🎟 All seats are taken ({ $capacity } of { $capacity }). { $waiting ->
        [0] You can join the waitlist.
       *[other] On the waitlist: <b>{ $waiting }</b>
    }
    [one] 🎟 <b>{ $free }</b> seat of { $capacity } is free
   *[other] 🎟 <b>{ $free }</b> seats of { $capacity } are free
}
post-closed = Sign-up is closed. If you cannot come after all, tap “Not going”.
post-cancelled = { $given ->
    [yes] ❌ <b>The event is cancelled.</b> Reason: { $reason }
   *[no] ❌ <b>The event is cancelled.</b>
}
post-over = The event is over. Thank you to everyone who was with us!

post-sent = { $chat ->
    [standing] The card is there already and renews itself. If somebody deleted it, tap again in ten seconds or so.
    [channel] The card will appear in the channel in a few seconds. If it does not, check that the bot may post there.
   *[group] The card will appear in the group in a few seconds. If it does not, check that the bot is in it.
}

button-post-answer = { $answer ->
    [going] Going
    [maybe] Maybe
   *[declined] Not going
}
button-post-open = Open in the bot
