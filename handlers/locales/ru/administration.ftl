# Администраторам: состояние бота и то, для чего раньше был нужен сервер.

command-admin = Состояние бота, люди и роли
help-for-administrators = Администраторам:
help-administration = /admin — как работает бот: очередь сообщений, сбои, база и её копия; найти или добавить человека, дать или снять роль; загрузить таблицу людей. /here в группе — сказать боту, что это за группа

admin-state = { $well ->
        [yes] 🛠 <b>Бот работает</b>
       *[no] ⚠️ <b>В работе бота есть сбой</b>
    }
    { $at }
admin-telegram = { $asked ->
        [yes] <b>Telegram:</b> отвечал, с тех пор прошло: { $ago }
       *[no] <b>Telegram:</b> с запуска ещё не отвечал
    }
admin-outbox = { $waiting ->
        [0] <b>Очередь сообщений:</b> пуста
       *[other] <b>Очередь сообщений:</b> ждут отправки { $waiting }, первое ждёт: { $oldest }
    }
admin-put-aside = { $count ->
        [0] <b>Отложено после ошибок:</b> ничего
       *[other] <b>Отложено после ошибок:</b> { $count }. После перезапуска бот попробует ещё раз
    }
admin-database = <b>База:</b> { $size } МБ
admin-database-unreadable = <b>База:</b> не читается. Проверьте, есть ли место на диске
admin-backup = { $known ->
        [yes] <b>Последняя копия базы:</b> { $at }
       *[no] <b>Последняя копия базы:</b> бот о ней не знает
    }
admin-sweeps = { $broken ->
        [0] <b>Регулярные задачи:</b> выполняются
       *[other] <b>Регулярные задачи, которые не выполняются:</b> { $broken }
    }
admin-sweep = { $failed ->
        [yes] • <code>{ $name }</code>: <code>{ $error }</code>
       *[no] • <code>{ $name }</code>: последний раз удалось, с тех пор прошло: { $ago }
    }
admin-version = <b>Версия:</b> { $version }, время работы: { $running }
admin-seconds = { $seconds } с

button-admin-refresh = Обновить

# --- Люди и роли

button-admin-people = Люди и роли
button-roster-new = ➕ Новый человек
button-roster-give = Дать роль
button-roster-edit = ✏️ Изменить данные
button-roster-merge = Объединить с другой записью
button-roster-take = Снять: { $role }
button-roster-take-sure = Да, снять

roster-ask =
    👥 <b>Люди и роли</b>

    Кого найти? Напишите имя, фамилию или название организации, можно часть.
roster-found = { $count ->
        [0] Никого не нашли. Напишите иначе или короче.
        [one] Нашёлся { $count } человек.
        [few] Нашлись { $count } человека.
       *[many] Нашлось { $count } человек.
    }{ $more ->
        [0] {""}
       *[other] {" "}Здесь первые, ещё { $more }: напишите точнее, чтобы увидеть нужного.
    }
roster-person =
    👤 <b>{ $name }</b>{ $known ->
        [yes] {""}
    { $origin }
       *[no] {""}
    }
    { $joined ->
        [yes] В боте: да
       *[no] В боте: ещё нет
    }{ $delegate ->
        [yes] {""}
    Делегат: голосует от организации
       *[no] {""}
    }

    { $roles ->
        [yes] <b>Роли:</b>
       *[no] Ролей нет.
    }
roster-role = • { $role }{ $dated ->
        [yes] { $begun ->
            [yes] , с { $since }
           *[no] , начнёт { $since }
        }
       *[no] {""}
    }{ $limited ->
        [yes] , по { $until } включительно
       *[no] {""}
    }
roster-take = Снять роль «{ $role }»? { $name } потеряет эти права сразу, а запланированное по этой роли отменится.

merge-ask =
    <b>{ $name }</b>: объединить с другой записью

    Если человек записан дважды, найдите вторую запись: напишите имя или организацию.{ $namesakes ->
        [0] {""}
       *[other] {" "}Записи с тем же именем уже внизу.
    }
merge-preview =
    <b>Это один человек?</b>

    Останется: <b>{ $kept }</b>
    Исчезнет: <b>{ $gone }</b>

    Данные останутся как в первой записи, пустое возьмём из второй.{ $roles ->
        [none] {""}
       *[other] {""}
    Добавятся роли: { $roles }
    }{ $lost ->
        [none] {""}
       *[other] {""}
    Закончатся роли: { $lost }
    }
    Ответов на будущие события перейдёт: { $moved }{ $double ->
        [0] {""}
       *[other] , останется как в первой записи: { $double }
    }{ $accounts ->
        [0] {""}
        [1] {""}
    Telegram: подключён один аккаунт, он и останется
       *[other] {""}
    ⚠️ Telegram: подключены оба аккаунта. Останется аккаунт первой записи, второй потеряет доступ
    }{ $votes ->
        [0] {""}
       *[other] {""}
    ⚠️ Прошлые голосования второй записи ({ $votes }) останутся в протоколах как есть, но особое мнение по ним уже не записать
    }

    Отменить это нельзя.
merge-done = ✅ Записи объединены.
button-merge-sure = Да, объединить
button-merge-swap = Оставить другую

grant-role = Какую роль дать? <b>{ $name }</b>
grant-since = С какого дня? Выберите или напишите, например «1 февраля».
grant-since-none = С сегодняшнего дня
grant-until = По какой день включительно? Выберите или напишите.
grant-until-none = Без срока
grant-preview =
    <b>{ $name }</b>
    Роль: { $role }
    Начало: { $later ->
        [yes] { $since }
       *[no] сегодня
    }
    Срок: { $limited ->
        [yes] по { $until } включительно
       *[no] без срока
    }
