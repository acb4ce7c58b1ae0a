# «Дом НКО»: залы, места, вещи и их бронирование.

command-rooms = Забронировать зал или вещь
help-rooms = /rooms — «Дом НКО»: залы, рабочие места и вещи, которые можно взять
button-rooms = ‹ Дом НКО
button-room = К карточке ›
rooms = 🏠 <b>Дом НКО</b>

    { $count ->
        [0] Здесь пока нечего бронировать.
       *[other] Что вам нужно? Выберите и посмотрите, когда свободно.
    }
room-line = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} { $name }
room-card = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} <b>{ $name }</b>
room-card-capacity = 👥 { $people ->
    [one] Вмещает { $people } человека
    [few] Вмещает { $people } человека
   *[many] Вмещает { $people } человек
}
room-card-count = { $kind ->
    [places] 🪑 { $count ->
        [one] { $count } место
        [few] { $count } места
       *[many] { $count } мест
    }
   *[other] 🔢 Всего { $count }
}
room-card-equipment = 🧰 { $equipment }
room-card-hours = 🕘 { $kind ->
    [thing] Выдают и принимают: { $hours }
   *[other] { $hours }
}
room-card-rules = ⏳ Не дольше чем на { $longest }, не раньше чем за { $ahead }
room-card-claim = 📲 Когда придёте, наведите камеру на QR-код у двери или попросите организаторов отметить вас. Если за { $within } никто не отметится, бронь снимется.
room-card-key = 🔑 Ключ: { $holder }
room-card-keeper = 👤 Заявки рассматривает { $name }
room-card-speakers = Бронируют руководители и делегаты организаций.
room-closure = 🚧 { $single ->
    [yes] { $first }: закрыто
   *[no] { $first } — { $last }: закрыто
}{ $given ->
    [yes] {" "}({ $reason })
   *[no] {""}
}
room-shut = закрыто
room-daily = ежедневно { $hours }
room-weekday = { $weekday ->
    [mon] пн
    [tue] вт
    [wed] ср
    [thu] чт
    [fri] пт
    [sat] сб
   *[sun] вс
}
room-span = { $start } – { $end }
button-room-day = Выбрать время
button-room-week = 🖼 Неделя картинкой
button-room-calendar = 📅 Календарь
button-room-door = QR-код для двери
button-room-change = ✏️ Изменить
button-room-close = 🚧 Закрыть на время
button-room-closures = Когда закрыто
button-room-remove = Убрать из списка
button-room-new = ＋ Добавить
button-room-other-time = Другой день или время
button-room-open-again = Открыть с { $first }
room-day = <b>{ $name }</b>, { $day }

    { $some ->
        [yes] Свободно: { $free }.{ $books ->
            [yes] {" "}Во сколько начнём?
           *[no] {""}
        }
       *[no] { $closed ->
            [yes] В этот день закрыто.
           *[no] Свободного времени не осталось. Можно всё равно отправить заявку: если кто-то откажется, предложим вам.
        }
    }
room-week = { $name }: неделя с { $day }
room-week-coming = Рисуем неделю…
room-calendar = Брони «{ $name }»: откройте файл, чтобы добавить их в свой календарь.
room-calendar-empty = Пока ничего не забронировано.
room-door = <b>{ $name }</b>: распечатайте и повесьте у двери. Кто пришёл, наводит камеру, и бронь отмечена.
room-file-coming = Готовим таблицу…
room-month = Брони { $month }
room-year = Дом НКО за { $year } год
room-closures = <b>{ $name }</b>: { $count ->
    [0] закрытых дней нет.
   *[other] когда закрыто
}

# --- Брони

