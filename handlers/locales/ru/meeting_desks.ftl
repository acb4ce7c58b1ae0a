# Стол регистрации, коды, счётная комиссия.

meeting-desk = 📋 <b>Регистрация: { $title }</b>

    { $searched ->
        [yes] { $count ->
            [0] По запросу «{ $query }» никого не нашлось. Напишите иначе: часть названия, ИНН или имя.
            [one] Нашли по запросу «{ $query }»:
           *[other] По запросу «{ $query }» нашли { $count }, показываем { $shown }:
        }
       *[no] Напишите часть названия, ИНН или имя, или наведите камеру на пропуск.
    }
meeting-own-arrivals = 👀 { $count ->
    [one] <b>{ $count } организация отметилась сама</b> по коду с экрана, её никто из регистраторов не видел.
    [few] <b>{ $count } организации отметились сами</b> по коду с экрана, их никто из регистраторов не видел.
   *[many] <b>{ $count } организаций отметились сами</b> по коду с экрана, их никто из регистраторов не видел.
} Код меняется каждую минуту, но за это время его могли переслать: проверьте, что эти люди в зале.
button-meeting-own-arrivals = 👀 Отметились сами · { $count }
button-meeting-voter = { $here ->
    [yes] { $own ->
        [yes] 👀 { $name }
       *[no] ✅ { $name }
    }
   *[no] { $name }
}
button-meeting-codes = 🖨 Коды на печать
button-meeting-to-desk = ‹ К регистрации
meeting-voter = <b>{ $name }</b>, ИНН { $inn }
    { $here ->
        [yes] ✅ На собрании
       *[no] Ещё не на собрании
    }{ $posted ->
        [yes] , бюллетень прислан заранее
       *[no] {""}
    }{ $code ->
        [yes] , код выдан
       *[no] {""}
    }{ $slip ->
        [0] {""}
       *[other] , бумажный бюллетень № { $slip }
    }{ $people ->
        [0] {""}

    Ни руководителя, ни делегатов нет. Можно зарегистрировать по доверенности.
       *[other] {""}
    }
meeting-person = { $here ->
    [yes] ✅ { $name }
   *[no] ▫️ { $name }
}: { $ground ->
    [leader] руководитель
    [delegate] делегат
   *[proxy] по доверенности
}{ $titled ->
    [yes] , { $position }
   *[no] {""}
}{ $documented ->
    [yes] , { $document }
   *[no] {""}
}{ $remote ->
    [yes] , дистанционно
   *[no] {""}
}{ $own ->
    [yes] , отметка по коду с экрана
   *[no] {""}
}
button-meeting-person = { $act ->
    [arrive] Зарегистрировать: { $name }
    [document] Нужен документ: { $name }
   *[here] ✅ { $name }
}
button-meeting-proxy = По доверенности
button-meeting-posting = ✉️ Бюллетень прислан заранее
meeting-person-here = <b>{ $name }</b>
    { $voter }, { $ground ->
        [leader] руководитель
        [delegate] делегат
       *[proxy] по доверенности
    }{ $documented ->
        [yes] : { $document }
       *[no] {""}
    }

    { $remote ->
        [yes] Участвует дистанционно.
       *[no] { $own ->
            [yes] Отметка поставлена по коду с экрана. Если этого человека нет в зале, нажмите «Записали по ошибке».
           *[no] В зале.
        }
    } { $telegram ->
        [yes] Голосует в боте или по коду.
       *[no] Аккаунта в Telegram здесь нет: выдайте код или бумажный бюллетень.
    }
button-meeting-code = 🎫 Выдать код
button-meeting-depart = Записать уход
button-meeting-mistake = Записали по ошибке
button-meeting-to-voter = ‹ К организации
meeting-arrived = ✅ Зарегистрировали: <b>{ $name }</b>
meeting-departed = { $mistake ->
    [yes] Убрали ошибочную запись.
   *[no] Записали уход.
}

# Проверка полномочий.

meeting-document-document = <b>Какой документ показал делегат?</b>

    Напишите, например: <i>доверенность № 7 от 01.12.2026</i>
