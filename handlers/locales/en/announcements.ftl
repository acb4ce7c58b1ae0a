# Announcements: what is shown below them, how they go out, the confirmation by another organiser.

announcement-kind = { $kind ->
    [important] Important
    [opportunities] Grants and opportunities
    [partners] From partners
   *[news] News of the alliance
}
announcement-buttons = 👆 About these files
announcement-withdrawn = An organiser has recalled this announcement.
announcement-reread = You have opened this announcement again: it is below.
button-open-poll = The vote
button-unsubscribe = Unsubscribe
unsubscribed = We will not send you “{ $kind }” any more. Important announcements always come.
subscribed = We will send you “{ $kind }” again.
button-subscribe = Subscribe again
choose-kinds =
    <b>Which announcements shall we send?</b>

    Important ones always come: everybody they are addressed to needs to know. The rest is up to you.
button-kind = { $wanted ->
    [yes] ✓ { $name }
   *[no] ▫️ { $name }
}

mailing-pace = About { $pace } a second, { $soon ->
    [yes] less than a minute left
   *[no] roughly { $left } left
}
mailing-paused = ⏸ Paused
mailing-put-off = { $count ->
    [one] { $count } person gets it later, after quiet hours
   *[other] { $count } people get it later, after quiet hours
}
mailing-stopped = ⏹ Stopped: the others will not get it.
button-mailing-pause = Pause
button-mailing-resume = Go on
button-mailing-stop = Stop
button-mailing-report = Who got it
mailing-act-pause = Paused. What is on its way will arrive.
mailing-act-resume = Going on.
mailing-act-stopped = Stopped: nothing will come to the others.
mailing-stop-question = Stop the mailing? People who have not received it yet will not get it. What was sent stays.
button-mailing-stopped = Yes, stop it

second-yes-question =
    <b>Your confirmation is needed</b>

    { $author } wants to tell everybody: “{ $title }”.
    It goes to { $people ->
        [one] { $people } person
       *[other] { $people } people
    }{ $organisations ->
        [0] {""}
        [one] {" "}from { $organisations } organisation
       *[other] {" "}from { $organisations } organisations
    }.

    { $settings }
button-second-look = Have a look
button-second-yes = Yes, send it
button-second-no = Do not send
second-yes-given = { $later ->
    [yes] ✅ You confirmed it. The announcement goes out: { $at }.
   *[no] ✅ You confirmed it: the announcement is on its way.
}
second-yes-withheld = All right, nobody will get it. We tell its author.
announcement-decided = { $agreed ->
    [yes]
        ✅ <b>{ $title }</b>

        The announcement is confirmed ({ $name }). It goes out: { $at }.
   *[no]
        ❌ <b>{ $title }</b>

        Another organiser cancelled this announcement, nobody got it. To change the text and send it again, open the announcement and start from it.
}

AlbumTooLong = An album holds at most { $limit } files. Send the others in another announcement.
AlbumMixed = These files cannot go together: photos and videos make one album, documents another, music a third.
LinksTooMany = There can be at most { $limit } buttons. Remove some and send them again.
LinkTextMissing = Write what the button says.
ContentLanguageUnknown = An announcement can be in Russian and in English. Send a text in one of them.
FieldsForOnePerson = Name and organisation are filled in in private messages only. Take them out of the text, or do not send it to the group and the channel.
AnnouncementNotFound = There is no such announcement. See which there are: /announcements
AnnouncementGone = The announcement has been sent or cancelled. What was sent can be corrected or recalled.
AnnouncementNotSent = This announcement has not gone out yet: it can be changed or cancelled.
AnnouncementRecalled = This announcement has been recalled. Prepare a new one: /announce
ConfirmedByItsAuthor = Another organiser has to confirm it. Ask one of your colleagues.
AnnouncementChanged = The announcement has been changed since. Please answer the new question, further down in this chat.
AnnouncementChangedMeanwhile = The announcement was changed while you were editing it. Open it again and make your changes again.
CorrectionImpossible = Words, files and buttons can be corrected; the type of message and the number of files cannot. Recall this announcement and send a new one.
NothingCorrected = It is the same announcement. Send a corrected one.
MailingOver = The mailing is over: there is nothing to stop or to go on with.
TemplateNameTaken = There is a template “{ $name }” already. Choose another name.
TemplateNotFound = This template is gone. Start without it: /announce
KindAlwaysComes = Important announcements come to everybody: they need to be known. The rest is up to you.

# For administrators, after “The bot could not”: what it did not do at its time.

due-announcement = send announcement No. { $number }
due-mailing_progress = show how mailing No. { $number } is going

command-announcements = Announcements of the alliance
command-announce = Send an announcement
help-announcements = /announcements – announcements: read again, search
help-announce = /announce – send an announcement; you can simply send it to the bot