booking-alliance = альянс
booking-what = { $several ->
    [yes] { $name } × { $quantity }
   *[no] { $name }
}
booking-title = 📌 <b>{ $what }</b>
booking-when = 🕘 { $span }
booking-dates = 🔁 { $count ->
    [one] { $count } дата
    [few] { $count } даты
   *[many] { $count } дат
}: { $days }
booking-who = 🏛 { $house }{ $named ->
    [yes] , { $person }
   *[no] {""}
}
booking-purpose = 📝 { $purpose }
booking-people = 👥 { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}
booking-state = { $state ->
    [asked] ⏳ Ждёт решения
    [confirmed] { $claimed ->
        [yes] { $thing ->
            [yes] 📦 Вещь выдана
           *[no] ✅ Приход отмечен
        }
       *[no] ✅ Подтверждено
    }
    [refused] ❌ Отказано
    [waiting] 🕓 В листе ожидания: сообщим, если освободится
    [offered] 🎁 Освободилось! Предложение действует до { GENITIVE($until) }
    [withdrawn] Бронь отменена
    [called_off] ❌ Отменили организаторы
    [returned] ✅ Вещь вернули
    [released] { $release ->
        [not_claimed] Снята: никто не пришёл вовремя
        [not_renewed] Снята: дату не подтвердили за три дня
       *[other] Снята: никто не придёт
    }
   *[other] Заявка закрыта: время вышло
}
booking-line = { $state ->
    [asked] ⏳
    [confirmed] ✅
    [refused] ❌
    [waiting] 🕓
    [offered] 🎁
   *[other] ▫️
} { $day } { $time } · { $name }
booking-mine = { $count ->
    [0] Броней пока нет.
   *[other] <b>Мои брони</b>
}
button-booking = Открыть бронь
button-booking-own = ‹ Мои брони
button-booking-mine = Мои брони · { $count }
button-booking-give-up = Отменить бронь
button-booking-give-up-series = Отменить и следующие даты
button-booking-give-up-yes = Да, отменить
button-booking-wait = Подождать, вдруг освободится
button-booking-accept = ✅ Беру
button-booking-come = ✅ Придём
button-booking-not-come = Не придём
button-booking-decline = Уже не нужно
button-booking-not-needed = Уже не нужно
button-booking-renew = ✅ Да, нужно
button-booking-confirm = ✅ Подтвердить
button-booking-refuse = Отказать
button-booking-check-in = { $thing ->
    [yes] 📦 Выдали
   *[no] ✅ Пришли
}
button-booking-take-back = ✅ Вернули
button-booking-event = 🎉 Сделать событием
button-booking-call-off = Отменить бронь
booking-give-up = { $series ->
    [yes] Отменить { $count ->
        [one] { $count } дату
        [few] { $count } даты
       *[many] { $count } дат
    } (первая: { $start })? <b>{ $what }</b>
   *[no] Отменить? <b>{ $what }</b>, { $start }
}

    { $confirmed ->
        [yes] Время сразу предложим тем, кто ждёт.
       *[no] Заявку можно будет отправить снова.
    }
booking-here = ✅ Добро пожаловать! <b>{ $what }</b> — за вами до { GENITIVE($until) }.
booking-verdict = { $count ->
    [0] <b>{ $what }</b>: это время уже занято. Подтвердить не получится, можно только отказать.
   *[other] Подтвердить? <b>{ $what }</b>, { $house }: { $when }
}
booking-verdict-taken = Уже заняты и не подтвердятся: { $days }.
booking-verdict-over = ⚠️ С этой бронью у организации выйдет { $used } за месяц, а можно { $allowed }.
booking-verdict-refused = ⚠️ Этим организациям места не останется, и мы им откажем: <b>{ $names }</b>.

# --- Ведение Дома

button-house = { $requests ->
    [0] 🔑 Ведение Дома
   *[other] 🔑 Ведение Дома · { $requests }
}
button-house-open = Дом НКО
button-house-back = ‹ К ведению Дома
house = 🔑 <b>Ведение Дома</b>

    { $requests ->
        [0] Новых заявок нет.
        [one] Ждёт решения { $requests } заявка.
        [few] Ждут решения { $requests } заявки.
       *[many] Ждут решения { $requests } заявок.
    }
button-house-requests = Заявки · { $count }
button-house-present = Кто сейчас и скоро
button-house-out = Вещи на руках
button-house-month = Месяц таблицей
button-house-year = Год по организациям
button-house-screen = Экран Дома
house-screen = <b>Экран Дома</b>

    На экране у входа видно, что сегодня в залах: время, организация и для чего, без имён людей. И что свободно прямо сейчас. Обновляется сам.

    { $served ->
        [no] Страницы пока не включены. Попросите администратора указать в config.toml раздел [web] с адресом listen и перезапустить бота.
       *[yes] { $issued ->
            [yes] Адрес выдан { $day }. Новый заменит его, и старый сразу перестанет работать.
           *[no] Адреса пока нет.
        }
    }
button-house-screen-issue = { $renewed ->
    [yes] Выдать новый адрес
   *[no] Получить адрес
}
button-house-screen-revoke = Закрыть адрес
house-screen-address = <b>Экран Дома</b>. Откройте на компьютере с экраном:

    <code>{ $address }</code>

    Адрес показываем один раз. Кто его знает, тот и видит брони.
