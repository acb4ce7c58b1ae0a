# Пульт председателя.

meeting-panel = 🎛 <b>{ $title }</b>{ $phase ->
    [convened] {""}

    Собрание созвано. В день собрания откройте регистрацию.
    [registering] {""}

    Идёт регистрация. Когда соберётся кворум, откройте собрание.
    [ended] {""}

    Собрание завершено. Протокол выпускает секретарь совета.
    [called_off] {""}

    Собрание отменено.
   *[other] {""}
}
meeting-draft = Проект решения: { $decision }
meeting-count-state = { $how ->
    [agree] 🧮 Счётчики посчитали одинаково: { $names }.
    [differ] 🧮 <b>У счётчиков разные числа.</b> Пусть оба пересчитают.
   *[awaited] 🧮 { $given ->
        [0] Счётчики ещё считают.
       *[other] Посчитали: { $names }. Ждём второго.
    }
}
meeting-queue = { $count ->
    [one] ✋ В очереди { $count } человек
    [few] ✋ В очереди { $count } человека
   *[many] ✋ В очереди { $count } человек
}
meeting-queue-line = { $place }. { $point ->
    [yes] <b>По порядку:</b> { $name }
   *[no] { $name }
}, { $organisation }{ $before ->
    [0] {""}
    [one] , выступали { $before } раз
    [few] , выступали { $before } раза
   *[many] , выступали { $before } раз
}
meeting-officers-missing = ⚠️ Сначала изберите: «Ещё» → «Кто ведёт». Пока нет: { $first ->
    [chair] председателя
    [secretary] секретаря
   *[teller] счётчиков
}{ $count ->
    [1] {""}
   *[other] {" "}и других
}.
meeting-unnotified = ⚠️ { $count ->
    [one] { $count } организация не получила
    [few] { $count } организации не получили
   *[many] { $count } организаций не получили
} уведомление в срок. { $begun ->
    [yes] Это записано в протокол.
   *[no] Если открыть собрание так, это запишем в протокол.
}
meeting-quorum-lost = ⚠️ <b>Кворума сейчас нет.</b> Новое голосование открыть нельзя.
meeting-objections-count = ❗ { $count ->
    [one] { $count } возражение
    [few] { $count } возражения
   *[many] { $count } возражений
}
meeting-head-digest = 🔗 Запись { $number }: <code>{ $digest }</code>

button-meeting-register = Открыть регистрацию
meeting-register =
    Открыть регистрацию?

    С этой минуты список членов альянса для собрания закреплён: от него считается кворум. Изменить его потом нельзя.
button-meeting-register-yes = Да, открыть
button-meeting-act = { $act ->
    [begin] ▶️ Открыть собрание
   *[resume] ▶️ Продолжить
}
button-meeting-floor = { $speaking ->
    [yes] ⏹ Выступление закончено
   *[no] 🎤 Слово: { $name }
}
button-meeting-screen = { $screen ->
    [agenda] Повестка
    [queue] Очередь
    [motions] Процедурное
    [parts] Поправки и части
    [officers] Кто ведёт
    [objections] Возражения
   *[more] Ещё…
}
button-meeting-item-act = { $act ->
    [open] 🗳 Открыть голосование
    [hands] ✋ Поднятием рук
    [last_call] 🔔 Последние голоса
    [close] Завершить голосование
    [second_round] Второй тур
   *[finish] Вопрос рассмотрен
}
button-meeting-cancel-vote = Отменить голосование
button-meeting-next = ⏭ { $number }. { $title }
button-meeting-to-panel = ‹ К пульту
button-meeting-drop = ✕ { $name } · { $organisation }
button-meeting-motion = { $motion ->
    [reorder] Взять вопрос раньше
    [remove] Снять вопрос
    [add] Новый вопрос
    [close_debate] Закрыть прения
    [break] Перерыв
    [block] Голосовать вместе
   *[other] Другое
}
meeting-parts = <b>За что проголосовать раньше вопроса «{ $title }»?</b>

    Поправку ставят перед вопросом, а вопрос из нескольких частей можно разделить.
