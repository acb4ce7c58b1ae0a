# Applications: an organisation wants to join. The questions, the application, the queue, the news.

apply-later = All right, you can apply any day.
application-consent =
    Hello, { $name }!

    To consider your organisation’s application, we need your consent to the processing of your personal data.

    <b>Who keeps it:</b> { $alliance }
    <b>What:</b> your name and Telegram account, and from the application the names of the leader and the representative, position, phone, e-mail, files and the correspondence with the secretary. If the organisation is admitted, also roles, answers to events, the names of your guests, check-ins and settings
    <b>Why:</b> to consider the application and to get in touch with you; if the organisation is admitted, to invite you to events, to remind you, to count answers and votes
    <b>Who sees it:</b> the chair and the secretary, and for the vote the members of the council (without phone and e-mail); after the admission the organisers and administrators of the alliance; messages are delivered by Telegram
    <b>How long:</b> until you withdraw the application or erase your data; longer in backups; the records of votes and the minutes stay, the law requires it

    If you name other people in the application, please let them know.

    You can withdraw your consent any day: in /me you can download and erase your data. Without your consent we keep nothing about you.{ $policy ->
        [yes] {""}

    The full text of the consent: { $url }
       *[no] {""}
    }

application-progress = <b>Application.</b> Question { $number } of { $count }
application-ask-inn =
    What is the organisation’s ИНН (tax number)? It has ten digits.

    Every answer is saved at once: you can stop and go on another day.
application-ask-ogrn = What is its ОГРН (registration number)? It has thirteen digits.
application-ask-name = What is the organisation’s full name, as in its charter?
application-ask-short-name = And the short name? That is what lists and ballots show.
application-ask-municipality = Where do you work? Write the town, the municipality or the district.
application-ask-leader = Who leads the organisation? Write the full name, with the patronymic if there is one: the council will see it.
application-ask-position = What is the leader’s position called? For example: director, or chair of the board.
application-ask-representative = Are you the leader? Then tap the button. If you will speak for the organisation in the bot while somebody else leads it, write your own full name, with the patronymic if there is one.
application-ask-phone = At which phone can we reach you? Write the number or share a contact (paperclip → Contact).
application-ask-email = At which e-mail address can we write to you?
application-ask-about = What does the organisation do? Tell it in a few sentences: whom you help and what you have achieved.
application-ask-files = If you like, add files or pictures: the charter, a report, something about your projects. At most { $most }.
application-ask-review = Look the application over.
application-so-far = Written so far: { $answer }
application-files-so-far = { $count ->
    [one] { $count } file added.
   *[other] { $count } files added.
}
application-text-only = Please answer in words, in one message.
application-files-only = Only a picture or a document can be added here. If you are done, tap the button under the question.

application-label-inn = ИНН
application-label-ogrn = ОГРН
application-label-name = Name
application-label-short-name = In short
application-label-municipality = Works in
application-label-leader = Leader
application-label-position = Position
application-label-representative = Representative
application-label-phone = Phone
application-label-email = E-mail
application-label-about = What it does
application-label-files = Files
application-line = <b>{ $label }:</b> { $answer }
application-files = <b>Files:</b> { $count }
application-files-gone = Telegram no longer hands out one of the files. Ask for it to be sent again.
application-remark = { $by ->
    [applicant] 💬 <b>Answer:</b> { $text }
   *[council] ❓ <b>Question:</b> { $text }
}
application-review = <b>Is everything right?</b> If it is, send the application. If not, correct an answer.
application-revise = <b>Which answer would you like to correct?</b>
application-state = { $state ->
    [draft] ✏️ A draft, not sent yet.
    [submitted] 🕓 Under consideration.
    [asked] ❓ A question has been asked, we wait for the answer.
    [voting] 🗳 The council votes on it.
    [admitted] ✅ Admitted.
    [refused] ❌ Refused{ $given ->
        [yes] {": "}{ $reason }
       *[no] .
    }
   *[withdrawn] ↩️ Withdrawn.
}
application-of-member = ⚠️ This organisation is a member already.
application-rivals = ⚠️ { $count ->
    [one] There is { $count } more application of this organisation.
   *[other] There are { $count } more applications of this organisation.
} Check who may represent it.
application-voting-until = 🗳 The council votes on it until { $until }.
application-title = { $state ->
    [draft] ✏️ { $name }
    [submitted] 🕓 { $name }
    [asked] ❓ { $name }
    [voting] 🗳 { $name }
    [admitted] ✅ { $name }
    [refused] ❌ { $name }
   *[withdrawn] ↩️ { $name }
}
application-unnamed = New application
applications-mine = Here are your applications.
application-put-aside = Everything is saved. Come back when it suits you: the draft will wait.
application-sent = ✅ The council’s secretary has received the application. A question or a decision will come here.
application-give-up = { $act ->
    [discard] Delete the draft? All that you have written will be lost.
    [withdraw] Withdraw the application “{ $name }”? We will erase the names, contacts, files and correspondence. It cannot be brought back, but you can apply again.
   *[forget] Erase the data of the application “{ $name }”? We will delete names, contacts, files, correspondence and the reason of the refusal; only the name, the numbers and the decision stay.
}
application-given-up = { $act ->
    [discard] The draft is deleted.
    [withdraw] The application is withdrawn, its data are erased. If you change your mind, apply again.
   *[forget] Done, the data are erased.
}
application-reply-question =
    ❓ { $question }

    Write the answer in one message. You can send a picture or a document with a caption.
