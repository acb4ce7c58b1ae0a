# Общее собрание: список, карточка участника, повестка, слово.

command-meeting = Общее собрание
help-meeting = /meeting — общее собрание: повестка, слово, голосования
help-meeting-manage = /meeting — провести общее собрание: повестка, созыв, регистрация, пульт
button-meetings = Общее собрание
meetings = { $count ->
    [0] <b>Общее собрание</b>

    Пока ни одно не назначено.{ $plans ->
        [yes] {" "}Начните с кнопки ниже: подскажем всё по порядку.
       *[no] {" "}Когда его созовут, сообщим вам здесь.
    }
   *[other] <b>Общие собрания</b>
}
button-meeting-new = Назначить собрание
button-meeting = { $day } · { $title }{ $phase ->
    [planned] {" "}· готовится
    [registering] {" "}· регистрация
    [in_session] {" "}· идёт
    [paused] {" "}· перерыв
    [ended] {" "}· завершено
    [called_off] {" "}· отменено
   *[convened] {""}
}
button-meeting-propose = ✍️ Предложить вопрос · { $day } · { $title }
button-meeting-list = ‹ Все собрания
button-meeting-card = Карточка участника
button-meeting-open = Карточка собрания
button-meeting-to-card = ‹ К карточке
button-meeting-panel = 🎛 Пульт
button-meeting-desk = 📋 Регистрация
button-meeting-tell = 🧮 Подсчёт

# Карточка участника.

meeting-head =
    🏛 <b>{ $title }</b>
    { $phase ->
        [convened] { $starts }. Регистрация откроется в день собрания.
        [registering] Идёт регистрация. Начало: { $starts }
        [in_session] Собрание идёт.
        [paused] Сейчас перерыв.
        [ended] Собрание завершено. Спасибо, что были с нами!
        [called_off] Собрание отменено.
       *[planned] { $starts }
    }
    { $mode ->
        [hall] { $place }
        [remote] { $place }, можно участвовать дистанционно
       *[mixed] { $place }, можно дистанционно и бюллетенем заранее
    }
meeting-attendance = 👥 Сейчас { $present ->
    [one] присутствует
   *[other] присутствуют
} <b>{ $present }</b> из { $entitled } { $entitled ->
    [one] организации
   *[other] организаций
}{ $remote ->
    [0] {""}
   *[other] , из них дистанционно { $remote }
}{ $posted ->
    [0] {""}
   *[other] , бюллетеней заранее: { $posted }
}. { $quorum ->
    [yes] Кворум есть, нужно { $needed }.
   *[no] Кворума нет, нужно { $needed }.
} Всего приходили: { $ever }.
meeting-item-line = { $current ->
    [yes] ▶️
   *[no] { $stage ->
        [decided] ✅
        [done] ✅
        [removed] ✕
        [voting] 🗳
       *[other] ▫️
    }
} { $number }. { $title }{ $spoken ->
    [yes] {" "}— { $speaker }
   *[no] {""}
}{ $minutes ->
    [0] {""}
   *[other] , { $minutes } мин
}
meeting-current =
    <b>Сейчас</b>
    { $item }
meeting-turnout = 🗳 <b>{ $title }</b>
    { $form ->
        [hands] Голосуем поднятием рук. Присутствуют { $present }.
       *[ballot] { $secret ->
            [yes] Тайное голосование.
           *[no] Открытое голосование.
        } Проголосовали <b>{ $voted }</b> из { $present }{ $paper ->
            [0] {""}
           *[other] , на бумаге { $paper }
        }{ $recused ->
            [0] {""}
           *[other] , самоотводов: { $recused }
        }. Ждём: { $awaited }.
    }{ $last ->
        [yes] {""}

    🔔 <b>Последние голоса: голосование сейчас завершат.</b>
       *[no] {""}
    }
meeting-thin = ⚠️ <b>Тайны может не получиться:</b> бумагу считают отдельно, и по малому числу бюллетеней видно, кто как голосовал. Предложите коды для страницы или выдайте бумагу ещё нескольким.
meeting-outcome = { $outcome ->
    [adopted] ✅ <b>Принято:</b> { $title }
    [rejected] ❌ <b>Не принято:</b> { $title }
    [elected] ✅ <b>{ $full ->
        [no] Избрано { $elected } из { $seats }
       *[yes] { $elected ->
            [1] Избран(а)
           *[other] Избраны
        }
    }:</b> { $title }
    [tied] ⚖️ <b>Голоса разделились поровну:</b> { $title }
    [no_quorum] ⚠️ <b>Кворума не было:</b> { $title }. Участвовали { $present }, нужно { $needed }.
   *[other] ❌ <b>Не избран никто:</b> { $title }
}
meeting-elected-before = В прошлом туре { $count ->
    [1] избран(а)
   *[other] избраны
}: { $names }
meeting-figures = За { $in_favour }, против { $against }, { $abstained ->
    [one] воздержался { $abstained }
   *[other] воздержались { $abstained }
}, не голосовали { $silent }. Нужно было { $needed } из { $base }.
meeting-candidate-figures = { $won ->
    [yes] ✅ <b>{ $name }</b>
   *[no] ▫️ { $name }
}: { $votes }
meeting-speech = 🎤 <b>{ $name }</b>, { $organisation }. Время выйдет: { $left }
meeting-pause = ⏸ Перерыв с { $since }{ $ends ->
    [yes] {" "}до { $until }
   *[no] {""}
}.{ $told ->
    [yes] {" "}{ $why }
   *[no] {""}
}
meeting-mine = Вы представляете: <b>{ $name }</b>{ $remote ->
    [yes] , дистанционно
   *[no] {""}
}.{ $ballot ->
    [awaited] {" "}Бюллетень в отдельном сообщении, он есть и здесь: /polls
    [voted] {" "}Ваш голос записан.
    [no] {" "}В этом голосовании бюллетеня у вас нет.
   *[none] {""}
}
meeting-mine-entrusted = Голос передан по доверенности. Хотите проголосовать сами? Сначала отзовите её: /polls
meeting-not-registered = { $afar ->
    [yes] Вы ещё не зарегистрированы. Если вы не в зале, нажмите «{ button-meeting-afar }». В зале подойдите к столу регистрации.
   *[no] Вы ещё не зарегистрированы. Подойдите к столу регистрации или наведите камеру на код на экране.
}
meeting-in-queue = ✋ Вы в очереди на выступление, ваше место: { $place }
meeting-speaking = 🎤 Вам слово!
button-meeting-read = 📖 Повестка и материалы
button-meeting-ask = ✋ Прошу слова
button-meeting-point = Реплика по порядку
button-meeting-unask = Не буду выступать
button-meeting-ping = 🟢 Я на связи
button-meeting-object = Заявить возражение
button-meeting-challenge = Оспорить полномочия
button-meeting-afar = Участвую дистанционно
button-meeting-recuse = Заявить самоотвод
button-meeting-leave = Ухожу с собрания
button-meeting-own = Ещё…
meeting-own = <b>Что ещё можно сделать на собрании</b>
meeting-for-whom = От какой организации?
meeting-floor-asked = { $point ->
    [yes] Записали: реплика по порядку ведения. Она вне очереди.
   *[no] Записали. Когда подойдёт очередь, председатель даст вам слово.
}
meeting-floor-left = Убрали вас из очереди.
meeting-recuse =
    Заявить самоотвод по вопросу «{ $title }»?

    <b>{ $name }</b> останется среди присутствующих, но голосовать по этому вопросу не будет. Отменить это нельзя.
