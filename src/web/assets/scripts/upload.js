// @ts-check
// Uploads files in pieces with progress; goes on after a lost line or a reload. Without it the form sends files itself.

const pieceBytes = 5_000_000
const memory = 'rennsteig-upload:'
let running = 0
let arrived = false
/** What was pressed while files were still on their way. @type {{ form: HTMLFormElement, button: HTMLElement | null } | undefined} */
let pressed

connect()
// Leaving now would cut the files off, so the press waits for them.
document.addEventListener(
  'submit',
  (event) => {
    if (running === 0 || !(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = { form: event.target, button: event.submitter }
  },
  true,
)
document.addEventListener('rennsteig:questions', connect)

function connect() {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll('input[type="file"][data-upload]')
  for (const input of inputs) {
    if (input.dataset['connected']) continue
    input.dataset['connected'] = 'yes'
    for (const button of input.form?.querySelectorAll('[data-upload-button]') ?? []) button.closest('.button-row')?.remove()
    const list = document.createElement('ul')
    list.className = 'upload-list'
    list.setAttribute('aria-live', 'polite')
    const place = input.closest('.file-drop') ?? input
    place.after(list)
    input.addEventListener('change', async () => {
      const files = [...(input.files ?? [])]
      input.value = ''
      running += files.length
      const results = await Promise.all(files.map((file) => upload(input, list, file)))
      running -= files.length
      arrived ||= results.some(Boolean)
      if (running > 0) return
      if (pressed === undefined) return arrived ? showFiles(input.form) : undefined
      const { form, button } = pressed
      pressed = undefined
      form.requestSubmit(button)
    })
  }
}

/**
 * Shows the page anew with its files; what is typed meanwhile is saved on the way.
 * @param {HTMLFormElement | null} form
 */
function showFiles(form) {
  const go = document.createElement('input')
  Object.assign(go, { type: 'hidden', name: 'go', value: 'upload' })
  form?.append(go)
  form?.requestSubmit()
}

/**
 * @param {HTMLInputElement} input @param {HTMLElement} list @param {File} file
 * @returns {Promise<boolean>} whether the file is on the server now
 */
async function upload(input, list, file) {
  const row = showRow(input, list, file)
  if (file.size > Number(input.dataset['maxBytes'] ?? Number.POSITIVE_INFINITY)) {
    row.fail(input.dataset['tooLarge'] ?? '')
    return false
  }
  const key = `${memory}${input.dataset['upload']}:${file.name}:${file.size}:${file.lastModified}`
  try {
    let address = localStorage.getItem(key) ?? ''
    let offset = address === '' ? undefined : await askOffset(input, address)
    if (offset === undefined) {
      address = await begin(input, file)
      offset = 0
      localStorage.setItem(key, address)
    }
    row.onCancel(async () => {
      localStorage.removeItem(key)
      await fetch(address, { method: 'DELETE', headers: headersOf(input) })
    })
    while (!row.cancelled()) {
      const answer = await append(input, address, file, offset, row)
      offset = answer.offset
      row.show(offset)
      if (answer.file) {
        localStorage.removeItem(key)
        row.done()
        return true
      }
    }
    return false
  } catch (cause) {
    localStorage.removeItem(key)
    row.fail(cause instanceof Refusal ? cause.message : (input.dataset['broken'] ?? ''))
    return false
  }
}

class Refusal extends Error {}

/** @param {HTMLInputElement} input @returns {Record<string, string>} */
function headersOf(input) {
  const csrf = input.form?.elements.namedItem('csrf')
  return { 'x-rennsteig': '1', 'x-csrf': csrf instanceof HTMLInputElement ? csrf.value : '', 'tus-resumable': '1.0.0' }
}

/** @param {HTMLInputElement} input @param {File} file */
async function begin(input, file) {
  const response = await fetch(input.dataset['upload'] ?? '', {
    method: 'POST',
    headers: { ...headersOf(input), 'content-type': 'application/json' },
    body: JSON.stringify({ name: file.name, size: file.size }),
  })
  if (!response.ok) throw await refusalOf(response)
  return response.headers.get('location') ?? ''
}

/** @param {HTMLInputElement} input @param {string} address */
async function askOffset(input, address) {
  const response = await fetch(address, { method: 'HEAD', headers: headersOf(input) })
  return response.ok ? Number(response.headers.get('upload-offset')) : undefined
}

/**
 * Sends one piece; a lost line is waited out, then the server says where to go on.
 * @param {HTMLInputElement} input @param {string} address @param {File} file @param {number} offset @param {ReturnType<typeof showRow>} row
 * @returns {Promise<{ offset: number, file?: unknown }>}
 */
async function append(input, address, file, offset, row) {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      const response = await fetch(address, {
        method: 'PATCH',
        headers: { ...headersOf(input), 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: file.slice(offset, offset + pieceBytes),
      })
      if (response.ok) return await response.json()
      if (response.status !== 409 && response.status < 500) throw await refusalOf(response)
    } catch (cause) {
      if (cause instanceof Refusal) throw cause
    }
    row.waiting()
    await new Promise((resolve) => setTimeout(resolve, wait))
    const known = await askOffset(input, address).catch(() => undefined)
    if (known !== undefined) offset = known
  }
}

/** @param {Response} response */
async function refusalOf(response) {
  const answer = await response.json().catch(() => ({}))
  return new Refusal(typeof answer.detail === 'string' ? answer.detail : '')
}

/** @param {HTMLInputElement} input @param {HTMLElement} list @param {File} file */
function showRow(input, list, file) {
  const row = document.createElement('li')
  const name = document.createElement('span')
  name.className = 'file-name'
  name.textContent = file.name
  const bar = document.createElement('progress')
  bar.max = file.size
  bar.setAttribute('aria-label', file.name)
  const words = document.createElement('span')
  words.className = 'file-status'
  words.textContent = input.dataset['uploading'] ?? ''
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.className = 'kern-btn kern-btn--tertiary'
  cancel.textContent = input.dataset['cancel'] ?? ''
  row.append(name, bar, words, cancel)
  list.append(row)
  let isCancelled = false
  /** @type {() => unknown} */
  let whenCancelled = () => undefined
  cancel.addEventListener('click', () => {
    isCancelled = true
    row.remove()
    void whenCancelled()
  })
  return {
    /** @param {number} bytes */
    show(bytes) {
      bar.value = bytes
      words.textContent = `${input.dataset['uploading']} ${Math.round((bytes / file.size) * 100)} %`
    },
    waiting: () => void (words.textContent = input.dataset['waiting'] ?? ''),
    done() {
      bar.remove()
      cancel.remove()
      words.textContent = input.dataset['done'] ?? ''
    },
    /** @param {string} message */
    fail(message) {
      bar.remove()
      cancel.remove()
      row.classList.add('upload-failed')
      words.setAttribute('role', 'alert')
      words.textContent = message || (input.dataset['broken'] ?? '')
    },
    cancelled: () => isCancelled,
    /** @param {() => unknown} work */
    onCancel(work) {
      whenCancelled = work
    },
  }
}
