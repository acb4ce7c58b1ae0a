# For administrators: how the bot is, and what needed the server before.

command-admin = The bot’s state
help-for-administrators = For administrators:
help-administration = /admin — how the bot is doing: queue, failures, database and its backup

admin-state = { $well ->
        [yes] 🛠 <b>The bot works</b>
       *[no] ⚠️ <b>The bot is in trouble</b>
    }
    { $at }
admin-telegram = { $asked ->
        [yes] <b>Telegram:</b> answered { $ago } ago
       *[no] <b>Telegram:</b> has not answered since the start
    }
admin-outbox = { $waiting ->
        [0] <b>Message queue:</b> empty
       *[other] <b>Message queue:</b> { $waiting } to be sent, the first has waited { $oldest }
    }
admin-put-aside = { $count ->
        [0] <b>Put aside after errors:</b> nothing
       *[other] <b>Put aside after errors:</b> { $count }. The bot tries again after a restart
    }
admin-database = <b>Database:</b> { $size } MB
admin-database-unreadable = <b>Database:</b> cannot be read. Check whether the disk is full
admin-backup = { $known ->
        [yes] <b>Last backup:</b> { $at }
       *[no] <b>Last backup:</b> the bot knows of none. Make one with the backup command
    }
admin-sweeps = { $broken ->
        [0] <b>Regular jobs:</b> they run
       *[other] <b>Regular jobs that do not run:</b> { $broken }
    }
admin-sweep = { $failed ->
        [yes] • <code>{ $name }</code>: <code>{ $error }</code>
       *[no] • <code>{ $name }</code>: last succeeded { $ago } ago
    }
admin-version = <b>Version:</b> { $version }, running for { $running }
admin-seconds = { $seconds } s

button-admin-refresh = Refresh
