# Как организатор готовит объявление: черновик, кому, когда, предпросмотр, отправка.

button-announce = Объявление
announce-ask =
    📣 <b>Новое объявление</b>

    Пришлите или перешлите сюда то, что хотите разослать: текст, фото, видео, документ, альбом, голосовое, место на карте или контакт. Жирный шрифт, ссылки и эмодзи сохранятся.

    Потом выберете, кому и когда отправить, и посмотрите, как это увидят люди.
announce-ask-for =
    ✍️ <b>Кому: { $to }</b>
    { $coverage }

    Пришлите или перешлите сюда то, что хотите им сказать: текст, фото, документ, альбом, голосовое. Снизу будет кнопка «{ $opening }». Сначала посмотрите, как это увидят люди.
announce-ask-instead = У вас есть неотправленный черновик. Новое сообщение займёт его место.
button-announce-draft = К черновику
announce-ask-text = { $known ->
    [yes] { $correction ->
        [yes] Пришлите исправленное сообщение целиком: текст, подпись или файл. Кто уже получил объявление, увидит его новым — на том же месте.
       *[no] Пришлите другое сообщение — оно заменит прежнее.
    }
   *[no] { $language ->
        [en] Пришлите то же самое по-английски. Его получат те, кто читает бота на английском.
       *[ru] Пришлите то же самое по-русски. Его получат те, кто читает бота на русском.
    }
}
announce-cannot = Такое разослать не получится. Пришлите текст, фото, видео, документ, аудио, голосовое, место или контакт.
announce-offer = Разослать это?
announce-accepted = Готовим объявление.
announce-declined = Хорошо, никому не отправляем.
announce-dropped = Черновик удалён.
announce-drop-question = Удалить черновик? Вернуть его не получится.

announce-panel-new = 📣 <b>Черновик объявления</b>
announce-panel-correction = ✏️ <b>Исправление объявления</b>
announce-said =
    { $language } · { $what }{ $links ->
        [0] {""}
       *[other] {" "}· кнопок: { $links }
    }{ $given ->
        [yes] {""}
    <blockquote>{ $words }</blockquote>
       *[no] {""}
    }
announce-kind-of-piece = { $kind ->
    [text] текст
    [photo] { $count ->
        [1] фото
       *[other] альбом, файлов: { $count }
    }
    [video] { $count ->
        [1] видео
       *[other] видео: { $count }
    }
    [document] { $count ->
        [1] документ
       *[other] документы: { $count }
    }
    [audio] { $count ->
        [1] аудио
       *[other] аудио: { $count }
    }
    [animation] анимация
    [voice] голосовое
    [location] место на карте
    [venue] место на карте
   *[contact] контакт
}
announce-to = 👥 <b>Кому:</b> { $to }
announce-kind = 🏷 <b>Рубрика:</b> { $kind }
announce-at-once = 🕓 <b>Когда:</b> сразу
announce-at = 🕓 <b>Когда:</b> { $at }
announce-repeated = 🕓 <b>Когда:</b> { $at }, { $rhythm }
announce-rhythm = { $rhythm ->
    [weekly] каждую неделю
    [biweekly] раз в две недели
   *[monthly] каждый месяц
}, всего { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
}
announce-sound = { $quietly ->
    [yes] 🔕 Без звука
   *[no] 🔔 Со звуком
}
announce-places = 📌 <b>Ещё:</b> { $where ->
    [both] в группу и в канал
    [group] в группу
   *[channel] в канал
}{ $pinned ->
    [yes] , закрепить
   *[no] {""}
}
announce-event-button = 🔘 Кнопка события: { $title }
announce-poll-button = 🗳 Кнопка голосования: { $question }
announce-either = { $circles }
announce-among = {" "} и при этом: { $circles }
announce-without = {" "} кроме: { $circles }
circle-standing = { $circle ->
    [council] члены совета
    [delegates] делегаты и руководители
    [leaders] руководители организаций
   *[everybody] все
}
circle-event = { $group ->
    [going] идут
    [waiting] ждут места
    [maybe] возможно, придут
    [declined] не идут
    [silent] не ответили
   *[came] пришли
} · { $title }
circle-yet-to-vote = ещё не проголосовали · { $question }
circle-mixed = по сложному условию
announce-hindrance = ⚠️ { $words }
announce-coverage = <b>{ $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}</b>{ $organisations ->
    [0] {""}
    [one] {" "}из { $organisations } организации
   *[other] {" "}из { $organisations } организаций
}{ $unreachable ->
    [0] {""}
    [one] ; { $unreachable } недоступен
   *[other] ; { $unreachable } недоступны
}{ $later ->
    [0] {""}
   *[other] ; позже, { $alike ->
        [yes] после { $first }
       *[no] между { $first } и { $last }
    } по своему времени: { $later }
}{ $opted_out ->
    [0] {""}
   *[other] ; отписаны от этой рубрики: { $opted_out }
}{ $not_joined ->
    [0] {""}
   *[other] ; ещё не подключились: { $not_joined }
}.

button-announce-look = { $correction ->
    [yes] 👁 Посмотреть и исправить
   *[no] 👁 Посмотреть и отправить
}
button-announce-drop = Удалить черновик
button-announce-drop-yes = Да, удалить
button-announce-to = 👥 Кому
button-announce-more = ⚙️ Ещё настройки
button-announce-kind = 🏷 Рубрика
button-announce-when = 🕓 Когда
button-announce-sound = { $quietly ->
    [yes] 🔔 Со звуком
   *[no] 🔕 Без звука
}
button-announce-links = 🔗 Кнопки-ссылки
button-announce-event = 🔘 Событие
button-announce-poll = 🗳 Голосование
button-announce-where = 📌 Группа и канал
button-announce-template = 💾 В шаблоны
button-announce-text = { $known ->
    [yes] { $language ->
        [en] ✏️ English
       *[ru] ✏️ Русский
    }
   *[no] { $language ->
        [en] ＋ English
       *[ru] ＋ Русский
    }
}
button-announce-leave-out = Убрать этот язык
button-announce-offer = Да, разослать
button-announce-no-offer = Нет
button-marked = ✓ { $words }

