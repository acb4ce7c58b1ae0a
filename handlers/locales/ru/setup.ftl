# Команда setup: спрашивает в терминале и записывает config.toml.

setup-welcome = Настроим бота: несколько вопросов, и { $file } готов. Прежнее значение стоит в скобках, Enter его оставляет. Ctrl+C — выйти, тогда ничего не изменится.
setup-yes-no = { $question } (да/нет)
setup-yes = да
setup-no = нет
setup-answer-wrong = Напишите «да» или «нет».
setup-from-environment = { $setting } берётся из переменной { $variable }.

setup-token = Токен от @BotFather (при вводе он не виден)
setup-token-wrong = Это не токен. Он выглядит так: 123456789:AAE… Скопируйте его у @BotFather целиком.
setup-way-works = { $way }: Telegram отвечает, это бот @{ $bot }
setup-way-refuses = { $way }: Telegram отвечает, но токена не знает
setup-way-fails = { $way }: Telegram не отвечает ({ $reason })
setup-way-direct = без прокси
setup-unreachable = До Telegram не достучаться. Проверьте интернет и нажмите Enter или укажите прокси.
setup-variable-wrong = Значение переменной { $variable } не подошло. Поправьте его и запустите setup ещё раз. Ничего не изменилось.
setup-proxies = Прокси через запятую, например socks5://имя:пароль@адрес:1080; direct — без прокси
setup-proxies-wrong = Напишите адреса вида socks5://адрес:1080 или http://адрес:3128, каждый с портом и по одному разу, или direct.

setup-start = Откройте в Telegram @{ $bot } и отправьте боту /start: так он узнает, кто администратор. Ожидание — до пяти минут.
setup-start-busy = Сейчас сообщения получает другая программа: наверное, бот уже работает.
setup-start-none = Сообщения так и не было.
setup-start-failed = Telegram не отдал сообщения ({ $reason }).
setup-is-it-you = Пишет { $person }. Это вы?
setup-another = Администраторы: { $ids }. Добавить ещё одного?
setup-administrator = Id администратора в Telegram: число, его подскажет @userinfobot
setup-administrator-wrong = Id — это целое число, например 123456789, но не номер телефона.

setup-name = Название альянса, как его видят люди
setup-name-wrong = Нужно от 1 до 100 знаков в одну строку.
setup-zone = Часовой пояс
setup-zone-wrong = Такого пояса нет. Напишите, например, Europe/Moscow, Asia/Yekaterinburg или Asia/Vladivostok.

setup-unchanged = Менять нечего: { $file } остался прежним.
setup-written = { $file } записан, читать его можете только вы.
setup-not-writable = { $file } не записать ({ $reason }). Выберите другую папку или запустите команду от имени того, кому она принадлежит.
setup-not-editable = { $file } записан непривычно: { $setting } придётся поправить вручную. Ничего не изменилось.
setup-stopped = { $written ->
    [yes] Остановлено. Настройки уже записаны.
   *[no] Остановлено. Ничего не изменилось.
}
setup-check = Проверка (alliance-bot check):
setup-check-failed = Не всё в порядке: сделайте то, что стоит после стрелок, и запустите { $program } check --config { $file } ещё раз.
setup-service = Записать службу systemd, чтобы бот запускался сам и каждую ночь делал копию базы?
setup-service-folder = Папка для службы
setup-service-failed = Служба не записана. Её можно записать и потом: sudo { $program } units /etc/systemd/system --config { $file }
setup-done = Готово. Запустить бота: { $program } run --config { $file }

setup-comment-file =
    Настройки бота. Их можно поменять здесь или командой alliance-bot setup; потом бота перезапускают.
    Все остальные настройки с объяснениями — в config.example.toml.
setup-comment-token =
    Токен — ключ от бота, его выдаёт @BotFather. Никому его не показывайте.
setup-comment-proxies =
    Прокси, если Telegram не открывается напрямую. Бот пробует их по порядку; "direct" — без прокси.
setup-comment-name =
    Название альянса, как его видят люди: до 100 знаков.
setup-comment-time_zone =
    Часовой пояс: "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok" …
setup-comment-language =
    Язык для тех, кто не выбрал свой: "ru" или "en".
setup-comment-administrators =
    Кто управляет ботом: id в Telegram через запятую.
