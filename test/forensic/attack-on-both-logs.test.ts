import { systemRandom } from '../../adapters/system/random/system-random'
import { attackWith, attackYear, outcomeLines, type AttackOutcome, type TargetKind } from './attack/attack-year'
import { findHashedFollowUps, findHashedIds } from './attack/find-hashed-ids'
import { findSharedOpenValues } from './attack/find-shared-open-values'
import { loansNamedInFees, recordsReachedByDerivedIds } from './attack/living-key-leaks'
import { livingRecordsOf } from './attack/attacker-data'
import { plantedLeaks } from './attack/planted-leaks'
import { recordOfEvent, uuidsIn } from './attack/record-of-event'
import { collectYear, type StolenYear } from './evidence/collect-year'
import { scopesDeclaredDue, type StoredLogEvent } from './stored-events'
import { testAttackOnGuardians } from './test-attack-on-guardians'
import { planOfHundredDays } from './year/year-plan'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const share = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${whole === 0 ? '0' : ((100 * part) / whole).toFixed(1)} %)`

/** What happened in the hundred days. Otherwise an attack would prove little. */
const expectedKinds = [
  'lent',
  'undone',
  'returned',
  'return undone',
  'renewed',
  'reserved',
  'reserved in parallel',
  'paid',
  'blocked',
  'held',
  'consented',
  'absent',
  'looked at',
  ...['guardian registered', 'guardian replaced', 'guardian corrected', 'guardian removed'],
  ...['guardian mailed', 'guardian verified', 'guardian paper destroyed'],
]

describe('whoever has both logs, the files of the folder, a backup and lists of each day, and the metrics', () => {
  let year: StolenYear
  let living: ReadonlySet<string>

  beforeAll(async () => {
    year = await collectYear(planOfHundredDays, 11)
    living = livingRecordsOf(year).living
  })
  afterAll(() => year.close())

  it('has many forgotten and living records to attack', () => {
    const loans = [...year.groundTruth.records].filter(([, { kind }]) => kind === 'loan').map(([id]) => id)
    expect(loans.filter((id) => !living.has(id)).length).toBeGreaterThan(100)
    expect(living.size).toBeGreaterThan(20)
    expect([...year.done.keys()]).toEqual(expect.arrayContaining([...expectedKinds, 'forgotten on request']))
    expect(new Set(year.evidence.changes.map(({ source }) => source))).toEqual(
      new Set(['key rows', 'inventory', 'living list']),
    )
  })

  describe('without a key', () => {
    it('finds no open value that two records share, except copy, title, branch and the scope of a month', () => {
      expect(findSharedOpenValues(year.events)).toEqual([])
    })

    it('would find an open value that two records share', () => {
      const [one, other] = year.events.filter(({ type }) => type === 'LoanStarted')
      const tell = (event: StoredLogEvent): StoredLogEvent => ({
        ...event,
        openPart: { ...event.openPart, visit: 'a number of this visit' },
      })
      expect(findSharedOpenValues([tell(one!), tell(other!)])).toEqual(['"a number of this visit"'])
    })

    it('finds no id that is a hash of another', () => {
      expect(findHashedIds(year.events)).toEqual([])
      expect(findHashedFollowUps(year.events)).toEqual([])
    })

    it('would find an id that is a hash of another', () => {
      const found = year.events.find(({ type }) => type === 'CopyFound')!
      const fee = year.events.find(({ stream, recorded }) => stream.startsWith('fee-') && recorded === found.recorded)
      const cancelled = { ...(fee ?? year.events.find(({ type }) => type === 'FeeLevied')!), recorded: found.recorded }
      const id = systemRandom.uuidFromText(`found-copy-owes-nothing\n${found.id}\nCancelFee\n${cancelled.stream}/0`)
      expect(findHashedFollowUps([found, { ...cancelled, id } as StoredLogEvent])).toHaveLength(1)
      const hashes = findHashedIds([found, { ...cancelled, id: systemRandom.uuidFromText(found.id) } as StoredLogEvent])
      expect(hashes.map(([cause]) => cause)).toContain(found.id)
    })
  })

  describe('with every living key', () => {
    const forgotten = () =>
      new Set(year.events.flatMap((event) => recordOfEvent(event) ?? []).filter((id) => !living.has(id)))

    it('opens nothing of a scope that was erased', () => {
      const erased = scopesDeclaredDue(year.events)
      expect(year.insider.parts.filter(({ scope }) => erased.has(scope))).toEqual([])
    })

    it('opens no part that names a forgotten record, or a borrower who was forgotten', () => {
      const registered = new Set(year.insider.parts.map(({ scope }) => scope))
      const gone = [...year.groundTruth.borrowers].filter((borrower) => !registered.has(borrower))
      const unnamed = new Set([...forgotten(), ...gone])
      const naming = year.insider.parts.filter(({ value }) => uuidsIn(value).some((id) => unnamed.has(id)))
      expect(gone.length).toBeGreaterThan(0)
      expect(naming.map(({ event, value }) => [event.type, value])).toEqual([])
    })

    it('follows derived ids and the loans that an owed fee names, which the design allows while a key lives, and nothing else', async () => {
      const { events, insider, groundTruth } = year
      const derived = await recordsReachedByDerivedIds(events, insider, living)
      const copied = loansNamedInFees(events, insider.parts, living)
      const records = forgotten().size
      say(`linked by living keys: ${share(derived.size, records)} of the forgotten records by ids derived under them`)
      say(`  and ${share(copied.size, records)} by copies and days that an owed fee keeps of its loans`)
      const kindOf = (id: string) => groundTruth.records.get(id)?.kind ?? 'setAside'
      expect([...copied].map(kindOf).filter((kind) => kind !== 'loan')).toEqual([])
      expect([...derived].map(kindOf).filter((kind) => kind === 'loan' || kind === 'payment')).toEqual([])
    })
  })

  testAttackOnGuardians(() => year)

  describe('by order, days, sizes, lists and figures', () => {
    let outcomes: ReadonlyArray<AttackOutcome>
    beforeAll(() => {
      outcomes = attackYear(year)
      for (const outcome of outcomes) outcomeLines('a hundred days', outcome).forEach(say)
    })
    const ofKind = (kind: TargetKind) => outcomes.filter((outcome) => outcome.kind === kind)

    it('names and links forgotten loans without a chain to a living record no better than the month allows', () => {
      expect(ofKind('apart').map(({ attacker }) => attacker)).toEqual(['no key', 'every living key'])
      for (const { targets, betterByLogs, betterByCopies } of ofKind('apart')) {
        expect(targets).toBeGreaterThan(50)
        expect([...betterByLogs, ...betterByCopies]).toEqual([])
      }
    })

    it('names loans made right after a registration no better than the month allows', () => {
      for (const { targets, betterByLogs, betterByCopies } of ofKind('first loans')) {
        expect(targets).toBeGreaterThan(10)
        expect([...betterByLogs, ...betterByCopies]).toEqual([])
      }
    })

    it.each(plantedLeaks)('would do better, if there were %s', (_, plant) => {
      const noticed = attackWith(year, 'no key', plant(year))
        .filter(({ kind }) => kind === 'apart' || kind === 'first loans')
        .flatMap(({ betterByLogs, betterByCopies }) => [...betterByLogs, ...betterByCopies])
      expect(noticed).not.toEqual([])
    })
  })
})
