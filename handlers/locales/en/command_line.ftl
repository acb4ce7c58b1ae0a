# What the commands say in the terminal, and why the bot does not start: plain text, no markup.

sentence-list = { $first }, { $second }
sentence-lines =
    { $first }
    { $second }

progress-copying = Copying
progress-rows = Checking rows
progress-invitations = Writing invitations

file-missing = { $path } does not exist: check its name and folder
file-exists = { $path } exists already: choose another name or add --force
file-is-itself = { $path } and { $other } are one file: name another one
file-not-written = { $path } cannot be written ({ $error }): check the folder, its rights and room
file-closed = { $path } is closed to this user ({ $error }): run the command as the bot's user (sudo -u …), or let that user own the file and its folder (chown)
file-not-read = { $path } cannot be read ({ $error }): check its name and rights

database-migrated = { $path } is up to date.
database-unavailable = the database cannot be used ({ $error }): run alliance-bot check
database-in-use = { $path } is in use by a running bot (process { $process }): stop it first
database-in-use-unlocked = { $path } is in use by a running bot, whose { $lock } was removed: stop it first
database-folder-not-writable = { $path }: the folder cannot be written ({ $error }): choose another storage.path or change its rights
database-unusable = { $path }: { $error }: see that the disk has room, that the file may be written and is this bot's database; otherwise restore a backup
database-of-another-program = the database belongs to another program: choose another storage.path
database-of-another-bot = { $path } is not a database of this bot: choose another file
database-newer = the database was written by a newer release (migration { $migration }): install that release, or restore a backup made before it
database-older = { $path } is of an older release: put a copy of it in the place of a database of its own (alliance-bot restore with another storage.path), then run migrate there
database-migration-differs = migration { $migration } differs from the one that made this database: install an untouched release
database-migration-fails = migration { $migration } would leave rows of { $table } without what they refer to: restore a backup, and tell the developers
database-damaged = { $path } is damaged ({ $finding }): restore an older backup
database-not-read = { $path } cannot be read ({ $error }): see that it is an intact database of this bot
database-not-copied = { $path } cannot be copied to { $other } ({ $error }): see that the first is an intact database of this bot, and that the second's disk has room
tombstones-not-read = { $path } cannot be read: put back a copy of it; without it a restored backup brings erased people back

backup-copied = { $file } holds a checked copy of { $path }.
backup-encrypted-copied = { $file } holds an encrypted copy of { $path }; a trial restore was verified.
backup-not-made = { $file } was not made. { $reason } ({ $details })
backup-encrypted = { $path } is encrypted: its pass phrase is needed
backup-other-phrase = { $path } was encrypted by another pass phrase: nothing was changed. Without the right one, nobody can open it
backup-not-decrypted = { $path } cannot be decrypted ({ $error }): restore an older backup

phrase-new = Pass phrase for the backup (without it nobody can open it)
phrase-again = The same once more
phrase-of-file = Pass phrase of { $file }
phrase-other = backup.phrase of the configuration does not open { $file }

restore-done = { $path } is as in { $file }.
restore-kept = The database that was there is now { $path }.
restore-returned-organisations = These left the alliance after the copy was made, and are in it again: { $names }. The chair or the secretary should record once more that they left: /manage → “Organisations”.
restore-returned-people = These left their organisations after the copy was made, and are in them again: { $names }. Their leaders should remove them once more: /me → “My organisation”.
restore-losses-unknown = { $path } cannot be read ({ $error }), so nobody can tell which votes it has that { $other } lacks. Nothing was changed: add --force to restore all the same
restore-losses =
    { $path } has entries { $first } to { $last } in its record of votes that { $other } lacks:
    { $votes }
    Nothing was changed. Add --force to restore all the same: these would be lost, the record would say so, and the voters of open votes would be told.
restore-loss = • vote { $poll } “{ $question }”: { $entries }{ $same ->
        [yes] {""}
       *[no] {" "}({ $state ->
            [scheduled] scheduled
            [open] open
            [closed] closed
            [cancelled] cancelled
           *[none] not there
        } now, { $former ->
            [scheduled] scheduled
            [open] open
            [closed] closed
            [cancelled] cancelled
           *[none] not there
        } then)
    }
restore-loss-apart = • of no vote in particular: { $entries }
restore-loss-entries = { $kind ->
        [opened] openings
        [proxy] proxies given
        [revoked] proxies withdrawn
        [recused] recusals
        [ballot] ballots
        [repeated] ballots cast again
        [voted] secret votes
        [held] calls held
        [confirmed] confirmations
        [stated] statements
        [unstated] statements withdrawn
        [present] people present
        [closed] closings
        [cancelled] cancellations
        [lot] lots
        [minutes] minutes
        [meeting] acts of meetings
        [restored] restored backups
       *[other] other entries
    }: { $count }

