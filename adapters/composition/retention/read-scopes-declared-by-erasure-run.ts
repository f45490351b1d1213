import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { decodeEvent } from '../../../domain/command-handling/open-event'
import type { DueScope, ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { RunId } from '../../../domain/values/ids'
import type { PortFailed } from '../../../retention/erasing/erasing-ports'
import { erasureRunStream } from '../../../retention/erasing/erasure-run'
import { catchStoreErrors } from '../../processes/catch-store-errors'

type ReadableStreams = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

const unreadable: PortFailed = { _tag: 'Undecodable', reason: 'the declaration of the run cannot be read' }

/** The scopes that the first event of a run's stream declares; none when it is no declaration of that run. */
export const readScopesDeclaredByErasureRun =
  (logs: ReadableStreams, eventTable: EventTable) =>
  (log: LogName, run: RunId): TaskEither<PortFailed, ReadonlyArray<DueScope>> =>
    catchStoreErrors<PortFailed, ReadonlyArray<DueScope>>(async () => {
      for await (const page of logs[log].readStream(erasureRunStream(run), { direction: 'forwards', limit: 1 }))
        for (const stored of page) {
          if (stored.type !== 'ErasureDue') return E.right([])
          const event = decodeEvent(eventTable)(log)(stored)
          if (E.isLeft(event)) return E.left(unreadable)
          const open = event.right.open as ErasureDue['open']
          return E.right(open.run === run ? open.scopes : [])
        }
      return E.right([])
    })
