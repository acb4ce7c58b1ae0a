# Что не так в config.toml или в переменных и что написать вместо этого: просто текст.

config-not-there = { $path } (чтобы начать, скопируйте config.example.toml)
config-is-folder = { $path } — это папка: укажите файл в ней
config-not-utf-8 = { $path } не в UTF-8: сохраните его ещё раз в кодировке UTF-8
config-closed = { $path } не прочитать ({ $error }): выполните команду через sudo или отдайте файл пользователю, от имени которого работает бот (chown)
config-not-read = { $path } не прочитать ({ $error }): разрешите это пользователю, от имени которого работает бот
config-not-toml = { $path }: { $known ->
        [yes] в строке { $line }
       *[no] в последней строке
    } текст не похож на TOML: слова берут в кавычки, например name = "Альянс", а каждый ключ и раздел пишут один раз

config-in-place = { $place }: { $problem }
config-unknown = настройки { $name } у бота нет: { $known ->
        [yes] может быть, { $close }?
       *[no] уберите её, все настройки есть в config.example.toml
    }
config-no-section = { $place }: { $key } — не раздел: напишите [{ $key }] отдельной строкой
config-missing = { $place }: { $key } не задано: { $remedy } (или задайте переменную { $variable })
config-wrong = { $place }: { $key }{ $entry ->
        [0] {""}
       *[other] , { $entry }-е значение
    } — { $problem }: { $remedy }

config-wrong-form = так бот не поймёт
config-out-of-range = вне допустимых пределов
config-not-encrypted = адрес без шифрования
config-port-not-called = на этот порт Telegram не обращается
config-no-such-time = такого времени на часах не бывает
config-same-times = начало и конец совпадают
config-without-clause = в скобках не сказано, откуда это правило
config-clause-too-long = ссылка на пункт длиннее { $limit } знаков
config-share-out-of-range = такая доля набирается всегда или никогда
config-without-base = не сказано, от кого считать: { $bases }
config-unknown-zone = нет такого часового пояса{ $known ->
        [yes] {" "}(может быть, { $close }?)
       *[no] {""}
    }
config-twice = одно и то же значение указано дважды
config-not-shorter = должно быть короче events.promote_until
config-without-api-url = среди адресов нет telegram.api_url
config-without-proxy = среди прокси нет telegram.proxy
config-secret-live = так стало бы видно, как идёт тайное голосование
config-field-name = есть направление без названия или с очень длинным
config-room = есть строка не в том виде
config-agenda-item = есть вопрос не в том виде
config-field-dot = в названии направления стоит точка «·»
config-shared-folder = в этой папке база и её ключи

remedy-token = скопируйте его у @BotFather, он выглядит так: 123456789:AAE…
remedy-api-url = напишите "https://api.telegram.org" или адрес своего сервера Bot API
remedy-api-urls = перечислите разные адреса, например ["https://api.telegram.org"], и telegram.api_url среди них
remedy-proxy = напишите адрес с портом, например "socks5://127.0.0.1:1080"
remedy-proxies = перечислите разные адреса с портами, например "socks5://127.0.0.1:1080", или "direct" и telegram.proxy среди них
remedy-updates-mode = напишите "polling" или "webhook"
remedy-listen = напишите адрес и порт, например "{ $first }"
remedy-webhook-url = напишите адрес, открытый из интернета, например "https://bot.example.org/telegram"
remedy-pages-url = напишите адрес, по которому браузеры открывают страницы собрания и Дома, без пути и с https, например "https://meeting.example.org"
remedy-webhook-secret = придумайте от 16 до 256 знаков: латинские буквы, цифры, _ или -
remedy-alliance-name = напишите название в одну строку, от 1 до 100 знаков
remedy-zone = напишите название, например "Asia/Yekaterinburg" или "Europe/Moscow"
remedy-language = напишите "ru" или "en"
remedy-administrators = перечислите разные id пользователей Telegram, например [123456789, 987654321]
remedy-group = напишите id группы, отрицательное число, например -1001234567890
remedy-channel = напишите id канала, отрицательное число, например -1001234567890
remedy-contact = напишите, к кому обращаться: до 100 знаков в одну строку, например "@anna_petrova" или "Анна, +7 343 123-45-67"
remedy-web-address = напишите адрес страницы, например "https://example.org/privacy"
remedy-consent-version = уберите эту строку: бот сам видит, когда меняется текст согласия
remedy-database-file = напишите имя файла, например "var/alliance.sqlite3"
remedy-backup-folder = напишите отдельную папку, например "backups"
remedy-phrase = придумайте парольную фразу в одну строку, от 12 знаков
remedy-whole = напишите целое число от { $first } до { $second }
remedy-whole-or-none = напишите целое число от 1 или "", если предела нет
remedy-true-or-false = напишите true или false
remedy-pace = напишите число от { $first } до 1000; Telegram позволяет около { $second }
remedy-pace-in-chat = напишите число больше 0, но не больше 1000; Telegram позволяет около 1
remedy-durations = перечислите разные сроки, например ["1d", "2h", "15m"]
remedy-duration = напишите срок, например "{ $first }"
remedy-duration-from = напишите срок, например "{ $first }", не меньше "{ $second }"
remedy-duration-or-none = напишите срок, например "{ $first }", или "", если он не нужен
remedy-duration-up-to = напишите срок, например "{ $first }", дней — не больше { $second }
remedy-call-from = напишите срок короче events.promote_until, например "12h"
remedy-quiet-hours = напишите два времени, например "22:00-09:00", или "", если тихие часы не нужны
remedy-weekday = напишите день, например "mon" или "fri", или "", если он не нужен
remedy-wall-time = напишите время, например "10:00"
remedy-log-level = напишите "debug", "info", "warning" или "error"
remedy-log-format = напишите "console" или "json"
remedy-title = напишите название, от 1 до 60 знаков
remedy-body = напишите "council" или "general"
remedy-secrecy = напишите "named" или "secret"
remedy-voting-mode = напишите "meeting", "remote" или "correspondence"
remedy-quorum = напишите долю и пункт, например "more than 1/2 (7-ФЗ, ст. 29, п. 4)"
remedy-majority = напишите долю, от кого её считать и пункт, например "at least 2/3 of participants (Устав, п. 5.6)"
remedy-recusal = напишите "stays in the base" или "leaves the base" и пункт, например "stays in the base (Устав, п. 5.7)"
remedy-competence = напишите пункт, например "7-ФЗ, ст. 29, п. 3"
remedy-charter-clause = напишите пункт вашего устава, например "Устав, п. { $first }"
remedy-live = напишите false; true можно, только если голосование не тайное
remedy-admissions = перечислите "group", "channel", оба или ни одного, например ["group"]
remedy-fields = перечислите направления работы и слова, по которым их ищут, например ["Дети: школа, мамы"]
remedy-rooms = перечислите, что можно бронировать: вид (room, places или thing), сколько человек или штук, название, например ["room 40: Большой зал", "thing 3: Ролл-ап"]
remedy-opening-hours = напишите часы работы, например "пн-пт 9-21; сб 10-18"
remedy-over-quota = напишите warn (предупреждать) или refuse (отказывать)
remedy-agenda = перечислите вопросы: вид, минуты, название; виды — officers, report, awards, vote, charter, election, procedural, break, other, например ["report 30: Отчёт за год"]
