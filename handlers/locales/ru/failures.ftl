# Администраторам: что бот должен был сделать в свой срок и не смог.

put-aside = ⚠️ <b>Не получилось { $kind ->
        [event_publication] опубликовать событие № { $number }
        [event_plan] назначить напоминания о событии № { $number }
        [event_reminders] напомнить о событии № { $number }
        [event_waitlist] передать освободившиеся места на событии № { $number }
        [event_post] обновить пост о событии № { $number }
        [event_screen] сменить код на экране события № { $number }
        [poll_opening] открыть голосование № { $number }
        [poll_closing] подвести итоги голосования № { $number }
        [ballot_reminders] напомнить о голосовании № { $number }
        [ballot_numbers] отделить номера тайных бюллетеней от голосов в голосовании № { $number }
        [statements] сообщить, что протокол голосования № { $number } можно составлять
        [straw_poll] закрыть опрос № { $number }
        [announcement] отправить объявление № { $number }
        [mailing_progress] показать, как идёт рассылка № { $number }
       *[reachability_digest] отправить сводку о том, кто вне связи
    }</b>

    Бот попробовал { $attempts ->
        [one] { $attempts } раз
        [few] { $attempts } раза
       *[many] { $attempts } раз
    } и отложил это, чтобы не задерживать остальное: всё прочее идёт как обычно. После перезапуска он попробует ещё раз.

    Передайте, пожалуйста, тому, кто следит за сервером: в журнале бота причина записана под номером <b>{ $id }</b> (<code>failure_id</code>), ошибка — <code>{ $error }</code>.
