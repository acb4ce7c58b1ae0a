# Мастера организаторов: создать, перенести, отменить событие.

wizard-title =
    <b>Новое событие</b>

    Как оно называется? Напишите одной строкой.
wizard-description =
    <b>О чём событие?</b>

    Расскажите, что будет и кому стоит прийти. Можно без описания.
wizard-day =
    <b>В какой день?</b>

    Выберите в календаре или напишите, можно сразу со временем: <i>5 декабря 18:30</i>
wizard-time =
    <b>{ $chosen_day }. Во сколько?</b>

    Выберите час, потом минуты или напишите: <i>18:30</i>
    Часовой пояс: { $zone }.
wizard-duration =
    <b>Сколько продлится?</b>

    Выберите или напишите: <i>2 часа</i>, <i>1:30</i>, <i>90 минут</i>
wizard-place =
    <b>Где?</b>

    Напишите одной строкой адрес или ссылку на трансляцию.
wizard-audience =
    <b>Кого зовём?</b>

    Рядом — сколько человек получит приглашение.
wizard-given = Сейчас: { $value }
wizard-none = без описания

wizard-preview =
    Так событие увидят участники:

    { $card }

    ———
    Приглашение получат: <b>{ $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }</b>{ $organisations ->
        [0] {""}
        [one] {" "}из { $organisations } организации
       *[many] {" "}из { $organisations } организаций
    }.
wizard-reach-unreachable = Не дойдёт, бот заблокирован: { $unreachable }.
wizard-reach-not-joined = Ещё не присоединились к боту: { $not_joined }.
wizard-leaving =
    Удалить черновик <b>{ $title }</b>?

    Вернуть его будет нельзя.
wizard-resuming =
    У вас остался черновик: <b>{ $title }</b>

    Продолжим или начнём заново? Если начать заново, черновик пропадёт.

wizard-published =
    ✅ Событие опубликовано: <b>{ $title }</b>

    Приглашения уже рассылаются.
wizard-discarded = Черновик удалён.
wizard-unchanged = Хорошо, ничего не меняем.
wizard-moved =
    ✅ Событие перенесено: <b>{ $title }</b>

    Новое время: { $starts }.
wizard-cancelled = Событие отменено: <b>{ $title }</b>

wizard-move-day =
    Переносим: <b>{ $title }</b>
    Сейчас: { $starts }

    На какой день? Выберите в календаре или напишите, можно сразу со временем: <i>5 декабря 18:30</i>
wizard-move-preview =
    Перенести событие <b>{ $title }</b>?

    Было: <s>{ $starts }</s>
    Станет: <b>{ $new }</b> ({ $zone })

    { wizard-told }
wizard-cancel-reason =
    Отменяем: <b>{ $title }</b>
    { $starts }

    Почему? Напишите причину, её увидят все, кто ответил. Можно и без неё.
wizard-cancel-confirm =
    Отменить событие <b>{ $title }</b>?
    { $starts }

    { wizard-told } Вернуть событие будет нельзя.
wizard-cancel-because = Причина: { $reason }
wizard-told = { $people ->
    [0] Пока никто не ответил, сообщать некому.
    [1] Об этом узнает <b>1</b> человек: больше пока никто не ответил.
    [one] Об этом узнает <b>{ $people }</b> человек: все, кто ответил.
    [few] Об этом узнают <b>{ $people }</b> человека: все, кто ответил.
   *[many] Об этом узнают <b>{ $people }</b> человек: все, кто ответил.
}

# Что ответить, когда прислали не то.

wizard-title-expected = Жду название. Напишите его обычным текстом.
wizard-description-expected = Жду описание. Напишите его обычным текстом или нажмите «Без описания».
wizard-day-expected = Жду день: выберите в календаре или напишите, например, 5 декабря.
wizard-time-expected = Жду время: выберите кнопками или напишите, например, 18:30.
wizard-duration-expected = Жду длительность: выберите кнопкой или напишите, например, 2 часа.
wizard-place-expected = Жду место. Напишите его обычным текстом.
wizard-reason-expected = Жду причину. Напишите её обычным текстом или нажмите «Без причины».
wizard-tap-expected = Здесь нужно выбрать кнопкой под сообщением.

# Кнопки.

wizard-skip-description = Без описания
wizard-skip-reason = Без причины
wizard-keep = Оставить как есть
wizard-leave = ✕ Не создавать
wizard-publish = Опубликовать
wizard-discard = Да, удалить
wizard-return = Продолжить
wizard-start-over = Начать заново
wizard-to-list = ‹ К списку событий
wizard-to-board = К событию ›
wizard-stay = Ничего не менять
wizard-another-day = Другой день
wizard-move = Да, перенести
wizard-cancel = Да, отменить событие
wizard-change-title = ✏️ Название
wizard-change-description = ✏️ Описание
wizard-change-day = ✏️ День и время
wizard-change-duration = ✏️ Длительность
wizard-change-place = ✏️ Место
wizard-change-audience = ✏️ Кого зовём
wizard-duration-choice = { $minutes ->
    [60] 1 ч
    [90] 1,5 ч
    [120] 2 ч
    [180] 3 ч
    [240] 4 ч
    [480] Весь день (8 ч)
   *[other] { $minutes } мин
}
wizard-audience-everybody = Все · { $everybody }
wizard-audience-delegates = Руководители и делегаты · { $delegates }
wizard-audience-council = Члены совета · { $council }
