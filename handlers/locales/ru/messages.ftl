# Сообщение организатора тем, кто идёт, ждёт, молчит или пришёл.

message-to-whom =
    <b>{ $title }</b>

    Кому написать?
message-to-nobody =
    <b>{ $title }</b>

    Писать пока некому: событие ещё никому не показали.
message-question =
    ✍️ Кому: { $group } · { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }{ $unreachable ->
        [0] {""}
       *[other] {", "}недоступны: { $unreachable }
    }{ $not_joined ->
        [0] {""}
       *[other] {", "}ещё не в боте: { $not_joined }
    }.

    Отправьте текст одним сообщением: жирный шрифт, курсив и ссылки сохранятся. Сначала покажем, как это будет выглядеть.
message-letter =
    ✉️ <b>{ $title }</b>

    { $text }
message-send = { $people ->
    [one] Отправить { $people } человеку
   *[other] Отправить { $people } людям
}
message-drop = Отмена
message-sending = Отправляем!
message-dropped = Хорошо, никому ничего не отправили.
message-text-only = Пока можно отправить только текст: без фотографий, файлов и голосовых. Напишите, пожалуйста, словами.
