// @ts-check
// Saves a form while it is filled in; the page works the same without it.

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll('form[data-autosave]')
for (const form of forms) watch(form)

/** @param {HTMLFormElement} form */
function watch(form) {
  let timer = 0
  let running = false
  let again = false
  let wait = 2_000
  let changes = 0
  let asksOther = false

  const save = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    try {
      const seen = changes
      const isUnchanged = () => changes === seen
      if (await send(form)) asksOther = true
      // What was answered meanwhile is saved first; the questions come with that.
      if (asksOther && isUnchanged()) asksOther = !(await refresh(form, isUnchanged))
      wait = 2_000
    } catch {
      say(form, form.dataset['autosave'] ?? '')
      wait = Math.min(wait * 2, 60_000)
      again = true
    }
    running = false
    if (again) timer = window.setTimeout(save, wait)
  }
  /** @param {number} delay */
  const soon = (delay) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(save, delay)
  }
  form.addEventListener('input', () => {
    changes += 1
    soon(1_500)
  })
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
    soon(150)
  })
  form.addEventListener('submit', () => window.clearTimeout(timer))
}

/**
 * @param {HTMLFormElement} form
 * @returns {Promise<boolean>} whether the page asks something else now
 */
async function send(form) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('go', 'auto')
  const address = form.action.replace(/\/mit-dateien$/, '')
  // A new list entry is only made when the person keeps it.
  if (address.endsWith('/neu')) return false
  const response = await fetch(address, { method: 'POST', body, headers: { 'x-rennsteig': '1' }, redirect: 'error' })
  if (!response.ok) throw new Error(String(response.status))
  const saved = await response.json()
  const marks = form.elements.namedItem('marks')
  // In a conflict the old marks stay, so that the next real POST asks which version counts.
  if (marks instanceof HTMLInputElement && !saved.conflict) marks.value = saved.marks
  form.dispatchEvent(new CustomEvent('rennsteig:saved', { bubbles: true, detail: { clock: saved.clock } }))
  return Boolean(saved.asksOther || saved.asksLess)
}

/**
 * Fetches the page again and exchanges the questions: others are asked now.
 * @param {HTMLFormElement} form @param {() => boolean} isUnchanged
 * @returns {Promise<boolean>} whether they were exchanged
 */
async function refresh(form, isUnchanged) {
  const response = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } })
  if (!response.ok) return false
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.querySelector('form[data-autosave]')
  const [old, questions] = [form.querySelector('.questions'), fresh?.querySelector('.questions')]
  if (!(fresh instanceof HTMLFormElement) || !old || !questions || !isUnchanged()) return false
  // Another entry stands at this address now: the page stays, and saving finds the right one.
  const [entry, freshEntry] = [form.elements.namedItem('entry'), fresh.querySelector('input[name="entry"]')]
  if (entry instanceof HTMLInputElement && freshEntry instanceof HTMLInputElement && entry.value !== freshEntry.value) return true
  const focused = document.activeElement?.id ?? ''
  old.replaceWith(document.adoptNode(questions))
  const [marks, freshMarks] = [form.elements.namedItem('marks'), fresh.querySelector('input[name="marks"]')]
  if (marks instanceof HTMLInputElement && freshMarks instanceof HTMLInputElement) marks.value = freshMarks.value
  form.action = fresh.action
  form.enctype = fresh.enctype
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true })
  form.dispatchEvent(new CustomEvent('rennsteig:questions', { bubbles: true }))
  return true
}

/** @param {HTMLFormElement} form @param {string} text */
function say(form, text) {
  const place = form.querySelector('[data-saved-at]')
  if (place) place.textContent = text
}
