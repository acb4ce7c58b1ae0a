# For administrators: what the bot was to do at its time, and could not.

put-aside = ⚠️ <b>The bot could not { $what }</b>

    It tried { $attempts ->
        [one] { $attempts } time
       *[other] { $attempts } times
    } and put this aside so that nothing else has to wait: everything else goes on as usual. It will try again after a restart.

    Please pass this on to the person who looks after the server: the bot’s log gives the cause under number <b>{ $id }</b> (<code>failure_id</code>), the error is <code>{ $error }</code>.
