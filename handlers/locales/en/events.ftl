# An event: its card, the list, the answers.

event-head =
    <b>{ $title }</b>

    📅 { $days ->
        [one] { $starts }–{ $ends }
       *[several] { $starts } – { $ends }
    } ({ $zone })
    📍 { $place }
event-description = { $text }
event-answer = { $answer ->
    [going] ✅ <b>You are going.</b> See you there!
    [maybe] 🤔 <b>You may come.</b> We will remind you beforehand.
    [declined] <b>You are not going.</b> If you change your mind, just tap another button.
   *[none] Will you come? You can change your answer later.
}
event-cancelled = { $given ->
    [yes] ❌ <b>The event is cancelled.</b> Reason: { $reason }
   *[no] ❌ <b>The event is cancelled.</b>
}
event-over = The event is already over.
event-audience = { $audience ->
    [delegates] For leaders and delegates
    [council] For council members
   *[everybody] For everybody
}
event-counts =
    ✅ Going: <b>{ $going }</b>
    🤔 Maybe: <b>{ $maybe }</b>
    🚫 Not going: <b>{ $declined }</b>
    ❔ Not answered yet: <b>{ $silent }</b>

events-list = { $count ->
    [one] <b>{ $count }</b> event ahead. Tap it to open and answer:
   *[other] <b>{ $count }</b> events ahead. Tap one to open and answer:
}
events-none = No events yet. As soon as there is one, we will write.
rsvp-taken = { $answer ->
    [going] Noted: you are going. See you!
    [maybe] Noted: you may come.
   *[declined] Noted: you are not going.
}

manage-list = { $count ->
    [one] <b>{ $count }</b> event ahead. Beside the title is how many people are going.
   *[other] <b>{ $count }</b> events ahead. Beside each title is how many people are going.
}
manage-none = Nothing ahead yet. Shall we create the first event?

button-answer = { $chosen ->
    [yes] { $answer ->
        [going] ✓ Going
        [maybe] ✓ Maybe
       *[declined] ✓ Not going
    }
   *[no] { $answer ->
        [going] Going
        [maybe] Maybe
       *[declined] Not going
    }
}
button-event = { $answer ->
    [going] ✅ { $day } · { $title }
    [maybe] 🤔 { $day } · { $title }
    [declined] 🚫 { $day } · { $title }
   *[none] { $day } · { $title }
}
button-board = { $cancelled ->
    [yes] ❌ { $day } · { $title }
   *[no] { $going } · { $day } · { $title }
}
button-all-events = All events
button-create = Create an event
button-move = Move
button-cancel = Cancel the event
button-renew = Refresh
button-back = ‹ Back
button-earlier = ‹ Earlier
button-later = Later ›

duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
