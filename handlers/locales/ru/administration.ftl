# Администраторам: состояние бота и то, для чего раньше был нужен сервер.

command-admin = Состояние бота
help-for-administrators = Администраторам:
help-administration = /admin — как работает бот: очередь сообщений, сбои, база и её копия

admin-state = { $well ->
        [yes] 🛠 <b>Бот работает</b>
       *[no] ⚠️ <b>В работе бота есть сбой</b>
    }
    { $at }
admin-telegram = { $asked ->
        [yes] <b>Telegram:</b> отвечал { $ago } назад
       *[no] <b>Telegram:</b> с запуска ещё не отвечал
    }
admin-outbox = { $waiting ->
        [0] <b>Очередь сообщений:</b> пуста
       *[other] <b>Очередь сообщений:</b> ждут отправки { $waiting }, первое — уже { $oldest }
    }
admin-put-aside = { $count ->
        [0] <b>Отложено после ошибок:</b> ничего
       *[other] <b>Отложено после ошибок:</b> { $count }. После перезапуска бот попробует ещё раз
    }
admin-database = <b>База:</b> { $size } МБ
admin-database-unreadable = <b>База:</b> не читается. Проверьте, есть ли место на диске
admin-backup = { $known ->
        [yes] <b>Последняя копия базы:</b> { $at }
       *[no] <b>Последняя копия базы:</b> бот о ней не знает. Сделайте копию командой backup
    }
admin-sweeps = { $broken ->
        [0] <b>Регулярные задачи:</b> выполняются
       *[other] <b>Регулярные задачи, которые не выполняются:</b> { $broken }
    }
admin-sweep = { $failed ->
        [yes] • <code>{ $name }</code>: <code>{ $error }</code>
       *[no] • <code>{ $name }</code>: последний раз удалось { $ago } назад
    }
admin-version = <b>Версия:</b> { $version }, работает { $running }
admin-seconds = { $seconds } с

button-admin-refresh = Обновить
