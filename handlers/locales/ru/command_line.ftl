# Что команды говорят в терминале и почему бот не запускается: просто текст, без разметки.

sentence-list = { $first }, { $second }
sentence-lines =
    { $first }
    { $second }

progress-copying = Копируем
progress-rows = Проверяем строки
progress-invitations = Пишем приглашения

file-missing = { $path } не найти: проверьте имя и папку
file-exists = { $path } уже есть: выберите другое имя или добавьте --force
file-is-itself = { $path } и { $other } — один и тот же файл: укажите другой
file-not-written = { $path } не записать ({ $error }): проверьте папку, права на неё и место на диске
file-closed = { $path } закрыт для этого пользователя ({ $error }): выполните команду от имени пользователя, под которым работает бот (sudo -u …), или отдайте ему файл и папку (chown)
file-not-read = { $path } не прочитать ({ $error }): проверьте имя и права

database-migrated = { $path }: база готова к работе с этой версией.
database-unavailable = с базой не получается работать ({ $error }): запустите alliance-bot check
database-in-use = { $path } занята: бот работает (процесс { $process }), сначала остановите его
database-in-use-unlocked = { $path } занята: бот работает, хотя файл { $lock } кто-то удалил: сначала остановите бота
database-folder-not-writable = { $path }: в папку не записать ({ $error }): выберите другой storage.path или поменяйте права
database-unusable = { $path }: { $error }: проверьте, что на диске есть место, что файл можно менять и что это база бота; если не помогло, восстановите копию
database-of-another-program = это база другой программы: выберите другой storage.path
database-of-another-bot = { $path } — не база этого бота: выберите другой файл
database-newer = базу записала более новая версия бота (миграция { $migration }): установите её или восстановите копию, сделанную раньше
database-older = { $path } — база более старой версии: поставьте её копию на место отдельной базы (alliance-bot restore с другим storage.path) и запустите там migrate
database-migration-differs = миграция { $migration } не та, которой создана эта база: установите неизменённую версию бота
database-migration-fails = после миграции { $migration } строки таблицы { $table } ссылались бы в пустоту: восстановите копию и напишите разработчикам
database-damaged = { $path } — база повреждена ({ $finding }): восстановите более раннюю копию
database-not-read = { $path } не прочитать ({ $error }): проверьте, что это целая база этого бота
database-not-copied = { $path } не скопировать в { $other } ({ $error }): проверьте, что первый файл — целая база этого бота, а на диске второго есть место
tombstones-not-read = { $path } не прочитать: верните на место копию этого файла; без него после восстановления вернутся и удалённые люди

backup-copied = { $file } — проверенная копия базы { $path }.
backup-encrypted-copied = { $file } — зашифрованная копия базы { $path }. Восстановить её попробовали: получилось.
backup-not-made = Копии { $file } нет. { $reason } ({ $details })
backup-encrypted = { $path } зашифрован: нужна его парольная фраза
backup-other-phrase = { $path } зашифрован другой парольной фразой: ничего не изменилось. Без верной фразы его не откроет никто
backup-not-decrypted = { $path } не расшифровать ({ $error }): восстановите более раннюю копию

phrase-new = Парольная фраза для копии (без неё копию не откроет никто)
phrase-again = Та же фраза ещё раз
phrase-of-file = Парольная фраза для { $file }
phrase-other = Фраза backup.phrase из настроек не подходит к { $file }

restore-done = { $path } теперь такая, как в { $file }.
restore-kept = Прежняя база лежит рядом: { $path }.
restore-returned-organisations = После копии из альянса вышли, а теперь снова в нём: { $names }. Пусть председатель или секретарь запишет выход ещё раз: /manage → «Организации».
restore-returned-people = После копии из организаций вышли, а теперь снова в них: { $names }. Пусть руководители уберут этих людей ещё раз: /me → «Моя организация».
restore-losses-unknown = { $path } не прочитать ({ $error }), поэтому неизвестно, каких голосов нет в { $other }. Ничего не изменилось: чтобы всё равно восстановить копию, добавьте --force
restore-losses =
    В журнале голосований { $path } есть записи с { $first } по { $last }, которых нет в { $other }:
    { $votes }
    Ничего не изменилось. Чтобы всё равно восстановить копию, добавьте --force: эти записи пропадут, в журнале останется отметка, а участникам открытых голосований придёт сообщение.
restore-loss = • голосование { $poll } «{ $question }»: { $entries }{ $same ->
        [yes] {""}
       *[no] {" "}(сейчас { $state ->
            [scheduled] запланировано
            [open] идёт
            [closed] закрыто
            [cancelled] отменено
           *[none] его нет
        }, в копии { $former ->
            [scheduled] запланировано
            [open] идёт
            [closed] закрыто
            [cancelled] отменено
           *[none] его нет
        })
    }
restore-loss-apart = • не об одном голосовании: { $entries }
restore-loss-entries = { $kind ->
        [opened] открытия
        [proxy] доверенности
        [revoked] отзывы доверенностей
        [recused] самоотводы
        [ballot] бюллетени
        [repeated] изменённые бюллетени
        [voted] тайные голоса
        [held] перекличка
        [confirmed] подтверждения
        [stated] особые мнения
        [unstated] отзывы особых мнений
        [present] отметки о присутствии
        [closed] закрытия
        [cancelled] отмены
        [lot] жребии
        [minutes] протоколы
        [meeting] события собраний
        [restored] восстановления
       *[other] другие записи
    }: { $count }

