# The exchange: organisations give and look for things; responses, agreements, outcomes.

command-exchange = Exchange: give and find
help-exchange = /exchange — the exchange: give away what you do not need, find things, rooms, volunteers, advice
button-exchange = Exchange
exchange =
    🤝 <b>Exchange</b>

    Here organisations give each other things, rooms, hands and knowledge, and find what they lack.{ $empty ->
        [yes] {" "}There is nothing yet.
       *[no] {" "}What are you looking for? Write it in your own words, misspellings are fine.
    }{ $posts ->
        [yes] {""}
       *[no] {""}

    Leaders and delegates publish posts, and everybody may respond.
    }
button-exchange-browse = { $direction ->
    [offer] 🎁 Offered · { $count }
   *[need] 🔎 Wanted · { $count }
}
button-exchange-mine = My posts and responses · { $count }
button-exchange-new = ➕ Publish a post
button-exchange-reader = 🔔 What to send me
button-exchange-outcomes = Outcomes of the year
exchange-kind = { $kind ->
    [thing] Things
    [room] A room
    [volunteers] Volunteers
    [know_how] Know-how
   *[transport] Transport
}
exchange-page = { $direction ->
    [offer] 🎁 <b>Offered</b>
    [need] 🔎 <b>Wanted</b>
   *[mine] <b>My posts and responses</b>
}{ $kind ->
    [thing] {" · things"}
    [room] {" · rooms"}
    [volunteers] {" · volunteers"}
    [know_how] {" · know-how"}
    [transport] {" · transport"}
   *[all] {""}
}: { $count ->
    [0] nothing yet.
   *[other] { $count }
}
button-exchange-post = { $standing ->
    [offer] 🎁 { $title }
    [need] 🔎 { $title }
    [promised] 🤝 { $title }
    [done] ✅ { $title }
    [closed] ✕ { $title }
    [hidden] 🙈 { $title }
    [expired] ⌛ { $title }
   *[open] { $title }
}
button-exchange-kinds = { $kind ->
    [thing] Things only
    [room] Rooms only
    [volunteers] Volunteers only
    [know_how] Know-how only
    [transport] Transport only
   *[all] Choose a kind…
}
exchange-kinds = What shall we show?
button-exchange-kind = { $kind ->
    [thing] Things
    [room] Rooms
    [volunteers] Volunteers
    [know_how] Know-how
    [transport] Transport
   *[all] Everything
}
exchange-found = { $count ->
    [0] Nothing found for “{ $text }”. Try other words, or publish a post: somebody may have it.
   *[other] { $strong ->
        [yes] Found for “{ $text }”. If it is not what you meant, write it differently.
       *[no] There is nothing exactly like that. Perhaps this will do:
    }
}

exchange-post = { $direction ->
    [offer] 🎁 Offered: <b>{ $title }</b>
   *[need] 🔎 Wanted: <b>{ $title }</b>
}
exchange-post-text = { $text }
exchange-post-kind = 🗂 { exchange-kind }
exchange-post-fields = 🏷 { $fields }
exchange-post-place = 📍 { $place }
exchange-post-count = 🔢 Responses wanted: { $count }
exchange-post-from = 🏛 { $organisation }
exchange-post-until = { $ends ->
    [yes] ⏳ Until { $until }
   *[no] ⏳ No end date
}
exchange-post-standing = { $standing ->
    [promised] 🤝 The author has agreed with another organisation.
    [done] ✅ Handed over. Thank you!
    [closed] The post was taken down.
    [hidden] 🙈 Hidden by the organisers of the alliance: { $reason }
   *[expired] ⌛ The time is over, and the post is not listed. It can be renewed.
}
exchange-post-chosen = { $state ->
    [received] To: { $name } ({ $origin })
   *[chosen] Agreed with: { $name } ({ $origin })
}
exchange-post-chosen-more = And { $count } more
exchange-post-own = { $state ->
    [waiting] { $promised ->
        [yes] Your response stands: if it does not work out with the others, the author can choose you.
       *[no] 🖐 You have responded. The author is choosing, we will tell you.
    }
    [chosen] 🤝 The author has chosen you.
    [received] ✅ You got it.
    [missed] The author noted that it did not work out with you.
    [declined] Another response was chosen.
   *[withdrawn] You have withdrawn your response.
}
button-exchange-photos = { $count ->
    [1] 📷 Photo
   *[other] 📷 Photos · { $count }
}
button-exchange-list = ‹ To the list
button-exchange-open = Open the post
button-exchange-responses = Responses · { $count }
button-exchange-handed-over = ✅ Handed over
button-exchange-nobody-came = It did not work out
button-exchange-write = ✍️ Write
button-exchange-answer = Answer
button-exchange-renew = Renew
button-exchange-edit = ✏️ Edit
button-exchange-take-down = Take down
button-exchange-share = Share
exchange-share =
    🔗 The link to <b>{ $title }</b>:

    { $link }

    Members of the alliance open the post with it; others are told what this is and how to join.
