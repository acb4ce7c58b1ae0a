# Что бот пишет сам: новости о событиях, напоминания, отчёты о рассылке.

notice-event-announced =
    Приглашаем вас!

    { $card }
notice-event-moved =
    ⏰ <b>Событие перенесли.</b> Было: <s>{ $old }</s>.

    { $head }

    { $answer ->
        [going] Вы собирались прийти. Если новое время не подходит, нажмите «Не иду».
        [maybe] Раньше вы ответили «Возможно». Может быть, теперь удобнее?
       *[declined] Раньше вы ответили «Не иду». Может быть, новое время подойдёт?
    }
notice-event-cancelled = { $given ->
    [yes]
        ❌ Отменяется: <b>{ $title }</b>

        Было назначено: { $starts }.
        Причина: { $reason }
   *[no]
        ❌ Отменяется: <b>{ $title }</b>

        Было назначено: { $starts }.
}
notice-event-reminder =
    🔔 { $days ->
        [0] Сегодня, до начала { $left }:
        [1] Уже завтра:
        [one] Через { $days } день:
        [few] Через { $days } дня:
       *[many] Через { $days } дней:
    }

    { $head }

    { $answer ->
        [maybe] Вы ответили «Возможно». Получится прийти?
       *[going] Вы идёте. Если планы изменились, нажмите другую кнопку.
    }

mailing-progress =
    { $occasion ->
        [published] Рассылаем приглашения: <b>{ $title }</b>
        [moved] Сообщаем о переносе: <b>{ $title }</b>
       *[cancelled] Сообщаем об отмене: <b>{ $title }</b>
    }

    { $bar } { $settled } из { $total }, доставлено { $sent }
mailing-report =
    { $occasion ->
        [published] ✅ Приглашения разосланы: <b>{ $title }</b>
        [moved] ✅ О переносе сообщили: <b>{ $title }</b>
       *[cancelled] ✅ Об отмене сообщили: <b>{ $title }</b>
    }

    Доставлено: <b>{ $sent }</b> из { $total }
mailing-unreachable = Бот заблокирован или аккаунт удалён: <b>{ $count }</b>
mailing-failed = Не удалось отправить: <b>{ $count }</b>
mailing-dropped = Отправлять не понадобилось: <b>{ $count }</b>
mailing-doubtful = Возможно, пришло дважды: <b>{ $count }</b>
mailing-not-joined = Ещё не присоединились к боту: <b>{ $count }</b>
