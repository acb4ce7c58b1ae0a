# An event: its card, the list, the answers.

event-head =
    <b>{ $title }</b>

    📅 { $starts } – { $ends } ({ $zone })
    📍 { $place }
event-description = { $text }
event-answer = { $answer ->
    [going] ✅ <b>You are going.</b> See you there!
    [maybe] 🤔 <b>You may come.</b> We will remind you in time.
    [declined] <b>You are not going.</b> If you change your mind, just press another button.
   *[none] Will you come? You can change your answer later.
}
event-cancelled = { $given ->
    [yes] ❌ <b>The event is cancelled.</b> { $reason }
   *[no] ❌ <b>The event is cancelled.</b>
}
event-over = The event is over.
event-audience = { $audience ->
    [delegates] For leaders and delegates
    [council] For the council
   *[everybody] For everybody
}
event-counts =
    ✅ Going: <b>{ $going }</b>
    🤔 Maybe: <b>{ $maybe }</b>
    🚫 Not going: <b>{ $declined }</b>
    ❔ Silent: <b>{ $silent }</b>

events-list = { $count ->
    [one] <b>{ $count }</b> event lies ahead. Press it to open and answer:
   *[other] <b>{ $count }</b> events lie ahead. Press one to open and answer:
}
events-none = No events yet. As soon as something is planned, we will write.
rsvp-taken = { $answer ->
    [going] Noted: you are going. See you!
    [maybe] Noted: you may come.
   *[declined] Noted: you are not going.
}

manage-list = { $count ->
    [one] <b>{ $count }</b> event lies ahead. Beside the title: how many people are going.
   *[other] <b>{ $count }</b> events lie ahead. Beside each title: how many people are going.
}
manage-none = Nothing lies ahead yet. Shall we create the first event?

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
