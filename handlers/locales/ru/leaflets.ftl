# Приглашения, которые распечатывают и раздают.

leaflets-title = Приглашения: { $alliance }
leaflets-count = { $count ->
    [one] { $count } приглашение
    [few] { $count } приглашения
   *[many] { $count } приглашений
}
leaflets-caution = Каждая ссылка личная: кто откроет её первым, тот и войдёт под этим именем. Передайте каждую лично в руки и не публикуйте.
leaflets-nobody = Все уже подключились: раздавать некому.

leaflets-invitation = Личное приглашение
leaflets-how = Наведите камеру телефона на код или откройте ссылку, затем нажмите «Старт» («Запустить»).
leaflets-moment = { $moment } ({ $zone })
leaflets-until = Срок действия: { leaflets-moment }

leaflets-name = Имя
leaflets-organisation = Организация
leaflets-link = Ссылка
leaflets-expires = Срок действия
