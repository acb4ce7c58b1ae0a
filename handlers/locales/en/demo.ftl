# The demo: the narrator's words, and the list of what the bot is going to do.

demo-alliance = Belokamenye Alliance

demo-premise =
    { $alliance }: the bot, the database and HTTP are real; a sandbox on this computer stands in for Telegram.
    People and organisations are made up. The page: { $url }

demo-chapter-import = 1. The alliance gathers
demo-imported = { $file } has been imported: { $organisations } organisations, { $people } people. Each has a personal invitation.
demo-chapter-joining = 2. People join
demo-joining = The others open their links too…
demo-joined = Joined: { $joined }. Have not opened their invitation yet: { $absent }.
demo-chapter-creating = 3. An organiser creates an event
demo-chapter-announcing = 4. Members hear of it
demo-announcing = Sending invitations…
demo-announced = All who have joined got the invitation: { $count }.
demo-chapter-answering = 5. Members answer
demo-answering = The others answer…
demo-answered = { $count } more have answered. The organiser's counts follow by themselves:
demo-chapter-moving = 6. The event moves
demo-telling = Telling about the new time…
demo-moved = All who have answered and have not blocked the bot know of it: { $count }. Nobody else was disturbed.
demo-chapter-old-time = 7. The clock goes on: no reminder at the old time
demo-nothing = The bot would have reminded people now. The event has moved, and it keeps silent.
demo-chapter-day-before = 8. The clock goes on: a day before the event
demo-chapter-hours-before = 9. The clock goes on: two hours before the event
demo-reminding = Reminding…
demo-reminded = Those who are going or may come got the reminder: { $count }.
demo-spared = Nobody who is not going, kept silent or blocked the bot got any reminder.
demo-chapter-forging = 10. Somebody forges buttons
demo-refused = Refused, and nothing has changed.

demo-ended = All was as it should be. Bot API calls: { $calls }, of which “too many requests” (429): 0. It took { $seconds } s.
demo-failed = What people saw was not what was to be seen. Expected:
demo-failed-seen = Instead:
demo-invited =
    Now try it yourself. Another event has just been announced: “{ $title }”.
    Open the page, choose whom to play, and answer “Going”:
demo-invited-organiser = Organiser – { $name }: { $url }
demo-invited-member = Member – { $name }: { $url }
demo-invited-newcomer = Has not joined yet – { $name }: { $url }
    Write to the bot: /start { $payload }
demo-waiting-for-you = The clock is on the page: +1 day brings reminders. Stop with Ctrl+C.
demo-port-taken = Port { $port } is taken or forbidden. Choose another, for example: make demo ARGS="--port 0" takes any that is free.

demo-opens = ({ $organisation }) opens their invitation
demo-writes = writes: { $text }
demo-taps = taps “{ $button }”
demo-forges = forges a button: { $data }
demo-blocks = blocks the bot
demo-sees = sees:
demo-sees-edited = sees that the message has changed:
demo-pops = ⟨{ $words }⟩

demo-reminder = Reminder { $lead } before
demo-waiting = { $kind ->
    [EventAnnounced] Mailing: invitations
    [EventMoved] Mailing: new time
    [EventCancelled] Mailing: cancellation
    [EventReminder] Mailing: reminders
   *[other] The organiser's report
}
demo-waiting-count = { $count ->
    [one] { $count } letter waits
   *[other] { $count } letters wait
}
