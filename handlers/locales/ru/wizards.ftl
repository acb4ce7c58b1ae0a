# Мастера организаторов: создать, изменить, перенести, отменить событие.

wizard-title =
    <b>Новое событие</b>

    Как оно называется? Напишите одной строкой.
wizard-line-taken = Длительность: { $duration }, зовём всех. Всё можно поменять здесь же.
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

    Напишите одной строкой. Или пришлите место на карте: скрепка → «Геопозиция».
wizard-audience =
    <b>Кого зовём?</b>

    Рядом — сколько человек получит приглашение.
wizard-municipalities =
    <b>Из каких муниципалитетов зовём?</b>

    Можно отметить несколько. { $people ->
        [one] Приглашение получит <b>{ $people }</b> человек.
        [few] Приглашение получат <b>{ $people }</b> человека.
       *[many] Приглашение получат <b>{ $people }</b> человек.
    }
wizard-people =
    <b>Кого именно зовём?</b>

    Напишите часть имени или названия организации и отметьте нужных. Потом можно искать дальше.

    { $count ->
        [0] Пока никто не выбран.
        [one] Выбран <b>{ $count }</b> человек.
        [few] Выбрано <b>{ $count }</b> человека.
       *[many] Выбрано <b>{ $count }</b> человек.
    }
wizard-people-nobody = По запросу «{ $search }» никого не нашлось. Попробуйте написать иначе.
wizard-people-all = Все: { $name } · { $count }
wizard-people-invited = Этих людей уже пригласили, убрать их из списка нельзя.
wizard-choose-one = Отметьте хотя бы одну строчку.
wizard-audience-value = { $circle ->
    [everybody] все
    [delegates] руководители и делегаты
    [council] члены совета
    [municipalities] { $names }
   *[chosen] { $count ->
        [one] { $count } человек по списку
        [few] { $count } человека по списку
       *[many] { $count } человек по списку
    }
}
wizard-given = Сейчас: { $value }
wizard-none = без описания

wizard-settings =
    <b>Ещё настройки</b>

    { $settings }

    Нажмите, что хотите изменить.
wizard-setting = { $name }: <b>{ $value }</b>
wizard-kind =
    <b>В каком формате пройдёт событие?</b>
wizard-kind-value = { $kind ->
    [meeting] встреча
    [general_meeting] общее собрание
    [forum] форум
    [action] публичная акция
   *[other] другое
}
wizard-cover =
    <b>Обложка</b>

    Пришлите картинку. Она украсит приглашение.
wizard-point =
    <b>Точка на карте</b>

    Пришлите место: скрепка → «Геопозиция». По кнопке на карточке откроется карта.
wizard-point-taken = Точку на карте запомнили. Теперь напишите место словами.
wizard-point-removed = Место изменилось, поэтому точку на карте убрали. Новую можно прислать в «Ещё настройки».
wizard-room =
    <b>Зал или кабинет</b>

    Напишите одной строкой, например: <i>зал на втором этаже</i>
wizard-link =
    <b>Ссылка для участия онлайн</b>

    Её увидят только те, кто идёт. Напишите целиком: <i>https://…</i>
wizard-capacity =
    <b>Сколько мест?</b>

    Напишите число. Когда места кончатся, остальные встанут в лист ожидания.
wizard-quota =
    <b>Сколько мест на одну организацию?</b>

    Вместе с гостями. Выберите или напишите число.
wizard-deadline =
    <b>До какого времени можно записаться?</b>

    Выберите день или напишите, можно сразу со временем: <i>5 декабря 18:30</i>. Отказаться можно будет и позже.
wizard-guests =
    <b>Сколько гостей можно взять с собой?</b>

    Можно и написать число. «С именами» — попросим назвать каждого.
wizard-guests-value = { $count ->
    [0] нельзя
   *[other] { $named ->
        [yes] до { $count }, с именами
       *[no] до { $count }
    }
}
wizard-guests-named = С именами
wizard-leads =
    <b>Когда напоминать?</b>

    Отметьте одно или несколько. Кто настроил напоминания под себя, получит их по-своему.
wizard-leads-value = за { $leads }
wizard-leads-usual = как обычно
wizard-leads-none = без напоминаний
wizard-rhythm =
    <b>Как повторять?</b>
