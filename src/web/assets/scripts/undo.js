// @ts-check
// The offer to take a step back goes when its time is over; it never goes from under somebody's focus.
for (const form of document.querySelectorAll('form[data-undo]')) {
  if (!(form instanceof HTMLFormElement)) continue
  const remove = () =>
    form.contains(document.activeElement) ? form.addEventListener('focusout', () => form.remove(), { once: true }) : form.remove()
  setTimeout(remove, Number(form.dataset['undo']))
}
