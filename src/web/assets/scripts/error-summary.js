// @ts-check
// The summary of errors takes the focus when the page opens, so that it is read first; its links go into the field.
const summary = document.querySelector('[data-error-summary]')
if (summary instanceof HTMLElement) {
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!(link instanceof HTMLAnchorElement)) return
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (field === null) return
    event.preventDefault()
    field.closest('fieldset, .kern-form-input, .kern-form-check')?.scrollIntoView({ block: 'start' })
    field.focus({ preventScroll: true })
  })
}
