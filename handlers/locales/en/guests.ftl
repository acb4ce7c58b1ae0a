# Guests from outside: the link to one event, and those who came by it.

guest-arrived =
    Welcome, { $name }!

    You are invited to <b>{ $title }</b>: { $starts }. Open it and say whether you can come.

    /events – the events you are invited to
    /me – your data, language and time zone
guest-welcome =
    Hello, { $name }! This is the bot of <b>{ $alliance }</b>, and you are a guest here.

    /events – the events you are invited to
    /me – your data, language and time zone
guest-no-events = There are no events for you right now. If you are invited again, open the new link.
guest-link =
    <b>The link for guests:</b> { $title }

    { $link }

    Send the link to those you want to invite from outside, or show the code in the picture. Anyone can come in by it, but will see this event only.
guest-link-closed = The link for guests is closed: { $title }. Nobody else comes in by it, and those who came in stay.
guest-link-question = { $act ->
    [renew] Make a new link? The old one stops working at once, and so do printed codes. Those who came in stay.
   *[close] Close the link? It stops working at once, and so do printed codes. Those who came in stay.
}

role-guest = guest

button-guest-link-renew = New link
button-guest-link-close = Close the link
button-guest-link-open = Make a new link
button-guest-link-sure = { $act ->
    [renew] Yes, make a new one
   *[close] Yes, close it
}
