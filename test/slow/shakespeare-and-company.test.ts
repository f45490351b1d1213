import { inLines } from '../../adapters/imports/ledger/telling/print'
import type { Day } from '../../domain/values/day'
import { noted } from '../forensic/noted-keys'
import { withFolder } from '../fixtures/system'
import { writeWithCanaries } from '../adapters/imports/ledger/canaries'
import { beginningOf, read } from '../adapters/imports/ledger/importing'
import { count } from '../adapters/imports/ledger/independent-count'
import { describeWith, shakespeareAndCompany, strashun } from '../adapters/imports/ledger/ledgers'
import { mappings } from '../adapters/imports/ledger/mappings'
import { headings, rowsOf } from '../adapters/imports/ledger/read-apart'
import { randomDays, rebuildingOn } from '../adapters/imports/ledger/rebuilding'
import { replay } from '../adapters/imports/ledger/replaying'
import { searchEverywhere, searchOutsideCatalogue } from '../adapters/imports/ledger/searching'

jest.mock('../../retention/keys/new-keys', () =>
  jest
    .requireActual<typeof import('../forensic/noted-keys')>('../forensic/noted-keys')
    .noting(jest.requireActual('../../retention/keys/new-keys')),
)

const say = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

beforeEach(() => void noted.splice(0))

describeWith(shakespeareAndCompany)('42 years of Shakespeare and Company', () => {
  it('come to the figures of the file, are forgotten to the day, and rebuilt to the same at ten random days', async () => {
    const counted = count(rowsOf(shakespeareAndCompany, headings.shakespeare))
    expect(counted).toMatchObject({ rows: 20_840, loans: 20_607, partly: 135, never: 865, found: 769, rejects: 233 })
    const ledger = await read(shakespeareAndCompany, mappings.shakespeare)
    const rebuilt: Day[] = []
    const days = randomDays(beginningOf(ledger), '1962-06-30' as Day, 10)
    const search = searchOutsideCatalogue(shakespeareAndCompany, headings.shakespeare)
    const { summary, watch } = await replay(ledger, counted, search, rebuildingOn(days, rebuilt))
    expect([...rebuilt].sort()).toEqual([...days].sort())
    expect(watch.seen.months).toBeGreaterThanOrEqual(42 * 12)
    const lines = inLines(summary)
    expect(lines.map((line) => line.replace(/ +/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        'Rows 20,840',
        'Loans 20,607',
        expect.stringMatching(/^return partly known 135, taken as /),
        'never returned 865',
        'found after the bill 769',
        'midnights with anything overdue 0',
        'Keys that still live 0',
        'File and library agree',
        expect.stringMatching(/^Time \d+\.\d s$/),
        expect.stringMatching(/^Commands [\d,]+, [\d,]+ a second$/),
      ]),
    )
    say([...lines, `Keys noted and looked for: ${noted.length}; rebuilt on ${rebuilt.join(', ')}`])
  })

  it('name nobody in any file, though each borrower has a name and a key that stand nowhere else', async () => {
    await withFolder(async (own) => {
      const file = `${own}.csv`
      const canaries = writeWithCanaries(shakespeareAndCompany, headings.shakespeare, file)
      expect(canaries.size).toBeGreaterThan(2 * 580)
      const counted = count(rowsOf(file, headings.shakespeare))
      expect(counted).toEqual(count(rowsOf(shakespeareAndCompany, headings.shakespeare)))
      await replay(await read(file, mappings.shakespeare), counted, searchEverywhere(canaries))
      say([`Canaries looked for: ${canaries.size}; keys noted and looked for: ${noted.length}`])
    })
  })
})

describeWith(strashun)('48 days in the reading room of the Strashun library', () => {
  it('are replayed and name nobody in any file, though each borrower has a name and a key that stand nowhere else', async () => {
    await withFolder(async (own) => {
      const file = `${own}.csv`
      const canaries = writeWithCanaries(strashun, headings.strashun, file)
      const counted = count(rowsOf(file, headings.strashun))
      expect(counted).toMatchObject({ rows: 2559, loans: 2410, rejects: 149, never: 6, bills: 6 })
      expect(canaries.size).toBeGreaterThan(2 * 390)
      await replay(await read(file, mappings.strashun), counted, searchEverywhere(canaries))
    })
  })
})
