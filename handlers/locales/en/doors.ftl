# The door: passes, arrivals, the code on the screen, helpers.

door-head =
    🚪 <b>Door: { $title }</b>
    { $starts }
door-counts = ✅ Arrived: <b>{ $arrived }</b> of { $seated }
door-unexpected = 👋 Arrived without a seat: <b>{ $count }</b>
door-organisations = 🏢 Organisations in the hall: <b>{ $count }</b>
door-organisation = { $name }: <b>{ $arrived }</b> of { $seated }
door-alone = No organisation
door-guest = Guest
door-rest = { $count ->
    [one] And { $count } more organisation: <b>{ $arrived }</b> of { $seated }
   *[other] And { $count } more organisations: <b>{ $arrived }</b> of { $seated }
}
door-hint = Point a phone’s camera at a pass: the bot opens and says who it is. No pass? Check them in by name.
door-ask-name =
    Whom shall we check in? <b>{ $title }</b>

    Write the name or the surname; its beginning is enough.
door-found = Whom shall we check in?
door-found-none = Nobody found. Check the spelling, or write only the beginning of the surname.
door-found-more = These are the first { $shown } of { $count }. Write more of the name.
door-visitor = { $state ->
    [arrived] { $number }. <b>{ $name }</b> ({ $who }) – here since { $time }
    [seated] { $number }. <b>{ $name }</b> ({ $who })
   *[unseated] { $number }. <b>{ $name }</b> ({ $who }) – no seat
}

pass-caption =
    🎟 <b>{ $title }</b>
    { $starts }

    <b>{ $name }</b>

    Show this code at the door.

arrival-noted = ✅ Checked in: <b>{ $name }</b>
arrival-again = ☝️ Checked in before, at { $time }: <b>{ $name }</b>
arrival-unseated = { $standing ->
    [waiting] ✋ No seat: <b>{ $name }</b>, on the waitlist.
    [offered] ✋ No seat yet: <b>{ $name }</b>. One is offered, and not taken yet.
    [declined] ✋ No seat: <b>{ $name }</b>. Their last answer is “Not going”.
    [maybe] ✋ No seat: <b>{ $name }</b>. Their last answer is “Maybe”.
   *[none] ✋ No seat: <b>{ $name }</b>. They have taken their answer back.
}
arrival-who = { $who }
arrival-guests = { $count ->
    [one] 👥 With { $count } guest
   *[other] 👥 With { $count } guests
}
arrival-event = Event: { $title }
arrival-let-in = They are not checked in yet. Letting them in? Tap the button.
arrival-unticked = Check-in taken back: <b>{ $name }</b>
arrival-self = { $outcome ->
    [noted]
        ✅ <b>You are here!</b> { $title }

        You are checked in. Thank you for coming.
   *[again] ☝️ You were checked in before, at { $time }: <b>{ $title }</b>
}

screen = { $shown ->
    [yes]
        <b>{ $title }</b>

        Point your phone’s camera at the code, and you are checked in.
        Arrived so far: <b>{ $count }</b>
   *[no]
        <b>{ $title }</b>

        The code is no longer shown and checks nobody in any more.
        Arrived: <b>{ $count }</b>
}
screen-opening = The code is on its way. Put it on the screen: it changes every minute.
screen-closing = Taking the code down.

helpers-head = 🤝 <b>Helpers at the door: { $title }</b>
helpers-none = Nobody yet. A helper scans passes and checks people in by name.
helper-line = { $number }. <b>{ $name }</b> ({ $who })
helper-ask-name =
    Who will help at the door? <b>{ $title }</b>

    Write the name or the surname; its beginning is enough.
helper-found = Who will help at the door?
helper-found-none = Nobody found. People can help if they are connected to the bot and do not help yet; organisers need not be added.

button-find = Check in by name
button-find-next = Next name
button-screen = Code for the screen
button-screen-off = Take the code down
button-screen-again = Show again
button-helpers = Helpers
button-helper-add = Add a helper
button-dismiss = ✕ { $number }. { $name }
button-candidate = { $number }. { $name }
button-visitor = { $arrived ->
    [yes] ✓ { $number }. { $name } – undo
   *[no] { $number }. { $name }
}
button-tick-anyway = Let in and check in
button-tick-again = Check in again
button-untick = Undo the check-in
button-to-door = ‹ To the door
button-open-door = Open the door
