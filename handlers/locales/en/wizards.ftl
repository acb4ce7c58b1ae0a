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

    Choose the hour, then the minutes – or write: <i>18:30</i>
    Time zone: { $zone }.
wizard-duration =
    <b>How long will it last?</b>

    Choose or write: <i>2 hours</i>, <i>1:30</i>, <i>90 minutes</i>
wizard-place =
    <b>Where?</b>

    Write the address or the link to the broadcast, in one line.
wizard-audience =
    <b>Who is invited?</b>

    The number says how many people will get the invitation.
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
        [one] {" "}of { $organisations } organisation
       *[other] {" "}of { $organisations } organisations
    }.
wizard-reach-unreachable = Out of reach, having blocked the bot: { $unreachable }.
wizard-reach-not-joined = Not with the bot yet: { $not_joined }.
wizard-leaving =
    <b>Delete the draft “{ $title }”?</b>

    It cannot be brought back.
wizard-resuming =
    You have a draft: <b>“{ $title }”</b>.

    Go on with it, or start over? If you start over, it is lost.

wizard-published = ✅ <b>The event is published: “{ $title }”.</b> The invitations are on their way.
wizard-discarded = The draft is deleted.
wizard-unchanged = Everything stays as it was.
wizard-moved = ✅ <b>“{ $title }” moves to:</b> { $starts }.
wizard-cancelled = <b>“{ $title }” is cancelled.</b>

wizard-move-day =
    <b>Moving “{ $title }”</b>
    Now: { $starts }

    To which day? Choose it in the calendar or write it, with the time if you like: <i>5 December 18:30</i>
wizard-move-preview =
    <b>Move “{ $title }”?</b>

    Was: <s>{ $starts }</s>
    Will be: <b>{ $new }</b> ({ $zone })

    { wizard-told }
wizard-cancel-reason =
    <b>Cancelling “{ $title }”</b>
    { $starts }

    Why? Write it, and everybody who answered will see the reason. You can also give none.
wizard-cancel-confirm =
    <b>Cancel “{ $title }”?</b>
    { $starts }

    { wizard-told } The event cannot be brought back.
wizard-cancel-because = Reason: { $reason }
wizard-told = { $people ->
    [0] Nobody has answered yet, so there is nobody to tell.
    [one] <b>{ $people }</b> person, the one who answered, will be told.
   *[other] <b>{ $people }</b> people, all who answered, will be told.
}

# What is said when something else was sent.

wizard-title-expected = I expect the title, as plain text.
wizard-description-expected = I expect the description, as plain text. Or press “No description”.
wizard-day-expected = I expect a day: choose it in the calendar or write, for example, 5 December.
wizard-time-expected = I expect a time: use the buttons or write, for example, 18:30.
wizard-duration-expected = I expect a duration: use the buttons or write, for example, 2 hours.
wizard-place-expected = I expect the place, as plain text.
wizard-reason-expected = I expect the reason, as plain text. Or press “No reason”.
wizard-tap-expected = Please choose with the buttons under the message.

# Buttons.

wizard-skip-description = No description
wizard-skip-reason = No reason
wizard-keep = Leave it as it is
wizard-leave = ✕ Cancel
wizard-publish = Publish
wizard-discard = Delete
wizard-return = Go on
wizard-start-over = Start over
wizard-to-list = ‹ To the events
wizard-to-board = To the event ›
wizard-stay = Leave it as it was
wizard-another-day = Another day
wizard-move = Move
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
wizard-audience-council = Council · { $council }
