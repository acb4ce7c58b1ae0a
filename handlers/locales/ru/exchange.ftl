# Обмен: организации отдают и ищут; отклики, договорённости, итоги.

command-exchange = Обмен: отдать и найти
help-exchange = /exchange — обмен: отдать ненужное, найти вещи, залы, волонтёров и советы
button-exchange = Обмен
exchange =
    🤝 <b>Обмен</b>

    Здесь организации отдают друг другу вещи, залы, руки и знания и находят то, чего не хватает.{ $empty ->
        [yes] {" "}Пока тут пусто.
       *[no] {" "}Что ищете? Напишите своими словами, можно с ошибками.
    }{ $posts ->
        [yes] {""}
       *[no] {""}

    Объявления размещают руководители и делегаты, а откликнуться может каждый.
    }
button-exchange-browse = { $direction ->
    [offer] 🎁 Отдают · { $count }
   *[need] 🔎 Ищут · { $count }
}
button-exchange-mine = Мои объявления и отклики · { $count }
button-exchange-new = ➕ Разместить объявление
button-exchange-reader = 🔔 Настроить письма
button-exchange-outcomes = Итоги за год
exchange-kind = { $kind ->
    [thing] Вещи
    [room] Помещение
    [volunteers] Волонтёры
    [know_how] Знания и советы
   *[transport] Транспорт
}
exchange-page = { $direction ->
    [offer] 🎁 <b>Отдают</b>
    [need] 🔎 <b>Ищут</b>
   *[mine] <b>Мои объявления и отклики</b>
}{ $kind ->
    [thing] {" · вещи"}
    [room] {" · помещения"}
    [volunteers] {" · волонтёры"}
    [know_how] {" · знания и советы"}
    [transport] {" · транспорт"}
   *[all] {""}
}: { $count ->
    [0] пока ничего.
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
    [thing] Показаны только вещи
    [room] Показаны только помещения
    [volunteers] Показаны только волонтёры
    [know_how] Показаны только знания
    [transport] Показан только транспорт
   *[all] Выбрать вид…
}
exchange-kinds = Что показать?
button-exchange-kind = { $kind ->
    [thing] Вещи
    [room] Помещение
    [volunteers] Волонтёры
    [know_how] Знания и советы
    [transport] Транспорт
   *[all] Всё
}
exchange-found = { $count ->
    [0] По запросу «{ $text }» ничего не нашлось. Напишите иначе или разместите объявление: вдруг у кого-то это есть.
   *[other] { $strong ->
        [yes] Нашли по запросу «{ $text }». Если это не то, напишите иначе.
       *[no] Точно такого нет. Возможно, подойдёт:
    }
}

exchange-post = { $direction ->
    [offer] 🎁 Отдают: <b>{ $title }</b>
   *[need] 🔎 Ищут: <b>{ $title }</b>
}
exchange-post-text = { $text }
exchange-post-kind = 🗂 { exchange-kind }
exchange-post-fields = 🏷 { $fields }
exchange-post-place = 📍 { $place }
exchange-post-count = 🔢 Нужно откликов: { $count }
exchange-post-from = 🏛 { $organisation }
exchange-post-until = { $ends ->
    [yes] ⏳ До { GENITIVE($until) }
   *[no] ⏳ Без срока
}
exchange-post-standing = { $standing ->
    [promised] 🤝 Автор договорился с другой организацией.
    [done] ✅ Передано. Спасибо!
    [closed] Объявление снято.
    [hidden] 🙈 Скрыто организаторами альянса: { $reason }
   *[expired] ⌛ Срок вышел, в списке объявления нет. Его можно продлить.
}
exchange-post-chosen = { $state ->
    [received] Кому: { $name } ({ $origin })
   *[chosen] Договорились: { $name } ({ $origin })
}
exchange-post-chosen-more = И ещё { $count }
exchange-post-own = { $state ->
    [waiting] { $promised ->
        [yes] Ваш отклик остаётся: если у других не сложится, автор сможет выбрать вас.
       *[no] 🖐 Вы откликнулись. Автор выбирает, мы сообщим.
    }
    [chosen] 🤝 Автор выбрал вас.
    [received] ✅ Вы это получили.
    [missed] Автор отметил, что с вами не сложилось.
    [declined] Выбрали другой отклик.
   *[withdrawn] Вы отозвали отклик.
}
button-exchange-photos = { $count ->
    [1] 📷 Фото
   *[other] 📷 Фото · { $count }
}
button-exchange-list = ‹ К списку
button-exchange-open = Открыть объявление
button-exchange-responses = Отклики · { $count }
button-exchange-handed-over = ✅ Передано
button-exchange-nobody-came = Не сложилось
button-exchange-write = ✍️ Написать
button-exchange-answer = Ответить
button-exchange-renew = Продлить
button-exchange-edit = ✏️ Изменить
button-exchange-take-down = Снять
button-exchange-share = Поделиться
exchange-share =
    🔗 Ссылка на объявление <b>{ $title }</b>:

    { $link }

    Участники альянса откроют объявление, а остальные узнают, что это такое и как вступить.
