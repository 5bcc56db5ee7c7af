// @ts-check
// Suggestions while one types into "what" and "where": fills the field's datalist from the server.
/** @type {Map<string, Promise<string[]>>} */
const answers = new Map()

for (const form of document.querySelectorAll('form[data-suggest]')) {
  const address = form.getAttribute('data-suggest') ?? ''
  for (const field of form.querySelectorAll('input[list]')) {
    if (field instanceof HTMLInputElement) watch(field, address)
  }
}

/** @param {HTMLInputElement} field @param {string} address */
function watch(field, address) {
  let timer = 0
  let asked = ''
  // A chosen place belongs to the words in its field; other words make it void.
  const chosen = field.name === 'wo' ? field.form?.querySelector('input[type="hidden"][name="ort"]') : undefined
  field.addEventListener('input', () => {
    chosen?.remove()
    clearTimeout(timer)
    timer = window.setTimeout(async () => {
      const words = field.value.trim()
      if (words.length < 2 || words === asked) return
      asked = words
      const suggestions = await ask(`${address}?${field.name}=${encodeURIComponent(words)}`)
      if (asked === words) show(field, suggestions)
    }, 120)
  })
}

/** @param {string} address */
function ask(address) {
  const known = answers.get(address)
  if (known !== undefined) return known
  const answer = fetch(address, { headers: { accept: 'application/json' } })
    .then(async (response) => (response.ok ? (await response.json()).suggestions : []))
    .catch(() => [])
  answers.set(address, answer)
  return answer
}

/** @param {HTMLInputElement} field @param {string[]} suggestions */
function show(field, suggestions) {
  field.list?.replaceChildren(...suggestions.map((text) => new Option(text, text)))
}
