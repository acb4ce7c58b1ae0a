# What was announced: the list for everybody, boards and reports for organisers, templates.

announcements = { $count ->
    [0]
        📣 <b>Announcements</b>

        Nothing has been sent to you yet.
   *[other]
        📣 <b>Announcements</b>

        Here is everything you received. Open one to read it again.
}
button-news-find = 🔍 Find
button-boards = For organisers
news-ask = Which words shall we look for?
news-found = { $count ->
    [0] Nothing was found. Try other words.
   *[other] { $more ->
        [0] This is what was found:
       *[other] Not all are shown, there are { $more } more. Use more words.
    }
}

boards = { $waiting ->
    [yes] { $count ->
        [0] 🕓 <b>Scheduled announcements</b>

            Nothing is scheduled.
       *[other] 🕓 <b>Scheduled announcements</b>

            Open one to change or cancel it.
    }
   *[no] { $count ->
        [0] 📣 <b>Announcements of the alliance</b>

            Nothing has been sent yet.
       *[other] 📣 <b>Announcements of the alliance</b>

            The number beside each title says how many people received it.
    }
}
button-announce-new = New announcement
button-boards-other = { $waiting ->
    [yes] Sent
   *[no] 🕓 Scheduled · { $count }
}
button-templates = 💾 Templates
button-announcement-listed = { $state ->
    [sent] { $day } · { $title } · { $sent } of { $total }
    [recalled] ↩️ { $day } · { $title }
    [cancelled] ❌ { $day } · { $title }
    [unconfirmed] ⏳ { $day } · { $title }
   *[scheduled] 🕓 { $day } · { $title }
}
announcement-board =
    📣 <b>{ $title }</b>

    { $state ->
        [sent] Sent: { $at }
        [recalled] ↩️ Recalled. It was sent: { $at }
        [cancelled] ❌ Cancelled, nobody received it
        [unconfirmed] ⏳ Another organiser has to confirm it
       *[scheduled] 🕓 Goes out: { $at }
    }
report-mailing = { $occasion ->
    [correction] ✏️ Corrected for <b>{ $sent } of { $total }</b>
    [recall] ↩️ Recalled from <b>{ $sent } of { $total }</b>
    [copy] ➕ Sent on: <b>{ $sent } of { $total }</b>
   *[announcement] ✅ Delivered: <b>{ $sent } of { $total }</b>
}
report-undelivered = { $reason ->
    [blocked] 🚫 Blocked the bot: <b>{ $count }</b>
    [deleted] 🚫 Account deleted: <b>{ $count }</b>
    [unknown_chat] 🚫 Not connected to the bot: <b>{ $count }</b>
    [known] 🚫 Out of reach before: <b>{ $count }</b>
    [no_rights] ⚠️ The bot may not write there: <b>{ $count }</b>
    [no_answer] ⚠️ Telegram did not answer: <b>{ $count }</b>
    [not_wanted] ➖ No longer needed: <b>{ $count }</b>
   *[other] ⚠️ Another error: <b>{ $count }</b>
}
report-twice = ⚠️ May have come twice: <b>{ $count }</b>. The second message can be corrected and recalled: Telegram did not answer about the first, and nobody knows its number.
report-silent = 🏢 Organisations that got nothing: <b>{ $count }</b>
report-versions = 🕘 Versions: <b>{ $count }</b>
report-houses = { $count ->
    [0] None of the recipients belongs to an organisation.
   *[other] { $more ->
        [0] <b>Delivered, by organisation</b>
       *[other] <b>Delivered, by organisation</b> ({ $more } more are in the spreadsheet)
    }
}
report-house = { $delivered ->
    [0] 🔇 { $name }: { $delivered } of { $people }
   *[other] • { $name }: { $delivered } of { $people }
}
report-version =
    <b>{ $number }.</b> { $at }
    <blockquote>{ $words }</blockquote>
button-announcement-act = { $act ->
    [show] 👁 Show
    [houses] 🏢 By organisation
    [versions] 🕘 Versions
    [sheet] 📄 As a spreadsheet
    [correct] ✏️ Correct
    [recall] ↩️ Recall
    [recalled] Yes, recall
    [copy] ➕ Send to those who joined later
    [copied] Yes, send
    [change] ✏️ Change
   *[again] 🔁 Start from this one
}
recall-question = { $older ->
    [0] Recall the announcement? We will delete it for everybody who has it: { $standing }.
   *[other] Recall the announcement? It was delivered to { $standing }. We will delete it for { $deletable }; for the other { $older } more than two days have passed and Telegram does not let us: { $stays ->
        [0] there we replace the words and files with a note.
       *[other] there we replace the words and files with a note. A voice message, a place, a contact and the music of an album cannot even be replaced: they stay.
    }
}
recalling = ↩️ Recalling. You will see the progress here.
copy-question = Send the announcement to those who joined later and have not got it yet? It would go to:
copy-nobody = Everybody it is meant for has it already.
copying = ➕ Sending. You will see the progress here.

report-file = Announcement { $day }
report-chat = group or channel
report-doubtful = perhaps twice
report-column-name = Name
report-column-organisation = Organisation
report-column-outcome = Outcome
report-column-reason = Reason
report-column-at = When
report-column-doubtful = Note
report-column-people = People
report-column-delivered = Delivered
report-outcome = { $outcome ->
    [sent] delivered
    [unreachable] out of reach
    [failed] failed
    [dropped] not needed
   *[waiting] waits
}
report-reason = { $reason ->
    [blocked] blocked the bot
    [deleted] account deleted
    [unknown_chat] not connected
    [known] out of reach before
    [no_rights] the bot may not write there
    [no_answer] Telegram did not answer
    [not_wanted] no longer needed
   *[other] another error
}

templates = { $count ->
    [0]
        💾 <b>Templates</b>

        There are none yet. Prepare an announcement and tap “As a template”.
   *[other]
        💾 <b>Templates</b>

        Choose what to begin with.
}
template =
    💾 <b>{ $name }</b>
    <blockquote>{ $words }</blockquote>
template-ask =
    What shall the template be called?

    You can leave { $name } and { $organisation } in the text: everybody gets the announcement with their own name and organisation.
template-saved = 💾 The template “{ $name }” is saved.
template-dropped = The template is deleted.
button-template-act = { $act ->
    [use] Use it
    [show] 👁 Show
   *[drop] Delete
}
