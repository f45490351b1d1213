import * as E from 'fp-ts/Either'
import { borrowerAggregate } from '../../../domain/borrower/borrower-aggregate'
import { streamAddressOfAggregate, type Aggregate } from '../../../domain/command-handling/aggregate'
import { cacheStateAfterAppend } from '../../../domain/command-handling/cache-state-after-append'
import { loadAggregate, type LoadDependencies, type LoadedState } from '../../../domain/command-handling/load-aggregate'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { AppendMetadata } from '../../../domain/command-handling/seal-events'
import { feeAggregate } from '../../../domain/fee/fee-aggregate'
import type { AnyEvent } from '../../../domain/event/define-event'
import { categoryOfStream, type StreamName } from '../../../domain/event/stream'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import { titleAggregate } from '../../../domain/title/title-aggregate'

/** Caches the state after an event that was appended. */
type CacheAfter = (event: AnyEvent, appended: Pick<AppendMetadata, 'ids' | 'recorded'>) => void

/** Loads the state of a record before its next event is decided, as every command does. */
export type LoadState = (stream: StreamName) => Promise<E.Either<EventReadError, CacheAfter>>

const policy = samePolicyEachDay(defaultLibraryPolicy)

const loadStateOf =
  (dependencies: LoadDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>): LoadState =>
  async (stream) => {
    const id = stream.slice(aggregate.category.length + 1)
    const cacheAfter = cacheStateAfterAppend(
      dependencies.cache,
      streamAddressOfAggregate(aggregate)(id),
    )(aggregate.evolve)
    const loaded = await loadAggregate(dependencies)(aggregate)(id)()
    const toCacheAfter =
      (before: LoadedState<S>): CacheAfter =>
      (event, appended) =>
        cacheAfter(before, [event as Ev], appended)
    return E.map(toCacheAfter)(loaded)
  }

/** Loads the states of borrowers, fees and titles. */
export const loadStates = (dependencies: LoadDependencies): LoadState => {
  const load = loadStateOf(dependencies)
  const loaders: Readonly<Record<string, LoadState>> = {
    borrower: load(borrowerAggregate(policy)),
    fee: load(feeAggregate),
    title: load(titleAggregate(policy)),
  }
  return (stream) => {
    const loader = loaders[categoryOfStream(stream)]
    if (loader === undefined) throw new Error('records are borrowers, fees and titles')
    return loader(stream)
  }
}
