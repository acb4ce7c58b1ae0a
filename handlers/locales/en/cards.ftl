# An event's card: what it says, and what is tapped under it.

event-title = <b>{ $title }</b>
event-kind = { $kind ->
    [general_meeting] General meeting
    [forum] Forum
    [action] Public action
    [meeting] Meeting
   *[other] Event
}
event-when = 📅 { $days ->
    [one] { $starts }–{ $ends }
   *[several] { $starts } – { $ends }
} ({ $zone })
event-where = 📍 { $place }
event-series = 🔁 { $rhythm ->
    [weekly] Repeats every week
    [biweekly] Repeats every two weeks
    [monthly_by_date] Repeats every month, on the same date
   *[monthly_by_weekday] Repeats every month, on the same weekday
}; { $count ->
    [one] { $count } date
   *[other] { $count } dates
} ahead
event-link = 🔗 <a href="{ $link }">Link to take part</a>
event-capacity = { $full ->
    [yes] { $capacity ->
        [1] The only seat is taken
       *[other] All { $capacity } seats are taken
    }, there is a waiting list
   *[no] { $capacity ->
        [1] One seat, still free
       *[other] { $capacity } seats, some are free
    }
}
event-quota = From one organisation: up to { $quota ->
    [one] { $quota } person
   *[other] { $quota } people
}
event-guests = You may bring up to { $guests ->
    [one] { $guests } guest
   *[other] { $guests } guests
}
event-deadline = Please answer by { $until }

event-waiting = ⏳ <b>No seats for now: you are on the waitlist.</b> Your number is { $number }. We will tell you when a seat is free.
event-called = 🎟 <b>A seat is free!</b> The first to tap “Take the seat” has it.
event-offered = 🎟 <b>A seat is held for you</b> until { $until }. Will you take it?
event-full = No seats are free. Tap “Going” and we will put you on the waitlist.
event-closed = { $answer ->
    [declined] <b>You are not going.</b> Answers were taken until { $until }.
   *[none] Answers were taken until { $until }.
}
event-for-others = This event is for other members. You see it as an organiser.
event-asked-again = ❗️ <b>The day has changed</b> since you answered. Can you make it? Please answer once more.
event-with-guests = With you: { $guests ->
    [one] { $guests } guest
   *[other] { $guests } guests
}.
event-with-named = With you: { $names }.
event-substitute = { $name } may come instead of you. We await their answer; until then the seat is yours.
event-stand-in = { $name } comes in your place.
event-muted = 🔕 You will get no reminders of this event.

rsvp-withdrawn = Your answer is gone. If you change your mind, just answer again.
rsvp-series-taken = { $answer ->
    [going] Noted: you are going on all dates ({ $dates }).
    [maybe] Noted: you may come. Dates: { $dates }.
   *[declined] Noted: you are not going. Dates: { $dates }.
}
rsvp-series-waiting = { $count ->
    [one] { $count } date is full: there you are on the waitlist.
   *[other] { $count } dates are full: there you are on the waitlist.
}
event-mute-taken = { $muted ->
    [yes] No more reminders of this event. We will still tell you if it moves or is cancelled.
   *[no] Fine, we will remind you.
}
guests-taken = { $count ->
    [0] Noted: you bring no guests.
    [one] Noted: { $count } guest is with you.
   *[other] Noted: { $count } guests are with you.
}
guest-names-question =
    Who comes with you to “{ $title }”? Write the names, each on a line of its own: you may bring up to { $most ->
        [one] { $most } guest
       *[other] { $most } guests
    }.

    If nobody does, send “no”.
# Words with spaces between them: any of them means “no guests”.
guest-names-nobody = 0 no none nobody

attendees = { $count ->
    [one] <b>{ $count }</b> person is going.
   *[other] <b>{ $count }</b> people are going.
}
attendees-guests = { $count ->
    [one] With them: <b>{ $count }</b> guest.
   *[other] With them: <b>{ $count }</b> guests.
}
attendees-none = Nobody has signed up yet. Will you be the first?
attendee = { $number }. { $name }{ $known ->
    [yes] {" "}· { $organisation }
   *[no] {""}
}{ $guests ->
    [0] {""}
   *[other] {" "}+{ $guests }
}

calendar-file = { $state ->
    [cancelled] Cancelled: <b>{ $title }</b>. Open the file to remove the event from your calendar.
   *[ahead] <b>{ $title }</b>: open the file to put the event into your calendar. If the time or the place changes, open the new file: the entry will be corrected.
}

button-more = More…
button-attendees = Who is going
button-map = Map
button-calendar = To my calendar
button-calendar-series = All dates to calendar
button-calendar-renew = Update my calendar
button-pass = My pass
button-substitute = Send somebody else
button-keep-seat = No substitute needed
button-mute = { $muted ->
    [yes] With reminders
   *[no] No reminders
}
button-withdraw = Withdraw my answer
button-series = { $answer ->
    [going] Going on all dates
    [maybe] Maybe on all dates
   *[declined] Not going on any date
}
button-guest-less = − guest
button-guest-more = + guest
button-guests-none = No guests
button-guest-names = Name my guests
button-tab = { $tab ->
    [mine] { $chosen ->
        [yes] ✓ Mine
       *[no] Mine
    }
   *[all] { $chosen ->
        [yes] ✓ All
       *[no] All
    }
}
