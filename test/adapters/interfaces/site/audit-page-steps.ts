import { setTimeout } from 'node:timers/promises'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { auditorUser, staffUser, type ServedLibrary } from '../http/with-http-server'
import type { BrowserAnswer, HttpBrowser } from './http-browser'
import { withSite, type ServedSite } from './with-site'

export const auditor = auditorUser as { readonly role: 'auditor'; readonly subject: string }
export const look = 'Et brev skal sendes'

/** A copy that was lent and returned, and its loan forgotten; the record of its borrower was opened by staff. */
export const withForgottenLoan = (test: (site: ServedSite, copy: string) => Promise<void>) => () => {
  let copy = ''
  return withSite(
    async (library: ServedLibrary) => {
      const borrower = await registerBorrowerByHttp(library)
      copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      await library.send('POST', `/borrowers/${borrower}/openings`, { as: staffUser, body: { reason: look } })
      await moveClockTo(library.runningLibrary, '2026-02-11' as Day)
      return { borrower }
    },
    (site) => test(site, copy),
  )
}

/** Opens a page until what it reads in the background is ready. */
export const openWhenRead = async (browser: HttpBrowser, address: string): Promise<BrowserAnswer> => {
  for (;;) {
    const answer = await browser.open(address)
    if (!answer.html.includes('data-under-way')) return answer
    await setTimeout(10)
  }
}
