# Объявления: что видно под ними, как они расходятся, подтверждение другого организатора.

announcement-kind = { $kind ->
    [important] Важное
    [opportunities] Гранты и возможности
    [partners] От партнёров
   *[news] Новости альянса
}
announcement-buttons = 👆 К этим файлам
announcement-withdrawn = Организатор отозвал это объявление.
announcement-reread = Вы открыли это объявление ещё раз — оно ниже.
button-open-poll = Голосование
button-unsubscribe = Отписаться
unsubscribed = «{ $kind }» больше не пришлём. Важное приходит всегда.
subscribed = «{ $kind }» снова будем присылать.
button-subscribe = Подписаться снова
choose-kinds =
    <b>Какие объявления присылать?</b>

    Важное приходит всегда: о нём нужно знать всем, кому оно адресовано. Остальное выбирайте сами.
button-kind = { $wanted ->
    [yes] ✓ { $name }
   *[no] ▫️ { $name }
}

mailing-pace = Около { $pace } в секунду, { $soon ->
    [yes] осталось меньше минуты
   *[no] ещё примерно { $left }
}
mailing-paused = ⏸ На паузе
mailing-put-off = { $count ->
    [one] { $count } человек получит позже, после тихих часов
    [few] { $count } человека получат позже, после тихих часов
   *[many] { $count } человек получат позже, после тихих часов
}
mailing-stopped = ⏹ Остановлено: остальные не получат.
button-mailing-pause = Пауза
button-mailing-resume = Продолжить
button-mailing-stop = Остановить
button-mailing-report = Кто получил
mailing-act-pause = Пауза. Что уже отправлено, дойдёт.
mailing-act-resume = Продолжаем.
mailing-act-stopped = Остановили: остальным ничего не придёт.
mailing-stop-question = Остановить рассылку? Кто ещё не получил, не получит. Что уже отправлено, останется.
button-mailing-stopped = Да, остановить

second-yes-question =
    <b>Нужно ваше подтверждение</b>

    { $author } хочет разослать всем: «{ $title }».
    Получат: { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    } из { $organisations ->
        [one] { $organisations } организации
       *[many] { $organisations } организаций
    }.
button-second-look = Посмотреть
button-second-yes = Да, отправить
button-second-no = Не отправлять
second-yes-given = ✅ Вы подтвердили: объявление уходит.
second-yes-withheld = Хорошо, объявление никому не уйдёт.

AlbumTooLong = В альбоме помещается не больше { $limit } файлов. Остальные отправьте отдельным объявлением.
AlbumMixed = Такие файлы вместе не отправить: фото и видео — один альбом, документы — другой, музыка — третий.
LinksTooMany = Кнопок может быть не больше { $limit }. Уберите лишние и пришлите снова.
LinkTextMissing = Напишите, что будет на кнопке.
ContentLanguageUnknown = Объявление может быть на русском и на английском. Пришлите текст на одном из этих языков.
FieldsForOnePerson = Имя и организация подставляются только в личных сообщениях. Уберите их из текста или не отправляйте его в группу и канал.
AnnouncementNotFound = Такого объявления нет. Посмотрите, какие есть: /announcements
AnnouncementGone = Объявление уже отправлено или отменено. Отправленное можно исправить или отозвать.
AnnouncementNotSent = Это объявление ещё не отправлено: его можно изменить или отменить.
AnnouncementRecalled = Это объявление отозвано. Если нужно, подготовьте новое: /announce
ConfirmedByItsAuthor = Подтвердить должен другой организатор. Попросите кого-нибудь из коллег.
AnnouncementChanged = Объявление с тех пор изменили. Ответьте на новый вопрос — он ниже в этом чате.
AnnouncementChangedMeanwhile = Пока вы редактировали, это объявление уже изменили. Откройте его ещё раз и внесите правки заново.
CorrectionImpossible = Исправить можно слова, файлы и кнопки, но не тип сообщения и не число файлов. Отзовите это объявление и отправьте новое.
NothingCorrected = Это то же самое объявление. Пришлите исправленное.
MailingOver = Рассылка уже закончилась: останавливать и продолжать нечего.
TemplateNameTaken = Шаблон «{ $name }» уже есть. Назовите иначе.
TemplateNotFound = Этого шаблона больше нет. Начните без него: /announce
KindAlwaysComes = Важные объявления приходят всем: о них нужно знать каждому. Остальные можно выбрать.

# Администраторам, после слов «Не получилось»: чего бот не сделал в срок.

due-announcement = отправить объявление № { $number }
due-mailing_progress = показать, как идёт рассылка № { $number }

command-announcements = Объявления альянса
command-announce = Разослать объявление
help-announcements = /announcements — объявления: прочитать ещё раз, найти
help-announce = /announce — разослать объявление; можно просто прислать его боту
