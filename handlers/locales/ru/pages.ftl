# Страницы собрания: экран в зале, стол регистрации, бюллетень. Текст без разметки.

page-title = Общее собрание
page-too-often = Слишком много запросов с этого адреса. Подождите несколько секунд и обновите страницу.
page-not-found = Здесь ничего нет. Проверьте адрес: его даёт секретарь собрания.
page-broken = Что-то сломалось, мы уже записали что. Обновите страницу; если не поможет, назовите секретарю код { $code }.
page-refused = { $words }

screen-offline = Нет связи с сервером. Экран подключится сам, как только она вернётся.
screen-progress = Вопрос { $number } из { $count }
screen-of = из { $count ->
    [one] { $count } организации на месте
   *[other] { $count } организаций на месте
}
screen-quorum = { $holds ->
    [yes] Кворум есть: нужно было { $needed }.
   *[no] Для кворума нужно { $needed }, ждём ещё { $missing }.
}
screen-register = Отметьтесь сами: наведите камеру телефона
screen-pause = { $timed ->
    [yes] Перерыв
   *[no] Собрание приостановлено
}
screen-back-at = Продолжим в { $time }
screen-ended = { $held ->
    [yes] Собрание закрыто. Спасибо!
   *[no] Собрание не состоится
}
screen-item = { $part ->
    [amendment] Поправка
    [section] Часть вопроса
   *[whole] { $kind ->
        [break] Перерыв
       *[other] Вопрос { $number } из { $count }
    }
}
screen-vote = { $last_call ->
    [yes] Голосование заканчивается
   *[no] Идёт голосование
}
screen-form = { $form ->
    [hands] поднятием рук
   *[ballot] { $secret ->
        [yes] тайное
       *[no] поимённое
    }
}
screen-voted-of = { $count ->
    [one] из { $count } присутствующей проголосовали
   *[other] из { $count } присутствующих проголосовали
}
screen-on-paper = бумажных бюллетеней: { $count }
screen-queue = { $count ->
    [one] Следом просит слова ещё { $count } человек
    [few] Следом просят слова ещё { $count } человека
   *[many] Следом просят слова ещё { $count } человек
}
screen-way = { $way ->
    [for] За
    [against] Против
    [abstain] Воздержались
    [against_all] Против всех
   *[silent] Не голосовали
}
screen-outcome = { $outcome ->
    [no_quorum] Кворума нет, решение не принято
    [adopted] Решение принято
    [rejected] Решение не принято
    [elected] { $elected ->
        [one] Избран { $elected } кандидат
        [few] Избраны { $elected } кандидата
       *[many] Избраны { $elected } кандидатов
    }
    [tied] Голоса разделились поровну
    [below_threshold] Никто не набрал нужного числа голосов
   *[other] Никто не избран
}
screen-no-split = Голосование тайное и без кворума, поэтому голоса не раскрываются.
screen-reckoning = Участвовали { $present } из { $entitled }. { $kind ->
    [election] Для избрания нужно было { $needed } из { $base }.
   *[motion] Для решения нужно было { $needed } из { $base } голосов.
}
screen-hall = из { $count ->
    [one] { $count } организации на собрании
   *[other] { $count } организаций на собрании
}
screen-remote = дистанционно: { $count }
screen-posted = заочно: { $count }
screen-has-quorum = { $holds ->
    [yes] Кворум есть (нужно { $needed })
   *[no] Кворума нет (нужно { $needed })
}
screen-head = Контрольная сумма журнала: { $head }
