# Протокол: что спросить, прежде чем его выпустить, и архив выпущенных.

minutes-draft-polls =
    <b>Протокол каких голосований составляем?</b>

    Отметьте одно или все голосования одного заседания.
minutes-draft-no-polls = Пока нет ни одного завершённого голосования.
minutes-draft-poll = { $day } · { $question }
minutes-draft-polls-value = { $count ->
    [one] { $count } голосование
    [few] { $count } голосования
   *[many] { $count } голосований
}
minutes-draft-place =
    <b>Где проходило заседание?</b>

    Напишите одной строкой. Для дистанционного и заочного — откуда его вели, например: <i>г. Екатеринбург</i>
minutes-draft-starts =
    <b>Когда оно началось?</b>

    Напишите время: <i>18:00</i>. Если это было в другой день, то с датой: <i>05.12.2026 18:00</i>
minutes-draft-ends =
    <b>Когда оно закончилось?</b>

    Напишите время: <i>19:30</i>. Если это было в другой день, то с датой: <i>05.12.2026 19:30</i>
minutes-draft-starts-usual = Как голосование: { $starts }
minutes-draft-ends-usual = Как голосование: { $ends }
minutes-draft-chair =
    <b>Кто председательствовал?</b>

    Напишите имя и через запятую должность: <i>Мария Орлова, председатель Совета</i>
minutes-draft-secretary =
    <b>Кто был секретарём?</b>

    Напишите имя и через запятую должность: <i>Пётр Климов, секретарь Совета</i>
minutes-draft-convened =
    <b>Кто созвал заседание или объявил голосование?</b>

    Напишите имя и должность или орган и его решение: <i>Мария Орлова, председатель Совета</i>
minutes-draft-convened-chair = Председатель
minutes-draft-convened-expected = Напишите обычным текстом, кто созвал заседание.
minutes-draft-notified =
    <b>Когда об этом сообщили участникам?</b>

    Напишите дату: <i>25.11.2026</i>
minutes-draft-notified-usual = Когда открылось голосование: { $at }
minutes-draft-notified-expected = Ждём дату. Напишите её обычным текстом, например: 25.11.2026.
minutes-draft-materials =
    <b>Какие материалы получили участники?</b>

    Перечислите их одной строкой: <i>проект сметы; отчёт ревизора</i>
minutes-draft-materials-usual = Файлы голосования
minutes-draft-materials-none = Материалов не было
minutes-draft-materials-expected = Ждём список материалов. Напишите его обычным текстом.
minutes-no-materials = не направлялись
minutes-draft-authority =
    <b>По каким документам они голосовали?</b>

    Один документ на всех: <i>протокол Общего собрания № 3 от 12.04.2025</i>. Или у каждого свой, с новой строки: <i>Мария Орлова: решение правления № 2 от 10.11.2026</i>

    Про доверенности и документы из таблицы участников писать не нужно: бот о них знает. Руководитель организации действует на основании её устава.
minutes-draft-authority-known = Других документов нет
minutes-draft-authority-expected = Ждём документы. Напишите их обычным текстом.
minutes-draft-counted =
    <b>Кто отвечал за подсчёт голосов?</b>

    Считает бот, а за подсчёт отвечают люди. Напишите имя и через запятую должность, каждого с новой строки.
minutes-draft-counted-secretary = Секретарь
minutes-draft-decisions =
    <b>Что именно решили?</b>

    Напишите решение словами, как его прочтут после «Решили»: <i>утвердить смету на 2027 год</i>. Если вопросов несколько, то каждое с новой строки и с номером вопроса: <i>2. Утвердить смету</i>
minutes-draft-decisions-expected = Ждём решение. Напишите его обычным текстом.
minutes-draft-no-decisions = Убрать
minutes-preview-decision = Решили: { $decision }
minutes-office = { $role ->
    [chair] председатель Совета
   *[secretary] секретарь Совета
}
minutes-meeting-office = { $office ->
    [chair] председатель собрания
    [secretary] секретарь собрания
   *[teller] член счётной комиссии
}
minutes-draft-course =
    <b>Как проходило голосование?</b>

    Это записывают, если кто-то из участников об этом просит. Напишите одним сообщением: текст войдёт в протокол дословно.
