/** Numbers with their nouns. */

/** `counter("ru")(5, "голос", "голоса", "голосов")` is «5 голосов»; English has no `few`. */
export function counter(language) {
  const rules = new Intl.PluralRules(language);
  return (count, one, few, many) => `${count} ${{ one, few, many, other: many }[rules.select(count)]}`;
}
