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
here-replace = “{ $title }” is { place } now. Replace it with this chat?
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

# --- The audit log

button-admin-audit = Audit log
audit =
    📖 <b>Audit log</b>: { audit-kind }, { audit-period }{ $of_person ->
        [yes] , { $person }
       *[no] {""}
    }

    { $count ->
        [0] There are no such entries.
        [one] { $count } entry
       *[other] { $count } entries
    }
audit-kind = { $kind ->
        [events] events
        [polls] votes and minutes
        [news] announcements
        [applications] applications
        [people] people
        [settings] settings
       *[all] everything
    }
audit-period = { $period ->
        [week] of a week
        [month] of a month
        [year] of a year
       *[always] of all time
    }
audit-line = { $at }
    { $actor }: { $act }{ $named ->
        [yes] {" "}— { $about }
       *[no] {""}
    }{ $detailed ->
        [yes] {" "}({ $details })
       *[no] {""}
    }
audit-change = before: { $old }; now: { $new }
audit-bot = The bot
audit-erased = An erased person
audit-kinds = Entries about what?
audit-person = Whose entries? Write a name or surname.
audit-sheet = Audit log
audit-column-at = When
audit-column-actor = Who
audit-column-act = What
audit-column-about = About whom or what
audit-column-details = Details
button-audit-kind = About what…
button-audit-of-kind = { audit-kind }
button-audit-person = Who…
button-audit-everybody = Show everybody
button-audit-period = Show { audit-period }
button-audit-file = As an Excel file

setting-group = The alliance’s group
setting-council-group = The council’s group
setting-channel = The alliance’s channel

act-administrator-bind = an administrator of config.toml came in
act-administrator-merge = an administrator’s records were joined
act-announcement-cancel = an announcement was cancelled before it went out
act-announcement-change = an announcement was changed before it went out
act-announcement-confirm = a second organiser approved an announcement
act-announcement-copy = an announcement was sent to newcomers too
act-announcement-correct = an announcement was corrected
act-announcement-recall = an announcement was recalled
act-announcement-send = an announcement was submitted
act-application-admit = an organisation was admitted
act-application-ask = an applicant was asked for details
act-application-consent = an applicant consented to data processing
act-application-refuse = an application was refused
act-application-send = an application was sent
act-application-vote-down = the council did not admit an organisation
act-application-withdraw = an application was withdrawn
act-audit-export = the audit log was exported
act-backup-ask = a copy of the database was asked for
act-booking-accept = offered time accepted
act-booking-ask = booking requested
act-booking-call-off = booking called off
act-booking-check-in = arrival or handing out noted
act-booking-confirm = booking confirmed
act-booking-give-up = booking given up
act-booking-refuse = booking refused
act-booking-take-back = thing returned
act-colleague-add = a colleague was added to the organisation
act-colleague-remove = a person was removed from the organisation
act-council-elect = a council member was elected
act-directory-confirm = the card of an organisation was confirmed
act-directory-edit = the card of an organisation was changed
act-event-cancel = an event was cancelled
act-event-change = an event was changed
act-event-export = the list of an event’s people was exported
act-event-guest-link = a link for guests was made
act-event-guest-link-close = the link for guests was closed
act-event-guest-link-renew = the link for guests was replaced
act-event-move = an event was moved
act-event-post = an event’s card was posted to a group or channel
act-event-publish = an event was published
act-event-schedule = an event’s publication was scheduled
act-exchange-hide = a post of the exchange was hidden
act-exchange-show = a post of the exchange is shown again
act-group-remove = a former member was removed from the group
act-guest-enter = a guest came in by the link
act-guest-expire = a guest’s data were erased: they were kept long enough
act-guest-merge = a guest turned out to be a person of the alliance
act-helper-dismiss = a helper at the door was dismissed
act-helper-name = a helper at the door was named
act-import = a spreadsheet of people was loaded
act-invitation-issue = an invitation was issued
act-invitation-withdraw = an invitation was withdrawn
act-leader-accept = leadership was accepted
act-leader-decline = leadership was declined
act-leader-offer = leadership was offered
act-leader-replace = the secretary or the chair replaced the leader
act-leader-take-back = an offer of leadership was taken back
act-mailing-paused = a mailing was paused
act-mailing-resumed = a mailing was resumed
act-mailing-stopped = a mailing was stopped
act-meeting-call-off = a meeting was called off
act-meeting-change = the plan of a meeting was changed
act-meeting-convene = a meeting was convened
act-meeting-page = a page of a meeting was opened
act-meeting-page-revoke = the address of a meeting's page was revoked
act-meeting-plan = a meeting was planned
act-meeting-register = the registration of a meeting was opened
act-meeting-registrar = a registrar of a meeting was named or dismissed
act-meeting-told = it was noted how a member was told of a meeting
act-member-add = a person was added
act-member-correct = a person’s data were corrected
act-member-erase = a person’s data were erased
act-member-join = a person joined the bot
act-member-merge = two records of a person were merged
act-member-move = a person moved to another organisation
act-member-office = the delegate or the substitute was changed
act-member-plan-role = a role was planned
act-member-rebind = a person came in with another account
act-member-roles = roles were changed
act-member-roles-kept = a planned change of a role was not made
act-member-unplan-role = a planned role was cancelled
act-minutes-append = an addendum was added to minutes
act-minutes-issue = minutes were issued
act-minutes-register = reminders to register the changes of minutes were planned
act-minutes-scan = a scan was added to minutes
act-organisation-exclude = an organisation was excluded from the alliance
act-organisation-leave = an organisation left the alliance
act-organisation-quit = a person left the organisation
act-organisation-record-leave = the secretary recorded that an organisation left
act-poll-cancel = a vote was cancelled
act-poll-change = a vote was changed before its start
act-poll-close = a vote was closed
act-poll-lot = lots were drawn
act-poll-open = a vote was opened or scheduled
act-proxy-confirm = a proxy was confirmed
act-proxy-register = a proxy was registered
act-proxy-revoke = a proxy was revoked
act-rebinding-confirm = a new account was confirmed
act-rebinding-reject = a new account was rejected
act-resource-add = room or thing added
act-resource-change = room or thing changed
act-resource-close = room or thing closed for a while
act-resource-open = closed days cancelled
act-resource-remove = room or thing removed
act-resource-screen = address of the screen of the House issued
act-resource-screen-revoke = address of the screen of the House revoked
act-setting-change = a setting was changed
act-straw-poll-begin = a straw poll was asked in a group
act-template-delete = a template was deleted
act-template-save = a template was saved

