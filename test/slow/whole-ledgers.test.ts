/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { importSummaryLines } from '../../adapters/imports/ledger/report/import-summary-lines'
import type { Day } from '../../domain/values/day'
import { recordedKeys } from '../forensic/recorded-keys'
import { withTemporaryFolder } from '../fixtures/running-library'
import { writeLedgerWithCanaries } from '../adapters/imports/ledger/write-ledger-with-canaries'
import { firstMonthStart, readTestLedger } from '../adapters/imports/ledger/ledger-import-steps'
import { countIndependently } from '../adapters/imports/ledger/independent-count'
import { describeIfLedgerPresent, shakespeareAndCompany, strashun } from '../adapters/imports/ledger/ledger-files'
import { ledgerMappings } from '../adapters/imports/ledger/ledger-mappings'
import { ledgerHeadings, ledgerRowTexts } from '../adapters/imports/ledger/independent-reading'
import { randomDays, rebuildReadModelsOn } from '../adapters/imports/ledger/rebuild-read-models-on'
import { replayAndCheck } from '../adapters/imports/ledger/replay-and-check'
import { searchEverywhere, searchOutsideCatalogue } from '../adapters/imports/ledger/search-for-traces'

jest.mock('../../retention/keys/generate-scope-keys', () =>
  jest
    .requireActual<typeof import('../forensic/recorded-keys')>('../forensic/recorded-keys')
    .recordGeneratedKeys(jest.requireActual('../../retention/keys/generate-scope-keys')),
)

const printLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

beforeEach(() => void recordedKeys.splice(0))

describeIfLedgerPresent(shakespeareAndCompany)('42 years of Shakespeare and Company', () => {
  it('give the figures of the file, are erased to the day, and read models rebuild to the same rows on ten random days', async () => {
    const expected = countIndependently(ledgerRowTexts(shakespeareAndCompany, ledgerHeadings.shakespeare))
    expect(expected).toMatchObject({ rows: 20_840, loans: 20_607, partly: 135, never: 865, found: 769, rejects: 233 })
    const ledger = await readTestLedger(shakespeareAndCompany, ledgerMappings.shakespeare)
    const rebuilt: Day[] = []
    const days = randomDays(firstMonthStart(ledger), '1962-06-30' as Day, 10)
    const search = searchOutsideCatalogue(shakespeareAndCompany, ledgerHeadings.shakespeare)
    const { summary, observer } = await replayAndCheck(ledger, expected, search, rebuildReadModelsOn(days, rebuilt))
    expect([...rebuilt].sort()).toEqual([...days].sort())
    expect(observer.observed.months).toBeGreaterThanOrEqual(42 * 12)
    const lines = importSummaryLines(summary)
    expect(lines.map((line) => line.replace(/ +/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        'Rows 20,840',
        'Loans 20,607',
        expect.stringMatching(/^day of return partly known 135, taken as /),
        'never returned 865',
        'found after the bill 769',
        'midnights with overdue data 0',
        'Living keys 0',
        'File and library agree',
        expect.stringMatching(/^Time \d+\.\d s$/),
        expect.stringMatching(/^Commands [\d,]+, [\d,]+ a second$/),
      ]),
    )
    printLines([...lines, `Keys recorded and searched for: ${recordedKeys.length}; rebuilt on ${rebuilt.join(', ')}`])
  })

  it('leave no name in any file, when each borrower has a unique name and key', async () => {
    await withTemporaryFolder(async (folderOfLedger) => {
      const file = `${folderOfLedger}.csv`
      const canaries = writeLedgerWithCanaries(shakespeareAndCompany, ledgerHeadings.shakespeare, file)
      expect(canaries.size).toBeGreaterThan(2 * 580)
      const expected = countIndependently(ledgerRowTexts(file, ledgerHeadings.shakespeare))
      expect(expected).toEqual(countIndependently(ledgerRowTexts(shakespeareAndCompany, ledgerHeadings.shakespeare)))
      await replayAndCheck(await readTestLedger(file, ledgerMappings.shakespeare), expected, searchEverywhere(canaries))
      printLines([`Canaries searched for: ${canaries.size}; keys recorded and searched for: ${recordedKeys.length}`])
    })
  })
})

describeIfLedgerPresent(strashun)('48 days in the reading room of the Strashun library', () => {
  it('are replayed and leave no name in any file, when each borrower has a unique name and key', async () => {
    await withTemporaryFolder(async (folderOfLedger) => {
      const file = `${folderOfLedger}.csv`
      const canaries = writeLedgerWithCanaries(strashun, ledgerHeadings.strashun, file)
      const expected = countIndependently(ledgerRowTexts(file, ledgerHeadings.strashun))
      expect(expected).toMatchObject({ rows: 2559, loans: 2410, rejects: 149, never: 6, bills: 6 })
      expect(canaries.size).toBeGreaterThan(2 * 390)
      await replayAndCheck(await readTestLedger(file, ledgerMappings.strashun), expected, searchEverywhere(canaries))
    })
  })
})
