# How an organiser prepares an announcement: the draft, to whom, when, the preview, sending.

button-announce = Announcement
announce-ask =
    📣 <b>A new announcement</b>

    Send or forward here what you want to send out: a text, a photo, a video, a document, an album, a voice message, a place on the map or a contact. Bold type, links and emoji stay as they are.

    Then you choose who gets it and when, and see it as people will.
announce-ask-for =
    ✍️ <b>To: { $to }</b>
    { $coverage }

    Send or forward here what you would like to tell them: text, photos, a document, an album, a voice message. Below it there will be a button “{ $opening }”. First you see it as people will.
announce-ask-instead = You have a draft that was not sent. A new message will take its place.
button-announce-draft = To the draft
announce-ask-text = { $known ->
    [yes] { $correction ->
        [yes] Send the corrected message in full: the text, the caption or the file. People who already have the announcement will see the new one in its place.
       *[no] Send another message: it replaces this one.
    }
   *[no] { $language ->
        [en] Send the same in English. Those who read the bot in English will get it.
       *[ru] Send the same in Russian. Those who read the bot in Russian will get it.
    }
}
announce-cannot = This cannot be sent out. Send a text, a photo, a video, a document, audio, a voice message, a place or a contact.
announce-offer = Send this out?
announce-accepted = Preparing the announcement.
announce-declined = All right, it is not sent to anybody.
announce-dropped = The draft is deleted.
announce-drop-question = Delete the draft? It cannot be brought back.

announce-panel-new = 📣 <b>Draft of an announcement</b>
announce-panel-correction = ✏️ <b>Correction of an announcement</b>
announce-said =
    { $language } · { $what }{ $links ->
        [0] {""}
       *[other] {" "}· buttons: { $links }
    }{ $given ->
        [yes] {""}
    <blockquote>{ $words }</blockquote>
       *[no] {""}
    }
announce-kind-of-piece = { $kind ->
    [text] text
    [photo] { $count ->
        [1] photo
       *[other] album, files: { $count }
    }
    [video] { $count ->
        [1] video
       *[other] videos: { $count }
    }
    [document] { $count ->
        [1] document
       *[other] documents: { $count }
    }
    [audio] { $count ->
        [1] audio
       *[other] audio: { $count }
    }
    [animation] animation
    [voice] voice message
    [location] place on the map
    [venue] place on the map
   *[contact] contact
}
announce-to = 👥 <b>To:</b> { $to }
announce-kind = 🏷 <b>Topic:</b> { $kind }
announce-at-once = 🕓 <b>When:</b> at once
announce-at = 🕓 <b>When:</b> { $at }
announce-repeated = 🕓 <b>When:</b> { $at }, { $rhythm }
announce-rhythm = { $rhythm ->
    [weekly] every week
    [biweekly] every two weeks
   *[monthly] every month
}, { $count ->
    [one] { $count } time
   *[other] { $count } times
} in all
announce-sound = { $quietly ->
    [yes] 🔕 Without a sound
   *[no] 🔔 With a sound
}
announce-places = 📌 <b>Also:</b> { $where ->
    [both] to the group and the channel
    [group] to the group
   *[channel] to the channel
}{ $pinned ->
    [yes] , pinned
   *[no] {""}
}
announce-event-button = 🔘 Button of the event: { $title }
announce-poll-button = 🗳 Button of the vote: { $question }
announce-either = { $circles }
announce-among = {" "} and also: { $circles }
announce-without = {" "} except: { $circles }
circle-standing = { $circle ->
    [council] the council
    [delegates] delegates and leaders
    [leaders] leaders of organisations
   *[everybody] everybody
}
circle-event = { $group ->
    [going] going
    [waiting] waiting for a seat
    [maybe] may come
    [declined] not going
    [silent] have not answered
   *[came] came
} · { $title }
circle-yet-to-vote = have not voted yet · { $question }
circle-mixed = by several conditions
announce-hindrance = ⚠️ { $words }
announce-coverage = <b>{ $people ->
    [one] { $people } person
   *[other] { $people } people
}</b>{ $organisations ->
    [0] {""}
    [one] {" "}of { $organisations } organisation
   *[other] {" "}of { $organisations } organisations
}{ $unreachable ->
    [0] {""}
   *[other] ; { $unreachable } out of reach
}{ $later ->
    [0] {""}
   *[other] ; { $later } will get it later, { $alike ->
        [yes] after { $first }
       *[no] between { $first } and { $last }
    } of their own time
}{ $opted_out ->
    [0] {""}
   *[other] ; { $opted_out } unsubscribed from this topic
}{ $not_joined ->
    [0] {""}
   *[other] ; { $not_joined } not connected yet
}.

