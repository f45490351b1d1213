import type { TaskEither } from 'fp-ts/TaskEither'
import type { ClosingError, ClosingLibrary } from '../../../domain/use-cases/closing-error'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { Unreadable } from '../../../domain/command-handling/remember'
import type { Day } from '../../../domain/values/day'
import type { ClockWouldRunBack } from '../../../domain/ports/clocks'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Rows } from '../../../projections/kernel/rows'
import type { Health } from './health'
import type { RetentionService } from './retention-service'
import type { ShownEvent } from './show'

/** The library clock cannot be moved: it is real. */
export interface ClockIsReal {
  readonly _tag: 'ClockIsReal'
}

/** Moving a simulated clock: each day passed is closed, and what fell due with it is erased. */
export type MoveClock = (
  to: Day,
  told: (closed: Day) => void,
) => TaskEither<ClosingError | ClockWouldRunBack | ClockIsReal, void>

/** A library with everything around it running: what HTTP, the command line, the importer and the demo work with. */
export interface System {
  readonly library: ClosingLibrary
  /** Rows of the read models. Call `reach` first to read what has just been written. */
  readonly rows: Rows
  /** Brings read models and schedule past both logs' ends as they are when asked. */
  readonly reach: TaskEither<Unreadable, void>
  /** Makes durable what was answered before; where it is durable with each answer, there is nothing to do. */
  readonly flush: TaskEither<StoreUnavailable, void>
  /** Where both logs end now; a reader names both to read its own write. */
  readonly heads: () => Promise<Readonly<Record<LogName, Position | ''>>>
  readonly retention: RetentionService
  /** Whether the folder was made for trying things out. */
  readonly isDemo: boolean
  readonly clock: { readonly kind: 'real' | 'simulated'; readonly moveTo: MoveClock }
  readonly rebuild: (told: (folded: number) => void) => TaskEither<Unreadable, number>
  readonly keysStatus: () => Promise<Readonly<Record<string, number | string>>>
  /** A stream event by event: as stored, as staff see it, and as it will read once forgotten. */
  readonly show: (log: LogName, stream: StreamName) => Promise<ReadonlyArray<ShownEvent>>
  readonly health: () => Promise<Health>
  readonly close: () => Promise<void>
}
