# «Дом НКО»: rooms, places, things, and booking them.

command-rooms = Book a room or a thing
help-rooms = /rooms — the House: rooms, places to work and things to borrow
button-rooms = ‹ The House
button-room = To the card ›
rooms = 🏠 <b>The House</b>

    { $count ->
        [0] There is nothing to book here yet.
       *[other] What do you need? Choose, and see when it is free.
    }
room-line = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} { $name }
room-card = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} <b>{ $name }</b>
room-card-capacity = 👥 { $people ->
    [one] For { $people } person
   *[other] For { $people } people
}
room-card-count = { $kind ->
    [places] 🪑 { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
   *[other] 🔢 { $count } in all
}
room-card-equipment = 🧰 { $equipment }
room-card-hours = 🕘 { $kind ->
    [thing] Handed out and taken back: { $hours }
   *[other] { $hours }
}
room-card-rules = ⏳ For { $longest } at most, no more than { $ahead } ahead
room-card-claim = 📲 When you come, scan the QR code at the door, or ask the organisers to check you in. If nobody checks in within { $within }, the booking is released.
room-card-key = 🔑 Key: { $holder }
room-card-keeper = 👤 { $name } decides on requests
room-card-speakers = Leaders and delegates of organisations can book.
room-closure = 🚧 { $single ->
    [yes] { $first }: closed
   *[no] From { $first } to { $last }: closed
}{ $given ->
    [yes] {" "}({ $reason })
   *[no] {""}
}
room-shut = closed
room-daily = daily { $hours }
room-weekday = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
room-span = { $start } – { $end }
button-room-day = Choose a time
button-room-week = 🖼 The week as a picture
button-room-calendar = 📅 Calendar
button-room-door = QR code for the door
button-room-change = ✏️ Change
button-room-close = 🚧 Close for a while
button-room-closures = When it is closed
button-room-remove = Remove from the list
button-room-new = ＋ Add
button-room-other-time = Another day or time
button-room-open-again = Open from { $first }
room-day = <b>{ $name }</b>, { $day }

    { $some ->
        [yes] Free: { $free }.{ $books ->
            [yes] {" "}When do you want to begin?
           *[no] {""}
        }
       *[no] { $closed ->
            [yes] It is closed on this day.
           *[no] Nothing is free on this day. You can still send a request: if somebody gives up their time, it is offered to you.
        }
    }
room-week = { $name }: the week from { $day }
room-week-coming = Drawing the week…
room-calendar = Bookings of “{ $name }”: open the file to add them to your calendar.
room-calendar-empty = Nothing is booked yet.
room-door = <b>{ $name }</b>: print this and put it up at the door. People who come point their camera at it and are checked in.
room-file-coming = Making the table…
room-month = Bookings { $month }
room-year = The House in { $year }
room-closures = <b>{ $name }</b>: { $count ->
    [0] there are no closed days.
   *[other] when it is closed
}

# --- Bookings

booking-alliance = the alliance
booking-what = { $several ->
    [yes] { $name } × { $quantity }
   *[no] { $name }
}
booking-title = 📌 <b>{ $what }</b>
booking-when = 🕘 { $span }
booking-dates = 🔁 { $count ->
    [one] { $count } date
   *[other] { $count } dates
}: { $days }
booking-who = 🏛 { $house }{ $named ->
    [yes] , { $person }
   *[no] {""}
}
booking-purpose = 📝 { $purpose }
booking-people = 👥 { $people ->
    [one] { $people } person
   *[other] { $people } people
}
booking-state = { $state ->
    [asked] ⏳ Waits for a decision
    [confirmed] { $claimed ->
        [yes] { $thing ->
            [yes] 📦 Handed out
           *[no] ✅ Checked in
        }
       *[no] ✅ Confirmed
    }
    [refused] ❌ Refused
    [waiting] 🕓 On the waiting list: we tell you when it is free
    [offered] 🎁 It is free! The offer holds until { GENITIVE($until) }
    [withdrawn] The booking was cancelled
    [called_off] ❌ Cancelled by the organisers
    [returned] ✅ Returned
    [released] { $release ->
        [not_claimed] Released: nobody came in time
        [not_renewed] Released: the date was not kept three days before
       *[other] Released: nobody will come
    }
   *[other] The request is closed: its time is over
}
booking-line = { $state ->
    [asked] ⏳
    [confirmed] ✅
    [refused] ❌
    [waiting] 🕓
    [offered] 🎁
   *[other] ▫️
} { $day } { $time } · { $name }
booking-mine = { $count ->
    [0] There are no bookings yet.
   *[other] <b>My bookings</b>
}
button-booking = Open the booking
button-booking-own = ‹ My bookings
button-booking-mine = My bookings · { $count }
button-booking-give-up = Cancel the booking
button-booking-give-up-series = Cancel this and later dates
button-booking-give-up-yes = Yes, cancel
button-booking-wait = Wait for it to become free
button-booking-accept = ✅ I take it
button-booking-come = ✅ We will come
button-booking-not-come = We will not come
button-booking-decline = No longer needed
button-booking-not-needed = No longer needed
button-booking-renew = ✅ Yes, keep it
button-booking-confirm = ✅ Confirm
button-booking-refuse = Refuse
button-booking-check-in = { $thing ->
    [yes] 📦 Hand out
   *[no] ✅ They came
}
button-booking-take-back = ✅ Returned
button-booking-event = 🎉 Make it an event
button-booking-call-off = Cancel the booking
booking-give-up = { $series ->
    [yes] Cancel { $count ->
        [one] { $count } date
       *[other] { $count } dates
    } from { $start } on? <b>{ $what }</b>
   *[no] Cancel? <b>{ $what }</b>, { $start }
}

    { $confirmed ->
        [yes] The time is offered at once to those who wait.
       *[no] You can send a request again.
    }
booking-here = ✅ Welcome! <b>{ $what }</b> is yours until { GENITIVE($until) }.
booking-verdict = { $count ->
    [0] <b>{ $what }</b>: this time is taken already. It cannot be confirmed, only refused.
   *[other] Confirm? <b>{ $what }</b>, { $house }: { $when }
}
booking-verdict-taken = Already taken, and not confirmed: { $days }.
booking-verdict-over = ⚠️ With this booking the organisation would have { $used } in the month; it is meant to have { $allowed }.
booking-verdict-refused = ⚠️ Nothing is left for these organisations, and they are refused: <b>{ $names }</b>.

# --- Keeping the House

button-house = { $requests ->
    [0] 🔑 Keeping the House
   *[other] 🔑 Keeping the House · { $requests }
}
button-house-open = The House
button-house-back = ‹ Keeping the House
house = 🔑 <b>Keeping the House</b>

    { $requests ->
        [0] There are no new requests.
        [one] { $requests } request waits for a decision.
       *[other] { $requests } requests wait for a decision.
    }
button-house-requests = Requests · { $count }
button-house-present = Who is here, and soon
button-house-out = Things handed out
button-house-month = The month as a table
button-house-year = The year by organisation
button-house-screen = Screen of the House
house-screen = <b>The screen of the House</b>

    A screen at the entrance shows what is in the rooms today: time, organisation and purpose, without names of people. And what is free right now. It updates itself.

    { $served ->
        [no] The pages are not switched on yet. Ask an administrator for a section [web] with an address listen in config.toml, and to restart the bot.
       *[yes] { $issued ->
            [yes] The address was issued on { $day }. A new one replaces it, and the old one stops working at once.
           *[no] There is no address yet.
        }
    }
button-house-screen-issue = { $renewed ->
    [yes] Issue a new address
   *[no] Get an address
}
button-house-screen-revoke = Close the address
house-screen-address = <b>The screen of the House</b>. Open it on the computer with the screen:

    <code>{ $address }</code>

    The address is shown once. Who knows it sees the bookings.
house-screen-revoked = The address is closed: the screen shows nothing any more.
house-screen-title = The House
house-screen-empty = There are no rooms yet
house-screen-state = { $state ->
    [free] Free until { $time }
    [busy] Taken until { $time }
    [cleaning] Cleaning until { $time }
   *[closed] { $timed ->
        [yes] Opens at { $time }
       *[no] Closed
    }
}
house-screen-places = ({ $free } of { $count })
house-screen-now = now
house-screen-next = next
house-screen-nothing = No bookings today
house-screen-free = Free now:
house-screen-none-free = Nothing is free now
button-me-rooms = The House: what to send
room-news = <b>The House: what shall we send?</b>

    Decisions on requests, cancellations and all that has a deadline always come. The rest is up to you.
button-room-news = { $wanted ->
    [yes] ✓
   *[no] ▫️
} { $news ->
    [eve] “Will you come?” the day before
    [offer_lapsed] An offer has run out
   *[accepted] Somebody took the time that became free
}
house-list = { $part ->
    [requests] { $count ->
        [0] There are no requests.
       *[other] <b>Requests</b>
    }
    [present] { $count ->
        [0] Nobody is expected in the next hours.
       *[other] <b>Who is here, and soon</b>: open a booking to check people in.
    }
   *[out] { $count ->
        [0] Everything is in its place.
       *[other] <b>Handed out</b>: what is due is at the top.
    }
}
booking-month-column-1 = From
booking-month-column-2 = To
booking-month-column-3 = What
booking-month-column-4 = Organisation
booking-month-column-5 = Booked by
booking-month-column-6 = Purpose
booking-month-column-7 = People
booking-month-column-8 = Count
booking-month-column-9 = Came
booking-column-came = { $state ->
    [released] no
    [returned] returned
   *[other] { $claimed ->
        [yes] yes
       *[no] not noted
    }
}
booking-year-column-1 = Organisation
booking-year-column-2 = Bookings
booking-year-column-3 = Hours
booking-year-column-4 = Did not come
booking-year-column-5 = Things borrowed

# --- News

booking-news-asked = 🔔 A new request for a booking{ $series ->
    [yes] {" "}for several dates
   *[no] {""}
}
booking-news-confirmed = ✅ The booking is confirmed: <b>{ $what }</b>, { $series ->
    [yes] { $days }
   *[no] { $span }
}.{ $known ->
    [yes] {" "}Key: { $key }.
   *[no] {""}
}
booking-news-refused = ❌ It did not work out: <b>{ $what }</b>, { $span }. { $given ->
    [yes] The reason: { $reason }
   *[no] Another organisation got this time.
}

    You can wait: if the time becomes free, it is offered to you.
booking-news-offered = 🎁 It is free: <b>{ $what }</b>, { $span }. Do you take it? We wait until { GENITIVE($until) }, then the next are offered it.
booking-news-offer-lapsed = ⌛ We got no answer, and the time was offered to the next: <b>{ $what }</b>, { $span }.
booking-news-lapsed = 😔 Your request was not answered in time: <b>{ $what }</b>, { $span }. Sorry! Choose another time, or ask the organisers.
booking-news-eve = 🕘 { $thing ->
    [yes] Will you fetch it? <b>{ $what }</b>, { $span }
   *[no] Will you come? <b>{ $what }</b>, { $span }
}

    If your plans have changed, tap “We will not come”: the time goes to those who wait.
booking-news-renewal = 🔁 In a week you have <b>{ $what }</b>, { $span }, as every week. Do you still need it?

    Without an answer this date is released three days before.
booking-news-released = { $release ->
    [not_claimed] Released: <b>{ $what }</b>, { $span }. Nobody checked in in time, and the time was offered to others.
    [not_coming] Released: <b>{ $what }</b>, { $span }. Somebody of your organisation said that you will not come.
   *[other] Released: <b>{ $what }</b>, { $span }. The date was not kept three days before.
}
booking-news-called-off = ❌ The organisers cancelled: <b>{ $what }</b>, { $span }.{ $given ->
    [yes] {" "}The reason: { $reason }
   *[no] {""}
}

    Sorry for the trouble. Look for another time or room.
booking-news-accepted = The time that became free is taken: <b>{ $what }</b>, { $span } ({ $house }).
booking-news-given-up = Given up: <b>{ $what }</b>, { $span } ({ $house }).
booking-news-hall-lost = ❗ No longer booked: <b>{ $what }</b>, { $span }. The event “{ $title }” has no hall now: find another place, or move the event.
booking-news-overdue = ⏰ { $mine ->
    [yes] It is time to return <b>{ $what }</b>. It was due { $until }. Is it back already? Ask the person who took it to note that.
   *[no] Not returned in time: <b>{ $what }</b>, { $house }. It was due { $until }.
}

# --- The form of a request

room-book-day = <b>When?</b> Choose a day, or write for example: tomorrow at 15:00
room-book-duration = <b>For how long?</b> Choose, or write for example: 90 minutes
room-book-duration-expected = A duration is expected: tap a button, or write for example 2 hours.
room-book-duration-choice = { $minutes ->
    [60] 1 hour
    [90] 1.5 hours
    [120] 2 hours
    [180] 3 hours
    [240] 4 hours
   *[other] 8 hours
}
room-book-quantity = <b>How many?</b>
room-book-quantity-expected = Write the number in digits, for example: 2.
room-book-purpose = <b>What for?</b> A few words, for example: a meeting of parents
room-book-purpose-expected = Write in plain text what you need it for.
room-book-people = <b>How many people will come?</b>
room-book-people-expected = Write the number in digits, for example: 15.
room-book-until = <b>Every week until which day?</b> A week before each later date we ask whether you still need it.
room-book-no-until = Do not repeat
room-book-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
room-book-change-day = ✏️ Day and time
room-book-change-duration = ✏️ Duration
room-book-change-quantity = ✏️ How many
room-book-change-purpose = ✏️ What for
room-book-change-people = ✏️ People
room-book-change-until = 🔁 Repeat
room-book-preview =
    <b>Check it and send it.</b> The keeper decides.

    📌 <b>{ $what }</b>
    🕘 { $span }
    📝 { $purpose }
room-book-preview-people = 👥 { $people ->
    [one] { $people } person
   *[other] { $people } people
}
room-book-series = 🔁 { $count ->
    [one] { $count } date
   *[other] { $count } dates
}: { $days }
room-book-taken = { $all ->
    [yes] ⚠️ This time is taken. You can send the request, but it is confirmed only if the time becomes free.
   *[no] ⚠️ Already taken: { $days }. The other dates can be confirmed.
}
room-book-rivals = { $count ->
    [one] { $count } other request is for this time
   *[other] { $count } other requests are for this time
}.
room-book-over = ⚠️ With this booking it would be { $used } in the month, and an organisation has { $allowed }. The keeper sees this.
room-book-wrong = ⚠️ { $wrong }

    Correct it, and you can send the request.
room-book-send = Send the request
room-book-sent = ✅ The request was sent. The answer comes here.
room-book-discarded = All right, nothing was sent.

# --- The form of a room

room-edit-kind = <b>What is it?</b>
room-edit-kind-value = { $kind ->
    [room] A room
    [places] Places (coworking)
   *[thing] A thing to lend
}
room-edit-name = <b>What is it called?</b>
room-edit-name-expected = Write the name in plain text.
room-edit-capacity = <b>For how many people is it?</b>
room-edit-capacity-expected = Write the number in digits, for example: 40.
room-edit-count = <b>How many are there in all?</b>
room-edit-count-expected = Write the number in digits, for example: 3.
room-edit-hours = <b>When is it open?</b> Write for example: mon-fri 9-21; sat 10-18. Days that are not named are closed.
room-edit-hours-expected = Write the hours in plain text, for example: mon-fri 9-21; sat 10-18.
room-edit-equipment = <b>What is in it?</b> For example: a projector, 40 chairs, a kitchen
room-edit-equipment-expected = Write in plain text what is there.
room-edit-no-equipment = Leave out
room-edit-key = <b>Who has the key?</b> Those whose booking is confirmed see this.
room-edit-key-expected = Write in plain text who has the key.
room-edit-no-key = Leave out
room-edit-keeper = <b>Who decides on requests?</b> Write a part of the name. Otherwise all organisers get them.
room-edit-no-keeper = All organisers
room-edit-buffer = <b>How long does cleaning take after each booking?</b>
room-edit-buffer-expected = Tap a button, or write for example: 30 minutes.
room-edit-no-buffer = None
room-edit-longest = <b>How long may one booking be at most?</b>
room-edit-longest-expected = Tap a button, or write for example: 4 hours.
room-edit-ahead = <b>How many days ahead can it be booked?</b>
room-edit-ahead-expected = Write the number of days, for example: 90.
room-edit-claim = <b>After how long is a booking released if nobody came?</b>
room-edit-claim-expected = Tap a button, or write for example: 30 minutes.
room-edit-no-claim = Never
room-edit-buffer-choice = { $minutes } min
room-edit-claim-choice = { $minutes } min
room-edit-longest-choice = { $minutes ->
    [120] 2 hours
    [240] 4 hours
    [480] 8 hours
   *[other] A day
}
room-edit-none = { $name ->
    [buffer] none
    [claim] never
   *[other] as usual
}
room-edit-keeper-value = { $chosen ->
    [yes] one person
   *[no] all organisers
}
room-edit-change-kind = ✏️ What it is
room-edit-change-name = ✏️ Name
room-edit-change-capacity = ✏️ People
room-edit-change-count = ✏️ How many
room-edit-option-hours = Opening hours
room-edit-option-equipment = Equipment
room-edit-option-key = Key
room-edit-option-keeper = Who decides
room-edit-option-buffer = Cleaning
room-edit-option-longest = Longest
room-edit-option-ahead = Days ahead
room-edit-option-claim = Release
room-edit-to-preview = ‹ Back
room-edit-more = ⚙️ Hours and rules
room-edit-save = Save
room-edit-saved = ✅ Saved: <b>{ $name }</b>
room-edit-preview = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} <b>{ $name }</b>
    { $room ->
        [yes] 👥 People: { $number }
       *[no] 🔢 In all: { $number }
    }
    🕘 { $hours }
    ⏳ For { $longest } at most, no more than { $ahead } ahead

