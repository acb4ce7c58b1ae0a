# The organisers' wizards: make, change, move and cancel an event.

wizard-title =
    <b>A new event</b>

    What is it called? Write it in one line.
wizard-line-taken = Duration: { $duration }, everybody is invited. You can change anything right here.
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

    Write it in one line. Or send the place on the map: paperclip → “Location”.
wizard-audience =
    <b>Who is invited?</b>

    Beside each is how many people will get the invitation.
wizard-municipalities =
    <b>Which municipalities are invited?</b>

    You can tick several. { $people ->
        [one] <b>{ $people }</b> person will get the invitation.
       *[other] <b>{ $people }</b> people will get the invitation.
    }
wizard-people =
    <b>Who exactly is invited?</b>

    Write a part of a name or of an organisation’s name and tick whom you need. Then search on if you like.

    { $count ->
        [0] Nobody is chosen yet.
        [one] <b>{ $count }</b> person is chosen.
       *[other] <b>{ $count }</b> people are chosen.
    }
wizard-people-nobody = Nobody found for “{ $search }”. Try to write it differently.
wizard-people-all = All: { $name } · { $count }
wizard-people-invited = These people are invited already and cannot be taken off the list.
wizard-choose-one = Please tick at least one line.
wizard-audience-value = { $circle ->
    [everybody] everybody
    [delegates] leaders and delegates
    [council] council members
    [municipalities] { $names }
   *[chosen] { $count ->
        [one] { $count } person on the list
       *[other] { $count } people on the list
    }
}
wizard-given = Now: { $value }
wizard-none = no description

wizard-settings =
    <b>More settings</b>

    { $settings }

    Tap what you want to change.
wizard-setting = { $name }: <b>{ $value }</b>
wizard-kind =
    <b>In what format is the event?</b>
wizard-kind-value = { $kind ->
    [meeting] meeting
    [general_meeting] general meeting
    [forum] forum
    [action] public action
   *[other] other
}
wizard-cover =
    <b>Cover</b>

    Send a picture. It adorns the invitation.
wizard-point =
    <b>Point on the map</b>

    Send the place: paperclip → “Location”. A button on the card opens the map.
wizard-point-taken = The point on the map is noted. Now write the place in words.
wizard-point-removed = The place has changed, so the point on the map was removed. You can send a new one in “More settings”.
wizard-room =
    <b>Hall or room</b>

    Write it in one line, for example: <i>the hall on the second floor</i>
wizard-link =
    <b>Link for joining online</b>

    Only those who go will see it. Write it in full: <i>https://…</i>
wizard-capacity =
    <b>How many seats?</b>

    Write a number. When the seats are gone, the others join the waitlist.
wizard-quota =
    <b>How many seats for one organisation?</b>

    Guests included. Choose or write a number.
wizard-deadline =
    <b>Until when can people sign up?</b>

    Choose a day or write it, with the time if you like: <i>5 December 18:30</i>. Declining stays possible later.
wizard-guests =
    <b>How many guests may each bring?</b>

    You can also write a number. “With names”: each guest will have to be named.
wizard-guests-value = { $count ->
    [0] none
   *[other] { $named ->
        [yes] up to { $count }, with names
       *[no] up to { $count }
    }
}
wizard-guests-named = With names
wizard-leads =
    <b>When to remind?</b>

    Tick one or several. Those who set their own reminders get them their way.
wizard-leads-value = { $leads } before
wizard-leads-usual = as usual
wizard-leads-none = no reminders
wizard-rhythm =
    <b>How to repeat it?</b>
wizard-ending =
    <b>Repeating { $rule }</b>

    How many times in all? Choose or write a number. Or the last day: <i>30 June</i>
wizard-rule = { $rhythm ->
    [weekly] every week { wizard-on-weekdays }
    [biweekly] every two weeks { wizard-on-weekdays }
    [monthly_by_date] every month on day { $day }
   *[monthly_by_weekday] { wizard-nth-weekday } of the month
}
wizard-on-weekdays = { $weekday ->
    [mon] on Mondays
    [tue] on Tuesdays
    [wed] on Wednesdays
    [thu] on Thursdays
    [fri] on Fridays
    [sat] on Saturdays
   *[sun] on Sundays
}
wizard-nth-weekday = { $weekday ->
    [mon] { wizard-nth-he } Monday
    [tue] { wizard-nth-he } Tuesday
    [wed] { wizard-nth-she } Wednesday
    [thu] { wizard-nth-he } Thursday
    [fri] { wizard-nth-she } Friday
    [sat] { wizard-nth-she } Saturday
   *[sun] { wizard-nth-it } Sunday
}
wizard-nth-he = { $place ->
    [first] every first
    [second] every second
    [third] every third
    [fourth] every fourth
   *[last] every last
}
wizard-nth-she = { $place ->
    [first] every first
    [second] every second
    [third] every third
    [fourth] every fourth
   *[last] every last
}
wizard-nth-it = { $place ->
    [first] every first
    [second] every second
    [third] every third
    [fourth] every fourth
   *[last] every last
}
wizard-once = no
wizard-repeated = { $rule }, { $ending }
wizard-until = until { $day }
wizard-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
wizard-publication =
    <b>When to publish it?</b>

    Choose a day or write it, with the time if you like: <i>5 December 9:00</i>. Until then only organisers see the event.
