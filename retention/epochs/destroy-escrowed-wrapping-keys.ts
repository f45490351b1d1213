import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EpochNumber } from '../../domain/erasure/backup-horizon'
import { BackupHorizonDeclared } from '../../domain/erasure/events/backup-horizon-declared'
import { BackupHorizonPassed } from '../../domain/erasure/events/backup-horizon-passed'
import { streamNameOf, type StreamName } from '../../domain/event/stream'
import type { AppendError } from '../../domain/ports/event-store'
import { addDays, type Day } from '../../domain/values/day'
import type { PortFailed } from '../erasing/erasing-ports'
import type { Epoch, KekRing, RetiredEpoch } from '../keys/kek-ring'
import { epochDestroyedStep, type EpochStep, type EpochStepWaits } from './epoch-step'

/** What the destruction of retired epochs needs from the outside. */
export interface DestroyEpochPorts {
  readonly ring: Pick<
    KekRing,
    'reload' | 'epochs' | 'retiredEpochs' | 'endedEpoch' | 'destroyEpoch' | 'removeEpochRecord' | 'keyDestruction'
  >
  /** Appends the first event of a stream of circulation. `Conflict`: the stream has it already. */
  readonly appendFirst: (
    stream: StreamName,
    event: BackupHorizonDeclared | BackupHorizonPassed,
  ) => TE.TaskEither<AppendError, unknown>
  /** Waits until no process of the library has the wrapping key any more. At once where there is one process. */
  readonly confirmEverywhere: (step: EpochStep) => TE.TaskEither<PortFailed | EpochStepWaits, void>
  readonly today: () => Day
  /** How many days the wrapping key of a retired epoch stays in escrow. */
  readonly escrowDays: number
}

/** A step failed, or waits for other processes. What was done stays done, and the next call goes on from there. */
export interface DestroyEpochFailed {
  readonly _tag: 'DestroyEpochFailed' | 'DestroyEpochWaits'
  /** At which step it stopped, and the kind of the error. It has no figures, so a repeated failure is known by it. */
  readonly code: string
  readonly reason: string
}

const failedAt =
  (step: string) =>
  ({ _tag, reason }: { readonly _tag: string; readonly reason?: string }): DestroyEpochFailed => ({
    _tag: _tag === 'EpochStepWaits' ? 'DestroyEpochWaits' : 'DestroyEpochFailed',
    code: `${step}: ${_tag}`,
    reason: reason ?? _tag,
  })

const horizonEvent = (
  { ring }: DestroyEpochPorts,
  { epoch, supersededOn, destroyedOn }: RetiredEpoch & { readonly destroyedOn: Day },
): BackupHorizonDeclared | BackupHorizonPassed => {
  const open = { epoch: String(epoch) as EpochNumber, supersededOn, destroyedOn }
  return ring.keyDestruction(destroyedOn) === 'attested'
    ? BackupHorizonPassed(open, {})
    : BackupHorizonDeclared(open, {})
}

/** An earlier call may have appended the event and stopped before the record was removed. */
const unlessAppended = TE.orElse((error: AppendError): TE.TaskEither<AppendError, unknown> =>
  error._tag === 'Conflict' ? TE.right(undefined) : TE.left(error),
)

const recordHorizon = (
  ports: DestroyEpochPorts,
  { epoch, destroyedOn, ...retired }: RetiredEpoch,
): TE.TaskEither<DestroyEpochFailed, Epoch> => {
  if (destroyedOn === undefined)
    return TE.left(failedAt('record')({ _tag: 'EpochInEscrow', reason: 'the epoch is in escrow' }))
  const event = horizonEvent(ports, { epoch, destroyedOn, ...retired })
  const append = pipe(ports.appendFirst(streamNameOf('epoch')(String(epoch)), event), unlessAppended)
  return pipe(
    ports.confirmEverywhere(epochDestroyedStep(epoch)),
    TE.mapLeft(failedAt('confirm')),
    TE.flatMap(() => pipe(append, TE.mapLeft(failedAt('append')))),
    TE.flatMap(() => pipe(ports.ring.removeEpochRecord(epoch), TE.mapLeft(failedAt('remove record')))),
    TE.map(() => epoch),
  )
}

