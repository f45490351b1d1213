import * as E from 'fp-ts/Either'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import { toPortFailed, type PortFailed } from '../../../retention/erasing/erasing-ports'
import type { EpochStep, EpochStepWaits } from '../../../retention/epochs/epoch-step'
import type { RollPorts } from '../../../retention/epochs/roll-epoch'
import type { takeEpochStep } from '../../../retention/epochs/take-epoch-step'
import type { ProcessRegistry } from '../../processes/process-registry/process-registry'
import { delay } from '../../system/concurrency/delay'
import { epochStepWaitText } from './epoch-step-text'

/** Ms between checks. */
const pollInterval = 100

interface ConfirmDependencies {
  readonly registry: ProcessRegistry
  readonly clock: MonotonicClock
  /** Takes a step in this process. */
  readonly takeStep: ReturnType<typeof takeEpochStep>
  /** Ends the waiting when the library is closed. */
  readonly stop: AbortSignal
}

const takenOver: PortFailed = { _tag: 'TakenOver', reason: 'another process has taken over and goes on with this roll' }

const waits = (step: EpochStep, processes: number): EpochStepWaits => ({
  _tag: 'EpochStepWaits',
  reason: epochStepWaitText(step, processes),
})

/**
 * Takes a step in this process, and waits until every other one has confirmed it. A process that has ended, or is paused,
 * counts no more when its registration has ended. EpochStepWaits when one that is alive does not confirm: nothing goes on
 * without it.
 */
export const takeEpochStepInEveryProcess =
  ({ registry, clock, takeStep, stop }: ConfirmDependencies): RollPorts['confirmEverywhere'] =>
  (step) =>
  async () => {
    const taken = await takeStep(step)()
    if (E.isLeft(taken)) return E.left(toPortFailed(taken.left))
    const request = await registry.requestEpochStep(step)()
    if (E.isLeft(request)) return request
    const confirmed = await registry.confirmEpochStep(request.right)()
    if (E.isLeft(confirmed)) return confirmed
    const start = clock.elapsed()
    for (;;) {
      const missing = await registry.countWithoutEpochStep(request.right)()
      if (E.isLeft(missing)) return missing
      if (missing.right === undefined) return E.left(takenOver)
      if (missing.right === 0) return E.right(undefined)
      const isOver = clock.elapsed() - start > registry.confirmationTimeMs
      if (isOver || stop.aborted) return E.left(waits(step, missing.right))
      await delay(pollInterval)
    }
  }
