import { currentReadModelRecords } from '../../adapters/imports/ledger/store-comparison/import-into-new-library'
import { logRecords } from '../../adapters/imports/ledger/store-comparison/library-records'
import { openLibraryIn } from '../../fixtures/running-library'
import type { RecordWithoutIds } from '../../library-comparison/record-without-ids'

/** Erasures that were interrupted are continued in other runs, so the streams of runs differ. */
const isOfErasureRun = ({ words }: RecordWithoutIds): boolean => words.includes('"stream":"erasure-')

/** The records of an imported library: the events of both logs, without erasure runs, and the rows of read models. */
export const recordsOfImport = async (folder: string): Promise<ReadonlyArray<RecordWithoutIds>> => {
  const library = await openLibraryIn(folder)
  try {
    const events = (await logRecords(library)).filter((record) => !isOfErasureRun(record))
    return [...events, ...(await currentReadModelRecords(library, 'at the end'))]
  } finally {
    await library.close()
  }
}
