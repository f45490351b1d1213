import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { compareWithKeys } from '../../../../adapters/interfaces/verify/compare-with-keys'
import { parseDeletionRules } from '../../../../adapters/interfaces/verify/deletion-rules'
import { createScopeFold } from '../../../../adapters/interfaces/verify/fold-scopes'
import { logNames } from '../../../../domain/event/stream'
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
  return compareWithKeys(rules, fold.state, keys, {
    circulation: today,
    persons: typeof month === 'string' ? month : null,
  })
}

/** *Persons* is compared as of its last closing: what happened since is left to the library. */
const inCirculation = (findings: ReadonlyArray<{ readonly log: string }>) =>
  findings.filter(({ log }) => log === 'circulation')

const tampered = (evidence: Evidence, n: number): Evidence => {
  const { circulation } = evidence.logs
  const removed = circulation[n % Math.max(circulation.length, 1)]
  const keys = new Map(evidence.keys)
  const gone = [...keys.keys()][n % Math.max(keys.size, 1)]
  if (gone !== undefined && n % 3 === 0) keys.delete(gone)
  if (n % 3 === 1) keys.set(randomId<ScopeId>(), 'loan')
  return n % 2 === 0 ? { ...withoutEvents({ ...evidence, keys }, (event) => event === removed) } : { ...evidence, keys }
}

describe('the rules of erasure, written a second time for the program that verifies exports', () => {
  it('give the same findings as those of the library, over histories of which an event or a key is gone or added', () =>
    fc.assert(
      fc.asyncProperty(
        arbitraryFirstDay,
        arbitraryDays,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        async (first, days, ns) => {
          const library = await liveDays(first, days)
          const evidence = evidenceOf(library)
          expect(findingsOfProgram(evidence, library).filter(({ log }) => log === 'circulation')).toEqual([])
          for (const n of ns) {
            const altered = tampered(evidence, n)
            expect(inCirculation(findingsOfProgram(altered, library))).toEqual(
              inCirculation(findingsIn(altered, library)),
            )
          }
        },
      ),
      { numRuns: 12 },
    ))
})
