# For organisers: whom no message reaches, personal invitations, the weekly digest.

button-reach = Out of reach
reach-board = { $silent ->
    [0]
        📡 <b>Out of reach</b>

        Messages reach every organisation: <b>{ $total }</b>.
   *[other]
        📡 <b>Out of reach</b>

        Messages reach <b>{ $reached } of { $total }</b> organisations; in the others, not a single person. Open an organisation to pass on an invitation.
}
button-reach-house = { $cause ->
    [all_blocked] 🚫 { $name } · blocked
    [nobody_joined] ⏳ { $name } · not connected
    [nobody_known] ❔ { $name } · no people
   *[none] { $name }
}
button-reach-blocked = Blocked the bot · { $count }
reach-blocked = 🚫 <b>Blocked the bot or deleted their account: { $count }</b>

    A personal link brings somebody back, even if their account is another one now. Pass it on by telephone, mail or through colleagues.

reach-house = <b>{ $name }</b>
    { $cause ->
        [all_blocked] No message reaches this organisation: the bot is blocked.
        [nobody_joined] No message reaches this organisation: nobody is connected to the bot yet.
        [nobody_known] We know nobody of this organisation. Add people by a spreadsheet: ask an administrator.
       *[none] Messages get through here.
    }

reach-person = • <b>{ $name }</b>, { $origin } — { $contact ->
    [blocked] blocked since { $since }
    [absent] not connected yet
    [unfinished] no consent to the processing of data
   *[reached] reached
}
button-reach-invite = 🔗 Link: { $name }
button-reach-again = Another link instead
button-reach-copy = Copy the link
reach-invitation =
    🔗 Personal invitation: <b>{ $name }</b>{ $represents ->
        [yes] , { $organisation }
       *[no] {""}
    }{ $known ->
        [yes] {""}
    Contacts: { $contacts }
       *[no] {""}
    }

    { $link }

    Pass the link or this code to that person only: it lets in once. It works until { $until }. Earlier links of this person no longer work.{ $contact ->
        [blocked] {""}

    If the account is the same, opening the link and tapping “Start” is enough.
       *[absent] {""}
    }

reach-digest = 📡 <b>Out of reach: what changed in a week</b>
reach-digest-silent =
    Messages no longer reach these organisations:
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
reach-digest-reached =
    Within reach again:
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
reach-digest-blocked =
    Blocked the bot:
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
reach-digest-returned =
    Came back:
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … and { $more } more
    }
reach-digest-now = Out of reach now: <b>{ $silent }</b> organisations; blocked the bot: <b>{ $blocked }</b>.

# For administrators, after “The bot could not”: what it did not do at its time.

due-reachability_digest = send the digest of who is out of reach
due-planned_role = give or take a role on its day (No. { $number })
due-group_tag = set a tag in the members’ group (No. { $number })