house-screen-revoked = Адрес закрыт: экран больше ничего не покажет.
house-screen-title = Дом НКО
house-screen-empty = Залов пока нет
house-screen-state = { $state ->
    [free] Свободно до { $time }
    [busy] Занято до { $time }
    [cleaning] Уборка до { $time }
   *[closed] { $timed ->
        [yes] Откроется в { $time }
       *[no] Закрыто
    }
}
house-screen-places = ({ $free } из { $count })
house-screen-now = сейчас
house-screen-next = дальше
house-screen-nothing = Сегодня броней нет
house-screen-free = Сейчас свободно:
house-screen-none-free = Сейчас свободного нет
button-me-rooms = Дом НКО: что присылать
room-news = <b>Дом НКО: что присылать?</b>

    Решения по заявкам, отмены и всё, у чего есть срок, приходят всегда. Остальное выбирайте сами.
button-room-news = { $wanted ->
    [yes] ✓
   *[no] ▫️
} { $news ->
    [eve] «Придёте?» накануне
    [offer_lapsed] Предложение истекло
   *[accepted] Освободившееся время заняли
}
house-list = { $part ->
    [requests] { $count ->
        [0] Заявок нет.
       *[other] <b>Заявки</b>
    }
    [present] { $count ->
        [0] В ближайшие часы никого не ждём.
       *[other] <b>Кто сейчас и скоро</b>: откройте бронь, чтобы отметить приход.
    }
   *[out] { $count ->
        [0] Все вещи на месте.
       *[other] <b>На руках</b>: сверху те, что пора вернуть.
    }
}
booking-month-column-1 = Начало
booking-month-column-2 = Конец
booking-month-column-3 = Что
booking-month-column-4 = Организация
booking-month-column-5 = Кто бронировал
booking-month-column-6 = Для чего
booking-month-column-7 = Человек
booking-month-column-8 = Штук
booking-month-column-9 = Пришли
booking-column-came = { $state ->
    [released] нет
    [returned] вернули
   *[other] { $claimed ->
        [yes] да
       *[no] не отмечено
    }
}
booking-year-column-1 = Организация
booking-year-column-2 = Броней
booking-year-column-3 = Часов
booking-year-column-4 = Не пришли
booking-year-column-5 = Вещей брали

# --- Сообщения

booking-news-asked = 🔔 Новая заявка на бронь{ $series ->
    [yes] , несколько дат
   *[no] {""}
}
booking-news-confirmed = ✅ Бронь подтверждена: <b>{ $what }</b>, { $series ->
    [yes] { $days }
   *[no] { $span }
}.{ $known ->
    [yes] {" "}Ключ: { $key }.
   *[no] {""}
}
booking-news-refused = ❌ Не получилось: <b>{ $what }</b>, { $span }. { $given ->
    [yes] Причина: { $reason }
   *[no] Это время досталось другой организации.
}

    Можно подождать: если время освободится, предложим его вам.
booking-news-offered = 🎁 Освободилось: <b>{ $what }</b>, { $span }. Берёте? Ждём ответа до { GENITIVE($until) }, потом предложим следующим.
booking-news-offer-lapsed = ⌛ Мы не дождались ответа, и время предложили следующим: <b>{ $what }</b>, { $span }.
booking-news-lapsed = 😔 На вашу заявку не успели ответить: <b>{ $what }</b>, { $span }. Простите! Выберите другое время или спросите организаторов.
booking-news-eve = 🕘 { $thing ->
    [yes] Придёте за вещью? <b>{ $what }</b>, { $span }
   *[no] Придёте? <b>{ $what }</b>, { $span }
}

    Если планы изменились, нажмите «Не придём»: предложим тем, кто ждёт.
booking-news-renewal = 🔁 Через неделю у вас по расписанию <b>{ $what }</b>, { $span }. Ещё нужно?

    Если не ответить, за три дня бронь этой даты снимется.
booking-news-released = { $release ->
    [not_claimed] Бронь снята: <b>{ $what }</b>, { $span }. Никто не отметился вовремя, и время предложили другим.
    [not_coming] Бронь снята: <b>{ $what }</b>, { $span }. В вашей организации ответили, что не придут.
   *[other] Бронь снята: <b>{ $what }</b>, { $span }. Дату не подтвердили за три дня.
}
booking-news-called-off = ❌ Бронь отменили организаторы: <b>{ $what }</b>, { $span }.{ $given ->
    [yes] {" "}Причина: { $reason }
   *[no] {""}
}

    Простите за неудобство. Посмотрите другое время или зал.
