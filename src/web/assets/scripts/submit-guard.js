// @ts-check
// A second click on "send" does nothing while the first is on its way; coming back by the browser's history frees the form.
/** @type {WeakMap<HTMLFormElement, number>} */
const sent = new WeakMap()
const patienceMs = 10_000

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (performance.now() - (sent.get(form) ?? -patienceMs) < patienceMs) {
    event.preventDefault()
    return
  }
  // Other listeners may yet prevent it, and the button's own name and value must still be sent.
  setTimeout(() => {
    if (event.defaultPrevented) return
    sent.set(form, performance.now())
    form.setAttribute('aria-busy', 'true')
  })
})

addEventListener('pageshow', () => {
  for (const form of document.forms) {
    sent.delete(form)
    form.removeAttribute('aria-busy')
  }
})
