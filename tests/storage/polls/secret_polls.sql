-- A council of nine that votes in secret as the release before left it: one poll is over, one is open.
-- Made by that release; ballots of the one that is over: 3 for, 1 against, 1 abstains.
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
(2, 'secretary'),
(3, 'council'),
(4, 'council'),
(5, 'council'),
(6, 'council'),
(7, 'council'),
(8, 'council'),
(9, 'council');
INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates, seats, exclusive, live, closes_when_all_voted, materials, tells_members, elects_council, preset, folded_question, state, created_by, created_at, opened_at, closed_at, closing, reason) VALUES
(1, 'motion', 'council', 'Избрать счётную комиссию?', '{"quorum":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"clause":"7-ФЗ, ст. 29, п. 4"},"majority":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"base":"participants","clause":"ГК РФ, ст. 181.2, п. 1"},"recusal":{"lowers_base":false,"clause":"Устав, п. 5.7"},"correspondence":""}', 'remote', 'secret', '2026-12-04T07:00:00.000000+00:00', '[]', 1, 0, 0, 0, '[]', 0, 0, '', 'избрать счетную комиссию?', 'closed', 1, '2026-12-01T07:00:00.000000+00:00', '2026-12-01T07:00:00.000000+00:00', '2026-12-01T07:00:05.000000+00:00', 'by_hand', 'Все собрались'),
(2, 'motion', 'council', 'Утвердить план', '{"quorum":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"clause":"7-ФЗ, ст. 29, п. 4"},"majority":{"share":{"numerator":1,"denominator":2,"bound":"more_than"},"base":"participants","clause":"ГК РФ, ст. 181.2, п. 1"},"recusal":{"lowers_base":false,"clause":"Устав, п. 5.7"},"correspondence":""}', 'remote', 'secret', '2026-12-04T07:00:00.000000+00:00', '[]', 1, 0, 0, 0, '[]', 0, 0, '', 'утвердить план', 'open', 1, '2026-12-01T07:00:05.000000+00:00', '2026-12-01T07:00:05.000000+00:00', NULL, NULL, '');
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
(2, 9, 'Член совета 9', '', '', '');
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
(2, 9, 9, 'Член совета 9', '');
INSERT INTO roll (poll_id, voter_id) VALUES
(1, 1),
(1, 2),
(1, 3),
(1, 4),
(1, 5),
(2, 1),
(2, 2),
(2, 3);
INSERT INTO secret_ballots (poll_id, number, ballot) VALUES
(1, '7WXO-GXK2-GIBN-45BA-6SGS-ZBUY-QE', 'for'),
(1, 'FVNQ-IM77-ZYTA-BZYM-2VBN-4B65-3Q', 'for'),
(1, 'JUBX-CSWO-EL35-JGVQ-GQ7H-XCR4-7Q', 'against'),
(1, 'NR73-Z4TG-3R5D-CHU5-2LBM-ZPNO-CQ', 'abstain'),
(1, 'RTVX-F5BT-W5TF-JGMA-64PH-YZ3M-RU', 'for'),
(2, 'FOJ5-RUMP-57YM-GZ3B-LH4N-Y5IL-F4', 'for'),
(2, 'K3WA-2LTE-6FVT-KDVA-POVV-2OFA-LA', 'against'),
(2, 'KESU-K25L-UYLY-XWAS-MRCI-N3TM-MA', 'for');
INSERT INTO entries (number, kind, payload, previous, digest) VALUES
(1, 'opened', '{"at":"2026-12-01T07:00:00+00:00","by":1,"plan":{"body":"council","candidates":[],"closes_at":"2026-12-04T07:00:00+00:00","closes_when_all_voted":false,"elects_council":false,"exclusive":false,"kind":"motion","leads":null,"live":false,"materials":[],"mode":"remote","opens_at":null,"preset":"","question":"\u0418\u0437\u0431\u0440\u0430\u0442\u044c \u0441\u0447\u0451\u0442\u043d\u0443\u044e \u043a\u043e\u043c\u0438\u0441\u0441\u0438\u044e?","rules":{"correspondence":"","majority":{"base":"participants","clause":"\u0413\u041a \u0420\u0424, \u0441\u0442. 181.2, \u043f. 1","share":{"bound":"more_than","denominator":2,"numerator":1}},"quorum":{"clause":"7-\u0424\u0417, \u0441\u0442. 29, \u043f. 4","share":{"bound":"more_than","denominator":2,"numerator":1}},"recusal":{"clause":"\u0423\u0441\u0442\u0430\u0432, \u043f. 5.7","lowers_base":false}},"seats":1,"secrecy":"secret","tells_members":false,"voters":null},"poll":1,"voters":[{"id":1,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","ogrn":"","organisation":"","people":[{"member":1,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","position":""}]},{"id":2,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","ogrn":"","organisation":"","people":[{"member":2,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","position":""}]},{"id":3,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","ogrn":"","organisation":"","people":[{"member":3,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","position":""}]},{"id":4,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","ogrn":"","organisation":"","people":[{"member":4,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","position":""}]},{"id":5,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","ogrn":"","organisation":"","people":[{"member":5,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","position":""}]},{"id":6,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","ogrn":"","organisation":"","people":[{"member":6,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","position":""}]},{"id":7,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","ogrn":"","organisation":"","people":[{"member":7,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","position":""}]},{"id":8,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","ogrn":"","organisation":"","people":[{"member":8,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","position":""}]},{"id":9,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","ogrn":"","organisation":"","people":[{"member":9,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","position":""}]}]}', '0000000000000000000000000000000000000000000000000000000000000000', '7f914db640460ef8f554c4841f520867314f7f90252b3bc710a47c9d1aa250db'),
(2, 'voted', '{"poll":1,"voter":1}', '7f914db640460ef8f554c4841f520867314f7f90252b3bc710a47c9d1aa250db', '07a729ba51380722cb6618816a5b16045d563b8955c313ad0acbf66d581ccc04'),
(3, 'voted', '{"poll":1,"voter":2}', '07a729ba51380722cb6618816a5b16045d563b8955c313ad0acbf66d581ccc04', '51a34dad0bd89b27f826440fcb37a2b6ed5813b3699578c233145c5fa0ad454c'),
(4, 'voted', '{"poll":1,"voter":3}', '51a34dad0bd89b27f826440fcb37a2b6ed5813b3699578c233145c5fa0ad454c', '4ae1b14ddf77dd97a8ac9e18f52169678b08d24a7779d2c69c832769d5a7c6da'),
(5, 'voted', '{"poll":1,"voter":4}', '4ae1b14ddf77dd97a8ac9e18f52169678b08d24a7779d2c69c832769d5a7c6da', '89363234c9073a22052f8a7435e9127c2f84f4a71c430944273e548063c8dc36'),
(6, 'voted', '{"poll":1,"voter":5}', '89363234c9073a22052f8a7435e9127c2f84f4a71c430944273e548063c8dc36', 'cc00e363d24225bd4af18245cab778170ed51502e08a7299b1a35bc38ccf544b'),
(7, 'closed', '{"at":"2026-12-01T07:00:05+00:00","closing":"by_hand","poll":1,"reason":"\u0412\u0441\u0435 \u0441\u043e\u0431\u0440\u0430\u043b\u0438\u0441\u044c","result":{"ballots":5,"items":[{"candidate":null,"counts":{"abstained":1,"against":1,"in_favour":3,"not_voting":4},"majority":{"base":5,"needed":3,"votes":3},"outcome":"adopted"}],"quorum":{"entitled":9,"needed":5,"present":5},"recused":0,"tie":null,"vacant":0},"seal":{"ballots":"40edc2037a0aeecb6360ee87459648089815708a69d1345ac50f3b8321f1f643","numbers":"0afa342935adbd296ecd42973cdfd69b1b4ac5936739d0a55aa1f9fd3d931160"},"statements_until":"2026-12-02T07:01:00+00:00"}', 'cc00e363d24225bd4af18245cab778170ed51502e08a7299b1a35bc38ccf544b', '0ffccc5db861430e4abfbb2aa8e53661c4a7977bc44554c7ccc4c0cace2c6ced'),
(8, 'opened', '{"at":"2026-12-01T07:00:05+00:00","by":1,"plan":{"body":"council","candidates":[],"closes_at":"2026-12-04T07:00:00+00:00","closes_when_all_voted":false,"elects_council":false,"exclusive":false,"kind":"motion","leads":null,"live":false,"materials":[],"mode":"remote","opens_at":null,"preset":"","question":"\u0423\u0442\u0432\u0435\u0440\u0434\u0438\u0442\u044c \u043f\u043b\u0430\u043d","rules":{"correspondence":"","majority":{"base":"participants","clause":"\u0413\u041a \u0420\u0424, \u0441\u0442. 181.2, \u043f. 1","share":{"bound":"more_than","denominator":2,"numerator":1}},"quorum":{"clause":"7-\u0424\u0417, \u0441\u0442. 29, \u043f. 4","share":{"bound":"more_than","denominator":2,"numerator":1}},"recusal":{"clause":"\u0423\u0441\u0442\u0430\u0432, \u043f. 5.7","lowers_base":false}},"seats":1,"secrecy":"secret","tells_members":false,"voters":null},"poll":2,"voters":[{"id":1,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","ogrn":"","organisation":"","people":[{"member":1,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 1","position":""}]},{"id":2,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","ogrn":"","organisation":"","people":[{"member":2,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 2","position":""}]},{"id":3,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","ogrn":"","organisation":"","people":[{"member":3,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 3","position":""}]},{"id":4,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","ogrn":"","organisation":"","people":[{"member":4,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 4","position":""}]},{"id":5,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","ogrn":"","organisation":"","people":[{"member":5,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 5","position":""}]},{"id":6,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","ogrn":"","organisation":"","people":[{"member":6,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 6","position":""}]},{"id":7,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","ogrn":"","organisation":"","people":[{"member":7,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 7","position":""}]},{"id":8,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","ogrn":"","organisation":"","people":[{"member":8,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 8","position":""}]},{"id":9,"inn":"","name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","ogrn":"","organisation":"","people":[{"member":9,"name":"\u0427\u043b\u0435\u043d \u0441\u043e\u0432\u0435\u0442\u0430 9","position":""}]}]}', '0ffccc5db861430e4abfbb2aa8e53661c4a7977bc44554c7ccc4c0cace2c6ced', '73c687915dedbb325a7b111df8180f0d0e369e46b2e754905e0c0842393dcd04'),
(9, 'voted', '{"poll":2,"voter":1}', '73c687915dedbb325a7b111df8180f0d0e369e46b2e754905e0c0842393dcd04', '6c6ffddd3f561d1cf0d18184b25e3de2b8cf99305bdf08d2703067d4f040d220'),
(10, 'voted', '{"poll":2,"voter":2}', '6c6ffddd3f561d1cf0d18184b25e3de2b8cf99305bdf08d2703067d4f040d220', '0f2492f9ffdf6cdec511f270f64971555c76c5e8dc7e1012270bf8f6071ab693'),
(11, 'voted', '{"poll":2,"voter":3}', '0f2492f9ffdf6cdec511f270f64971555c76c5e8dc7e1012270bf8f6071ab693', 'd2bf3c63c89f83df8706b0801c73c297f82251649979c389efcfa2bf59bf8a65');
INSERT INTO results (poll_id, result, outcome, salt, ballots_seal, numbers_seal, entry, statements_until) VALUES
(1, '{"quorum":{"present":5,"entitled":9,"needed":5},"ballots":5,"recused":0,"items":[{"candidate":null,"counts":{"in_favour":3,"against":1,"abstained":1,"not_voting":4},"majority":{"votes":3,"needed":3,"base":5},"outcome":"adopted"}],"tie":null,"vacant":0}', 'adopted', '5a0a8c36c670abf4dc264b1f103ba8b40013c3a9f97ed6a014203357663048ce', '40edc2037a0aeecb6360ee87459648089815708a69d1345ac50f3b8321f1f643', '0afa342935adbd296ecd42973cdfd69b1b4ac5936739d0a55aa1f9fd3d931160', 7, '2026-12-02T07:01:00.000000+00:00');
