# Мастера председателя и секретаря: вынести вопрос на голосование, завершить, разрешить ничью, записать доверенность.

poll-draft-preset =
    <b>Что выносим на голосование?</b>

    От этого зависят правила подсчёта. Их можно поправить перед открытием.
poll-draft-question =
    <b>О чём голосуем?</b>

    Напишите вопрос или проект решения так, как он попадёт в протокол.
poll-draft-usual-question = Написать: «{ poll-usual-question }»
poll-usual-question = { $kind ->
    [admission] О приёме в члены альянса
   *[election] Об избрании членов совета
}
poll-draft-candidates =
    { $kind ->
        [admission] <b>Кого принимаем?</b>
       *[election] <b>Кто баллотируется?</b>
    }

    { $kind ->
        [admission] Выберите из заявок или напишите название организации. Можно сразу несколько, каждое с новой строки.
       *[election] { $elects ->
            [yes] Найдите людей в альянсе: избранные сразу станут членами совета.
           *[no] Напишите имена, каждое с новой строки, или найдите людей в альянсе.
        }
    }
poll-draft-standing = { $count ->
    [one] В списке <b>{ $count }</b> кандидат.
    [few] В списке <b>{ $count }</b> кандидата.
   *[many] В списке <b>{ $count }</b> кандидатов.
} Нажмите на лишнее, чтобы убрать.
poll-draft-remove = ✕ { $name }
poll-draft-from-applications = 📥 Из заявок · { $waiting }
poll-draft-from-people = 🔎 Найти в альянсе
poll-draft-applications =
    <b>Какие заявки выносим?</b>

    Можно отметить несколько: по каждой проголосуют отдельно.
poll-draft-people =
    <b>Кто баллотируется?</b>

    Напишите часть имени или названия организации и отметьте нужных. Потом можно искать дальше.
poll-draft-added = В списке: { $name }
poll-draft-nobody = пока никого
poll-draft-and-more = { $names } и ещё { $more }
poll-draft-seats =
    <b>Сколько человек избираем?</b>

    Выберите или напишите число. Отметить в бюллетене можно будет не больше.
poll-draft-day =
    <b>До какого времени голосуем?</b>

    Выберите день или напишите, можно сразу со временем: <i>5 декабря 18:30</i>
poll-draft-usual-closing = Как обычно: { $usual_closing }

poll-draft-secrecy = <b>Поимённо или тайно?</b>
poll-draft-secrecy-choice = { $secrecy ->
    [secret] Тайно: голос не изменить
   *[named] Поимённо: голос можно изменить
}
poll-secrecy-word = { $secrecy ->
    [secret] тайное
   *[named] поимённое
}
poll-draft-no-longer-live = Голосование теперь тайное, поэтому итоги покажем только после окончания.
poll-draft-mode = <b>Как проходит голосование?</b>
poll-draft-mode-choice = { $mode ->
    [meeting] Очно, на заседании
    [remote] Дистанционно, во время заседания
   *[correspondence] Заочно, без заседания
}
poll-mode-word = { $mode ->
    [meeting] очное
    [remote] дистанционное
   *[correspondence] заочное
}
poll-draft-correspondence =
    <b>Какой пункт устава разрешает решать это заочно?</b>

    Такие вопросы решает только высший орган, и без пункта устава голосовать по ним заочно нельзя. Выберите или напишите, например: <i>Устав, п. 6.8</i>
poll-draft-quorum =
    <b>Какой нужен кворум?</b>

    Сколько из имеющих право голоса должны участвовать. Выберите или напишите: <i>больше половины</i>, <i>не меньше 2/3</i>
poll-draft-majority =
    <b>Какое нужно большинство?</b>

    Сколько голосов «за» должно быть. Выберите или напишите: <i>больше половины</i>, <i>не меньше 2/3</i>
poll-draft-base =
    <b>От кого считаем большинство?</b>
