# Секретарь готовит собрание: план, повестка, созыв, помощники.

button-meeting-to-plan = ‹ К собранию
meeting-plan = 🏛 <b>{ $title }</b>{ $phase ->
        [planned] {" "}· готовится
        [convened] {" "}· созвано
        [registering] {" "}· идёт регистрация
        [in_session] {" "}· идёт
        [paused] {" "}· перерыв
        [ended] {" "}· завершено
       *[called_off] {" "}· отменено
    }
    { $starts }, на { $lasts }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, можно дистанционно
       *[mixed] { $place }, можно дистанционно и бюллетенем заранее
    }{ $phase ->
        [planned] {""}

    Созвать нужно не позже: { $until }{ $asks ->
            [yes] {""}
    Предложения принимаем до { GENITIVE($proposals_until) }
           *[no] {""}
        }
       *[other] {""}
    }
meeting-plan-agenda = { $count ->
    [one] <b>Повестка</b>: { $count } вопрос
    [few] <b>Повестка</b>: { $count } вопроса
   *[many] <b>Повестка</b>: { $count } вопросов
}
meeting-plan-line = { $number }. { $title }
button-meeting-item-add = ＋ Вопрос
button-meeting-terms = Время и место
button-meeting-proposals = { $count ->
    [0] Предложения
   *[other] Предложения · { $count }
}
button-meeting-convene = Созвать…
button-meeting-report = Кто уведомлён
button-meeting-minutes = 📄 Протокол
button-meeting-sheet = Посещаемость таблицей
button-meeting-registrars = Регистраторы
button-meeting-pages = Экран и столы
button-meeting-call-off = Отменить собрание

# Созыв.

meeting-convene = Созвать собрание?

    Уведомление получат: { $organisations ->
        [one] <b>{ $organisations }</b> организация
        [few] <b>{ $organisations }</b> организации
       *[many] <b>{ $organisations }</b> организаций
    }, { $people ->
        [one] <b>{ $people }</b> человек
        [few] <b>{ $people }</b> человека
       *[many] <b>{ $people }</b> человек
    }{ $unreachable ->
        [0] .
        [one] , { $unreachable } недоступен.
       *[other] , { $unreachable } недоступны.
    }{ $silent ->
        [0] {""}
       *[other] {""}

    Уведомите другим способом: { $names }{ $more ->
        [0] .
       *[other] {" "}и ещё { $more }.
    }
    }

    После этого повестку изменит только само собрание. В афише появится событие с ответами, напоминаниями и пропусками.
button-meeting-convene-yes = Да, созвать
meeting-convened = ✅ Собрание созвано, уведомления уходят. Кто их получил, видно по кнопке «Кто уведомлён».
meeting-report = <b>Кто уведомлён</b>

    Срок: до { GENITIVE($due) }
    Вовремя: <b>{ $in_time }</b>{ $late ->
        [0] {""}
       *[other] {""}

    Позже срока: <b>{ $late }</b>. { $late_names }
    }{ $missing ->
        [0] {""}
       *[other] {""}

    Не получили: <b>{ $missing }</b>. { $missing_names }
    }
button-meeting-untold = ✍️ Отметить уведомление
meeting-report-noted = <b>Уведомили иначе</b>: { $count }
meeting-report-line = { $name }, { $way ->
    [letter] письмом
    [email] по электронной почте
   *[in_person] лично
}, { $day }{ $proven ->
    [yes] . { $note }
   *[no] {""}
}
meeting-untold = { $count ->
    [0] Уведомлены все.
   *[other] <b>Кого уведомили без бота?</b>

    Нажмите на организацию и отметьте, как и когда она узнала о собрании. Отметка попадёт в протокол.
}
meeting-told-way = <b>Как уведомили организацию?</b>
meeting-told-choice = { $way ->
    [letter] Письмом
    [email] По электронной почте
   *[in_person] Лично, под подпись
}
meeting-told-told = <b>Когда её уведомили?</b>

    Напишите день, например: <i>{ $today }</i>
meeting-told-told-expected = Ждём день. Напишите его обычным текстом или нажмите кнопку.
meeting-told-note = <b>Чем это подтверждается?</b>

    Например: <i>письмо № 12, подпись в журнале</i>
meeting-told-note-expected = Напишите обычным текстом, чем это подтверждается.
meeting-told-skip-note = Без подтверждения
meeting-told-preview = Записать уведомление?

    <b>{ $name }</b>
    { $way ->
        [letter] Письмом
        [email] По электронной почте
       *[in_person] Лично
    }, { $told }{ $noted ->
        [yes] {""}
    { $note }
       *[no] {""}
    }
meeting-told-yes = Да, записать
meeting-told-noted = ✅ Записали: <b>{ $name }</b>. { $left ->
    [0] Больше отмечать некого.
   *[other] Осталось отметить: { $left }.
}
meeting-call-off-reason = <b>Почему отменяем собрание?</b>

    Причину получат все, кого мы уведомили.
meeting-call-off-reason-expected = Ждём причину. Напишите её обычным текстом.
meeting-call-off-preview = Отменить собрание?

    { $reason }

    Об этом узнают все, кого мы уведомили. Вернуть собрание будет нельзя.
