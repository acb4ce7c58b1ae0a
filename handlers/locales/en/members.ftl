# People: joining, consent, language, one's own page.

stranger-welcome =
    Hello! This is the bot of “{ $alliance }”.

    It tells members about events, takes their answers and reminds them of meetings.

    To join, open your invitation link. The leader of your organisation or the organisers of the alliance have it.
consent =
    Hello, { $name }!

    To send you invitations and remember your answers, the bot of “{ $alliance }” needs your consent to the processing of your personal data: name, organisation, position, contacts and Telegram account. Only organisers see it. You can download your data in /me.

    If you change your mind, erase your data in /me any day.{ $policy ->
        [yes] {""}

    The full text of the consent: { $url }
       *[no] {""}
    }
choose-language = Which language suits you?
member-welcome =
    { $represents ->
        [yes] Welcome, { $name }! Your organisation is { $organisation }.
       *[no] Welcome, { $name }!
    }

    When there is a new event, we will write. Until then:
    /events – what lies ahead
    /me – your data and settings{ $organiser ->
        [yes] {""}
    /manage – create an event and follow the answers
       *[no] {""}
    }
help =
    Here is what I can do:

    /events – upcoming events: open and answer
    /me – your data, language and time zone
    /help – this help{ $organiser ->
        [yes] {""}

    For organisers:
    /manage – create, move or cancel an event, see the answers
       *[no] {""}
    }
not-understood = I do not understand this. Have a look at the events – /events – or the help – /help.

profile =
    <b>{ $name }</b>
    { $organisation }
    Position: { $position }
    In the alliance: { $roles }

    Language: { $language }
    Time zone: { $zone }. Your quiet hours follow it.
choose-zone = Where do you live? By that clock we will not disturb you at night.
own-data = All that the bot keeps of you.
erase-question =
    <b>Erase your data?</b>

    We will erase your name, contacts, position, roles and all your answers. No invitations or reminders will come any more. It cannot be undone: to come back you will need a new invitation.
erased = Done: we do not remember you any more. Thank you for having been with us!

language-ru = Русский
language-en = English
role-member = member
role-delegate = delegate
role-leader = leader of an organisation
role-council = member of the council
role-chair = chair of the council
role-secretary = secretary of the council
role-organiser = organiser
role-administrator = administrator

button-consent = I agree
button-me-language = Language
button-me-zone = Time zone
button-me-data = My data as a file
button-me-erase = Erase my data
button-erase = Yes, erase for good

command-start = Start again
command-events = Events and my answers
command-manage = Manage events
command-me = My data and settings
command-help = What the bot can do
