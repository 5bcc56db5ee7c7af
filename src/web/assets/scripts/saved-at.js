// @ts-check
// Shows when a draft was last saved: whoever saves sends `rennsteig:saved` with `detail.clock`, such as "14:32".
document.addEventListener('rennsteig:saved', (event) => {
  const clock = event instanceof CustomEvent ? event.detail?.clock : undefined
  if (typeof clock !== 'string') return
  for (const note of document.querySelectorAll('[data-saved-at]')) {
    if (!(note instanceof HTMLElement)) continue
    const sign = document.createElement('span')
    sign.className = 'kern-icon kern-icon--check'
    sign.setAttribute('aria-hidden', 'true')
    note.replaceChildren(sign, `${note.dataset.savedAt} ${clock}`)
  }
})
