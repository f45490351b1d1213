import type { ImportFinished } from './events/import-finished'
import type { ImportStarted } from './events/import-started'

/** The events of an import's stream. */
export type ImportEvent = ImportStarted | ImportFinished