booking-news-accepted = Освободившееся время занято: <b>{ $what }</b>, { $span } ({ $house }).
booking-news-given-up = От брони отказались: <b>{ $what }</b>, { $span } ({ $house }).
booking-news-hall-lost = ❗ Бронь снята: <b>{ $what }</b>, { $span }. Событие «{ $title }» осталось без зала: найдите другое место или перенесите событие.
booking-news-overdue = ⏰ { $mine ->
    [yes] Пора вернуть: <b>{ $what }</b>. Ждали до { GENITIVE($until) }. Уже вернули? Попросите того, кто принял, отметить это.
   *[no] Не вернули вовремя: <b>{ $what }</b>, { $house }. Ждали до { GENITIVE($until) }.
}

# --- Форма заявки

room-book-day = <b>Когда?</b> Выберите день или напишите, например: завтра в 15:00
room-book-duration = <b>На сколько?</b> Выберите или напишите, например: полтора часа
room-book-duration-expected = Ждём длительность: выберите кнопкой или напишите, например, 2 часа.
room-book-duration-choice = { $minutes ->
    [60] 1 час
    [90] 1,5 часа
    [120] 2 часа
    [180] 3 часа
    [240] 4 часа
   *[other] 8 часов
}
room-book-quantity = <b>Сколько штук или мест?</b>
room-book-quantity-expected = Напишите число цифрами, например: 2.
room-book-purpose = <b>Для чего?</b> Напишите коротко, например: встреча родителей
room-book-purpose-expected = Напишите обычным текстом, для чего вам это нужно.
room-book-people = <b>Сколько будет человек?</b>
room-book-people-expected = Напишите число цифрами, например: 15.
room-book-until = <b>Повторять каждую неделю до какого дня?</b> За неделю до каждой следующей даты спросим, нужна ли она ещё.
room-book-no-until = Не повторять
room-book-weeks = { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[many] { $weeks } недель
}
room-book-change-day = ✏️ День и время
room-book-change-duration = ✏️ Длительность
room-book-change-quantity = ✏️ Количество
room-book-change-purpose = ✏️ Для чего
room-book-change-people = ✏️ Сколько человек
room-book-change-until = 🔁 Повторять
room-book-preview =
    <b>Проверьте и отправьте.</b> Решит тот, кто ведёт Дом.

    📌 <b>{ $what }</b>
    🕘 { $span }
    📝 { $purpose }
room-book-preview-people = 👥 { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}
room-book-series = 🔁 { $count ->
    [one] { $count } дата
    [few] { $count } даты
   *[many] { $count } дат
}: { $days }
room-book-taken = { $all ->
    [yes] ⚠️ Это время уже занято. Заявку можно отправить, но подтвердят её, только если время освободится.
   *[no] ⚠️ Уже заняты: { $days }. Остальные даты можно подтвердить.
}
room-book-rivals = На это время есть ещё { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}.
room-book-over = ⚠️ Вместе с этой бронью выйдет { $used } за месяц, а организации можно { $allowed }. Мы покажем это тому, кто решает.
room-book-wrong = ⚠️ { $wrong }

    Поправьте, и можно будет отправить.
room-book-send = Отправить заявку
room-book-sent = ✅ Заявка отправлена. Ответ придёт сюда.
room-book-discarded = Хорошо, заявку не отправляем.

# --- Форма зала