minutes-draft-course-expected = Напишите обычным текстом, как проходило голосование.
minutes-draft-no-course = Убрать
minutes-preview-course = 🗒 Ход голосования: { $course }
minutes-preview =
    <b>Протокол № { $number }</b> { $body ->
        [council] Совета
       *[general_meeting] общего собрания
    }

    { $items }

    📍 { $place }
    🕐 Начало: { $starts }
    🕐 Окончание: { $ends }
    ✍️ Председательствующий: { $chair }
    ✍️ Секретарь: { $secretary }
    📨 Кто созвал: { $convened }. Участникам сообщили: { $notified }. Материалы: { $materials }
    🧮 Подсчёт: { $counted }
minutes-preview-item = { $number }. { $question }
minutes-number = № { $number }
minutes-again = ⚠️ По этим голосованиям протокол уже выпущен: { $issued }. Новый его не заменит, в архиве останутся оба.
minutes-waits = ⏳ Выпустить его можно после { GENITIVE($until) }. До этого каждый, кто голосовал против, может попросить записать это. Если попросят все, ждать не нужно: бот вам напишет.
minutes-ready =
    📄 <b>Протокол можно выпускать.</b> Ждать просьб записать, кто был против, больше не нужно.

    { $question }
minutes-confirm =
    Выпустить протокол № { $number } { $body ->
        [council] Совета
       *[general_meeting] общего собрания
    }?

    { $items }

    Место: { $place }
    Время: { $starts } — { $ends }
    Подписывают: { $chair } и { $secretary }
    Подсчёт: { $counted }

    Он получит номер и навсегда останется в архиве. Изменить его будет нельзя.
minutes-issued =
    ✅ Протокол № { $number } { $body ->
        [council] Совета
       *[general_meeting] общего собрания
    } выпущен.

    Распечатайте его и подпишите. Файлы ниже, они же лежат в архиве.
minutes-files =
    Протокол № { $number } { $body ->
        [council] Совета
       *[general_meeting] общего собрания
    }. Выпущен: { $at }

    По контрольным суммам SHA-256 проверяют, что файлы не меняли.
    PDF: <code>{ $pdf }</code>
    DOCX: <code>{ $docx }</code>
minutes-scan = 📎 Приложить подписанный скан
minutes-scan-question =
    <b>Пришлите подписанный скан протокола № { $number }.</b>

    Отправьте его файлом: PDF, JPEG, PNG или TIFF. Он останется в архиве рядом с протоколом.
minutes-scan-expected = Ждём скан. Отправьте его файлом, а не фотографией: фотографию Telegram сжимает.
minutes-scan-unnamed = скан
minutes-scan-filed =
    ✅ Скан приложен к протоколу № { $number }.

    SHA-256: <code>{ $hash }</code>
minutes-filed = { $kind ->
    [scan] Скан с подписями. Приложен: { $at }
   *[addendum] Дополнение. Выпущено: { $at }
    }
    SHA-256: <code>{ $hash }</code>
minutes-addendum-due =
    ✍️ <b>К протоколу № { $number } нужно дополнение.</b>

    Участник попросил записать, что голосовал против. Протокол уже выпущен, поэтому запись войдёт в дополнение к нему.
minutes-append = 📄 Выпустить дополнение
minutes-drawing-up-due =
    ⏳ <b>Протокол ещё не составлен.</b>

    { $question }
minutes-challenge-over = ✅ Срок, в который можно оспорить решения протокола № { $number }, закончился: { $day } года.
minutes-registration-due =
    🏛 <b>Пора зарегистрировать изменения</b> по протоколу № { $number }.

    Последний день: { $day } года. Выходные учтены, праздники — нет.
minutes-register = 🏛 Сменился руководитель или устав
minutes-registration = Зарегистрируйте изменения до { $day } года включительно (праздники не учтены). Бот напомнит.
minutes-draft-file = Черновик { $name }
minutes-draft-caption = Так будет выглядеть протокол. Это черновик: номер закрепится, когда вы его выпустите.
minutes-printing = Готовим документ, подождите несколько секунд.
minutes-list = { $count ->
    [one] <b>Протоколы.</b> В архиве <b>{ $count }</b> протокол.
    [few] <b>Протоколы.</b> В архиве <b>{ $count }</b> протокола.
   *[many] <b>Протоколы.</b> В архиве <b>{ $count }</b> протоколов.
} Нажмите, чтобы получить файлы.
minutes-none = Протоколов пока нет. Завершилось голосование — можно составить первый.
minutes-button = № { $number } · { $body ->
    [council] Совет
   *[general_meeting] собрание
} · { $question }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}

