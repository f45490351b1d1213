import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { withFile } from '../csv/read-test-file'
import { firstMonthStart, importLedgerInto, readTestLedger, requireSummary } from './ledger-import-steps'

const mapping = { borrower: 'who', title: 'what', lentOn: 'from', returnedOn: 'to' }
const rows = 'who,what,from,to\nAnna,Tine,1912-01-02,1912-01-05\nBo,Tine,1912-01-07,1912-01-08\n\nCarl,,1912-01-09,\n'

describe('"File and library agree"', () => {
  it.each([
    ['is said when every line of the file is a loan, a reject, blank or the headings', 0, true],
    ['is not said when the reader lost a row, whatever it counts itself', 1, false],
  ])('%s', async (_, lost, agrees) => {
    const ledger = await withFile(rows, (file) => readTestLedger(file, mapping))
    const loans = ledger.loans.slice(lost)
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger) })
      const read = { ...ledger, loans, rows: ledger.rows - lost }
      const { checks, lines } = requireSummary(await importLedgerInto(library, read))
      expect(lines).toEqual({ inFile: 5, headings: 1, blank: 1 })
      expect(checks.find(({ what }) => what === 'loans')).toMatchObject({ file: 2, library: 2 - lost })
      expect(checks.every(({ same }) => same)).toBe(agrees)
      await library.close()
    })
  })
})
