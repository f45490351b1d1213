import type { ImportFinished } from './events/import-finished'
import type { ImportStarted } from './events/import-started'

/** All that can stand in an import's stream. */
export type ImportEvent = ImportStarted | ImportFinished
