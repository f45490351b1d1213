import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { registerBorrowerByHttp } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { auditor, look, withForgottenLoan } from './audit-page-steps'
import { borrowerOf } from './with-site'

describe('the page of looks at borrowers', () => {
  it(
    'count looks by reason, and show the reason to nobody',
    withForgottenLoan(async ({ openBrowserOf }) => {
      for (const caller of [auditor, { role: 'administrator', subject: 'demo-administrator' } as const]) {
        const browser = await openBrowserOf(caller)
        const all = (await browser.open('/en/revision/opslag')).html
        expect([all.includes('the record of the borrower'), all.includes(look)]).toEqual([true, false])
        const other = (await browser.open('/en/revision/opslag?reason=noget+andet')).html
        expect(other).toContain('Nobody has opened anything for that reason.')
      }
    }),
  )

  it(
    'count looks for different reasons in one row, a borrower once when the month is closed, and say when a look counts',
    withForgottenLoan(async (site) => {
      const { send, runningLibrary, openBrowserOf } = site
      const browser = await openBrowserOf(auditor)
      const open = (reader: string, reason: string) =>
        send('POST', `/borrowers/${reader}/openings`, { as: staffUser, body: { reason } })
      const rows = async () => {
        await runningLibrary.catchUpReadModels()
        const { html } = await browser.open('/en/revision/opslag')
        expect(html).toContain('A look counts here once its day is closed')
        return [...html.matchAll(/the record of the borrower<\/td><td[^>]*>(\d+)</g)].map(([, number]) => number)
      }
      await open(borrowerOf(site), 'Telefonopkald')
      await open(await registerBorrowerByHttp(site), 'Telefonopkald')
      expect(await rows()).toEqual(['1'])
      await moveClockTo(runningLibrary, '2026-02-12' as Day)
      expect(await rows()).toEqual(['3'])
      await moveClockTo(runningLibrary, '2026-03-01' as Day)
      expect(await rows()).toEqual(['2'])
    }),
  )
})