grant-give = Дать роль
grant-given = ✅ Готово: роль записана. <b>{ $name }</b>
grant-to-person = К человеку

person-new-organisation = Из какой организации человек? Напишите часть названия или выберите.
person-new-organisation-new = ➕ Новая организация
person-new-organisation-none = Без организации
person-new-inn = Какой ИНН у новой организации? Десять цифр.
person-new-house = Как она называется полностью, по уставу?
person-new-name = Как зовут? Имя и фамилия, как в документах альянса.
person-new-patronymic = Какое отчество? Оно нужно для протоколов.
person-new-position = Какая должность?
person-new-phone = Какой телефон? Один номер, например +7 343 371-12-34.
person-new-email = Какая почта? Один адрес.
person-new-delegate = Голосует от имени организации?
person-new-delegate-yes = Да, делегат
person-new-delegate-no = Нет
person-new-skip-patronymic = Без отчества
person-new-skip-position = Без должности
person-new-skip-phone = Без телефона
person-new-skip-email = Без почты
person-new-expected = Ждём ответ обычным текстом.
person-new-preview =
    Всё верно?

    <b>{ $name }</b>
    Отчество: { $patronymic }
    Организация: { $organisation }{ $founded ->
        [yes] {""}
    ИНН новой организации: { $inn }
       *[no] {""}
    }
    Должность: { $position }
    Телефон: { $phone }
    Почта: { $email }
    Делегат: { $delegate ->
        [yes] да
       *[no] нет
    }
person-new-add = Добавить
person-new-edit-organisation = ✏️ Организация
person-new-edit-name = ✏️ Имя и отчество
person-new-edit-position = ✏️ Должность
person-new-edit-phone = ✏️ Телефон
person-new-edit-email = ✏️ Почта
person-new-edit-delegate = ✏️ Делегат
person-new-added = ✅ Теперь в альянсе: <b>{ $name }</b>. Откройте карточку, чтобы дать роль или получить ссылку-приглашение.
person-new-to-person = К человеку

person-part-name = имя
person-part-patronymic = отчество
person-part-position = должность
person-part-phone = телефон
person-part-email = почта
person-part-delegate = делегат
person-part-document = документ
person-edit-preview =
    ✏️ <b>{ $name }</b>
    Отчество: { $patronymic }
    Организация: { $organisation }
    Должность: { $position }
    Телефон: { $phone }
    Почта: { $email }
    Делегат: { $delegate ->
        [yes] да
       *[no] нет
    }{ $moves ->
        [yes] {""}

    ⚠️ Организация сменится. Руководить прежней и голосовать от её имени человек больше не сможет, а старая ссылка-приглашение перестанет работать.
       *[no] {""}
    }
person-edit-save = Сохранить
person-edit-saved = ✅ Сохранили: <b>{ $name }</b>

# --- Таблица людей и приглашения

button-admin-import = Загрузить таблицу
button-import-sample = Образец таблицы
button-import-load = Загрузить
button-import-invitations = Приглашения файлом

import-ask =
    📄 <b>Загрузить таблицу</b>

    Пришлите таблицу людей файлом XLSX или CSV. Сначала покажем, что изменится, и ничего не запишем без вашего согласия.

    Приглашения файлом — это страница для печати: ссылка и QR-код каждому, кто ещё не в боте.
import-sample-caption = Замените строки примера своими и пришлите файл сюда. Второй лист объясняет столбцы.
import-expected = Ждём таблицу файлом, XLSX или CSV.
import-unreadable = ⚠️ Таблицу не получилось прочитать: { $reason }. Исправьте и пришлите файл ещё раз.
import-preview =
    <b>Вот что изменится</b>

    Организации: новых { $organisations_added }, изменится { $organisations_changed }
    Люди: новых { $people_added }, изменится { $people_changed }
    Останется без изменений: { $unchanged }
    Строк с ошибками: { $refused }
import-done =
    ✅ <b>Таблица загружена</b>

    Организации: новых { $organisations_added }, изменено { $organisations_changed }
    Люди: новых { $people_added }, изменено { $people_changed }
    Осталось без изменений: { $unchanged }
    Строк с ошибками: { $refused }
import-people-new =
    <b>Новые люди</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … и ещё { $more }
    }
import-people-changed =
    <b>Изменятся данные</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {""}
    … и ещё { $more }
    }
import-refused =
    <b>Эти строки не войдут</b>
    { $rows }{ $more ->
        [0] {""}
       *[other] {""}
    … и ещё строк: { $more }
    }
import-problem = • Строка { $row }, { $column }: { $said ->
        [yes] «{ $value }» — { $fault }
       *[no] { $fault }
    }
import-fault = { $fault ->
        [missing] пусто, впишите
        [too_long] слишком длинно, оставьте не больше { $limit } знаков
        [not_inn] не ИНН организации: нужно 10 цифр
        [not_ogrn] не ОГРН организации: нужно 13 цифр или пусто
        [not_phone] не телефон: один номер или пусто
        [not_email] не почта: один адрес или пусто
        [not_yes_or_no] напишите «да», «нет» или оставьте пустым
        [not_role] такой роли нет, список — в образце
        [contradiction] расходится со строкой { $rows }: напишите одинаково
        [taken] это ОГРН другой организации
        [left] организация вышла из альянса: чтобы вернуться, ей нужно подать заявку
       *[formula] формула без значения: впишите, что она показывает
    }
import-invitations = { $count ->
        [one] { $count } приглашение.
        [few] { $count } приглашения.
       *[many] { $count } приглашений.
    } Откройте файл в браузере и распечатайте. Раздавайте лично: кто откроет ссылку, войдёт под этим именем.
import-nobody-to-invite = Приглашать некого: все люди альянса уже в боте.
