import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { DisclosureId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * The library disclosed personal data: to whom, on which basis and in which case. It names no borrower and no record. It is
 * erased five years after its month.
 */
export const DisclosureMade = defineEvent('DisclosureMade', 1, {
  open: { disclosure: DisclosureId, madeIn: Month },
  sealed: { disclosure: { recipient: t.string, basis: t.string, caseNumber: t.string } },
})
export type DisclosureMade = EventOf<typeof DisclosureMade>