exchange-share-text = { $direction ->
    [offer] 🎁 Offered: { $title }
   *[need] 🔎 Wanted: { $title }
}
button-exchange-forward = Forward
button-exchange-copy = Copy the link
exchange-shared =
    Hello! Somebody sent you a post from the exchange of <b>“{ $alliance }”</b>. Here organisations give one another things, rooms, hands and knowledge.

    Posts are for members. Is your organisation one of us already? Open your invitation, and then this link once more.

    Not yet? Apply, and the council will decide.
button-exchange-respond = 🖐 Respond
button-exchange-own = My response
button-exchange-withdraw = Withdraw
button-exchange-hide = Hide…
button-exchange-show = Show again

exchange-form-direction = Do you offer something, or look for it?
exchange-form-direction-choice = { $direction ->
    [offer] 🎁 We offer
   *[need] 🔎 We look for
}
exchange-form-kind = What is the post about?
exchange-form-title = What exactly? A few words, up to 80 characters, such as “Ten folding chairs”
exchange-form-title-expected = Write the title in an ordinary message. Photos can be added at the end.
exchange-form-text = Tell more: the condition, how many, how to collect it. Up to 1000 characters.
exchange-form-text-expected = Write the description in an ordinary message. Photos can be added at the end.
exchange-form-skip-text = No description
exchange-form-fields = Whom will it suit? Choose up to five fields of work: we suggest it to such organisations. Or leave it for everybody.
exchange-form-for-everybody = For everybody
exchange-form-place = Where can it be collected, or where to come? An address or a district.
exchange-form-place-expected = Write the place in an ordinary message.
exchange-form-skip-place = Anywhere
exchange-form-days = How long shall we show the post? We remind you a week and a day before the end, and it can be renewed with one tap.
exchange-form-days-choice = { $days ->
    [0] No end date
    [one] { $days } day
   *[other] { $days } days
}
exchange-form-photos = { $count ->
    [0] Send photos, up to six. An album is fine.
   *[other] Photos: { $count }. Send more, or tap one to remove it.
}
exchange-form-photos-expected = A photo is needed. From a computer, choose “Compress the image”.
exchange-form-photo-remove = ✕ Photo { $number }
exchange-form-until = { $days ->
    [0] ⏳ No end date
    [one] ⏳ { $days } day
   *[other] ⏳ { $days } days
}{ $photos ->
    [0] {""}
   *[other] {" · "}📷 { $photos }
}
exchange-form-preview = { $fresh ->
    [yes] This is how others will see the post. Shall we publish it?
   *[no] This is how others will see the post.
}

    { $post }
exchange-form-publish = Publish
exchange-form-save = Save
exchange-form-change-direction = Offer or need
exchange-form-change-kind = Kind
exchange-form-change-title = Title
exchange-form-change-text = Description
exchange-form-change-fields = For whom
exchange-form-change-place = Place
exchange-form-change-days = How long
exchange-form-change-photos = Photos
exchange-form-change-count = How many to choose
exchange-form-count = How many responses do you need? You will choose so many organisations. Until then the post stays on the list.
exchange-form-count-expected = Write a number in digits, e.g. 5.
exchange-form-published = ✅ The post is published. { $direction ->
    [offer] Responses will come here, and you decide who gets it.
   *[need] Responses will come here, and you decide whose help to take.
}
exchange-form-saved = ✅ The post is saved.
exchange-form-leaving-changes = Drop the changes? The post <b>{ $title }</b> will stay as it was.
exchange-renewed = { $ends ->
    [yes] ✅ <b>{ $title }</b>: shown until { $until }.
   *[no] ✅ <b>{ $title }</b>: shown without an end date.
}
exchange-take-down = Take down <b>{ $title }</b>? { $count ->
    [0] This cannot be undone.
    [one] This cannot be undone. We will tell the person who responded.
   *[other] This cannot be undone. We will tell those who responded.
}
button-exchange-take-down-sure = Yes, take it down
exchange-taken-down = The post was taken down: <b>{ $title }</b>

exchange-respond = { $direction ->
    [offer] <b>{ $title }</b>: what do you need it for, and when could you collect it? Write it in one message.
   *[need] <b>{ $title }</b>: how can you help? Write it in one message.
}

    The author will see your name ({ $name }) and organisation, and choose whom to agree with. We do not show your phone or account; you may write them yourself.
