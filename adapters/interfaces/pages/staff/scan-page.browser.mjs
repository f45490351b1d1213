/** The elements of a page with scans, and their replacement by those that an answer has. */
import { bindSoundSwitch, playSound } from './sounds.browser.mjs'

const find = () => {
  const form = document.querySelector('form[data-scan]')
  return {
    form,
    field: form?.querySelector('[data-scan-field]'),
    latest: document.querySelector('[data-scan-latest]'),
    lines: document.querySelector('[data-scan-lines]'),
    unsentNotice: document.querySelector('[data-scan-unsent]'),
  }
}

/** The elements that are shown now. Others are shown once a scan has led to another page. */
export const shown = find()

/** How long a screen reader is given to know a part of the page before its content is new, and read out. */
const msBeforeReadOut = 100

export const parsePage = async (response) => new DOMParser().parseFromString(await response.text(), 'text/html')

const sessionWarning = '[data-session-ends-at]'

/** Whoever watches the session learns when it ends after an answer. */
export const noteSession = (page) => {
  const endsAt = page.querySelector(sessionWarning)?.dataset.sessionEndsAt
  if (endsAt !== undefined) document.dispatchEvent(new CustomEvent('session-used', { detail: { endsAt } }))
}

/** Replaces what stands beside the scans, such as the loans of a borrower. */
export const replaceRegions = (page) => {
  for (const region of document.querySelectorAll('[data-scan-region]')) {
    const anew = page.getElementById(region.id)
    if (anew !== null) region.replaceChildren(...anew.childNodes)
  }
}

const readOut = (latest) => {
  const outcome = [...latest.childNodes]
  playSound(latest.querySelector('[data-outcome]')?.dataset.outcome)
  latest.replaceChildren()
  setTimeout(() => latest.hasChildNodes() || latest.replaceChildren(...outcome), msBeforeReadOut)
}

/**
 * A scan that is sent with the page leaves the field at once: what is typed or scanned before the next page comes is a number of
 * its own, and is not added to it. The fields of the form are read when this event comes.
 */
const emptyFieldWhenSent = (sent) =>
  sent.addEventListener('formdata', () => {
    sent.querySelector('[data-scan-field]').value = ''
  })

/** Lets the page switch sounds on and off, and empty the fields of scans that are sent with it. */
export const bindPage = () => {
  for (const box of document.querySelectorAll('[data-sound-switch]')) bindSoundSwitch(box)
  for (const other of document.querySelectorAll('form.scan-form:not([data-scan])')) emptyFieldWhenSent(other)
}

/**
 * Shows another page with scans in the place of this one, without loading it: what was scanned meanwhile waits, and what is
 * being typed stays in the field. The watched warning of the session stays too.
 */
export const showPage = (page, address) => {
  const typed = shown.field.value
  const [main, anew] = [document.querySelector('main'), page.querySelector('main')]
  const [warning, newWarning] = [main.querySelector(sessionWarning), anew.querySelector(sessionWarning)]
  if (warning !== null) newWarning?.replaceWith(warning)
  main.replaceChildren(...anew.childNodes)
  document.querySelector('header')?.replaceWith(page.querySelector('header'))
  document.title = page.title
  history.pushState(null, '', address)
  Object.assign(shown, find())
  shown.field.value = typed
  shown.field.focus()
  bindPage()
  readOut(shown.latest)
}

/** The browser shows an address from before by loading it. */
addEventListener('popstate', () => location.reload())