MinutesOfNothing = Отметьте хотя бы одно голосование.
TooManyItems = В один протокол помещается { $most ->
    [one] { $most } вопрос
    [few] { $most } вопроса
   *[many] { $most } вопросов
}. Разделите его на несколько.
MinutesTimesReversed = Заседание закончилось раньше, чем началось. Проверьте время.
SignatoryMissing = Назовите хотя бы одного человека: имя и через запятую должность.
AnnouncedEndDiffers = Время должно совпадать с объявленным. Начало: { $opened }, конец: { $announced }. Нажмите «Как голосование».
SittingTooShort = Голосование не помещается в заседание: { $opened } — { $closed }. Проверьте начало и окончание.
ConvenerMissing = Напишите, кто созвал заседание.
MaterialsMissing = Напишите, какие материалы получили участники. Если их не было, нажмите кнопку.
ConveningTooLong = { CourseTooLong }
NotifiedTooLate = Участникам сообщают до заседания, а эта дата позже. Проверьте её.
AuthorityUnreadable = Не получилось прочесть. Напишите один документ на всех или по одному на строке: имя, двоеточие, документ.
AuthorityTooLong = { CourseTooLong }
AuthorityMissing = По какому документу голосуют { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}? Нажмите «Полномочия».
PositionMissing = В протоколе указывают должность. Допишите её через запятую: { $name }, …
DecisionMissing = Что решили по вопросу { $number }? «{ $question }». Нажмите «Решения».
DecisionUnreadable = Не получилось понять, к какому вопросу это относится. Напишите каждое решение с новой строки и с номером вопроса: 2. Утвердить смету
DecisionTooLong = { CourseTooLong }
SignatoryTooLong = Слишком длинно: { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}, а помещается { $limit }. Сократите, пожалуйста.
CourseTooLong = Слишком длинно: { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}, а помещается { $limit }. Сократите, пожалуйста.
PollNotCounted = Это голосование ещё не посчитано, протокола пока не будет: { $question }
MinutesMixed = В один протокол входят вопросы одного органа и одного порядка голосования. Отметьте только такие.
StatementsAwaited = Протокол можно выпустить после { GENITIVE($until) }. До этого каждый, кто голосовал против, может попросить записать это.
MinutesOutdated = Пока протокол готовился, данные изменились. Нажмите «Выпустить» ещё раз.
MinutesNotFound = Такого протокола нет. Откройте архив заново: /polls
ScanTooLarge = Файл слишком большой: Telegram передаёт боту не больше { $limit } МБ. Уменьшите качество скана.
ScanUnreadable = Это не PDF и не картинка. Пришлите скан в PDF, JPEG, PNG или TIFF.
NothingToAppend = Дополнять нечем: новых просьб не было.
DayAhead = Этот день ещё не наступил. Напишите дату из прошлого, например: вчера или 5 декабря 2025.

# Что ответить, когда прислали не то.

minutes-draft-place-expected = Ждём место. Напишите его обычным текстом.
minutes-draft-starts-expected = Ждём время. Напишите его обычным текстом, например: 18:00.
minutes-draft-ends-expected = Ждём время. Напишите его обычным текстом, например: 19:30.
minutes-draft-chair-expected = Ждём имя. Напишите его обычным текстом.
minutes-draft-secretary-expected = Ждём имя. Напишите его обычным текстом.
minutes-draft-counted-expected = Ждём имена. Напишите их обычным текстом.

# Кнопки.

minutes-look = 👀 Посмотреть PDF
minutes-issue = Выпустить протокол
minutes-issue-yes = Да, выпустить
minutes-to-list = К протоколам ›
minutes-new = ➕ Составить протокол
minutes-change-polls = ✏️ Голосования
minutes-change-place = ✏️ Место
minutes-change-starts = ✏️ Начало
minutes-change-ends = ✏️ Окончание
minutes-change-chair = ✏️ Председатель
minutes-change-secretary = ✏️ Секретарь
minutes-change-decisions = ✏️ Решения
minutes-change-course = ✏️ Ход голосования
minutes-change-convened = ✏️ Кто созвал
minutes-change-notified = ✏️ Уведомление
minutes-change-materials = ✏️ Материалы
minutes-change-authority = ✏️ Полномочия
minutes-change-counted = ✏️ Подсчёт
button-minutes = 📄 Протоколы
poll-board-minutes = 📄 Протокол
