# Протокол: документ, который подписывают и хранят. Всегда по-русски.

minutes-title = Протокол № { $number }
minutes-heading = ПРОТОКОЛ № { $number }
minutes-footer = Протокол № { $number } от { $date } года
minutes-file = Протокол { $number }
minutes-subject = { $body ->
    [council] { $mode ->
        [meeting] заседания Совета
        [remote] заседания Совета с дистанционным участием
       *[correspondence] заочного голосования членов Совета
    }
   *[general_meeting] { $mode ->
        [meeting] заседания Общего собрания членов
        [remote] заседания Общего собрания членов с дистанционным участием
       *[correspondence] заочного голосования Общего собрания членов
    }
}
minutes-date = { $date } года
minutes-moment = { $date } года, { $time }
minutes-same-day = в { $time }

minutes-law = Правовая основа
minutes-law-is = глава 9.1 Гражданского кодекса Российской Федерации; Федеральный закон от 12.01.1996 № 7-ФЗ «О некоммерческих организациях» (далее — 7-ФЗ)
minutes-form = Форма проведения
minutes-form-is = { $mode ->
    [meeting] заседание
    [remote] заседание с дистанционным участием
   *[correspondence] заочное голосование
}
minutes-convened = Созыв
minutes-notified = Участники уведомлены
minutes-materials = Материалы
minutes-closed = Последний голос принят
minutes-when = Время проведения
minutes-when-one-day = { $date } года, с { $start } до { $end } ({ $zone })
minutes-when-days = с { $start } до { $end } ({ $zone })
minutes-remotely = Способ участия
minutes-remotely-by = электронные бюллетени в Telegram, бот @{ $bot }
minutes-until = Голоса принимались
minutes-sent = Способ отправки
minutes-sent-by = электронные бюллетени в Telegram, бот @{ $bot }: бюллетень открывается только тому, кто вправе голосовать
minutes-chair = Председательствующий
minutes-secretary = Секретарь
minutes-counting = Подсчёт голосов
minutes-counted-by = голоса сосчитал бот @{ $bot }, результат { $count ->
    [one] удостоверяет
    [few] удостоверяют
   *[many] удостоверяют
} { $names }
minutes-drawn-up = Протокол составлен
minutes-signatory = { $name }, { $position }

minutes-entitled = Имеют право голоса
minutes-taking-part = Приняли участие
minutes-quorum = Кворум
minutes-quorum-line = { $held ->
    [yes] имеется:{" "}
   *[no] отсутствует:{" "}
    }{ $mode ->
    [correspondence] { $present ->
        [one] бюллетень прислал { $present }
        [few] бюллетени прислали { $present }
       *[many] бюллетени прислали { $present }
    }
   *[meeting] { $present ->
        [one] участвует { $present }
        [few] участвуют { $present }
       *[many] участвуют { $present }
    }
    } из { $entitled }, нужно не менее { $needed }
minutes-quorum-by = { $quorum } — { $rule }
minutes-quorum-each = проверен по каждому вопросу повестки дня и указан в нём
minutes-rule = { $rule } ({ $clause })

minutes-fraction = { $fraction ->
    [half] половины
    [two_thirds] двух третей
    [three_quarters] трёх четвертей
   *[other] { $share }
}
minutes-share = { $bound ->
    [more_than] более { minutes-fraction } { minutes-base }
    [at_least] не менее { minutes-fraction } { minutes-base }
   *[all] единогласно, все из { minutes-base }
}
minutes-base = { $base ->
    [entitled] общего числа имеющих право голоса
    [participants] числа участвующих
    [senders] числа приславших бюллетени
    [ballots] числа поданных бюллетеней
   *[cast] числа голосов «за» и «против»
}

minutes-participants = Участники
minutes-participants-appended = Список участников приведён в приложении № { $appendix }.
minutes-column-number = №
minutes-column-organisation = Организация
minutes-column-registered = ИНН, ОГРН
minutes-column-member = Член Совета
minutes-column-hands = Представитель (полномочия)
minutes-column-standing = Участие
minutes-authority = { $authority ->
    [leader] руководитель
    [delegate] делегат
    [representative] представитель
    [council_member] член Совета
   *[proxy] доверенность № { $number } от { $date } года{ $issued ->
        [yes] {", "}выдана: { $issuer }
       *[no] {""}
    }: { $scope }
}
minutes-charter = действует на основании устава
minutes-council-by = { $count ->
    [0] Полномочия членов Совета подтверждает { $document }.
   *[other] Полномочия членов Совета ({ $names }) подтверждает { $document }.
}
minutes-hand = { $name } ({ $authority })
minutes-revoked = доверенность № { $number } от { $date } года: { $holder }, с { $since } до { $until }, отозвана
minutes-holder = голосует { $name }
minutes-in-person = голосует лично
minutes-either = { $first } или { $second }
minutes-on-items = { $words } ({ $count ->
    [one] вопрос { $items }
   *[other] вопросы { $items }
})
minutes-hands-unknown = Голосование тайное: кто из названных через «или» представителей подал бюллетень, не записывается.
minutes-standing = { $standing ->
    [voted] голос подан
    [paper] выдан бумажный бюллетень
    [present] участвует, голос не подан
    [recused] самоотвод: конфликт интересов
   *[absent] отсутствует
}
minutes-standing-except = { $standing }, кроме { $count ->
    [one] вопроса { $items }
    [few] вопросов { $items }
   *[many] вопросов { $items }
} (самоотвод)

