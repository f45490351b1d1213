import { setImmediate } from 'node:timers/promises'
import type { ComputationSteps } from '../../../retention/completeness/computation-steps'

/** In ms. A request that comes while such work is done waits so long, a few times. */
const maxTurn = 2

/**
 * Creates a function that work which takes long calls again and again. When the work has gone on for two ms, a call lets
 * what has arrived meanwhile be answered; before that it does nothing.
 */
export const createGiveWay = (): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < maxTurn) return
    await setImmediate()
    since = performance.now()
  }
}

/** Runs all steps of a computation, and lets requests be answered between them. */
export const runStepsGivingWay = async <A>(steps: ComputationSteps<A>): Promise<A> => {
  const giveWay = createGiveWay()
  let step = steps.next()
  while (step.done !== true) {
    await giveWay()
    step = steps.next()
  }
  return step.value
}