wizard-publish-now = at once
wizard-has = { $has ->
    [yes] yes
   *[no] no
}
wizard-deadline-none = no deadline
wizard-deadline-value = until { $until }
wizard-no-limit = no limit

wizard-preview =
    This is what members will see:

    { $card }

    ———
wizard-preview-above =
    This is what members will see: the card above.

    ———
wizard-preview-wrong =
    ⚠️ { $wrong }
wizard-preview-unseen = { $unseen }
wizard-unseen = { $name ->
    [point] 🗺 With a point on the map
   *[link] 🔗 Those who go will see the link: { $value }
}
wizard-preview-series =
    🔁 Repeating { $rule }. { $count ->
        [one] <b>{ $count }</b> date in all
       *[other] <b>{ $count }</b> dates in all
    }, the first: { $dates }.
wizard-preview-publication = 🕐 To be published: <b>{ $publication }</b>
wizard-preview-reach =
    The invitation goes to <b>{ $people ->
        [one] { $people } person
       *[other] { $people } people
    }</b>{ $organisations ->
        [0] {""}
        [one] {" "}from { $organisations } organisation
       *[other] {" "}from { $organisations } organisations
    }.
wizard-preview-told = { $told ->
    [0] The time or the place changes. Nobody plans to come yet, so there is nobody to tell.
    [one] The time or the place changes. <b>{ $told }</b> person will be told.
   *[other] The time or the place changes. <b>{ $told }</b> people will be told.
}
wizard-preview-unseated = { $unseated ->
    [one] Fewer seats than are taken: <b>{ $unseated }</b> person goes back to the waitlist.
   *[other] Fewer seats than are taken: <b>{ $unseated }</b> people go back to the waitlist.
}
wizard-reach-unreachable = Blocked the bot: { $unreachable }.
wizard-reach-not-joined = Not connected yet: { $not_joined }.
wizard-leaving =
    Delete the draft <b>{ $title }</b>?

    It cannot be brought back.
wizard-leaving-changes =
    Leave without saving the changes? The event <b>{ $title }</b> stays as it was.
wizard-resuming =
    You have a draft: <b>{ $title }</b>

    Continue with it or start over? If you start over, the draft is lost.

wizard-published =
    ✅ The event is published: <b>{ $title }</b>

    The invitations are on their way.
wizard-publishing =
    ⏳ <b>{ $title }</b>

    It is published, and the invitations go out, in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }. You can still change your mind.
wizard-undo = Undo
wizard-undone = Nothing was sent, nobody got an invitation. The draft is below.
wizard-scheduled =
    ✅ The event is scheduled: <b>{ $title }</b>

    It will be published, and the invitations sent: { $at }.
wizard-saved = ✅ The changes are saved: <b>{ $title }</b>
wizard-discarded = The draft is deleted.
wizard-unchanged = All right, nothing changes.
wizard-moved =
    ✅ The event is moved: <b>{ $title }</b>

    New time: { $starts }.
wizard-done-cancel = The event is cancelled: <b>{ $title }</b>
wizard-done-all = All dates are cancelled: <b>{ $title }</b>
wizard-done-remove = Removed: <b>{ $title }</b>. Members have not seen it.

wizard-move-day =
    Moving: <b>{ $title }</b>
    Now: { $starts }

    To which day? Choose it in the calendar or write it, with the time if you like: <i>5 December 18:30</i>
wizard-move-preview =
    Move the event <b>{ $title }</b>?

    Was: <s>{ $starts }</s>
    Will be: <b>{ $new }</b> ({ $zone })

    { $people ->
        [0] Nobody plans to come yet, so there is nobody to tell.
        [one] <b>{ $people }</b> person will be told.
       *[other] <b>{ $people }</b> people will be told.
    }
wizard-cancel-reason =
    Cancelling: <b>{ $title }</b>
    { $starts }

    Why? Write the reason; everybody who answered will see it. You can also leave it out.
wizard-cancel-confirm =
    Cancel the event <b>{ $title }</b>?
    { $starts }

    { wizard-told } The event cannot be brought back.
