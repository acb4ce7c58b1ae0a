# The help of the commands (--help), read without Fluent's formatter: no variables here.

help-arguments = What to name
help-options = Options
help-commands = Commands

help-alliance-bot = A Telegram bot for an alliance of non-profit organisations.
help-any-help = Show this help and exit.
help-any-config = The configuration; config.toml unless said otherwise. Without such a file the ALLIANCE_… environment variables suffice.

help-setup = Ask for what the bot needs, try it, write the configuration, check it, offer a service.

    Run again, it changes only what is answered differently. Nothing is written before the questions about the settings are answered.
help-setup-language = The language of the questions; otherwise that of the configuration, or of LANG.

help-run = Run the bot until SIGINT or SIGTERM; what is under way is finished first.

help-demo = Show a made-up alliance in the browser, on a day that is prepared for trying things.

    The bot, the database and HTTP are real; Telegram is played by a local server. With --exit the story is played, and the exit code tells whether people saw what they should have seen.
help-demo-port = Where the page is served.
help-demo-seed = Another number makes another alliance.
help-demo-language = The language of the bot, the page and the story.
help-demo-story = Play a story first, live.
help-demo-exit_after = End after the story.

help-check = Look at configuration and files, program and database, ports, each way to Telegram, the token, the webhook and the clock.

    The exit code is 1 if something is wrong, 2 if it is the configuration.

help-migrate = Make the database, or bring it up to date with this release.

    The bot does so by itself when it starts.

help-backup = Copy the database to FILE, as it is at this moment; the bot may run meanwhile.

    If the name ends in .age, the copy is encrypted by the pass phrase of the configuration, or by one that is asked for, and a trial restore is verified. Nobody can open it without the phrase.
help-backup-file = Where the copy goes.
help-backup-force = Overwrite FILE.

help-restore = Put the copy FILE in the database's place; the bot must not run.

    The pass phrase of an encrypted one is taken from the configuration, or asked for.

    The database that was there is kept beside it. People who were erased since stay erased, and invitations used since stay used: the file DATABASE.tombstones remembers them. People who have left an organisation or the alliance since then are members again, and are named. Votes that FILE lacks are listed, and only --force discards them. The record says that it was restored, and the voters of open polls are told.
help-restore-file = A copy made by backup.
help-restore-force = Lose votes that FILE lacks.

help-import = Add and change people and organisations as FILE says.

    FILE has the columns organisation, short_name, inn, ogrn, municipality, person, position, phone, email, delegate, roles (or their Russian names) in any order, and may have patronymic and document, what a representative's right to vote rests on. The same file twice changes nothing. Good rows go in; bad ones are reported, and then the exit code is 1.
help-import-file = A CSV or XLSX file.
help-import-example = Write a sample to FILE instead, to be filled in.
help-import-dry_run = Only print what would change.
help-import-invitations = Then write invitations to OUT: .html, .csv or .xlsx.

help-any-bot = The bot's username for the links; unless it is given, Telegram is asked.

help-invitations = Write new one-time invitations for everybody who has not joined.

    An .html file is for printing: a card with a QR code for each person. Who holds a link can come in as that person, so only you can read FILE. Links issued earlier stay valid until they expire.
help-invitations-file = A name in .html, .csv or .xlsx.

help-export-directory = Write what is public of the directory into FOLDER: the page index.html and the data directory.json, for the alliance's site.

    No leader is named, and only those contacts are there that organisations chose to show. The folder is replaced as a whole: visitors of the site see the former files or the new ones. The bot may run meanwhile. The command can be run every night.
help-export-directory-folder = A folder with nothing else in it; if there is none, it is made.

help-verify = Check chains, seals, rolls and counts of the votes, and say in plain words what is found.

    The bot may run meanwhile. The exit code is 1 if something does not agree.
help-verify-poll = The number of one vote; all of them without it.
help-verify-file = A copy made by backup.
help-verify-head = An end of the chain as it was posted to a chat, shown on a ballot's card or printed in minutes; the first 16 digits will do. May be given many times.

help-units = Write systemd units to FOLDER: the bot, and a backup every night, kept for thirty days.

    If the bot makes encrypted backups itself (backup.folder), there is no unit for them.

    They name program, configuration and database where these are now. The bot runs as a user of its own, and can write nothing but the folders of the database and of the backups.
help-units-folder = Where they go: /etc/systemd/system, with sudo.
help-units-user = The system's user whom the bot runs as.
help-units-force = Replace files that differ.

help-privacy = Print what the bot keeps about people, why, how long, and what is erased on request: a table for the alliance’s policy.
help-version = Print the versions of the bot, of Python and of SQLite.
