# Списки для организаторов: кто идёт, ждёт, молчит, уже на месте; таблица для Excel.

list-group = { $group ->
    [going] ✅ Идут
    [waiting] ⏳ Ждут места
    [maybe] 🤔 Возможно
    [declined] 🚫 Не идут
    [silent] ❔ Не ответили
   *[came] 🚪 Пришли
}
list-title = <b>{ $title }</b>
    { $group }: { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }{ $guests ->
        [0] {""}
        [one] {" "}и { $guests } гость
        [few] {" "}и { $guests } гостя
       *[many] {" "}и { $guests } гостей
    }
list-empty = Здесь пока никого.
list-line = { $number }. <b>{ $name }</b>{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    } · { $origin }{ $note ->
        [offered] {" "}(предложено место)
        [came] {" "}({ $time })
       *[none] {""}
    }
list-guest = гость по ссылке
list-write = ✍️ Написать им
list-button = { $group } · { $count }

sheet-coming = Готовим таблицу…
sheet-caption = Список: <b>{ $title }</b>. В нём личные данные — не пересылайте без нужды.
sheet-file = Список { $day }
sheet-people = Люди
sheet-organisations = Организации
sheet-name = Имя
sheet-organisation = Организация
sheet-municipality = Муниципалитет
sheet-position = Должность
sheet-answer = Ответ
sheet-said = { $answer ->
    [going] идёт
    [offered] предложено место
    [waiting] ждёт места
    [maybe] возможно
    [declined] не идёт
    [silent] нет ответа
    [unreachable] нет ответа, сообщения не доходят
   *[untold] бот не приглашал
}
sheet-guests = Гостей
sheet-guest-names = Имена гостей
sheet-answered-at = Когда ответ
sheet-line = Номер в очереди
sheet-arrived-at = На месте с
sheet-going = Идут, с гостями
sheet-arrived = Пришли
