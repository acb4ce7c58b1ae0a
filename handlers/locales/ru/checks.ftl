# Что находит alliance-bot check и что с этим делать: просто текст.

check-configuration = ✓ настройки: все понятны
check-consent-version = {"  "}alliance.consent_version больше не нужен: бот сам видит, когда меняется текст согласия. После следующего запуска уберите эту строку.
check-command = { $command }

check-subject-files = файлы
check-files-private = никто другой на этом компьютере их не прочитает
check-files-open = открыты всем на этом компьютере: { $files }

check-subject-address = адрес
check-address-private = всё, что идёт на { $urls }, по дороге не прочитать
check-address-open = токен идёт на { $url } без шифрования: его может прочитать любой по дороге
check-address-remedy = напишите https:// в { $key } или запустите свой сервер Bot API на этом же компьютере

check-subject-program = программа
check-program-whole = все формы и тексты целы
check-program-damaged = повреждена ({ $error })
check-program-remedy = установите эту версию бота заново

check-subject-database = база
check-database-intact = { $path } цела и готова к работе
check-database-behind = { $path } цела; при запуске бот обновит её
check-database-absent = { $path } ещё нет: бот создаст её при первом запуске
check-database-error = { $path }: { $error }
check-database-restore = восстановите копию (alliance-bot restore)
check-database-in-trouble = проверьте, что на диске есть место, что базу не заняла другая программа и что пользователь, от имени которого работает бот, может писать в её папку
check-closed = { $path }: этот пользователь не может прочитать файл
check-closed-remedy = выполните команду от имени пользователя, под которым работает бот (sudo -u …), или отдайте ему файл и папку (chown)
check-no-room = в { $path } больше ничего не записать ({ $error })
check-no-room-remedy = освободите место на диске и проверьте, что пользователь, от имени которого работает бот, может писать в эту папку
check-read-only = { $path }: только для чтения
check-read-only-remedy = разрешите запись пользователю, от имени которого работает бот

check-subject-port = порт
check-port-free = { $address } свободен
check-port-own = { $address } занял сам бот: он работает

check-subject-way = соединение
check-way-answers = { $way } отвечает за { $seconds } с
check-way-fails = { $way }: { $reason }

check-subject-token = токен
check-token-known = это бот @{ $bot }
check-token-unknown = Telegram его не знает
check-token-remedy = скопируйте telegram.token у @BotFather ещё раз

check-subject-webhook = вебхук
check-webhook-set = { $url }
check-webhook-none = его нет, так и нужно: бот сам забирает сообщения
check-webhook-other = у Telegram записано { $there }, в настройках { $wanted }
check-webhook-other-remedy = запустите бота: он запишет то, что в настройках; или поменяйте telegram.mode
check-webhook-fails = последний вызов { $url } у Telegram не получился: { $error }
check-webhook-fails-remedy = проверьте, что этот адрес ведёт к webhook.listen по HTTPS

check-subject-clock = часы
check-clock-right = расходятся с Telegram не больше чем на { $seconds } с
check-clock-wrong = этот компьютер { $ahead ->
        [yes] спешит
       *[no] отстаёт
    } на { $seconds } с
check-clock-remedy = включите в системе синхронизацию времени (NTP)
check-clock-unknown = в ответе Telegram нет даты
check-clock-unknown-remedy = проверьте api_url

check-unreachable = до Telegram не достучаться ({ $reason })
check-not-telegram = по этому адресу отвечает не Telegram
check-bad-answer = Telegram ответил непонятно ({ $reason })
check-unanswered-remedy = проверьте интернет, { $several ->
        [yes] telegram.api_urls и telegram.proxies
       *[no] telegram.api_url и telegram.proxy
    }
