# A straw poll in a group: what people think. Nothing is decided by it.

straw-closed = 📊 <b>The poll is over:</b> { $question }
    { $voters ->
        [0] Nobody answered.
        [one] <b>{ $voters }</b> person answered.
       *[other] <b>{ $voters }</b> people answered.
    }
straw-option = { $bar } { $option }: <b>{ $count }</b>
straw-remark = The poll decides nothing: it shows what people think.

# For the author, when the bot stopped or the connection broke while the poll was being sent.
straw-interrupted = 📊 <b>The poll's sending was interrupted:</b> { $question }

    We do not know whether it appeared in the group. If it did, please delete it: we cannot count its answers. It closes by itself at its time.

    You can ask the group again.
button-straw-again = Ask again
straw-asked-again = 📊 The poll is in the group again: { $question }

# For administrators, after “The bot could not”: what it did not do at its time.

due-straw_poll = close poll No. { $number }

help-straw-polls = <code>/straw Question | Option | Another option</code> – a poll that decides nothing. Everybody sees who chose what; with an exclamation mark (<code>/straw! …</code>) nobody does. It closes in a day, or when you say: <code>… | 2 hours</code>