import-example-only = an example is only written: leave out the other options
import-dry-run-only = a dry run lets nobody in: leave out --invitations or --dry-run
import-columns-ignored = Columns that mean nothing here are left out: { $columns }
import-change-organisation = organisation { $name } (INN { $inn })
import-change-person = person { $name } (INN { $inn })
import-row-problem = ! row { $row }, { $column }: { $said ->
        [yes] “{ $value }” { $problem }
       *[no] { $problem }
    }
import-row-fault = { $fault ->
        [missing] is missing: write it
        [too_long] is too long: write at most { $limit } characters
        [not_inn] is not an organisation's INN: it has 10 digits, the last of which checks the others; format the column as text, so that a leading 0 stays
        [not_ogrn] is not an organisation's OGRN: it has 13 digits, the last of which checks the others, or is left empty
        [not_phone] is not a phone number: write one number such as +7 343 371-12-34, or nothing
        [not_email] is not an e-mail address: write one address such as anna@example.org, or nothing
        [not_yes_or_no] is neither yes nor no: write yes, no, да, нет, 1, 0, or nothing
        [not_role] is not a role: write leader, council, chair, secretary, organiser, administrator (or руководитель, совет, председатель, секретарь, организатор, администратор) with commas between
        [contradiction] disagrees with row { $rows }: say the same in both, none of them goes in
        [left] belongs to an organisation that has left the alliance: to come back, it applies
        [taken] is another organisation's: see which of the two is right
       *[formula] is a formula without a value: write what it should show, or open the file in a spreadsheet program and save it, so that the result is in it
    }
import-sum = { $dry ->
        [yes] Would be: organisations
       *[no] organisations
    }: { $organisations_added } added, { $organisations_changed } changed; people: { $people_added } added, { $people_changed } changed; { $unchanged } unchanged; rows refused: { $refused }
example-suffix = { $path }: choose a name that ends with .xlsx
example-exists = { $path } is there already: choose another name
example-written = { $path } is a sample: replace its rows with yours, then import it

sheet-too-large = { $path } is larger than 20 MB: export only the members' sheet
sheet-empty = { $path } is empty: fill in a row of headings and the members
sheet-too-long = { $path } has more than { $count } rows: import it in parts
sheet-without-rows = { $path } has headings only: add a row for each person
sheet-column-twice = { $path } has the column { $column } twice: rename one of them
sheet-without-columns = { $path } lacks { $count ->
        [one] the column
       *[other] the columns
    } { $columns }: add to the row of headings (cells below may stay empty)
sheet-of-old-excel = { $path } is an old or a protected Excel file: save it as XLSX without a password
sheet-unreadable = { $path } is not a spreadsheet: save it as XLSX or CSV
sheet-excess = { $path } has { $excess }: copy the members' rows into a new file
sheet-excess-parts = more than { $count } parts
sheet-excess-unpacked = more than { $size } MB when it is unpacked
sheet-excess-elements = more than { $count } cells and texts
sheet-excess-columns = more than { $count } columns
sheet-excess-sheets = more than { $count } sheets
sheet-excess-rows = something in row { $row }, below row { $count }
sheet-excess-doctype = a document type, whose entities might never end

leaflets-suffix = { $path }: choose a name that ends with .html, .csv or .xlsx
invitations-username = write the bot's username, such as alliance_bot
invitations-no-username = Telegram was asked for the bot's username in vain: run alliance-bot check, or give the username with --bot
invitations-written = { $path } has { $count ->
        [one] { $count } invitation. Hand it out in person.
       *[other] { $count } invitations. Hand them out in person.
    }

folder-has-others = { $path } contains { $name }, and the folder is replaced as a whole: name an empty folder or a new one
directory-exported = { $path } has { $count ->
        [one] { $count } organisation. Put the folder on the alliance's site.
       *[other] { $count } organisations. Put the folder on the alliance's site.
    }

verify-head-wrong = write it as it was posted: NUMBER:DIGEST

token-refused = Telegram does not know this token: copy telegram.token from @BotFather again
clock-wrong = this computer's clock is { $seconds } s { $ahead ->
        [yes] ahead of
       *[no] behind
    } Telegram's, and votes close by it: switch on the time synchronisation (NTP) of the system
listen-refused = { $key }: { $address } cannot be listened on ({ $error }): choose another port, or stop what uses this one

units-user = the bot cannot run as { $user }: name a user of its own (--user)
units-character = { $path } has a character that systemd takes otherwise: rename the folder
units-shared-folder = { $path } has the database: choose another storage.path, for the keys of secret votes lie beside it and must not be among the backups
units-without-file = { $path } does not exist: a service needs its settings in a file
units-differ = { $path } is there and differs: look at it, then add --force
units-not-written = { $path } cannot be written ({ $error }): name another folder, or use sudo
units-verified = ✓ systemd-analyze verify has nothing to say
units-unverified =
    systemd-analyze verify is not content:
    { $found }
units-next = Next, as root:
