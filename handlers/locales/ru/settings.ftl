# Администраторам: что это за чат, настройки, журнал, копии базы.

place = { $place ->
        [group] группа альянса
        [council_group] группа совета
       *[channel] канал альянса
    }
here-ask = <b>{ $chat }</b>: что это за чат?

    Ответить может только администратор бота.
here-present = { $fixed ->
        [yes] • { place }: задано в config.toml, <code>{ $setting }</code>
       *[no] { $known ->
            [no] • { place }: пока нет
           *[yes] { $this ->
                [yes] • { place }: этот чат
               *[no] { $titled ->
                    [yes] • { place }: сейчас «{ $title }»
                   *[no] • { place }: сейчас другой чат
                }
            }
        }
    }
here-private = Группу выбирают в ней самой: добавьте туда бота и отправьте /here, не скрывая своё имя.

    Канал выбирают здесь: сделайте бота администратором канала и перешлите сюда любой его пост.
here-nothing = Хорошо, этот чат для бота ничего не значит.
here-replace = Сейчас { place } — «{ $title }». Заменить на этот чат?
here-trial = Проверка: бот может здесь писать.
here-done = ✅ <b>{ $chat }</b> — теперь { place }. Бот может здесь писать, кнопки для этого чата уже появились.
button-here = { $place ->
        [group] Группа альянса
        [council_group] Группа совета
       *[channel] Канал альянса
    }
button-here-nothing = Ничего из этого
button-here-replace = Да, заменить

# --- Настройки

button-admin-settings = Настройки
settings =
    ⚙️ <b>Настройки альянса</b>

    Менять их могут только администраторы, и действуют они сразу. Что задано в config.toml, меняется только в файле.

settings-line = • { $name }: <b>{ $value }</b>{ $fixed ->
        [yes] {" "}— в config.toml
       *[no] {""}
    }
settings-chats = Группы и канал выбирают командой /here.
setting = ⚙️ <b>{ $name }</b>: { $value }
setting-none = нет
setting-quiet-hours = Тихие часы
setting-quiet-hours-about = В это время бот не беспокоит тех, кто не выбрал своих часов. Выберите или напишите, например 21:30-08:00.
setting-event-leads = Напоминать о событиях
setting-event-leads-about = За сколько до начала напоминать, если у события и у человека нет своих сроков.
setting-poll-leads = Напоминать о голосовании
setting-poll-leads-about = За сколько до конца напоминать тем, кто ещё не проголосовал. Действует для новых голосований.
setting-question = Спрашивать «Придёте?»
setting-question-about = За сколько до события спрашивать тех, кто идёт, не передумали ли они.
setting-digest-day = Сводка о связи
setting-digest-day-about = В какой день присылать организаторам сводку о тех, до кого не доходят сообщения.
setting-day = { $day ->
        [mon] понедельник
        [tue] вторник
        [wed] среда
        [thu] четверг
        [fri] пятница
        [sat] суббота
       *[sun] воскресенье
    }
button-setting-option = { $chosen ->
        [yes] ✓ { $words }
       *[no] { $words }
    }
button-setting-default = Вернуть обычное значение

# --- Журнал

button-admin-audit = Журнал
audit =
    📖 <b>Журнал</b>: { audit-kind }, { audit-period }{ $of_person ->
        [yes] , { $person }
       *[no] {""}
    }

    { $count ->
        [0] Таких записей нет.
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
    }
audit-kind = { $kind ->
        [events] события
        [polls] голосования и протоколы
        [news] объявления
        [applications] заявки
        [people] люди
        [settings] настройки
       *[all] всё
    }
audit-period = { $period ->
        [week] за неделю
        [month] за месяц
        [year] за год
       *[always] за всё время
    }
audit-line = { $at }
    { $actor }: { $act }{ $named ->
        [yes] {" "}— { $about }
       *[no] {""}
    }{ $detailed ->
        [yes] {" "}({ $details })
       *[no] {""}
    }
