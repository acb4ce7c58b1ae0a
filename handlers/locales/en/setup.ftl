# The command setup: it asks in the terminal and writes config.toml.

setup-welcome = Let us set up the bot: a few questions, and { $file } is ready. The present value is in brackets, Enter keeps it. Ctrl+C leaves, and nothing changes.
setup-yes-no = { $question } (yes/no)
setup-yes = yes
setup-no = no
setup-answer-wrong = Write "yes" or "no".
setup-from-environment = { $setting } comes from the variable { $variable }, so it is not asked for.

setup-token = The token from @BotFather (it is not shown as you type)
setup-token-wrong = This is not a token. It looks like 123456789:AAE… Copy all of it from @BotFather.
setup-way-works = { $way }: Telegram answers, the bot is @{ $bot }
setup-way-refuses = { $way }: Telegram answers, but does not know the token
setup-way-fails = { $way }: Telegram does not answer ({ $reason })
setup-way-direct = without a proxy
setup-unreachable = Telegram cannot be reached. Check the network and press Enter, or give a proxy.
setup-variable-wrong = The value of the variable { $variable } does not work. Correct it and run setup again. Nothing has changed.
setup-proxies = Proxies, separated by commas, such as socks5://user:password@host:1080; direct means none
setup-proxies-wrong = Write addresses such as socks5://host:1080 or http://host:3128, each with its port and only once, or direct.

setup-start = Open @{ $bot } in Telegram and send /start to the bot: this is how it learns who the administrator is. Waiting for five minutes.
setup-start-busy = Another program receives the messages now: the bot is probably running.
setup-start-none = No message has come.
setup-start-failed = Telegram did not hand over the messages ({ $reason }).
setup-is-it-you = It is { $person }. Is this you?
setup-another = Administrators: { $ids }. Add another one?
setup-administrator = The administrator's Telegram id: a number, @userinfobot tells it
setup-administrator-wrong = The id is a whole number such as 123456789, not a telephone number.

setup-name = The name of the alliance, as people see it
setup-name-wrong = It needs 1 to 100 characters on one line.
setup-zone = Time zone
setup-zone-wrong = There is no such time zone. Write, for example, Europe/Moscow, Asia/Yekaterinburg or Asia/Vladivostok.

setup-unchanged = Nothing to change: { $file } is as it was.
setup-written = { $file } is written; nobody but you can read it.
setup-not-writable = { $file } cannot be written ({ $reason }). Choose another folder, or run the command as its owner.
setup-not-editable = { $file } is written in an unusual way: change { $setting } by hand. Nothing has changed.
setup-stopped = { $written ->
    [yes] Stopped. The settings have already been written.
   *[no] Stopped. Nothing has changed.
}
setup-check = Checking (alliance-bot check):
setup-check-failed = Not everything is well: do what stands after the arrows, and run { $program } check --config { $file } again.
setup-service = Write a systemd service, so that the bot starts by itself and makes a copy of the database every night?
setup-service-folder = The folder for the service
setup-service-failed = The service is not written. It can also be written later: sudo { $program } units /etc/systemd/system --config { $file }
setup-done = Done. To start the bot: { $program } run --config { $file }

setup-comment-file =
    The settings of the bot. Change them here or by alliance-bot setup; then restart the bot.
    All other settings, with explanations, are in config.example.toml.
setup-comment-token =
    The token is the bot's key, @BotFather gives it to you. Do not show it to anyone.
setup-comment-proxies =
    Proxies, if Telegram cannot be reached directly. They are tried in this order; "direct" means none.
setup-comment-name =
    The name of the alliance, as people see it: up to 100 characters.
setup-comment-time_zone =
    The time zone: "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok" …
setup-comment-language =
    The language for people who have not chosen one: "ru" or "en".
setup-comment-administrators =
    Who may administer the bot: Telegram ids, separated by commas.
