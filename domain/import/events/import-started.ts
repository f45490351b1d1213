import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { ImportId } from '../../values/ids'

/** A ledger is being read in; its rows' ids are derived under this scope's key. */
export const ImportStarted = defineEvent('ImportStarted', 1, {
  open: { import: ImportId, fingerprint: t.string, rows: t.number },
  sealed: {},
})
export type ImportStarted = EventOf<typeof ImportStarted>
