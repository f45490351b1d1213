import type { AppendError, EventStore } from '../../../../domain/ports/event-store'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate, type Aggregate } from '../../../../domain/command-handling/aggregate'
import type { AnyEvent } from '../../../../domain/event/define-event'
import type { StreamAddress } from '../../../../domain/event/stream'
import { loadAggregate } from '../../../../domain/command-handling/load-aggregate'
import type { EventReadError } from '../../../../domain/command-handling/open-event'
import type { DayClosingDependencies } from '../../../../domain/use-cases/day-closing-error'

/** The ETag of a stream: its last revision. */
export const etagOfRevision = (revision: number): string => `r${revision}`

/** The present ETag of a stream. Read it before the rows, so that it is never newer than they are. */
export const readCurrentEtag =
  ({ commandHandling }: DayClosingDependencies) =>
  <C, S, Ev extends AnyEvent, R>(
    aggregate: Aggregate<C, S, Ev, R>,
    id: string,
  ): TE.TaskEither<EventReadError, string> =>
    pipe(
      loadAggregate(commandHandling)(aggregate)(id),
      TE.map(({ revision }) => etagOfRevision(revision)),
    )

const appendIfEtagMatches =
  (store: Pick<EventStore, 'append' | 'readStream'>, { stream }: StreamAddress, etag: string): EventStore['append'] =>
  (to, expected, events) => {
    const revision = expected === 'none' ? -1 : expected
    if (to !== stream || (typeof revision === 'number' && etagOfRevision(revision) === etag))
      return store.append(to, expected, events)
    const actual = expected === 'any' ? 'none' : expected
    const conflict: AppendError = { _tag: 'Conflict', stream, expected, actual }
    return () => Promise.resolve(E.left(conflict))
  }

/** Dependencies that append to one stream only while it has the ETag that the caller sent in If-Match. */
export const withEtagCheck =
  (library: DayClosingDependencies, aggregate: Parameters<typeof streamAddressOfAggregate>[0], id: string) =>
  (etag: string | undefined): DayClosingDependencies => {
    if (etag === undefined) return library
    const address = streamAddressOfAggregate(aggregate)(id)
    const { readStream } = library.commandHandling.stores[address.log]
    const store = {
      readStream,
      append: appendIfEtagMatches(library.commandHandling.stores[address.log], address, etag),
    }
    return {
      ...library,
      commandHandling: {
        ...library.commandHandling,
        stores: { ...library.commandHandling.stores, [address.log]: store },
      },
    }
  }
