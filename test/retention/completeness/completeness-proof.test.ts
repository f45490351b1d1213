import fc from 'fast-check'
import { addDays, type Day } from '../../../domain/values/day'
import type { ScopeId } from '../../../domain/values/ids'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { createDueScopesFold } from '../../../retention/completeness/due-scopes-fold'
import type { OpenPartOfEvent } from '../../../retention/schedule/open-part-of-event'
import { runAllSteps } from '../../fixtures/run-all-steps'
import { declarationChecks } from '../declaration-checks'
import { randomId } from '../in-memory-library'
import { evidenceOf, findingsIn, problemsIn, withoutEvents, type Evidence } from './library-under-audit'
import { arbitraryDays, arbitraryFirstDay, liveDays } from './random-days'

const runs = { numRuns: 12 }

const declaredIn = (event: OpenPartOfEvent): ReadonlyArray<ScopeId> =>
  event.type === 'ErasureDue'
    ? (event.open['scopes'] as ReadonlyArray<{ scope: ScopeId }>).map(({ scope }) => scope)
    : []

const isOfRun =
  (run: unknown, ...types: ReadonlyArray<string>) =>
  ({ type, open }: OpenPartOfEvent): boolean =>
    types.includes(type) && open['run'] === run

/** The declarations of circulation before yesterday: what is found of later ones is not late yet. */
const runsIn = ({ logs }: Evidence, today: Day): ReadonlyArray<OpenPartOfEvent> =>
  logs.circulation.filter(({ type, metadata }) => type === 'ErasureDue' && metadata.recorded < addDays(-1)(today))

describe('the completeness proof, whatever was lent, returned, paid, reserved, registered and asked for', () => {
  it('finds nothing after any midnight on which the worker ran', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, async (first, days) => {
        await liveDays(first, days, (library) => {
          expect(findingsIn(evidenceOf(library), library)).toEqual([])
        })
      }),
      runs,
    ))

  it('finds a key that is gone, a key that nobody named, and a key that is back, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const evidence = evidenceOf(library)
        const circulation = [...evidence.keys].filter(([, name]) => deletionClasses[name].log === 'circulation')
        const gone = circulation[n % Math.max(circulation.length, 1)]?.[0]
        const erased = library.certificates().filter(({ log }) => log === 'circulation')
        const back = erased[n % Math.max(erased.length, 1)]?.scopes[0]
        const added = randomId<ScopeId>()
        const keys = new Map(evidence.keys).set(added, 'loan')
        if (gone !== undefined) keys.delete(gone)
        if (back !== undefined) keys.set(back.scope, back.class)
        expect(problemsIn({ ...evidence, keys }, library)).toEqual([
          ...(back === undefined ? [] : [['erasedButLiving', back.scope]]),
          ...(gone === undefined ? [] : [['lost', gone]]),
          ['orphan', added],
        ])
      }),
      runs,
    ))

  it('finds the scopes of an erasure that was removed from the log: without their keys lost, with them overdue', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const evidence = evidenceOf(library)
        const removable = runsIn(evidence, library.today)
        const removed = removable[n % Math.max(removable.length, 1)]
        if (removed === undefined) return
        const scopes = [...declaredIn(removed)].sort()
        const altered = withoutEvents(evidence, isOfRun(removed.open['run'], 'ErasureDue', 'ScopesErased'))
        expect(problemsIn(altered, library)).toEqual(scopes.map((scope) => ['lost', scope]))
        const classes = new Map(
          (removed.open['scopes'] as ReadonlyArray<{ scope: ScopeId; class: 'loan' }>).map((due) => [
            due.scope,
            due.class,
          ]),
        )
        const keys = new Map([...evidence.keys, ...classes])
        const isLate = (scope: string): boolean =>
          findingsIn({ ...altered, keys }, library).some(
            (found) => found.scope === scope && found.problem === 'overdue',
          )
        expect(scopes.every(isLate)).toBe(true)
      }),
      runs,
    ))

  it('finds the scopes of a run whose certificate was removed from the log', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const evidence = evidenceOf(library)
        const removable = runsIn(evidence, library.today)
        const run = removable[n % Math.max(removable.length, 1)]
        if (run === undefined) return
        const altered = withoutEvents(evidence, isOfRun(run.open['run'], 'ScopesErased'))
        expect(problemsIn(altered, library)).toEqual([...declaredIn(run)].sort().map((scope) => ['notFinished', scope]))
      }),
      runs,
    ))

  it('finds an event that was removed: the one that names a scope, and the one that made it due', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const evidence = evidenceOf(library)
        const loans = evidence.logs.circulation.filter(({ type }) => type === 'LoanStarted')
        const started = loans[n % Math.max(loans.length, 1)]
        if (started === undefined) return
        const loan = started.open['loan'] as ScopeId
        const isErased = library.erasedScopes().includes(loan)
        const unnamed = withoutEvents(evidence, ({ type, open }) => type === 'LoanStarted' && open['loan'] === loan)
        expect(problemsIn(unnamed, library)).toEqual([[isErased ? 'declaredUnnamed' : 'orphan', loan]])
        const notDue = withoutEvents(evidence, ({ type, open }) => type === 'LoanReturned' && open['loan'] === loan)
        expect(problemsIn(notDue, library)).toEqual(isErased ? [['declaredNotDue', loan]] : [])
      }),
      runs,
    ))

  it('lists for each past day exactly what the worker erased after it', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const day = addDays(n % days.length)(first)
        const due = createDueScopesFold(deletionClasses, declarationChecks, day)
        for (const log of ['circulation', 'persons'] as const) library.logs[log].forEach(due.apply)
        const listed = runAllSteps(due.finish()).filter(({ log }) => log === 'circulation')
        const nextDay = addDays(1)(day)
        const erased = library.logs.circulation
          .filter(({ metadata }) => metadata.recorded === nextDay)
          .flatMap(declaredIn)
        expect(listed.map(({ scope }) => scope)).toEqual([...erased].sort())
        expect(listed.filter(({ declaredOn }) => declaredOn !== nextDay)).toEqual([])
      }),
      runs,
    ))
})