exchange-share-text = { $direction ->
    [offer] 🎁 Отдают: { $title }
   *[need] 🔎 Ищут: { $title }
}
button-exchange-forward = Переслать
button-exchange-copy = Скопировать ссылку
exchange-shared =
    Здравствуйте! Вам прислали объявление из обмена объединения <b>«{ $alliance }»</b>. Здесь организации отдают друг другу вещи, залы, руки и знания.

    Объявления видят участники. Ваша организация уже с нами? Откройте своё приглашение, а потом ещё раз эту ссылку.

    Ещё нет? Подайте заявку, её рассмотрит совет.
button-exchange-respond = 🖐 Откликнуться
button-exchange-own = Мой отклик
button-exchange-withdraw = Отозвать
button-exchange-hide = Скрыть…
button-exchange-show = Показать снова

exchange-form-direction = Вы отдаёте или ищете?
exchange-form-direction-choice = { $direction ->
    [offer] 🎁 Отдаём
   *[need] 🔎 Ищем
}
exchange-form-kind = О чём объявление?
exchange-form-title = Что именно? Напишите коротко, до 80 знаков, например «Десять складных стульев»
exchange-form-title-expected = Напишите название обычным сообщением. Фото добавите в конце.
exchange-form-text = Расскажите подробнее: состояние, сколько, как забрать. До 1000 знаков.
exchange-form-text-expected = Напишите описание обычным сообщением. Фото добавите в конце.
exchange-form-skip-text = Без описания
exchange-form-fields = Кому это подойдёт? Отметьте до пяти направлений: таким организациям мы подскажем. Или оставьте для всех.
exchange-form-for-everybody = Для всех
exchange-form-place = Где забрать или куда приехать? Адрес или район.
exchange-form-place-expected = Напишите место обычным сообщением.
exchange-form-skip-place = Неважно где
exchange-form-days = Сколько показывать объявление? За неделю и за день до конца напомним, продлить можно одной кнопкой.
exchange-form-days-choice = { $days ->
    [0] Без срока
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
exchange-form-photos = { $count ->
    [0] Пришлите фото, до шести. Можно альбомом.
   *[other] Фото: { $count }. Пришлите ещё или нажмите на лишнее, чтобы убрать.
}
exchange-form-photos-expected = Нужно фото. Если отправляете с компьютера, выберите «Сжать изображение».
exchange-form-photo-remove = ✕ Фото { $number }
exchange-form-until = { $days ->
    [0] ⏳ Без срока
    [one] ⏳ { $days } день
    [few] ⏳ { $days } дня
   *[many] ⏳ { $days } дней
}{ $photos ->
    [0] {""}
   *[other] {" · "}📷 { $photos }
}
exchange-form-preview = { $fresh ->
    [yes] Так объявление увидят другие. Публикуем?
   *[no] Так объявление увидят другие.
}

    { $post }
exchange-form-publish = Опубликовать
exchange-form-save = Сохранить
exchange-form-change-direction = Отдаём или ищем
exchange-form-change-kind = Вид
exchange-form-change-title = Название
exchange-form-change-text = Описание
exchange-form-change-fields = Для кого
exchange-form-change-place = Место
exchange-form-change-days = Срок
exchange-form-change-photos = Фото
exchange-form-change-count = Скольких выбрать
exchange-form-count = Сколько откликов вам нужно? Столько организаций вы и выберете. Пока не наберётся, объявление останется в списке.
exchange-form-count-expected = Напишите число цифрами, например: 5.
exchange-form-published = ✅ Объявление опубликовано. { $direction ->
    [offer] Отклики придут сюда, а кому отдать, решаете вы.
   *[need] Отклики придут сюда, а чью помощь принять, решаете вы.
}
exchange-form-saved = ✅ Объявление сохранено.
exchange-form-leaving-changes = Не сохранять изменения? Объявление <b>{ $title }</b> останется прежним.
exchange-renewed = { $ends ->
    [yes] ✅ <b>{ $title }</b>: показываем до { GENITIVE($until) }.
   *[no] ✅ <b>{ $title }</b>: показываем без срока.
}
exchange-take-down = Снять объявление <b>{ $title }</b>? { $count ->
    [0] Вернуть его будет нельзя.
    [1] Вернуть его будет нельзя. Мы сообщим тому, кто откликнулся.
   *[other] Вернуть его будет нельзя. Мы сообщим тем, кто откликнулся.
}
button-exchange-take-down-sure = Да, снять
exchange-taken-down = Объявление снято: <b>{ $title }</b>

exchange-respond = { $direction ->
    [offer] <b>{ $title }</b>: для чего вам это нужно и когда сможете забрать? Напишите одним сообщением.
   *[need] <b>{ $title }</b>: чем можете помочь? Напишите одним сообщением.
}

    Автор увидит ваше имя ({ $name }) и организацию и выберет, с кем договориться. Телефон и аккаунт мы не покажем; если хотите, укажите их сами.
exchange-responded = ✅ Передали автору: <b>{ $title }</b>. Ответ придёт сюда.
exchange-withdrawn = Отклик отозван: <b>{ $title }</b>
exchange-responses = <b>{ $title }</b>

    { $count ->
        [0] Откликов пока нет.
        [1] Один отклик. Договариваться ли, решаете вы.
        [one] { $count } отклик. Кого выбрать, решаете вы, не обязательно первого.
        [few] { $count } отклика. Кого выбрать, решаете вы, не обязательно первого.
       *[many] { $count } откликов. Кого выбрать, решаете вы, не обязательно первого.
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

    🤝 Договорились.
        [received] {""}

    ✅ Передано.
        [missed] {""}

    Не сложилось.
        [declined] {""}

    Выбрали другой отклик.
        [withdrawn] {""}

    Отклик отозван.
       *[waiting] {""}
    }
button-exchange-choose = 🤝 Выбрать
button-exchange-choose-sure = Да, договориться
exchange-choose = Выбираем: { $name } ({ $origin })? { $others ->
    [0] Мы сразу сообщим.
   *[other] Мы сразу сообщим, а остальным ({ $others }) скажем, что вы договорились с другими.
} Если не сложится, сможете выбрать снова.
exchange-chosen = 🤝 Договорились: <b>{ $title }</b>. { $name } получит сообщение. Напишите, где и когда встретиться.
exchange-ended-sure = { $handed ->
    [yes] <b>{ $title }</b>: передано ({ $name })?{ $closes ->
        [yes] {" "}Объявление закроется.
       *[no] {""}
    }
   *[no] <b>{ $title }</b>: не сложилось ({ $name })? Мы сообщим об этом, и вы сможете выбрать другой отклик.
}
button-exchange-ended-sure = { $handed ->
    [yes] Да, передано
   *[no] Да, не сложилось
}
exchange-handed-over = ✅ Передано: <b>{ $title }</b>. Спасибо!
exchange-write = <b>{ $title }</b>: что передать? Напишите одним сообщением. Другая сторона увидит ваше имя ({ $name }), но не телефон и не аккаунт.
exchange-written = ✅ Сообщение отправлено.

exchange-hide = Почему скрываем объявление <b>{ $title }</b>? Напишите причину: автор её увидит.
exchange-hidden = 🙈 Объявление скрыто: <b>{ $title }</b>. Автору сообщим.
exchange-outcomes = <b>Обмен за { $year } год</b>

    Размещено: { $published }
    Передано: { $count }
    Не сложилось: { $missed }
    Участвовало организаций: { $organisations }
exchange-outcomes-kind = { exchange-kind }: отдали { $offers }, нашли { $needs }
button-exchange-outcomes-file = Таблица для Excel
exchange-outcomes-coming = Готовим таблицу…
exchange-outcomes-title = Обмен за { $year } год
exchange-sheet-kinds = По видам
exchange-sheet-organisations = По организациям
exchange-column-at = Когда
exchange-column-direction = Отдали или искали
exchange-column-direction-value = { $direction ->
    [offer] Отдали
   *[need] Искали
}
exchange-column-kind = Вид
exchange-column-title = Что
exchange-column-giver = Кто отдал
exchange-column-receiver = Кто получил
exchange-column-offers = Отдали
exchange-column-needs = Нашли
exchange-column-organisation = Организация
exchange-column-gave = Отдала
exchange-column-got = Получила

exchange-reader = 🔔 <b>Что вам присылать</b>

    { $digest ->
        [yes] Новые объявления придут в понедельник утром одним письмом. { $some ->
            [yes] Показываем выбранные направления и то, что для всех.
           *[no] Можно выбрать направления, сейчас придут все.
        }
       *[no] Раз в неделю можем присылать новые объявления одним письмом.
    }

    Ещё не чаще раза в неделю подсказываем то, что подходит направлениям вашей организации.
button-exchange-digest = { $wanted ->
    [yes] ✓ Новое за неделю
   *[no] Новое за неделю
}
button-exchange-matches = { $wanted ->
    [yes] ✓ Подходящее нам
   *[no] Подходящее нам
}
button-exchange-field = { $wanted ->
    [yes] ✓ { $name }
   *[no] { $name }
}
button-exchange-digest-off = Больше не присылать
button-exchange-matches-off = Больше не подсказывать
button-exchange-look = Посмотреть отклик

exchange-news-answered = 🖐 Отклик на объявление <b>{ $title }</b>: { $name } ({ $origin })

    { $text }
exchange-news-choice-lost = <b>{ $title }</b>: отклик, который вы выбрали, отозвали. Объявление снова открыто. { $waiting ->
    [0] Других откликов пока нет.
    [one] Ждёт ещё { $waiting } отклик.
    [few] Ждут ещё { $waiting } отклика.
   *[many] Ждут ещё { $waiting } откликов.
}
exchange-news-settled = { $state ->
    [chosen] 🤝 { $direction ->
        [offer] <b>{ $title }</b>: { $organisation } отдаёт это вам! Договоритесь, где и когда забрать.
       *[need] <b>{ $title }</b>: { $organisation } принимает вашу помощь! Договоритесь, где и когда.
    }
    [waiting] <b>{ $title }</b>: автор договорился с другой организацией. Спасибо, что откликнулись! Если у них не сложится, автор сможет выбрать вас.
    [received] ✅ <b>{ $title }</b>: { $organisation } отмечает, что всё передано. Спасибо!
   *[missed] <b>{ $title }</b>: { $organisation } отмечает, что не сложилось. Если это ошибка, напишите им: /directory
}
exchange-news-taken-down = { $titled ->
    [yes] Объявление снято: <b>{ $title }</b> ({ $organisation }).
   *[no] Объявление, на которое вы откликнулись, удалено ({ $organisation }).
} Спасибо, что откликнулись!
exchange-news-message = ✉️ <b>{ $title }</b>, пишет { $sender } ({ $origin }):

    { $text }
exchange-news-expires = { $over ->
    [yes] ⌛ Срок объявления вышел: <b>{ $title }</b>. Ещё актуально?
   *[no] ⏳ <b>{ $title }</b>: показываем до { GENITIVE($until) }. Ещё актуально?
}
exchange-news-expires-hidden = { $over ->
    [yes] ⌛ Срок объявления вышел: <b>{ $title }</b>. Организаторы альянса его скрыли, и пока оно скрыто, его нельзя продлить. Причина: { $reason }
   *[no] ⏳ <b>{ $title }</b>: срок объявления до { GENITIVE($until) }. Организаторы альянса его скрыли, и пока оно скрыто, его нельзя продлить. Причина: { $reason }
}
exchange-news-moderated = { $hidden ->
    [yes] 🙈 Организаторы альянса скрыли ваше объявление: <b>{ $title }</b>. Причина: { $reason }
   *[no] { $over ->
        [yes] Ваше объявление больше не скрыто: <b>{ $title }</b>. Но его срок вышел. Ещё актуально?
       *[no] Ваше объявление снова показывается: <b>{ $title }</b>
    }
}
exchange-news-matched = Похоже, это вам подойдёт:

    { $post }
exchange-news-digest = 🤝 <b>Обмен за неделю</b>: { $count ->
    [one] { $count } новое объявление
    [few] { $count } новых объявления
   *[many] { $count } новых объявлений
}
exchange-news-field = { $named ->
    [yes] <b>{ $field }</b>
   *[no] <b>Для всех</b>
}
exchange-news-line = { $direction ->
    [offer] 🎁 { $title } · { $organisation }
   *[need] 🔎 { $title } · { $organisation }
}
exchange-news-more = И ещё { $count }, все они в /exchange

PostNotFound = Такого объявления больше нет. Посмотрите, какие есть: /exchange
PostNotYours = Объявления размещают и ведут руководитель и делегаты организации. Попросите кого-нибудь из них.
PostChanged = Пока вы редактировали, объявление изменил коллега. Откройте его ещё раз и внесите правки заново.
PostCountTooLow = Вы уже выбрали { $least ->
        [one] { $least } отклик
        [few] { $least } отклика
       *[many] { $least } откликов
    }, меньше указать нельзя.
PostNotOpen = { $standing ->
    [hidden] Это объявление скрыто организаторами альянса. Посмотрите другие: /exchange
    [promised] Автор уже договорился с другой организацией. Посмотрите другие: /exchange
    [done] Это уже передали. Посмотрите другие: /exchange
    [closed] Это объявление снято. Посмотрите другие: /exchange
    [expired] Срок этого объявления вышел. Посмотрите другие: /exchange
   *[open] Сначала выберите, с кем договориться.
}
OwnPost = Это объявление вашей организации: откликаются на него другие.
AlreadyResponded = Вы уже откликнулись, автор это видит.
ResponseGone = Этот отклик уже неактуален. Откройте объявление ещё раз: /exchange
ResponsesTooMany = За сутки можно отправить { $most ->
        [one] { $most } сообщение
        [few] { $most } сообщения
       *[many] { $most } сообщений
    }. Напишите завтра.
PhotosTooMany = В объявлении может быть не больше { $most } фото.
PostsTooMany = У организации может быть не больше { $most } объявлений сразу. Снимите те, что уже не нужны.

due-exchange_expiry = напомнить автору объявления обмена № { $number } о сроке
due-exchange_digest = отправить человеку № { $number } новое в обмене за неделю
due-exchange_match = подсказать организации № { $number } подходящее объявление
data-chapter-exchange-posts = Объявления в обмене
data-chapter-exchange-responses = Отклики на объявления
data-chapter-exchange-messages = Сообщения об откликах
data-chapter-exchange-readers = Что присылать из обмена
data-chapter-exchange-wishes = Направления для писем обмена
data-chapter-exchange-photos = Фото объявлений
data-chapter-exchange-texts = Тексты для поиска по объявлениям
data-chapter-exchange-index = Указатель для поиска по объявлениям
data-field-place = Место
data-field-published-at = Опубликовано
inventory-why-exchange = помогать организациям отдавать и находить нужное
