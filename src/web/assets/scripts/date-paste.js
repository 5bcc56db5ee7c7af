// @ts-check
// A whole date pasted into the day spreads over day, month and year: 14.12.2026, 14 12 2026, 2026-12-14.
document.addEventListener('paste', (event) => {
  const field = event.target
  if (!(field instanceof HTMLInputElement)) return
  const parts = spread(field, event.clipboardData?.getData('text') ?? '')
  if (parts) event.preventDefault()
})

document.addEventListener('input', (event) => {
  // Browsers fill a whole date without a paste event, from a suggestion or by voice.
  if (event.target instanceof HTMLInputElement && event.target.value.length > 5) spread(event.target, event.target.value)
})

/** @param {HTMLInputElement} field @param {string} text */
function spread(field, text) {
  const inputs = [...(field.closest('[data-date-parts]')?.querySelectorAll('input') ?? [])]
  const [day, month, year] = inputs
  if (day === undefined || month === undefined || year === undefined) return false
  const german = /^\s*(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const found = german?.slice(1) ?? iso?.slice(1).reverse()
  if (found === undefined) return false
  inputs.forEach((input, index) => {
    input.value = found[index] ?? ''
    if (input !== field) input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  field.dispatchEvent(new Event('change', { bubbles: true }))
  year.focus()
  return true
}
