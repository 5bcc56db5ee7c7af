// @ts-check
// Keys of the workplace: "/" search, "?" help, "j" and "k" through the rows of a list; buttons and links may name their own by data-key.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog')) return
  if (act(event.key)) event.preventDefault()
})

/** @param {string} key */
function act(key) {
  if (key === '/') return focus(document.getElementById('search'))
  if (key === '?') return help()
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1)
  const own = /^[a-z]$/i.test(key) ? document.querySelector(`[data-key="${key}"]`) : null
  if (!(own instanceof HTMLElement)) return false
  own.click()
  return true
}

/** @param {Element | null | undefined} element */
function focus(element) {
  if (!(element instanceof HTMLElement)) return false
  element.focus()
  if (element instanceof HTMLInputElement) element.select()
  return true
}

function help() {
  const dialog = document.querySelector('[data-shortcut-help]')
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
  return dialog !== null
}

/** @param {number} by */
function step(by) {
  const links = [...document.querySelectorAll('main tbody tr')].map((row) => row.querySelector('a[href]')).filter((link) => link !== null)
  const here = links.findIndex((link) => link === document.activeElement)
  return focus(links[here === -1 && by < 0 ? links.length - 1 : here + by])
}
