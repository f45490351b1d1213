import type { ErasedScope } from '../certificates/certificate-statement'
import { erasableDueLimits } from './due-limits'
import type { RefusedErasureRun, ErasureRunRefusal } from './erasure-run-refusal'
import { isErasureDueWithinLimits, type Schedule } from './schedule'
import type { RunCertified } from './schedule-change'

/** What a certificate can prove: that a scope was due when the events that made it due could still be read. */
const provable: ReadonlySet<ErasureRunRefusal> = new Set(['unknownScope', 'notDue', 'anotherStartEvent'])

const statesDeclaredScopes = (stated: ReadonlyArray<ErasedScope>, { declared }: RefusedErasureRun): boolean => {
  const classes = new Map(declared.scopes.map(({ scope, class: name }) => [scope, name]))
  return (
    stated.length === declared.scopes.length && stated.every(({ scope, class: name }) => classes.get(scope) === name)
  )
}

/**
 * Whether the certificate of a refused run proves that its scopes were due, although the log does not tell it any more:
 * a start event is damaged or gone, or a retention period was shorter then. The library signs only what its worker has
 * erased. A signed statement that gives a due date of a later day proves nothing.
 */
export const isRefusedRunProvedByCertificate = (
  schedule: Pick<Schedule, 'lastClosing'>,
  refused: RefusedErasureRun,
  { log, verifiedScopes }: RunCertified,
): boolean => {
  if (!provable.has(refused.reason)) return false
  const stated = verifiedScopes()
  const isDue = isErasureDueWithinLimits(erasableDueLimits(schedule, log))
  return (
    stated !== undefined &&
    statesDeclaredScopes(stated, refused) &&
    stated.every(({ dueBy, dueOn }) => isDue({ by: dueBy, on: dueOn }))
  )
}
