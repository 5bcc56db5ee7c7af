// Regular expressions of XPath, translated by hand where their dialect differs from ours.

/** Unicode's decimal digits, which \d means in XPath. */
export const anyDigit = '\\p{Nd}'
/** The four characters \s means there. */
export const anyWhite = '[ \\t\\r\\n]'

/**
 * Compiles a pattern that is written in our dialect, in Unicode mode, for `matches`.
 * Who translates by hand writes [ \t\r\n] for \s, \p{Nd} for \d, [^\n] for '.', and anchors as they stand there.
 */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'u')
}

export function matches(text: string, expression: RegExp): boolean {
  return expression.test(text)
}