button-meeting-recuse-yes = Да, заявить
meeting-recused = Самоотвод записан.
meeting-pinged = { $count ->
    [1] Вы на связи. Отметьтесь ещё раз до { $until }.
    [one] Вы на связи от { $count } организации. Отметьтесь ещё раз до { $until }.
   *[other] Вы на связи от { $count } организаций. Отметьтесь ещё раз до { $until }.
}
meeting-arrived-afar = Вы зарегистрированы. Нажимайте «Я на связи», чтобы мы вас не потеряли.
meeting-checked-in = ✅ Вы зарегистрированы. Хорошего собрания!
meeting-leave =
    Уходите с собрания?

    <b>{ $name }</b> больше не будет среди присутствующих, если там не осталось ваших коллег. Вернуться можно: подойдите к столу регистрации.
button-meeting-leave-yes = Да, ухожу
meeting-left = Записали. Спасибо, что пришли!

# Повестка.

meeting-agenda =
    <b>Повестка</b>

    { $agenda }

    Нажмите на вопрос, чтобы прочитать подробнее и получить материалы.
button-meeting-materials = { $count ->
    [one] 📎 { $count } файл
    [few] 📎 { $count } файла
   *[many] 📎 { $count } файлов
}
meeting-point = <b>{ $title }</b>
    { $kind ->
        [officers] Выборы председателя, секретаря и счётной комиссии
        [report] Доклад
        [awards] Награждение
        [vote] Решение
        [election] Выборы
        [procedural] Порядок ведения
        [break] Перерыв
       *[other] Без голосования
    }{ $minutes ->
        [0] {""}
       *[other] , { $minutes } мин
    }{ $spoken ->
        [yes] {""}

    Выступает: { $speaker }
       *[no] {""}
    }{ $decides ->
        [yes] {""}

    <b>Проект решения</b>
    { $decision }
       *[no] {""}
    }{ $voted ->
        [yes] {""}

    { $secrecy ->
        [secret] Голосование тайное.
        [named] Голосование открытое.
       *[usual] Тайное или открытое, решают обычные правила.
    }{ $exclusive ->
        [yes] {" "}Это исключительная компетенция собрания.
       *[no] {""}
    }
       *[no] {""}
    }{ $standing ->
        [0] {""}
       *[other] {""}

    <b>Кандидаты</b>, мест: { $seats }
    { $candidates }
    }{ $named ->
        [0] {""}
       *[other] {""}

    Награждаем: { $names }
    }{ $files ->
        [0] {""}
        [one] {""}

    📎 { $files } файл
        [few] {""}

    📎 { $files } файла
       *[many] {""}

    📎 { $files } файлов
    }

# Что пишут участники.

meeting-objection-ask = Напишите возражение одним сообщением. Оно попадёт в протокол с вашим именем и временем.
meeting-objected = ✅ Возражение записано. Председатель его видит.
meeting-challenge-voter = <b>Чьи полномочия оспариваете?</b>

    Выберите организацию или напишите часть названия.
meeting-challenge-words = <b>Что не так с полномочиями?</b>

    Напишите одним сообщением. Оно попадёт в протокол с вашим именем и временем.
meeting-challenge-words-expected = Напишите обычным текстом, что не так с полномочиями.
meeting-challenge-preview = Оспорить полномочия?

    <b>{ $name }</b>
    { $words }

    Если председатель примет возражение, по текущему вопросу проголосуют заново.
meeting-challenge-yes = Да, оспорить
meeting-challenge-raised = ✅ Возражение записано. Председатель его видит.
meeting-propose-ask = Что предлагаете обсудить на собрании? Напишите одним сообщением, секретарь прочитает каждое.
meeting-proposed = ✅ Спасибо! Секретарь получил ваше предложение.
FiguresUnreadable = Нужно { $count ->
    [one] { $count } число
    [few] { $count } числа
   *[many] { $count } чисел
} через пробел, например: 40 3 1.
