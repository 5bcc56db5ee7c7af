// @ts-check
// The work list while one types: asks for the same address as the form would, and puts the new list in the old one's place.
const form = document.querySelector('form[data-list-search]')
const status = document.querySelector('[data-list-status]')
const patienceMs = 250
let timer = 0
/** @type {AbortController | undefined} */
let asking
let shown = ''

if (form instanceof HTMLFormElement) {
  shown = addressOf(form)
  form.addEventListener('input', (event) => {
    const isTyped = event.target instanceof HTMLInputElement
    clearTimeout(timer)
    timer = window.setTimeout(() => ask(form), isTyped ? patienceMs : 0)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    void ask(form)
  })
  // A list that comes back by the browser's history stands as it was left; its field may hold what was typed after that.
  addEventListener('pageshow', () => addressOf(form) !== shown && ask(form))
}

/** @param {HTMLFormElement} filter */
function addressOf(filter) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(filter)) if (typeof value === 'string' && value.trim() !== '') fields.set(name, value.trim())
  return `${filter.action}?${fields}`
}

/** @param {HTMLFormElement} filter */
async function ask(filter) {
  const address = addressOf(filter)
  if (address === shown) return
  asking?.abort()
  const own = new AbortController()
  asking = own
  const results = document.querySelector('[data-list-results]')
  results?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' }, signal: own.signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const found = page.querySelector('[data-list-results]')
    // Signed out, or an error: the page itself says it better.
    if (!response.ok || found === null || results === null) return location.assign(address)
    keepChosen(results, found)
    results.replaceWith(found)
    document.title = page.title
    // In place of the entry, so that "back" leaves the list and does not spell the word backwards.
    history.replaceState(history.state, '', address)
    shown = address
    if (status !== null) status.textContent = found.querySelector('[data-list-count]')?.textContent ?? ''
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address)
  }
}

/** Rows that were ticked stay ticked where they are still in the list. @param {Element} old @param {Element} next */
function keepChosen(old, next) {
  for (const box of old.querySelectorAll('input[name="case"]:checked')) {
    const same = box instanceof HTMLInputElement ? next.querySelector(`input[name="case"][value="${box.value}"]`) : null
    if (same instanceof HTMLInputElement) same.checked = true
  }
}
