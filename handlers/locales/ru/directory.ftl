# Открытый Альянс: карточки организаций, поиск, письма через бота.

command-directory = Организации альянса
help-directory = /directory — организации альянса: найти, посмотреть, написать
button-directory = Открытый Альянс
directory =
    🏛 <b>Открытый Альянс</b>

    { $count ->
        [one] Здесь { $count } организация.
        [few] Здесь { $count } организации.
       *[many] Здесь { $count } организаций.
    } Кого ищете? Напишите название, имя руководителя или чем занимаются. Можно с ошибками, сокращённо или по ИНН.{ $empty ->
        [yes] {""}

    Карточка вашей организации пока пустая. Расскажите о себе: так вас найдут.
       *[no] {""}
    }
button-directory-all = Все организации · { $count }
button-directory-fields = Чем занимаются
button-directory-places = Где работают
button-directory-own = Наша карточка
button-directory-fill = Рассказать о себе
directory-fields = Чем занимается организация?
directory-places = Где она работает?
directory-page = { $filtered ->
        [yes] <b>{ $part }</b>
       *[no] <b>Все организации</b>
    }: { $count ->
        [0] пока никого.
       *[other] { $count }
    }
directory-found-by = Нашли по запросу «{ $text }»
directory-found = { $count ->
    [0] По запросу «{ $text }» никого не нашлось. Напишите иначе: часть названия, фамилию руководителя, чем занимаются.
   *[other] { $sure ->
        [0] По запросу «{ $text }» точно такого нет. Возможно, вы искали:
       *[other] { directory-found-by }{ $guessed ->
            [yes] { $sure ->
                [1] : первая в списке. Ниже похожие, возможно, вы искали их.
               *[other] : первые { $sure } в списке. Ниже похожие, возможно, вы искали их.
            }
           *[no] . Если это не то, напишите иначе.
        }
    }
}

directory-card = 🏛 <b>{ $title }</b>
directory-card-name = { $name }
directory-card-about = { $about }
directory-card-fields = 🏷 { $fields }
directory-card-place = 📍 { $place }
directory-card-leader = 👤 Руководитель: { $name }
directory-card-site = 🌐 { $site }
directory-card-contact = { $kind ->
    [phone] 📞 { $value }
   *[email] ✉️ { $value }
}
directory-card-inn = ИНН { $inn }
button-directory-write = ✍️ Написать через бота
button-directory-edit = ✏️ Изменить карточку
button-directory-photo = 📷 Фото
button-directory-picture = 🖼 Картинкой
directory-picture-coming = Рисуем карточку…
button-directory-list = ‹ К списку
button-directory-card = Открыть карточку

directory-write =
    Что передать организации <b>{ $title }</b>? Напишите одним сообщением.

    Руководитель и делегаты увидят ваше имя ({ $name }) и организацию и смогут ответить здесь же. Телефон и аккаунт мы не покажем.
directory-written = ✅ Передаём: <b>{ $title }</b>. Ответ придёт сюда.
directory-answer = Что ответить? Напишите одним сообщением. Отправитель увидит ваше имя ({ $name }) и организацию, но не телефон и не аккаунт.
directory-answered = ✅ Ответ отправлен.
directory-letter = ✉️ { $answer ->
        [yes] Вам отвечает <b>{ $sender }</b>{ $represents ->
            [yes] {" "}({ $origin })
           *[no] {""}
        }:
       *[no] Письмо для организации <b>{ $about }</b>. Пишет { $sender }{ $represents ->
            [yes] {" "}({ $origin })
           *[no] {""}
        }:
    }

    { $text }
button-directory-answer = Ответить

directory-confirm =
    Карточка вашей организации не менялась уже год. Всё верно?

    { $card }
button-directory-confirm = ✅ Всё верно
directory-confirmed = Спасибо! О карточке «{ $title }» спросим снова через год.
due-directory_confirmation = спросить организацию № { $number }, верна ли её карточка

directory-edit-preview =
    Так карточку увидят другие. Что изменить?

    { $card }
directory-edit-edit-about = О нас
directory-edit-edit-fields = Направления
directory-edit-edit-site = Сайт
directory-edit-edit-phone = Телефон
directory-edit-edit-email = Почта
directory-edit-edit-photo = Фото
directory-edit-save = Сохранить
directory-edit-saved = ✅ Карточка сохранена.
directory-edit-about = Чем вы занимаетесь и кому помогаете? Напишите в двух-трёх предложениях, до 1000 знаков.
directory-edit-about-expected = Напишите о себе обычным сообщением.
directory-edit-no-about = Убрать описание
directory-edit-fields = Чем вы занимаетесь? Выберите до пяти направлений.
directory-edit-site = Адрес вашего сайта или страницы, например dobro.example.org
directory-edit-site-expected = Пришлите адрес сайта обычным сообщением.
directory-edit-no-site = Убрать сайт
directory-edit-phone = Телефон, который можно показать. Его увидит каждый, кто откроет карточку, в том числе на сайте альянса.
directory-edit-phone-expected = Напишите номер обычным сообщением.
directory-edit-no-phone = Не показывать телефон
directory-edit-email = Почта, которую можно показать. Её увидит каждый, кто откроет карточку, в том числе на сайте альянса.
directory-edit-email-expected = Напишите адрес почты обычным сообщением.
directory-edit-no-email = Не показывать почту
directory-edit-photo = Пришлите фото или логотип: именно как фото, не файлом.
directory-edit-photo-expected = Нужно фото. Если отправляете с компьютера, выберите «Сжать изображение».
directory-edit-no-photo = Убрать фото

CardNotYours = Карточку меняют руководитель и делегаты этой организации. Попросите кого-нибудь из них.
CardChanged = Пока вы редактировали, карточку изменил коллега. Откройте её ещё раз и внесите правки заново.
FieldsUnknown = Выберите не больше { $most } направлений из списка.
NobodyToWriteTo = В этой организации пока никто не пользуется ботом. Напишите организаторам альянса, они подскажут, как связаться.
LettersTooMany = За сутки можно отправить { $most ->
        [one] { $most } письмо
        [few] { $most } письма
       *[many] { $most } писем
    }. Напишите завтра.
LetterGone = На это письмо уже нельзя ответить. Напишите организации сами: /directory

button-directory-files = Файлы
directory-files =
    Справочник файлом. В таблице и буклете есть имена руководителей, на страницу для сайта они не попадают.
button-directory-file = { $kind ->
    [table] Таблица для Excel
    [booklet] Буклет для печати
   *[site] Страница для сайта
}
directory-files-title = Справочник организаций
directory-file-coming = Готовим файл…
directory-file = { $kind ->
    [table] Все карточки таблицей.
    [booklet] Буклет: организации по муниципалитетам.
   *[site] В архиве страница index.html и данные directory.json: только то, что организации решили показать. Выложите их на сайт.
}
directory-column-title = Название
directory-column-name = Полное название
directory-column-inn = ИНН
directory-column-place = Муниципалитет
directory-column-leader = Руководитель
directory-column-fields = Направления
directory-column-about = О себе
directory-column-site = Сайт
directory-column-phone = Телефон
directory-column-email = Почта

data-chapter-directory-cards = Карточки организаций
data-chapter-directory-contacts = Контакты в карточке организации
data-chapter-directory-letters = Письма организациям через бота
data-chapter-directory-texts = Тексты для поиска по организациям
data-chapter-directory-index = Указатель для поиска по организациям
data-field-value = Контакт
inventory-why-directory = показывать организации альянса и передавать им письма