button-meeting-amend = Поправка
button-meeting-split = Разделить вопрос
button-meeting-office = { $office ->
    [chair] Избрать председателя
    [secretary] Избрать секретаря
   *[teller] Избрать счётчиков
}
button-meeting-suspend = ⏸ Приостановить
button-meeting-end = Завершить собрание
button-meeting-uphold = Принять возражение № { $number }
button-meeting-uphold-yes = Да, принять
button-meeting-close-yes = Да, завершить и посчитать
button-meeting-end-yes = Да, завершить
button-meeting-unanimous = Никто не против
button-meeting-count-hands = Есть против: ввести числа
button-meeting-break = { $minutes } мин

meeting-agenda-call =
    <b>К какому вопросу перейти?</b>

    { $agenda }
meeting-queue-screen = { $count ->
    [0] В очереди никого нет.
   *[other] Нажмите на имя, чтобы убрать из очереди.
}
meeting-motions =
    <b>Процедурное голосование</b>

    Голосуют поднятием рук, сейчас { $present ->
        [one] присутствует { $present } организация
        [few] присутствуют { $present } организации
       *[many] присутствуют { $present } организаций
    }. Что предлагают?
meeting-motion-ask = <b>{ $motion ->
        [reorder] Взять вопрос раньше
        [remove] Снять вопрос с повестки
        [close_debate] Закрыть прения
       *[break] Перерыв
    }</b>{ $told ->
        [yes] {""}
    { $title }
       *[no] {""}
    }{ $minutes ->
        [0] {""}
       *[other] {""}
    На { $minutes } минут
    }

    { $present ->
        [one] Присутствует { $present } организация.
        [few] Присутствуют { $present } организации.
       *[many] Присутствуют { $present } организаций.
    } Выберите или спросите зал: кто против?
meeting-officers =
    <b>Кто ведёт собрание</b>

    { $officers }

    Начните с секретаря и двух счётчиков: когда изберут председателя, дальше ведёт он.
meeting-office-line = { $office ->
    [chair] Председатель
    [secretary] Секретарь
   *[teller] Счётная комиссия
}: { $elected ->
    [yes] { $names }
   *[no] пока никого
}
meeting-more = <b>Что ещё можно сделать</b>
meeting-objections = { $count ->
    [0] Возражений нет.
   *[other] <b>Возражения</b>

    { $objections }
}
meeting-objection-line = № { $number }, { $time }. <b>{ $organisation }</b>{ $challenges ->
    [yes] {" "}оспаривает полномочия: { $mandate }
   *[no] {""}
}{ $upheld ->
    [yes] {" "}(принято)
   *[no] {""}
}
    { $words }
meeting-uphold =
    Принять это возражение?

    { $objection }{ $challenges ->
        [yes] {""}

    По этому вопросу придётся голосовать заново.
       *[no] {""}
    }
meeting-close = Завершить голосование «{ $title }»?

    { $form ->
        [hands] Посчитаем по числам счётчиков.
       *[ballot] { $voted ->
            [one] Проголосовала { $voted } организация
            [few] Проголосовали { $voted } организации
           *[many] Проголосовали { $voted } организаций
        }{ $paper ->
            [0] {""}
           *[other] , бумажных бюллетеней { $paper }
        }. { $awaited ->
            [0] Больше никого не ждём.
            [one] Ещё { $awaited } не проголосовала.
           *[other] Ещё { $awaited } не проголосовали.
        }
    }
meeting-end = Завершить собрание?{ $left ->
        [0] {""}
        [one] {" "}Остался { $left } вопрос.
        [few] {" "}Осталось { $left } вопроса.
       *[many] {" "}Осталось { $left } вопросов.
    } Открыть его снова будет нельзя.

# Анкеты пульта.

meeting-hands = <b>Сколько рук?</b>

    Если никто не против, нажмите кнопку. Иначе напишите три числа через пробел: за, против, воздержались. Например: <i>84 3 1</i>
meeting-hands-unanimous = Никто не против
meeting-hands-expected = Ждём три числа через пробел, например: 84 3 1. Или нажмите «Никто не против».
meeting-hands-unanimous-value = никто не против
meeting-hands-value = за { $in_favour }, против { $against }, воздержались { $abstained }
meeting-motion-text = <b>Что предлагают?</b>

    Напишите одной строкой.
