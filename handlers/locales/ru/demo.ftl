# Демонстрация: слова рассказчика и список того, что бот собирается сделать.

demo-alliance = Альянс НКО Белокаменья
demo-council = Совет альянса

demo-premise =
    { $alliance }. Бот, база данных и HTTP настоящие, а вместо Telegram — песочница на этом компьютере.
    Люди и организации выдуманы. Страница: { $url }

demo-chapter-import = Альянс собирается
demo-imported = Загружено из { $file }: { $organisations ->
    [one] { $organisations } организация
    [few] { $organisations } организации
   *[many] { $organisations } организаций
}, { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}. У каждого есть личное приглашение.
demo-chapter-joining = Люди присоединяются
demo-joining = Остальные тоже открывают свои ссылки…
demo-joined = Подключились: { $joined }. Ещё не подключились: { $absent }.
demo-chapter-creating = Организатор создаёт событие
demo-chapter-announcing = Участники узнают о нём
demo-announcing = Рассылаем приглашения…
demo-announced = Приглашение дошло до всех, кто присоединился: { $count }.
demo-chapter-answering = Участники отвечают
demo-answering = Отвечают остальные…
demo-answered = Ответили ещё { $count }. Счёт у организатора обновился сам:
demo-chapter-moving = Событие переносится
demo-telling = Сообщаем о переносе…
demo-moved = О переносе узнали те, кто идёт или, возможно, придёт: { $count }. Остальных не тревожили.
demo-chapter-old-time = Часы идут: напоминаний по старому времени нет
demo-nothing = По старому времени бот напомнил бы сейчас. Но событие перенесли, и он молчит.
demo-chapter-day-before = Часы идут: за день до события
demo-chapter-hours-before = Часы идут: за два часа до события
demo-reminding = Напоминаем…
demo-reminded = Напомнили тем, кто идёт или, возможно, придёт: { $count }.
demo-spared = Тех, кто не идёт, не ответил или заблокировал бота, напоминаниями не тревожили.
demo-chapter-forging = Кто-то подделывает кнопки
demo-refused = Отказано, и ничего не изменилось.

demo-chapter-few-seats = Мест всего двадцать
demo-chapter-full = А хотят прийти тридцать
demo-filling = Остальные тоже нажимают «Иду»…
demo-full = Места получили { $seats }, в очередь встали { $waiting }, и каждый знает свой номер.
demo-chapter-substitute = Вместо себя — коллега
demo-handed-over = Место перешло к коллеге. Очередь не сдвинулась.
demo-chapter-promotion = Место освободилось
demo-promoted = До начала больше двух суток, поэтому место сразу досталось первому в очереди.
demo-chapter-question = Часы идут: «Всё ещё придёте?»
demo-offered = За день до начала место сначала предлагают и держат, пока человек решает.
demo-chapter-door = У входа
demo-chapter-report = Что видит организатор
demo-no-seat-empty = Заняты все места, их { $seats }: пока кто-то ждёт, ни одно не пустует.

demo-chapter-applying = Новая организация просится в альянс
demo-filling-in = Вопросов двенадцать, и каждый ответ сразу сохраняется…
demo-chapter-asking-back = Секретарь уточняет
demo-chapter-council = Совет голосует о приёме
demo-council-voting = Голосуют и другие члены совета…
demo-chapter-late-voters = Часы идут: двое ещё не проголосовали
demo-chapter-last-call = Часы идут: полчаса до конца
demo-others-spared = Напоминали только им двоим: остальные за это время не получили ничего.
demo-chapter-admitted = Голосование закончилось
demo-outcome = Итог приходит всем девяти…
demo-welcomed = Организация — в альянсе, и её руководитель голосует наравне с другими.

demo-chapter-election = Общее собрание выбирает совет
demo-standing = Председатель находит в альянсе всех кандидатов, их { $count }…
demo-chapter-proxy = Доверенность
demo-chapter-general-meeting = Голосование тайное
demo-two-ballots = { $name } голосует дважды: за свою организацию и по доверенности.
demo-electing = Голосуют остальные…
demo-chapter-elected = Выборы состоялись
demo-everybody-hears = Итоги узнают все в альянсе…
demo-elected = Новые члены совета вступили в права сразу, их { $seats }: в составе совета стоит дата.
demo-chapter-minutes = Протокол
demo-minutes = Протокол № { $number } в архиве. Решение: избраны { $elected } из { $seats }. PDF — { $pdf } КБ, DOCX — { $docx } КБ.
demo-chapter-broadcast = Объявление с ошибкой
demo-broadcast = Объявление приходит всем…
demo-broadcast-read = Его прочитали { $count }, и тут организатор замечает: время не то.
demo-chapter-correction = Ошибка исправлена
demo-correcting = Исправляем у каждого…
demo-corrected = Новых сообщений никто не получил: исправлено то самое, что уже пришло.
demo-chapter-directory = Открытый Альянс
demo-directory-letter = Здравствуйте! Можно провести у вас встречу наших волонтёров в четверг вечером?
demo-directory-answer = Конечно, зал свободен с шести. Приходите!
demo-directory-about = По четвергам отдаём зал тем, кому негде встретиться. Просто напишите нам.
demo-directory-edited = Организацию нашли по имени с ошибкой, письмо дошло без телефонов, а новая карточка уже ищется.