minutes-agenda = Повестка дня
minutes-item = Вопрос { $number }
minutes-voting = Голосование
minutes-voting-was = { $secrecy ->
    [named] открытое
   *[secret] тайное
    }; началось { $opened }, завершено { $closed }{ $closing ->
    [all_voted] {" "}(проголосовали все)
    [by_hand] {" "}(досрочно: { $reason })
   *[deadline] {""}
    }
minutes-seats = Мест для избрания
minutes-majority = Большинство
minutes-majority-needed = { $rule }: их { $base }, нужно не менее { $needed } { $needed ->
    [one] голоса
    [few] голосов
   *[many] голосов
} «за» ({ $clause })
minutes-by-hand = Подсчитано счётной комиссией
minutes-by-hand-are = { $hands ->
    [yes] поднятием рук: { $count }
   *[no] действительных бумажных бюллетеней: { $count }{ $spoiled ->
        [0] {""}
       *[other] , испорченных: { $spoiled }
    }{ $unreturned ->
        [0] {""}
       *[other] , невозвращённых: { $unreturned }
    }{ $named ->
        [yes] ; бюллетени выданы: { $names }
       *[no] {""}
    }
}
minutes-silent = Присутствуют, но не голосуют
minutes-silent-are = { $count }: { $names }
minutes-recused = Самоотвод
minutes-recused-are = в связи с конфликтом интересов { $count ->
    [1] не голосует
   *[other] не голосуют
}: { $names }; при подсчёте большинства { $count ->
    [1] { $lowers ->
        [yes] не учитывается
       *[no] учитывается как участвующий
    }
   *[other] { $lowers ->
        [yes] не учитываются
       *[no] учитываются как участвующие
    }
} ({ $clause })
minutes-competence = Исключительная компетенция
minutes-remote = Основание дистанционного участия
minutes-no-split = Голосование тайное, кворума нет: как разделились голоса, не раскрывается.
minutes-omitted = Голосуют не все
minutes-omitted-are = { $round ->
    [yes] во втором туре голосуют имевшие право голоса в первом; не голосуют:
   *[no] не голосуют:
} { $names }{ $explained ->
    [yes] {" "}({ $clause }; причина: { $reason })
   *[no] {""}
}
minutes-correspondence = Основание заочного голосования

minutes-counts = За — { $for }, против — { $against }, воздержались — { $abstained }, { $met ->
    [yes] присутствовали, но не голосовали — { $silent }, отсутствовали — { $absent }
   *[no] не голосовали — { $missing }
}.
minutes-column-candidate = Кандидат
minutes-column-for = За
minutes-column-against = { $kind ->
    [election] Против всех
   *[other] Против
}
minutes-column-abstained = { $kind ->
    [election] За других
   *[other] Воздержались
}
minutes-column-missing = Не голосовали
minutes-column-needed = Нужно
minutes-column-outcome = Итог
minutes-chart-needed = Нужно «за»
minutes-chart = Диаграмма голосования по вопросу «{ $question }». { $words }
minutes-candidate = { $number }. { $name }
minutes-outcome = { $outcome ->
    [adopted] принято
    [rejected] не принято
    [elected] избран(а)
    [lot] избран(а) по жребию
    [tied] голоса поровну
    [not_elected] не избран(а)
    [below_threshold] не хватило голосов
   *[no_quorum] нет кворума
}

minutes-adopted = Решение принято.
minutes-decided = Решили: { $decision }.
minutes-rejected = Решение не принято: за — { $votes }, нужно не менее { $needed }.
minutes-no-quorum = Решение не принято: кворума нет.
minutes-admitted = Решили принять в состав членов:
minutes-not-admitted = Решение о приёме не принято:
minutes-elected = { $body ->
    [council] Решили избрать в Совет:
   *[none] Решили избрать:
}
minutes-nobody-elected = Никто не избран.
minutes-tie = Голоса разделились поровну: { $names }. Мест осталось: { $seats }. { $next ->
    [run_off] Назначен второй тур голосования.
    [lot] Вопрос решён жребием.
   *[open] Вопрос решается вторым туром или жребием.
}
minutes-lot = Жребий: { $record }
minutes-vacant = Незанятых мест: { $seats }. Больше никто не набрал нужного числа голосов.

minutes-votes = Кто как голосовал
minutes-votes-appended = Кто как голосовал — в приложении № { $appendix }.
minutes-column-participant = Участник
minutes-column-vote = Голос
minutes-vote = { $choice ->
    [for] за
    [against] против
    [abstain] воздержался
    [against_all] против всех
   *[none] —
}
minutes-vote-on = { $vote } — { $numbers }

