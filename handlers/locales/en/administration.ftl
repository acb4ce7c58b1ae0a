# For administrators: how the bot is, and what needed the server before.

command-admin = The bot’s state, people and roles
help-for-administrators = For administrators:
help-administration = /admin – how the bot is doing: queue, failures, database and its backup; find or add a person, give or take a role; load a spreadsheet of people. /here in a group tells the bot which group it is

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
       *[no] <b>Last backup:</b> the bot knows of none
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

# --- People and roles

button-admin-people = People and roles
button-roster-new = ➕ New person
button-roster-give = Give a role
button-roster-edit = ✏️ Change the data
button-roster-merge = Merge with another record
button-roster-take = Take: { $role }
button-roster-take-sure = Yes, take it

roster-ask =
    👥 <b>People and roles</b>

    Whom shall we find? Write a name or the name of an organisation; a part is enough.
roster-found = { $count ->
        [0] Nobody found. Write it differently, or shorter.
        [one] { $count } person found.
       *[other] { $count } people found.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the first; { $more } more: write more exactly to see the right one.
    }
roster-person =
    👤 <b>{ $name }</b>{ $known ->
        [yes] {""}
    { $origin }
       *[no] {""}
    }
    { $joined ->
        [yes] In the bot: yes
       *[no] In the bot: not yet
    }{ $delegate ->
        [yes] {""}
    Delegate: votes for the organisation
       *[no] {""}
    }

    { $roles ->
        [yes] <b>Roles:</b>
       *[no] No roles.
    }
roster-role = • { $role }{ $dated ->
        [yes] { $begun ->
            [yes] , since { $since }
           *[no] , beginning { $since }
        }
       *[no] {""}
    }{ $limited ->
        [yes] , up to and including { $until }
       *[no] {""}
    }
roster-take = Take the role “{ $role }”? { $name } loses these rights at once, and what was planned for this role is cancelled.

merge-ask =
    <b>{ $name }</b>: merge with another record

    If a person is recorded twice, find the second record: write a name or an organisation.{ $namesakes ->
        [0] {""}
       *[other] {" "}Records with the same name are below already.
    }
merge-preview =
    <b>Is this one person?</b>

    Stays: <b>{ $kept }</b>
    Goes: <b>{ $gone }</b>

    Data: those of the first record stay; what is empty there comes from the second.{ $roles ->
        [none] {""}
       *[other] {""}
    Roles that come over: { $roles }
    }{ $lost ->
        [none] {""}
       *[other] {""}
    Roles that end: { $lost }
    }
    Answers to coming events that come over: { $moved }{ $double ->
        [0] {""}
       *[other] , that stay as the first record has them: { $double }
    }{ $accounts ->
        [0] {""}
        [1] {""}
    Telegram: one account is connected, and it stays
       *[other] {""}
    ⚠️ Telegram: both accounts are connected. The account of the first record stays, the other loses access
    }{ $votes ->
        [0] {""}
       *[other] {""}
    ⚠️ Past votes of the second record ({ $votes }) stay in the minutes as they are, but no dissent can be recorded for them any more
    }

    This cannot be undone.
merge-done = ✅ The records are merged.
button-merge-sure = Yes, merge
button-merge-swap = Keep the other one

grant-role = Which role shall we give? <b>{ $name }</b>
grant-since = From which day? Choose it or write it, for example “1 February”.
grant-since-none = From today
grant-until = Up to and including which day? Choose it or write it.
grant-until-none = No end
grant-preview =
    <b>{ $name }</b>
    Role: { $role }
    Beginning: { $later ->
        [yes] { $since }
       *[no] today
    }
    Last day: { $limited ->
        [yes] { $until }
       *[no] none
    }
grant-give = Give the role
grant-given = ✅ Done: the role is recorded. <b>{ $name }</b>
grant-to-person = To the person

person-new-organisation = Which organisation is the person from? Write a part of its name, or choose.
person-new-organisation-new = ➕ New organisation
person-new-organisation-none = No organisation
person-new-inn = What is the INN of the new organisation? Ten digits.
person-new-house = What is its full name, as in its charter?
person-new-name = What is the name? First name and surname, as the alliance’s papers have it.
person-new-patronymic = Which patronymic? Minutes need it.
person-new-position = Which position?
person-new-phone = Which phone? One number, for example +7 343 371-12-34.
person-new-email = Which e-mail? One address.
person-new-delegate = Do they vote for the organisation?
person-new-delegate-yes = Yes, a delegate
person-new-delegate-no = No
person-new-skip-patronymic = No patronymic
person-new-skip-position = No position
person-new-skip-phone = No phone
person-new-skip-email = No e-mail
person-new-expected = Please answer with plain text.
person-new-preview =
    Is it all right?

    <b>{ $name }</b>
    Patronymic: { $patronymic }
    Organisation: { $organisation }{ $founded ->
        [yes] {""}
    INN of the new organisation: { $inn }
       *[no] {""}
    }
    Position: { $position }
    Phone: { $phone }
    E-mail: { $email }
    Delegate: { $delegate ->
        [yes] yes
       *[no] no
    }
