# Голосования: карточка, правила простыми словами, итоги, списки, письма.

poll-head = 🗳 { $body ->
    [council] Голосование совета
   *[general] Голосование общего собрания
}{ $mode ->
    [correspondence] {" "}(заочное)
    [remote] {" "}(дистанционное)
   *[meeting] {""}
}{ $kind ->
    [admission] {" "}· приём в альянс
    [election] {" "}· выборы
   *[motion] {""}
}
poll-question = <b>{ $question }</b>{ $round ->
    [yes] {" "}(второй тур)
   *[no] {""}
}
poll-round = Второй тур: { $question }
poll-seats = 🪑 Мест: <b>{ $seats }</b>, кандидатов: <b>{ $candidates }</b>
poll-opens = ⏰ Голосование начнётся: { $opens_at } ({ $zone })
poll-until = ⏰ Голосовать можно до { GENITIVE($closes_at) } ({ $zone })
poll-until-meeting = ⏰ Голосуют сейчас: завершит голосование председатель собрания.
poll-secrecy = { $secrecy ->
    [secret] 🔒 Голосование тайное: имя хранится отдельно от голоса. Голос подают один раз, изменить его нельзя.
   *[named] 👁 Голосование открытое: голос хранится вместе с именем. До окончания его можно изменить.
}
poll-rules-folded = <blockquote expandable>{ $rules }</blockquote>
poll-turnout = 👥 Проголосовали: <b>{ $voted }</b> из { $entitled }{ $recused ->
    [0] {""}
   *[other] {", "}самоотводов: { $recused }
}
poll-turnout-dated = { $turnout } (на { $at })
poll-counting = Срок вышел, считаем голоса. Итоги появятся совсем скоро.
poll-awaiting-presence = Голосование закончилось. Итоги появятся, как только председатель или секретарь отметит, кто присутствует.
poll-attendance = 🏛 Присутствовали: <b>{ $present }</b> из { $entitled }{ $silent ->
    [0] {""}
   *[other] , не голосовали из них: { $silent }
}
poll-omitted = ⚠️ { $round ->
    [yes] Во втором туре голосуют те же, у кого был голос в первом. Без бюллетеня:
   *[no] <b>Голосуют не все.</b> Без бюллетеня:
} { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
} (всего { $count }).
poll-omission = Основание: { $clause }. Причина: { $reason }
poll-no-split = 🔒 Голосование тайное и без кворума, поэтому голоса не раскрываются.
poll-thin = ⚠️ <b>Тайна здесь слабая:</b> { $entitled ->
    [1] голосует один человек, и итог раскроет его голос.
   *[other] голосующих всего { $entitled }, и по итогам легко понять, кто как проголосовал.
}
poll-watching = У вас в этом голосовании бюллетеня нет. Итоги покажем после окончания.

# Правила: их же видит председатель, прежде чем открыть голосование.
poll-rule = ⚖️ Из { $entitled ->
    [one] { $entitled } голоса
   *[other] { $entitled } голосов
} { $kind ->
    [election] для избрания { $votes ->
        [one] нужен { $votes }
        [few] нужны { $votes }
       *[many] нужно { $votes }
    }
    [admission] для приёма { $votes ->
        [one] нужен { $votes } «за»
        [few] нужны { $votes } «за»
       *[many] нужно { $votes } «за»
    }
   *[motion] { $votes ->
        [one] нужен { $votes } «за»
        [few] нужны { $votes } «за»
       *[many] нужно { $votes } «за»
    }
}; кворум — { $quorum }.
poll-rule-fewer = Если голосуют не все, нужно меньше: при { $quorum ->
    [one] { $quorum } участнике
   *[other] { $quorum } участниках
} — { $votes }.
poll-rule-abstaining = { $base ->
    [participants] Воздержавшиеся считаются против.
    [entitled] Воздержавшиеся и непроголосовавшие считаются против.
   *[cast] Воздержавшиеся в подсчёт не входят.
}
poll-rule-absent = Непроголосовавшие считаются против.
poll-clauses = <i>Основание: { $clauses }</i>

