# A proxy: the ballot is handed to somebody who casts it in the principal's stead.

proxy-holder =
    📜 <b>Who is to hold your proxy?</b> Write a first or a last name. It can only be somebody who also takes part in this vote.
proxy-holders = Whom do you mean? Choose, or write the name differently.
proxy-holders-none = Nobody of that name takes part in the vote. Check the spelling and send it again.
proxy-number =
    Who votes: <b>{ $holder }</b>

    What is the number of the proxy? If it has none, send “none”.
proxy-issued = When was it issued? Write the date, for example: { $today }.
proxy-expires = What is the last day it is in force? Write the date, for example: { $later }.
proxy-scope = What is it for? Write it as the paper does, for example: “taking part in the general meeting and voting on all items”.
proxy-summary =
    📜 <b>Check the proxy</b>

    Whose vote: { $principal }
    Who votes: <b>{ $holder }</b>
    Number: { $number }
    Issued: { $issued_on }
    In force through { $expires_on }
    Scope: { $scope }

    The proxy comes into force once the secretary of the council has seen the signed paper. While it is in force you cannot vote yourself. Hand the vote over?
proxy-given = ✍️ The proxy is recorded. Hand the paper to the secretary of the council: once it is checked, the holder can vote.
proxy-revoke-question =
    ↩️ <b>Revoke proxy No. { $number }?</b>

    { $standing ->
        [pending] It names { $holder }.
       *[other] { $holder } votes by it now.
    } { $standing ->
        [waiting] No ballot has been cast yet: afterwards you vote yourself or give another proxy.
        [pending] It has not been checked and is not in force, so you vote.
        [named] The ballot has been cast and stands. You can change it until the vote is over.
        [secret] The ballot has been cast. It is secret, so it stands and cannot be changed.
        [recused] But a conflict of interest was declared, so nobody casts this ballot.
       *[appointed] If the ballot has been cast, it stands. Afterwards those vote who spoke for the organisation when the vote began.
    }

    { $standing ->
        [pending] Whom it names does not know of it yet, so we will not write to them.
       *[other] We will tell the holder of the proxy, if they are still in the alliance.
    }
proxy-revoked = ↩️ <b>The proxy is revoked.</b> { $standing ->
    [waiting] The vote is yours again.
    [named] The ballot that was cast stands, and you can change it.
    [secret] The ballot that was cast stands.
    [recused] A conflict of interest was declared, so nobody casts this ballot.
   *[appointed] If the ballot has been cast, it stands.
}{ $told ->
    [yes] {" "}We will tell its holder.
   *[no] {""}
}
proxy-withdrawn = ↩️ <b>A proxy was revoked:</b> { $name }. You do not vote by it any more.{ $voted ->
    [yes] {" "}The ballot that you cast stands.
   *[no] {""}
}

button-proxy = Hand over by proxy
button-holder = { $known ->
    [yes] { $name } · { $origin }
   *[no] { $name }
}
button-proxy-sure = Yes, hand it over
button-proxy-revoke = Revoke the proxy
button-proxy-revoke-sure = Yes, revoke it