# --- Forms with a reason

room-touched = { $bookings ->
    [0] There are no bookings or requests then.
   *[other] ⚠️ Bookings and requests that are cancelled: { $bookings }, organisations: { $organisations }. All are told.
}
room-close-first = <b>Closed from which day on?</b>
room-close-last = <b>Up to and including which day?</b>
room-close-reason = <b>Why?</b> Everybody sees the reason.
room-close-reason-expected = Write the reason in plain text, or tap “No reason”.
room-close-skip-reason = No reason
room-close-edit-first = ✏️ First day
room-close-edit-last = ✏️ Last day
room-close-edit-reason = ✏️ Reason
room-close-preview = Close <b>{ $name }</b>: { $single ->
    [yes] { $first }
   *[no] from { $first } to { $last }
}?

    { room-touched }
room-close-yes = Yes, close
room-close-done = ✅ Closed.{ $bookings ->
    [0] {""}
   *[other] {" "}Cancelled bookings and requests: { $bookings }, all are told.
}
room-refuse-reason = <b>Why is it refused?</b> Who asked sees the reason.
room-refuse-reason-expected = Write the reason in plain text, or tap “No reason”.
room-refuse-skip-reason = No reason
room-refuse-preview = Refuse?{ $given ->
    [yes] {" "}The reason: { $reason }
   *[no] {""}
}
room-refuse-yes = Yes, refuse
room-refuse-done = Refused, and they are told.
room-call-off-reason = <b>Why is it cancelled?</b> Whose booking it is sees the reason.
room-call-off-reason-expected = Write the reason in plain text, or tap “No reason”.
room-call-off-skip-reason = No reason
room-call-off-preview = Cancel the booking?{ $given ->
    [yes] {" "}The reason: { $reason }
   *[no] {""}
}
room-call-off-yes = Yes, cancel
room-call-off-done = Cancelled, and they are told.
room-remove-reason = <b>Why is it removed?</b> Those who have a booking see the reason.
room-remove-reason-expected = Write the reason in plain text, or tap “No reason”.
room-remove-skip-reason = No reason
room-remove-preview = Remove <b>{ $name }</b> for good?{ $given ->
    [yes] {" "}The reason: { $reason }
   *[no] {""}
}

    { room-touched }
