import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { feePassedOn, policyWithCollector } from '../../../e2e/collection/collection-steps'
import { readableText } from '../../../fixtures/readable-text'
import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import { openAs, withSite } from './with-site'

const options = { policy: samePolicyEachDay(policyWithCollector) }

const disclosuresOn = (html: string): string =>
  /Hvem har fået dine oplysninger (?!Det vises).*?Det vises ikke her/.exec(readableText(html))?.[0] ?? ''

describe('what of the data of a borrower the library has passed on', () => {
  it('is shown to the borrower whose debt it was: to whom, on which basis, in which month', () => {
    let debtor = '' as BorrowerId
    const prepare = async (library: ServedLibrary) => {
      debtor = (await feePassedOn(library)).borrower
      return { borrower: debtor }
    }
    return withSite(
      prepare,
      async (site) => {
        const { html } = await openAs(site.openBrowser(), 'borrower', debtor, '/da/mit/data')
        expect(disclosuresOn(html)).toMatch(/februar 2026 Inddrivelsen Aftale af 2026/)
      },
      options,
    )
  })

  it('is shown to nobody else: others read that nothing was passed on', () => {
    let other = '' as BorrowerId
    const prepare = async (library: ServedLibrary) => {
      await feePassedOn(library)
      other = await registerBorrowerByHttp(library)
      return { borrower: other }
    }
    return withSite(
      prepare,
      async (site) => {
        const { html } = await openAs(site.openBrowser(), 'borrower', other, '/da/mit/data')
        expect(disclosuresOn(html)).toContain('Biblioteket har ikke givet dine oplysninger videre.')
        expect(html).not.toContain('Inddrivelsen')
      },
      options,
    )
  })
})
