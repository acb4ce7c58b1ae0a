# Nightly copies of the database: who gets them, and why one was not made.

due-backup = make the nightly copy of the database

failure-backup-no-room = There is no room left on the disk. Free some, or choose another folder for the copies: <code>backup.folder</code> in the settings.

failure-backup-not-writable = The folder for the copies cannot be written to. See that it exists, that its disk is connected, and that the bot may write there.

failure-backup-database = The database could not be read: it may be damaged. Earlier copies are intact. Check the database with <code>alliance-bot check</code>.

failure-backup-trial = A copy was made, but it did not pass its check: the database could not be restored from it. This copy was not kept; earlier ones are intact. The disk or the memory may be failing.

failure-backup-record = The database was copied, but the record of the votes does not agree. The copy is kept apart: its name begins with <code>unverified-</code>. The command <code>alliance-bot verify</code> shows what does not agree.

failure-backup-busy = Another copy was being made at the same time.

failure-backup-too-long = The copy was not ready within an hour.

failure-backup-program = The program that makes the copy stopped unexpectedly.

backup-made = 🗄 The nightly copy of the database, { $size } MB. It is checked and encrypted: only the pass phrase from the bot’s settings opens it.

    Keep the file apart from the server, and do not forward it to anyone.

backup-too-large = 🗄 The nightly copy of the database is ready and checked, but it takes { $size } MB, and bots can send files of up to 50 MB only.

    Please fetch it from the server: the file <code>{ $name }</code> in the folder <code>{ $folder }</code>.

backup-gone = 🗄 The nightly copy <code>{ $name }</code> is no longer on the server: newer ones have taken its place.