wizard-cancel-series = { $dates ->
    [one] <b>{ $dates }</b> date will be cancelled, the last: { $last }.
   *[other] <b>{ $dates }</b> dates will be cancelled, the last: { $last }.
}
wizard-cancel-confirm-series =
    Cancel all dates of the event <b>{ $title }</b> from this one on?
    { $starts }

    { wizard-cancel-series } Everybody who answered will be told. The event cannot be brought back.
wizard-remove-confirm =
    Remove the event <b>{ $title }</b>?
    { $starts }

    It is not published yet: members have not seen it.{ $dates ->
        [1] {""}
        [one] {" "}<b>{ $dates }</b> date will be removed.
       *[other] {" "}<b>{ $dates }</b> dates will be removed.
    }
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
wizard-place-expected = Waiting for the place. Please write it as plain text or send a location.
wizard-people-expected = Waiting for a name. Please write a part of it as plain text.
wizard-cover-expected = Waiting for a picture. Please send it as a photo, not as a file.
wizard-point-expected = Waiting for a location: paperclip → “Location”.
wizard-hall = { $some ->
    [yes] <b>Which room of the House do you need?</b> It is booked when the event is published, for each of its dates.
   *[no] There are no rooms in the House yet. Add them: /manage → “The House”.
}
wizard-room-expected = Waiting for the name of the hall or the number of the room. Please write it as plain text.
wizard-link-expected = Waiting for the link. Please write it as plain text, with its https://
wizard-capacity-expected = Waiting for the number of seats. Please write it in digits, for example: 20.
wizard-quota-expected = Waiting for the seats of one organisation. Please write the number in digits, for example: 2.
wizard-guests-expected = Waiting for the number of guests. Use the buttons or write it in digits.
wizard-ending-expected = Waiting for the number of times or the last day, for example: 10 or 30 June.
wizard-reason-expected = Waiting for the reason. Please write it as plain text or tap “No reason”.
wizard-tap-expected = Please choose with the buttons under the message.

# Buttons.

wizard-skip-description = No description
wizard-skip-reason = No reason
wizard-keep = Leave it as it is
wizard-leave = ✕ Do not create
wizard-publish = Publish
wizard-schedule = Schedule
wizard-save = Save
wizard-more = ⚙️ More settings
wizard-changes = ✏️ Change…
wizard-changes-which = <b>What would you like to change?</b>
wizard-done = Done
wizard-to-preview = ‹ To the event
wizard-discard = Yes, delete
wizard-discard-changes = Do not save
wizard-return = Continue
wizard-start-over = Start over
wizard-to-list = ‹ To the events
wizard-to-board = To the event ›
wizard-stay = Change nothing
wizard-another-day = Another day
wizard-move = Yes, move
wizard-cancel = Yes, cancel the event
wizard-cancel-all = Yes, cancel all dates
wizard-remove = Yes, remove it
wizard-group-about = More about the event
wizard-option-kind = Format
wizard-option-cover = Cover
wizard-option-point = Point on the map
wizard-option-room = Hall or room
wizard-option-hall = Room of the House
wizard-option-link = Link for joining
wizard-option-capacity = Seats
wizard-option-quota = Seats per organisation
wizard-option-deadline = Sign-up deadline
wizard-option-guests = Guests
wizard-option-leads = Reminders
wizard-option-rhythm = Repeat
wizard-option-publication = Publication
wizard-no-cover = Remove the cover
wizard-no-point = Remove the point
wizard-no-room = Leave it out
wizard-no-hall = No room
wizard-no-link = Remove the link
wizard-no-capacity = No limit
wizard-no-quota = No limit
wizard-no-deadline = No deadline
wizard-no-rhythm = Do not repeat
wizard-another-rhythm = ‹ How to repeat
wizard-leads-as-usual = As usual
wizard-publish-at-once = Publish at once
wizard-days-before = { $days ->
    [one] { $days } day before
   *[other] { $days } days before
}
wizard-by-municipality = By municipality
wizard-by-hand = Choose people
wizard-people-clear = Remove all
wizard-change-title = ✏️ Title
wizard-change-description = ✏️ Description
wizard-change-day = ✏️ Day and time
wizard-change-duration = ✏️ Duration
wizard-change-place = ✏️ Place
wizard-change-audience = ✏️ Who is invited
wizard-duration-choice = { $minutes ->
    [60] 1 h
    [90] 1.5 h
    [120] 2 h
    [180] 3 h
    [240] 4 h
    [480] All day (8 h)
   *[other] { $minutes } min
}
wizard-audience-everybody = Everybody · { $everybody }
wizard-audience-delegates = Leaders and delegates · { $delegates }
wizard-audience-council = Council members · { $council }
