# Голосование глазами председателя и секретаря.

poll-board-awaited = ⏳ Ещё не проголосовали: <b>{ $count }</b>
poll-board-voter = { $reached ->
    [no] 📵 { $name }
   *[yes] · { $name }
}
poll-board-more = …и ещё { $more }
poll-board-all-voted = ✅ Проголосовали все, кто мог.
poll-board-unreached = 📵 До отмеченных сообщения не доходят: позвоните им.
poll-board-statements = ⏳ Протокол можно выпустить после: { $until }. До этого каждый, кто голосовал против, может попросить записать это.
poll-board-tie = ⚖️ Нужно решить: назначить второй тур или записать жребий.
poll-board-run-off = ⚖️ Назначен второй тур.

poll-board-open = Открыть сейчас
poll-board-change = Изменить
poll-board-who = Кто не голосовал
poll-board-proxy = Доверенность
poll-board-close = Завершить сейчас
poll-board-cancel = Отменить
poll-board-second = Назначить второй тур
poll-board-lot = Записать жребий
poll-board-ballot = К бюллетеню
button-poll-new = ➕ Новое голосование
button-poll-board = ⚙️ Управление
button-poll-details = ⚙️ Настроить подробнее
