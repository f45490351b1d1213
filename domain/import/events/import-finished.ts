import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { ImportId } from '../../values/ids'

/** The last row was read. From now on the same file is recognised by its fingerprint. */
export const ImportFinished = defineEvent('ImportFinished', 1, {
  open: { import: ImportId, fingerprint: t.string, loans: t.number, rejects: t.number, finishedOn: Day },
  sealed: {},
})
export type ImportFinished = EventOf<typeof ImportFinished>
