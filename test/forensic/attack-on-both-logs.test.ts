import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemRandom } from '../../adapters/system/random/system-random'
import { openLibraryIn } from '../fixtures/running-library'
import { recordsConnectedToLiving } from './attack/connected-records'
import { openWithLivingKeys, type Insider } from './attack/open-with-living-keys'
import { findHashedFollowUps, findHashedIds } from './attack/find-hashed-ids'
import { findSharedOpenValues } from './attack/find-shared-open-values'
import { uuidsIn, recordOfEvent } from './attack/record-of-event'
import { loansNamedInFees, recordsReachedByDerivedIds } from './attack/living-key-leaks'
import { scoreAttack, bestPossibleScoreByMonth } from './attack/score-attack'
import { attackTargetsIn, type AttackTarget } from './attack/attack-strategies'
import { simulateLibrary } from './simulation/simulate-library'
import type { GroundTruth } from './simulation/ground-truth'
import { scopesDeclaredDue, allStoredEvents, type StoredLogEvent } from './stored-events'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const share = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${whole === 0 ? '0' : ((100 * part) / whole).toFixed(1)} %)`

describe('an attacker with both logs', () => {
  let folder: string
  let events: ReadonlyArray<StoredLogEvent>
  let groundTruth: GroundTruth
  let insider: Insider
  /** Records of which an attacker with every living key can open a part. */
  let living: ReadonlySet<string>
  let owners: ReadonlyMap<string, string>

  beforeAll(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
    const system = await openLibraryIn(folder)
    groundTruth = (await simulateLibrary(system, 11, { months: 13, visits: 7 })).groundTruth
    events = await allStoredEvents(system.useCaseDependencies.commandHandling.stores)
    await system.close()
    insider = await openWithLivingKeys(folder, events)
    const records = new Set(events.map(recordOfEvent))
    living = new Set(insider.parts.map(({ scope }) => scope).filter((scope) => records.has(scope)))
    owners = new Map(
      insider.parts.flatMap(({ scope, value }) => {
        const { borrower } = value as { readonly borrower?: string }
        return borrower === undefined || !living.has(scope) ? [] : [[scope, borrower] as const]
      }),
    )
  })
  afterAll(async () => {
    await insider.close()
    rmSync(path.dirname(folder), { recursive: true, force: true })
  })

  it('has many forgotten and living records to attack', () => {
    expect(attackTargetsIn(events, living).length).toBeGreaterThan(100)
    expect(living.size).toBeGreaterThan(20)
    expect(new Set(events.map(({ type }) => type))).toContain('FeeCancelled')
  })

  describe('without a key', () => {
    it('finds no open value that two records share, except copy, title, branch and the scope of a month', () => {
      expect(findSharedOpenValues(events)).toEqual([])
    })

    it('would find an open value that two records share', () => {
      const [one, other] = events.filter(({ type }) => type === 'LoanStarted')
      const tell = (event: StoredLogEvent): StoredLogEvent => ({
        ...event,
        openPart: { ...event.openPart, visit: 'a number of this visit' },
      })
      expect(findSharedOpenValues([tell(one!), tell(other!)])).toEqual(['"a number of this visit"'])
    })

    it('finds no id that is a hash of another', () => {
      expect(findHashedIds(events)).toEqual([])
      expect(findHashedFollowUps(events)).toEqual([])
    })

    it('would find an id that is a hash of another', () => {
      const found = events.find(({ type }) => type === 'CopyFound')!
      const fee = events.find(({ stream, recorded }) => stream.startsWith('fee-') && recorded === found.recorded)
      const cancelled = { ...(fee ?? events.find(({ type }) => type === 'FeeLevied')!), recorded: found.recorded }
      const id = systemRandom.uuidFromText(`found-copy-owes-nothing\n${found.id}\nCancelFee\n${cancelled.stream}/0`)
      expect(findHashedFollowUps([found, { ...cancelled, id } as StoredLogEvent])).toHaveLength(1)
      const hashes = findHashedIds([found, { ...cancelled, id: systemRandom.uuidFromText(found.id) } as StoredLogEvent])
      expect(hashes.map(([cause]) => cause)).toContain(found.id)
    })
  })

  describe('with every living key', () => {
    const forgotten = () =>
      new Set(events.flatMap((event) => recordOfEvent(event) ?? []).filter((id) => !living.has(id)))

    it('opens nothing of a scope that was erased', () => {
      const erased = scopesDeclaredDue(events)
      expect(insider.parts.filter(({ scope }) => erased.has(scope))).toEqual([])
    })

    it('opens no part that names a forgotten record, or a borrower who was forgotten', () => {
      const registered = new Set(insider.parts.map(({ scope }) => scope))
      const gone = [...groundTruth.borrowers].filter((borrower) => !registered.has(borrower))
      const unnamed = new Set([...forgotten(), ...gone])
      const naming = insider.parts.filter(({ value }) => uuidsIn(value).some((id) => unnamed.has(id)))
      expect(gone.length).toBeGreaterThan(0)
      expect(naming.map(({ event, value }) => [event.type, value])).toEqual([])
    })
  })

  describe('with every living key, by links that the design allows while a key lives', () => {
    it('follows derived ids and the loans that an owed fee names, and nothing else', async () => {
      const derived = await recordsReachedByDerivedIds(events, insider, living)
      const copied = loansNamedInFees(events, insider.parts, living)
      const records = new Set(events.flatMap((event) => recordOfEvent(event) ?? []).filter((id) => !living.has(id)))
        .size
      say(`linked by living keys: ${share(derived.size, records)} of the forgotten records by ids derived under them`)
      say(`  and ${share(copied.size, records)} by copies and days that an owed fee keeps of its loans`)
      const kindOf = (id: string) => groundTruth.records.get(id)?.kind ?? 'setAside'
      expect([...copied].map(kindOf).filter((kind) => kind !== 'loan')).toEqual([])
      expect([...derived].map(kindOf).filter((kind) => kind === 'loan' || kind === 'payment')).toEqual([])
    })
  })

  describe('by the order of events', () => {
    const attackScores = (name: string, known: ReadonlyMap<string, string>) => {
      const guess = scoreAttack(groundTruth, { events, owners: known })
      const all = attackTargetsIn(events, living).filter(({ loan }) => groundTruth.records.has(loan))
      const tied = recordsConnectedToLiving(groundTruth, living)
      const printScores = (kind: string, targets: ReadonlyArray<AttackTarget>) => {
        const best = bestPossibleScoreByMonth(groundTruth, targets)
        const [[strategy, right] = ['none', 0]] = guess(targets)
        say(`order attack, ${name}, ${kind}: ${share(targets.length, all.length)} of the forgotten loans`)
        say(`  right by the best strategy (${strategy}): ${share(right, targets.length)}`)
        say(`  right by the best guess that the month allows: ${share(best, targets.length)}`)
        return { best, right, count: targets.length }
      }
      return {
        apart: printScores(
          'no chain to a living record',
          all.filter(({ loan }) => !tied.has(loan)),
        ),
        rest: printScores(
          'a chain to a living record',
          all.filter(({ loan }) => tied.has(loan)),
        ),
      }
    }

    it('learns no more than the month allows without a key', () => {
      const { apart, rest } = attackScores('no key', new Map())
      expect(apart.count).toBeGreaterThan(50)
      expect(apart.right).toBeLessThanOrEqual(apart.best)
      expect(rest.right).toBeLessThanOrEqual(rest.best)
    })

    it('learns no more than the month allows with every living key, of what no chain of visits ties to the living', () => {
      const { apart } = attackScores('every living key', owners)
      expect(apart.right).toBeLessThanOrEqual(apart.best)
    })
  })
})
