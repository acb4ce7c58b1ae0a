# What is wrong with config.toml or with the variables, and what to write instead: plain text.

config-not-there = { $path } (copy config.example.toml to begin)
config-is-folder = { $path } is a folder: name the file in it
config-not-utf-8 = { $path } is not in UTF-8: save it again with the encoding UTF-8
config-closed = { $path } cannot be read ({ $error }): run the command with sudo, or let the bot's user own the file (chown)
config-not-read = { $path } cannot be read ({ $error }): let the bot's user read it
config-not-toml = { $path }: { $known ->
        [yes] at line { $line }
       *[no] at the last line
    } the text is not TOML: put words between quotes, as in name = "Alliance", and write each key and section once

config-in-place = { $place }: { $problem }
config-unknown = { $name } is not a setting of the bot: { $known ->
        [yes] did you mean { $close }?
       *[no] remove it, config.example.toml has all keys
    }
config-no-section = { $place }: { $key } is not a section: write [{ $key }] on a line of its own
config-missing = { $place }: { $key } is missing: { $remedy } (or set { $variable })
config-wrong = { $place }: { $key }{ $entry ->
        [0] {""}
       *[other] , entry { $entry },
    } { $problem }: { $remedy }

config-wrong-form = has the wrong form
config-out-of-range = is out of range
config-not-encrypted = is not encrypted
config-port-not-called = has a port that Telegram does not call
config-no-such-time = names a time that no clock shows
config-same-times = starts and ends at the same time
config-without-clause = does not say, in brackets, where it comes from
config-clause-too-long = has a clause of more than { $limit } characters
config-share-out-of-range = is a share that always or never holds
config-without-base = does not say of whom: { $bases }
config-unknown-zone = is not a known time zone{ $known ->
        [yes] {" "}(did you mean { $close }?)
       *[no] {""}
    }
config-twice = names the same value twice
config-not-shorter = must be shorter than events.promote_until
config-without-api-url = does not name telegram.api_url
config-without-proxy = does not name telegram.proxy
config-secret-live = would show how a secret vote stands
config-field-name = has a field with no name, or a long one
config-room = has a line in a form that cannot be read
config-agenda-item = has an item in a form that cannot be read
config-field-dot = has a field with a dot (·) in its name
config-shared-folder = has the database and its keys

remedy-token = copy it from @BotFather, it looks like 123456789:AAE…
remedy-api-url = write "https://api.telegram.org" or the address of your own Bot API server
remedy-api-urls = list different addresses, such as ["https://api.telegram.org"], and telegram.api_url among them
remedy-proxy = write an address with its port, such as "socks5://127.0.0.1:1080"
remedy-proxies = list different addresses with their ports, such as "socks5://127.0.0.1:1080", or "direct", and telegram.proxy among them
remedy-updates-mode = write "polling" or "webhook"
remedy-listen = write a host and a port, such as "{ $first }"
remedy-webhook-url = write the public address, such as "https://bot.example.org/telegram"
remedy-pages-url = write the address at which browsers open the pages of meetings and of the House, without a path and with https, such as "https://meeting.example.org"
remedy-webhook-secret = make up 16 to 256 Latin letters, digits, _ or -
remedy-alliance-name = write a name of 1 to 100 characters on one line
remedy-zone = write a name such as "Asia/Yekaterinburg" or "Europe/Moscow"
remedy-language = write "ru" or "en"
remedy-administrators = list different Telegram user ids, such as [123456789, 987654321]
remedy-group = write the group's id, a negative number such as -1001234567890
remedy-channel = write the channel's id, a negative number such as -1001234567890
remedy-contact = write whom to ask: 1 to 100 characters on one line, such as "@anna_petrova" or "Anna, +7 343 123-45-67"
remedy-web-address = write a web address, such as "https://example.org/privacy"
remedy-consent-version = remove this line: the bot sees by itself when the text of the consent changes
remedy-database-file = write a file such as "var/alliance.sqlite3"
remedy-backup-folder = write a folder of their own, such as "backups"
remedy-phrase = make up a pass phrase of 12 characters or more, in one line
remedy-whole = write a whole number from { $first } to { $second }
remedy-whole-or-none = write a whole number from 1, or "" for no limit
remedy-true-or-false = write true or false
remedy-pace = write a number from { $first } to 1000; Telegram allows about { $second }
remedy-pace-in-chat = write a number above 0, up to 1000; Telegram allows about 1
remedy-durations = list different durations, such as ["1d", "2h", "15m"]
remedy-duration = write a duration such as "{ $first }"
remedy-duration-from = write a duration such as "{ $first }", of at least "{ $second }"
remedy-duration-or-none = write a duration such as "{ $first }", or "" for none
remedy-duration-up-to = write a duration such as "{ $first }", of at most { $second } days
remedy-call-from = write a duration such as "12h", shorter than events.promote_until
remedy-quiet-hours = write two times such as "22:00-09:00", or "" for none
remedy-weekday = write a day such as "mon" or "fri", or "" for none
remedy-wall-time = write a time of the day such as "10:00"
remedy-log-level = write "debug", "info", "warning" or "error"
remedy-log-format = write "console" or "json"
remedy-title = write a name of 1 to 60 characters
remedy-body = write "council" or "general"
remedy-secrecy = write "named" or "secret"
remedy-voting-mode = write "meeting", "remote" or "correspondence"
remedy-quorum = write a share and its clause, such as "more than 1/2 (7-ФЗ, ст. 29, п. 4)"
remedy-majority = write a share, of whom, and its clause, such as "at least 2/3 of participants (Устав, п. 5.6)"
remedy-recusal = write "stays in the base" or "leaves the base" and the clause, such as "stays in the base (Устав, п. 5.7)"
remedy-competence = write a clause such as "7-ФЗ, ст. 29, п. 3"
remedy-charter-clause = write the clause of your charter, such as "Устав, п. { $first }"
remedy-live = write false, or true in a vote that is not secret
remedy-admissions = list "group", "channel", both or neither, such as ["group"]
remedy-fields = list fields of work with other words for them, such as ["Дети: школа, мамы"]
remedy-rooms = list what can be booked: kind (room, places or thing), how many people or pieces, name, such as ["room 40: Большой зал", "thing 3: Ролл-ап"]
remedy-opening-hours = write opening hours such as "mon-fri 9-21; sat 10-18"
remedy-over-quota = write warn or refuse
remedy-agenda = list the items: kind, minutes, title; the kinds are officers, report, awards, vote, charter, election, procedural, break, other, such as ["report 30: Отчёт за год"]
