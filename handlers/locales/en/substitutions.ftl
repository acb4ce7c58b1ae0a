# A substitute: the seat goes to a colleague of the same organisation.

substitute-choose =
    <b>{ $title }</b>

    Whom shall we ask to come instead of you? We ask and pass the answer on; until then the seat stays yours.
substitute-nobody =
    <b>{ $title }</b>

    There is nobody to ask yet: nobody of your organisation who is with the bot now could come instead of you. If the colleague you want is not with the bot yet, ask the alliance’s organisers for an invitation.
substitute-asked = Asked! We will pass the answer on; until then the seat is yours.
substitute-kept = All right, the seat stays yours. See you there!
substitute-accepted = Thank you! The seat is yours now, see you there.
substitute-refused = Thank you for answering! We will pass on that you cannot make it.
substitute-person = { $known ->
    [yes] <b>{ $name }</b> ({ $position })
   *[no] <b>{ $name }</b>
}

notice-substitute-asked =
    🤝 { $person } asks you to come in their place.

    { $head }

    { $guests ->
        [0] Can you? If so, the seat becomes yours.
        [one] Can you? If so, the seat becomes yours, and { $guests } guest comes with you.
       *[other] Can you? If so, the seat becomes yours, and { $guests } guests come with you.
    }
notice-substitute-answered =
    { $answer ->
        [accepted] ✅ { $person } comes in your place: the seat has been handed over. Thank you for letting us know!
        [refused] 😔 { $person } cannot come in your place. The seat is still yours. Can you make it? If not, you can ask somebody else.
       *[gone] 😔 Your colleague cannot come in your place. The seat is still yours. Can you make it? If not, you can ask somebody else.
    }

    { $head }

button-colleague = { $known ->
    [yes] { $name } · { $position }
   *[no] { $name }
}
button-stand-in = I will come
button-cannot-stand-in = I cannot
button-ask-another = Ask somebody else
