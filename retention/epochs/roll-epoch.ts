import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import type { PortFailed } from '../erasing/erasing-ports'
import type { Epoch, KekRing } from '../keys/kek-ring'
import type { CheckpointBusy, KeyStore } from '../keys/key-store'
import { epochStepWithFingerprint, type EpochStep, type EpochStepWaits } from './epoch-step'
import { rewrapKeys, type RewrapCount } from './rewrap-keys'
import type { RewrapPorts } from './rewrap-ports'

/** What the move of keys to the current epoch needs from the outside. */
export interface MoveKeysToEpochPorts extends RewrapPorts {
  readonly store: Pick<KeyStore, 'replace' | 'count'>
  /** Folds both logs to their ends, so that every erasure is known. */
  readonly catchUpSchedule: TE.TaskEither<PortFailed, void>
  /** Removes the bytes of replaced keys from the files of the key store; tries again while a reader prevents it. */
  readonly checkpointKeyStore: TE.TaskEither<Unavailable | CheckpointBusy, void>
}

/** What a roll needs from the outside. */
export interface RollPorts extends MoveKeysToEpochPorts {
  readonly ring: Pick<KekRing, 'currentEpoch' | 'epochs' | 'beginEpoch' | 'retireEpoch' | 'reload' | 'epochFingerprint'>
  readonly store: MoveKeysToEpochPorts['store'] & Pick<KeyStore, 'refuseEpochsBefore'>
  /** Puts read models under the key of an epoch in the place of those in use. */
  readonly moveReadModels: (epoch: Epoch) => TE.TaskEither<PortFailed, void>
  /** Waits until every process of the library has taken a step, this one too. At once where there is one process. */
  readonly confirmEverywhere: (step: EpochStep) => TE.TaskEither<PortFailed | EpochStepWaits, void>
  readonly today: () => Day
}

/** The epoch that a roll began or finished, and what it did with the keys. */
export interface EpochRollResult extends RewrapCount {
  readonly epoch: Epoch
  readonly retired: ReadonlyArray<Epoch>
}

/** A roll stopped. What it did stays done, and the next roll goes on from there. The reason names no scope. */
export interface RollFailed {
  readonly _tag: 'RollFailed'
  /** At which step it stopped, and the kind of the error. It has no figures, so a repeated failure is known by it. */
  readonly code: string
  readonly reason: string
}

/** A roll waits for other processes. Until all have taken the step, the next call goes on from there. */
export interface RollWaits {
  readonly _tag: 'RollWaits'
  /** For which step it waits. */
  readonly code: string
  readonly reason: string
}

const failedAt =
  (step: string) =>
  ({ _tag, reason }: { readonly _tag: string; readonly reason?: string }): RollFailed => ({
    _tag: 'RollFailed',
    code: `${step}: ${_tag}`,
    reason: reason ?? _tag,
  })

/** More keys than these, and more than this part of all, do not authenticate: the ring or the key store is a wrong one. */
const [fewUnusable, partUnusable] = [10, 1 / 100]

/** The ring, or the key store, is a wrong one. */
interface KeysUnusable {
  readonly _tag: 'KeysUnusable'
  readonly reason: string
}

const refuseUnusable = (
  { store }: MoveKeysToEpochPorts,
  { unusable }: RewrapCount,
): TE.TaskEither<Unavailable | KeysUnusable, void> => {
  // Commands wait while a million keys are counted.
  if (unusable <= fewUnusable) return TE.right(undefined)
  return pipe(
    store.count,
    TE.flatMap(({ living }) =>
      unusable <= living * partUnusable
        ? TE.right(undefined)
        : TE.left({
            _tag: 'KeysUnusable' as const,
            reason: `${String(unusable)} of ${String(living)} keys cannot be unwrapped: the ring is not the one of this key store, or the key store is older than the escrow`,
          }),
    ),
  )
}

/**
 * Repeats until a pass finds nothing to re-wrap: keys may have been inserted before older epochs were refused. A key may
 * be unusable because another process has just erased its parent: then the erasures are read, and there is another pass.
 */
const rewrapAll =
  (
    ports: MoveKeysToEpochPorts,
    report: (rewrapped: number) => void,
  ): TE.TaskEither<Unavailable | PortFailed, RewrapCount> =>
  async () => {
    const rewrapping = await ports.startRewrapping()
    if (E.isLeft(rewrapping)) return rewrapping
    let rewrapped = 0
    let wasIdle = false
    try {
      for (;;) {
        const before = rewrapped
        const pass = await rewrapKeys(ports, rewrapping.right)((done) => report(before + done))
        if (E.isLeft(pass)) return pass
        const { rewrapped: found, unusable } = pass.right
        rewrapped += found
        if (found === 0 && (unusable === 0 || wasIdle)) return E.right({ rewrapped, unusable })
        wasIdle = found === 0
        const caughtUp = unusable === 0 ? E.right(undefined) : await ports.catchUpSchedule()
        if (E.isLeft(caughtUp)) return caughtUp
      }
    } finally {
      await rewrapping.right.end()
    }
  }

