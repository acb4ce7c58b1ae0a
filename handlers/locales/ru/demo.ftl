# Демонстрация: слова рассказчика и список того, что бот собирается сделать.

demo-alliance = Альянс НКО Белокаменья

demo-premise =
    { $alliance }: бот, база данных и HTTP – настоящие, на месте Telegram – песочница на этом компьютере.
    Люди и организации выдуманы. Страница: { $url }

demo-chapter-import = 1. Альянс собирается
demo-imported = Из { $file } загружены организации – { $organisations }, люди – { $people }. Каждому выписано личное приглашение.
demo-chapter-joining = 2. Люди присоединяются
demo-joining = Остальные тоже открывают свои ссылки…
demo-joined = Присоединились: { $joined }. Ещё не открыли приглашение: { $absent }.
demo-chapter-creating = 3. Организатор создаёт событие
demo-chapter-announcing = 4. Участники узнают о нём
demo-announcing = Рассылаем приглашения…
demo-announced = Приглашение получили все, кто присоединился: { $count }.
demo-chapter-answering = 5. Участники отвечают
demo-answering = Отвечают остальные…
demo-answered = Ответили ещё { $count }. У организатора счёт обновился сам:
demo-chapter-moving = 6. Событие переносится
demo-telling = Сообщаем о переносе…
demo-moved = О переносе узнали все, кто ответил и не заблокировал бота: { $count }. Остальных не тревожили.
demo-chapter-old-time = 7. Часы идут: напоминаний по старому времени нет
demo-nothing = Прежде бот напомнил бы сейчас. Событие перенесли – и он молчит.
demo-chapter-day-before = 8. Часы идут: за день до события
demo-chapter-hours-before = 9. Часы идут: за два часа до события
demo-reminding = Напоминаем…
demo-reminded = Напоминание получили те, кто идёт или, возможно, придёт: { $count }.
demo-spared = Ни один из тех, кто не идёт, промолчал или заблокировал бота, напоминаний не получил.
demo-chapter-forging = 10. Кто-то подделывает кнопки
demo-refused = Отказано, и ничего не изменилось.

demo-ended = Всё было так, как должно. Вызовов Bot API: { $calls }, из них отказов «слишком часто» (429): 0. Заняло { $seconds } с.
demo-failed = Увидели не то, что должны были. Ожидалось:
demo-failed-seen = Вместо этого:
demo-invited =
    Теперь попробуйте сами. Только что объявлено ещё одно событие: «{ $title }».
    Откройте страницу, выберите, за кого играть, и ответьте «Иду»:
demo-invited-organiser = Организатор – { $name }: { $url }
demo-invited-member = Участник – { $name }: { $url }
demo-invited-newcomer = Ещё не присоединился – { $name }: { $url }
    Напишите боту: /start { $payload }
demo-waiting-for-you = Часы – на странице: +1 день, и придут напоминания. Остановить: Ctrl+C.
demo-port-taken = Порт { $port } занят или запрещён. Выберите другой, например: make demo ARGS="--port 0" – подойдёт любой свободный.

demo-opens = ({ $organisation }) открывает своё приглашение
demo-writes = пишет: { $text }
demo-taps = нажимает «{ $button }»
demo-forges = подделывает кнопку: { $data }
demo-blocks = блокирует бота
demo-sees = видит:
demo-sees-edited = видит, что сообщение изменилось:
demo-pops = ⟨{ $words }⟩

demo-reminder = Напоминание за { $lead }
demo-waiting = { $kind ->
    [EventAnnounced] Рассылка: приглашения
    [EventMoved] Рассылка: перенос
    [EventCancelled] Рассылка: отмена
    [EventReminder] Рассылка: напоминания
   *[other] Отчёт организатору
}
demo-waiting-count = { $count ->
    [one] { $count } письмо ждёт
    [few] { $count } письма ждут
   *[many] { $count } писем ждут
}