poll-draft-base-value = { $base ->
    [participants] от участвующих (воздержавшиеся считаются против)
    [cast] от голосов «за» и «против»
   *[entitled] от всех, кто имеет право голоса
}
poll-draft-base-choice = { $base ->
    [participants] От участвующих: воздержался — против
    [cast] От голосов «за» и «против»
   *[entitled] От всех, кто имеет право голоса
}
poll-draft-quorum_clause =
    <b>Откуда взят такой кворум?</b>

    Правило должно на что-то опираться: эту ссылку увидят в бюллетене и в протоколе. Выберите или напишите, например: <i>Устав, п. 6.3</i>
poll-draft-majority_clause =
    <b>Откуда взято такое большинство?</b>

    Правило должно на что-то опираться: эту ссылку увидят в бюллетене и в протоколе. Выберите или напишите, например: <i>Устав, п. 6.4</i>
poll-draft-recusal =
    <b>Как считать тех, кто заявил самоотвод?</b>

    Самоотвод заявляют из-за конфликта интересов. В кворуме на заседании эти люди остаются.
poll-draft-recusal-choice = { $effect ->
    [lowers] Большинство считать без них
   *[counts] Считать как участвующих
}
poll-draft-recusal_clause =
    <b>Откуда взято это правило о самоотводе?</b>

    Выберите или напишите, например: <i>Устав, п. 6.7</i>
poll-draft-no-clause = не указано
poll-draft-clause-changed = Вместе с правилом изменилось основание: { $clause }. Проверьте, то ли это.
poll-draft-another-clause = ✏️ Изменить основание
poll-share = { $half ->
    [yes] { $bound ->
        [more_than] больше половины
       *[at_least] не меньше половины
    }
   *[no] { $bound ->
        [more_than] больше { $part }
       *[at_least] не меньше { $part }
    }
}
poll-draft-quorum-value = { $share } ({ $clause })
poll-draft-majority-value = { $share } { poll-draft-base-value } ({ $clause })
poll-draft-recusal-value = { $lowers ->
    [yes] большинство без них
   *[no] считаются участвующими
} ({ $clause })
poll-draft-voters =
    <b>Кто голосует?</b>

    Отмечены те, у кого будет бюллетень. { $body ->
        [council] В совете сейчас { $count ->
            [one] <b>{ $count }</b> человек.
            [few] <b>{ $count }</b> человека.
           *[many] <b>{ $count }</b> человек.
        }
       *[general] В альянсе сейчас { $count ->
            [one] <b>{ $count }</b> организация.
            [few] <b>{ $count }</b> организации.
           *[many] <b>{ $count }</b> организаций.
        }
    } Если список длинный, напишите часть имени или названия.
poll-draft-voters-all = { $body ->
    [council] весь совет
   *[general] все организации
}
poll-draft-voters-some = по списку: { $count ->
    [one] { $count } { $body ->
        [council] человек
       *[general] организация
    }
    [few] { $count } { $body ->
        [council] человека
       *[general] организации
    }
   *[many] { $count } { $body ->
        [council] человек
       *[general] организаций
    }
}
poll-draft-everybody = Отметить всех
poll-draft-whole-list = Показать весь список
poll-draft-materials =
    <b>Материалы</b>

    Пришлите файлы, которые надо прочитать до голосования, не больше пяти. Чтобы убрать файл, нажмите на него.