wizard-ending =
    <b>Повторяем { $rule }</b>

    Сколько раз всего? Выберите или напишите число. Или последний день: <i>30 июня</i>
wizard-rule = { $rhythm ->
    [weekly] каждую неделю { wizard-on-weekdays }
    [biweekly] раз в две недели { wizard-on-weekdays }
    [monthly_by_date] каждый месяц { $day }-го числа
   *[monthly_by_weekday] { wizard-nth-weekday } месяца
}
wizard-on-weekdays = { $weekday ->
    [mon] по понедельникам
    [tue] по вторникам
    [wed] по средам
    [thu] по четвергам
    [fri] по пятницам
    [sat] по субботам
   *[sun] по воскресеньям
}
wizard-nth-weekday = { $weekday ->
    [mon] { wizard-nth-he } понедельник
    [tue] { wizard-nth-he } вторник
    [wed] { wizard-nth-she } среду
    [thu] { wizard-nth-he } четверг
    [fri] { wizard-nth-she } пятницу
    [sat] { wizard-nth-she } субботу
   *[sun] { wizard-nth-it } воскресенье
}
wizard-nth-he = { $place ->
    [first] каждый первый
    [second] каждый второй
    [third] каждый третий
    [fourth] каждый четвёртый
   *[last] каждый последний
}
wizard-nth-she = { $place ->
    [first] каждую первую
    [second] каждую вторую
    [third] каждую третью
    [fourth] каждую четвёртую
   *[last] каждую последнюю
}
wizard-nth-it = { $place ->
    [first] каждое первое
    [second] каждое второе
    [third] каждое третье
    [fourth] каждое четвёртое
   *[last] каждое последнее
}
wizard-once = нет
wizard-repeated = { $rule }, { $ending }
wizard-until = до { $day }
wizard-times = { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
}
wizard-publication =
    <b>Когда опубликовать?</b>

    Выберите день или напишите, можно сразу со временем: <i>5 декабря 9:00</i>. До этого событие видят только организаторы.
wizard-publish-now = сразу
wizard-has = { $has ->
    [yes] есть
   *[no] нет
}
wizard-deadline-none = без срока
wizard-deadline-value = до { GENITIVE($until) }
wizard-no-limit = без ограничений

wizard-preview =
    Так событие увидят участники:

    { $card }

    ———
wizard-preview-above =
    Так событие увидят участники: карточка выше.

    ———
wizard-preview-wrong =
    ⚠️ { $wrong }
wizard-preview-unseen = { $unseen }
wizard-unseen = { $name ->
    [point] 🗺 С точкой на карте
   *[link] 🔗 Кто идёт, увидит ссылку: { $value }
}
wizard-preview-series =
    🔁 Повторяем { $rule }. { $count ->
        [one] Всего <b>{ $count }</b> дата
        [few] Всего <b>{ $count }</b> даты
       *[many] Всего <b>{ $count }</b> дат
    }, первые: { $dates }.
wizard-preview-publication = 🕐 Опубликуем: <b>{ $publication }</b>
wizard-preview-reach =
    Приглашение { $people ->
        [one] получит
       *[many] получат
    }: <b>{ $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }</b>{ $organisations ->
        [0] {""}
        [one] {" "}из { $organisations } организации
       *[many] {" "}из { $organisations } организаций
    }.
wizard-preview-told = { $told ->
    [0] Время или место изменится. Пока никто не собирается прийти, сообщать некому.
    [one] Время или место изменится. Сообщим <b>{ $told }</b> участнику.
   *[many] Время или место изменится. Сообщим <b>{ $told }</b> участникам.
}
wizard-preview-unseated = { $unseated ->
    [one] Мест станет меньше, чем занято: <b>{ $unseated }</b> человек вернётся в лист ожидания.
    [few] Мест станет меньше, чем занято: <b>{ $unseated }</b> человека вернутся в лист ожидания.
   *[many] Мест станет меньше, чем занято: <b>{ $unseated }</b> человек вернутся в лист ожидания.
}
wizard-reach-unreachable = Заблокировали бота: { $unreachable }.
wizard-reach-not-joined = Ещё не подключились: { $not_joined }.
wizard-leaving =
    Удалить черновик <b>{ $title }</b>?

    Вернуть его будет нельзя.