meeting-document-document-expected = Ждём название документа. Напишите его обычным текстом.
meeting-document-preview = Зарегистрировать?

    <b>{ $name }</b>
    { $document }
meeting-document-yes = Да, зарегистрировать
meeting-mandate-person = <b>Кто пришёл по доверенности?</b>

    Напишите часть имени и выберите.
meeting-mandate-number = <b>Номер доверенности?</b>

    Если номера нет, напишите: <i>б/н</i>
meeting-mandate-number-expected = Ждём номер. Напишите его обычным текстом.
meeting-mandate-issued = <b>Когда её выдали?</b>

    Напишите дату, например: <i>{ $today }</i>
meeting-mandate-issued-expected = Ждём дату. Напишите её обычным текстом.
meeting-mandate-expires = <b>До какого дня она действует, включительно?</b>

    Напишите дату, например: <i>{ $today }</i>
meeting-mandate-expires-expected = Ждём дату. Напишите её обычным текстом.
meeting-mandate-issuer = <b>Кто её подписал?</b>
meeting-mandate-issuer-expected = Ждём имя. Напишите его обычным текстом.
meeting-mandate-scope = <b>На что она даёт право?</b>

    Перепишите из доверенности или выберите.
meeting-mandate-scope-expected = Напишите обычным текстом, на что она даёт право.
meeting-mandate-scope-all = Голосовать по всем вопросам
meeting-mandate-preview = Всё верно?

    <b>{ $name }</b> представляет: <b>{ $voter }</b>
    Доверенность № { $number } от { $issued }, действует по { $expires } включительно
    Подпись: { $issuer }
    Право: { $scope }
meeting-mandate-yes = Да, зарегистрировать

# Бюллетени, присланные заранее.

meeting-just-now = Только что
meeting-posting-person = <b>Кто подписал бюллетень?</b>
meeting-posting-received = <b>Когда вы его получили?</b>

    Напишите день, можно со временем, например: <i>{ $today } 10:00</i>. Принимаем то, что пришло до начала собрания.
meeting-posting-received-expected = Ждём день. Напишите его обычным текстом или нажмите кнопку.
meeting-posting-ballots = <b>Что в бюллетене?</b> { $count ->
        [0] Пока ничего не записали.
       *[other] Записали вопросов: { $count }.
    }

    Нажмите на вопрос и выберите, что отмечено на бумаге. По тайным вопросам заранее не голосуют.
meeting-posting-ballot = <b>{ $question }</b>

    { $election ->
        [yes] Отметьте кандидатов, не больше { $seats }, или «Против всех».
       *[no] Что отмечено на бумаге?
    }
meeting-posting-clear = Не голосовали
meeting-posting-too-many = Отметить можно не больше { $seats }.
meeting-posting-preview = Записать бюллетень?

    <b>{ $name }</b>
    Подпись: { $person }
    Получили: { $received }

    { $ballots }

    Эта организация будет считаться участником по этим вопросам и в зале голосовать уже не сможет.
meeting-posting-yes = Да, записать
meeting-posting-taken = ✅ Записали бюллетень: <b>{ $name }</b>

# Коды.

meeting-code =
    🎫 <b>{ $organisation }</b>
    { $person }

    <code>{ $code }</code>

    { $served ->
        [yes] Страница для голосования: { $address }
       *[no] Страница для голосования не настроена: код пока не пригодится.
    }
    Код показываем один раз, прежний больше не действует. Перепишите его или передайте участнику.
meeting-codes =
    Напечатать коды всем, кто на собрании и у кого кода ещё нет?

    { $present ->
        [one] Сейчас присутствует { $present } организация.
        [few] Сейчас присутствуют { $present } организации.
       *[many] Сейчас присутствуют { $present } организаций.
    } Выданные раньше коды останутся.
