import { scopeClasses, type ScopeClass } from '../../domain/event/scope-class'
import { logNames, type LogName } from '../../domain/event/stream'
import type { ScopeId } from '../../domain/values/ids'
import type { CertificateCheck } from '../certificates/check-certificates-of-log'
import type { DeletionClass } from '../classes/deletion-class'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { AttestedScopeEndCount } from './attested-scope-end-count'
import { compareScopesWithKeys, type ComparedAsOf, type ScopeFinding } from './compare-scopes-with-keys'
import { partsOf, type ComputationSteps } from './computation-steps'
import type { EventProblem, FoldedLog } from './fold-open-parts-of-log'
import type { LivingScopes } from './living-scopes'
import type { ScopeFold } from './scope-fold'

/** The scopes of a class. `named` is the sum of erased, being erased and living, when nothing is found. */
export interface ClassCount {
  readonly class: ScopeClass
  readonly provedBy: DeletionClass['provedBy']
  readonly named: number
  readonly erased: number
  /** Declared due, without a certificate yet. */
  readonly beingErased: number
  /** With a living key. */
  readonly living: number
  /** Of the living: should have been erased on an earlier day. */
  readonly overdue: number
}

/** The scopes of all classes that are counted so. */
export const sumOfClassCounts = (
  classes: ReadonlyArray<ClassCount>,
  member: 'named' | 'erased' | 'beingErased' | 'living' | 'overdue',
): number => classes.reduce((sum, count) => sum + count[member], 0)

/** The result of the completeness proof. */
export interface CompletenessReport {
  readonly library: string
  readonly asOf: ComparedAsOf
  readonly events: Readonly<Record<LogName, number>>
  /** Legal holds in force. Where the scopes on hold are not known, they may explain as many overdue scopes. */
  readonly holds: number
  readonly classes: ReadonlyArray<ClassCount>
  readonly attestedEnds: ReadonlyArray<AttestedScopeEndCount>
  readonly certificates: Pick<CertificateCheck, 'checked' | 'unfinished'>
  readonly findings: {
    readonly scopes: ReadonlyArray<ScopeFinding>
    readonly certificates: CertificateCheck['findings']
    readonly events: ReadonlyArray<EventProblem>
  }
  /** No findings, except overdue scopes that legal holds in force may explain. */
  readonly isComplete: boolean
}

/** What is compared: both logs as they were folded, the living keys, and the certificates. */
interface CompletenessInput {
  readonly library: string
  readonly asOf: ComparedAsOf
  readonly fold: ScopeFold
  readonly folded: Readonly<Record<LogName, FoldedLog>>
  readonly living: LivingScopes
  readonly holds: number
  /** The scopes on hold, when they are known: they are not overdue. */
  readonly onHold?: ReadonlySet<ScopeId>
  readonly certificates: CertificateCheck
}

const countOne = (counts: Map<ScopeClass, number>, name: ScopeClass): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const countByClass = function* (classes: Iterable<ScopeClass>): ComputationSteps<ReadonlyMap<ScopeClass, number>> {
  const counts = new Map<ScopeClass, number>()
  for (const part of partsOf(classes)) {
    for (const name of part) countOne(counts, name)
    yield
  }
  return counts
}

/** The scopes without a certificate, and those of them that are declared due. */
const countUnerased = function* ({ scopes }: ScopeFold) {
  const unerased = new Map<ScopeClass, number>()
  const running = new Map<ScopeClass, number>()
  for (const part of partsOf(scopes.values())) {
    for (const { class: name, run } of part) {
      countOne(unerased, name)
      if (run !== undefined) countOne(running, name)
    }
    yield
  }
  return { unerased, running }
}

/** Scopes that are known to be on hold are not overdue. */
const withoutHeldScopes = (
  findings: ReadonlyArray<ScopeFinding>,
  onHold: ReadonlySet<ScopeId>,
): ReadonlyArray<ScopeFinding> => findings.filter(({ problem, scope }) => problem !== 'overdue' || !onHold.has(scope))

const classCounts = function* (
  classes: DeletionClasses,
  { fold, living }: CompletenessInput,
  findings: ReadonlyArray<ScopeFinding>,
): ComputationSteps<ReadonlyArray<ClassCount>> {
  const { unerased, running } = yield* countUnerased(fold)
  const erased = yield* countByClass(fold.erased.values())
  const withKey = yield* countByClass(living.values())
  const late = findings.filter(({ problem }) => problem === 'overdue')
  const overdue = yield* countByClass(late.map(({ class: name }) => name))
  return scopeClasses.map((name) => ({
    class: name,
    provedBy: classes[name].provedBy,
    named: (unerased.get(name) ?? 0) + (erased.get(name) ?? 0),
    erased: erased.get(name) ?? 0,
    beingErased: running.get(name) ?? 0,
    living: withKey.get(name) ?? 0,
    overdue: overdue.get(name) ?? 0,
  }))
}

/** Compares the logs with the living keys, and counts. */
export const completenessReport = (classes: DeletionClasses) =>
  function* (input: CompletenessInput): ComputationSteps<CompletenessReport> {
    const { library, asOf, fold, folded, living, holds, onHold, certificates } = input
    const found = yield* compareScopesWithKeys(classes)(fold, living, asOf)
    const scopes = withoutHeldScopes(found, onHold ?? new Set())
    const events = logNames.flatMap((log) => folded[log].problems)
    const overdue = scopes.filter(({ problem }) => problem === 'overdue').length
    const isExplained = overdue === scopes.length && overdue <= (onHold === undefined ? holds : 0)
    return {
      ...{ library, asOf, holds },
      events: { circulation: folded.circulation.events, persons: folded.persons.events },
      classes: yield* classCounts(classes, input, scopes),
      attestedEnds: fold.attestedEnds(),
      certificates: { checked: certificates.checked, unfinished: certificates.unfinished },
      findings: { scopes, certificates: certificates.findings, events },
      isComplete: isExplained && events.length === 0 && certificates.findings.length === 0,
    }
  }

/** The checks of both logs as one. */
export const joinCertificateChecks = (circulation: CertificateCheck, persons: CertificateCheck): CertificateCheck => ({
  checked: circulation.checked + persons.checked,
  unfinished: circulation.unfinished + persons.unfinished,
  findings: [...circulation.findings, ...persons.findings],
})