audit-change = было: { $old }; стало: { $new }
audit-bot = Бот
audit-erased = Удалённый человек
audit-kinds = О чём показать записи?
audit-person = Чьи записи показать? Напишите имя или фамилию.
audit-sheet = Журнал
audit-column-at = Когда
audit-column-actor = Кто
audit-column-act = Что
audit-column-about = О ком или о чём
audit-column-details = Подробности
button-audit-kind = О чём…
button-audit-of-kind = { audit-kind }
button-audit-person = Чьи…
button-audit-everybody = Показать всех
button-audit-period = Показать { audit-period }
button-audit-file = Файлом Excel

setting-group = Группа альянса
setting-council-group = Группа совета
setting-channel = Канал альянса

act-administrator-bind = вошёл администратор из config.toml
act-administrator-merge = запись администратора объединена с прежней
act-announcement-cancel = объявление отменено до отправки
act-announcement-change = объявление изменено до отправки
act-announcement-confirm = объявление подтверждено вторым организатором
act-announcement-copy = объявление отправлено и новым людям
act-announcement-correct = объявление исправлено
act-announcement-recall = объявление отозвано
act-announcement-send = отправлено объявление
act-application-admit = организация принята в альянс
act-application-ask = у заявителя спросили уточнение
act-application-consent = заявитель согласился на обработку данных
act-application-refuse = заявка отклонена
act-application-send = подана заявка
act-application-vote-down = совет не принял организацию
act-application-withdraw = заявка отозвана
act-audit-export = журнал выгружен файлом
act-backup-ask = запрошена копия базы
act-booking-accept = предложенное время принято
act-booking-ask = отправлена заявка на бронь
act-booking-call-off = бронь отменена организаторами
act-booking-check-in = отмечен приход или выдача вещи
act-booking-confirm = бронь подтверждена
act-booking-give-up = от брони отказались
act-booking-refuse = в брони отказано
act-booking-take-back = вещь возвращена
act-colleague-add = в организацию добавлен коллега
act-colleague-remove = человека убрали из организации
act-council-elect = член совета избран
act-directory-confirm = карточка организации подтверждена
act-directory-edit = карточка организации изменена
act-event-cancel = событие отменено
act-event-change = событие изменено
act-event-export = выгружен список людей события
act-event-guest-link = создана ссылка для гостей
act-event-guest-link-close = ссылка для гостей закрыта
act-event-guest-link-renew = ссылка для гостей заменена
act-event-move = событие перенесено
act-event-post = карточка события отправлена в группу или канал
act-event-publish = событие опубликовано
act-event-schedule = публикация события запланирована
act-exchange-hide = объявление обмена скрыто
act-exchange-show = объявление обмена показано снова
act-group-remove = бывшего участника убрали из группы
act-guest-enter = гость вошёл по ссылке
act-guest-expire = данные гостя удалены: истёк срок хранения
act-guest-merge = гость оказался человеком из альянса
act-helper-dismiss = помощник на входе снят
act-helper-name = назначен помощник на входе
act-import = загружена таблица людей
act-invitation-issue = выдано приглашение
act-invitation-withdraw = приглашение отозвано
act-leader-accept = руководство принято
act-leader-decline = от руководства отказались
act-leader-offer = предложено передать руководство
act-leader-replace = руководителя сменил секретарь или председатель
act-leader-take-back = предложение передать руководство отозвано
act-mailing-paused = рассылка приостановлена
act-mailing-resumed = рассылка продолжена
act-mailing-stopped = рассылка остановлена
act-meeting-call-off = собрание отменено
act-meeting-change = изменён план или повестка собрания
act-meeting-convene = собрание созвано
act-meeting-page = открыта страница собрания
act-meeting-page-revoke = адрес страницы собрания отозван
act-meeting-plan = собрание запланировано
act-meeting-register = открыта регистрация на собрание
act-meeting-registrar = назначен или снят регистратор собрания
act-meeting-told = отмечено, как участника уведомили о собрании
act-member-add = добавлен человек
act-member-correct = исправлены данные человека
act-member-erase = данные человека удалены
act-member-join = человек вошёл в бота
act-member-merge = две записи человека объединены
act-member-move = человек переведён в другую организацию
act-member-office = назначен или снят делегат либо заместитель
act-member-plan-role = роль запланирована
act-member-rebind = человек вошёл с другого аккаунта
act-member-roles = изменены роли
act-member-roles-kept = запланированное изменение роли не выполнено
act-member-unplan-role = запланированная роль отменена
act-minutes-append = к протоколу добавлено дополнение
act-minutes-issue = протокол выпущен
act-minutes-register = включены напоминания о регистрации изменений по протоколу
act-minutes-scan = к протоколу приложен скан
act-organisation-exclude = организация исключена из альянса
act-organisation-leave = организация вышла из альянса
act-organisation-quit = человек вышел из организации
act-organisation-record-leave = секретарь записал выход организации
act-poll-cancel = голосование отменено
act-poll-change = голосование изменено до начала
act-poll-close = голосование завершено
act-poll-lot = брошен жребий
act-poll-open = голосование открыто или запланировано
act-proxy-confirm = доверенность подтверждена
act-proxy-register = доверенность записана
act-proxy-revoke = доверенность отозвана
act-rebinding-confirm = новый аккаунт подтверждён
act-rebinding-reject = новый аккаунт отклонён
act-resource-add = в Дом добавлен зал или вещь
act-resource-change = изменён зал или вещь
act-resource-close = зал или вещь закрыты на время
act-resource-open = закрытые дни отменены
act-resource-remove = зал или вещь убраны из Дома
act-resource-screen = выдан адрес экрана Дома
act-resource-screen-revoke = адрес экрана Дома отозван
act-setting-change = изменена настройка
act-straw-poll-begin = задан опрос в группе
act-template-delete = шаблон удалён
act-template-save = шаблон сохранён

