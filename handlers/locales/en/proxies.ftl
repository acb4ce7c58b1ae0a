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
    In force until: { $expires_at }
    Scope: { $scope }

    While the proxy is in force you cannot vote yourself. Hand the vote over?
proxy-given = The vote is handed over. We have told the proxy holder.

button-proxy = Hand over by proxy
button-holder = { $known ->
    [yes] { $name } · { $origin }
   *[no] { $name }
}
button-proxy-sure = Yes, hand it over
