import type { BrowserContext, Page } from 'playwright-core'

/** A page that stays open from one address to the next, as with people. */
export interface PageOfWindow {
  readonly page: Page
  /** The errors that the browser has reported since they were last taken. An answer that is no success is no error of the page. */
  readonly takeErrors: () => ReadonlyArray<string>
}

const openPageOf = async (window: BrowserContext): Promise<PageOfWindow> => {
  const page = await window.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of')
    if (message.type() === 'error' && !isStatus) errors.push(`the browser says: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => errors.push(`a script failed: ${message}`))
  return { page, takeErrors: () => errors.splice(0) }
}

/** Opens a window for each role and width, with one page: to open a new page for each address takes half a second. */
export const onePageForEachRoleAndWidth = (
  openWindow: (role: string, width: number) => Promise<BrowserContext>,
): ((role: string, width: number) => Promise<PageOfWindow>) => {
  const pages = new Map<string, Promise<PageOfWindow>>()
  return (role, width) => {
    const key = `${role} ${String(width)}`
    const page = pages.get(key) ?? openWindow(role, width).then(openPageOf)
    pages.set(key, page)
    return page
  }
}
