import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { openLibraryIn } from '../../fixtures/running-library'
import { loanLogFirstDay, type LoanLog } from './loan-log'

/** Opens the library of a loan log, and closes it again. */
export interface LoanLogLibrary {
  readonly open: () => Promise<void>
  readonly current: () => RunningLibrary
  readonly close: () => Promise<void>
}

/** The library of a loan log, opened anew for each round, so that no key and no plaintext is in memory. */
export const loanLogLibrary = ({ folder }: Pick<LoanLog, 'folder'>): LoanLogLibrary => {
  let library: RunningLibrary | undefined
  const current = (): RunningLibrary => {
    if (library === undefined) throw new Error('the library is closed')
    return library
  }
  return {
    open: async () => {
      library = await openLibraryIn(folder, { startOn: loanLogFirstDay })
    },
    current,
    close: async () => {
      await current().close()
      library = undefined
    },
  }
}
