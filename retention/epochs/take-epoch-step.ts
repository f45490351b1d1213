import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { PortFailed } from '../erasing/erasing-ports'
import type { Epoch, KekRing } from '../keys/kek-ring'
import type { EpochStep } from './epoch-step'

/** What a process needs to take a step of a roll that another process may have begun. */
export interface EpochStepPorts {
  readonly ring: Pick<KekRing, 'reload' | 'epochs' | 'retiredEpochs' | 'epochFingerprint'>
  /** Puts the read models of this process under the key of an epoch. Does nothing when they are. */
  readonly moveReadModels: (epoch: Epoch) => TE.TaskEither<PortFailed, void>
}

/** The step cannot be taken: the ring of this process is not the one in which the epoch was begun or ended. */
export interface RingIsAnother {
  readonly _tag: 'RingIsAnother'
  readonly reason: string
}

type StepError = PortFailed | RingIsAnother

const failWith = (reason: string): TE.TaskEither<RingIsAnother, never> => TE.left({ _tag: 'RingIsAnother', reason })

const sharedRing = 'all processes must name the same ring, which is one folder or one module'

const lacksEpoch = (epoch: Epoch) =>
  failWith(`the ring of this process has no epoch ${String(epoch)}, or another key under this number: ${sharedRing}`)

const keepsOlderEpoch = (epoch: Epoch) =>
  failWith(`the ring of this process still has a wrapping key of epoch ${String(epoch)}: ${sharedRing}`)

const requireEpoch = ({ ring }: EpochStepPorts, { epoch, fingerprint }: EpochStep): TE.TaskEither<StepError, void> =>
  ring.epochs().includes(epoch)
    ? pipe(
        ring.epochFingerprint(epoch),
        TE.flatMap((own) =>
          Buffer.from(own).toString('hex') === fingerprint ? TE.right(undefined) : lacksEpoch(epoch),
        ),
      )
    : lacksEpoch(epoch)

const requireNoneOlder = ({ ring }: EpochStepPorts, epoch: Epoch): TE.TaskEither<StepError, void> => {
  const older = ring.epochs().find((each) => each < epoch)
  return older === undefined ? TE.right(undefined) : keepsOlderEpoch(older)
}

const requireDestroyed = ({ ring }: EpochStepPorts, epoch: Epoch): TE.TaskEither<StepError, void> => {
  const isInEscrow = ring.retiredEpochs().some((each) => each.epoch === epoch && each.destroyedOn === undefined)
  return isInEscrow || ring.epochs().includes(epoch) ? keepsOlderEpoch(epoch) : TE.right(undefined)
}

/** What is left to do for a step when the ring was read anew. */
const takeStep = (ports: EpochStepPorts, step: EpochStep): TE.TaskEither<StepError, void> => {
  switch (step.step) {
    case 'begun':
      return requireEpoch(ports, step)
    case 'moved':
      return pipe(
        requireEpoch(ports, step),
        TE.flatMap(() => ports.moveReadModels(step.epoch)),
      )
    case 'retired':
      return pipe(
        requireEpoch(ports, step),
        TE.flatMap(() => ports.moveReadModels(step.epoch)),
        TE.flatMap(() => requireNoneOlder(ports, step.epoch)),
      )
    case 'destroyed':
      return requireDestroyed(ports, step.epoch)
  }
}

/**
 * Takes a step of a roll in this process, and those before it: reads the ring anew, which also drops the keys that are not
 * in it any more, and moves the read models. When it answers, the process may confirm. Idempotent. RingIsAnother when the
 * ring is a copy that does not follow, or belongs to another library.
 */
export const takeEpochStep =
  (ports: EpochStepPorts) =>
  (step: EpochStep): TE.TaskEither<StepError, void> =>
    pipe(
      ports.ring.reload,
      TE.flatMap(() => takeStep(ports, step)),
    )