wizard-leaving-changes =
    Не сохранять изменения? Событие <b>{ $title }</b> останется прежним.
wizard-resuming =
    У вас остался черновик: <b>{ $title }</b>

    Продолжим или начнём заново? Если начать заново, черновик пропадёт.

wizard-published =
    ✅ Событие опубликовано: <b>{ $title }</b>

    Приглашения уже уходят.
wizard-publishing =
    ⏳ <b>{ $title }</b>

    Опубликуем и разошлём приглашения через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
       *[many] { $seconds } секунд
    }. Ещё можно передумать.
wizard-undo = Отменить отправку
wizard-undone = Отправка отменена, приглашений никто не получил. Черновик ниже.
wizard-scheduled =
    ✅ Событие запланировано: <b>{ $title }</b>

    Опубликуем и разошлём приглашения: { $at }.
wizard-saved = ✅ Изменения сохранены: <b>{ $title }</b>
wizard-discarded = Черновик удалён.
wizard-unchanged = Хорошо, ничего не меняем.
wizard-moved =
    ✅ Событие перенесено: <b>{ $title }</b>

    Новое время: { $starts }.
wizard-done-cancel = Событие отменено: <b>{ $title }</b>
wizard-done-all = Все даты отменены: <b>{ $title }</b>
wizard-done-remove = Убрали: <b>{ $title }</b>. Участники его не видели.

wizard-move-day =
    Переносим: <b>{ $title }</b>
    Сейчас: { $starts }

    На какой день? Выберите в календаре или напишите, можно сразу со временем: <i>5 декабря 18:30</i>
wizard-move-preview =
    Перенести событие <b>{ $title }</b>?

    Было: <s>{ $starts }</s>
    Станет: <b>{ $new }</b> ({ $zone })

    { $people ->
        [0] Пока никто не собирается прийти, сообщать некому.
        [one] Сообщим <b>{ $people }</b> участнику.
       *[many] Сообщим <b>{ $people }</b> участникам.
    }
wizard-cancel-reason =
    Отменяем: <b>{ $title }</b>
    { $starts }

    Почему? Напишите причину, её увидят все, кто ответил. Можно и без неё.
wizard-cancel-confirm =
    Отменить событие <b>{ $title }</b>?
    { $starts }

    { wizard-told } Вернуть событие будет нельзя.
wizard-cancel-series = { $dates ->
    [one] Отменится <b>{ $dates }</b> дата, последняя: { $last }.
    [few] Отменятся <b>{ $dates }</b> даты, последняя: { $last }.
   *[many] Отменятся <b>{ $dates }</b> дат, последняя: { $last }.
}
wizard-cancel-confirm-series =
    Отменить все даты события <b>{ $title }</b>, начиная с этой?
    { $starts }

    { wizard-cancel-series } Об этом узнают все, кто ответил. Вернуть событие будет нельзя.
wizard-remove-confirm =
    Убрать событие <b>{ $title }</b>?
    { $starts }

    Оно ещё не опубликовано: участники его не видели.{ $dates ->
        [1] {""}
        [one] {" "}Уберём <b>{ $dates }</b> дату.
        [few] {" "}Уберём <b>{ $dates }</b> даты.
       *[many] {" "}Уберём <b>{ $dates }</b> дат.
    }
wizard-cancel-because = Причина: { $reason }
wizard-told = { $people ->
    [0] Пока никто не ответил, сообщать некому.
    [1] Об этом узнает <b>1</b> человек: больше пока никто не ответил.
    [one] Об этом узнает <b>{ $people }</b> человек: все, кто ответил.
    [few] Об этом узнают <b>{ $people }</b> человека: все, кто ответил.
   *[many] Об этом узнают <b>{ $people }</b> человек: все, кто ответил.
}

# Что ответить, когда прислали не то.