exchange-responded = ✅ Passed on to the author: <b>{ $title }</b>. The answer will come here.
exchange-withdrawn = Your response was withdrawn: <b>{ $title }</b>
exchange-responses = <b>{ $title }</b>

    { $count ->
        [0] No responses yet.
        [one] { $count } response. You decide whom to choose.
       *[other] { $count } responses. You decide whom to choose, not necessarily the first.
    }
button-exchange-response = { $state ->
    [chosen] 🤝 { $name } · { $origin }
    [received] ✅ { $name } · { $origin }
    [missed] ✕ { $name } · { $origin }
   *[waiting] { $name } · { $origin }
}
exchange-response = <b>{ $title }</b>

    🖐 { $name } ({ $origin }){ $said ->
        [yes] {""}

    { $text }
       *[no] {""}
    }{ $state ->
        [chosen] {""}

    🤝 Agreed.
        [received] {""}

    ✅ Handed over.
        [missed] {""}

    It did not work out.
        [declined] {""}

    Another response was chosen.
        [withdrawn] {""}

    The response was withdrawn.
       *[waiting] {""}
    }
button-exchange-choose = 🤝 Choose
button-exchange-choose-sure = Yes, agree
exchange-choose = Shall we choose { $name } ({ $origin })? { $others ->
    [0] We tell them at once.
   *[other] We tell them at once, and the others ({ $others }) that you have agreed with somebody else.
} If it does not work out, you can choose again.
exchange-chosen = 🤝 Agreed: <b>{ $title }</b>. { $name } will get a message. Write where and when to meet.
exchange-ended-sure = { $handed ->
    [yes] <b>{ $title }</b>: handed over ({ $name })?{ $closes ->
        [yes] {" "}The post will be closed.
       *[no] {""}
    }
   *[no] <b>{ $title }</b>: did it not work out ({ $name })? We will say so, and you can choose another response.
}
button-exchange-ended-sure = { $handed ->
    [yes] Yes, handed over
   *[no] Yes, it did not
}
exchange-handed-over = ✅ Handed over: <b>{ $title }</b>. Thank you!
exchange-write = <b>{ $title }</b>: what shall we pass on? Write it in one message. The other side will see your name ({ $name }), but neither phone nor account.
exchange-written = ✅ The message was sent.

exchange-hide = Why hide the post <b>{ $title }</b>? Write the reason: the author will see it.
exchange-hidden = 🙈 The post is hidden: <b>{ $title }</b>. We will tell the author.
exchange-outcomes = <b>The exchange in { $year }</b>

    Published: { $published }
    Handed over: { $count }
    Did not work out: { $missed }
    Organisations that took part: { $organisations }
exchange-outcomes-kind = { exchange-kind }: { $offers } given, { $needs } found
button-exchange-outcomes-file = Table for Excel
exchange-outcomes-coming = Making the table…
exchange-outcomes-title = The exchange in { $year }
exchange-sheet-kinds = By kind
exchange-sheet-organisations = By organisation
exchange-column-at = When
exchange-column-direction = Offered or wanted
exchange-column-direction-value = { $direction ->
    [offer] Offered
   *[need] Wanted
}
exchange-column-kind = Kind
exchange-column-title = What
exchange-column-giver = Given by
exchange-column-receiver = Given to
exchange-column-offers = Given
exchange-column-needs = Found
exchange-column-organisation = Organisation
exchange-column-gave = Gave
exchange-column-got = Got

exchange-reader = 🔔 <b>What to send you</b>

    { $digest ->
        [yes] New posts come on Monday morning, in one message. { $some ->
            [yes] It has the chosen fields of work, and what is for everybody.
           *[no] You can choose fields of work; now all of them come.
        }
       *[no] Once a week we can send you new posts in one message.
    }

    Besides, at most once a week we suggest what suits your organisation’s fields of work.
button-exchange-digest = { $wanted ->
    [yes] ✓ New posts of the week
   *[no] New posts of the week
}
button-exchange-matches = { $wanted ->
    [yes] ✓ What suits us
   *[no] What suits us
}
button-exchange-field = { $wanted ->
    [yes] ✓ { $name }
   *[no] { $name }
}
button-exchange-digest-off = No longer send this
button-exchange-matches-off = No longer suggest this
button-exchange-look = See the response

exchange-news-answered = 🖐 A response to <b>{ $title }</b>: { $name } ({ $origin })

    { $text }
