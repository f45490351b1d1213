import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemRandom } from '../../adapters/system/random/random'
import { openIn } from '../fixtures/system'
import { tiedToLiving } from './attack/chains'
import { everyLivingKey, type Insider } from './attack/every-living-key'
import { followUpsFoundOut, hashedIds } from './attack/hashes'
import { sharedBetweenRecords } from './attack/open-values'
import { idsIn, recordOf } from './attack/records'
import { loansCopiedIntoFees, reachedByDerivedIds } from './attack/told-by-keys'
import { attack, bestByMonth } from './attack/score'
import { targetsIn, type Target } from './attack/strategies'
import { live } from './life/life'
import type { Truth } from './life/truth'
import { erasedIn, everyEvent, type Stored } from './stored'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const share = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${whole === 0 ? '0' : ((100 * part) / whole).toFixed(1)} %)`

describe('both logs in the hands of an attacker', () => {
  let folder: string
  let events: ReadonlyArray<Stored>
  let truth: Truth
  let insider: Insider
  /** Records of which an insider can still read something. */
  let living: ReadonlySet<string>
  let owners: ReadonlyMap<string, string>

  beforeAll(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
    const system = await openIn(folder)
    truth = (await live(system, 11, { months: 13, visits: 7 })).truth
    events = await everyEvent(system.library.desk.stores)
    await system.close()
    insider = await everyLivingKey(folder, events)
    const records = new Set(events.map(recordOf))
    living = new Set(insider.parts.map(({ scope }) => scope).filter((scope) => records.has(scope)))
    owners = new Map(
      insider.parts.flatMap(({ scope, value }) => {
        const { borrower } = value as { readonly borrower?: string }
        return borrower === undefined || !living.has(scope) ? [] : [[scope, borrower] as const]
      }),
    )
  }, 120_000)
  afterAll(async () => {
    await insider.close()
    rmSync(path.dirname(folder), { recursive: true, force: true })
  })

  it('hold enough to be worth the attack', () => {
    expect(targetsIn(events, living).length).toBeGreaterThan(100)
    expect(living.size).toBeGreaterThan(20)
    expect(new Set(events.map(({ type }) => type))).toContain('FeeCancelled')
  })

  describe('who has no key', () => {
    it('finds no value in the open that two records share, but copy, title, branch and the scope of a month', () => {
      expect(sharedBetweenRecords(events)).toEqual([])
    })

    it('would find a value that two records share', () => {
      const [one, other] = events.filter(({ type }) => type === 'LoanStarted')
      const tell = (event: Stored): Stored => ({
        ...event,
        opened: { ...event.opened, visit: 'a number of this visit' },
      })
      expect(sharedBetweenRecords([tell(one!), tell(other!)])).toEqual(['"a number of this visit"'])
    })

    it('finds no id that is a hash of another', () => {
      expect(hashedIds(events)).toEqual([])
      expect(followUpsFoundOut(events)).toEqual([])
    })

    it('would find an id that is', () => {
      const found = events.find(({ type }) => type === 'CopyFound')!
      const fee = events.find(({ stream, recorded }) => stream.startsWith('fee-') && recorded === found.recorded)
      const cancelled = { ...(fee ?? events.find(({ type }) => type === 'FeeLevied')!), recorded: found.recorded }
      const id = systemRandom.hashed(`found-copy-owes-nothing\n${found.id}\nCancelFee\n${cancelled.stream}/0`)
      expect(followUpsFoundOut([found, { ...cancelled, id } as Stored])).toHaveLength(1)
      const hashes = hashedIds([found, { ...cancelled, id: systemRandom.hashed(found.id) } as Stored])
      expect(hashes.map(([cause]) => cause)).toContain(found.id)
    })
  })

  describe('who has every living key', () => {
    const forgotten = () => new Set(events.flatMap((event) => recordOf(event) ?? []).filter((id) => !living.has(id)))

    it('opens nothing of a scope that was erased', () => {
      const erased = erasedIn(events)
      expect(insider.parts.filter(({ scope }) => erased.has(scope))).toEqual([])
    })

    it('opens no part that names a forgotten record, or a borrower who was forgotten', () => {
      const registered = new Set(insider.parts.map(({ scope }) => scope))
      const gone = [...truth.borrowers].filter((borrower) => !registered.has(borrower))
      const unnamed = new Set([...forgotten(), ...gone])
      const naming = insider.parts.filter(({ value }) => idsIn(value).some((id) => unnamed.has(id)))
      expect(gone.length).toBeGreaterThan(0)
      expect(naming.map(({ event, value }) => [event.type, value])).toEqual([])
    })
  })

  describe('who has every living key, by what the design lets a key tell while it lives', () => {
    it('follows derived ids and what an owed fee says of its loans, and nothing further', async () => {
      const derived = await reachedByDerivedIds(events, insider, living)
      const copied = loansCopiedIntoFees(events, insider.parts, living)
      const records = new Set(events.flatMap((event) => recordOf(event) ?? []).filter((id) => !living.has(id))).size
      say(`told by living keys: ${share(derived.size, records)} of the forgotten records by ids derived under them`)
      say(`  and ${share(copied.size, records)} by title and days that an owed fee has copied from its loans`)
      const kindOf = (id: string) => truth.records.get(id)?.kind ?? 'setAside'
      expect([...copied].map(kindOf).filter((kind) => kind !== 'loan')).toEqual([])
      expect([...derived].map(kindOf).filter((kind) => kind === 'loan' || kind === 'payment')).toEqual([])
    })
  })

  describe('by order', () => {
    const measured = (name: string, known: ReadonlyMap<string, string>) => {
      const guess = attack(truth, { events, owners: known })
      const all = targetsIn(events, living).filter(({ loan }) => truth.records.has(loan))
      const tied = tiedToLiving(truth, living)
      const told = (kind: string, targets: ReadonlyArray<Target>) => {
        const best = bestByMonth(truth, targets)
        const [[strategy, right] = ['none', 0]] = guess(targets)
        say(`order attack, ${name}, ${kind}: ${share(targets.length, all.length)} of the forgotten loans`)
        say(`  right by the best strategy (${strategy}): ${share(right, targets.length)}`)
        say(`  right by the best guess that the month allows: ${share(best, targets.length)}`)
        return { best, right, count: targets.length }
      }
      return {
        apart: told(
          'no chain to a living record',
          all.filter(({ loan }) => !tied.has(loan)),
        ),
        rest: told(
          'a chain to a living record',
          all.filter(({ loan }) => tied.has(loan)),
        ),
      }
    }

    it('learns no more than the month allows without a key', () => {
      const { apart, rest } = measured('no key', new Map())
      expect(apart.count).toBeGreaterThan(50)
      expect(apart.right).toBeLessThanOrEqual(apart.best)
      expect(rest.right).toBeLessThanOrEqual(rest.best)
    })

    it('learns no more than the month allows with every living key, of what no chain of visits ties to the living', () => {
      const { apart } = measured('every living key', owners)
      expect(apart.right).toBeLessThanOrEqual(apart.best)
    })
  })
})