wizard-title-expected = Ждём название. Напишите его обычным текстом.
wizard-description-expected = Ждём описание. Напишите его обычным текстом или нажмите «Без описания».
wizard-day-expected = Ждём день: выберите в календаре или напишите, например, 5 декабря.
wizard-time-expected = Ждём время: выберите кнопками или напишите, например, 18:30.
wizard-duration-expected = Ждём длительность: выберите кнопкой или напишите, например, 2 часа.
wizard-place-expected = Ждём место. Напишите его обычным текстом или пришлите геопозицию.
wizard-people-expected = Ждём имя. Напишите его часть обычным текстом.
wizard-cover-expected = Ждём картинку. Пришлите её как фото, а не файлом.
wizard-point-expected = Ждём геопозицию: скрепка → «Геопозиция».
wizard-hall = { $some ->
    [yes] <b>Какой зал из Дома занять?</b> Бронь подтвердится сразу, вместе с публикацией, на каждую дату события.
   *[no] В Доме пока нет залов. Добавьте их: /manage → «Дом НКО».
}
wizard-room-expected = Ждём название зала или номер кабинета. Напишите обычным текстом.
wizard-link-expected = Ждём ссылку. Напишите её обычным текстом, вместе с https://
wizard-capacity-expected = Ждём число мест. Напишите его цифрами, например: 20.
wizard-quota-expected = Ждём число мест на организацию. Напишите его цифрами, например: 2.
wizard-guests-expected = Ждём число гостей. Выберите кнопкой или напишите цифрами.
wizard-ending-expected = Ждём число раз или последний день, например: 10 или 30 июня.
wizard-reason-expected = Ждём причину. Напишите её обычным текстом или нажмите «Без причины».
wizard-tap-expected = Здесь нужно выбрать кнопкой под сообщением.

# Кнопки.

wizard-skip-description = Без описания
wizard-skip-reason = Без причины
wizard-keep = Оставить как есть
wizard-leave = ✕ Не создавать
wizard-publish = Опубликовать
wizard-schedule = Запланировать
wizard-save = Сохранить
wizard-more = ⚙️ Ещё настройки
wizard-changes = ✏️ Изменить…
wizard-changes-which = <b>Что изменить?</b>
wizard-done = Готово
wizard-to-preview = ‹ К событию
wizard-discard = Да, удалить
wizard-discard-changes = Не сохранять
wizard-return = Продолжить
wizard-start-over = Начать заново
wizard-to-list = ‹ К списку событий
wizard-to-board = К событию ›
wizard-stay = Ничего не менять
wizard-another-day = Другой день
wizard-move = Да, перенести
wizard-cancel = Да, отменить событие
wizard-cancel-all = Да, отменить все даты
wizard-remove = Да, убрать
wizard-group-about = О событии подробнее
wizard-option-kind = Формат
wizard-option-cover = Обложка
wizard-option-point = Точка на карте
wizard-option-room = Зал или кабинет
wizard-option-hall = Зал из Дома
wizard-option-link = Ссылка для участия
wizard-option-capacity = Число мест
wizard-option-quota = Мест на организацию
wizard-option-deadline = Срок записи
wizard-option-guests = Гости
wizard-option-leads = Напоминания
wizard-option-rhythm = Повтор
wizard-option-publication = Публикация
wizard-no-cover = Убрать обложку
wizard-no-point = Убрать точку
wizard-no-room = Не указывать
wizard-no-hall = Без зала
wizard-no-link = Убрать ссылку
wizard-no-capacity = Без ограничений
wizard-no-quota = Без ограничений
wizard-no-deadline = Без срока
wizard-no-rhythm = Не повторять
wizard-another-rhythm = ‹ Как повторять
wizard-leads-as-usual = Как обычно
wizard-publish-at-once = Опубликовать сразу
wizard-days-before = { $days ->
    [one] За { $days } день
    [few] За { $days } дня
   *[many] За { $days } дней
}
wizard-by-municipality = По муниципалитетам
wizard-by-hand = Выбрать людей
wizard-people-clear = Убрать всех
wizard-change-title = ✏️ Название
wizard-change-description = ✏️ Описание
wizard-change-day = ✏️ День и время
wizard-change-duration = ✏️ Длительность
wizard-change-place = ✏️ Место
wizard-change-audience = ✏️ Кого зовём
wizard-duration-choice = { $minutes ->
    [60] 1 ч
    [90] 1,5 ч
    [120] 2 ч
    [180] 3 ч
    [240] 4 ч
    [480] Весь день (8 ч)
   *[other] { $minutes } мин
}
wizard-audience-everybody = Все · { $everybody }
wizard-audience-delegates = Руководители и делегаты · { $delegates }
wizard-audience-council = Члены совета · { $council }
