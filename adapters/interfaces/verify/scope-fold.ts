import type { KeyObject } from 'node:crypto'
import { scopesOfVerifiedCertificate } from './certificate'
import type { DeletionClockStart, DeletionRules } from './deletion-rules'
import type { LogName } from './exported-event'
import { declareRun, certifyRun } from './fold-erasure-runs'
import { certificateIn, dateIn, declarationIn, idIn, type OpenPartOfEvent } from './open-part-of-event'
import { emptyScopeFoldState, nameScope, startClock, type ScopeFoldState } from './scope-fold-state'

/** What an event of a type does to the scopes. Answers whether its open part has what is read of it. */
type Step = (log: LogName, part: OpenPartOfEvent) => boolean

/** Folds the open parts of both logs, the events of each in its order, by the rules. */
export const createScopeFold = (rules: DeletionRules, keys: ReadonlyArray<KeyObject>) => {
  const state = emptyScopeFoldState()

  const name =
    (scopeClass: string): Step =>
    (log, part) => {
      const scope = idIn(part, scopeClass)
      if (scope !== undefined) nameScope(state, log, part.event.stream, scope, scopeClass)
      return true
    }

  const start =
    (member: 'clock' | 'latestClock') =>
    (clockStart: DeletionClockStart): Step =>
    (_log, part) =>
      startClock(state, part, clockStart, member)

  const close =
    (by: 'day' | 'month'): Step =>
    (log, part) => {
      const on = dateIn(part, by)
      if (on !== undefined) state.lastClosings[log][by] = on
      return on !== undefined
    }

  const declare: Step = (log, part) => {
    const declared = declarationIn(part)
    if (declared === undefined) return false
    const { stream, recorded } = part.event
    declareRun(state, { log, stream, recorded, ...declared })
    return true
  }

  const certify: Step = (log, part) => {
    const certificate = certificateIn(part)
    if (certificate === undefined) return false
    certifyRun(state, log, certificate.run, () => scopesOfVerifiedCertificate(keys, rules, log, certificate))
    return true
  }

  const lose: Step = (_log, part) => {
    const [scope, scopeClass] = [idIn(part, 'scope'), idIn(part, 'class')]
    if (scope === undefined || scopeClass === undefined) return false
    state.lost.add(scope)
    const after = rules.get(scopeClass)?.afterLoss ?? null
    const clockStart = { event: 'ScopeLost', scope: 'scope', from: 'recorded', inEarlierVersions: null }
    return after === null || startClock(state, part, { ...clockStart, after }, 'clock')
  }

  const steps = new Map<string, Step[]>()
  const add = (type: string, step: Step): void => void steps.set(type, [...(steps.get(type) ?? []), step])
  // An event that names a scope and starts its clock names it first.
  for (const rule of rules.values()) for (const type of rule.namedBy) add(type, name(rule.class))
  for (const { endedBy, endedAtLatestBy } of rules.values()) {
    for (const clockStart of endedBy) add(clockStart.event, start('clock')(clockStart))
    for (const clockStart of endedAtLatestBy) add(clockStart.event, start('latestClock')(clockStart))
  }
  add('DayClosed', close('day'))
  add('MonthClosed', close('month'))
  add('ScopeLost', lose)
  add('ErasureDue', declare)
  add('ScopesErased', certify)

  return {
    state: state as Readonly<ScopeFoldState>,
    apply: (log: LogName, part: OpenPartOfEvent): boolean =>
      (steps.get(part.event.type) ?? []).map((step) => step(log, part)).every((isReadable) => isReadable),
  }
}
