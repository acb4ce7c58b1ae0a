# Страница «Мои данные»: всё, что бот хранит о человеке, словами.

data-title = Мои данные
data-intro = Здесь всё, что бот объединения «{ $alliance }» хранил о вас на { $date }.
data-others = Данных других людей здесь нет. Технические записи, например номера сообщений, — в файле { $file }.
data-counted = { $count ->
    [1] { $count } запись. Целиком она в файле { $file }.
    [one] { $count } запись. Целиком они в файле { $file }.
    [few] { $count } записи. Целиком они в файле { $file }.
   *[many] { $count } записей. Целиком они в файле { $file }.
}
data-yes-no = { $value ->
    [yes] да
   *[no] нет
}

data-chapter-person = О вас
data-chapter-organisation = Ваша организация
data-chapter-roles = Ваши роли
data-chapter-planned-roles = Роли, которые начнутся или закончатся
data-chapter-invitations = Ссылки-приглашения
data-chapter-accounts = Прежние аккаунты
data-chapter-acts = Ваши действия в журнале
data-chapter-answers = Ответы на события
data-chapter-muted = События без напоминаний
data-chapter-invited = События, куда вас позвали лично
data-chapter-passes = Пропуска
data-chapter-helps = События, где вы помогаете на входе
data-chapter-substitutions = Замены
data-chapter-arrivals = Отметки о приходе
data-chapter-polls = Голосования, которые вы начали
data-chapter-entitled = Голосования, где у вас был голос
data-chapter-left-out = Голосования, где вам не дали бюллетень
data-chapter-ballots = Открытые голоса
data-chapter-proxies = Доверенности
data-chapter-recusals = Самоотводы, которые вы заявили
data-chapter-statements = Ваши особые мнения
data-chapter-presences = Списки присутствовавших, которые вы внесли
data-chapter-lots = Жребии, которые вы записали
data-chapter-straw-polls = Опросы в группе
data-chapter-minutes = Протоколы, которые вы выпустили
data-chapter-filed-files = Файлы, приложенные к протоколам
data-chapter-messages = Сообщения участникам событий
data-chapter-announcements = Объявления, которые вы написали
data-chapter-templates = Ваши шаблоны
data-chapter-copies = Объявления, которые вы получили
data-chapter-rereads = Объявления, которые вы перечитывали
data-chapter-unwanted = Объявления, от которых вы отписались
data-chapter-application-files = Файлы заявок
data-chapter-application-remarks = Переписка о заявках
data-chapter-applications = Заявки
data-chapter-cards = Карточки событий в вашем чате
data-chapter-poll-messages = Карточки голосований в вашем чате
data-chapter-notices = Сообщения, которые бот вам отправил или отправит
data-chapter-asked-backups = Копии базы, о которых вы попросили
data-chapter-handovers = Передача руководства
data-chapter-former-organisations = Организации, из которых вы ушли
data-chapter-group = Вы в группе альянса
data-chapter-other = Другие записи

data-field-name = Имя
data-field-patronymic = Отчество
data-field-position = Должность
data-field-phone = Телефон
data-field-email = Почта
data-field-document = Документ о полномочиях
data-field-telegram-id = Номер аккаунта в Telegram
data-field-joined-at = Вы с нами с
data-field-consented-at = Согласие на обработку данных
data-field-language = Язык
data-field-time-zone = Часовой пояс
data-field-reminders-before = Напоминания
data-field-quiet-hours = Тихие часы
data-field-delegate = Делегат
data-field-guest = Гость
data-field-unreachable-since = Сообщения не доходят с
data-field-inn = ИНН
data-field-leads = Вы руководитель
data-field-since = С какого дня
data-field-gives = Что будет
data-field-day = День
data-field-offered-at = Предложено
data-field-left-at = Были в ней до
data-field-expires-at = Действует до
data-field-used-at = Использована
data-field-former-account = Номер аккаунта
data-field-rebound-at = Сменился
data-field-starts-at = Начало
data-field-answer = Ответ
data-field-answered-at = Когда ответили
data-field-made-at = Когда предложено
data-field-seat = Место
data-field-guests = Гостей с вами
data-field-guest-names = Имена гостей
data-field-confirmed-at = Подтвердили, что придёте
data-field-mine = Замену просили вы
data-field-asked-at = Когда спросили
data-field-arrived-at = Когда отметили
data-field-way = Как отметили
data-field-created-at = Создано
data-field-voter = Чей голос
data-field-voted-secretly = Тайно проголосовали
data-field-ballot = Голос
data-field-cast-at = Когда проголосовали
data-field-held = Доверенность выдана вам
data-field-number = Номер
data-field-issued-on = Выдана
data-field-scope = Что можно
data-field-revoked-at = Отозвана
data-field-text = Текст
data-field-recorded-at = Когда внесли
data-field-how = Как бросали
data-field-year = Год
data-field-issued-at = Выпущен
data-field-filed-at = Приложен
data-field-contents = Текст
data-field-written-at = Когда
data-field-state = Что с ней
data-field-leader = Руководитель
data-field-representative = Представитель
data-field-about = О себе
data-field-reason = Причина решения
data-field-sent-at = Подана
data-field-decided-at = Решена

