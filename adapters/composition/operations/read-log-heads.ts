import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { LibraryStores } from '../stores/library-stores'

const startOfLog = ''

/** Reads the last position of each log. */
export const readLogHeads =
  ({ logs }: Pick<LibraryStores, 'logs'>): RunningLibrary['logHeads'] =>
  async () => {
    const [circulation, persons] = await Promise.all([logs.circulation.head(), logs.persons.head()])
    return { circulation: circulation ?? startOfLog, persons: persons ?? startOfLog }
  }
