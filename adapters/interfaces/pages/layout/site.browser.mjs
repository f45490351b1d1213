/** Makes pages better that work without it: moves the focus to what is new, lets a scanner write in a long form, warns before a session ends, and waits for what takes long. */

const warningMs = 2 * 60_000

/**
 * A field that is wrong and asks for the focus has it. Else, where somebody scans, the field of the next scan has it,
 * whatever else is new. Elsewhere what is wrong comes before the rest.
 */
const moveFocus = () => {
  const target = [
    'input[aria-invalid][data-focus]',
    '[data-scan-field][data-focus]',
    '[role="alert"][data-focus]',
    '[data-focus]',
  ]
    .map((selector) => document.querySelector(selector))
    .find((element) => element !== null)
  if (!(target instanceof HTMLElement)) return
  if (!target.matches('input, select, textarea, button, a')) target.tabIndex = -1
  target.focus()
}

/** Shows the warning two minutes before the end, and loads the page anew at the end: then it shows nothing personal. */
const watchSession = (warning) => {
  let timers = []
  const waitForEnd = (endsAt) => {
    timers.forEach(clearTimeout)
    warning.hidden = true
    timers = [
      setTimeout(() => (warning.hidden = false), Math.max(0, endsAt - warningMs - Date.now())),
      setTimeout(() => location.reload(), Math.max(0, endsAt - Date.now()) + 1000),
    ]
  }
  waitForEnd(Number(warning.dataset.sessionEndsAt))
  /** A script that uses the session without loading a page says when it ends then. */
  document.addEventListener('session-used', ({ detail: { endsAt } }) => waitForEnd(Number(endsAt)))
  warning.querySelector('[data-extend-session]')?.addEventListener('click', async (event) => {
    event.preventDefault()
    const response = await fetch(event.currentTarget.href, { redirect: 'manual', cache: 'no-store' })
    if (!response.ok) return location.reload()
    waitForEnd((await response.json()).endsAt)
  })
}

/** A scanner ends with Enter. In a field of a longer form that leads to the next field, and does not send the form. */
const moveOnAtEnter = (field) =>
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const fields = [...(field.form?.elements ?? [])].filter((element) => element.type !== 'hidden')
    fields[fields.indexOf(field) + 1]?.focus()
  })

const msBetweenLooks = 1000

/** Asks again until what the page waits for is ready, and shows it then. Until then nothing but the bar of progress changes. */
const waitUntilReady = async (bar) => {
  const response = await fetch(location.href, { cache: 'no-store' })
  const found = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-under-way]')
  if (found === null) return location.reload()
  for (const { name, value } of found.attributes) bar.setAttribute(name, value)
  setTimeout(() => waitUntilReady(bar).catch(() => undefined), msBetweenLooks)
}

/** A page that the browser kept in memory may be of a session that has ended. */
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

moveFocus()
for (const field of document.querySelectorAll('[data-enter-moves-on]')) moveOnAtEnter(field)
const warning = document.querySelector('[data-session-ends-at]')
if (warning instanceof HTMLElement) watchSession(warning)
const bar = document.querySelector('[data-under-way]')
if (bar !== null) setTimeout(() => waitUntilReady(bar).catch(() => undefined), msBetweenLooks)
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
