// @ts-check
// Says how many characters are left; aloud only after a pause in typing.
const pauseMs = 1000

for (const note of document.querySelectorAll('[data-character-count]')) {
  if (!(note instanceof HTMLElement)) continue
  const field = document.getElementById(note.dataset.for ?? '')
  if (!(field instanceof HTMLTextAreaElement)) continue
  const aloud = document.createElement('span')
  aloud.className = 'kern-sr-only'
  aloud.setAttribute('role', 'status')
  note.after(aloud)
  let timer = 0
  const tell = () => {
    // A line break counts once, as on our server.
    const left = Number(note.dataset.characterCount) - [...field.value.replace(/\r\n/g, '\n')].length
    const words = (left < 0 ? note.dataset.over : note.dataset.left) ?? ''
    note.textContent = words.replace('{count}', Math.abs(left).toLocaleString(document.documentElement.lang))
    note.toggleAttribute('data-over-limit', left < 0)
    clearTimeout(timer)
    timer = setTimeout(() => {
      aloud.textContent = note.textContent
    }, pauseMs)
  }
  field.addEventListener('input', tell)
  if (field.value !== '') tell()
}