demo-chapter-assembly = Ежегодное собрание созвано
demo-convened = Приглашение с повесткой ушло всем организациям за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}, и доказательство этого сохранено.
demo-chapter-registration = Часы идут: день собрания, регистрация
demo-arrived = В зале и на связи { $present } из { $entitled } организаций, дистанционно — { $remote }. Экран в зале считает сам.
demo-chapter-in-session = Собрание открыто
demo-officers = Избраны секретарь собрания, счётная комиссия и председатель.
demo-chapter-quorum = Двое ушли, кворума нет
demo-late = Пришла организация, которую ждали: кворум снова есть.
demo-chapter-hall-votes = Голосуют в боте, по талонам и на бумаге
demo-objection = { $name } заявляет возражение: «{ $words }»
demo-decided = Участников { $present }, талонов с кодом напечатано { $printed }, один бюллетень — бумажный, его посчитали двое.
demo-chapter-awards = Награждение: имена на экране
demo-awarded = На экране: { $names }.
demo-chapter-cut = Telegram пропал посреди выборов
demo-cut = Проголосовали { $voted }, и связь с Telegram оборвалась. Остальные открывают бюллетень по коду с талона.
demo-elected-by-page = По кодам проголосовали { $late }, голосование закрыто на странице председателя. Избраны { $seats }, никто не проголосовал дважды.
demo-chapter-assembly-minutes = Протокол собрания
demo-assembly-minutes = Участвовали { $came } из { $of } организаций. Журнал сходится от первой записи до последней, протокол с приложениями готов: PDF — { $pdf } КБ.

demo-chapter-exchange = Обмен: отдать и найти
demo-exchange-title = Десять складных стульев
demo-exchange-text = Крепкие, остались после собрания. Самовывоз.
demo-exchange-place = ул. Мира, 5
demo-exchange-response = Очень нужны для занятий с детьми, заберём в субботу утром.
demo-exchange-chosen = Выбрал автор, и не того, кто написал первым: одному пришло «отдаём вам», другому сказали честно и вежливо.
demo-exchange-done = Стулья переданы и попали в итоги года.

demo-page = { $page ->
    [screen] Экран в зале
    [desk] Стол регистрации
    [house] Экран «Дома НКО»
   *[ballot] Бюллетень по коду
}
demo-remote-clause = Устав, п. 5.8

demo-ended = Всё прошло как надо. Вызовов Bot API: { $calls }, отказов «слишком часто» (429): 0. Заняло { $seconds } с.
demo-failed = Что-то пошло не так. Ожидалось:
demo-failed-seen = Вместо этого:
demo-skipped = Показ остановлен, дальше играете вы. Страница: { $url }
demo-prepared =
    Обычный день альянса готов: сто человек присоединились, на мастер-классе заняты все места, совет голосует,
    пришла заявка на вступление, разослано объявление, составлен протокол.
demo-invited =
    Теперь попробуйте сами. Только что объявлено ещё одно событие: { $title }.
    Откройте страницу, выберите, за кого играть, и ответьте «Иду»:
demo-invited-organiser = Организатор — { $name }: { $url }
demo-invited-secretary = Секретарь совета — { $name }: { $url }
demo-invited-member = Участник — { $name }: { $url }
demo-invited-newcomer = Ещё не с нами — { $name }: { $url }
    Нажмите там «Открыть приглашение».
demo-waiting-for-you = Часы на странице: нажмите «+1 день», и придут напоминания. Остановить: Ctrl+C.
demo-port-taken = Порт { $port } занят или запрещён. Выберите другой или возьмите любой свободный: make demo ARGS="--port 0"

demo-opens = ({ $organisation }) открывает своё приглашение
demo-writes = пишет: { $text }
demo-attaches = отправляет файл: { $file }
demo-taps = нажимает «{ $button }»
demo-forges = подделывает кнопку: { $data }
demo-blocks = блокирует бота
demo-sees = видит:
demo-sees-edited = видит, что сообщение изменилось:
demo-picture = 🖼 картинка
demo-file = 📎 { $name }
demo-pops = ⟨{ $words }⟩

demo-reminder = Напоминание за { $lead }
demo-waiting = { $kind ->
    [event-announced] Рассылка: приглашения
    [event-moved] Рассылка: перенос
    [event-cancelled] Рассылка: отмена
    [event-reminder] Рассылка: напоминания
   *[other] Отчёт организатору
}
demo-waiting-count = { $count ->
    [one] { $count } сообщение ждёт
    [few] { $count } сообщения ждут
   *[many] { $count } сообщений ждут
}

demo-chapter-house = Дом НКО: один зал на двоих
demo-hall = Большой зал
demo-meeting-room = Переговорная
demo-coworking = Коворкинг
demo-roll-up = Ролл-ап
demo-house-purpose = Встреча волонтёров
demo-house-won = Две организации попросили один зал. Тому, кто ведёт Дом, бот заранее показал, кому придётся отказать. Когда первая передумала, зал сам достался второй.
demo-chapter-no-show = В зал никто не пришёл
demo-house-missed = Через полчаса после начала бот снял бронь, на которую никто не пришёл, и зал снова свободен.