person-new-add = Add
person-new-edit-organisation = ✏️ Organisation
person-new-edit-name = ✏️ Name and patronymic
person-new-edit-position = ✏️ Position
person-new-edit-phone = ✏️ Phone
person-new-edit-email = ✏️ E-mail
person-new-edit-delegate = ✏️ Delegate
person-new-added = ✅ Now of the alliance: <b>{ $name }</b>. Open the card to give a role or to get an invitation link.
person-new-to-person = To the person

person-part-name = name
person-part-patronymic = patronymic
person-part-position = position
person-part-phone = phone
person-part-email = e-mail
person-part-delegate = delegate
person-part-document = document
person-edit-preview =
    ✏️ <b>{ $name }</b>
    Patronymic: { $patronymic }
    Organisation: { $organisation }
    Position: { $position }
    Phone: { $phone }
    E-mail: { $email }
    Delegate: { $delegate ->
        [yes] yes
       *[no] no
    }{ $moves ->
        [yes] {""}

    ⚠️ The organisation changes. They will no longer lead the former one nor vote for it, and an old invitation link stops working.
       *[no] {""}
    }
person-edit-save = Save
person-edit-saved = ✅ Saved: <b>{ $name }</b>

# --- The spreadsheet of people, and invitations

button-admin-import = Load a spreadsheet
button-import-sample = Sample spreadsheet
button-import-load = Load it
button-import-invitations = Invitations as a file

import-ask =
    📄 <b>Load a spreadsheet</b>

    Send the spreadsheet of people as an XLSX or CSV file. First we show what would change; nothing is written until you agree.

    Invitations as a file are a page to print: a link and a QR code for everybody who is not in the bot yet.
import-sample-caption = Replace the sample rows with yours and send the file here. The second sheet explains the columns.
import-expected = We are waiting for a spreadsheet, as an XLSX or CSV file.
import-unreadable = ⚠️ The spreadsheet could not be read: { $reason }. Please correct it and send the file again.
import-preview =
    <b>This would change</b>

    Organisations: { $organisations_added } new, { $organisations_changed } changed
    People: { $people_added } new, { $people_changed } changed
    Staying as they are: { $unchanged }
    Rows with mistakes: { $refused }
import-done =
    ✅ <b>The spreadsheet is loaded</b>

    Organisations: { $organisations_added } new, { $organisations_changed } changed
    People: { $people_added } new, { $people_changed } changed
    Stayed as they are: { $unchanged }
    Rows with mistakes: { $refused }
import-people-new =
    <b>New people</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
import-people-changed =
    <b>Changed data</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
import-refused =
    <b>These rows stay out</b>
    { $rows }{ $more ->
        [0] {""}
       *[other] {""}
    … and more rows: { $more }
    }
import-problem = • Row { $row }, { $column }: { $said ->
        [yes] “{ $value }” — { $fault }
       *[no] { $fault }
    }
import-fault = { $fault ->
        [missing] empty, write it
        [too_long] too long, write at most { $limit } characters
        [not_inn] not an organisation’s INN: it has 10 digits
        [not_ogrn] not an organisation’s OGRN: 13 digits, or empty
        [not_phone] not a phone number: one number, or empty
        [not_email] not an e-mail address: one address, or empty
        [not_yes_or_no] write yes, no, or leave it empty
        [not_role] no such role, the sample lists them
        [contradiction] disagrees with row { $rows }: write the same
        [taken] another organisation’s OGRN
        [left] this organisation has left the alliance: to come back, it has to apply
       *[formula] a formula without a value: write what it shows
    }
import-invitations = { $count ->
        [one] { $count } invitation.
       *[other] { $count } invitations.
    } Open the file in a browser and print it. Hand them out in person: the person who opens a link comes in under that name.
import-nobody-to-invite = There is nobody to invite: everybody is in the bot already.
