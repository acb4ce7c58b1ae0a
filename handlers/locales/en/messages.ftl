# To whom of an event to write; a message as it was sent before 0.1.0.

message-to-whom =
    <b>{ $title }</b>

    Whom shall we write to?
message-to-nobody =
    <b>{ $title }</b>

    There is nobody to write to yet: the event has not been shown to anybody.
message-letter =
    ✉️ <b>{ $title }</b>

    { $text }
inline-nothing = Nothing was found. Try other words, or open the bot.
button-open-bot = Open the bot
