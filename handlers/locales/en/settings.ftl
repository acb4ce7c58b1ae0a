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

SettingFixed = Set in config.toml: { $setting }. To change it here, remove that line.
SettingChanged = Another administrator changed this while you were choosing. Open the setting again.
SettingUnusable = This value will not do. Write it differently.
ChatNotUsable = The bot cannot write in this chat, so nothing was saved. Add the bot to the chat (to a channel as an administrator who may post) and try again.