room-edit-kind = <b>Что это?</b>
room-edit-kind-value = { $kind ->
    [room] Зал или комната
    [places] Места (коворкинг)
   *[thing] Вещь, которую дают на время
}
room-edit-name = <b>Как называется?</b>
room-edit-name-expected = Напишите название обычным текстом.
room-edit-capacity = <b>Сколько человек вмещает?</b>
room-edit-capacity-expected = Напишите число цифрами, например: 40.
room-edit-count = <b>Сколько их всего?</b>
room-edit-count-expected = Напишите число цифрами, например: 3.
room-edit-hours = <b>Когда открыто?</b> Напишите, например: пн-пт 9-21; сб 10-18. Дни, которых нет в списке, будут закрыты.
room-edit-hours-expected = Напишите часы обычным текстом, например: пн-пт 9-21; сб 10-18.
room-edit-equipment = <b>Что есть внутри?</b> Например: проектор, 40 стульев, кухня
room-edit-equipment-expected = Напишите обычным текстом, что там есть.
room-edit-no-equipment = Не указывать
room-edit-key = <b>У кого ключ?</b> Это увидят те, чья бронь подтверждена.
room-edit-key-expected = Напишите обычным текстом, у кого ключ.
room-edit-no-key = Не указывать
room-edit-keeper = <b>Кто рассматривает заявки?</b> Напишите часть имени. Без этого заявки получают все организаторы.
room-edit-no-keeper = Все организаторы
room-edit-buffer = <b>Сколько времени на уборку после каждой брони?</b>
room-edit-buffer-expected = Выберите кнопкой или напишите, например: 30 минут.
room-edit-no-buffer = Не нужно
room-edit-longest = <b>На сколько можно занять за раз, самое большее?</b>
room-edit-longest-expected = Выберите кнопкой или напишите, например: 4 часа.
room-edit-ahead = <b>На сколько дней вперёд можно бронировать?</b>
room-edit-ahead-expected = Напишите число дней, например: 90.
room-edit-claim = <b>Через сколько снимать бронь, если никто не пришёл?</b>
room-edit-claim-expected = Выберите кнопкой или напишите, например: 30 минут.
room-edit-no-claim = Никогда
room-edit-buffer-choice = { $minutes } мин
room-edit-claim-choice = { $minutes } мин
room-edit-longest-choice = { $minutes ->
    [120] 2 часа
    [240] 4 часа
    [480] 8 часов
   *[other] Сутки
}
room-edit-none = { $name ->
    [buffer] не нужно
    [claim] никогда
   *[other] как обычно
}
room-edit-keeper-value = { $chosen ->
    [yes] один человек
   *[no] все организаторы
}
room-edit-change-kind = ✏️ Что это
room-edit-change-name = ✏️ Название
room-edit-change-capacity = ✏️ Сколько человек
room-edit-change-count = ✏️ Сколько всего
room-edit-option-hours = Часы работы
room-edit-option-equipment = Что внутри
room-edit-option-key = Ключ
room-edit-option-keeper = Кто решает
room-edit-option-buffer = Уборка
room-edit-option-longest = Самое долгое
room-edit-option-ahead = Дней вперёд
room-edit-option-claim = Снимать бронь
room-edit-to-preview = ‹ Назад
room-edit-more = ⚙️ Часы и правила
room-edit-save = Сохранить
room-edit-saved = ✅ Сохранено: <b>{ $name }</b>
room-edit-preview = { $kind ->
    [room] 🚪
    [places] 💻
   *[thing] 📦
} <b>{ $name }</b>
    { $room ->
        [yes] 👥 Человек: { $number }
       *[no] 🔢 Всего: { $number }
    }
    🕘 { $hours }
    ⏳ Не дольше чем на { $longest }, не раньше чем за { $ahead }

# --- Формы с причиной

room-touched = { $bookings ->
    [0] Броней и заявок на это время нет.
   *[other] ⚠️ Отменятся брони и заявки: { $bookings }, организаций: { $organisations }. Всем сообщим.
}
room-close-first = <b>С какого дня закрыть?</b>
room-close-last = <b>По какой день включительно?</b>
room-close-reason = <b>Почему?</b> Причину увидят все.
room-close-reason-expected = Напишите причину обычным текстом или нажмите «Без причины».
room-close-skip-reason = Без причины
room-close-edit-first = ✏️ С какого дня
room-close-edit-last = ✏️ По какой день
room-close-edit-reason = ✏️ Причина
room-close-preview = Закрыть <b>{ $name }</b>: { $single ->
    [yes] { $first }
   *[no] { $first } — { $last }
}?

    { room-touched }
