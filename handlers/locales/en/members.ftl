# People: joining, consent, language, one's own page.

stranger-welcome =
    Hello! This is the bot of <b>{ $alliance }</b>.

    It invites members to events, takes their answers and reminds them in time.

    Is your organisation with us already? Open your invitation link: you can get it from its leader or from the alliance’s organisers.

    Not yet? Apply, and the council will consider it.{ $known ->
        [yes] {""}

    Any questions? Write or call: { $contact }
       *[no] {""}
    }
consent =
    Hello, { $name }!

    To invite you to events and votes, we need your consent to the processing of your personal data.

    <b>Who keeps it:</b> { $alliance }
    <b>What:</b> name, organisation, position, roles, phone, e-mail, Telegram account, your answers and votes, the names of your guests, check-ins and settings
    <b>Why:</b> to send invitations, reminders and announcements, to count answers, to hold votes and keep minutes, and to meet you at the door
    <b>Who sees it:</b> the organisers and administrators of the alliance, the chair and the secretary of the council; who took part in a vote, and how they voted by name: everybody who may read the minutes; messages are delivered by Telegram
    <b>How long:</b> until you erase your data; longer in backups; the records of votes and the minutes stay, the law requires it

    You can withdraw your consent any day: in /me you can download and erase your data. Without your consent the bot will not send invitations.{ $policy ->
        [yes] {""}

    The full text of the consent: { $url }
       *[no] {""}
    }
bot-description =
    The bot of { $alliance }: events and answers to invitations, votes, announcements.

    Press “Start” to open an invitation or to apply.
bot-short-description = Events, votes and announcements of { $alliance }.
consent-changed =
    The text of the consent to the processing of personal data has changed. Please read it, and tap the button below if you agree.

    { $late ->
        [yes] Until you answer, the bot sends you only what a voter needs: your right to vote does not depend on the consent.
       *[no] We wait for your answer until { $until }. After that, until you answer, the bot will send you only what a voter needs: your right to vote does not depend on the consent.
    }
consent-renewed = Thank you, your consent is recorded. Everything goes on as before.
choose-language = Which language suits you?
member-welcome =
    { $represents ->
        [yes] Welcome, { $name }! Your organisation is { $organisation }.
       *[no] Welcome, { $name }!
    }

    When there is a new event, we will write. Until then, here is what you can do:
help = Here is what the bot can do:
help-people =
    /me – your data, language and time zone
    /help – this help
help-contact = Any questions? Write or call: { $contact }
help-for-organisers = For organisers:
help-for-presiding = For the chair and the secretary:
help-for-desks = In a group:
not-understood = The bot does not understand this. Have a look at the events (/events) or the help (/help).
name-hidden = You write in the name of the group, and the bot cannot see who you are. Turn off anonymity in your rights as an administrator and send the command again.

profile =
    <b>{ $name }</b>{ $represents ->
        [yes] {""}
    { $organisation }
       *[no] {""}
    }{ $placed ->
        [yes] {""}
    Position: { $position }
       *[no] {""}
    }
    In the alliance: { $roles }

    Language: { $language }
    Time zone: { $zone }
    Quiet hours: { $quiet }
    Reminders: { $leads }
choose-zone = Which city has your time? We use it for your quiet hours.
choose-leads =
    How long before the start shall we remind you? You may choose several.

    The question “Are you still coming?” comes even without reminders: others may be waiting for the seat.
leads-usual = as the organisers of each event set them
leads-own = { $leads } before
leads-none = none
choose-quiet =
    <b>Quiet hours</b>: { $quiet }

    During them, by your city’s time, the bot does not write on its own: reminders and announcements wait until they are over. It always answers what you do.

    The alliance’s usual hours: { $usual }. Or choose your own: from when and until when.
choose-quiet-start = <b>From when</b> should the bot stay quiet?
choose-quiet-end = <b>Until when</b> should the bot stay quiet?
quiet-usual = the alliance’s usual hours
quiet-none = none, write at any time
quiet-span = { $start }–{ $end }
quiet-from = { $chosen ->
    [yes] ✓ from { $hour }
   *[no] from { $hour }
}
quiet-until = { $chosen ->
    [yes] ✓ until { $hour }
   *[no] until { $hour }
}
own-data = All that the bot keeps about you. Open the file: it reads like any web page.
own-data-json = The same for programs, with the technical records.
erase-question =
    <b>Erase your data?</b>

    <b>We will erase:</b> your name, contacts, position, roles, the link to your account, your answers to events, the names of your guests, check-ins, applications, drafts and settings.

    <b>This stays, and why:</b>
    • the records of votes in which you took part, and the minutes, with your name: the law requires it (Russian Civil Code, article 181.2), it must be possible to check the decisions;
    • the lines of the log about what you did, without your name: what was done can be seen, not by whom;{ $organiser ->
        [yes] {""}
    • the announcements that you sent for the alliance, without your name. The bot replaces your full name in the text by a dash; if your telephone number is there, correct it first;
       *[no] {""}
    }
    • backups, until their time is over; when one is restored, your data do not come back into the bot.

    No invitations or reminders will come any more. This cannot be undone: to come back, you will need a new invitation.
