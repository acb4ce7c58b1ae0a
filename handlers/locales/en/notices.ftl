# What the bot writes of its own accord: news of events, reminders, reports of mailings.

notice-event-announced =
    You are invited!

    { $card }
notice-event-moved =
    ⏰ <b>The event has been moved.</b> Was: <s>{ $old }</s>.

    { $head }

    { $answer ->
        [going] You were going. If the new time does not suit you, tap “Not going”.
        [maybe] Your answer was “Maybe”. Perhaps this suits you better?
       *[declined] Your answer was “Not going”. Perhaps the new time suits you?
    }
notice-event-cancelled = { $given ->
    [yes]
        ❌ Cancelled: <b>{ $title }</b>

        It was planned for { $starts }.
        Reason: { $reason }
   *[no]
        ❌ Cancelled: <b>{ $title }</b>

        It was planned for { $starts }.
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
        [maybe] Your answer is “Maybe”. Will you make it?
       *[going] You are going. If your plans have changed, tap another button.
    }

mailing-progress =
    { $occasion ->
        [published] Sending invitations: <b>{ $title }</b>
        [moved] Telling people about the move: <b>{ $title }</b>
       *[cancelled] Telling people about the cancellation: <b>{ $title }</b>
    }

    { $bar } { $settled } of { $total }, delivered { $sent }
mailing-report =
    { $occasion ->
        [published] ✅ The invitations are sent: <b>{ $title }</b>
        [moved] ✅ People know about the move: <b>{ $title }</b>
       *[cancelled] ✅ People know about the cancellation: <b>{ $title }</b>
    }

    Delivered: <b>{ $sent }</b> of { $total }
mailing-unreachable = Bot blocked or account deleted: <b>{ $count }</b>
mailing-failed = Could not be sent: <b>{ $count }</b>
mailing-dropped = No longer needed sending: <b>{ $count }</b>
mailing-doubtful = May have come twice: <b>{ $count }</b>
mailing-not-joined = Have not joined the bot yet: <b>{ $count }</b>
