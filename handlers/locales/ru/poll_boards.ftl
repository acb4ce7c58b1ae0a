# Голосование глазами председателя и секретаря.

poll-board-awaited = ⏳ Ещё не проголосовали: <b>{ $count }</b>
poll-board-voter = { $reached ->
    [no] 📵 { $name }
    [gone] 🚫 { $name }: голосовать некому
   *[yes] · { $name }
}
poll-board-more = …и ещё { $more }
poll-board-all-voted = ✅ Проголосовали все, кто мог.
poll-board-unreached = 📵 До отмеченных сообщения не доходят: позвоните им.
poll-board-statements = ⏳ Протокол можно выпустить после: { $until }. До этого каждый, кто голосовал против, может попросить записать это.
poll-board-orphaned = 🚫 Голосовать некому: <b>{ $names }</b>{ $count ->
    [1] {""}
   *[other] {" "}(всего { $count })
}. Поможет доверенность: её запишет председатель или секретарь.
poll-board-orphaned-note = 🚫 За отмеченных голосовать некому: их представителей в альянсе больше нет. Организация может выдать доверенность новому руководителю или другому участнику голосования. Запишите её кнопкой «Доверенность».
poll-board-proxies = { $count ->
    [0] 📜 Доверенностей в силе нет.
   *[other] 📜 <b>Доверенности в силе:</b> { $count }
}
poll-board-proxy-line =
    <b>{ $name }</b>{ $voted ->
        [yes] {" "}· ✅ голос подан
       *[no] {""}
    }
    Голосует { $holder }, доверенность № { $number } от { $issued_on }, до: { $expires_at }
poll-board-revoke-question =
    ↩️ <b>Записать отзыв доверенности № { $number }?</b>

    Чей голос: <b>{ $name }</b>
    Кто голосует: <b>{ $holder }</b>

    Отозвать доверенность вправе тот, кто её выдал. Запишите отзыв, если вам о нём сообщили. { $standing ->
        [waiting] Голос ещё не подан: после отзыва доверитель проголосует сам или выдаст другую доверенность.
        [named] Голос уже подан и остаётся в силе. До окончания доверитель сможет его изменить.
       *[secret] Голос уже подан. Он тайный, поэтому остаётся в силе и изменить его нельзя.
    }
poll-board-revoked = Отзыв записан. Доверенному лицу сообщили.
poll-board-tie = ⚖️ Нужно решить: назначить второй тур или записать жребий.
poll-board-run-off = ⚖️ Назначен второй тур.

poll-board-open = Открыть сейчас
poll-board-change = Изменить
poll-board-who = Кто не голосовал
poll-board-proxy = Доверенность
poll-board-revoke = ↩️ Отозвать: { $name }
poll-board-revoke-sure = Да, записать отзыв
button-poll-proxies = 📜 Доверенности: { $count }
poll-board-close = Завершить сейчас
poll-board-cancel = Отменить
poll-board-second = Назначить второй тур
poll-board-lot = Записать жребий
poll-board-ballot = К бюллетеню
button-poll-new = ➕ Новое голосование
button-poll-board = ⚙️ Управление
button-poll-details = ⚙️ Настроить подробнее
