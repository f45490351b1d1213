import { moveClockTo } from '../../../e2e/use-case-steps'
import { day } from '../../../fixtures/example-library'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import type { ServedSite } from './with-site'

/** Days are closed from the first event of the library on. */
export const prepareLibrary = async (library: Parameters<typeof registerBorrowerByHttp>[0]) => {
  await acquireCopyByHttp(library)
  return { borrower: await registerBorrowerByHttp(library) }
}

/** What this browser writes of itself. */
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'

/** Asks for a page without a cookie. */
export const visit = ({ url }: ServedSite, where: string, browser = firefox): Promise<Response> =>
  fetch(`${url}${where}`, { headers: { 'user-agent': browser }, redirect: 'manual' })

/** Closes the first day of the library. */
export const closeFirstDay = async (site: ServedSite): Promise<void> => {
  await moveClockTo(site.runningLibrary, day('2026-01-06'))
  await site.runningLibrary.catchUpReadModels()
}

/** Many addresses, as the proxy would name them. */
export const logAddresses = ({ runningLibrary }: ServedSite, count: number, browser = 'Firefox 133'): void => {
  for (let number = 0; number < count; number += 1)
    runningLibrary.serverLog.logRequest(`198.51.100.${String(number)}`, browser)
}
