# The open alliance: cards of organisations, search, letters through the bot.

command-directory = Organisations of the alliance
help-directory = /directory – organisations of the alliance: find, look, write
button-directory = The directory
directory =
    🏛 <b>The open alliance</b>

    { $count ->
        [one] There is { $count } organisation here.
       *[other] There are { $count } organisations here.
    } Who are you looking for? Write a name, a leader’s name or what they do. Misspellings, abbreviations and the INN are fine.{ $empty ->
        [yes] {""}

    Your organisation’s card is still empty. Tell people about yourselves, so that they find you.
       *[no] {""}
    }
button-directory-all = All organisations · { $count }
button-directory-fields = What they do
button-directory-places = Where they work
button-directory-own = Our card
button-directory-fill = Tell about us
directory-fields = What does the organisation do?
directory-places = Where does it work?
directory-page = { $filtered ->
        [yes] <b>{ $part }</b>
       *[no] <b>All organisations</b>
    }: { $count ->
        [0] nobody yet.
       *[other] { $count }
    }
directory-found-by = Found for “{ $text }”
directory-found = { $count ->
    [0] Nobody found for “{ $text }”. Try other words: a part of the name, a surname, what they do.
   *[other] { $sure ->
        [0] There is nothing exactly like “{ $text }”. Perhaps you meant:
       *[other] { directory-found-by }{ $guessed ->
            [yes] { $sure ->
                [1] : the first one. Those below are similar, perhaps you meant them.
               *[other] : the first { $sure }. Those below are similar, perhaps you meant them.
            }
           *[no] . If it is not what you meant, write it differently.
        }
    }
}

directory-card = 🏛 <b>{ $title }</b>
directory-card-name = { $name }
directory-card-about = { $about }
directory-card-fields = 🏷 { $fields }
directory-card-place = 📍 { $place }
directory-card-leader = 👤 Leader: { $name }
directory-card-site = 🌐 { $site }
directory-card-contact = { $kind ->
    [phone] 📞 { $value }
   *[email] ✉️ { $value }
}
directory-card-inn = INN { $inn }
button-directory-write = ✍️ Write through the bot
button-directory-edit = ✏️ Edit the card
button-directory-photo = 📷 Photo
button-directory-picture = 🖼 As a picture
directory-picture-coming = Drawing the card…
button-directory-list = ‹ To the list
button-directory-card = Open the card

directory-write =
    What shall we pass on to <b>{ $title }</b>? Write it in one message.

    The leader and the delegates will see your name ({ $name }) and organisation, and can answer here. We do not show your phone or account.
directory-written = ✅ We pass it on: <b>{ $title }</b>. The answer will come here.
directory-answer = What is your answer? Write it in one message. The sender will see your name ({ $name }) and organisation, but neither phone nor account.
directory-answered = ✅ The answer was sent.
directory-letter = ✉️ { $answer ->
        [yes] An answer from <b>{ $sender }</b>{ $represents ->
            [yes] {" "}({ $origin })
           *[no] {""}
        }:
       *[no] A letter to <b>{ $about }</b>, from { $sender }{ $represents ->
            [yes] {" "}({ $origin })
           *[no] {""}
        }:
    }

    { $text }
button-directory-answer = Answer

directory-confirm =
    Your organisation’s card has not changed for a year. Is it still right?

    { $card }
button-directory-confirm = ✅ All is right
directory-confirmed = Thank you! We will ask about the card “{ $title }” again in a year.
due-directory_confirmation = ask organisation No. { $number } whether its card is right

directory-edit-preview =
    This is how others will see the card. What shall we change?

    { $card }
directory-edit-edit-about = About us
directory-edit-edit-fields = Fields of work
directory-edit-edit-site = Site
directory-edit-edit-phone = Phone
directory-edit-edit-email = E-mail
directory-edit-edit-photo = Photo
directory-edit-save = Save
directory-edit-saved = ✅ The card is saved.
directory-edit-about = What do you do, and whom do you help? Two or three sentences, up to 1000 characters.
directory-edit-about-expected = Write about yourselves in an ordinary message.
directory-edit-no-about = Remove the description
directory-edit-fields = What do you do? Choose up to five fields.
directory-edit-site = The address of your site or page, such as dobro.example.org
directory-edit-site-expected = Send the address of the site in an ordinary message.
directory-edit-no-site = Remove the site
directory-edit-phone = A phone number that may be shown. Everybody who opens the card will see it, on the alliance’s site too.
directory-edit-phone-expected = Write the number in an ordinary message.
directory-edit-no-phone = Do not show the phone
directory-edit-email = An e-mail address that may be shown. Everybody who opens the card will see it, on the alliance’s site too.
directory-edit-email-expected = Write the e-mail address in an ordinary message.
directory-edit-no-email = Do not show the e-mail
directory-edit-photo = Send a photo or a logo, as a photo and not as a file.
directory-edit-photo-expected = A photo is needed. From a computer, choose “Compress the image”.
directory-edit-no-photo = Remove the photo

CardNotYours = The leader and the delegates of this organisation edit its card. Ask one of them.
CardChanged = A colleague has changed the card meanwhile. Open it again and make your changes once more.
FieldsUnknown = Choose no more than { $most } fields from the list.
NobodyToWriteTo = Nobody in this organisation uses the bot yet. Write to the organisers of the alliance, they will help.
LettersTooMany = You can send { $most ->
        [one] { $most } letter
       *[other] { $most } letters
    } a day. Please write tomorrow.
LetterGone = This letter can no longer be answered. Write to the organisation yourself: /directory

button-directory-files = Files
directory-files =
    The directory as a file. The table and the booklet have the leaders’ names, the page for the site does not.
button-directory-file = { $kind ->
    [table] Table for Excel
    [booklet] Booklet to print
   *[site] Page for the site
}
directory-files-title = Directory of organisations
directory-file-coming = Making the file…
directory-file = { $kind ->
    [table] All cards as a table.
    [booklet] The booklet: organisations by place.
   *[site] The archive has the page index.html and the data directory.json: only what organisations chose to show. Put them on the site.
}
directory-column-title = Name
directory-column-name = Full name
directory-column-inn = INN
directory-column-place = Municipality
directory-column-leader = Leader
directory-column-fields = Fields of work
directory-column-about = About
directory-column-site = Site
directory-column-phone = Phone
directory-column-email = E-mail

data-chapter-directory-cards = Cards of organisations
data-chapter-directory-contacts = Contacts on your organisation’s card
data-chapter-directory-letters = Letters to organisations through the bot
data-chapter-directory-texts = Texts to search organisations by
data-chapter-directory-index = Index to search organisations by
data-field-value = Contact
inventory-why-directory = to show the organisations of the alliance, and to pass on letters to them
