// xs:anyURI as the official checker takes it: RFC 2396 with the brackets of RFC 2732, after escaping what may be escaped.

/** Characters that are escaped before the test, so that they do no harm; beyond ASCII all are. */
const escapable = /[\0-\x20\x7f<>"{}|\\^~`\u0080-\uffff]/g
const badEscape = /%(?![0-9A-Fa-f]{2})/
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*$/
const inPath = /^[A-Za-z0-9\-_.!*'();/:@&=+$,%]*$/
const inOpaquePart = /^[A-Za-z0-9\-_.!*'();/:@&=+$,%[\]]*$/
const inQuery = /^[A-Za-z0-9\-_.!*'();/?:@&=+$,%[\]]*$/

/** Whether a text (white space collapsed) is a reference to a resource; an empty one is. */
export function isResourceIdentifier(text: string): boolean {
  if (badEscape.test(text)) return false
  const escaped = text.replace(escapable, '%20')
  const colon = escaped.indexOf(':')
  const hasScheme = colon >= 0 && !/[/?#]/.test(escaped.slice(0, colon))
  if (!hasScheme) return isHierarchical(escaped, false)
  const rest = escaped.slice(colon + 1)
  return scheme.test(escaped.slice(0, colon)) && rest !== '' && !rest.startsWith('#') && isHierarchical(rest, true)
}

/** Authority, path, query and fragment, behind a scheme or without one. */
function isHierarchical(text: string, hasScheme: boolean): boolean {
  const [, hierarchy = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? []
  let rest = hierarchy
  if (text === '//' || !inQuery.test(query) || !inQuery.test(fragment)) return false
  if (rest.startsWith('//')) {
    const end = rest.indexOf('/', 2)
    const authority = rest.slice(2, end < 0 ? rest.length : end)
    if (isBracketedHost(authority)) rest = end < 0 ? '' : rest.slice(end)
  }
  return hasScheme && !rest.startsWith('/') ? inOpaquePart.test(rest) : inPath.test(rest)
}

/** An IPv6 address in brackets, with user before and port behind; any other authority is read like a path. */
function isBracketedHost(authority: string): boolean {
  const found = /^(?:[A-Za-z0-9\-_.!*'();:&=+$,%]*@)?\[([0-9A-Fa-f:.]+)\](?::[0-9]*)?$/.exec(authority)
  if (found === null) return false
  const [left = '', right, third] = (found[1] ?? '').split('::')
  if (third !== undefined) return false
  const groups = [left, right ?? ''].flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const isMixed = last.includes('.')
  const size = groups.length + (isMixed ? 1 : 0)
  if (isMixed && !/^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?!$)|$)){4}$/.test(last)) return false
  const isHexadecimal = groups.slice(0, isMixed ? -1 : undefined).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
  return isHexadecimal && (right === undefined ? size === 8 : size < 8)
}