button-meeting-codes-yes = Да, напечатать
meeting-codes-printed = { $count ->
    [0] Коды есть у всех, кто на собрании.
    [one] Готовим лист: { $count } код.
    [few] Готовим лист: { $count } кода.
   *[many] Готовим лист: { $count } кодов.
}
button-meeting-codes-again = Лист не пришёл: напечатать заново
meeting-codes-again =
    Напечатать новые коды всем, кто на собрании?

    { $present ->
        [one] Получится { $present } код.
        [few] Получится { $present } кода.
       *[many] Получится { $present } кодов.
    } Прежние перестанут работать, в том числе уже розданные. Поданные голоса сохранятся.
button-meeting-codes-again-yes = Да, напечатать заново
meeting-codes-title = Талоны для голосования
meeting-codes-how = Откройте { $address } и введите код. Код личный, никому его не показывайте.
meeting-codes-file = Разрежьте лист и раздайте талоны. Больше мы эти коды не покажем.

# Счётная комиссия.

meeting-tellers = 🧮 <b>Подсчёт</b>

    { $count ->
        [0] Сейчас голосований нет.
       *[other] { $tells ->
            [yes] Каждый счётчик вводит свои числа сам и чужих не видит.
           *[no] Числа вводят счётчики, здесь можно выдать бумажный бюллетень.
        }
    }
meeting-tellers-vote = <b>{ $title }</b>
    { $form ->
        [hands] Поднятием рук
       *[ballot] Бюллетенями, на бумаге выдано { $slips }{ $spoiled ->
            [0] {""}
           *[other] , испорчено { $spoiled }
        }
    }{ $open ->
        [yes] {""}
       *[no] , голосование завершено
    }{ $mine ->
        [yes] . Ваши числа записаны.
       *[no] .
    }
button-meeting-count = { $again ->
    [yes] Пересчитать: { $title }
   *[no] Ввести числа: { $title }
}
button-meeting-slips = Бумажные бюллетени
meeting-slips = <b>Бумажные бюллетени</b>: { $title }

    { $count ->
        [0] Никого не нашлось. Напишите иначе.
       *[other] Нажмите на организацию, чтобы выдать бюллетень; на выданный, чтобы отметить испорченным. Показываем { $shown } из { $count }, напишите название, чтобы найти.
    }
button-meeting-slip = { $number ->
    [0] Выдать: { $name }
   *[other] № { $number } · { $name } · испорчен?
}
meeting-slip-changed = { $spoiled ->
    [yes] Бюллетень № { $number } отмечен испорченным.
   *[no] Выдайте бюллетень № { $number }.
}
meeting-count-figures = <b>Что у вас получилось?</b>

    { $title }

    { $election ->
        [yes] Напишите числа через пробел: сначала сколько действительных бюллетеней, потом голоса за каждого по списку, в конце «против всех».

    { $candidates }
       *[no] Напишите три числа через пробел: за, против, воздержались. { $form ->
            [hands] Считайте организации, а не людей.
           *[ballot] Только по бумажным бюллетеням.
        }
    }
meeting-count-figures-expected = Ждём числа через пробел, например: 40 3 1.
meeting-count-spoiled = <b>Сколько бюллетеней вернули испорченными?</b>

    Без тех, что уже отмечены по номерам.
meeting-count-spoiled-expected = Ждём число. Если таких нет, выберите 0.
meeting-count-unreturned = <b>Сколько бюллетеней не вернули?</b>
meeting-count-unreturned-expected = Ждём число. Если вернули все, выберите 0.
meeting-count-preview = Записать ваши числа?

    <b>{ $title }</b>
    { $election ->
        [yes] Бюллетеней: { $first }
    { $lines }
    Против всех: { $last }
       *[no] За { $first }, против { $second }, воздержались { $last }
    }{ $paper ->
        [yes] {""}

    Испорчено { $spoiled }, не вернули { $unreturned }
       *[no] {""}
    }
meeting-count-yes = Да, записать
meeting-count-entered = { $how ->
    [agree] ✅ Числа сошлись. Председатель может завершить голосование.
    [differ] ⚠️ Числа не сошлись. Пусть оба пересчитают и введут заново.
   *[awaited] ✅ Записали. Ждём второго счётчика.
}
