# The organisers' wizards: make, move and cancel an event.

wizard-title =
    <b>A new event</b>

    What is it called? Write it in one line.
wizard-description =
    <b>What is it about?</b>

    Say what will happen and who should come. You can also leave it out.
wizard-day =
    <b>On which day?</b>

    Choose it in the calendar or write it, with the time if you like: <i>5 December 18:30</i>
wizard-time =
    <b>{ $chosen_day }. At what time?</b>

    Choose the hour, then the minutes, or write: <i>18:30</i>
    Time zone: { $zone }.
wizard-duration =
    <b>How long will it last?</b>

    Choose or write: <i>2 hours</i>, <i>1:30</i>, <i>90 minutes</i>
wizard-place =
    <b>Where?</b>

    Write the address or a link to the broadcast in one line.
wizard-audience =
    <b>Who is invited?</b>

    Beside each is how many people will get the invitation.
wizard-given = Now: { $value }
wizard-none = no description

wizard-preview =
    This is what members will see:

    { $card }

    ———
    The invitation goes to <b>{ $people ->
        [one] { $people } person
       *[other] { $people } people
    }</b>{ $organisations ->
        [0] {""}
        [one] {" "}from { $organisations } organisation
       *[other] {" "}from { $organisations } organisations
    }.
wizard-reach-unreachable = Will not get it, bot blocked: { $unreachable }.
wizard-reach-not-joined = Have not joined the bot yet: { $not_joined }.
wizard-leaving =
    Delete the draft <b>{ $title }</b>?

    It cannot be brought back.
wizard-resuming =
    You have a draft: <b>{ $title }</b>

    Continue with it or start over? If you start over, the draft is lost.

wizard-published =
    ✅ The event is published: <b>{ $title }</b>

    The invitations are on their way.
wizard-discarded = The draft is deleted.
wizard-unchanged = All right, nothing changes.
wizard-moved =
    ✅ The event is moved: <b>{ $title }</b>

    New time: { $starts }.
wizard-cancelled = The event is cancelled: <b>{ $title }</b>

wizard-move-day =
    Moving: <b>{ $title }</b>
    Now: { $starts }

    To which day? Choose it in the calendar or write it, with the time if you like: <i>5 December 18:30</i>
wizard-move-preview =
    Move the event <b>{ $title }</b>?

    Was: <s>{ $starts }</s>
    Will be: <b>{ $new }</b> ({ $zone })

    { wizard-told }
wizard-cancel-reason =
    Cancelling: <b>{ $title }</b>
    { $starts }

    Why? Write the reason; everybody who answered will see it. You can also leave it out.
wizard-cancel-confirm =
    Cancel the event <b>{ $title }</b>?
    { $starts }

    { wizard-told } The event cannot be brought back.
wizard-cancel-because = Reason: { $reason }
wizard-told = { $people ->
    [0] Nobody has answered yet, so there is nobody to tell.
    [1] <b>1</b> person will be told: nobody else has answered yet.
   *[other] <b>{ $people }</b> people will be told: everybody who answered.
}

# What is said when something else was sent.

wizard-title-expected = Waiting for the title. Please write it as plain text.
wizard-description-expected = Waiting for the description. Please write it as plain text or tap “No description”.
wizard-day-expected = Waiting for the day: choose it in the calendar or write, for example, 5 December.
wizard-time-expected = Waiting for the time: use the buttons or write, for example, 18:30.
wizard-duration-expected = Waiting for the duration: use the buttons or write, for example, 2 hours.
wizard-place-expected = Waiting for the place. Please write it as plain text.
wizard-reason-expected = Waiting for the reason. Please write it as plain text or tap “No reason”.
wizard-tap-expected = Please choose with the buttons under the message.

# Buttons.

wizard-skip-description = No description
wizard-skip-reason = No reason
wizard-keep = Leave it as it is
wizard-leave = ✕ Do not create
wizard-publish = Publish
wizard-discard = Yes, delete
wizard-return = Continue
wizard-start-over = Start over
wizard-to-list = ‹ To the events
wizard-to-board = To the event ›
wizard-stay = Change nothing
wizard-another-day = Another day
wizard-move = Yes, move
wizard-cancel = Yes, cancel the event
wizard-change-title = ✏️ Title
wizard-change-description = ✏️ Description
wizard-change-day = ✏️ Day and time
wizard-change-duration = ✏️ Duration
wizard-change-place = ✏️ Place
wizard-change-audience = ✏️ Who is invited
wizard-duration-choice = { $minutes ->
    [60] 1 h
    [90] 1.5 h
    [120] 2 h
    [180] 3 h
    [240] 4 h
    [480] All day (8 h)
   *[other] { $minutes } min
}
wizard-audience-everybody = Everybody · { $everybody }
wizard-audience-delegates = Leaders and delegates · { $delegates }
wizard-audience-council = Council members · { $council }
