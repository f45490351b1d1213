import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { compareScopesWithKeys } from '../../../../adapters/interfaces/verify/compare-scopes-with-keys'
import { parseDeletionRules } from '../../../../adapters/interfaces/verify/deletion-rules'
import { createScopeFold } from '../../../../adapters/interfaces/verify/scope-fold'
import { logNames } from '../../../../domain/event/stream'
import { addDays } from '../../../../domain/values/day'
import type { ScopeId } from '../../../../domain/values/ids'
import { rulesOfVerifier } from '../../../../adapters/composition/write-event-catalogue'
import type { OpenPartOfEvent } from '../../../../retention/schedule/open-part-of-event'
import { verifyingKey } from '../../../retention/declaration-checks'
import { randomId, type InMemoryLibrary } from '../../../retention/in-memory-library'
import {
  evidenceOf,
  findingsIn,
  withoutEvents,
  type Evidence,
} from '../../../retention/completeness/library-under-audit'
import { arbitraryDays, arbitraryFirstDay, liveDays } from '../../../retention/completeness/random-days'

const rules = parseDeletionRules(readFileSync(path.join(__dirname, '../../../..', rulesOfVerifier), 'utf8'))!

/** The event as the program reads it from an export. */
const asExported = ({ type, open, metadata }: OpenPartOfEvent) => {
  const { id, stream, revision, recorded } = metadata
  const unread = { version: 1, open: JSON.stringify(open), code: null, sealed: [], damaged: undefined }
  return { event: { id, type, stream, revision, recorded, ...unread }, open }
}

/** What the program finds, which knows nothing of the library but the rules as data. */
const findingsOfProgram = ({ logs, keys }: Evidence, { today }: Pick<InMemoryLibrary, 'today'>) => {
  const fold = createScopeFold(rules, [createPublicKey(verifyingKey)])
  const closing = logs.persons.findLastIndex(({ type }) => type === 'MonthClosed')
  const exported = { circulation: logs.circulation, persons: logs.persons.slice(0, closing + 1) }
  for (const log of logNames) for (const event of exported[log]) expect(fold.apply(log, asExported(event))).toBe(true)
  const month = logs.persons[closing]?.open['month']
  return compareScopesWithKeys(rules, fold.state, keys, {
    circulation: today,
    persons: typeof month === 'string' ? month : null,
  })
}

/** *Persons* is compared as of its last closing: what happened since is left to the library. */
const inCirculation = (findings: ReadonlyArray<{ readonly log: string }>) =>
  findings.filter(({ log }) => log === 'circulation')

/** Some values of a list, by a number. */
const pick = <A>(values: ReadonlyArray<A>, n: number): A | undefined => values[n % Math.max(values.length, 1)]

const isDeclaration = ({ type }: OpenPartOfEvent): boolean => type === 'ErasureDue'

/** The evidence in which a declaration names another event as the start of the clocks of its scopes. */
const withOtherTrigger = ({ logs, keys }: Evidence, n: number): Evidence => {
  const declaration = pick(logs.circulation.filter(isDeclaration), n)
  const trigger = pick(logs.circulation, n)?.metadata.id
  const scopes = (declaration?.open['scopes'] ?? []) as ReadonlyArray<object>
  const change = (event: OpenPartOfEvent): OpenPartOfEvent =>
    event === declaration ? { ...event, open: { ...event.open, scopes: scopes.map((due) => ({ ...due, trigger })) } } : event // prettier-ignore
  return { logs: { ...logs, circulation: logs.circulation.map(change) }, keys }
}

/** Each takes something away, adds something or changes something. */
const tamperings: ReadonlyArray<(evidence: Evidence, n: number) => Evidence> = [
  (evidence, n) => withoutEvents(evidence, (event) => event === pick(evidence.logs.circulation, n)),
  (evidence) => {
    const removed = evidence.logs.circulation.findLast(({ type }) => type === 'ScopesErased')
    return withoutEvents(evidence, (event) => event === removed)
  },
  (evidence, n) => {
    const run = pick(evidence.logs.circulation.filter(isDeclaration), n)?.open['run']
    return withoutEvents(evidence, ({ open }) => run !== undefined && open['run'] === run)
  },
  (evidence, n) => ({
    ...evidence,
    keys: new Map([...evidence.keys].filter((_, at) => at !== n % evidence.keys.size)),
  }),
  (evidence) => ({ ...evidence, keys: new Map([...evidence.keys, [randomId<ScopeId>(), 'loan']]) }),
  withOtherTrigger,
]

/** The days as of which both compare: the same day, and some on which the worker has not run. */
const delays = [0, 1, 2, 3, 31, 62]

describe('the rules of erasure, written a second time for the program that verifies exports', () => {
  it('give the same findings as those of the library, over histories that are whole, altered, or compared later', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, fc.nat(), async (first, days, n) => {
        const library = await liveDays(first, days)
        const evidence = evidenceOf(library)
        expect(findingsOfProgram(evidence, library).filter(({ log }) => log === 'circulation')).toEqual([])
        const altered = tamperings.flatMap((tamper, at) => [tamper(evidence, n), tamper(evidence, n * 7 + at)])
        for (const each of [evidence, ...altered])
          for (const delay of delays) {
            const asOf = { today: addDays(delay)(library.today) }
            expect(inCirculation(findingsOfProgram(each, asOf))).toEqual(inCirculation(findingsIn(each, asOf)))
          }
      }),
      { numRuns: 8 },
    ))
})
