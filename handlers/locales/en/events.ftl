# An event: its card, the list, the answers.

event-description = { $text }
event-answer = { $answer ->
    [going] ✅ <b>You are going.</b> See you there!
    [maybe] 🤔 <b>You may come.</b>
    [declined] <b>You are not going.</b> If you change your mind, just tap another button.
   *[none] Will you come? You can change your answer later.
}
event-cancelled = { $given ->
    [yes] ❌ <b>The event is cancelled.</b> Reason: { $reason }
   *[no] ❌ <b>The event is cancelled.</b>
}
event-over = The event is already over.

events-list = { $count ->
    [one] <b>{ $count }</b> event ahead. Tap it to open and answer:
   *[other] <b>{ $count }</b> events ahead. Tap one to open and answer:
}
events-mine = { $count ->
    [one] You have answered <b>{ $count }</b> event. Tap it to see or change your answer:
   *[other] You have answered <b>{ $count }</b> events. Tap one to see or change your answer:
}
events-none-mine = You have not answered any event yet. Open “All” to see what is ahead.
events-none = No events yet. As soon as there is one, we will write.
rsvp-waiting = No seats left for now. You are number { $number } on the waitlist. We will tell you when a seat is free.
rsvp-taken = { $answer ->
    [going] Noted: you are going. See you!
    [maybe] Noted: “Maybe”.
   *[declined] Noted: you are not going.
}

button-answer = { $chosen ->
    [yes] { $answer ->
        [going] ✓ Going
        [maybe] ✓ Maybe
        [waiting] ✓ On the waitlist
       *[declined] ✓ Not going
    }
   *[no] { $answer ->
        [going] Going
        [maybe] Maybe
        [waiting] On the waitlist
        [offered] I’ll take the seat
        [called] Take the seat
        [still] I am coming
        [unable] I cannot come
       *[declined] Not going
    }
}
button-event = { $answer ->
    [seated] ✅ { $day } · { $title }
    [offered] 🎟 { $day } · { $title }
    [waiting] ⏳ { $day } · { $title }
    [maybe] 🤔 { $day } · { $title }
    [declined] 🚫 { $day } · { $title }
   *[none] { $day } · { $title }
}
button-open-event = Open the event
button-all-events = All events
button-back = ‹ Back
button-earlier = ‹ Previous
button-later = Next ›

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
duration-none = less than a minute
duration-left = { $unit ->
    [none] { $words } left
    [minutes] { $count ->
        [one] { $words } left
       *[many] { $words } left
    }
   *[other] { $words } left
}

# The weekday and the day as they stand after “until”: “until Wednesday, 9 December, 09:00”.
moment-until = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}, { $rest }

# For administrators, after “The bot could not”: what it did not do at its time.

due-event_publication = publish event No. { $number }
due-event_plan = plan the reminders of event No. { $number }
due-event_reminders = remind people of event No. { $number }
due-event_waitlist = pass on the seats that became free at event No. { $number }
due-event_post = update the post about event No. { $number }
due-event_screen = change the code on the screen of event No. { $number }

command-events = Events and my answers
command-event = New event in one line
help-events = /events – upcoming events: open and answer
help-events-manage =
    /event – a new event in one line: <code>/event Clean-up tomorrow 10:00, Shady Square, 20 seats</code>
    /manage – create, move or cancel an event, see the answers
