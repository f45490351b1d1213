import type { ShortTermStore } from '../../../domain/ports/short-term-store'
import { createShortTermStore } from '../../../retention/short-term/create-short-term-store'
import type { OpenRunningLibraryOptions } from '../open-running-library-options'
import type { PrimaryStores } from './primary-stores'

/** The short-term store over the rows and the ring of a library. */
export const shortTermStoreOfLibrary = (
  { ring, shortTermRows: rows }: Pick<PrimaryStores, 'ring' | 'shortTermRows'>,
  { machineTime = Date.now }: Pick<OpenRunningLibraryOptions, 'machineTime'>,
): ShortTermStore => createShortTermStore({ ring, rows, machineTime })