meeting-call-off-yes = Да, отменить
meeting-call-off-done = Собрание отменено, сообщения уходят.

# Анкета собрания.

meeting-draft-template = <b>Какое собрание готовим?</b>

    Повестку возьмём из образца, потом её можно изменить.
meeting-draft-template-choice = { $name ->
    [yearly] Ежегодное
    [extraordinary] Внеочередное
   *[other] { $name }
} · { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
}
meeting-draft-starts_at = <b>Когда собираемся?</b>

    Выберите день или напишите, можно сразу со временем: <i>20 декабря 12:00</i>
meeting-draft-place = <b>Где?</b>

    Напишите адрес и зал одной строкой.
meeting-draft-place-expected = Ждём место. Напишите его обычным текстом.
meeting-draft-mode = <b>Как можно участвовать?</b>
meeting-draft-mode-choice = { $mode ->
    [hall] Только в зале
    [remote] В зале и дистанционно
   *[mixed] Ещё и бюллетенем заранее
}
meeting-draft-title = <b>Как назвать собрание?</b>

    Выберите или напишите своё название.
meeting-draft-title-usual = { $template ->
    [extraordinary] Внеочередное общее собрание { $year } года
   *[other] Ежегодное общее собрание { $year } года
}
meeting-draft-title-expected = Ждём название. Напишите его обычным текстом.
meeting-draft-lasts = <b>Сколько продлится?</b>

    Выберите или напишите, например: <i>2,5 часа</i>
meeting-draft-lasts-choice = { $minutes ->
    [60] 1 час
    [90] 1,5 часа
    [120] 2 часа
    [180] 3 часа
   *[240] 4 часа
}
meeting-draft-lasts-expected = Ждём длительность, например: 3 часа.
meeting-draft-proposals = <b>До какого дня принимать предложения в повестку?</b>

    Руководители и делегаты смогут прислать их боту.
meeting-draft-no-proposals = Не принимать
meeting-draft-preview = { $fresh ->
        [yes] <b>Проверьте и сохраните.</b> Повестку откроем следом.
       *[no] <b>Проверьте и сохраните.</b>
    }

    { $title }
    { $starts }, на { $lasts }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, можно дистанционно
       *[mixed] { $place }, можно дистанционно и бюллетенем заранее
    }
    { $asks ->
        [yes] Предложения принимаем до { GENITIVE($proposals) }
       *[no] Предложения не собираем
    }
meeting-draft-save = Сохранить
meeting-draft-created = ✅ Собрание записано, о нём пока никто не знает. Проверьте повестку и созовите.
meeting-draft-changed = ✅ Изменили.
meeting-draft-change-starts_at = День и время
meeting-draft-change-place = Место
meeting-draft-change-mode = Как участвовать
meeting-draft-change-title = Название
meeting-draft-change-lasts = Длительность
meeting-draft-change-proposals = Предложения
meeting-draft-leaving-changes = Не сохранять изменения? Собрание <b>{ $title }</b> останется прежним.

# Анкета вопроса.

button-meeting-item-change = Изменить
button-meeting-item-up = ↑ Выше
button-meeting-item-drop = Убрать…
meeting-item-drop = Убрать вопрос «{ $title }» из повестки?
button-meeting-item-drop-yes = Да, убрать
meeting-item-kind = <b>Что это за вопрос?</b>
meeting-item-kind-choice = { $kind ->
    [officers] Кто ведёт
    [report] Доклад
    [awards] Награждение
    [vote] Решение
    [election] Выборы
    [procedural] Порядок ведения
    [break] Перерыв
   *[other] Без голосования
}
meeting-item-title = <b>О чём вопрос?</b>

    Напишите одной строкой, как в повестке.
meeting-item-title-expected = Ждём название вопроса. Напишите его обычным текстом.
meeting-item-speaker = <b>Кто выступает?</b>

    Напишите имя и должность.
meeting-item-speaker-expected = Ждём имя. Напишите его обычным текстом.
meeting-item-no-speaker = Никто
meeting-item-minutes = <b>Сколько минут отводим?</b>

    Выберите или напишите число. Если не важно, напишите 0.
meeting-item-minutes-expected = Ждём число минут, например: 15.
meeting-item-materials = <b>Материалы</b>

    Пришлите файлы, до пяти. Нажмите на файл, чтобы убрать.
meeting-item-materials-expected = Ждём файл: документ, фото, видео или аудио.
meeting-item-remove = ✕ { $name }
meeting-item-decision = <b>Проект решения</b>

    Напишите так, как оно войдёт в протокол: <i>Утвердить годовой отчёт</i>
meeting-item-decision-expected = Ждём проект решения. Напишите его обычным текстом.
meeting-item-no-decision = Без проекта
meeting-item-preset = <b>По каким правилам голосуем?</b>
meeting-item-preset-choice = { $name ->
    [motion] Обычное решение
    [election] Выборы
    [charter] Квалифицированное большинство
   *[other] { $title }
}
meeting-item-secrecy = <b>Тайно или открыто?</b>
meeting-item-secrecy-choice = { $secrecy ->
    [secret] Тайно
    [named] Открыто
   *[usual] Как в правилах
}
meeting-item-exclusive = <b>Это исключительная компетенция собрания?</b>

    Например, устав, приоритеты, органы, годовой отчёт, исключение.
