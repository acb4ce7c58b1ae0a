# Событие: карточка, список, ответы.

event-description = { $text }
event-answer = { $answer ->
    [going] ✅ <b>Вы идёте.</b> Ждём вас!
    [maybe] 🤔 <b>Возможно, вы придёте.</b>
    [declined] <b>Вы не идёте.</b> Если передумаете, просто нажмите другую кнопку.
   *[none] Придёте? Ответ можно будет изменить.
}
event-cancelled = { $given ->
    [yes] ❌ <b>Событие отменено.</b> Причина: { $reason }
   *[no] ❌ <b>Событие отменено.</b>
}
event-over = Событие уже прошло.

events-list = { $count ->
    [one] Впереди <b>{ $count }</b> событие. Нажмите, чтобы открыть и ответить:
    [few] Впереди <b>{ $count }</b> события. Нажмите, чтобы открыть и ответить:
   *[many] Впереди <b>{ $count }</b> событий. Нажмите, чтобы открыть и ответить:
}
events-mine = { $count ->
    [one] Вы ответили на <b>{ $count }</b> событие. Нажмите, чтобы посмотреть или изменить ответ:
    [few] Вы ответили на <b>{ $count }</b> события. Нажмите, чтобы посмотреть или изменить ответ:
   *[many] Вы ответили на <b>{ $count }</b> событий. Нажмите, чтобы посмотреть или изменить ответ:
}
events-none-mine = Вы пока не ответили ни на одно событие. Откройте «Все», там видно, что впереди.
events-none = Пока событий нет. Как только появится новое, мы напишем.
rsvp-waiting = Мест пока нет. Вы в листе ожидания, номер { $number }. Освободится место — напишем.
rsvp-taken = { $answer ->
    [going] Записали: вы идёте. До встречи!
    [maybe] Записали: «Возможно».
   *[declined] Записали: вы не идёте.
}

button-answer = { $chosen ->
    [yes] { $answer ->
        [going] ✓ Иду
        [maybe] ✓ Возможно
        [waiting] ✓ В очереди
       *[declined] ✓ Не иду
    }
   *[no] { $answer ->
        [going] Иду
        [maybe] Возможно
        [waiting] В очереди
        [offered] Беру место
        [called] Занять место
        [still] Приду
        [unable] Не смогу
       *[declined] Не иду
    }
}
button-event = { $answer ->
    [seated] ✅ { $day } · { $title }
    [offered] 🎟 { $day } · { $title }
    [waiting] ⏳ { $day } · { $title }
    [maybe] 🤔 { $day } · { $title }
    [declined] 🚫 { $day } · { $title }
   *[none] { $day } · { $title }
}
button-open-event = Открыть событие
button-all-events = Все события
button-back = ‹ Назад
button-earlier = ‹ Раньше
button-later = Дальше ›

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
duration-none = меньше минуты
duration-left = { $unit ->
    [none] Осталось { $words }
    [minutes] { $count ->
        [one] Осталась { $words }
       *[many] Осталось { $words }
    }
   *[other] { $count ->
        [one] Остался { $words }
       *[many] Осталось { $words }
    }
}

# День недели и число, как они стоят после «до»: «до среды, 9 декабря, 09:00».
moment-until = { $weekday ->
    [mon] понедельника
    [tue] вторника
    [wed] среды
    [thu] четверга
    [fri] пятницы
    [sat] субботы
   *[sun] воскресенья
}, { $rest }

# Администраторам, после слов «Не получилось»: чего бот не сделал в срок.

due-event_publication = опубликовать событие № { $number }
due-event_plan = назначить напоминания о событии № { $number }
due-event_reminders = напомнить о событии № { $number }
due-event_waitlist = передать освободившиеся места на событии № { $number }
due-event_post = обновить пост о событии № { $number }
due-event_screen = сменить код на экране события № { $number }

command-events = События и мои ответы
command-event = Новое событие одной строкой
help-events = /events — ближайшие события: открыть и ответить
help-events-manage =
    /event — новое событие одной строкой: <code>/event Субботник завтра 10:00, сквер Тенистый, 20 мест</code>
    /manage — создать, перенести или отменить событие, увидеть ответы