const isDestroyed = ({ destroyedOn }: RetiredEpoch): boolean => destroyedOn !== undefined

const isEscrowOver = (
  { retiredOn }: RetiredEpoch,
  { today, escrowDays }: Pick<DestroyEpochPorts, 'today' | 'escrowDays'>,
): boolean => addDays(escrowDays)(retiredOn) <= today()

/** What is known of the epochs of a ring. */
type KnownEpochs = Pick<KekRing, 'epochs' | 'retiredEpochs' | 'endedEpoch'>

/**
 * An epoch that has not ended, and is neither in use nor retired. Its wrapping key lies somewhere else: in the folder that
 * was named for the escrow before.
 */
const findMissingEpoch = ({ epochs, retiredEpochs, endedEpoch }: KnownEpochs): Epoch | undefined => {
  const known = new Set([...retiredEpochs().map(({ epoch }) => epoch), ...epochs()])
  return [endedEpoch(), ...known]
    .map((epoch) => epoch + 1)
    .find((next) => next < Math.max(...known) && !known.has(next))
}

/** Why no wrapping key may be destroyed: the escrow lacks an older one. A text for people; undefined when it lacks none. */
export const missingEscrowEpochText = (ring: KnownEpochs): string | undefined => {
  const missing = findMissingEpoch(ring)
  if (missing === undefined) return undefined
  const file = `escrow-${String(missing)}.json`
  return `the escrow has no epoch ${String(missing)}: name the folder that has ${file} with ESCROW, or move all files of that folder into the escrow. If that key is lost for good, see Epochs in adapters/README.md`
}

/** Whether an epoch was in escrow long enough, or its destruction is not recorded yet. */
export const hasEpochToDestroy = ({
  ring,
  today,
  escrowDays,
}: Pick<DestroyEpochPorts, 'today' | 'escrowDays'> & {
  readonly ring: Pick<KekRing, 'retiredEpochs'>
}): boolean =>
  ring.retiredEpochs().some((retired) => isDestroyed(retired) || isEscrowOver(retired, { today, escrowDays }))

/**
 * Reads the ring anew, destroys the wrapping keys that were in escrow long enough, oldest first, waits until every process
 * has dropped them, and records in circulation that no copy of the key store from before opens anything any more. Answers
 * the epochs whose end it recorded. Destroys nothing while the escrow lacks an epoch: a later horizon would speak for that one too.
 */
export const destroyEscrowedWrappingKeys =
  (ports: DestroyEpochPorts): TE.TaskEither<DestroyEpochFailed, ReadonlyArray<Epoch>> =>
  async () => {
    // The folder of the escrow may be another one than when the ring was read: a roll takes long.
    const reloaded = await ports.ring.reload()
    if (E.isLeft(reloaded)) return E.left(failedAt('read')(reloaded.left))
    const reason = missingEscrowEpochText(ports.ring)
    if (reason !== undefined) return E.left(failedAt('read')({ _tag: 'EscrowLacksEpoch', reason }))
    const today = ports.today()
    const recorded: Epoch[] = []
    for (const retired of ports.ring.retiredEpochs()) {
      if (!isDestroyed(retired)) {
        // An epoch whose day has not come stops the later ones: they end in their order.
        if (!isEscrowOver(retired, ports)) break
        const destroyed = await ports.ring.destroyEpoch(retired.epoch, today)()
        if (E.isLeft(destroyed)) return E.left(failedAt('destroy')(destroyed.left))
      }
      const current = ports.ring.retiredEpochs().find(({ epoch }) => epoch === retired.epoch) ?? retired
      const outcome = await recordHorizon(ports, current)()
      if (E.isLeft(outcome)) return outcome
      recorded.push(outcome.right)
    }
    return E.right(recorded)
  }