meeting-item-exclusive-choice = { $exclusive ->
    [yes] Да
   *[no] Нет
}
meeting-item-candidates = <b>Кто кандидаты?</b> { $count ->
        [0] Пока никого.
       *[other] Сейчас: { $count }.
    }

    Напишите часть имени и выберите. Нажмите на кандидата, чтобы убрать.
meeting-item-add-typed = ＋ Добавить как есть: { $name }
meeting-item-seats = <b>Сколько мест?</b>
meeting-item-seats-expected = Ждём число мест, например: 5.
meeting-item-names = <b>Кого награждаем?</b>

    Напишите имена, каждое с новой строки. Их покажет экран в зале.
meeting-item-names-expected = Ждём имена, каждое с новой строки.
meeting-item-no-names = Пока никого
meeting-item-preview =
    <b>Проверьте и сохраните.</b>

    { $item }
meeting-item-save = Сохранить
meeting-item-saved = ✅ Вопрос сохранён.
meeting-item-change-title = Название
meeting-item-change-speaker = Выступающий
meeting-item-change-minutes = Минуты
meeting-item-change-materials = Материалы
meeting-item-change-decision = Проект решения
meeting-item-voting = <b>Как голосуем?</b>
meeting-item-change-voting = Как голосуем
meeting-item-change-preset = Правила
meeting-item-change-secrecy = Тайно или открыто
meeting-item-change-exclusive = Компетенция
meeting-item-change-candidates = Кандидаты
meeting-item-change-seats = Мест
meeting-item-change-names = Имена

# Предложения, регистраторы, адреса.

meeting-proposals = { $count ->
    [0] Предложений пока нет.
   *[other] <b>Предложения в повестку</b>
}
button-meeting-proposal = { $state ->
    [taken] ✅ { $text }
    [declined] ✕ { $text }
   *[open] { $text }
}
meeting-proposal =
    { $text }

    { $at }{ $state ->
        [taken] {" "}· принято
        [declined] {" "}· отклонено
       *[open] {""}
    }
button-meeting-proposal-decide = { $taken ->
    [yes] Принять
   *[no] Отклонить
}
meeting-proposal-decided = { $taken ->
    [yes] ✅ Отметили. Добавьте вопрос в повестку кнопкой «＋ Вопрос».
   *[no] Отклонили.
}
meeting-registrars = <b>Кто регистрирует</b>

    { $count ->
        [0] Пока только председатель и секретарь совета. Назовите помощников: столов может быть несколько.
       *[other] Нажмите на имя, чтобы снять. Председатель и секретарь тоже регистрируют.
    }
button-meeting-registrar = ✕ { $name }
button-meeting-registrar-add = ＋ Назвать регистратора
meeting-registrar-ask = Кто ещё будет регистрировать? Напишите часть имени.
meeting-registrar-found = { $count ->
    [0] Никого не нашлось. Напишите иначе.
   *[other] Выберите, кто это:
}
meeting-registrar-named = { $ends ->
    [yes] Снято: регистрировать больше не будет, выданные адреса закрыты.
   *[no] ✅ Записали. В день собрания регистратору нужна команда /meeting и кнопка «Регистрация».
}
meeting-pages = <b>Экран и столы регистрации</b>

    Адрес показываем один раз, сразу откройте его на нужном компьютере или планшете. { $count ->
        [0] Пока ни одного не выдали.
       *[other] Нажмите на выданный, чтобы закрыть.
    }
meeting-pages-none = Страницы пока не включены. Попросите администратора указать в config.toml раздел [web] с адресом listen и перезапустить бота.
button-meeting-page = { $kind ->
    [screen] Адрес для экрана
   *[desk] Адрес стола для себя
}
button-meeting-page-of = Адрес стола · { $name }
button-meeting-page-revoke = ✕ { $kind ->
    [screen] Экран
   *[desk] Стол
}{ $named ->
    [yes] {" "}· { $name }
   *[no] {""}
} · с { $time }
meeting-page = { $kind ->
    [screen] <b>Экран зала</b>. Откройте на компьютере с проектором:
   *[desk] <b>Стол регистрации</b>. Откройте на планшете регистратора:
}

    <code>{ $address }</code>

    Никому больше не пересылайте: кто знает адрес, тот его и видит.
meeting-page-revoked = Адрес закрыт.
meeting-sheet-title = Посещаемость собрания
meeting-sheet-organisation = Организация
meeting-sheet-took-part = Участвовала
meeting-sheet-arrived = Пришла
meeting-sheet-people = Представители
meeting-sheet-present = Была на голосованиях
meeting-sheet-votes = Всего голосований
meeting-sheet-yes = { $took_part ->
    [yes] да
   *[no] нет
}
meeting-sheet = { $count ->
    [one] { $count } организация.
    [few] { $count } организации.
   *[many] { $count } организаций.
}
