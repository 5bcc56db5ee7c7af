// @ts-check
// Lays the file chooser over words in the page's language (a browser's own may be in another) and takes dropped files.

connect()
document.addEventListener('rennsteig:questions', connect)

function connect() {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll('input[type="file"][data-choose]')
  for (const input of inputs) if (!input.closest('.file-drop')) cover(input)
}

/** @param {HTMLInputElement} input */
function cover(input) {
  const zone = document.createElement('div')
  zone.className = 'file-drop'
  const words = document.createElement('span')
  words.setAttribute('aria-hidden', 'true')
  const ask = input.dataset['choose'] ?? ''
  words.textContent = ask
  input.before(zone)
  zone.append(words, input)
  input.addEventListener('change', () => {
    if (input.dataset['upload'] !== undefined) return
    const names = [...(input.files ?? [])].map((file) => file.name)
    words.textContent = names.length === 0 ? ask : names.join(', ')
  })
}