room-remove-yes = Yes, remove
room-remove-done = Removed.{ $bookings ->
    [0] {""}
   *[other] {" "}Cancelled bookings and requests: { $bookings }, all are told.
}

# --- Refusals

HoursUnreadable = These hours cannot be read. Write for example: mon-fri 9-21; sat 10-18.
ResourceGone = This is no longer on the list. Open /rooms and choose something else.
ResourceNameTaken = This name is taken. Choose another.
ResourceChanged = Somebody else changed it while you were editing. Open the card again.
NumberOutOfRange = The number must be from { $least } to { $most }.
LengthOutOfRange = It must be from { $least } to { $most }.
DaysOutOfOrder = The last day must not be before the first or past, and the period not longer than a year.
RoomWasUsed = People have come here by a booking, so it cannot become a thing. Add the thing separately.
CountTooLow = More is confirmed ahead. Cancel some bookings first.
BookingGone = You have no such booking. See “My bookings”: /rooms
BookingSettled = This can no longer be done: the booking has changed. Open it again.
BookingsForSpeakers = Leaders and delegates of organisations can book. Ask your leader.
OnlyForKeepers = The organisers and the keeper of this room decide on this. Turn to them.
BookingTooShort = Too short. Book for at least { $minutes } minutes.
BookingTooLong = Too long. One booking takes { $longest } at most.
BookingTooFar = Too far ahead: at most { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
BookingOverMidnight = A booking does not go past midnight. End it on the same day.
ResourceShutThen = It is closed at this time. Hours on this day: { $hours }. Choose another time.
ResourceShutOn = It is closed on this day, choose another.{ $given ->
    [yes] {" "}The reason: { $reason }
   *[no] {""}
}
QuantityTooLarge = There are not so many: { $most } in all. Take fewer.
PeopleTooMany = It is for { $most ->
    [one] { $most } person
   *[other] { $most } people
}. Look for a larger room.
SlotTaken = This time is taken already. Look for another.
MonthUsedUp = An organisation has { $allowed } hours a month, and this would make { $used }. Cancel something, or choose another month.
EventBeyondBooking = The booking is for another time: { $starts_at } to { $ends_at }. Choose a time within it, or create an event by itself, with a “Room of the House”.
TooEarlyToCheckIn = It is too early: it begins { $starts_at }. You can check in { $minutes } minutes before.
NothingBookedNow = You have no booking here at this time. Look at “My bookings” in /rooms.
StillHandedOut = Not all of them were returned yet. Note the return first.
HouseScreenClosed = This address no longer works. Organisers issue a new one: “Keeping the House”, “Screen of the House”.

due-bookings = do what is next for booking No. { $number }
due-room_offers = offer time that became free to those who wait (No. { $number })
data-chapter-kept-rooms = Rooms and things that you keep
data-chapter-bookings = Your bookings in the House
data-chapter-unwanted-room-news = News of the House that you turned off
data-field-purpose = Purpose
inventory-why-rooms = to book rooms, places and things