application-replied = The secretary has it. If there is something to add, just send another message.
application-reply-kinds = That cannot be an answer. Write it in words, or send a picture or a document.
application-file-sent = (a file)

button-apply = Apply to join
button-my-application = Organisation’s application
button-new-application = New application
button-put-aside = Go on later
button-skip-short-name = There is no short name
button-skip-representative = Yes, I am the leader
button-skip-email = No e-mail
button-skip-files = Go on without files
button-skip-files-done = Done, go on
button-detach = { $named ->
    [yes] ✕ { $name }
   *[no] ✕ Picture { $number }
}
button-send-application = Send the application
button-revise = ✏️ Correct an answer…
button-reply = Answer
button-files = See the files
button-give-up = { $act ->
    [discard] Delete the draft
    [withdraw] Withdraw the application
   *[forget] Erase the data
}
button-give-up-sure = { $act ->
    [discard] Yes, delete it
    [withdraw] Yes, withdraw it
   *[forget] Yes, erase them
}
button-view-application = See the application

# The queue: chair and secretary.

queue-title = { $count ->
    [one] <b>{ $count }</b> application is under way.
   *[other] <b>{ $count }</b> applications are under way.
} Open one to read it, to ask, or to choose it for the vote.
queue-empty = There are no applications now. We will tell you when there is one.
queue-line = { $rivals ->
    [yes] ⚠️{" "}
   *[no] {""}
}{ $state ->
    [chosen] ✓ { $name }
    [submitted] 🕓 { $name }
    [asked] ❓ { $name }
   *[voting] 🗳 { $name }
}
queue-ask =
    What do you want to ask <b>{ $name }</b>? Write it in one message: the applicant gets the question, and the answer comes back here.{ $reachable ->
        [yes] {""}
       *[no] {""}

    Note: this person cannot be reached at the moment.
    }
queue-asked = The question is on its way: <b>{ $name }</b>. The answer comes here.
queue-refuse = Why is <b>{ $name }</b> refused without a vote? Write the reason in one message: the applicant will read it. This is final.
queue-refused = The application is refused: <b>{ $name }</b>. The reason has been passed on.
queue-question = { $count ->
    [1] Admit to the alliance: { $name }
   *[other] Admit to the alliance the organisations that have applied
}
queue-deadline =
    <b>To be put to the vote:</b>
    { $names }

    How many days does the council get?
queue-preview =
    <b>The council will vote on admitting:</b>
    { $names }

    Until { $until }
    { $rules }{ $missing ->
        [0] {""}
       *[other] {""}

    Not connected to the bot yet and cannot vote: { $silent }
    }

    The applications with their files are under the ballot. Once it is open, the vote cannot be changed, only cancelled with a reason.
queue-vote-opened =
    🗳 <b>The vote is open</b> until { $until }
    { $names }

    The council has its ballots, and the applicants have been told.
button-put-to-vote = To the vote ({ $count })
button-vote-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
button-open-vote = Open the vote
button-queue = Applications
button-ask = Ask
button-refuse = Refuse
button-choose = { $chosen ->
    [yes] ✓ Chosen for the vote
   *[no] Choose for the vote
}
button-open-application = Open the application

# News.

notice-application-sent =
    📨 <b>A new application to the alliance</b>

    { $card }
notice-queue-changed =
    📨 <b>Applications in the last hour</b>

    New: { $sent }
    Withdrawn: { $withdrawn }
    Under consideration now: { $open }
notice-application-asked =
    ❓ The council asks about your application, <b>{ $name }</b>:

    { $text }
notice-application-replied =
    💬 An answer about the application <b>{ $name }</b>:

    { $text }