erased = Done, your data is erased. Thank you for having been with us! If you want to come back, ask the organisers for a new invitation.

language-ru = Русский
language-en = English
role-member = member
role-delegate = delegate
role-substitute = substitute of the delegate
role-leader = leader of an organisation
role-council = council member
role-chair = chair of the council
role-secretary = secretary of the council
role-organiser = organiser
role-administrator = administrator

button-consent = I give my consent
button-me-language = Language
button-me-zone = Time zone
button-me-leads = Reminders
button-lead = { $chosen ->
    [yes] ✓ { $lead } before
   *[no] { $lead } before
}
button-leads-usual = { $chosen ->
    [yes] ✓ As the event has it
   *[no] As the event has it
}
button-leads-none = { $chosen ->
    [yes] ✓ No reminders
   *[no] No reminders
}
button-me-kinds = Announcements
button-me-quiet = Quiet hours
button-quiet-usual = { $chosen ->
    [yes] ✓ The alliance’s usual hours
   *[no] The alliance’s usual hours
}
button-quiet-span = { $chosen ->
    [yes] ✓ { $hours }
   *[no] { $hours }
}
button-quiet-start = { $chosen ->
    [yes] ✓ From { $hour }
   *[no] From when…
}
button-quiet-end = { $chosen ->
    [yes] ✓ Until { $hour }
   *[no] Until when…
}
button-quiet-none = { $chosen ->
    [yes] ✓ Write at any time
   *[no] Write at any time
}
button-me-data = Download my data
button-me-erase = Erase my data
button-erase = Yes, erase for good

command-start = Start again
command-me = My data and settings
command-help = What the bot can do

rebinding-noted =
    🔐 <b>{ $name }</b>{ $represents ->
        [yes] {" "}({ $organisation })
       *[no] {""}
    } is here with another Telegram account: { $moment }.

    A personal invitation was used, and the former account is disconnected. In votes that were open at that time this person cannot vote until the new account is confirmed.{ $decides ->
        [yes] {""}

    Call them and ask. If it is somebody else, reject: the account is disconnected at once.
       *[no] {""}

    The chair or the secretary decides. If you know that it is somebody else, tell them.
    }
button-rebinding-confirm = Confirm
button-rebinding-reject = Reject
rebinding-decided = { $confirmed ->
    [yes] ✅ The account is confirmed: <b>{ $name }</b>. They can vote now.
   *[no] ❌ The account is disconnected: <b>{ $name }</b>. They need a new invitation to come back.
}
rebinding-confirmed = ✅ Your new account has been confirmed. You can vote everywhere again: /polls
roles-given = { $count ->
        [one] 🤝 You have been given a role: <b>{ $roles }</b>.
       *[other] 🤝 You have been given roles: <b>{ $roles }</b>.
    }
roles-taken = { $count ->
        [one] You no longer have this role: <b>{ $roles }</b>. Thank you for your work!
       *[other] You no longer have these roles: <b>{ $roles }</b>. Thank you for your work!
    }
roles-help = What you can do now: /help

help-tour = /tour – how to begin: three steps

# --- Three steps for new organisers

button-tour = How to begin: three steps
button-tour-skip = Skip
button-tour-done = Done
tour-step = 👣 <b>Step { $number } of { $count }</b>
tour-event =
    <b>Create an event in one line</b>

    Write to the bot, for example:
    <code>/event Clean-up tomorrow 10:00, Shady Square, 20 seats</code>

    The bot shows what people will see. Change what you like and tap “Publish”: the invitation reaches everybody at once. For half a minute you can undo it.
tour-answers =
    <b>See who is coming</b>

    Open /manage and choose the event: who is going, who is not sure, who has not answered yet. You can take the list as a file. The bot sends reminders by itself.
tour-announcement =
    <b>Write to everybody</b>

    Send the bot a text, a photo or a document, or forward one. The bot asks who should get it and shows what it will look like. After sending you have half a minute to change your mind, and a mistake can be corrected later as well.
tour-over = That is all. You can open these three steps again at any time: /tour. Everything else is in /help.
