import type { AppendError, EventStore } from '../../../../domain/ports/event-store'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addressOf, type Aggregate } from '../../../../domain/command-handling/aggregate'
import type { AnyEvent } from '../../../../domain/event/define-event'
import type { Address } from '../../../../domain/event/stream'
import { load } from '../../../../domain/command-handling/load'
import type { Unreadable } from '../../../../domain/command-handling/remember'
import type { ClosingLibrary } from '../../../../domain/use-cases/closing-error'

/** The ETag of what stands in one stream: its last revision. */
export const etagOf = (revision: number): string => `r${revision}`

/** Where a stream ends, as an ETag. Read it before the rows, so that it is never newer than what it stands for. */
export const etagNow =
  ({ desk }: ClosingLibrary) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, id: string): TE.TaskEither<Unreadable, string> =>
    pipe(
      load(desk)(aggregate)(id),
      TE.map(({ revision }) => etagOf(revision)),
    )

const guarded =
  (store: Pick<EventStore, 'append' | 'readStream'>, { stream }: Address, etag: string): EventStore['append'] =>
  (to, expected, events) => {
    const revision = expected === 'none' ? -1 : expected
    if (to !== stream || (typeof revision === 'number' && etagOf(revision) === etag))
      return store.append(to, expected, events)
    const actual = expected === 'any' ? 'none' : expected
    const conflict: AppendError = { _tag: 'Conflict', stream, expected, actual }
    return () => Promise.resolve(E.left(conflict))
  }

/** The library as it is to a caller who wants a stream changed only if it is where the caller read it. */
export const onlyAt =
  (library: ClosingLibrary, aggregate: Parameters<typeof addressOf>[0], id: string) =>
  (etag: string | undefined): ClosingLibrary => {
    if (etag === undefined) return library
    const address = addressOf(aggregate)(id)
    const { readStream } = library.desk.stores[address.log]
    const store = { readStream, append: guarded(library.desk.stores[address.log], address, etag) }
    return { ...library, desk: { ...library.desk, stores: { ...library.desk.stores, [address.log]: store } } }
  }
