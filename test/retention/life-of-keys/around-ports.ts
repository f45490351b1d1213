import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { ErasedBorrowers, ErasureReceipt } from '../../../adapters/stores/erasure-receipt/erasure-receipt'
import type { EventStore } from '../../../domain/ports/event-store'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'

/** Calls a port: at once, later, or not at all. */
export type AroundPort = <A>(port: string, call: Task<A>) => Promise<A>

/** Calls every port at once. */
export const callAtOnce: AroundPort = (_port, call) => call()

const around =
  (callPort: AroundPort) =>
  <Arguments extends ReadonlyArray<unknown>, A>(name: string, port: (...args: Arguments) => Task<A>) =>
  (...args: Arguments): Task<A> =>
  () =>
    callPort(name, port(...args))

/** The port works at once, as a wrapping key in memory does; its answer comes when the function lets it. */
const aroundAnswer =
  (callPort: AroundPort) =>
  <Arguments extends ReadonlyArray<unknown>, A>(name: string, port: (...args: Arguments) => Task<A>) =>
  (...args: Arguments): Task<A> =>
  () => {
    const answer = port(...args)()
    return callPort(name, () => answer)
  }

/** The erasure receipt, with each addition around a function. */
export const receiptAround = (callPort: AroundPort, runs: ErasedBorrowers[]): Pick<ErasureReceipt, 'add'> => ({
  add: around(callPort)('receipt', (erased: ErasedBorrowers) => TE.fromIO(() => void runs.push(erased))),
})

/** The key store, with each of its calls around a function. */
export const keyStoreAround = (callPort: AroundPort, store: KeyStore): KeyStore => {
  const wrap = around(callPort)
  const task =
    <A>(name: string, call: Task<A>): Task<A> =>
    () =>
      callPort(name, call)
  return {
    ...store,
    insert: wrap('insert keys', store.insert),
    read: wrap('read keys', store.read),
    fence: wrap('fence keys', store.fence),
    checkpointTruncate: task('checkpoint', store.checkpointTruncate),
    page: wrap('page of keys', store.page),
    livingPage: wrap('page of living keys', store.livingPage),
    livingScopes: wrap('living scopes', store.livingScopes),
    replace: wrap('replace keys', store.replace),
    remove: wrap('remove keys', store.remove),
    count: task('count keys', store.count),
    oldestEpoch: task('oldest epoch', store.oldestEpoch),
    refuseEpochsBefore: wrap('refuse older epochs', store.refuseEpochsBefore),
  }
}

/** The ring, with each of its calls around a function. */
export const ringAround = (callPort: AroundPort, ring: KekRing): KekRing => {
  const [wrap, wrapAnswer] = [around(callPort), aroundAnswer(callPort)]
  return {
    ...ring,
    wrap: wrapAnswer('wrap', ring.wrap),
    unwrap: wrapAnswer('unwrap', ring.unwrap),
    unwrapFromEscrow: wrapAnswer('unwrap from escrow', ring.unwrapFromEscrow),
    beginEpoch: wrap('begin epoch', ring.beginEpoch),
    retireEpoch: wrap('retire epoch', ring.retireEpoch),
    destroyEpoch: wrap('destroy epoch', ring.destroyEpoch),
    removeEpochRecord: wrap('remove record of epoch', ring.removeEpochRecord),
    sign: wrap('sign', ring.sign),
  }
}

const succeeded = (): Promise<void> => Promise.resolve()

/** The log, with each append, and each beginning of a reading, around a function. */
export const logAround = (callPort: AroundPort, log: EventStore): EventStore => ({
  ...log,
  append: around(callPort)('append', log.append),
  readAll: (options) =>
    (async function* () {
      await callPort('read log', succeeded)
      yield* log.readAll(options)
    })(),
  readStream: (stream, options) =>
    (async function* () {
      await callPort('read stream', succeeded)
      yield* log.readStream(stream, options)
    })(),
})
