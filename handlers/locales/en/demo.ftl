# The demo: the narrator's words, and the list of what the bot is going to do.

demo-alliance = Belokamenye Alliance
demo-council = The alliance’s council

demo-premise =
    { $alliance }. The bot, the database and HTTP are real; a sandbox on this computer replaces Telegram.
    People and organisations are made up. The page: { $url }

demo-chapter-import = The alliance gathers
demo-imported = Imported from { $file }: { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}. Each person has a personal invitation.
demo-chapter-joining = People join
demo-joining = The others open their links too…
demo-joined = Connected: { $joined }. Not connected yet: { $absent }.
demo-chapter-creating = An organiser creates an event
demo-chapter-announcing = Members hear about it
demo-announcing = Sending invitations…
demo-announced = The invitation reached everybody who has joined: { $count }.
demo-chapter-answering = Members answer
demo-answering = The others answer…
demo-answered = { $count } more have answered. The organiser’s counts have updated themselves:
demo-chapter-moving = The event moves
demo-telling = Telling people the new time…
demo-moved = Those who are going or may come know about the move: { $count }. Nobody else was disturbed.
demo-chapter-old-time = The clock goes on: no reminder at the old time
demo-nothing = For the old time, the bot would have sent reminders now. But the event has moved, so it keeps quiet.
demo-chapter-day-before = The clock goes on: a day before the event
demo-chapter-hours-before = The clock goes on: two hours before the event
demo-reminding = Reminding…
demo-reminded = Reminded those who are going or may come: { $count }.
demo-spared = Those who are not going, have not answered or blocked the bot were not disturbed.
demo-chapter-forging = Somebody forges buttons
demo-refused = Refused, and nothing has changed.

demo-chapter-few-seats = There are only twenty seats
demo-chapter-full = And thirty would like to come
demo-filling = The others tap “Going” too…
demo-full = { $seats } have a seat, { $waiting } wait in line, and each knows their number.
demo-chapter-substitute = A colleague comes instead
demo-handed-over = The seat went to the colleague. The line did not move.
demo-chapter-promotion = A seat becomes free
demo-promoted = The event is more than two days away, so the first in line had the seat at once.
demo-chapter-question = Time passes: “Are you still coming?”
demo-offered = A day before the start a seat is offered first, and held while the person decides.
demo-chapter-door = At the door
demo-chapter-report = What the organiser sees
demo-no-seat-empty = All { $seats } seats are taken: while somebody waits, none stays empty.

demo-chapter-applying = A new organisation asks to join
demo-filling-in = There are twelve questions, and each answer is kept at once…
demo-chapter-asking-back = The secretary asks back
demo-chapter-council = The council votes on the admission
demo-council-voting = Other members of the council vote, too…
demo-chapter-late-voters = The clock moves: two have not voted yet
demo-chapter-last-call = The clock moves: half an hour left
demo-others-spared = Only these two were reminded: the others have heard nothing meanwhile.
demo-chapter-admitted = The vote is over
demo-outcome = All nine hear the outcome…
demo-welcomed = The organisation is in the alliance, and its leader votes like everybody else.

demo-chapter-election = The general meeting elects the council
demo-standing = The chair finds all { $count } candidates among the people of the alliance…
demo-chapter-proxy = A proxy
demo-chapter-general-meeting = The vote is secret
demo-two-ballots = { $name } votes twice: for their own organisation and by proxy.
demo-electing = The others vote…
demo-chapter-elected = The council is elected
demo-everybody-hears = Everybody in the alliance hears the outcome…
demo-elected = All { $seats } new members of the council have taken their seats at once: the list of the council has the date.
demo-chapter-minutes = The minutes
demo-minutes = Minutes No. { $number } are in the archive. Decision: { $elected } of { $seats } elected. The PDF has { $pdf } KB, the DOCX { $docx } KB.
demo-chapter-broadcast = An announcement with an error
demo-broadcast = The announcement reaches everybody…
demo-broadcast-read = { $count } people have read it when the organiser sees that the hour is wrong.
demo-chapter-correction = The error is corrected
demo-correcting = It is corrected in every chat…
demo-corrected = Nobody got another message: the one that had arrived was corrected.
demo-chapter-directory = The open alliance
demo-directory-letter = Hello! Could our volunteers meet at your place on Thursday evening?
demo-directory-answer = Of course, the hall is free from six. Welcome!
demo-directory-about = On Thursdays our hall is open to those who have nowhere to meet. Just write to us.
demo-directory-edited = The organisation was found by a misspelt name, the letter arrived without telephone numbers, and the new card can be searched already.