room-close-yes = Да, закрыть
room-close-done = ✅ Закрыли.{ $bookings ->
    [0] {""}
   *[other] {" "}Отменили броней и заявок: { $bookings }, всем сообщаем.
}
room-refuse-reason = <b>Почему отказываем?</b> Причину увидит тот, кто просил.
room-refuse-reason-expected = Напишите причину обычным текстом или нажмите «Без причины».
room-refuse-skip-reason = Без причины
room-refuse-preview = Отказать?{ $given ->
    [yes] {" "}Причина: { $reason }
   *[no] {""}
}
room-refuse-yes = Да, отказать
room-refuse-done = Отказали и сообщаем об этом.
room-call-off-reason = <b>Почему отменяем?</b> Причину увидит тот, чья это бронь.
room-call-off-reason-expected = Напишите причину обычным текстом или нажмите «Без причины».
room-call-off-skip-reason = Без причины
room-call-off-preview = Отменить бронь?{ $given ->
    [yes] {" "}Причина: { $reason }
   *[no] {""}
}
room-call-off-yes = Да, отменить
room-call-off-done = Отменили и сообщаем об этом.
room-remove-reason = <b>Почему убираем?</b> Причину увидят те, у кого здесь бронь.
room-remove-reason-expected = Напишите причину обычным текстом или нажмите «Без причины».
room-remove-skip-reason = Без причины
room-remove-preview = Убрать <b>{ $name }</b> насовсем?{ $given ->
    [yes] {" "}Причина: { $reason }
   *[no] {""}
}

    { room-touched }
room-remove-yes = Да, убрать
room-remove-done = Убрали.{ $bookings ->
    [0] {""}
   *[other] {" "}Отменили броней и заявок: { $bookings }, всем сообщаем.
}

# --- Отказы

HoursUnreadable = Не поняли часы. Напишите, например: пн-пт 9-21; сб 10-18.
ResourceGone = Этого больше нет в списке. Откройте /rooms и выберите другое.
ResourceNameTaken = Такое название уже есть. Придумайте другое.
ResourceChanged = Пока вы редактировали, это изменил кто-то другой. Откройте карточку ещё раз.
NumberOutOfRange = Нужно число от { $least } до { $most }.
LengthOutOfRange = Такой срок не подойдёт. Самый короткий — { $least }, самый долгий — { $most }.
DaysOutOfOrder = Последний день должен быть не раньше первого и ещё не прошёл, а весь срок не длиннее года.
RoomWasUsed = Сюда уже приходили по брони, поэтому вещью это не станет. Добавьте вещь отдельно.
CountTooLow = Впереди подтверждено больше. Сначала отмените лишние брони.
BookingGone = Такой брони у вас нет. Посмотрите «Мои брони»: /rooms
BookingSettled = С этой бронью так уже нельзя: её состояние изменилось. Откройте её ещё раз.
BookingsForSpeakers = Бронируют руководители и делегаты организаций. Попросите вашего руководителя.
OnlyForKeepers = Это решают организаторы и тот, кто ведёт этот зал. Обратитесь к ним.
BookingTooShort = Слишком коротко. Бронируют хотя бы на { $minutes } минут.
BookingTooLong = Слишком долго. За раз можно занять не больше чем на { $longest }.
BookingTooFar = Так далеко вперёд не бронируют: не больше чем за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
BookingOverMidnight = Бронь не переходит за полночь. Закончите в тот же день.
ResourceShutThen = В это время закрыто. Часы в этот день: { $hours }. Выберите другое время.
ResourceShutOn = В этот день закрыто, выберите другой.{ $given ->
    [yes] {" "}Причина: { $reason }
   *[no] {""}
}
QuantityTooLarge = Столько нет: всего { $most }. Возьмите меньше.
PeopleTooMany = Сюда помещается { $most ->
    [one] { $most } человек
    [few] { $most } человека
   *[many] { $most } человек
}. Посмотрите зал побольше.
SlotTaken = Это время уже занято. Посмотрите другое.
MonthUsedUp = За месяц организация может занять { $allowed } ч, а вышло бы { $used } ч. Отмените что-нибудь или выберите другой месяц.
EventBeyondBooking = Бронь на другое время: { $starts_at } — { $ends_at }. Выберите время внутри неё или создайте событие отдельно, с «Залом из Дома».
TooEarlyToCheckIn = Ещё рано. Начало: { $starts_at }. Отметиться можно за { $minutes } минут.
NothingBookedNow = На это время у вас здесь нет брони. Посмотрите «Мои брони» в /rooms.
StillHandedOut = Вернули ещё не всё. Сначала отметьте возврат.
HouseScreenClosed = Этот адрес больше не работает. Новый выдают организаторы: «Ведение Дома», «Экран Дома».

due-bookings = сделать следующий шаг по брони № { $number }
due-room_offers = предложить освободившееся время тем, кто ждёт (№ { $number })
data-chapter-kept-rooms = Залы и вещи, за которые вы отвечаете
data-chapter-bookings = Ваши брони в Доме НКО
data-chapter-unwanted-room-news = Новости Дома НКО, которые вы отключили
data-field-purpose = Для чего
inventory-why-rooms = бронировать залы, места и вещи
