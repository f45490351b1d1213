import { formatOre } from '../../../domain/values/ore'
import type { CsvError } from '../csv/csv-error'
import { mappedCsvErrorMessage } from '../csv/csv-error-message'
import type { LedgerImportError, ImportInterrupted } from './ledger-import-error'
import type { MappingIsIncomplete } from './reading/ledger-column-mapping'
import { maxLedgerYears } from './reading/first-and-last-day-of-ledger'

const rowSuffix = (row: number | null): string => (row === null ? '' : `, row ${String(row)}`)

const optionNames: Readonly<Record<string, string>> = {
  borrower: '--borrower',
  borrowerName: '--borrower-name',
  title: '--title',
  titleName: '--title-name',
  author: '--author',
  lentOn: '--lent',
  returnedOn: '--returned',
  days: '--days',
  separator: '--separator',
}

/** A member of the mapping without an option is named as it is written in the mapping file. */
const optionText = (member: string): string => optionNames[member] ?? `"${member}" in the mapping file`

/** The step that failed and why. */
export const interruptedImportStepText = ({ step, errorTag, reason }: ImportInterrupted): string =>
  [step, errorTag, ...(reason === null ? [] : [reason])].join(': ')

/** Why a ledger was not imported, and what to do. The message holds no personal data. */
export const ledgerImportErrorMessage = (error: LedgerImportError | MappingIsIncomplete | CsvError): string => {
  switch (error._tag) {
    case 'MappingIsIncomplete':
      return `The mapping of columns is incomplete. Check ${error.missing.map(optionText).join(', ')}. Set them by options or in a mapping file (--mapping).`
    case 'ColumnIsMissing':
    case 'ColumnIsRepeated':
    case 'FileIsUnreadable':
    case 'FileIsMalformed':
      return mappedCsvErrorMessage(error)
    case 'NothingToImport':
      return 'No row of the file can be replayed. The rejects file says why.'
    case 'LedgerIsTooLong':
      return `The ledger runs from ${error.first} to ${error.last}. At most ${String(maxLedgerYears)} years can be replayed: correct the row with the wrong day.`
    case 'ClockIsReal':
      return 'A ledger is replayed on a simulated clock, but this library has a real clock. Choose a new data folder.'
    case 'LedgerIsOlderThanClock':
      return `The ledger begins on ${error.first}, but the library's clock shows ${error.today} and cannot go back. Choose a new data folder.`
    case 'AnotherImportIsUnfinished':
      return 'Another import is unfinished. Run that import again first.'
    case 'HandlingDiffers':
      return `The fee for handling a lost copy is ${formatOre('en', error.library)} in this library, not ${formatOre('en', error.requested)}.`
    case 'BranchIsUnknown':
      return `The library has no branch ${error.branch}. Choose one of ${error.branches.map(({ code, name }) => `${code} (${name.en})`).join(', ')} with --branch.`
    case 'ImportInterrupted':
      return `The import stopped on ${error.on}${rowSuffix(error.row)} (${interruptedImportStepText(error)}). Run it again to continue from there.`
  }
}
