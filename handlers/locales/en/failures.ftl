# For administrators: what the bot was to do at its time, and could not.

put-aside = ⚠️ <b>The bot could not { $kind ->
        [event_publication] publish event No. { $number }
        [event_plan] plan the reminders of event No. { $number }
        [event_reminders] remind people of event No. { $number }
        [event_waitlist] pass on the seats that became free at event No. { $number }
        [event_post] update the post about event No. { $number }
        [event_screen] change the code on the screen of event No. { $number }
        [poll_opening] open vote No. { $number }
        [poll_closing] count the result of vote No. { $number }
        [ballot_reminders] remind people of vote No. { $number }
        [ballot_numbers] part the numbers of secret ballots from the ballots of vote No. { $number }
        [statements] say that the minutes of vote No. { $number } can be drawn up
        [straw_poll] close poll No. { $number }
        [announcement] send announcement No. { $number }
        [mailing_progress] show how mailing No. { $number } is going
       *[reachability_digest] send the digest of who is out of reach
    }</b>

    It tried { $attempts ->
        [one] { $attempts } time
       *[other] { $attempts } times
    } and put this aside so that nothing else has to wait: everything else goes on as usual. It will try again after a restart.

    Please pass this on to whoever looks after the server: the bot’s log gives the cause under number <b>{ $id }</b> (<code>failure_id</code>), the error is <code>{ $error }</code>.
