# What alliance-bot check finds, and what to do about it: plain text.

check-configuration = ✓ configuration: every key is understood
check-consent-version = {"  "}alliance.consent_version is not needed any more: the bot sees by itself when the text of the consent changes. Remove the line after the next start.
check-command = { $command }

check-subject-files = files
check-files-private = nobody else on this computer can read them
check-files-open = open to everybody on this computer: { $files }

check-subject-address = address
check-address-private = what goes to { $urls } stays private on the way
check-address-open = the token goes to { $url } unencrypted: anybody on the way can read it
check-address-remedy = write https:// in { $key }, or run your Bot API server on this computer

check-subject-program = program
check-program-whole = every form and every text is whole
check-program-damaged = it is damaged ({ $error })
check-program-remedy = install the release again

check-subject-database = database
check-database-intact = { $path } is intact and up to date
check-database-behind = { $path } is intact; the next start brings it up to date
check-database-absent = { $path } does not exist yet; the first start makes it
check-database-error = { $path }: { $error }
check-database-restore = restore a backup (alliance-bot restore)
check-database-in-trouble = see that the disk has room, that no other program holds the database, and that the bot's user may write to its folder
check-closed = { $path } cannot be read by this user
check-closed-remedy = run the command as the bot's user (sudo -u …), or let that user own the file and its folder (chown)
check-no-room = { $path } takes nothing more ({ $error })
check-no-room-remedy = free some room on the disk, and see that the bot's user may write to that folder
check-read-only = { $path } is read-only
check-read-only-remedy = let the bot's user write there

check-subject-port = port
check-port-free = { $address } is free
check-port-own = { $address } is taken by the bot itself: it runs

check-subject-way = way
check-way-answers = { $way } answers in { $seconds } s
check-way-fails = { $way }: { $reason }

check-subject-token = token
check-token-known = it is @{ $bot }'s
check-token-unknown = Telegram does not know it
check-token-remedy = copy telegram.token from @BotFather again

check-subject-webhook = webhook
check-webhook-set = it is { $url }
check-webhook-none = there is none, as polling needs it
check-webhook-other = Telegram has { $there }, the configuration { $wanted }
check-webhook-other-remedy = start the bot: it sets what is configured; or change telegram.mode
check-webhook-fails = Telegram's last call to { $url } failed: { $error }
check-webhook-fails-remedy = see that the address leads to webhook.listen, by HTTPS

check-subject-clock = clock
check-clock-right = within { $seconds } s of Telegram's
check-clock-wrong = this computer is { $seconds } s { $ahead ->
        [yes] ahead
       *[no] behind
    }
check-clock-remedy = switch on the time synchronisation (NTP) of the system
check-clock-unknown = Telegram's answer has no date
check-clock-unknown-remedy = see that api_url is right

check-unreachable = Telegram cannot be reached ({ $reason })
check-not-telegram = what answers there is not Telegram
check-bad-answer = Telegram gave no good answer ({ $reason })
check-unanswered-remedy = check the connection, { $several ->
        [yes] telegram.api_urls and telegram.proxies
       *[no] telegram.api_url and telegram.proxy
    }
