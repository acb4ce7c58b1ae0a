# Lists for organisers: who goes, waits, is silent, came; the table for Excel.

list-group = { $group ->
    [going] ✅ Going
    [waiting] ⏳ Waiting
    [maybe] 🤔 Maybe
    [declined] 🚫 Not going
    [silent] ❔ No answer
   *[came] 🚪 Came
}
list-title = <b>{ $title }</b>
    { $group }: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }{ $guests ->
        [0] {""}
        [one] {" "}and { $guests } guest
       *[other] {" "}and { $guests } guests
    }
list-empty = Nobody here yet.
list-line = { $number }. <b>{ $name }</b>{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    } · { $origin }{ $note ->
        [offered] {" "}(a seat is offered)
        [came] {" "}({ $time })
       *[none] {""}
    }
list-guest = guest by the link
list-write = ✍️ Write to them
list-button = { $group } · { $count }

sheet-coming = The table is coming…
sheet-caption = The list: <b>{ $title }</b>. It holds personal data: please do not pass it on without need.
sheet-file = List { $day }
sheet-people = People
sheet-organisations = Organisations
sheet-name = Name
sheet-organisation = Organisation
sheet-municipality = Municipality
sheet-position = Position
sheet-answer = Answer
sheet-said = { $answer ->
    [going] going
    [offered] a seat is offered
    [waiting] waiting for a seat
    [maybe] maybe
    [declined] not going
    [silent] no answer
    [unreachable] no answer, messages do not arrive
   *[untold] not invited by the bot
}
sheet-guests = Guests
sheet-guest-names = Names of the guests
sheet-answered-at = Answered
sheet-line = Number in line
sheet-arrived-at = There since
sheet-going = Going, with guests
sheet-arrived = Came
