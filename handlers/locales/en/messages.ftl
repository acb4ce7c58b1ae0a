# An organiser's message to those who go, wait, are silent or came.

message-to-whom =
    <b>{ $title }</b>

    Whom shall we write to?
message-to-nobody =
    <b>{ $title }</b>

    There is nobody to write to yet: the event has not been shown to anybody.
message-question =
    ✍️ To: { $group } · { $people ->
        [one] { $people } person
       *[other] { $people } people
    }{ $unreachable ->
        [0] {""}
       *[other] {", "}out of reach: { $unreachable }
    }{ $not_joined ->
        [0] {""}
       *[other] {", "}not in the bot yet: { $not_joined }
    }.

    Send the text as one message: bold, italics and links are kept. First we show you how it will look.
message-letter =
    ✉️ <b>{ $title }</b>

    { $text }
message-send = { $people ->
    [one] Send to { $people } person
   *[other] Send to { $people } people
}
message-drop = Cancel
message-sending = Sending!
message-dropped = All right, nothing was sent to anybody.
message-text-only = For now only text can be sent: no photos, files or voice messages. Please put it into words.