import-example-only = образец только записывается: уберите остальные параметры
import-dry-run-only = при пробном запуске никого не приглашают: уберите --invitations или --dry-run
import-columns-ignored = Лишние столбцы пропущены: { $columns }
import-change-organisation = организация { $name } (ИНН { $inn })
import-change-person = человек: { $name } (ИНН { $inn })
import-row-problem = ! строка { $row }, { $column }: { $said ->
        [yes] «{ $value }» — { $problem }
       *[no] { $problem }
    }
import-row-fault = { $fault ->
        [missing] пусто: впишите
        [too_long] слишком длинно: оставьте не больше { $limit } знаков
        [not_inn] не ИНН организации: нужно 10 цифр, последняя из них — контрольная; чтобы не пропал 0 в начале, выберите для столбца текстовый формат
        [not_ogrn] не ОГРН организации: нужно 13 цифр, последняя из них — контрольная; можно оставить пустым
        [not_phone] не телефон: впишите один номер, например +7 343 371-12-34, или оставьте пустым
        [not_email] не адрес почты: впишите один адрес, например anna@example.org, или оставьте пустым
        [not_yes_or_no] ни да ни нет: впишите да, нет, yes, no, 1, 0 или оставьте пустым
        [not_role] такой роли нет: впишите через запятую руководитель, совет, председатель, секретарь, организатор, администратор (или leader, council, chair, secretary, organiser, administrator)
        [contradiction] расходится со строкой { $rows }: напишите в обеих одно и то же, пока не загружена ни одна
        [left] ИНН организации, которая вышла из альянса: чтобы вернуться, ей нужно подать заявку
        [taken] ОГРН другой организации: проверьте, у какой из двух он верный
       *[formula] формула без значения: впишите то, что она показывает, или откройте файл в программе для таблиц и сохраните — тогда в нём будет результат
    }
import-sum = { $dry ->
        [yes] Было бы так. Организации
       *[no] Организации
    }: добавлено { $organisations_added }, изменено { $organisations_changed }; люди: добавлено { $people_added }, изменено { $people_changed }; без изменений: { $unchanged }; не загружено строк: { $refused }
example-suffix = { $path }: выберите имя с окончанием .xlsx
example-exists = { $path } уже есть: выберите другое имя
example-written = { $path } — образец: замените его строки своими и загрузите командой import

sheet-too-large = { $path } больше 20 МБ: оставьте в файле только таблицу с людьми
sheet-empty = { $path } пуст: заполните строку заголовков и строки с людьми
sheet-too-long = { $path } длиннее { $count } строк: загрузите его по частям
sheet-without-rows = в { $path } одни заголовки: добавьте по строке на человека
sheet-column-twice = в { $path } столбец { $column } стоит дважды: переименуйте один из них
sheet-without-columns = в { $path } нет { $count ->
        [one] столбца
        [few] столбцов
       *[many] столбцов
    } { $columns }: добавьте в строку заголовков (ячейки под ней можно не заполнять)
sheet-of-old-excel = { $path } — файл старого Excel или файл с паролем: сохраните его как XLSX без пароля
sheet-unreadable = { $path } — не таблица: сохраните файл как XLSX или CSV
sheet-excess = в { $path } { $excess }: скопируйте строки с людьми в новый файл
sheet-excess-parts = больше { $count } частей
sheet-excess-unpacked = больше { $size } МБ после распаковки
sheet-excess-elements = больше { $count } ячеек и надписей
sheet-excess-columns = больше { $count } столбцов
sheet-excess-sheets = больше { $count } листов
sheet-excess-rows = что-то есть в строке { $row }, ниже строки { $count }
sheet-excess-doctype = есть описание типа документа, а оно может разворачиваться без конца

leaflets-suffix = { $path }: выберите имя с окончанием .html, .csv или .xlsx
invitations-username = напишите имя бота, например alliance_bot
invitations-no-username = Имя бота у Telegram узнать не удалось: запустите alliance-bot check или укажите имя параметром --bot
invitations-written = { $path }: { $count ->
        [1] { $count } приглашение. Передайте его лично.
        [one] { $count } приглашение. Раздайте их лично.
        [few] { $count } приглашения. Раздайте их лично.
       *[many] { $count } приглашений. Раздайте их лично.
    }

folder-has-others = в { $path } есть { $name }, а папка заменяется целиком: укажите пустую папку или новую
directory-exported = { $path }: { $count ->
        [one] { $count } организация. Выложите папку на сайт альянса.
        [few] { $count } организации. Выложите папку на сайт альянса.
       *[many] { $count } организаций. Выложите папку на сайт альянса.
    }

verify-head-wrong = напишите так, как было опубликовано: НОМЕР:СУММА

token-refused = Telegram не знает этого токена: скопируйте telegram.token у @BotFather ещё раз
clock-wrong = часы этого компьютера { $ahead ->
        [yes] спешат
       *[no] отстают
    } от Telegram на { $seconds } с, а по ним закрываются голосования: включите в системе синхронизацию времени (NTP)
listen-refused = { $key }: адрес { $address } не занять ({ $error }): выберите другой порт или остановите программу, которая заняла этот

units-user = бот не может работать от имени { $user }: укажите отдельного пользователя (--user)
units-character = в { $path } есть знак, который systemd понимает по-своему: переименуйте папку
units-shared-folder = в { $path } лежит база: выберите другой storage.path, потому что рядом с базой лежат ключи тайных голосований, а среди копий им не место
units-without-file = { $path } не найти: службе нужны настройки в файле
units-differ = { $path } уже есть и отличается: посмотрите на него и добавьте --force
units-not-written = { $path } не записать ({ $error }): укажите другую папку или запустите через sudo
units-verified = ✓ systemd-analyze verify замечаний не нашёл
units-unverified =
    systemd-analyze verify нашёл ошибки:
    { $found }
units-next = Дальше — от имени root:
