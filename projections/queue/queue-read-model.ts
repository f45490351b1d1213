import type { ReadModel } from '../read-model/read-model'
import { reservationFolds } from './reservation-folds'
import { reservedCopyFolds } from './reserved-copy-folds'
import { reservationsTable, reservedCopiesTable } from './queue-tables'

/** Reservations of titles, and the copies that are set aside for them. */
export const queueReadModel: ReadModel = {
  name: 'queue',
  version: 4,
  tables: [reservationsTable, reservedCopiesTable],
  folds: { ...reservationFolds, ...reservedCopyFolds },
}
