/** Russian grammar. */

const FORMS = new Intl.PluralRules("ru");

/** `counted(5, "голос", "голоса", "голосов")` is «5 голосов». */
export function counted(count, one, few, many) {
  return `${count} ${{ one, few, many }[FORMS.select(count)]}`;
}