announce-choose-kind =
    <b>О чём это?</b>

    Важное приходит всем, кому адресовано. От остального люди могут отписаться.
announce-choose-places =
    <b>Куда ещё отправить?</b>

    Кроме личных сообщений, объявление можно поставить в группу и в канал альянса.
button-announce-place = { $place ->
    [to_group] В группу
    [to_channel] В канал
   *[pinned] Закрепить там
}
announce-choose-moment =
    { $when }

    Выберите время или напишите своё, например: 5 декабря 18:30, завтра 9:00. Это время альянса; в тихие часы объявление подождёт.
button-announce-now = Сразу
button-announce-tomorrow = Завтра { $hour }
button-announce-repeat = Повторять…
announce-choose-rhythm =
    { $when }

    Как часто отправлять?
button-announce-rhythm = { $rhythm ->
    [once] Один раз
    [weekly] Раз в неделю ×{ $count }
   *[monthly] Раз в месяц ×{ $count }
}
announce-links-language = Под каким текстом поставить кнопки?
announce-ask-links = { $given ->
    [yes]
        Сейчас под объявлением:
        { $links }

        Пришлите кнопки заново, каждую с новой строки: сначала слова, потом адрес. Например:
        <code>Положение о конкурсе — https://example.org/rules</code>
   *[no]
        Пришлите кнопки, каждую с новой строки: сначала слова, потом адрес. Например:
        <code>Положение о конкурсе — https://example.org/rules</code>
}
button-announce-no-links = Убрать кнопки
announce-choose-event = { $count ->
    [0] Впереди пока нет событий, к которым вела бы кнопка.
   *[other] Какое событие откроет кнопка под объявлением?
}
button-announce-no-event = Без кнопки события
announce-choose-poll = { $count ->
    [0] Сейчас нет открытых голосований.
   *[other] К какому голосованию поведёт кнопка? Бюллетень откроется только тем, у кого есть право голоса.
}
button-announce-no-poll = Без кнопки голосования

announce-audience =
    <b>Кому отправить</b>

    { $to }

    { $below }
button-circle-out = ✕ { $words }
button-bond = { $bond ->
    [first] Выбрать, кому…
    [or] ＋ Кому ещё…
    [and] И при этом…
   *[not] Кроме…
}
announce-bond = { $bond ->
    [or] <b>Кому отправить?</b> Получат все, кто входит хотя бы в одну из выбранных групп.
    [and] <b>И при этом…</b> Из выбранных получат только те, кто входит и сюда.
   *[not] <b>Кроме…</b> Эти люди объявление не получат.
}
button-circle-sort = { $sort ->
    [place] Муниципалитет…
    [house] Организация…
    [person] Человек…
    [role] Роль…
    [poll] Не проголосовали…
   *[event] Событие…
}
announce-circles = { $sort ->
    [place] Из какого муниципалитета?
    [role] С какой ролью?
    [event] { $count ->
        [0] Подходящих событий нет.
       *[other] Какое событие?
    }
    [poll] { $count ->
        [0] Сейчас нет открытых голосований.
       *[other] В каком голосовании ещё не проголосовали?
    }
   *[group] Кто из них?
}
announce-ask-house = Напишите название организации или его часть.
announce-houses = { $count ->
    [0] Такой организации не нашлось. Напишите иначе.
   *[other] { $more ->
        [0] Выберите организацию:
       *[other] Выберите организацию. Показаны не все, ещё { $more }: напишите название полнее.
    }
}
announce-ask-person = Напишите имя, фамилию или организацию человека — можно часть.
announce-people = { $count ->
    [0] Никого не нашлось. Напишите иначе.
   *[other] { $more ->
        [0] Выберите, кого:
       *[other] Выберите, кого. Показаны не все, ещё { $more }: напишите имя полнее.
    }
}

announce-preview-language = 👇 { $language }
announce-question =
    👆 Так это увидят люди.

    { $below }
    { $when }

    { $later ->
        [yes] Запланировать?
       *[no] Отправить?
    }
announce-question-correction = 👆 Так объявление будет выглядеть. Исправим его на том же месте у всех, кто получил: { $copies }.
button-announce-send = { $people ->
    [one] Да, отправить { $people } получателю
   *[other] Да, отправить { $people } получателям
}
button-announce-correct = { $people ->
    [one] Да, исправить в { $people } чате
   *[other] Да, исправить в { $people } чатах
}
button-announce-undo = Отменить отправку
button-announcement = Открыть объявление
announce-given = ⏳ <b>{ $title }</b>

    Уйдёт через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
       *[many] { $seconds } секунд
    }. Ещё можно передумать.
announce-scheduled = 🕓 <b>{ $title }</b>

    Запланировано: { $at }.
announce-unconfirmed = ⏳ <b>{ $title }</b>

    Это объявление для всех: мы спросили других организаторов. Оно уйдёт, когда кто-нибудь из них его подтвердит.
announce-undone = Отправка отменена, никто ничего не получил.
announce-correcting = ✏️ Исправляем у всех, кто получил. О ходе расскажем здесь же.