notice-application-withdrawn = { $voting ->
    [yes] ↩️ The application <b>{ $name }</b> was withdrawn while the council votes. The vote goes on to its end, but the organisation will not be admitted.
   *[no] ↩️ The application <b>{ $name }</b> was withdrawn.
}
notice-application-put-to-vote = { $known ->
    [yes] 🗳 The council is voting on admitting <b>{ $name }</b>. It can vote until { $until }. We will tell you the outcome.
   *[no] 🗳 The council will soon vote on admitting <b>{ $name }</b>. We will tell you the outcome.
}
notice-application-delayed = There is no decision yet on admitting <b>{ $name }</b>: the vote had no result. The application remains, and the council will come back to it. Thank you for your patience!
notice-application-admitted =
    🎉 <b>{ $name }</b> is in the alliance now. Welcome!

    { $leads ->
        [yes] You lead the organisation: you answer invitations and vote in its name.
       *[no] You are its delegate: you answer invitations and vote in its name. The organisers will send the leader ({ $leader }) an invitation.
    }

    /events – what comes next
    /polls – votes, and who sits in the council
    /me – your data, language and time zone
notice-application-admitted-elsewhere =
    🎉 <b>{ $name }</b> is in the alliance now!

    { $belongs ->
        [yes] In the bot you belong to another organisation already ({ $own }) and stay with it.
       *[no] In the bot you stay who you are.
    } The leader of the new organisation ({ $leader }) will answer and vote in its name: the organisers will send an invitation.
notice-application-refused =
    The application of <b>{ $name }</b> had to be refused.{ $given ->
        [yes] {""}

    The reason: { $reason }
       *[no] {""}
    }

    If this can be put right, apply again. Thank you for your interest in the alliance!
notice-application-voted-down =
    The council has considered the application of <b>{ $name }</b>. There were not enough votes for it, so the organisation is not admitted for now.{ $told ->
        [yes] {""}

    For: { $in_favour }, against: { $against }, abstained: { $abstained }.
       *[no] {""}
    }

    You can apply again later. Thank you for your interest in the alliance!
admission-announced =
    🎉 <b>New in the alliance: { $name }</b>
    { $municipality }{ $tells ->
        [yes] {""}

    { $about }
       *[no] {""}
    }

# Refusals. The key is the name of the class in bot/domain/applications/refusals.py.

InnUnreadable = This does not look like an organisation’s ИНН. Please check it: it has ten digits, the last one is a check digit.
InnOfPerson = This is a person’s ИНН, with twelve digits. We need the organisation’s, with ten.
OgrnUnreadable = This does not look like an organisation’s ОГРН. Please check it: it has thirteen digits, the last one is a check digit.
PhoneUnreadable = This phone number could not be read. Write, for example: +7 912 345-67-89.
EmailUnreadable = This does not look like an e-mail address. Write, for example: info@example.org
AnswerMissing = There is nothing here. Please write it in words.
AnswerTooLong = Too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, and there is room for { $limit }. Please shorten it.
TooManyFiles = { $most ->
    [one] An application takes { $most } file, there is no room for more.
   *[other] An application takes { $most } files, there is no room for more.
}
OrganisationIsMember = In the alliance already: { $name }. Its leader has an invitation link.
ApplicationIsOpen = Your application for this organisation is being considered already. Wait for the answer, or withdraw it.
TooManyOpenApplications = { $most ->
    [one] You may have { $most } application under consideration.
   *[other] You may have { $most } applications under consideration.
} Wait for a decision, or withdraw one of them.
TooManyApplicationsToday = { $most ->
    [one] You may send { $most } application in 24 hours.
   *[other] You may send { $most } applications in 24 hours.
} Go on tomorrow: the draft will be kept.
OrganisationIsVotedOn = Wait: another application of it is chosen or put to the vote already: { $name }
ApplicationIncomplete = Not every question has been answered. Open the application and answer the rest.
ApplicationNotFound = There is no such application. Start again: /start
ApplicationIsSent = The application has been sent and cannot be changed. If something is missing, the secretary will ask.
ApplicationIsOver = This application is no longer considered: it was decided on or withdrawn. Open it again to see how it ended.
ApplicationIsDecidedByVote = The council is voting on this application, please wait for the result: { $name }
NothingAsked = Nobody waits for an answer now. We will tell you when there is a new question.
ApplicationNotWaiting = This application is not in the queue any more, open the queue again (/manage): { $name }
AdmissionNotPlanned = The settings have no rules for admissions. Ask the administrator to fill in the section [voting.admission].
NothingChosen = First choose an application from the queue, at least one.

command-manage = Manage events and applications
help-applications = /manage – organisations’ applications: read, ask, put to the vote
