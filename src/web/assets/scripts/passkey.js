// Passkeys: asks the browser for one and puts its answer into the form that asked.
// @ts-check

/** @param {string} text */
const toBytes = (text) => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** @param {ArrayBuffer} buffer */
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** @param {any} options @returns {Promise<string>} */
async function get(options) {
  const allow = (options.allowCredentials ?? []).map((/** @type {any} */ each) => ({ ...each, id: toBytes(each.id) }))
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: allow },
  })
  if (!(credential instanceof PublicKeyCredential) || !(credential.response instanceof AuthenticatorAssertionResponse))
    throw new Error('no passkey')
  const { clientDataJSON, authenticatorData, signature } = credential.response
  return JSON.stringify({
    id: credential.id,
    response: { clientDataJSON: toText(clientDataJSON), authenticatorData: toText(authenticatorData), signature: toText(signature) },
  })
}

/** @param {any} options @returns {Promise<string>} */
async function create(options) {
  const exclude = (options.excludeCredentials ?? []).map((/** @type {any} */ each) => ({ ...each, id: toBytes(each.id) }))
  const user = { ...options.user, id: toBytes(options.user.id) }
  const credential = await navigator.credentials.create({
    publicKey: { ...options, challenge: toBytes(options.challenge), user, excludeCredentials: exclude },
  })
  if (!(credential instanceof PublicKeyCredential) || !(credential.response instanceof AuthenticatorAttestationResponse))
    throw new Error('no passkey')
  const { clientDataJSON, attestationObject } = credential.response
  return JSON.stringify({
    id: credential.id,
    response: { clientDataJSON: toText(clientDataJSON), attestationObject: toText(attestationObject) },
  })
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!(form instanceof HTMLFormElement)) continue
  const answer = form.elements.namedItem('answer')
  const status = form.querySelector('[data-passkey-status]')
  form.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!(answer instanceof HTMLInputElement)) return
      try {
        const options = JSON.parse(form.dataset['options'] ?? '{}')
        answer.value = form.dataset['passkey'] === 'create' ? await create(options) : await get(options)
        form.submit()
      } catch {
        // The person closed the browser's dialogue, or there is no passkey for this site.
        if (status !== null) status.textContent = form.dataset['failed'] ?? ''
      }
    },
    { capture: true },
  )
}
