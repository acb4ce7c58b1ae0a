# Вход: пропуска, отметки, код на экране, помощники.

door-head =
    🚪 <b>Вход: { $title }</b>
    { $starts }
door-counts = ✅ Пришли: <b>{ $arrived }</b> из { $seated }
door-unexpected = 👋 Пришли без места: <b>{ $count }</b>
door-organisations = 🏢 Организаций в зале: <b>{ $count }</b>
door-organisation = { $name }: <b>{ $arrived }</b> из { $seated }
door-alone = Без организации
door-guest = Гость
door-rest = { $count ->
    [one] И ещё { $count } организация: <b>{ $arrived }</b> из { $seated }
    [few] И ещё { $count } организации: <b>{ $arrived }</b> из { $seated }
   *[many] И ещё { $count } организаций: <b>{ $arrived }</b> из { $seated }
}
door-hint = Наведите камеру телефона на пропуск: откроется бот и скажет, кто это. Пропуска нет — отметьте по имени.
door-ask-name =
    Кого отметить? <b>{ $title }</b>

    Напишите имя или фамилию, можно только начало.
door-found = Кого отметить?
door-found-none = Никого не нашли. Проверьте, как пишется фамилия, или напишите только её начало.
door-found-more = Показаны первые { $shown }, а нашлось { $count }. Напишите имя полнее.
door-visitor = { $state ->
    [arrived] { $number }. <b>{ $name }</b> ({ $who }) — уже здесь, с { $time }
    [seated] { $number }. <b>{ $name }</b> ({ $who })
   *[unseated] { $number }. <b>{ $name }</b> ({ $who }) — места нет
}

pass-caption =
    🎟 <b>{ $title }</b>
    { $starts }

    <b>{ $name }</b>

    Покажите этот код на входе.

arrival-noted = ✅ Отметили: <b>{ $name }</b>
arrival-again = ☝️ Уже отмечали, в { $time }: <b>{ $name }</b>
arrival-unseated = { $standing ->
    [waiting] ✋ Места нет: <b>{ $name }</b>, в листе ожидания.
    [offered] ✋ Места пока нет: <b>{ $name }</b>. Место предложено, ответа ещё нет.
    [declined] ✋ Места нет: <b>{ $name }</b>. Последний ответ — «Не иду».
    [maybe] ✋ Места нет: <b>{ $name }</b>. Последний ответ — «Возможно».
   *[none] ✋ Места нет: <b>{ $name }</b>. Ответ убран.
}
arrival-who = { $who }
arrival-guests = { $count ->
    [one] 👥 С { $count } гостем
   *[many] 👥 С { $count } гостями
}
arrival-event = Событие: { $title }
arrival-let-in = Приход пока не отмечен. Впускаете? Нажмите кнопку.
arrival-unticked = Отметку сняли: <b>{ $name }</b>
arrival-self = { $outcome ->
    [noted]
        ✅ <b>Вы на месте!</b> { $title }

        Отметили вас, спасибо, что пришли.
   *[again] ☝️ Вы уже отмечены, в { $time }: <b>{ $title }</b>
}

screen = { $shown ->
    [yes]
        <b>{ $title }</b>

        Наведите камеру телефона на код — и вы отмечены.
        Уже пришли: <b>{ $count }</b>
   *[no]
        <b>{ $title }</b>

        Код больше не показываем: отметиться по нему уже нельзя.
        Пришли: <b>{ $count }</b>
}
screen-opening = Код сейчас придёт. Выведите его на экран: он меняется каждую минуту.
screen-closing = Убираем код.

helpers-head = 🤝 <b>Помощники на входе: { $title }</b>
helpers-none = Пока никого. Помощник сканирует пропуска и отмечает пришедших по имени.
helper-line = { $number }. <b>{ $name }</b> ({ $who })
helper-ask-name =
    Кто поможет на входе? <b>{ $title }</b>

    Напишите имя или фамилию, можно только начало.
helper-found = Кто поможет на входе?
helper-found-none = Никого не нашли. Помочь могут те, кто уже подключился к боту и ещё не помогает; организаторов добавлять не нужно.

button-find = Отметить по имени
button-find-next = Следующее имя
button-screen = Код на экран
button-screen-off = Убрать код
button-screen-again = Показать снова
button-helpers = Помощники
button-helper-add = Добавить помощника
button-dismiss = ✕ { $number }. { $name }
button-candidate = { $number }. { $name }
button-visitor = { $arrived ->
    [yes] ✓ { $number }. { $name } — снять отметку
   *[no] { $number }. { $name }
}
button-tick-anyway = Впустить и отметить
button-tick-again = Отметить снова
button-untick = Снять отметку
button-to-door = ‹ Ко входу
button-open-door = Открыть вход
