# Событие: карточка, список, ответы.

event-head =
    <b>{ $title }</b>

    📅 { $days ->
        [one] { $starts }–{ $ends }
       *[several] { $starts } — { $ends }
    } ({ $zone })
    📍 { $place }
event-description = { $text }
event-answer = { $answer ->
    [going] ✅ <b>Вы идёте.</b> Ждём вас!
    [maybe] 🤔 <b>Возможно, вы придёте.</b> Напомним заранее.
    [declined] <b>Вы не идёте.</b> Если передумаете, просто нажмите другую кнопку.
   *[none] Придёте? Ответ можно будет изменить.
}
event-cancelled = { $given ->
    [yes] ❌ <b>Событие отменено.</b> Причина: { $reason }
   *[no] ❌ <b>Событие отменено.</b>
}
event-over = Событие уже прошло.
event-audience = { $audience ->
    [delegates] Для руководителей и делегатов
    [council] Для членов совета
   *[everybody] Для всех
}
event-counts =
    ✅ Идут: <b>{ $going }</b>
    🤔 Возможно: <b>{ $maybe }</b>
    🚫 Не идут: <b>{ $declined }</b>
    ❔ Ещё не ответили: <b>{ $silent }</b>

events-list = { $count ->
    [one] Впереди <b>{ $count }</b> событие. Нажмите, чтобы открыть и ответить:
    [few] Впереди <b>{ $count }</b> события. Нажмите, чтобы открыть и ответить:
   *[many] Впереди <b>{ $count }</b> событий. Нажмите, чтобы открыть и ответить:
}
events-none = Пока событий нет. Как только появится новое, мы напишем.
rsvp-taken = { $answer ->
    [going] Записали: вы идёте. До встречи!
    [maybe] Записали: возможно, придёте.
   *[declined] Записали: вы не идёте.
}

manage-list = { $count ->
    [one] Впереди <b>{ $count }</b> событие. Рядом с названием — сколько человек идёт.
    [few] Впереди <b>{ $count }</b> события. Рядом с названием — сколько человек идёт.
   *[many] Впереди <b>{ $count }</b> событий. Рядом с названием — сколько человек идёт.
}
manage-none = Впереди пока ничего нет. Создадим первое событие?

button-answer = { $chosen ->
    [yes] { $answer ->
        [going] ✓ Иду
        [maybe] ✓ Возможно
       *[declined] ✓ Не иду
    }
   *[no] { $answer ->
        [going] Иду
        [maybe] Возможно
       *[declined] Не иду
    }
}
button-event = { $answer ->
    [going] ✅ { $day } · { $title }
    [maybe] 🤔 { $day } · { $title }
    [declined] 🚫 { $day } · { $title }
   *[none] { $day } · { $title }
}
button-board = { $cancelled ->
    [yes] ❌ { $day } · { $title }
   *[no] { $going } · { $day } · { $title }
}
button-all-events = Все события
button-create = Создать событие
button-move = Перенести
button-cancel = Отменить событие
button-renew = Обновить
button-back = ‹ Назад
button-earlier = ‹ Раньше
button-later = Позже ›

duration-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
duration-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
duration-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
