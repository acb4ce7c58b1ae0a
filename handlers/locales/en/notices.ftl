# What the bot writes of its own accord: news of events, reminders, reports of mailings.

notice-event-announced =
    You are invited!

    { $card }
notice-event-moved =
    ⏰ <b>The event has moved.</b> It was: <s>{ $old }</s>.

    { $head }

    { $answer ->
        [going] You were going. If the new time does not suit you, press “Not going”.
        [maybe] You were not sure. Perhaps this suits you better?
       *[declined] You could not come. Perhaps the new time suits you?
    }
notice-event-cancelled = { $given ->
    [yes]
        ❌ Cancelled: <b>{ $title }</b>

        It was planned for { $starts }. { $reason }
   *[no]
        ❌ Cancelled: <b>{ $title }</b>

        It was planned for { $starts }.
}
notice-event-reminder =
    🔔 { $days ->
        [0] Today, in { $left }:
        [1] Tomorrow:
        [one] In { $days } day:
       *[other] In { $days } days:
    }

    { $head }

    { $answer ->
        [maybe] You answered “Maybe”. Have you decided?
       *[going] You are going. If your plans have changed, let us know.
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
mailing-unreachable = Blocked the bot or gone: <b>{ $count }</b>
mailing-failed = Could not be sent: <b>{ $count }</b>
mailing-dropped = No longer needed: <b>{ $count }</b>
mailing-doubtful = Perhaps came twice: <b>{ $count }</b>
mailing-not-joined = Have not joined the bot yet: <b>{ $count }</b>
