import type { AnyEvent } from '../event/define-event'
import type { LogName } from '../event/stream'
import type { Position, Revision } from '../ports/event-store'
import type { ScopeId } from '../values/ids'
import { erased, makePlain } from '../event/plain-or-erased'
import type { ReplayedPart } from './replayed-value'

/** A sealed part and its scope. */
export type PartToReplay = ReplayedPart & { readonly scope: ScopeId }

/** An event as a reader of a replay gets it. */
export interface EventToReplay {
  readonly revision: Revision
  /** Null in *persons*: its events change places when their month is closed. */
  readonly position: Position | null
  readonly type: string
  /** The day (in *persons*: the month) of recording. */
  readonly recorded: string
  readonly open: Readonly<Record<string, unknown>>
  readonly parts: ReadonlyArray<PartToReplay>
  /** Why nothing acts on the event; absent when it is whole. */
  readonly damaged?: string
}

/** The events of a stream, in its order. */
export interface StreamToReplay {
  readonly log: LogName
  readonly stream: string
  readonly events: ReadonlyArray<EventToReplay>
}

/** The event as `evolve` takes it: a part that is not read is taken for erased. */
export const toEvolvedEvent = ({ type, open, parts }: EventToReplay, classes: ReadonlyArray<string>): AnyEvent => ({
  type,
  open,
  sealed: Object.fromEntries([
    ...classes.map((name) => [name, erased] as const),
    ...parts.map((part) => [part.class, part.status === 'plain' ? makePlain(part.value) : erased] as const),
  ]),
})
