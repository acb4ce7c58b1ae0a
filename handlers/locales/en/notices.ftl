# What the bot writes of its own accord: news of events, reminders, reports of mailings.

notice-event-announced = You are invited!
notice-event-moved =
    { $what ->
        [place] 📍 <b>The event has a new place.</b> It was: <s>{ $place }</s>.
        [both] ⏰ <b>The event has a new time and a new place.</b> It was: <s>{ $old }, { $place }</s>.
       *[time] ⏰ <b>The event has been moved.</b> It was: <s>{ $old }</s>.
    }

    { $head }

    { $answer ->
        [again] You answered for another day. Can you make it now? Please answer once more. Until then your old answer remains valid.
        [seated] You were going. If you can no longer make it, tap “Not going”.
        [offered] We are holding a seat for you. Will you take it?
        [waiting] You are on the waitlist. If you can no longer make it, tap “Not going”.
       *[maybe] You answered “Maybe”. Perhaps it suits you better now?
    }
notice-event-cancelled = { $given ->
    [yes]
        ❌ Cancelled: <b>{ $title }</b>

        { notice-cancelled-dates }
        Reason: { $reason }
   *[no]
        ❌ Cancelled: <b>{ $title }</b>

        { notice-cancelled-dates }
}
notice-cancelled-dates = { $series ->
    [yes] It will not take place on { $dates }.
   *[no] It was planned for { $starts }.
}
notice-event-reminder =
    🔔 { $days ->
        [0] Today, { $left } to go:
        [1] Tomorrow:
        [one] In { $days } day:
       *[other] In { $days } days:
    }

    { $head }

    { $answer ->
        [asked] <b>Are you still coming?</b> Please tell us. If you cannot, no harm done: say so, and the seat will not be wasted.
        [maybe] Your answer is “Maybe”. Will you make it?
       *[seated] You are going. If your plans have changed, tap another button.
    }

notice-seat-promoted =
    🎉 <b>A seat is free: you are in!</b>

    { $head }

    If your plans have changed, tap “Not going”: the seat goes to the next in line.
notice-seat-offered =
    🎟 <b>A seat is free. Will you take it?</b>

    { $head }

    It is held for you until { $until }. Then we offer it to the next in line.
notice-seat-called =
    🎟 <b>A seat is free!</b> The event begins soon, so we are calling everybody who waits: the first to tap “Take the seat” has it.

    { $head }
notice-seat-lost =
    😔 <b>There are fewer seats now, and yours is gone.</b> You are back on the waitlist, number { $number }. We will tell you when a seat is free.

    { $head }
notice-offer-lapsed =
    ⌛ <b>We had no answer from you, so the seat was offered to the next in line.</b> If you would still like to come, open the event and tap “Going”: you will join the end of the line.

    { $head }
notice-helper-named =
    🤝 <b>You are helping at the door.</b> Point your phone’s camera at a pass: the bot says who it is and notes that they came. You can also check people in by name.

    { $head }

mailing-progress =
    { $occasion ->
        [published] Sending invitations: <b>{ $title }</b>
        [moved] Telling people about the move: <b>{ $title }</b>
        [message] Sending your message: <b>{ $title }</b>
        [ballots] Sending the ballots: <b>{ $title }</b>
        [outcome] Telling people the outcome: <b>{ $title }</b>
        [announcement] Sending the announcement: <b>{ $title }</b>
        [correction] Correcting the announcement: <b>{ $title }</b>
        [recall] Recalling the announcement: <b>{ $title }</b>
        [copy] Sending the announcement on: <b>{ $title }</b>
       *[cancelled] Telling people about the cancellation: <b>{ $title }</b>
    }

    { $bar } { $settled } of { $total }, delivered { $sent }
mailing-report =
    { $occasion ->
        [published] ✅ The invitations are sent: <b>{ $title }</b>
        [moved] ✅ People know about the move: <b>{ $title }</b>
        [message] ✅ Your message is sent: <b>{ $title }</b>
        [ballots] ✅ The ballots are sent: <b>{ $title }</b>
        [outcome] ✅ People know the outcome: <b>{ $title }</b>
        [announcement] ✅ The announcement is sent: <b>{ $title }</b>
        [correction] ✅ The announcement is corrected: <b>{ $title }</b>
        [recall] ✅ The announcement is recalled: <b>{ $title }</b>
        [copy] ✅ The announcement is sent on: <b>{ $title }</b>
       *[cancelled] ✅ People know about the cancellation: <b>{ $title }</b>
    }

    Delivered: <b>{ $sent }</b> of { $total }
mailing-unreachable = Blocked the bot or deleted their account: <b>{ $count }</b>
mailing-failed = Could not be sent: <b>{ $count }</b>
mailing-dropped = Did not need sending: <b>{ $count }</b>
mailing-doubtful = May have come twice: <b>{ $count }</b>
mailing-not-joined = Not connected to the bot yet: <b>{ $count }</b>