# --- Copies of the database

button-admin-backups = Backups
button-backup-now = Make a backup now
button-backup-restore = How to restore
backups = 🗄 <b>Backups</b>
backups-folder = Each night the bot makes a backup, encrypts it with the pass phrase, and checks it. Backups are on the server in the folder <code>{ $folder }</code>.
backups-none =
    The bot makes no backups of its own yet. To have them, write a folder and a pass phrase into config.toml and restart the bot:

    <pre>[backup]
    folder = "backups"
    phrase = "five words that only you know"</pre>

    Write the phrase down on paper: without it nobody opens a backup.
backup-asked = The backup is being made. You will hear when it is ready and checked: it usually takes less than a minute.
backup-ready = 🗄 The backup is ready, { $size } MB: <code>{ $name }</code> in the folder <code>{ $folder }</code>. It is checked, and encrypted with the pass phrase.
backup-failed = ⚠️ The backup could not be made. The earlier ones are in place.
backup-restore =
    🗄 <b>How to restore the database</b>

    On the server, in the bot’s folder, do one after the other:

    1. Stop the bot:
    <pre>sudo systemctl stop alliance-bot</pre>
    2. See which backups there are:
    <pre>ls { $folder }</pre>
    3. Restore the one you need, by its own name. The command asks for the pass phrase if it is not in the settings:
    <pre>.venv/bin/alliance-bot restore { $folder }/alliance-2026-12-01.sqlite3.age</pre>
    4. Check the database and the record of votes:
    <pre>.venv/bin/alliance-bot check</pre>
    <pre>.venv/bin/alliance-bot verify</pre>
    5. Start the bot:
    <pre>sudo systemctl start alliance-bot</pre>

    The former database stays beside it. Answers that are not in the backup are lost, and secret votes that were open then have to be held again.

SettingFixed = Set in config.toml: { $setting }. To change it here, remove that line and restart the bot.
SettingChanged = Another administrator changed this while you were choosing. Open the setting again.
SettingUnusable = This value will not do. Write it differently.
ChatNotUsable = The bot cannot write in this chat, so nothing was saved. Add the bot to the chat (to a channel as an administrator who may post) and try again.
