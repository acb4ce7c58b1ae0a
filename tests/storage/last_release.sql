-- The rows of a database as the release before the migrations 19 and 20 left it, on 2 December 2026 at
-- 11:00:10 UTC: a council of nine, two closed polls (of the first chair and secretary have heard that the
-- minutes are ready) and an open one, two events, and messages that show them in every way.
INSERT INTO members (id, name, folded_name, position, phone, email, delegate, telegram_id, joined_at, language, consent_version, consented_at, guest) VALUES
(1, 'Член совета 1', 'член совета 1', '', '', '', 0, 1, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(2, 'Член совета 2', 'член совета 2', '', '', '', 0, 2, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(3, 'Член совета 3', 'член совета 3', '', '', '', 0, 3, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(4, 'Член совета 4', 'член совета 4', '', '', '', 0, 4, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(5, 'Член совета 5', 'член совета 5', '', '', '', 0, 5, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(6, 'Член совета 6', 'член совета 6', '', '', '', 0, 6, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(7, 'Член совета 7', 'член совета 7', '', '', '', 0, 7, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(8, 'Член совета 8', 'член совета 8', '', '', '', 0, 8, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(9, 'Член совета 9', 'член совета 9', '', '', '', 0, 9, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0),
(10, 'Член совета 10', 'член совета 10', '', '', '', 0, 10, '2026-12-01T07:00:00.000000+00:00', 'ru', 1, '2026-12-01T07:00:00.000000+00:00', 0);
INSERT INTO roles (member_id, role) VALUES
(1, 'chair'),
(1, 'organiser'),
(2, 'secretary'),
(3, 'council'),
(4, 'council'),
(5, 'council'),
(6, 'council'),
(7, 'council'),
(8, 'council'),
(9, 'council');
INSERT INTO reminders (event_id, lead_seconds, due_at) VALUES
(1, 1800, '2026-12-02T11:30:00.000000+00:00'),
(2, 259200, '2026-12-03T07:00:00.000000+00:00'),
(2, 86400, '2026-12-05T07:00:00.000000+00:00'),
(2, 43200, '2026-12-05T19:00:00.000000+00:00'),
(2, 10800, '2026-12-06T04:00:00.000000+00:00'),
(2, 7200, '2026-12-06T05:00:00.000000+00:00'),
(2, 3600, '2026-12-06T06:00:00.000000+00:00'),
(2, 1800, '2026-12-06T06:30:00.000000+00:00');
INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, municipalities, kind, room, link, guests, guests_named, state, reason, created_by, created_at, uid, sequence, changed_at, secret) VALUES
(1, 'Встреча', '', '2026-12-02T12:00:00.000000+00:00', '2026-12-02T14:00:00.000000+00:00', 'Дом', 'everybody', '[]', 'meeting', '', '', 0, 0, 'published', '', 1, '2026-12-02T11:00:00.000000+00:00', '0092130254b47358dc027f7c96660b43', 0, '2026-12-02T11:00:00.000000+00:00', X'D5A3FBC976B10976D9D31C7CB9FED0E810EEE66D759EE438802C861264868607'),
(2, 'Форум', '', '2026-12-06T07:00:00.000000+00:00', '2026-12-06T09:00:00.000000+00:00', 'Дом', 'everybody', '[]', 'meeting', '', '', 0, 0, 'published', '', 1, '2026-12-02T11:00:00.000000+00:00', '8c3dbdfeb3b89ec2b69dbba1a04af6dd', 0, '2026-12-02T11:00:00.000000+00:00', X'1EEC66A47E3CE34642E1CFDD48465FFBC10E899D29B76072ECD1A554A67366B9');
INSERT INTO rsvps (event_id, member_id, answer, answered_at, update_id, seat, place, guests, guest_names) VALUES
(2, 4, 'going', '2026-12-02T11:00:00.000000+00:00', 0, 'seated', 1, 0, '[]');
INSERT INTO cards (chat_id, message_id, event_id, member_id, view, caption, until) VALUES
(-1002, 82, 1, NULL, 'post', 0, NULL),
(1, 42, 1, 1, 'board', 0, NULL),
(1, 43, 1, 1, 'door', 0, NULL),
(1, 81, 1, 1, 'screen', 0, '2026-12-02T14:00:00.000000+00:00'),
(3, 41, 1, 3, 'card', 1, NULL),
(4, 51, 1, 4, 'card', 0, NULL);
INSERT INTO notices (id, key, member_id, chat_id, kind, subject, priority, edits_chat, edits_message, state, version, attempts, doubtful, not_before, created_at) VALUES
(83, 'card:1:81:end', 1, NULL, 'event.card_changed', '{"event":1}', 1, 1, 81, 'pending', 1, 0, 0, '2026-12-02T14:00:00.000000+00:00', '2026-12-02T11:00:10.000000+00:00'),
(84, 'card:1:42', 1, NULL, 'event.card_changed', '{"event":1}', 1, 1, 42, 'pending', 1, 0, 0, '2026-12-02T11:00:11.000000+00:00', '2026-12-02T11:00:10.000000+00:00'),
(85, 'card:1:43', 1, NULL, 'event.card_changed', '{"event":1}', 1, 1, 43, 'pending', 1, 0, 0, '2026-12-02T11:00:11.000000+00:00', '2026-12-02T11:00:10.000000+00:00'),
(86, 'card:-1002:82', NULL, -1002, 'event.card_changed', '{"event":1}', 1, -1002, 82, 'pending', 1, 0, 0, '2026-12-02T11:00:14.000000+00:00', '2026-12-02T11:00:10.000000+00:00');
INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates, seats, exclusive, live, closes_when_all_voted, materials, tells_members, elects_council, preset, folded_question, state, created_by, created_at, opened_at, closed_at, closing, reason) VALUES
(1, 'motion', 'council', 'Смета?', '{"quorum":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"clause":"7-ФЗ, ст. 29, п. 4"},"majority":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"base":"participants","clause":"ГК РФ, ст. 181.2, п. 1"},"recusal":{"lowers_base":false,"clause":"Устав, п. 5.7"},"correspondence":""}', 'remote', 'named', '2026-12-01T09:00:00.000000+00:00', '[]', 1, 0, 0, 0, '[]', 0, 0, '', 'смета?', 'closed', 1, '2026-12-01T07:00:00.000000+00:00', '2026-12-01T07:00:00.000000+00:00', '2026-12-01T09:00:00.000000+00:00', 'deadline', ''),
(2, 'motion', 'council', 'План?', '{"quorum":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"clause":"7-ФЗ, ст. 29, п. 4"},"majority":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"base":"participants","clause":"ГК РФ, ст. 181.2, п. 1"},"recusal":{"lowers_base":false,"clause":"Устав, п. 5.7"},"correspondence":""}', 'remote', 'named', '2026-12-02T11:00:00.000000+00:00', '[]', 1, 0, 0, 0, '[]', 0, 0, '', 'план?', 'closed', 1, '2026-12-02T10:00:00.000000+00:00', '2026-12-02T10:00:00.000000+00:00', '2026-12-02T11:00:00.000000+00:00', 'deadline', ''),
(3, 'motion', 'council', 'Съезд?', '{"quorum":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"clause":"7-ФЗ, ст. 29, п. 4"},"majority":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"base":"participants","clause":"ГК РФ, ст. 181.2, п. 1"},"recusal":{"lowers_base":false,"clause":"Устав, п. 5.7"},"correspondence":""}', 'remote', 'named', '2026-12-05T07:00:00.000000+00:00', '[]', 1, 0, 0, 0, '[]', 0, 0, '', 'съезд?', 'open', 1, '2026-12-02T11:00:00.000000+00:00', '2026-12-02T11:00:00.000000+00:00', NULL, NULL, '');
INSERT INTO voters (poll_id, voter_id, name, inn, ogrn, organisation) VALUES
(1, 1, 'Член совета 1', '', '', ''),
(1, 2, 'Член совета 2', '', '', ''),
(1, 3, 'Член совета 3', '', '', ''),
(1, 4, 'Член совета 4', '', '', ''),
(1, 5, 'Член совета 5', '', '', ''),
(1, 6, 'Член совета 6', '', '', ''),
(1, 7, 'Член совета 7', '', '', ''),
(1, 8, 'Член совета 8', '', '', ''),
(1, 9, 'Член совета 9', '', '', ''),
(2, 1, 'Член совета 1', '', '', ''),
(2, 2, 'Член совета 2', '', '', ''),
(2, 3, 'Член совета 3', '', '', ''),
(2, 4, 'Член совета 4', '', '', ''),
(2, 5, 'Член совета 5', '', '', ''),
(2, 6, 'Член совета 6', '', '', ''),
(2, 7, 'Член совета 7', '', '', ''),
(2, 8, 'Член совета 8', '', '', ''),
(2, 9, 'Член совета 9', '', '', ''),
(3, 1, 'Член совета 1', '', '', ''),
(3, 2, 'Член совета 2', '', '', ''),
(3, 3, 'Член совета 3', '', '', ''),
(3, 4, 'Член совета 4', '', '', ''),
(3, 5, 'Член совета 5', '', '', ''),
(3, 6, 'Член совета 6', '', '', ''),
(3, 7, 'Член совета 7', '', '', ''),
(3, 8, 'Член совета 8', '', '', ''),
(3, 9, 'Член совета 9', '', '', '');
INSERT INTO poll_delegates (poll_id, voter_id, member_id, name, position) VALUES
(1, 1, 1, 'Член совета 1', ''),
(1, 2, 2, 'Член совета 2', ''),
(1, 3, 3, 'Член совета 3', ''),
(1, 4, 4, 'Член совета 4', ''),
(1, 5, 5, 'Член совета 5', ''),
(1, 6, 6, 'Член совета 6', ''),
(1, 7, 7, 'Член совета 7', ''),
(1, 8, 8, 'Член совета 8', ''),
(1, 9, 9, 'Член совета 9', ''),
(2, 1, 1, 'Член совета 1', ''),
(2, 2, 2, 'Член совета 2', ''),
(2, 3, 3, 'Член совета 3', ''),
(2, 4, 4, 'Член совета 4', ''),
(2, 5, 5, 'Член совета 5', ''),
(2, 6, 6, 'Член совета 6', ''),
(2, 7, 7, 'Член совета 7', ''),
(2, 8, 8, 'Член совета 8', ''),
(2, 9, 9, 'Член совета 9', ''),
(3, 1, 1, 'Член совета 1', ''),
(3, 2, 2, 'Член совета 2', ''),
(3, 3, 3, 'Член совета 3', ''),
(3, 4, 4, 'Член совета 4', ''),
(3, 5, 5, 'Член совета 5', ''),
(3, 6, 6, 'Член совета 6', ''),
(3, 7, 7, 'Член совета 7', ''),
(3, 8, 8, 'Член совета 8', ''),
(3, 9, 9, 'Член совета 9', '');
INSERT INTO ballots (poll_id, voter_id, ballot, cast_by, cast_at, update_id) VALUES
(1, 1, 'for', 1, '2026-12-01T07:00:01.000000+00:00', 0),
(1, 2, 'for', 2, '2026-12-01T07:00:02.000000+00:00', 0),
(1, 3, 'for', 3, '2026-12-01T07:00:03.000000+00:00', 0),
(1, 4, 'for', 4, '2026-12-01T07:00:04.000000+00:00', 0),
(1, 5, 'for', 5, '2026-12-01T07:00:05.000000+00:00', 0),
(1, 6, 'against', 6, '2026-12-01T07:00:06.000000+00:00', 0),
(1, 7, 'against', 7, '2026-12-01T07:00:07.000000+00:00', 0),
(2, 1, 'for', 1, '2026-12-02T10:00:01.000000+00:00', 0),
(2, 2, 'for', 2, '2026-12-02T10:00:02.000000+00:00', 0),
(2, 3, 'for', 3, '2026-12-02T10:00:03.000000+00:00', 0),
(2, 4, 'for', 4, '2026-12-02T10:00:04.000000+00:00', 0),
(2, 5, 'for', 5, '2026-12-02T10:00:05.000000+00:00', 0),
(2, 6, 'against', 6, '2026-12-02T10:00:06.000000+00:00', 0),
(2, 7, 'against', 7, '2026-12-02T10:00:07.000000+00:00', 0);
INSERT INTO entries (number, kind, payload, previous, digest) VALUES
(1, 'opened', '{"at":"2026-12-01T07:00:00+00:00","by":1,"plan":{"body":"council","candidates":[],"closes_at":"2026-12-01T09:00:00+00:00","closes_when_all_voted":false,"elects_council":false,"exclusive":false,"kind":"motion","leads":null,"live":false,"materials":[],"mode":"remote","opens_at":null,"preset":"","question":"\u0421\u043c\u0435\u0442\u0430?","rules":{"correspondence":"","majority":{"base":"participants","clause":"\u0413\u041a \u0420\u0424, \u0441\u0442. 181.2, \u043f. 1","share":{"bound":"more_than","denominator":2,"numerator":1}},"quorum":{"clause":"7-\u0424\u0417, \u0441\u0442. 29, \u043f. 4","share":{"bound":"more_than","denominator":2,"numerator":1}},"recusal":{"clause":"\u0423\u0441\u0442\u0430\u0432, \u043f. 5.7","lowers_base":false}},"seats":1,"secrecy":"named","tells_members":false,"voters":null},"poll":1,"voters":[{"id":1,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","ogrn":"","organisation":"","people":[{"member":1,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","position":""}]},{"id":2,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","ogrn":"","organisation":"","people":[{"member":2,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","position":""}]},{"id":3,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","ogrn":"","organisation":"","people":[{"member":3,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","position":""}]},{"id":4,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","ogrn":"","organisation":"","people":[{"member":4,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","position":""}]},{"id":5,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","ogrn":"","organisation":"","people":[{"member":5,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","position":""}]},{"id":6,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","ogrn":"","organisation":"","people":[{"member":6,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","position":""}]},{"id":7,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","ogrn":"","organisation":"","people":[{"member":7,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","position":""}]},{"id":8,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","ogrn":"","organisation":"","people":[{"member":8,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","position":""}]},{"id":9,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","ogrn":"","organisation":"","people":[{"member":9,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","position":""}]}]}', '0000000000000000000000000000000000000000000000000000000000000000', '00e6dc677896123952fe726cd1d029f8d3dd115e95d5854a54ec6f65b0844db5'),
(2, 'ballot', '{"at":"2026-12-01T07:00:01+00:00","ballot":"for","by":1,"poll":1,"voter":1}', '00e6dc677896123952fe726cd1d029f8d3dd115e95d5854a54ec6f65b0844db5', 'f4e1d427026df306274084cf352c41379d351432860e98b92d3802c3337531d6'),
(3, 'ballot', '{"at":"2026-12-01T07:00:02+00:00","ballot":"for","by":2,"poll":1,"voter":2}', 'f4e1d427026df306274084cf352c41379d351432860e98b92d3802c3337531d6', '43a095ccbe7fb9267dce1d22c04cd3d799fbc5b26386d0367b4af2e8f49f04e0'),
(4, 'ballot', '{"at":"2026-12-01T07:00:03+00:00","ballot":"for","by":3,"poll":1,"voter":3}', '43a095ccbe7fb9267dce1d22c04cd3d799fbc5b26386d0367b4af2e8f49f04e0', 'f3123f4d5d2321d6a16bc878c77ea04358a70007a649ae13d5d0e072310997ec'),
(5, 'ballot', '{"at":"2026-12-01T07:00:04+00:00","ballot":"for","by":4,"poll":1,"voter":4}', 'f3123f4d5d2321d6a16bc878c77ea04358a70007a649ae13d5d0e072310997ec', '451bce8c9d94adbdcac5c994307437b999c478e1f9faddee6ea47c01bee47388'),
(6, 'ballot', '{"at":"2026-12-01T07:00:05+00:00","ballot":"for","by":5,"poll":1,"voter":5}', '451bce8c9d94adbdcac5c994307437b999c478e1f9faddee6ea47c01bee47388', '0a06b54a8f8da07ea91053b2d79c40a8a75cdffd789fceb78801622c0fc096ac'),
(7, 'ballot', '{"at":"2026-12-01T07:00:06+00:00","ballot":"against","by":6,"poll":1,"voter":6}', '0a06b54a8f8da07ea91053b2d79c40a8a75cdffd789fceb78801622c0fc096ac', '9872cd43f602cc40b246233427881414e1efce7c06e5b2c916632cbb4960d666'),
(8, 'ballot', '{"at":"2026-12-01T07:00:07+00:00","ballot":"against","by":7,"poll":1,"voter":7}', '9872cd43f602cc40b246233427881414e1efce7c06e5b2c916632cbb4960d666', 'a79c0708abfbd6177ec0439ce29eacb3a067cf48d52de2fd6a3d839a140a58d3'),
(9, 'closed', '{"at":"2026-12-01T09:00:00+00:00","closing":"deadline","poll":1,"reason":"","result":{"ballots":7,"items":[{"candidate":null,"counts":{"abstained":0,"against":2,"in_favour":5,"not_voting":2},"majority":{"base":7,"needed":4,"votes":5},"outcome":"adopted"}],"quorum":{"entitled":9,"needed":5,"present":7},"recused":0,"tie":null,"vacant":0},"seal":{"ballots":"8e5b9e21e3d9a399b88184b82ae59ad3165eb930b71c2cbc022334981061e65f","numbers":"847874035cd051ea5cd5fbf937beae15fa04b168e705833fb6576aad021f3123"},"statements_until":"2026-12-02T09:00:00+00:00"}', 'a79c0708abfbd6177ec0439ce29eacb3a067cf48d52de2fd6a3d839a140a58d3', '3ef5d962724848ec09818e455e7556d3db32a851efae8ddfd6670933a7b695df'),
(10, 'opened', '{"at":"2026-12-02T10:00:00+00:00","by":1,"plan":{"body":"council","candidates":[],"closes_at":"2026-12-02T11:00:00+00:00","closes_when_all_voted":false,"elects_council":false,"exclusive":false,"kind":"motion","leads":null,"live":false,"materials":[],"mode":"remote","opens_at":null,"preset":"","question":"\u041f\u043b\u0430\u043d?","rules":{"correspondence":"","majority":{"base":"participants","clause":"\u0413\u041a \u0420\u0424, \u0441\u0442. 181.2, \u043f. 1","share":{"bound":"more_than","denominator":2,"numerator":1}},"quorum":{"clause":"7-\u0424\u0417, \u0441\u0442. 29, \u043f. 4","share":{"bound":"more_than","denominator":2,"numerator":1}},"recusal":{"clause":"\u0423\u0441\u0442\u0430\u0432, \u043f. 5.7","lowers_base":false}},"seats":1,"secrecy":"named","tells_members":false,"voters":null},"poll":2,"voters":[{"id":1,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","ogrn":"","organisation":"","people":[{"member":1,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","position":""}]},{"id":2,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","ogrn":"","organisation":"","people":[{"member":2,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","position":""}]},{"id":3,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","ogrn":"","organisation":"","people":[{"member":3,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","position":""}]},{"id":4,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","ogrn":"","organisation":"","people":[{"member":4,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","position":""}]},{"id":5,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","ogrn":"","organisation":"","people":[{"member":5,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","position":""}]},{"id":6,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","ogrn":"","organisation":"","people":[{"member":6,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","position":""}]},{"id":7,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","ogrn":"","organisation":"","people":[{"member":7,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","position":""}]},{"id":8,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","ogrn":"","organisation":"","people":[{"member":8,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","position":""}]},{"id":9,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","ogrn":"","organisation":"","people":[{"member":9,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","position":""}]}]}', '3ef5d962724848ec09818e455e7556d3db32a851efae8ddfd6670933a7b695df', '7b122b1ac422ed429500cd337f7c192e43ca73cc56f505e7f66712d3d1f0491b'),
(11, 'ballot', '{"at":"2026-12-02T10:00:01+00:00","ballot":"for","by":1,"poll":2,"voter":1}', '7b122b1ac422ed429500cd337f7c192e43ca73cc56f505e7f66712d3d1f0491b', '1e5b3909ddd142a2e64840b2e86a2d0e46bfbd6e3952efa6b01f5ad9572c1cdc'),
(12, 'ballot', '{"at":"2026-12-02T10:00:02+00:00","ballot":"for","by":2,"poll":2,"voter":2}', '1e5b3909ddd142a2e64840b2e86a2d0e46bfbd6e3952efa6b01f5ad9572c1cdc', '5f712d25bd5ca29dc7d5b38b24a791226c6dd369fe3ea0299443ccbdd2cc6b1b'),
(13, 'ballot', '{"at":"2026-12-02T10:00:03+00:00","ballot":"for","by":3,"poll":2,"voter":3}', '5f712d25bd5ca29dc7d5b38b24a791226c6dd369fe3ea0299443ccbdd2cc6b1b', 'c65b67371539d215ccf86102ea29c5de2692262915452e0a8816706211b94bfe'),
(14, 'ballot', '{"at":"2026-12-02T10:00:04+00:00","ballot":"for","by":4,"poll":2,"voter":4}', 'c65b67371539d215ccf86102ea29c5de2692262915452e0a8816706211b94bfe', '00218f353f485472634b0921795c1048f66821aab6f0005c2df777ad8ee72bb7'),
(15, 'ballot', '{"at":"2026-12-02T10:00:05+00:00","ballot":"for","by":5,"poll":2,"voter":5}', '00218f353f485472634b0921795c1048f66821aab6f0005c2df777ad8ee72bb7', '6ebb69cb40ff19fef6999363e9241d14f1a61e62ecd4b9cc45f7be37e23a3b2c'),
(16, 'ballot', '{"at":"2026-12-02T10:00:06+00:00","ballot":"against","by":6,"poll":2,"voter":6}', '6ebb69cb40ff19fef6999363e9241d14f1a61e62ecd4b9cc45f7be37e23a3b2c', '8e5cc9323f5b173bcdfabe470e37b1b9255a520cf20066f96899b91506e97f38'),
(17, 'ballot', '{"at":"2026-12-02T10:00:07+00:00","ballot":"against","by":7,"poll":2,"voter":7}', '8e5cc9323f5b173bcdfabe470e37b1b9255a520cf20066f96899b91506e97f38', '0fc12dde2e3e8ee1c83e2db33565a12259162a23bf6bc759b20337c6fe26a9dc'),
(18, 'closed', '{"at":"2026-12-02T11:00:00+00:00","closing":"deadline","poll":2,"reason":"","result":{"ballots":7,"items":[{"candidate":null,"counts":{"abstained":0,"against":2,"in_favour":5,"not_voting":2},"majority":{"base":7,"needed":4,"votes":5},"outcome":"adopted"}],"quorum":{"entitled":9,"needed":5,"present":7},"recused":0,"tie":null,"vacant":0},"seal":{"ballots":"ba5555ec8e3844b61bb627dceb2008ee3469646162aa9ff6d8c681c022094512","numbers":"23ea8016cc46f2cdf53d9835c08614f610495e4748b4bacde5b3055ed62b27fb"},"statements_until":"2026-12-03T11:00:00+00:00"}', '0fc12dde2e3e8ee1c83e2db33565a12259162a23bf6bc759b20337c6fe26a9dc', '1f8fe0b56ebbe08328ad26fc7378fdd0809314d5107e2f45e646f34ae87c79d1'),
(19, 'opened', '{"at":"2026-12-02T11:00:00+00:00","by":1,"plan":{"body":"council","candidates":[],"closes_at":"2026-12-05T07:00:00+00:00","closes_when_all_voted":false,"elects_council":false,"exclusive":false,"kind":"motion","leads":null,"live":false,"materials":[],"mode":"remote","opens_at":null,"preset":"","question":"\u0421\u044a\u0435\u0437\u0434?","rules":{"correspondence":"","majority":{"base":"participants","clause":"\u0413\u041a \u0420\u0424, \u0441\u0442. 181.2, \u043f. 1","share":{"bound":"more_than","denominator":2,"numerator":1}},"quorum":{"clause":"7-\u0424\u0417, \u0441\u0442. 29, \u043f. 4","share":{"bound":"more_than","denominator":2,"numerator":1}},"recusal":{"clause":"\u0423\u0441\u0442\u0430\u0432, \u043f. 5.7","lowers_base":false}},"seats":1,"secrecy":"named","tells_members":false,"voters":null},"poll":3,"voters":[{"id":1,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","ogrn":"","organisation":"","people":[{"member":1,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","position":""}]},{"id":2,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","ogrn":"","organisation":"","people":[{"member":2,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","position":""}]},{"id":3,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","ogrn":"","organisation":"","people":[{"member":3,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","position":""}]},{"id":4,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","ogrn":"","organisation":"","people":[{"member":4,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","position":""}]},{"id":5,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","ogrn":"","organisation":"","people":[{"member":5,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","position":""}]},{"id":6,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","ogrn":"","organisation":"","people":[{"member":6,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","position":""}]},{"id":7,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","ogrn":"","organisation":"","people":[{"member":7,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","position":""}]},{"id":8,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","ogrn":"","organisation":"","people":[{"member":8,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","position":""}]},{"id":9,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","ogrn":"","organisation":"","people":[{"member":9,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","position":""}]}]}', '1f8fe0b56ebbe08328ad26fc7378fdd0809314d5107e2f45e646f34ae87c79d1', 'f97a8141b6a0d9c3e4b0ad5498c2c071b0e9f3893ac161c52c413361e90cd2a9');
INSERT INTO results (poll_id, result, outcome, salt, ballots_seal, numbers_seal, entry) VALUES
(1, '{"quorum":{"present":7,"entitled":9,"needed":5},"ballots":7,"recused":0,"items":[{"candidate":null,"counts":{"in_favour":5,"against":2,"abstained":0,"not_voting":2},"majority":{"votes":5,"needed":4,"base":7},"outcome":"adopted"}],"tie":null,"vacant":0}', 'adopted', '7d444232b4d7363a3c88223c3f627623d12b60052adcf9cbcc42497cff15cd60', '8e5b9e21e3d9a399b88184b82ae59ad3165eb930b71c2cbc022334981061e65f', '847874035cd051ea5cd5fbf937beae15fa04b168e705833fb6576aad021f3123', 9),
(2, '{"quorum":{"present":7,"entitled":9,"needed":5},"ballots":7,"recused":0,"items":[{"candidate":null,"counts":{"in_favour":5,"against":2,"abstained":0,"not_voting":2},"majority":{"votes":5,"needed":4,"base":7},"outcome":"adopted"}],"tie":null,"vacant":0}', 'adopted', 'f1b865caaa42c2a537d25816b0426508f6ee39cb2758a4d21951d7ff95c65172', 'ba5555ec8e3844b61bb627dceb2008ee3469646162aa9ff6d8c681c022094512', '23ea8016cc46f2cdf53d9835c08614f610495e4748b4bacde5b3055ed62b27fb', 18);
INSERT INTO poll_reminders (poll_id, lead_seconds, last, due_at) VALUES
(3, 1800, 1, '2026-12-05T06:30:00.000000+00:00'),
(3, 10800, 0, '2026-12-05T04:00:00.000000+00:00'),
(3, 86400, 0, '2026-12-04T07:00:00.000000+00:00');
INSERT INTO poll_messages (chat_id, message_id, poll_id, member_id, view, caption) VALUES
(-1001, 57, 3, NULL, 'post', 0),
(2, 32, 3, 2, 'board', 0),
(3, 31, 3, 3, 'ballot', 0),
(4, 51, 3, 4, 'ballot', 0);
INSERT INTO statement_times (poll_id, until, told) VALUES
(1, '2026-12-02T09:00:00.000000+00:00', 1),
(2, '2026-12-03T11:00:00.000000+00:00', 0);