demo-chapter-assembly = The yearly meeting is convened
demo-convened = The notice with the agenda has gone to all organisations { $days ->
    [one] { $days } day
   *[other] { $days } days
} ahead, and the proof of it is kept.
demo-chapter-registration = The clock goes on: the day of the meeting, registration
demo-arrived = { $present } of { $entitled } organisations are there, { $remote } of them from afar. The hall's screen counts by itself.
demo-chapter-in-session = The meeting is opened
demo-officers = The meeting's secretary, tellers and chair are elected.
demo-chapter-quorum = Two have left, and there is no quorum
demo-late = An organisation arrives late: there is a quorum again.
demo-chapter-hall-votes = Votes in the bot, by slips, and on paper
demo-objection = { $name } objects: “{ $words }”
demo-decided = { $present } take part, { $printed } slips with a code are printed, and one ballot is on paper: two tellers counted it.
demo-chapter-awards = Awards: names on the screen
demo-awarded = On the screen: { $names }.
demo-chapter-cut = Telegram is gone in the middle of the election
demo-cut = { $voted } have voted when Telegram is cut off. The others open their ballot by the code on their slip.
demo-elected-by-page = { $late } voted by code, and the vote was closed on the chair's page. { $seats } are elected, and nobody voted twice.
demo-chapter-assembly-minutes = The minutes of the meeting
demo-assembly-minutes = { $came } of { $of } organisations took part. The record holds from the first entry to the last, and the minutes with their appendices are ready: the PDF has { $pdf } KB.

demo-chapter-exchange = The exchange: give and find
demo-exchange-title = Ten folding chairs
demo-exchange-text = Sturdy ones, left over from the meeting. To be collected.
demo-exchange-place = 5 Mira street
demo-exchange-response = We need them for children’s classes and could collect them on Saturday morning.
demo-exchange-chosen = The author chose, and not the one who wrote first: one heard that it is theirs, the other was told kindly.
demo-exchange-done = The chairs were handed over, and count in the outcomes of the year.

demo-page = { $page ->
    [screen] The hall's screen
    [desk] Registration desk
    [house] The screen of the house
   *[ballot] Ballot by code
}
demo-remote-clause = Charter, clause 5.8

demo-ended = Everything went as it should. Bot API calls: { $calls }, “too many requests” (429): 0. It took { $seconds } s.
demo-failed = Something went wrong. Expected:
demo-failed-seen = Instead:
demo-skipped = The story was skipped: now it is your turn. Page: { $url }
demo-prepared =
    An ordinary day of the alliance is ready: a hundred people have joined, a workshop is full, the council votes,
    an application has come in, an announcement was sent, minutes were issued.
demo-invited =
    Now try it yourself. Another event has just been announced: { $title }.
    Open the page, choose who to be, and answer “Going”:
demo-invited-organiser = Organiser – { $name }: { $url }
demo-invited-secretary = Secretary of the council – { $name }: { $url }
demo-invited-member = Member – { $name }: { $url }
demo-invited-newcomer = Not with us yet – { $name }: { $url }
    Tap “Open the invitation” there.
demo-waiting-for-you = The clock is on the page: press “+1 day”, and reminders will come. Stop with Ctrl+C.
demo-port-taken = Port { $port } is taken or forbidden. Choose another, or take any free one: make demo ARGS="--port 0"

demo-opens = ({ $organisation }) opens their invitation
demo-writes = writes: { $text }
demo-attaches = sends a file: { $file }
demo-taps = taps “{ $button }”
demo-forges = forges a button: { $data }
demo-blocks = blocks the bot
demo-sees = sees:
demo-sees-edited = sees that the message has changed:
demo-picture = 🖼 a picture
demo-file = 📎 { $name }
demo-pops = ⟨{ $words }⟩

demo-reminder = Reminder { $lead } before
demo-waiting = { $kind ->
    [event-announced] Mailing: invitations
    [event-moved] Mailing: new time
    [event-cancelled] Mailing: cancellation
    [event-reminder] Mailing: reminders
   *[other] The organiser’s report
}
demo-waiting-count = { $count ->
    [one] { $count } message waiting
   *[other] { $count } messages waiting
}

demo-chapter-house = The House: one hall for two
demo-hall = The large hall
demo-meeting-room = The meeting room
demo-coworking = Coworking
demo-roll-up = Roll-up
demo-house-purpose = A meeting of volunteers
demo-house-won = Two organisations asked for one hall. The keeper saw beforehand who would be refused. When the first gave it up, it went to the second by itself.
demo-chapter-no-show = Nobody came to the hall
demo-house-missed = Half an hour after the start the bot released the booking that nobody came for, and the hall is free again.