poll-draft-materials-value = { $count ->
    [0] нет
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
poll-draft-leads =
    <b>Когда напоминать?</b>

    За сколько до окончания. Напомним только тем, кто ещё не проголосовал.
poll-draft-opening =
    <b>Когда открыть голосование?</b>

    Выберите день или напишите, можно сразу со временем: <i>5 декабря 9:00</i>. До этого его можно менять.
poll-draft-at-once = сразу
poll-draft-open-at-once = Открыть сразу
poll-draft-live = { $so ->
    [yes] видны во время голосования
   *[no] скрыты до окончания
}
poll-draft-all_voted = { $so ->
    [yes] как только проголосуют все
   *[no] только в срок
}
poll-draft-tells = { $so ->
    [yes] всем участникам альянса
   *[no] только тем, кто голосовал
}

poll-preview =
    Так это увидят голосующие:

    { $card }

    ———
poll-plan-candidate = { $number }. { $name }
poll-plan-live = 📊 Итоги видны во время голосования.
poll-plan-hidden = 🙈 Итоги скрыты до окончания: до него видно только, сколько проголосовало.
poll-plan-all-voted = 🏁 Завершится раньше, если проголосуют все.
poll-plan-members = 📣 Об итогах узнают все участники альянса.
poll-plan-council = 🏛 Избранные сразу станут членами совета.
poll-plan-files = 📎 { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
poll-preview-reach = 🗳 Бюллетеней: <b>{ $entitled }</b>. Бюллетень { $told ->
    [one] получит { $told } человек
    [few] получат { $told } человека
   *[many] получат { $told } человек
}{ $untold ->
    [0] {""}
    [one] ; { $untold } недоступен
    [few] ; { $untold } недоступны
   *[many] ; { $untold } недоступны
}. После открытия изменить ничего нельзя: можно будет только завершить раньше или отменить, объяснив причину.
poll-preview-silent = ⚠️ Ещё не подключились к боту и не смогут проголосовать: { $silent }.
poll-preview-unreachable = 📵 Вне связи, позвоните им: { $unreachable }.
poll-confirm =
    Открыть голосование?

    <b>{ $question }</b>

    Бюллетеней: <b>{ $entitled }</b>. Их разошлём сразу, и после этого изменить уже ничего нельзя: можно будет только завершить раньше или отменить, объяснив причину.
poll-confirm-later =
    Запланировать голосование?

    <b>{ $question }</b>

    Откроем и разошлём бюллетени: { $opens }. Сейчас их получили бы <b>{ $entitled }</b>. До открытия всё можно изменить.
poll-opened =
    ✅ Голосование открыто: <b>{ $question }</b>

    Бюллетени уже уходят.
poll-scheduled =
    ✅ Голосование запланировано: <b>{ $question }</b>

    Откроем и разошлём бюллетени: { $at }.
poll-saved = ✅ Изменения сохранены: <b>{ $question }</b>
poll-draft-leaving-changes =
    Не сохранять изменения? Голосование <b>{ $title }</b> останется прежним.

poll-close-reason =
    Завершаем раньше срока: <b>{ $question }</b>

    Почему? Напишите причину: её увидят голосующие, и она попадёт в протокол.
poll-close-confirm =
    Завершить голосование сейчас?
    <b>{ $question }</b>

    Проголосовали <b>{ $voted }</b> из { $entitled }. { $awaited ->
        [0] Больше никого не ждём.
        [one] Ещё <b>{ $awaited }</b> проголосовать уже не успеет.
       *[many] Ещё <b>{ $awaited }</b> проголосовать уже не успеют.
    } Итоги посчитаем сразу. Открыть голосование заново будет нельзя.
poll-present =
    <b>Кто присутствует на заседании?</b>

    Отметьте всех, кто пришёл сам или по доверенности, даже если они промолчали: большинство считают от присутствующих. Отмечено: <b>{ $present }</b> из { $entitled }.

    Если список длинный, напишите часть имени или названия.
poll-present-voter = { $by ->
    [yes] { $name } · по доверенности { $holder }
   *[no] { $name }
}
poll-present-door = 🚪 Как отметили на входе: { $title }
poll-present-all = Отметить всех
poll-present-whole-list = Показать весь список
poll-present-certain = Снять отметку нельзя: голос подан или заявлен самоотвод, значит, участник присутствует.
poll-present-count = Присутствуют <b>{ $present }</b> из { $entitled }{ $silent ->
    [0] .
   *[other] , не голосовали из них: <b>{ $silent }</b>.
}
poll-count-confirm =
    Подвести итоги?
    <b>{ $question }</b>

    Список присутствующих войдёт в протокол, и изменить его будет нельзя.
poll-cancel-reason =
    Отменяем: <b>{ $question }</b>

    Почему? Напишите причину: её увидят все, у кого есть бюллетень.
poll-cancel-confirm =
    Отменить голосование?
    <b>{ $question }</b>

    { $voted ->
        [0] Пока никто не проголосовал.
        [1] Один голос уже подан, его не посчитаем.
       *[other] Голосов уже подано: <b>{ $voted }</b>. Их не посчитаем.
    } Вернуть голосование будет нельзя.
poll-done-close = ✅ Голосование завершено, голоса посчитаны.
poll-done-cancel = Голосование отменено.

poll-run-off-day =
    Второй тур: <b>{ $question }</b>
    Поровну голосов: { $names }. { $seats ->
        [one] На всех <b>{ $seats }</b> место.
        [few] На всех <b>{ $seats }</b> места.
       *[many] На всех <b>{ $seats }</b> мест.
    }

    До какого времени голосуем? Выберите день или напишите, можно сразу со временем: <i>5 декабря 18:30</i>
poll-run-off-confirm =
    Назначить второй тур?
    <b>{ $question }</b>

    В бюллетене: { $names }. { $seats ->
        [one] Избираем <b>{ $seats }</b> человека.
       *[many] Избираем <b>{ $seats }</b> человек.
    } Правила те же. Голосуем до <b>{ GENITIVE($closes) }</b>.

    Бюллетени отправим сразу, их будет <b>{ $entitled }</b>. Голос есть у тех же, у кого он был в первом туре{ $left ->
        [0] .
       *[other] {" "}(их было { $former }), кроме тех, кто с тех пор выбыл.
    }
poll-run-off-opened =
    ✅ Второй тур назначен. Бюллетени уже уходят.

    Голосуем до { GENITIVE($closes) }.
poll-lot-winners =
    Жребий: <b>{ $question }</b>

    Кому он выпал? { $seats ->
        [one] Отметьте <b>{ $seats }</b> человека.
       *[many] Отметьте <b>{ $seats }</b> человек.
    }
poll-lot-how =
    По жребию: <b>{ $names }</b>

    Как и при ком его тянули? Напишите так, как это попадёт в протокол, например: <i>Жребий на заседании тянула секретарь Мария Орлова в присутствии кандидатов.</i>
poll-lot-confirm =
    Записать жребий?
    <b>{ $question }</b>

    По жребию: <b>{ $names }</b>
    Как тянули: { $how }

    Запись сделают один раз, изменить её будет нельзя. Итоги узнают все, кто голосовал.
poll-lot-recorded = ✅ Жребий записан.

poll-proxy-voter =
    📜 <b>Чей голос передают по доверенности?</b>

    Выберите из списка или напишите часть имени.
poll-proxy-holder =
    Чей голос: <b>{ $voter }</b>

    Кто проголосует? Напишите часть имени. Это должен быть участник этого же голосования.
poll-proxy-number =
    Чей голос: <b>{ $voter }</b>
    Кто проголосует: <b>{ $holder }</b>

    Какой номер у доверенности? Если номера нет, отправьте «б/н».
poll-proxy-issued = Когда она выдана? Напишите дату, например: <i>{ $today }</i>
poll-proxy-expires = До какого дня она действует, включительно? Напишите дату, например: <i>{ $later }</i>
poll-proxy-scope = На что она выдана? Напишите как в доверенности, например: <i>участие в общем собрании и голосование по всем вопросам</i>
poll-proxy-confirm =
    📜 <b>Проверьте доверенность</b>

    Чей голос: <b>{ $voter }</b>
    Кто проголосует: <b>{ $holder }</b>
    Номер: { $number }
    Выдана: { $issued }
    Действует по: { $expires }, включительно
    Полномочия: { $scope }

    Пока доверенность действует, голосует только доверенное лицо. Записать?
poll-proxy-registered = ✅ Доверенность записана. Мы сообщили об этом доверенному лицу.

ShareUnreadable = Не получилось прочесть долю. Напишите вместе со словами «больше» или «не меньше», например: не меньше 2/3.

# Что ответить, когда прислали не то.

poll-draft-question-expected = Ждём вопрос. Напишите его обычным текстом.
poll-draft-candidates-expected = Ждём имя или название. Напишите его обычным текстом.
poll-draft-seats-expected = Ждём число мест. Напишите его цифрами, например: 5.
poll-draft-materials-expected = Ждём файл: документ, фото, видео или аудио.
poll-draft-correspondence-expected = Ждём пункт устава. Напишите его обычным текстом.
poll-draft-quorum-expected = Ждём долю. Выберите кнопкой или напишите, например: не меньше 2/3.
poll-draft-majority-expected = Ждём долю. Выберите кнопкой или напишите, например: не меньше 2/3.
poll-draft-quorum_clause-expected = Ждём пункт устава или закона. Напишите его обычным текстом.
poll-draft-majority_clause-expected = Ждём пункт устава или закона. Напишите его обычным текстом.
poll-draft-recusal_clause-expected = Ждём пункт устава или закона. Напишите его обычным текстом.
poll-reason-expected = Ждём причину. Напишите её обычным текстом.
poll-lot-how-expected = Ждём рассказ о жребии. Напишите обычным текстом.
poll-proxy-voter-expected = Ждём имя. Выберите из списка или напишите его часть.
poll-proxy-holder-expected = Ждём имя. Напишите его часть обычным текстом.
poll-proxy-number-expected = Ждём номер. Напишите его обычным текстом.
poll-proxy-issued-expected = Ждём дату. Напишите её обычным текстом, например: 05.12.2026.
poll-proxy-expires-expected = Ждём дату. Напишите её обычным текстом, например: 05.12.2026.
poll-proxy-scope-expected = Ждём полномочия. Напишите их обычным текстом.

# Кнопки.

poll-option-secrecy = Тайное или поимённое
poll-option-mode = Порядок
poll-option-quorum = Кворум
poll-option-majority = Большинство
poll-option-recusal = Самоотвод
poll-option-voters = Кто голосует
poll-option-materials = Материалы
poll-option-leads = Напоминания
poll-option-opening = Открытие
poll-option-live = Итоги
poll-option-all_voted = Завершение
poll-option-tells = Итоги сообщим
poll-switch-live = { $live ->
    [yes] 🙈 Скрыть итоги до окончания
   *[no] 📊 Показывать итоги сразу
}
poll-switch-all_voted = { $all_voted ->
    [yes] 🏁 Завершать только в срок
   *[no] 🏁 Завершить, когда проголосуют все
}
poll-switch-tells = { $tells ->
    [yes] 📣 Итоги — только голосовавшим
   *[no] 📣 Итоги — всем в альянсе
}
poll-to-preview = ‹ К голосованию
poll-to-list = ‹ К голосованиям
poll-to-board = К голосованию ›
poll-open = Открыть голосование
poll-open-yes = Да, открыть
poll-schedule = Запланировать
poll-schedule-yes = Да, запланировать
poll-close-yes = Да, завершить
poll-count-yes = Да, подвести итоги
poll-cancel-yes = Да, отменить голосование
poll-run-off-yes = Да, назначить
poll-lot-yes = Да, записать
poll-proxy-yes = Да, записать
poll-change-preset = ✏️ Правила
poll-change-question = ✏️ Вопрос
poll-change-candidates = ✏️ Кандидаты
poll-change-seats = ✏️ Число мест
poll-change-day = ✏️ Срок
