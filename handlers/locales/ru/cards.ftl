# Карточка события: что на ней написано и что под ней нажимают.

event-title = <b>{ $title }</b>
event-kind = { $kind ->
    [general_meeting] Общее собрание
    [forum] Форум
    [action] Публичная акция
    [meeting] Встреча
   *[other] Событие
}
event-when = 📅 { $days ->
    [one] { $starts }–{ $ends }
   *[several] { $starts } — { $ends }
} ({ $zone })
event-where = 📍 { $place }
event-series = 🔁 { $rhythm ->
    [weekly] Повторяется каждую неделю
    [biweekly] Повторяется раз в две недели
    [monthly_by_date] Повторяется каждый месяц, того же числа
   *[monthly_by_weekday] Повторяется каждый месяц, в тот же день недели
}; впереди { $count ->
    [one] { $count } дата
    [few] { $count } даты
   *[many] { $count } дат
}
event-link = 🔗 <a href="{ $link }">Ссылка для участия</a>
event-capacity = { $full ->
    [yes] { $capacity ->
        [1] Единственное место занято
       *[other] Все места заняты ({ $capacity } из { $capacity })
    }, есть лист ожидания
   *[no] { $capacity ->
        [1] Одно место, пока свободно
        [one] Всего { $capacity } место, есть свободные
        [few] Всего { $capacity } места, есть свободные
       *[many] Всего { $capacity } мест, есть свободные
    }
}
event-quota = От одной организации — до { $quota ->
    [one] { $quota } человека
   *[other] { $quota } человек
}
event-guests = Можно прийти с гостями: до { $guests ->
    [one] { $guests } гостя
   *[other] { $guests } гостей
}
event-deadline = Ответить можно до { GENITIVE($until) }

event-waiting = ⏳ <b>Мест пока нет, вы в листе ожидания.</b> Ваш номер — { $number }. Освободится место — напишем.
event-called = 🎟 <b>Есть свободное место!</b> Его займёт тот, кто первым нажмёт «Занять место».
event-offered = 🎟 <b>Место держим для вас</b> до { GENITIVE($until) }. Берёте?
event-full = Свободных мест нет. Нажмите «Иду», и мы запишем вас в лист ожидания.
event-closed = { $answer ->
    [declined] <b>Вы не идёте.</b> Записаться можно было до { GENITIVE($until) }.
   *[none] Записаться можно было до { GENITIVE($until) }.
}
event-for-others = Это событие для других участников. Вы видите его как организатор.
event-asked-again = ❗️ <b>День изменился</b> уже после вашего ответа. Получится прийти? Ответьте, пожалуйста, ещё раз.
event-with-guests = С вами { $guests ->
    [one] { $guests } гость
    [few] { $guests } гостя
   *[many] { $guests } гостей
}.
event-with-named = С вами: { $names }.
event-substitute = Вместо вас может прийти { $name }. Ждём ответа, а пока место за вами.
event-stand-in = Вместо вас придёт { $name }.
event-muted = 🔕 Напоминаний об этом событии не будет.

rsvp-withdrawn = Ответ убран. Передумаете — просто ответьте снова.
rsvp-series-taken = { $answer ->
    [going] Записали: вы идёте на все даты, их { $dates }.
    [maybe] Записали: «Возможно». Дат: { $dates }.
   *[declined] Записали: вы не идёте. Дат: { $dates }.
}
rsvp-series-waiting = { $count ->
    [one] На { $count } дату мест нет: там вы в листе ожидания.
    [few] На { $count } даты мест нет: там вы в листе ожидания.
   *[many] На { $count } дат мест нет: там вы в листе ожидания.
}
event-mute-taken = { $muted ->
    [yes] Напоминать об этом событии не будем. О переносе и отмене сообщим.
   *[no] Хорошо, будем напоминать.
}
guests-taken = { $count ->
    [0] Записали: вы без гостей.
    [one] Записали: с вами { $count } гость.
    [few] Записали: с вами { $count } гостя.
   *[many] Записали: с вами { $count } гостей.
}
guest-names-question =
    Кто придёт с вами на «{ $title }»? Напишите имена, каждое с новой строки: можно привести до { $most ->
        [one] { $most } гостя
       *[other] { $most } гостей
    }.

    Если никто, отправьте «нет».
# Слова через пробел: любое из них значит «без гостей».
guest-names-nobody = 0 нет никого никто

attendees = { $count ->
    [one] Идёт <b>{ $count }</b> человек.
    [few] Идут <b>{ $count }</b> человека.
   *[many] Идут <b>{ $count }</b> человек.
}
attendees-guests = { $count ->
    [one] С ними <b>{ $count }</b> гость.
    [few] С ними <b>{ $count }</b> гостя.
   *[many] С ними <b>{ $count }</b> гостей.
}
attendees-none = Пока никто не записался. Будете первыми?
attendee = { $number }. { $name }{ $known ->
    [yes] {" "}· { $organisation }
   *[no] {""}
}{ $guests ->
    [0] {""}
   *[other] {" "}+{ $guests }
}

calendar-file = { $state ->
    [cancelled] Отменяется: <b>{ $title }</b>. Откройте файл, и событие исчезнет из календаря.
   *[ahead] <b>{ $title }</b>: откройте файл, и событие появится в календаре. Если время или место изменится, откройте новый файл — запись исправится.
}

button-more = Ещё…
button-attendees = Кто идёт
button-map = Карта
button-calendar = В календарь
button-calendar-series = Все даты в календарь
button-calendar-renew = Обновить календарь
button-pass = Мой пропуск
button-substitute = Пришлю замену
button-keep-seat = Замена не нужна
button-mute = { $muted ->
    [yes] С напоминаниями
   *[no] Без напоминаний
}
button-withdraw = Убрать ответ
button-series = { $answer ->
    [going] Иду на все даты
    [maybe] Возможно, на все даты
   *[declined] Не иду ни на одну дату
}
button-guest-less = − гость
button-guest-more = + гость
button-guests-none = Без гостей
button-guest-names = Назвать гостей
button-tab = { $tab ->
    [mine] { $chosen ->
        [yes] ✓ Мои
       *[no] Мои
    }
   *[all] { $chosen ->
        [yes] ✓ Все
       *[no] Все
    }
}