# Чем кончилось.
poll-closed = 🏁 Голосование завершено: { $closed_at }{ $closing ->
    [all_voted] {" "}(проголосовали все)
    [by_hand] {" "}(раньше срока: { $reason })
    [in_meeting] {" "}(на собрании)
   *[deadline] {""}
}
poll-cancelled = { $why ->
    [given] ❌ <b>Голосование отменено.</b> Причина: { $reason }
    [ballots_lost]
        ❌ <b>Голосование отменено, его нужно провести заново.</b> Тайные бюллетени зашифрованы, а ключа от них больше нет: бота перенесли на другой сервер или восстановили из копии. Поданные голоса пропали. Когда начнётся новое голосование, проголосуйте, пожалуйста, ещё раз.
   *[late] ❌ <b>Голосование отменено:</b> его не удалось начать в назначенное время.
}
poll-annulled = ⚠️ <b>Этот результат отменён:</b> на собрании приняли возражение против полномочий.
poll-interim = 📊 <b>Промежуточные итоги</b>
poll-outcome = { $outcome ->
    [adopted] ✅ <b>Решение принято.</b>
    [no_quorum] ⚠️ <b>Нет кворума, решение не принято.</b>
   *[rejected] ❌ <b>Решение не принято.</b>
}
poll-elected = { $outcome ->
    [no_quorum] ⚠️ <b>Нет кворума, выборы не состоялись.</b>
    [nobody] ❌ <b>Не избран никто.</b>
    [level] ⚖️ <b>Пока не избран никто.</b>
   *[elected] ✅ <b>Избрано: { $elected } из { $seats }.</b>
}
poll-admitted = { $outcome ->
    [no_quorum] ⚠️ <b>Нет кворума, решение не принято ни по одной организации.</b>
   *[counted] 📊 <b>Принято организаций: { $adopted } из { $candidates }.</b>
}
poll-bar = { $bar } { $choice ->
    [for] За: <b>{ $votes }</b>
    [against] Против: <b>{ $votes }</b>
    [against_all] Против всех: <b>{ $votes }</b>
    [abstain] Воздержались: <b>{ $votes }</b>
    [silent] Присутствовали, но не голосовали: <b>{ $votes }</b>
    [absent] Отсутствовали: <b>{ $votes }</b>
   *[none] Не голосовали: <b>{ $votes }</b>
}
poll-candidate = { $outcome ->
    [elected] ✅
    [adopted] ✅
    [tied] ⚖️
    [running] ▫️
   *[lost] ❌
} { $number }. { $name }
    { $bar } за { $votes }{ $kind ->
        [admission] {" "}(нужно { $needed }), против { $against }, воздержались { $abstained }
       *[election] {""}
    }{ $outcome ->
        [below_threshold] {" "}(порог не набран)
       *[other] {""}
    }
poll-quorum = { $holds ->
    [yes] Кворум есть: участвовали { $present } из { $entitled }, нужно { $needed }.
   *[no] Кворума нет: участвовали { $present } из { $entitled }, а нужно { $needed }.
}
poll-majority = { $kind ->
    [election] Для избрания нужно { $needed }
   *[motion] «За» — { $votes }, нужно { $needed }
} из { $base } ({ $of ->
    [participants] всех участвовавших
    [participants_less] участвовавших, без самоотводов
    [entitled] всех, кто имел право голоса
    [entitled_less] всех, кто имел право голоса, без самоотводов
   *[cast] поданных голосов
}).
poll-tie = ⚖️ <b>Голоса разделились поровну:</b> { $names }. { $seats ->
    [1] На всех одно место
    [one] На всех { $seats } место
    [few] На всех { $seats } места
   *[many] На всех { $seats } мест
}. Кто избран, решит второй тур или жребий.
poll-second-round = ⚖️ <b>Голоса разделились поровну:</b> { $names }. { $outcome ->
    [running] Идёт второй тур.
    [elected] Второй тур избрал: <b>{ $elected }</b>.
    [some] Второй тур избрал: <b>{ $elected }</b>. Больше никто не набрал нужного числа голосов, незанятых мест: { $vacant }.
    [tied] Во втором туре снова поровну: { $tied }. Кто избран, решит ещё один тур или жребий.
   *[nobody] Во втором туре нужного числа голосов не набрал никто. Незанятых мест: <b>{ $vacant }</b>.
}
poll-lot = 🎲 Голоса разделились поровну, поэтому тянули жребий. Итог: { $names }. { $how }
poll-minutes = 📄 Протокол № { $number } выпущен.
poll-vacant = Осталось незанятых мест: <b>{ $vacant }</b>.
poll-absent = { $count ->
        [one] Уже не в альянсе, поэтому место в совете не занимает: <b>{ $names }</b>. Если человек вернулся по новому приглашению, роль ему может дать администратор: /admin.
       *[other] Уже не в альянсе, поэтому места в совете не занимают: <b>{ $names }</b>. Если человек вернулся по новому приглашению, роль ему может дать администратор: /admin.
    }
poll-chart-coming = Рисуем…
poll-part = Показаны { $first }–{ $last } из { $count }.

