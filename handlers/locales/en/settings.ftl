# For administrators: what a chat is, settings, the audit log, copies of the database.

place = { $place ->
        [group] the alliance’s group
        [council_group] the council’s group
       *[channel] the alliance’s channel
    }
here-ask = <b>{ $chat }</b>: what is this chat?

    Only an administrator of the bot can answer.
here-present = { $fixed ->
        [yes] • { place }: set in config.toml, <code>{ $setting }</code>
       *[no] { $known ->
            [no] • { place }: none yet
           *[yes] { $this ->
                [yes] • { place }: this chat
               *[no] { $titled ->
                    [yes] • { place }: “{ $title }” now
                   *[no] • { place }: another chat now
                }
            }
        }
    }
here-private = A group is chosen in the group: add the bot there and send /here, without hiding your name.

    A channel is chosen here: make the bot an administrator of the channel and forward any of its posts to this chat.
here-nothing = All right, this chat means nothing to the bot.
here-replace = “{ $title }” is { place } now. Replace it by this chat?
here-trial = A test: the bot can write here.
here-done = ✅ <b>{ $chat }</b> is { place } from now on. The bot can write here, and the buttons for this chat are there already.
button-here = { $place ->
        [group] The alliance’s group
        [council_group] The council’s group
       *[channel] The alliance’s channel
    }
button-here-nothing = None of these
button-here-replace = Yes, replace it

# --- Settings

button-admin-settings = Settings
settings =
    ⚙️ <b>The alliance’s settings</b>

    Only administrators change them, and they take effect at once. What config.toml says changes only in the file.

settings-line = • { $name }: <b>{ $value }</b>{ $fixed ->
        [yes] {" "}— in config.toml
       *[no] {""}
    }
settings-chats = Groups and the channel are chosen by /here.
setting = ⚙️ <b>{ $name }</b>: { $value }
setting-none = none
setting-name = The alliance’s name
setting-name-about = Write the new name: up to 100 characters on one line. It will be in the greeting and in new minutes.
setting-quiet-hours = Quiet hours
setting-quiet-hours-about = At these hours the bot does not disturb people who chose no hours of their own. Choose or write, for example 21:30-08:00.
setting-event-leads = Reminders of events
setting-event-leads-about = How long before the start to remind people, if neither the event nor the person has other times.
setting-poll-leads = Reminders of votes
setting-poll-leads-about = How long before the end to remind those who have not voted. For new votes.
setting-question = Ask “Still coming?”
setting-question-about = How long before an event to ask those who are going whether they still come.
setting-digest-day = Reachability digest
setting-digest-day-about = On which day organisers get the digest of people whom messages do not reach.
setting-day = { $day ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    }
button-setting-option = { $chosen ->
        [yes] ✓ { $words }
       *[no] { $words }
    }
button-setting-default = Back to the default

SettingFixed = Set in config.toml: { $setting }. To change it here, remove that line.
SettingChanged = Another administrator changed this while you were choosing. Open the setting again.
SettingUnusable = This value will not do. Write it differently.
ChatNotUsable = The bot cannot write in this chat, so nothing was saved. Add the bot to the chat (to a channel as an administrator who may post) and try again.
