/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { recordedKeys } from '../../../forensic/recorded-keys'
import { withLedgerBefore } from './with-ledger-before'
import { readTestLedger } from './ledger-import-steps'
import { countIndependently } from './independent-count'
import { describeIfLedgerPresent, shakespeareAndCompany, strashun } from './ledger-files'
import { ledgerMappings } from './ledger-mappings'
import { ledgerHeadings, ledgerRowTexts } from './independent-reading'
import { replayAndCheck } from './replay-and-check'
import { searchOutsideCatalogue } from './search-for-traces'

jest.mock('../../../../retention/keys/generate-scope-keys', () =>
  jest
    .requireActual<typeof import('../../../forensic/recorded-keys')>('../../../forensic/recorded-keys')
    .recordGeneratedKeys(jest.requireActual('../../../../retention/keys/generate-scope-keys')),
)

beforeEach(() => void recordedKeys.splice(0))

describeIfLedgerPresent(shakespeareAndCompany)('Shakespeare and Company', () => {
  it('is replayed for its first year to the figures of an independent count, and erased to the day', () =>
    withLedgerBefore(shakespeareAndCompany, '1920-11-18', async (file) => {
      const expected = countIndependently(ledgerRowTexts(file, ledgerHeadings.shakespeare))
      expect(expected).toMatchObject({ rejects: 233, loans: expect.any(Number) })
      expect(expected.loans).toBeGreaterThan(250)
      const search = searchOutsideCatalogue(file, ledgerHeadings.shakespeare)
      const { observer } = await replayAndCheck(
        await readTestLedger(file, ledgerMappings.shakespeare),
        expected,
        search,
      )
      expect(observer.erasedScopes.size).toBeGreaterThan(expected.loans)
    }))
})

describeIfLedgerPresent(strashun)('the reading room of the Strashun library', () => {
  it('is replayed for 48 days to the figures of an independent count, and erased to the day', async () => {
    const expected = countIndependently(ledgerRowTexts(strashun, ledgerHeadings.strashun))
    expect(expected).toMatchObject({ rows: 2559, loans: 2410, rejects: 149, never: 6, bills: 6 })
    const search = searchOutsideCatalogue(strashun, ledgerHeadings.strashun)
    const { summary } = await replayAndCheck(await readTestLedger(strashun, ledgerMappings.strashun), expected, search)
    expect(summary.returned).toEqual({ whole: 2404, partly: 0 })
  })
})
