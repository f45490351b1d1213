/**
 * Sends scans in the background, so that nobody waits between two of them. Each scan has a line of its own, in the order of
 * the scans. A scan that fails stays there until it is sent again, under the same key, so that it acts once.
 */
import { bindPage, noteSession, parsePage, replaceRegions, showPage, shown } from './scan-page.browser.mjs'
import { playSound } from './sounds.browser.mjs'

/**
 * How many scans are on their way at the same time. Where a scan may lead to another page, such as a card to its borrower, each
 * waits for the answer to the one before: it belongs to the page to which that one leads.
 */
const maxInFlight = { 'in-background': 4, 'in-order': 1 }

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
  shown.unsentNotice.hidden = failed.size === 0
  shown.unsentNotice.querySelector('[data-count]').textContent = String(failed.size)
}

const lineFor = (code) => {
  const line = document.createElement('li')
  line.className = 'scan-line'
  line.textContent = `${code} …`
  shown.lines.prepend(line)
  return line
}

/**
 * Scrolls to the latest outcome. The focus stays in the field of the next scan, unless a field of the outcome is wrong: what
 * is typed next belongs there, not in a scan.
 */
const bringLatestIntoView = () => {
  shown.latest.querySelector('[data-outcome]')?.scrollIntoView({ block: 'nearest' })
  if (shown.field.value === '') shown.latest.querySelector('input[aria-invalid][data-focus]')?.focus()
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
    shown.latest.replaceChildren(outcome)
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

/** Goes to the page to which a scan led. */
const goTo = async (response) => {
  const page = await parsePage(response)
  if (page.querySelector('form[data-scan]') === null) return location.assign(response.url)
  noteSession(page)
  showPage(page, response.url)
  for (const { line } of waiting) shown.lines.prepend(line)
}

/** What the answer says: a page with an outcome; another page to go to; or that the scan must be sent again. */
const read = async (scan, response) => {
  const { pathname } = new URL(response.url)
  if (response.redirected && !pathname.endsWith('/log-ind')) return goTo(response)
  const page = await parsePage(response)
  const outcome = page.querySelector('[data-scan-latest] [data-outcome]')
  if (outcome === null || response.status >= 500 || response.status === 429)
    return fail(scan, response.redirected || response.status === 403 ? 'scan-logged-out' : 'scan-not-sent')
  noteSession(page)
  if (scan.action === shown.form.action) replaceRegions(page)
  show(scan, document.importNode(outcome, true), outcome.dataset.outcome)
}

/** Whether a scan waits for earlier ones that must be sent again: a card among them may lead to another borrower. */
const isHeld = () => failed.size > 0 && shown.form.dataset.scan === 'in-order'

const send = async (scan) => {
  if (isHeld()) return fail(scan, 'scan-not-sent')
  try {
    scan.action ??= shown.form.action
    scan.fields ??= fieldsOf(scan)
    const body = new URLSearchParams(scan.fields)
    await read(scan, await fetch(scan.action, { method: 'POST', body, cache: 'no-store' }))
  } catch {
    fail(scan, 'scan-not-sent')
  }
}

const sendWaiting = () => {
  while (inFlight < maxInFlight[shown.form.dataset.scan] && waiting.length > 0) {
    inFlight += 1
    void send(waiting.shift()).finally(() => {
      inFlight -= 1
      sendWaiting()
    })
  }
}

/** The fields of the form for one scan, with its own key. */
const fieldsOf = ({ code, key }) => {
  const fields = Object.fromEntries(new FormData(shown.form))
  return { ...fields, [shown.field.name]: code, _key: key }
}

const queueScan = (scan) => {
  shown.field.focus()
  scans += 1
  waiting.push({ ...scan, number: scans, line: lineFor(scan.code) })
  sendWaiting()
}

const acceptScan = () => {
  const code = shown.field.value.trim()
  shown.field.value = ''
  if (code === '') return shown.field.focus()
  queueScan({ code, key: makeKey() })
}

/** Removes the form of an outcome, in large and in its line: it is sent once. */
const removeAction = (fields) => {
  for (const action of document.querySelectorAll('form[data-scan-action]'))
    if (action.elements.of?.value === fields.of) action.remove()
}

/** Sends the form of an outcome, such as one that undoes it, as a scan of its copy is sent. */
const acceptAction = (form) => {
  const fields = Object.fromEntries(new FormData(form))
  removeAction(fields)
  queueScan({ code: fields[shown.field.name], fields, action: shown.form.action })
}

/** The token of a session that began since: somebody has logged in anew in another window. */
const readToken = async () => {
  const response = await fetch(location.href, { cache: 'no-store' })
  const page = await parsePage(response)
  return page.querySelector('form[data-scan] [name="_token"]')?.value
}

const sendFailedAgain = async () => {
  const token = await readToken().catch(() => undefined)
  if (token === undefined) return playSound('refuse')
  shown.form.querySelector('[name="_token"]').value = token
  for (const scan of [...failed].sort((one, other) => one.number - other.number)) {
    if (scan.fields !== undefined) scan.fields._token = token
    scan.line.textContent = `${scan.code} …`
    waiting.push(scan)
  }
  failed.clear()
  showCounts()
  shown.field.focus()
  sendWaiting()
}

if (shown.form !== null) {
  document.addEventListener('submit', (event) => {
    const isScan = event.target === shown.form
    if (!isScan && !event.target.matches('form[data-scan-action]')) return
    event.preventDefault()
    if (isScan) acceptScan()
    else acceptAction(event.target)
  })
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-scan-unsent] button') !== null) void sendFailedAgain()
  })
  addEventListener('beforeunload', (event) => {
    if (failed.size + waiting.length + inFlight > 0) event.preventDefault()
  })
}
bindPage()
const outcome = shown.latest?.querySelector('[data-outcome]')
if (outcome instanceof HTMLElement) {
  playSound(outcome.dataset.outcome)
  outcome.scrollIntoView({ block: 'nearest' })
}