minutes-dissents = Голосовали против и потребовали внести об этом запись:
minutes-dissent-against = { $name } — против: { $against }
minutes-dissent = { $name }: { $words }
minutes-course-heading = Ход голосования
minutes-course-asked = Внесено по требованию участника:
minutes-course = Ход голосования, внесено по требованию участника:

minutes-seal = Контрольные суммы SHA-256, опубликованные по окончании голосования. Если изменить хотя бы один бюллетень или одну запись журнала, контрольная сумма не совпадёт.
minutes-seal-ballots = Бюллетени
minutes-seal-numbers = Номера бюллетеней
minutes-seal-journal = Журнал, запись № { $number }

minutes-appendix = Приложение № { $appendix }. { $title }
minutes-appendix-listed = № { $appendix } «{ $title }»
minutes-appendices = { $count ->
    [one] Приложение
   *[other] Приложения
}: { $names }.
minutes-appendix-charts = { $count ->
    [1] Диаграмма голосования
   *[other] Диаграммы голосования
}
minutes-appendix-participants = Список участников
minutes-appendix-votes = Кто как голосовал по вопросу { $number }
minutes-appendix-ballots = Номера бюллетеней тайного голосования по вопросу { $number }
minutes-ballots-appended = Номера бюллетеней — в приложении № { $appendix }.
minutes-ballots-note = По своему номеру каждый голосовавший может убедиться, что его бюллетень сосчитан. Как подан голос, номер не говорит.

minutes-sign-chair = { $mode ->
    [correspondence] Председатель
   *[meeting] Председательствующий
}
minutes-sign-counted = Подсчёт голосов

minutes-addendum-heading = ДОПОЛНЕНИЕ № { $number } к протоколу № { $minutes }
minutes-addendum-title = Дополнение № { $number } к протоколу № { $minutes }
minutes-addendum-subject = протокол № { $minutes } { $body ->
    [council] Совета
   *[general_meeting] Общего собрания членов
}
minutes-addendum-footer = Дополнение № { $number } к протоколу № { $minutes } от { $date } года
minutes-addendum-file = Дополнение { $number } к протоколу { $minutes }
minutes-addendum-why = После того как протокол был составлен, участники потребовали внести в него запись о том, что голосовали против (пункт 4 статьи 181.2 Гражданского кодекса Российской Федерации).
minutes-addendum-asked = { $secrecy ->
    [secret] Заявили, что голосовали против, и потребовали внести об этом запись:
   *[named] Голосовали против и потребовали внести об этом запись:
}

# Администраторам, после слов «Не получилось»: чего бот не сделал в срок.

due-minutes_drawing_up = напомнить, что пора составить протокол голосования № { $number }
due-minutes_challenge = сообщить, что решения протокола № { $number } больше нельзя оспорить
due-minutes_registration = напомнить о регистрации изменений по протоколу № { $number }

minutes-meeting-registered = Регистрация участников собрания
minutes-meeting-course = Ход собрания
minutes-meeting-column-mandates = Представители и полномочия
minutes-meeting-column-since = Прибыли
minutes-meeting-posted = бюллетени присланы заранее
minutes-meeting-mandate = { $name }, { $ground ->
    [leader] руководитель
    [delegate] { $document }
   *[proxy] по доверенности № { $number }
}{ $remote ->
    [yes] , дистанционно
   *[no] {""}
}
minutes-meeting-opened = Собрание открыто { $at }: присутствовали { $present } из { $entitled }, для кворума нужно { $needed }. { $unnotified ->
    [0] Все уведомлены в срок.
   *[other] Нет подтверждения, что уведомлены в срок: { $unnotified }.
}
minutes-meeting-told = { $name }: { $way ->
    [letter] уведомление отправлено письмом
    [email] уведомление отправлено по электронной почте
   *[in_person] уведомление вручено лично
} { $at }{ $noted ->
    [yes] {" "}({ $note })
   *[no] {""}
}.
minutes-meeting-motion = { $motion ->
    [reorder] Порядок вопросов
    [remove] Снятие вопроса
    [add] Новый вопрос
    [close_debate] Прекращение прений
    [break] Перерыв
    [block] Голосование по нескольким вопросам сразу
   *[other] Процедурное решение
}{ $told ->
    [yes] {" "}({ $text })
   *[no] {""}
}: за { $votes }, против { $against }, воздержались { $abstained } — { $adopted ->
    [yes] принято
   *[no] не принято
}.
minutes-meeting-spoke = Выступал(а) { $name }: { $times } { $times ->
    [one] раз
    [few] раза
   *[many] раз
}, { $minutes } мин.
minutes-meeting-objection = { $at }, возражение ({ $name }): { $words }{ $upheld ->
    [yes] {" "}— принято
   *[no] {""}
}
minutes-meeting-heads = Записи журнала: { $heads }
