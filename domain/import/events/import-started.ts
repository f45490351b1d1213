import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { ImportId } from '../../values/ids'

/** The import of a ledger started. The ids of its rows are derived under this scope's key. */
export const ImportStarted = defineEvent('ImportStarted', 1, {
  open: { import: ImportId, fingerprint: t.string, rows: t.number },
  sealed: {},
})
export type ImportStarted = EventOf<typeof ImportStarted>