data-value-answer = { $value ->
    [going] иду
    [maybe] возможно
    [declined] не иду
   *[other] { $value }
}
data-value-gives = { $value ->
    [1] роль начнётся
   *[0] роль закончится
}
data-value-seat = { $value ->
    [seated] есть
    [offered] предложено
    [waiting] в листе ожидания
   *[other] { $value }
}
data-value-way = { $value ->
    [pass] по пропуску
    [name] по имени
    [screen] по коду на экране
   *[other] { $value }
}
data-value-ballot = { $value ->
    [for] за
    [against] против
    [abstain] воздержались
    [against_all] против всех
   *[other] номера отмеченных — в файле my-data.json
}
data-value-state = { $value ->
    [draft] черновик
    [submitted] подана
    [asked] ждёт вашего ответа
    [voting] решает совет
    [admitted] организацию приняли
    [refused] отказ
    [withdrawn] отозвана
   *[other] { $value }
}

due-retention_applications = удалить данные старой заявки № { $number }
due-retention_guests = удалить данные гостя, который давно не приходит (№ { $number })
due-retention_guest_names = удалить имена гостей прошедшего события № { $number }
due-retention_arrivals = удалить отметки о приходе на прошедшее событие № { $number }
due-retention_messages = удалить текст старого сообщения № { $number }
due-retention_letters = удалить старое письмо организации № { $number }
due-retention_bookings = удалить, кто и для чего занимал зал (бронь № { $number })
due-retention_notices = удалить старые записи об отправке, пачка № { $number }
due-retention_drafts = удалить старые черновики, пачка № { $number }
due-retention_audit = удалить старые строки журнала, пачка № { $number }

data-chapter-drafts = Черновики форм

inventory-title = Что бот объединения «{ $alliance }» хранит о людях
inventory-what = Что
inventory-why = Зачем
inventory-how-long = Как долго
inventory-exported = Есть в «Моих данных»
inventory-erased = Если человек удалит свои данные
inventory-why-people = знать, кто участвует в альянсе и какие у кого права
inventory-why-events = звать на события, учитывать ответы и места, встречать на входе
inventory-why-polls = проводить голосования
inventory-why-minutes = вести протоколы
inventory-why-announcements = присылать объявления и показать, до кого они дошли
inventory-why-applications = рассмотреть заявку организации
inventory-why-messages = доставлять сообщения и обновлять их
inventory-for = { $period }
inventory-for-guests = пока человек не удалит свои данные; данные гостя — { $period } после последнего события
inventory-for-guest-names = пока человек не удалит свои данные; имена гостей — { $period } после события
inventory-for-arrivals = { $period } после события
inventory-for-applications = пока человек не удалит свои данные; при отказе — { $period }
inventory-for-bookings = кто и для чего — { $period } после брони
inventory-for-messages = текст — { $period }
inventory-for-ever = всегда
inventory-until-erased = пока человек не удалит свои данные
inventory-deleted = удаляется
inventory-nameless = остаётся без имени
inventory-kept = остаётся: этого требует закон (ГК РФ, ст. 181.2)
data-chapter-events = Кто создал событие
data-chapter-series = Кто создал повторяющееся событие