# --- Копии базы

button-admin-backups = Копии базы
button-backup-now = Сделать копию сейчас
button-backup-restore = Как восстановить
backups = 🗄 <b>Копии базы</b>
backups-folder = Каждую ночь бот делает копию, шифрует её парольной фразой и проверяет. Копии лежат на сервере в папке <code>{ $folder }</code>.
backups-none =
    Бот пока не делает копий сам. Чтобы делал, впишите в config.toml папку и парольную фразу и перезапустите бота:

    <pre>[backup]
    folder = "backups"
    phrase = "пять слов, которые знаете только вы"</pre>

    Запишите фразу на бумаге: без неё копию не откроет никто.
backup-asked = Делаем копию. Напишем, когда она будет готова и проверена: обычно это меньше минуты.
backup-ready = 🗄 Копия готова, { $size } МБ: <code>{ $name }</code> в папке <code>{ $folder }</code>. Она проверена и зашифрована парольной фразой.
backup-failed = ⚠️ Копию сделать не получилось. Прежние копии на месте.
backup-restore =
    🗄 <b>Как восстановить базу</b>

    На сервере, в папке бота, выполните по очереди:

    1. Остановите бота:
    <pre>sudo systemctl stop alliance-bot</pre>
    2. Посмотрите, какие есть копии:
    <pre>ls { $folder }</pre>
    3. Верните нужную: подставьте её имя. Команда спросит парольную фразу, если её нет в настройках:
    <pre>.venv/bin/alliance-bot restore { $folder }/alliance-2026-12-01.sqlite3.age</pre>
    4. Проверьте базу и журнал голосований:
    <pre>.venv/bin/alliance-bot check</pre>
    <pre>.venv/bin/alliance-bot verify</pre>
    5. Запустите бота:
    <pre>sudo systemctl start alliance-bot</pre>

    Прежняя база останется рядом. Ответы, которых нет в копии, пропадут, а тайные голосования, которые тогда шли, придётся провести заново.

SettingFixed = Задано в config.toml: { $setting }. Чтобы менять здесь, уберите строку и перезапустите бота.
SettingChanged = Пока вы выбирали, это изменил другой администратор. Откройте настройку ещё раз.
SettingUnusable = Такое значение не подойдёт. Напишите иначе.
ChatNotUsable = Бот не может писать в этом чате, поэтому выбор не сохранён. Добавьте бота в чат (в канал — администратором с правом публикации) и попробуйте снова.
