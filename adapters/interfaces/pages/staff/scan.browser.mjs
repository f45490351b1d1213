/**
 * Sends scans in the background, so that nobody waits between two of them. Each scan has a line of its own, in the order of
 * the scans. A scan that fails stays there until it is sent again, under the same key, so that it acts once.
 */
import { bindSoundSwitch, playSound } from './sounds.browser.mjs'

/** How many scans are on their way at the same time. */
const maxInFlight = 4

const form = document.querySelector('form[data-scan]')
const field = form?.querySelector('[data-scan-field]')
const latest = document.querySelector('[data-scan-latest]')
const lines = document.querySelector('[data-scan-lines]')
const unsentNotice = document.querySelector('[data-scan-unsent]')

const waiting = []
const failed = new Set()
let inFlight = 0
let scans = 0
let newestShown = 0

/** A random UUID, also where the page comes over plain HTTP. */
const makeKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const showCounts = () => {
  unsentNotice.hidden = failed.size === 0
  unsentNotice.querySelector('[data-count]').textContent = String(failed.size)
}

const lineFor = (code) => {
  const line = document.createElement('li')
  line.className = 'scan-line'
  line.textContent = `${code} …`
  lines.prepend(line)
  return line
}

/**
 * Scrolls to the latest outcome. The focus stays in the field of the next scan, unless a field of the outcome is wrong: what
 * is typed next belongs there, not in a scan.
 */
const bringLatestIntoView = () => {
  latest.querySelector('[data-outcome]')?.scrollIntoView({ block: 'nearest' })
  if (field.value === '') latest.querySelector('input[aria-invalid][data-focus]')?.focus()
}

/**
 * Shows an outcome in the line of its scan, and in large words above, unless a later scan stands there. A form with
 * fields stands above alone.
 */
const show = (scan, outcome, kind) => {
  const line = outcome.cloneNode(true)
  // A field has its label by an id, which stands on a page once.
  for (const labelled of line.querySelectorAll('form:has(label)')) labelled.remove()
  scan.line.replaceChildren(line)
  scan.line.dataset.kind = kind
  if (scan.number >= newestShown || kind === 'refuse') {
    latest.replaceChildren(outcome)
    newestShown = Math.max(newestShown, scan.number)
    bringLatestIntoView()
  }
  playSound(kind)
}

const fail = (scan, why) => {
  failed.add(scan)
  const outcome = document.getElementById(why).content.cloneNode(true)
  outcome.querySelector('[data-code]').textContent = scan.code
  const holder = document.createElement('div')
  holder.append(outcome)
  show(scan, holder, 'refuse')
  showCounts()
}

const replaceRegions = (page) => {
  for (const region of document.querySelectorAll('[data-scan-region]')) {
    const anew = page.getElementById(region.id)
    if (anew !== null) region.replaceChildren(...anew.childNodes)
  }
}

const noteSession = (page) => {
  const endsAt = page.querySelector('[data-session-ends-at]')?.dataset.sessionEndsAt
  if (endsAt !== undefined) document.dispatchEvent(new CustomEvent('session-used', { detail: { endsAt } }))
}

/** What the answer says: a page with an outcome; another page to go to; or that the scan must be sent again. */
const read = async (scan, response) => {
  const { pathname } = new URL(response.url)
  if (response.redirected && !pathname.endsWith('/log-ind')) return location.assign(response.url)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const outcome = page.querySelector('[data-scan-latest] [data-outcome]')
  if (outcome === null || response.status >= 500 || response.status === 429)
    return fail(scan, response.redirected || response.status === 403 ? 'scan-logged-out' : 'scan-not-sent')
  noteSession(page)
  replaceRegions(page)
  show(scan, document.importNode(outcome, true), outcome.dataset.outcome)
}

const send = async (scan) => {
  try {
    const body = new URLSearchParams(scan.fields)
    await read(scan, await fetch(form.action, { method: 'POST', body, cache: 'no-store' }))
  } catch {
    fail(scan, 'scan-not-sent')
  }
}

const sendWaiting = () => {
  while (inFlight < maxInFlight && waiting.length > 0) {
    inFlight += 1
    void send(waiting.shift()).finally(() => {
      inFlight -= 1
      sendWaiting()
    })
  }
}

/** The fields of the form for one scan, with a key of its own. */
const fieldsOf = (code) => {
  const fields = Object.fromEntries(new FormData(form))
  return { ...fields, [field.name]: code, _key: makeKey() }
}

const queueScan = (code, fields) => {
  field.focus()
  scans += 1
  waiting.push({ code, number: scans, fields, line: lineFor(code) })
  sendWaiting()
}

const acceptScan = (event) => {
  event.preventDefault()
  const code = field.value.trim()
  field.value = ''
  if (code === '') return field.focus()
  queueScan(code, fieldsOf(code))
}

/**
 * A scan that is sent with the page leaves the field at once: what is typed or scanned before the next page comes is a number of
 * its own, and is not added to it. The fields of the form are read when this event comes.
 */
const emptyFieldWhenSent = (sent) =>
  sent.addEventListener('formdata', () => {
    sent.querySelector('[data-scan-field]').value = ''
  })

/** Removes the form of an outcome, in large and in its line: it is sent once. */
const removeAction = (fields) => {
  for (const action of document.querySelectorAll('form[data-scan-action]'))
    if (action.elements.of?.value === fields.of) action.remove()
}

/** Sends the form of an outcome, such as one that undoes it, as a scan of its copy is sent. */
const acceptAction = (event) => {
  if (!event.target.matches('form[data-scan-action]')) return
  event.preventDefault()
  const fields = Object.fromEntries(new FormData(event.target))
  removeAction(fields)
  queueScan(fields[field.name], fields)
}

/** The token of a session that began since: somebody has logged in anew in another window. */
const readToken = async () => {
  const response = await fetch(location.href, { cache: 'no-store' })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return page.querySelector('form[data-scan] [name="_token"]')?.value
}

const sendFailedAgain = async () => {
  const token = await readToken().catch(() => undefined)
  if (token === undefined) return playSound('refuse')
  form.querySelector('[name="_token"]').value = token
  for (const scan of [...failed].sort((one, other) => one.number - other.number)) {
    scan.fields._token = token
    scan.line.textContent = `${scan.code} …`
    waiting.push(scan)
  }
  failed.clear()
  showCounts()
  field.focus()
  sendWaiting()
}

if (form !== null) {
  form.addEventListener('submit', acceptScan)
  document.addEventListener('submit', acceptAction)
  unsentNotice.querySelector('button').addEventListener('click', sendFailedAgain)
  addEventListener('beforeunload', (event) => {
    if (failed.size + waiting.length + inFlight > 0) event.preventDefault()
  })
}
for (const other of document.querySelectorAll('form.scan-form:not([data-scan])')) emptyFieldWhenSent(other)
for (const box of document.querySelectorAll('[data-sound-switch]')) bindSoundSwitch(box)
const shown = latest?.querySelector('[data-outcome]')
if (shown instanceof HTMLElement) {
  playSound(shown.dataset.outcome)
  shown.scrollIntoView({ block: 'nearest' })
}