exchange-news-choice-lost = <b>{ $title }</b>: the response that you had chosen was withdrawn. The post is open again. { $waiting ->
    [0] There are no other responses yet.
    [one] { $waiting } more response waits.
   *[other] { $waiting } more responses wait.
}
exchange-news-settled = { $state ->
    [chosen] 🤝 { $direction ->
        [offer] <b>{ $title }</b>: { $organisation } gives it to you! Agree on where and when to collect it.
       *[need] <b>{ $title }</b>: { $organisation } accepts your help! Agree on where and when.
    }
    [waiting] <b>{ $title }</b>: the author has agreed with another organisation. Thank you for responding! If it does not work out with them, the author can choose you.
    [received] ✅ <b>{ $title }</b>: { $organisation } notes that it was handed over. Thank you!
   *[missed] <b>{ $title }</b>: { $organisation } notes that it did not work out. If this is a mistake, write to them: /directory
}
exchange-news-taken-down = { $titled ->
    [yes] A post was taken down: <b>{ $title }</b> ({ $organisation }).
   *[no] A post to which you responded was deleted ({ $organisation }).
} Thank you for responding!
exchange-news-message = ✉️ <b>{ $title }</b>, from { $sender } ({ $origin }):

    { $text }
exchange-news-expires = { $over ->
    [yes] ⌛ The time of your post is over: <b>{ $title }</b>. Does it still hold?
   *[no] ⏳ <b>{ $title }</b> is shown until { $until }. Does it still hold?
}
exchange-news-expires-hidden = { $over ->
    [yes] ⌛ The time of your post is over: <b>{ $title }</b>. The organisers of the alliance have hidden it, and a hidden post cannot be renewed. The reason: { $reason }
   *[no] ⏳ <b>{ $title }</b>: the time of your post ends { $until }. The organisers of the alliance have hidden it, and a hidden post cannot be renewed. The reason: { $reason }
}
exchange-news-moderated = { $hidden ->
    [yes] 🙈 The organisers of the alliance have hidden your post: <b>{ $title }</b>. The reason: { $reason }
   *[no] { $over ->
        [yes] Your post is no longer hidden: <b>{ $title }</b>. But its time is over. Does it still hold?
       *[no] Your post is shown again: <b>{ $title }</b>
    }
}
exchange-news-matched = This may suit you:

    { $post }
exchange-news-digest = 🤝 <b>The exchange this week</b>: { $count ->
    [one] { $count } new post
   *[other] { $count } new posts
}
exchange-news-field = { $named ->
    [yes] <b>{ $field }</b>
   *[no] <b>For everybody</b>
}
exchange-news-line = { $direction ->
    [offer] 🎁 { $title } · { $organisation }
   *[need] 🔎 { $title } · { $organisation }
}
exchange-news-more = And { $count } more in /exchange

PostNotFound = There is no such post any more. See which there are: /exchange
PostNotYours = The leader and the delegates of an organisation publish and manage its posts. Ask one of them.
PostChanged = A colleague has changed the post meanwhile. Open it again and make your changes once more.
PostCountTooLow = You have chosen { $least ->
        [one] { $least } response
       *[other] { $least } responses
    } already, so it cannot be fewer.
PostNotOpen = { $standing ->
    [hidden] This post is hidden by the organisers of the alliance. See others: /exchange
    [promised] The author has already agreed with another organisation. See others: /exchange
    [done] It was handed over already. See others: /exchange
    [closed] This post was taken down. See others: /exchange
    [expired] The time of this post is over. See others: /exchange
   *[open] Choose first whom to agree with.
}
OwnPost = This is a post of your own organisation: others respond to it.
AlreadyResponded = You have responded already, the author can see it.
ResponseGone = This response no longer matters. Open the post again: /exchange
ResponsesTooMany = You can send { $most ->
        [one] { $most } message
       *[other] { $most } messages
    } a day. Please write tomorrow.
PhotosTooMany = A post can have no more than { $most } photos.
PostsTooMany = An organisation can have no more than { $most } posts at once. Take down those that are no longer needed.

due-exchange_expiry = remind the author of post No. { $number } of the exchange of its term
due-exchange_digest = send person No. { $number } what is new in the exchange
due-exchange_match = suggest a post to organisation No. { $number }
data-chapter-exchange-posts = Posts in the exchange
data-chapter-exchange-responses = Responses to posts
data-chapter-exchange-messages = Messages about responses
data-chapter-exchange-readers = What is sent from the exchange
data-chapter-exchange-wishes = Fields of work for letters of the exchange
data-chapter-exchange-photos = Photos of posts
data-chapter-exchange-texts = Texts to search posts by
data-chapter-exchange-index = Index to search posts by
data-field-place = Place
data-field-published-at = Published
inventory-why-exchange = to help organisations give and find what is needed
