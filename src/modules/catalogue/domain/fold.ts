// Folding and stemming: the form in which words of index and query are compared.

const letters: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }
const endings = ['ungen', 'ung', 'innen', 'ern', 'em', 'en', 'er', 'es', 'e', 's', 'n']
const shortestStem = 4

/**
 * A word in lower case without umlauts and accents. "ae", "oe" and "ue" are read as umlauts
 * unless a vowel or q stands before ("fuehrerschein", but "steuer", "bauen", "quelle").
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüßæœøłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/(^|[^aeiouqy])([aou])e/g, '$1$2')
}

/** Folded words of a text in their order. */
export function words(text: string): string[] {
  const found = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return found.map(fold)
}

/** The stem of a folded word: one ending less, if enough is left. Light on purpose: it only has to treat index and query alike. */
export function stem(word: string): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    if (rest.length >= (ending === 's' ? 3 : shortestStem)) return rest
  }
  return word
}

const filling = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines und oder fur von vom zu zum zur mit im in am an auf aus bei nach uber ' +
    'ich wir sie mein meine meinen meiner mich mir man wie was wo wann wer kann muss mochte will soll ist sind wird werden haben habe hat brauche ' +
    'ihr ihre ihren ihrem sich es als auch nicht noch wenn dass the a an of to for in on my i how do can get need is are and or with from where what want'
  ).split(' '),
)

/** Words that say nothing about what is sought. */
export function isFilling(word: string): boolean {
  return filling.has(word)
}
