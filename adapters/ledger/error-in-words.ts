import { written } from '../../domain/language/ore'
import type { ImportError } from './import-error'
import type { MappingIsIncomplete } from './reading/mapping'
import type { ColumnIsMissing, FileIsUnreadable } from './reading/read-rows'

const where = (row: number | null): string => (row === null ? '' : `, row ${String(row)}`)

/** Why a ledger was not imported, and what to do about it. Names nobody. */
export const errorInWords = (error: ImportError | MappingIsIncomplete | ColumnIsMissing | FileIsUnreadable): string => {
  switch (error._tag) {
    case 'MappingIsIncomplete':
      return `Which columns say what is not clear: look at ${error.missing.join(', ')}. Give them by options or in a mapping file.`
    case 'ColumnIsMissing':
      return `The file has no column ${error.columns.map((column) => `"${column}"`).join(', ')}.`
    case 'FileIsUnreadable':
      return `The file cannot be read: ${error.reason}.`
    case 'NothingToImport':
      return 'No row of the file can be replayed; the rejects file says why.'
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
