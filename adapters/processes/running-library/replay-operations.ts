import { scopeClasses, type ScopeClass } from '../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { ReplayPoint } from '../../../domain/replay/replay-point'
import type { Replay } from '../../../domain/replay/replay-stream'
import type { ReplaySubject } from '../../../domain/replay/replay-subject'
import type { BorrowerId, TitleId } from '../../../domain/values/ids'

/** The classes whose sealed parts are opened for a reader. Of all others no key is asked for. */
export type ClassesOpened = ReadonlySet<ScopeClass>

/** An auditor, and whoever has no opening of a class: everything is withheld, and no key is asked for. */
export const noClassOpened: ClassesOpened = new Set()

/**
 * Parts that staff do not see: what exists only for the statistics of a month outlives the loan that it comes from, a
 * loan history is for its borrower, a legal hold and the server log for administrators, video for those who may look at it,
 * and the hash of a PIN for nobody.
 */
const classesWithheldFromStaff: ClassesOpened = new Set([
  ...(['statistics', 'history', 'hold', 'disclosure', 'footage', 'viewing', 'pin'] as const),
  ...(['serverLog', 'serverLogOpening'] as const),
])

/** What is opened for staff. */
export const classesOpenedForStaff: ClassesOpened = new Set(
  scopeClasses.filter((name) => !classesWithheldFromStaff.has(name)),
)

/** What is replayed, up to where, and for whom. */
export interface ReplayRequest {
  readonly subject: ReplaySubject
  readonly id: string
  /** The title of a reservation. Without it the reservation is searched for in the log. */
  readonly title?: TitleId | undefined
  readonly at: ReplayPoint
  readonly opened: ClassesOpened
}

/** A replay of a stream. */
export interface ReplayOfStream extends Replay {
  readonly log: LogName
  readonly stream: StreamName
  /** Whose sealed parts were opened. */
  readonly borrowers: ReadonlyArray<BorrowerId>
}

/** Replays records from the logs. Throws the error of a store that does not answer. */
export interface ReplayOperations {
  /** Undefined when there was no event up to that point. */
  readonly replay: (request: ReplayRequest) => Promise<ReplayOfStream | undefined>
}