button-announce-look = { $correction ->
    [yes] 👁 Look and correct
   *[no] 👁 Look and send
}
button-announce-drop = Delete the draft
button-announce-drop-yes = Yes, delete
button-announce-to = 👥 To whom
button-announce-more = ⚙️ More settings
button-announce-kind = 🏷 Topic
button-announce-when = 🕓 When
button-announce-sound = { $quietly ->
    [yes] 🔔 With a sound
   *[no] 🔕 Without a sound
}
button-announce-links = 🔗 Link buttons
button-announce-event = 🔘 Event
button-announce-poll = 🗳 Vote
button-announce-where = 📌 Group and channel
button-announce-template = 💾 As a template
button-announce-text = { $known ->
    [yes] { $language ->
        [en] ✏️ English
       *[ru] ✏️ Русский
    }
   *[no] { $language ->
        [en] ＋ English
       *[ru] ＋ Русский
    }
}
button-announce-leave-out = Leave this language out
button-announce-offer = Yes, send it out
button-announce-no-offer = No
button-marked = ✓ { $words }

announce-choose-kind =
    <b>What is it about?</b>

    Important ones come to everybody they are addressed to. People can unsubscribe from the rest.
announce-choose-places =
    <b>Where else?</b>

    Besides private messages, the announcement can be posted in the alliance’s group and channel.
button-announce-place = { $place ->
    [to_group] In the group
    [to_channel] In the channel
   *[pinned] Pin it there
}
announce-choose-moment =
    { $when }

    Choose a moment or write your own, for example: 5 December 18:30, tomorrow 9:00. This is the alliance’s time; during quiet hours the announcement waits.
button-announce-now = At once
button-announce-tomorrow = Tomorrow { $hour }
button-announce-repeat = Repeat…
announce-choose-rhythm =
    { $when }

    How often should it be sent?
button-announce-rhythm = { $rhythm ->
    [once] Once
    [weekly] Weekly ×{ $count }
   *[monthly] Monthly ×{ $count }
}
announce-links-language = Under which text should the buttons be?
announce-ask-links = { $given ->
    [yes]
        Under the announcement now:
        { $links }

        Send the new buttons, each on its own line: first the words, then the address. For example:
        <code>Rules of the contest — https://example.org/rules</code>
   *[no]
        Send the buttons, each on its own line: first the words, then the address. For example:
        <code>Rules of the contest — https://example.org/rules</code>
}
button-announce-no-links = Remove the buttons
announce-choose-event = { $count ->
    [0] There are no events ahead for a button to open.
   *[other] Which event shall the button under the announcement open?
}
button-announce-no-event = No event button
announce-choose-poll = { $count ->
    [0] There are no open votes now.
   *[other] Which vote shall the button lead to? The ballot opens only for people who are entitled to vote.
}
button-announce-no-poll = No vote button

announce-audience =
    <b>To whom</b>

    { $to }

    { $below }
button-circle-out = ✕ { $words }
button-bond = { $bond ->
    [first] Choose to whom…
    [or] ＋ To whom else…
    [and] And also…
   *[not] Except…
}
announce-bond = { $bond ->
    [or] <b>To whom?</b> Everybody who is in at least one of the chosen groups gets it.
    [and] <b>And also…</b> Only people who are also in this group get it.
   *[not] <b>Except…</b> These people do not get the announcement.
}
button-circle-sort = { $sort ->
    [place] Municipality…
    [house] Organisation…
    [person] Person…
    [role] Role…
    [poll] Have not voted…
   *[event] Event…
}
announce-circles = { $sort ->
    [place] From which municipality?
    [role] With which role?
    [event] { $count ->
        [0] There are no such events.
       *[other] Which event?
    }
    [poll] { $count ->
        [0] There are no open votes now.
       *[other] Those who have not voted in which vote?
    }
   *[group] Which of them?
}
announce-ask-house = Write the name of the organisation, or a part of it.
announce-houses = { $count ->
    [0] No such organisation was found. Write it differently.
   *[other] { $more ->
        [0] Choose the organisation:
       *[other] Choose the organisation. There are { $more } more: write more of the name.
    }
}
announce-ask-person = Write the person's name or organisation, or a part of it.
announce-people = { $count ->
    [0] Nobody was found. Write it differently.
   *[other] { $more ->
        [0] Choose whom:
       *[other] Choose whom. There are { $more } more: write more of the name.
    }
}

announce-preview-language = 👇 { $language }
announce-question =
    👆 This is what people will see.

    { $below }
    { $when }

    { $later ->
        [yes] Schedule it?
       *[no] Send it?
    }
announce-question-correction = 👆 This is how the announcement will look. We will correct it in its place for everybody who has it: { $copies }.
button-announce-send = { $people ->
    [one] Yes, send it to { $people } recipient
   *[other] Yes, send it to { $people } recipients
}
button-announce-correct = { $people ->
    [one] Yes, correct it in { $people } chat
   *[other] Yes, correct it in { $people } chats
}
button-announce-undo = Undo
button-announcement = Open the announcement
announce-given = ⏳ <b>{ $title }</b>

    It goes out in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }. You can still change your mind.
announce-scheduled = 🕓 <b>{ $title }</b>

    Scheduled: { $at }.
announce-unconfirmed = ⏳ <b>{ $title }</b>

    This announcement is for everybody: we have asked the other organisers. It goes out when one of them confirms it.
announce-undone = Nothing is sent, nobody got anything.
announce-correcting = ✏️ Correcting it for everybody who has it. You will see the progress here.
