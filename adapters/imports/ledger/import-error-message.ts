import { formatOre } from '../../../domain/values/ore'
import type { ImportError } from './import-error'
import type { MappingIsIncomplete } from './reading/column-mapping'
import { maxLedgerYears } from './reading/ledger-span'
import type { ColumnIsMissing, FileIsUnreadable } from './reading/read-csv-rows'

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

const quotedHeadings = (headings: ReadonlyArray<string>): string => headings.map((heading) => `"${heading}"`).join(', ')

const separators: ReadonlyArray<readonly [text: string, asWritten: string]> = [
  [';', "';'"],
  ['\t', "$'\\t'"],
  ['|', "'|'"],
]

/** When the first line is read as one heading and holds another separator, the hint names that separator. */
const separatorHint = (found: ReadonlyArray<string>): string => {
  const used = found.length > 1 ? undefined : separators.find(([text]) => found[0]?.includes(text))
  return used === undefined ? '' : ` Does the file use another separator? Try --separator ${used[1]}.`
}

/** Why a ledger was not imported, and what to do. The message holds no personal data. */
export const importErrorMessage = (
  error: ImportError | MappingIsIncomplete | ColumnIsMissing | FileIsUnreadable,
): string => {
  switch (error._tag) {
    case 'MappingIsIncomplete':
      return `The mapping of columns is incomplete. Check ${error.missing.map(optionText).join(', ')}. Set them by options or in a mapping file (--mapping).`
    case 'ColumnIsMissing':
      // The message does not repeat the line: in a file without headings it holds a name of a borrower.
      return `The file has no column ${quotedHeadings(error.columns)}. Its first line, which must be the headings, has ${String(error.found.length)} ${error.found.length === 1 ? 'field' : 'fields'}.${separatorHint(error.found)}`
    case 'FileIsUnreadable':
      return `The file ${error.file} cannot be read: ${error.reason}.`
    case 'NothingToImport':
      return 'No row of the file can be replayed: each row lacks a borrower, a title or a complete day of lending, or has an impossible day.'
    case 'LedgerIsTooLong':
      return `The ledger runs from ${error.first} to ${error.last}. At most ${String(maxLedgerYears)} years can be replayed: correct the row with the wrong day.`
    case 'ClockIsReal':
      return 'A ledger is replayed on a simulated clock, but this library has a real clock. Choose a new data folder.'
    case 'LedgerIsOlderThanClock':
      return `The ledger begins on ${error.first}, but the library's clock shows ${error.today} and cannot go back. Choose a new data folder.`
    case 'AnotherImportIsUnfinished':
      return 'Another import is unfinished. Run that import again first.'
    case 'HandlingDiffers':
      return `The fee for handling a lost copy is ${formatOre(error.library)} in this library, not ${formatOre(error.requested)}.`
    case 'ImportInterrupted':
      return `The import stopped on ${error.on}${rowSuffix(error.row)} (${error.step}: ${error.errorTag}${error.reason === null ? '' : `, ${error.reason}`}). Run it again to continue from there.`
  }
}