meeting-motion-text-expected = Ждём предложение. Напишите его обычным текстом.
meeting-motion-items = <b>По каким вопросам голосуем вместе?</b>

    Отметьте их. Так можно, только если никто не против.
meeting-motion-preview = Записать процедурное голосование?

    <b>{ $motion ->
        [reorder] Взять вопрос раньше
        [remove] Снять вопрос с повестки
        [add] Новый вопрос
        [close_debate] Закрыть прения
        [break] Перерыв
        [block] Голосовать вместе
       *[other] Другое
    }</b>{ $told ->
        [yes] : { $text }
       *[no] {""}
    }{ $minutes ->
        [0] {""}
       *[other] , на { $minutes } минут
    }
    Голоса: { $hands }
meeting-motion-yes = Да, записать
meeting-motion-recorded = ✅ Записали.
meeting-office-office = { $office ->
    [chair] <b>Кого избираем председателем собрания?</b>
    [secretary] <b>Кого избираем секретарём собрания?</b>
   *[teller] <b>Кого избираем в счётную комиссию? Нужны двое.</b>
}
meeting-office-people = { $count ->
    [0] Напишите часть имени и выберите.
   *[other] Выбраны:
        { $chosen }

        Можно найти ещё кого-то или нажать «Готово».
}
meeting-office-preview = Записать избрание?

    { $office ->
        [chair] Председатель собрания
        [secretary] Секретарь собрания
       *[teller] Счётная комиссия
    }: <b>{ $names }</b>
    Голоса: { $hands }
meeting-office-yes = Да, записать
meeting-office-recorded = { $office ->
    [chair] ✅ Председатель избран. Теперь пульт у него и у секретаря собрания.
    [secretary] ✅ Секретарь избран.
   *[teller] ✅ Счётная комиссия избрана.
}
meeting-suspend-reason = <b>Почему прерываемся?</b>

    Причину увидят все, она попадёт в протокол. Поданные голоса сохранятся.
meeting-suspend-reason-expected = Ждём причину. Напишите её обычным текстом или выберите.
meeting-suspend-usual-outage = Не работает связь
meeting-suspend-usual-order = Нужен порядок в зале
meeting-suspend-usual-other = Технический перерыв
meeting-suspend-preview = Приостановить собрание?

    { $reason }
meeting-suspend-yes = Да, приостановить
meeting-suspend-done = ⏸ Собрание приостановлено. Продолжить можно с пульта.
meeting-cancel-vote-reason = <b>Почему отменяем голосование?</b>

    Поданные голоса не засчитают, голосовать можно будет заново.
meeting-cancel-vote-reason-expected = Ждём причину. Напишите её обычным текстом или выберите.
meeting-cancel-vote-usual-outage = Не работала связь
meeting-cancel-vote-usual-mistake = Открыли по ошибке
meeting-cancel-vote-preview = Отменить голосование?

    { $reason }
meeting-cancel-vote-yes = Да, отменить
meeting-cancel-vote-done = Голосование отменено.
meeting-amend-parts = <b>Какая поправка?</b>

    Напишите её целиком, как решение. За неё проголосуют раньше, чем за сам вопрос.
meeting-amend-parts-expected = Ждём поправку. Напишите её обычным текстом.
meeting-amend-preview = Поставить поправку перед вопросом?

    { $parts }
meeting-amend-yes = Да, поставить
meeting-amend-done = ✅ Поправка в повестке, она следующая.
meeting-split-parts = <b>На какие части разделить вопрос?</b>

    Напишите каждую часть с новой строки, как решение. За них проголосуют по отдельности, потом за вопрос в целом.
meeting-split-parts-expected = Ждём части, каждую с новой строки.
meeting-split-preview = Разделить вопрос?{ $count ->
        [one] {" "}Будет { $count } часть.
        [few] {" "}Будет { $count } части.
       *[many] {" "}Будет { $count } частей.
    }

    { $parts }
meeting-split-yes = Да, разделить
meeting-split-done = ✅ Части в повестке, они следующие.
