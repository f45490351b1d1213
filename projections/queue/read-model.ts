import type { ReadModel } from '../kernel/read-model'
import { reservationFolds } from './fold-reservations'
import { shelfFolds } from './fold-shelf'
import { reservations, shelf } from './rows'

/** Who waits for a title, and which copies are kept for whom. */
export const queueModel: ReadModel = {
  name: 'queue',
  version: 1,
  tables: [reservations, shelf],
  folds: { ...reservationFolds, ...shelfFolds },
}
