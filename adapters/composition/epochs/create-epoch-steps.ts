import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import { takeEpochStep, type EpochStepPorts } from '../../../retention/epochs/take-epoch-step'
import { deriveReadModelKey } from '../stores/derive-keys-of-derived-stores'
import type { EpochDependencies } from './epoch-dependencies'
import { epochStepWaitText } from './epoch-step-text'

/** Puts the read models of this process under the key of an epoch, unless they are. One move at a time. */
const createMoveToEpoch = ({
  stores,
  moveReadModels,
}: Pick<EpochDependencies, 'stores' | 'moveReadModels'>): EpochStepPorts['moveReadModels'] => {
  let moving: Promise<unknown> = Promise.resolve()
  const move: EpochStepPorts['moveReadModels'] = (epoch) =>
    pipe(
      deriveReadModelKey(stores)(epoch),
      TE.flatMap((key) => (stores.readModels.isUnder(key) ? TE.right(undefined) : moveReadModels(key))),
      TE.mapLeft(toPortFailed),
    )
  return (epoch) => () => {
    const moved = moving.then(() => move(epoch)())
    moving = moved.catch(() => undefined)
    return moved
  }
}

/** The steps of rolls in this process. */
export interface EpochSteps {
  readonly moveReadModels: EpochStepPorts['moveReadModels']
  readonly takeStep: ReturnType<typeof takeEpochStep>
  /** Takes the step that another process has requested, if there is one, and confirms it. */
  readonly takeRequested: () => Promise<void>
  /** What a roll waits for now: a text for people; null when it waits for nothing. */
  readonly waitsFor: () => Promise<string | null>
}

/**
 * Creates the steps of rolls in this process. A step that cannot be taken is tried again with each call, and raises the
 * alarm KeyEpochUnknown when the ring of this process does not follow.
 */
export const createEpochSteps = (
  dependencies: Pick<EpochDependencies, 'stores' | 'moveReadModels' | 'alarm'>,
): EpochSteps => {
  const { stores, alarm } = dependencies
  const { processRegistry } = stores.coordination
  const moveReadModels = createMoveToEpoch(dependencies)
  const takeStep = takeEpochStep({ ring: stores.ring, moveReadModels })
  let ownReason: string | undefined
  const takeRequested = async (): Promise<void> => {
    const latest = await processRegistry.latestEpochStep()
    if (E.isLeft(latest) || latest.right === undefined || latest.right.isConfirmed) return
    const taken = await takeStep(latest.right)()
    ownReason = E.isLeft(taken) ? taken.left.reason : undefined
    if (E.isRight(taken)) await processRegistry.confirmEpochStep(latest.right.request)()
    else if (taken.left._tag === 'RingIsAnother') alarm('KeyEpochUnknown')
  }
  return {
    moveReadModels,
    takeStep,
    takeRequested,
    waitsFor: async () => {
      const latest = await processRegistry.latestEpochStep()
      if (E.isLeft(latest) || latest.right === undefined) return null
      const missing = await processRegistry.countWithoutEpochStep(latest.right.request)()
      if (E.isLeft(missing) || missing.right === undefined || missing.right === 0) return null
      const ofOthers = epochStepWaitText(latest.right, missing.right)
      return latest.right.isConfirmed ? ofOthers : (ownReason ?? ofOthers)
    },
  }
}
