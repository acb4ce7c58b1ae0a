# Организаторам: список событий, экран события с подсчётами, что с ним можно сделать.

manage-list = { $count ->
    [one] Впереди <b>{ $count }</b> событие. Рядом с названием — сколько человек идёт.
    [few] Впереди <b>{ $count }</b> события. Рядом с названием — сколько человек идёт.
   *[many] Впереди <b>{ $count }</b> событий. Рядом с названием — сколько человек идёт.
}
manage-none = Впереди пока ничего нет. Создадим первое событие?

board-scheduled = 🕓 <b>Ещё не опубликовано.</b> Выйдет: { $at }. До тех пор событие видят только организаторы.
board-audience = { $audience ->
    [delegates] 👤 Для руководителей и делегатов
    [council] 👤 Для членов совета
    [municipalities] 👤 По муниципалитетам: { $places }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
    [chosen] 👤 По списку: { $chosen ->
        [one] { $chosen } человек
        [few] { $chosen } человека
       *[many] { $chosen } человек
    }
   *[everybody] 👤 Для всех
}
board-chosen = ➕ Приглашены отдельно: { $count }
board-seats = { $free ->
    [0] 🎟 Все места заняты ({ $seats } из { $seats })
    [one] 🎟 Свободно <b>{ $free }</b> место из { $seats }
    [few] 🎟 Свободно <b>{ $free }</b> места из { $seats }
   *[many] 🎟 Свободно <b>{ $free }</b> мест из { $seats }
}
board-series = { $count ->
    [0] 🔁 Серия: впереди дат больше нет
    [one] 🔁 Серия: впереди { $count } дата
    [few] 🔁 Серия: впереди { $count } даты
   *[many] 🔁 Серия: впереди { $count } дат
}
board-going = { $guests ->
    [0] ✅ Идут: <b>{ $going }</b>
    [one] ✅ Идут: <b>{ $going }</b> (+{ $guests } гость)
    [few] ✅ Идут: <b>{ $going }</b> (+{ $guests } гостя)
   *[many] ✅ Идут: <b>{ $going }</b> (+{ $guests } гостей)
}
board-waiting = ⏳ Ждут места: <b>{ $count }</b>
board-maybe = 🤔 Возможно: <b>{ $count }</b>
board-declined = 🚫 Не идут: <b>{ $count }</b>
board-silent = ❔ Ещё не ответили: <b>{ $count }</b>
board-arrived = 🚪 Уже на месте: <b>{ $count }</b>
board-organisations = 🏢 Ответили организации: <b>{ $answered } из { $told }</b>
board-unreached = 📵 Организации, до которых сообщения не доходят: <b>{ $count }</b>
board-more-title =
    <b>{ $title }</b>

    Что сделать?
board-publish-question =
    <b>{ $title }</b>

    Опубликовать сейчас, не дожидаясь назначенного времени? { $people ->
        [one] Приглашение получит { $people } человек.
        [few] Приглашения получат { $people } человека.
       *[many] Приглашения получат { $people } человек.
    }
board-published = ✅ Опубликовано: <b>{ $title }</b>. Приглашения уже уходят.

board-lists = Списки
board-write = Написать
board-change = Изменить
board-door = Вход
board-more = Ещё…
board-sheet = Список в Excel
board-copy = Скопировать
board-post-group = В группу
board-post-channel = В канал
board-guest-link = Ссылка для гостей
board-publish = Опубликовать сейчас
board-publish-yes = Да, опубликовать
board-remove = Убрать событие
board-cancel-series = Отменить всю серию
button-board = { $state ->
    [cancelled] ❌ { $day } · { $title }
    [scheduled] 🕓 { $day } · { $title }
   *[published] { $day } · { $title } · { $going ->
        [one] идёт { $going }
       *[many] идут { $going }
    }
}
button-create = Создать событие
button-move = Перенести
button-cancel = Отменить событие
button-renew = Обновить