const retireAllBefore = (ports: RollPorts, current: Epoch): TE.TaskEither<Unavailable, ReadonlyArray<Epoch>> =>
  pipe(
    ports.ring.epochs().filter((epoch) => epoch < current),
    TE.traverseSeqArray((epoch) =>
      pipe(
        ports.ring.retireEpoch(epoch, ports.today()),
        TE.map(() => epoch),
      ),
    ),
  )

const confirm = (
  ports: RollPorts,
  name: 'begun' | 'moved' | 'retired',
  epoch: Epoch,
): TE.TaskEither<RollFailed | RollWaits, void> =>
  pipe(
    epochStepWithFingerprint(ports.ring, name, epoch),
    TE.flatMap((step) => ports.confirmEverywhere(step)),
    TE.mapLeft((error) =>
      error._tag === 'EpochStepWaits' ? { _tag: 'RollWaits', code: name, reason: error.reason } : failedAt(name)(error),
    ),
  )

/** From now on every process wraps in this epoch, no key is inserted in an older one, and every erasure is known. */
const prepareRoll = (ports: RollPorts, epoch: Epoch): TE.TaskEither<RollFailed, void> =>
  pipe(
    ports.store.refuseEpochsBefore(epoch),
    TE.flatMap(() => ports.ring.reload),
    TE.mapLeft(failedAt('prepare')),
    TE.flatMap(() => pipe(ports.catchUpSchedule, TE.mapLeft(failedAt('catch up')))),
  )

/**
 * Re-wraps all keys in the current epoch; then their old bytes leave the key store. RollFailed also when many keys
 * do not authenticate: the ring, or the key store, is a wrong or an older one.
 */
export const rewrapKeysAndRemoveOldBytes = (
  ports: MoveKeysToEpochPorts,
  report: (rewrapped: number) => void,
): TE.TaskEither<RollFailed, RewrapCount> =>
  pipe(
    rewrapAll(ports, report),
    TE.tapIO(({ unusable }) => () => {
      if (unusable > 0) ports.alarm('RowNotAuthentic')
    }),
    TE.tap((count) => refuseUnusable(ports, count)),
    TE.tap(() => ports.checkpointKeyStore),
    TE.mapLeft(failedAt('re-wrap')),
  )

/** Puts the read models of every process under the key of the epoch. */
const moveAllReadModels = (ports: RollPorts, epoch: Epoch): TE.TaskEither<RollFailed | RollWaits, void> =>
  pipe(
    ports.moveReadModels(epoch),
    TE.mapLeft(failedAt('move read models')),
    TE.flatMap(() => confirm(ports, 'moved', epoch)),
  )

/** Puts the older wrapping keys into escrow, and waits until every process has none of them in use. */
const retireEverywhere = (
  ports: RollPorts,
  epoch: Epoch,
): TE.TaskEither<RollFailed | RollWaits, ReadonlyArray<Epoch>> =>
  pipe(
    retireAllBefore(ports, epoch),
    TE.mapLeft(failedAt('retire')),
    TE.tap(() => confirm(ports, 'retired', epoch)),
  )

/**
 * Finishes the move of everything that is encrypted to the newest epoch: every process has it, no key is inserted under
 * an older one, the surviving keys are re-wrapped, their old bytes leave the key store, the read models
 * are under the new key, and the older wrapping keys go into escrow. Idempotent; an interruption resumes at the first
 * step.
 */
const finishRoll = (
  ports: RollPorts,
  report: (rewrapped: number) => void,
): TE.TaskEither<RollFailed | RollWaits, EpochRollResult> => {
  const epoch = Math.max(...ports.ring.epochs())
  return pipe(
    confirm(ports, 'begun', epoch),
    TE.flatMap(() => prepareRoll(ports, epoch)),
    TE.flatMap(() => rewrapKeysAndRemoveOldBytes(ports, report)),
    TE.tap(() => moveAllReadModels(ports, epoch)),
    TE.flatMap((count) =>
      pipe(
        retireEverywhere(ports, epoch),
        TE.map((retired) => ({ epoch, retired, ...count })),
      ),
    ),
  )
}

/**
 * Begins the next epoch, and moves everything to it. An interrupted roll is finished first, without another epoch. Where
 * several processes share the ring, call it under a lease.
 */
export const rollEpoch = (
  ports: RollPorts,
  report: (rewrapped: number) => void = () => undefined,
): TE.TaskEither<RollFailed | RollWaits, EpochRollResult> => {
  const { ring } = ports
  return pipe(
    ring.reload,
    TE.flatMap(() => (ring.epochs().length > 1 ? TE.right(undefined) : ring.beginEpoch(ports.today()))),
    TE.mapLeft(failedAt('begin')),
    TE.flatMap(() => finishRoll(ports, report)),
  )
}
