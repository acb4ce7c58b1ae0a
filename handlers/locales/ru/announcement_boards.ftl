# Что объявлено: список для всех, экраны и отчёты для организаторов, шаблоны.

announcements = { $count ->
    [0]
        📣 <b>Объявления</b>

        Пока вам ничего не присылали.
   *[other]
        📣 <b>Объявления</b>

        Здесь всё, что вам приходило. Откройте, чтобы прочитать ещё раз.
}
button-news-find = 🔍 Найти
button-boards = Для организаторов
news-ask = Какие слова искать?
news-found = { $count ->
    [0] Ничего не нашлось. Попробуйте другие слова.
   *[other] { $more ->
        [0] Вот что нашлось:
       *[other] Показаны не все, ещё { $more }. Уточните слова.
    }
}

boards = { $waiting ->
    [yes] { $count ->
        [0] 🕓 <b>Запланированные объявления</b>

            Ничего не запланировано.
       *[other] 🕓 <b>Запланированные объявления</b>

            Откройте, чтобы изменить или отменить.
    }
   *[no] { $count ->
        [0] 📣 <b>Объявления альянса</b>

            Пока ничего не отправляли.
       *[other] 📣 <b>Объявления альянса</b>

            Рядом с названием — сколько человек получило.
    }
}
button-announce-new = Новое объявление
button-boards-other = { $waiting ->
    [yes] Отправленные
   *[no] 🕓 Запланированные · { $count }
}
button-templates = 💾 Шаблоны
button-announcement-listed = { $state ->
    [sent] { $day } · { $title } · { $sent } из { $total }
    [recalled] ↩️ { $day } · { $title }
    [cancelled] ❌ { $day } · { $title }
    [unconfirmed] ⏳ { $day } · { $title }
   *[scheduled] 🕓 { $day } · { $title }
}
announcement-board =
    📣 <b>{ $title }</b>

    { $state ->
        [sent] Отправлено: { $at }
        [recalled] ↩️ Отозвано. Было отправлено: { $at }
        [cancelled] ❌ Отменено, никто не получил
        [unconfirmed] ⏳ Должен подтвердить другой организатор
       *[scheduled] 🕓 Уйдёт: { $at }
    }
report-mailing = { $occasion ->
    [correction] ✏️ Исправлено у <b>{ $sent } из { $total }</b>
    [recall] ↩️ Отозвано у <b>{ $sent } из { $total }</b>
    [copy] ➕ Отправлено присоединившимся позже: <b>{ $sent } из { $total }</b>
   *[announcement] ✅ Доставлено: <b>{ $sent } из { $total }</b>
}
report-undelivered = { $reason ->
    [blocked] 🚫 Заблокировали бота: <b>{ $count }</b>
    [deleted] 🚫 Удалили аккаунт: <b>{ $count }</b>
    [unknown_chat] 🚫 Не подключились к боту: <b>{ $count }</b>
    [known] 🚫 Недоступны ещё раньше: <b>{ $count }</b>
    [no_rights] ⚠️ Боту нельзя писать в чат: <b>{ $count }</b>
    [no_answer] ⚠️ Telegram не ответил: <b>{ $count }</b>
    [not_wanted] ➖ Отправлять не понадобилось: <b>{ $count }</b>
   *[other] ⚠️ Другая ошибка: <b>{ $count }</b>
}
report-twice = ⚠️ Возможно, пришло дважды: <b>{ $count }</b>. Исправить и отозвать получится второе сообщение: о первом Telegram не ответил, и его номера никто не знает.
report-silent = 🏢 Ничего не получили организации: <b>{ $count }</b>
report-versions = 🕘 Версий: <b>{ $count }</b>
report-houses = { $count ->
    [0] Среди получателей нет людей от организаций.
   *[other] { $more ->
        [0] <b>Получили, по организациям</b>
       *[other] <b>Получили, по организациям</b> (ещё { $more } — в таблице Excel)
    }
}
report-house = { $delivered ->
    [0] 🔇 { $name }: { $delivered } из { $people }
   *[other] • { $name }: { $delivered } из { $people }
}
report-version =
    <b>{ $number }.</b> { $at }
    <blockquote>{ $words }</blockquote>
button-announcement-act = { $act ->
    [show] 👁 Показать
    [houses] 🏢 По организациям
    [versions] 🕘 Версии
    [sheet] 📄 В Excel
    [correct] ✏️ Исправить
    [recall] ↩️ Отозвать
    [recalled] Да, отозвать
    [copy] ➕ Отправить присоединившимся позже
    [copied] Да, отправить
    [change] ✏️ Изменить
   *[again] 🔁 Взять за основу
}
recall-question = { $older ->
    [0] Отозвать объявление? Удалим его у всех, кто получил: { $standing }.
   *[other] Отозвать объявление? Получили: { $standing }. Удалим у { $deletable }; у остальных ({ $older }) прошло больше двух суток, там Telegram удалять не даёт: { $stays ->
        [0] вместо слов и файлов напишем, что объявление отозвано.
       *[other] вместо слов и файлов напишем, что объявление отозвано. Голосовое, точку на карте, контакт и музыку из альбома Telegram не даёт и заменить: они останутся.
    }
}
recalling = ↩️ Отзываем. О ходе расскажем здесь же.
copy-question = Отправить объявление тем, кто присоединился позже и ещё не получил его? Получат:
copy-nobody = Все, кому это адресовано, уже получили объявление.
copying = ➕ Отправляем. О ходе расскажем здесь же.

report-file = Объявление { $day }
report-chat = группа или канал
report-doubtful = возможно, дважды
report-column-name = Имя
report-column-organisation = Организация
report-column-outcome = Итог
report-column-reason = Причина
report-column-at = Когда
report-column-doubtful = Примечание
report-column-people = Людей
report-column-delivered = Получили
report-outcome = { $outcome ->
    [sent] доставлено
    [unreachable] недоступен
    [failed] не удалось
    [dropped] не понадобилось
   *[waiting] ждёт отправки
}
report-reason = { $reason ->
    [blocked] заблокировал бота
    [deleted] удалил аккаунт
    [unknown_chat] не подключился
    [known] недоступен ещё раньше
    [no_rights] боту нельзя писать в чат
    [no_answer] Telegram не ответил
    [not_wanted] отправлять не понадобилось
   *[other] другая ошибка
}

templates = { $count ->
    [0]
        💾 <b>Шаблоны</b>

        Пока пусто. Подготовьте объявление и нажмите «В шаблоны».
   *[other]
        💾 <b>Шаблоны</b>

        Выберите, с чего начать.
}
template =
    💾 <b>{ $name }</b>
    <blockquote>{ $words }</blockquote>
template-ask =
    Как назвать шаблон?

    В тексте можно оставить { $name } и { $organisation }: каждый получит объявление со своим именем и своей организацией.
template-saved = 💾 Шаблон «{ $name }» сохранён.
template-dropped = Шаблон удалён.
button-template-act = { $act ->
    [use] Взять
    [show] 👁 Показать
   *[drop] Удалить
}