# /polls
polls-list = { $waiting ->
    [0] <b>Голосования.</b> Вашего голоса сейчас нигде не ждут.
    [one] <b>Голосования.</b> Ждёт вашего голоса: <b>{ $waiting }</b>.
   *[other] <b>Голосования.</b> Ждут вашего голоса: <b>{ $waiting }</b>.
} Нажмите, чтобы открыть:
polls-none = Сейчас голосований нет. Когда откроется новое, мы пришлём бюллетень.
polls-archive = <b>Завершённые голосования.</b> Нажмите, чтобы увидеть итоги:
polls-archive-none = Завершённых голосований пока нет.
polls-find = Что ищем? Напишите слово или несколько из вопроса, например: бюджет 2027.
polls-found = { $count ->
    [one] Нашлось <b>{ $count }</b> голосование:
    [few] Нашлось <b>{ $count }</b> голосования:
   *[many] Нашлось <b>{ $count }</b> голосований:
}
polls-found-more = Показаны первые { $shown } из <b>{ $count }</b>. Напишите точнее, чтобы сузить поиск.
polls-found-none = Ничего не нашлось. Напишите другое слово или только его начало.
council-seats = <b>Состав совета</b>
council-seats-none = В составе совета пока никого нет.
council-seat = { $number }. <b>{ $name }</b>{ $origin ->
    [none] {""}
   *[known] {" "}· { $organisation }
}{ $role ->
    [chair] {" "}— председатель
    [secretary] {" "}— секретарь
   *[council] {""}
}{ $dated ->
    [yes] , с { $since }
   *[no] {""}
}

# Что бот пишет сам.
poll-news = { $news ->
    [opened] 📣 <b>Началось голосование. Ждём вашего голоса.</b>
    [reminder] 🔔 <b>Вы ещё не проголосовали.</b> { LEFT($left) }.
    [last_call] ⏳ <b>Голосование скоро закончится, а вашего голоса пока нет.</b> { LEFT($left) }.
    [proxy] 📜 <b>Вам доверили голос.</b>
    [cancelled] 📣 <b>Голосование отменено.</b>
    [lot] 🎲 <b>Жребий решил спор за место.</b>
    [restored] 🗄 <b>Данные бота восстановили из резервной копии.</b> Всё, что было после неё, пропало. Посмотрите ниже, учтён ли ваш голос, и если нет, проголосуйте ещё раз.
    [restored_closed] 🗄 <b>Данные бота восстановили из резервной копии.</b> Всё, что было после неё, пропало, а срок голосования уже вышел: посчитаны те голоса, которые были в копии.
   *[closed] 📣 <b>Итоги голосования</b>
}
presence-awaited =
    🏛 <b>Голосование на заседании закончилось. Отметьте, кто присутствует.</b>
    { $question }

    Те, кто пришёл и промолчал, тоже считаются участниками. Без этого списка итоги не подвести.
poll-post-link = Голосуют в личном чате с ботом: нажмите кнопку ниже.
poll-opening-posted =
    🔏 <b>Голосование № { $poll } открыто</b>
    { $question }

    Запись журнала: <code>{ $head }</code>

    По ней проверяют, что после открытия никто не поменял вопрос, правила и список голосующих. Пожалуйста, не удаляйте сообщение.
poll-seal =
    🔏 <b>Контрольные суммы голосования № { $poll }</b>
    { $question }

    Бюллетени: <code>{ $ballots }</code>
    Номера: <code>{ $numbers }</code>
    Запись журнала { $entry }: <code>{ $digest }</code>

    По контрольным суммам проверяют, что после окончания никто не поменял голоса и не добавил новых. Пожалуйста, не удаляйте сообщение.

# Кнопки.
button-votes = 🗳 Голосования и протоколы
button-polls = Все голосования
button-polls-tab = { $tab ->
    [archive] { $chosen ->
        [yes] ✓ Архив
       *[no] Архив
    }
   *[now] { $chosen ->
        [yes] ✓ Сейчас
       *[no] Сейчас
    }
}
button-polls-find = Найти
button-council = Состав совета
button-poll = { $state ->
    [waiting] ❗️ до { $day } · { $question }
    [open] 🗳 до { $day } · { $question }
    [scheduled] 🕓 до { $day } · { $question }
    [cancelled] ✖️ { $day } · { $question }
    [adopted] ✅ { $day } · { $question }
    [elected] ✅ { $day } · { $question }
    [tied] ⚖️ { $day } · { $question }
    [no_quorum] ⚠️ { $day } · { $question }
    [closed] 🏁 { $day } · { $question }
   *[rejected] ❌ { $day } · { $question }
}
button-application-of = 📄 { $number }
button-chart = 📊 Диаграмма
button-material = 📎 { $name }
material-unnamed = Материал { $number }
button-poll-open = Открыть бюллетень
button-poll-outcome = Подробнее

# Администраторам, после слов «Не получилось»: чего бот не сделал в срок.

due-poll_opening = открыть голосование № { $number }
due-poll_closing = подвести итоги голосования № { $number }
due-ballot_numbers = отделить номера тайных бюллетеней от голосов в голосовании № { $number }
due-ballot_reminders = напомнить о голосовании № { $number }
due-statements = сообщить, что протокол голосования № { $number } можно составлять

command-polls = Голосования и итоги
help-polls = /polls — голосования: подать голос, узнать итоги, кто в совете
