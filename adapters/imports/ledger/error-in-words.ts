import { written } from '../../../domain/values/ore'
import type { ImportError } from './import-error'
import type { MappingIsIncomplete } from './reading/mapping'
import { longestLedger } from './reading/span'
import type { ColumnIsMissing, FileIsUnreadable } from './reading/read-rows'

const where = (row: number | null): string => (row === null ? '' : `, row ${String(row)}`)

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

/** A member that no option says stands in a mapping file, under its own name. */
const optionFor = (member: string): string => optionNames[member] ?? `"${member}" in the mapping file`

const inQuotes = (headings: ReadonlyArray<string>): string => headings.map((heading) => `"${heading}"`).join(', ')

const separators: ReadonlyArray<readonly [text: string, asWritten: string]> = [
  [';', "';'"],
  ['\t', "$'\\t'"],
  ['|', "'|'"],
]

/** A first line that is one long heading was written with another separator than it was read with. */
const anotherSeparator = (found: ReadonlyArray<string>): string => {
  const used = found.length > 1 ? undefined : separators.find(([text]) => found[0]?.includes(text))
  return used === undefined ? '' : ` Is the separator another? Try --separator ${used[1]}.`
}

/** Why a ledger was not imported, and what to do about it. Names nobody. */
export const errorInWords = (error: ImportError | MappingIsIncomplete | ColumnIsMissing | FileIsUnreadable): string => {
  switch (error._tag) {
    case 'MappingIsIncomplete':
      return `Which columns say what is not clear: look at ${error.missing.map(optionFor).join(', ')}. Give them by options or in a mapping file (--mapping).`
    case 'ColumnIsMissing':
      // The line itself is not repeated: where there are no headings, it holds somebody's name.
      return `The file has no column ${inQuotes(error.columns)}. Its first line, which must be the headings, has ${String(error.found.length)} ${error.found.length === 1 ? 'field' : 'fields'}.${anotherSeparator(error.found)}`
    case 'FileIsUnreadable':
      return `The file ${error.file} cannot be read: ${error.reason}.`
    case 'NothingToImport':
      return 'No row of the file can be replayed: every one lacks a borrower, a title or a whole day of lending, or names a day that cannot be.'
    case 'LedgerIsTooLong':
      return `The ledger runs from ${error.first} to ${error.last}. More than ${String(longestLedger)} years are not replayed: correct the row whose day is wrong.`
    case 'ClockIsReal':
      return 'A ledger is replayed on a simulated clock, and the clock of this library is real. Name a new data folder.'
    case 'LedgerIsOlderThanClock':
      return `The ledger begins on ${error.first}, and the library's clock stands on ${error.today}: time does not run backwards. Name a new data folder.`
    case 'AnotherImportIsUnfinished':
      return 'Another import was broken off. Run it again until it is finished.'
    case 'HandlingDiffers':
      return `Handling a lost copy costs ${written(error.library)} in this library, and not ${written(error.asked)}.`
    case 'BrokeOff':
      return `The import broke off on ${error.on}${where(error.row)} (${error.act}: ${error.because}). Run it again: it goes on from there.`
  }
}
