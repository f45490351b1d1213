import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { feePassedOn, policyWithCollector } from '../../../e2e/collection/collection-steps'
import { readableText } from '../../../fixtures/readable-text'
import { registerBorrowerByHttp } from '../http/http-steps'
import { openAsBorrower, withSite } from './with-site'

const options = { policy: samePolicyEachDay(policyWithCollector) }

const disclosuresOn = (html: string): string =>
  /Hvem har fået dine oplysninger (?!Det vises).*?Det vises ikke her/.exec(readableText(html))?.[0] ?? ''

describe('what of the data of a borrower the library has passed on', () => {
  it('is shown to the borrower whose debt it was: to whom, on which basis, in which month', () =>
    withSite(
      async (library) => ({ borrower: (await feePassedOn(library)).borrower }),
      async (site) => {
        const { html } = (await openAsBorrower(site, '/da/mit/data')).page
        expect(disclosuresOn(html)).toMatch(/februar 2026 Inddrivelsen Aftale af 2026/)
      },
      options,
    ))

  it('is shown to nobody else: others read that nothing was passed on', () =>
    withSite(
      async (library) => {
        await feePassedOn(library)
        return { borrower: await registerBorrowerByHttp(library) }
      },
      async (site) => {
        const { html } = (await openAsBorrower(site, '/da/mit/data')).page
        expect(disclosuresOn(html)).toContain('Biblioteket har ikke givet dine oplysninger videre.')
        expect(html).not.toContain('Inddrivelsen')
      },
      options,
    ))
})
