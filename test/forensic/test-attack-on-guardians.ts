import type { GuardianId } from '../../domain/values/ids'
import { dataWithLivingKeys, dataWithoutKey } from './attack/attacker-data'
import { attackGuardians } from './attack/attack-on-guardians'
import { findValuesSharedByChildren } from './attack/find-values-shared-by-children'
import { bestStrategy, betterThanGuessing, type StrategyScore } from './attack/score-attack'
import type { StolenYear } from './evidence/collect-year'
import { scopesDeclaredDue, type StoredLogEvent } from './stored-events'

const say = (attacker: string, name: string, scores: ReadonlyArray<StrategyScore>): void => {
  const best = bestStrategy(scores)
  const [right, guessed, byChance] = [best?.right ?? 0, best?.guessed ?? 0, (best?.best ?? 0).toFixed(1)]
  const text = `${String(right)} of ${String(guessed)} by ${String(best?.strategy)}; guessing gives ${byChance}`
  process.stdout.write(`${attacker}, ${name}: ${text}\n`)
}

const isRegistration = ({ type }: StoredLogEvent): boolean => type === 'GuardianRegistered'

const withOpenValue = (event: StoredLogEvent, value: string): StoredLogEvent => ({
  ...event,
  openPart: { ...event.openPart, value },
})

/** The first registration of a guardian of each child. */
const registrationsOfChildren = ({ events }: StolenYear): ReadonlyArray<StoredLogEvent> => {
  const byChild = new Map<string, StoredLogEvent>()
  for (const event of events) if (isRegistration(event) && !byChild.has(event.stream)) byChild.set(event.stream, event)
  return [...byChild.values()]
}

/** The tests of what both logs tell of guardians of children. */
export const testAttackOnGuardians = (stolenYear: () => StolenYear): void => {
  describe('on guardians of children', () => {
    it('has forgotten guardians to attack, of several children, and some who are borrowers, and ends at 18', () => {
      const { events, done, groundTruth } = stolenYear()
      const ends = events.filter(({ type }) => type === 'GuardianshipEnded').length
      expect(ends).toBeGreaterThan(Number(done.get('guardian removed')))
      expect(attackGuardians(stolenYear(), dataWithoutKey(stolenYear())).targets).toBeGreaterThan(20)
      const guardians = [...groundTruth.guardians.values()]
      const childrenOf = new Map<string, Set<string>>()
      for (const { person, child } of guardians)
        childrenOf.set(person, (childrenOf.get(person) ?? new Set()).add(child))
      expect([...childrenOf.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(5)
      expect(guardians.filter(({ asBorrower }) => asBorrower !== null).length).toBeGreaterThan(5)
    })

    it('finds no open value that the guardians of two children share, and no day', () => {
      const { events } = stolenYear()
      expect(findValuesSharedByChildren(events)).toEqual([])
      const ofGuardians = events.filter(({ openPart }) => 'guardian' in openPart)
      expect(ofGuardians.filter(({ recorded, open }) => /\d{4}-\d{2}-\d{2}/.test(`${recorded} ${open}`))).toEqual([])
    })

    it('would find an open value that the guardians of two children share', () => {
      const shared = registrationsOfChildren(stolenYear()).slice(0, 2)
      expect(findValuesSharedByChildren(shared.map((event) => withOpenValue(event, 'Vera')))).toEqual(['"Vera"'])
    })

    it('ties two children of one guardian, and a guardian to the borrower who it is, no better than guessing in the month', () => {
      const attackers = { 'no key': dataWithoutKey, 'every living key': dataWithLivingKeys }
      for (const [attacker, dataOf] of Object.entries(attackers)) {
        const { children, borrowers } = attackGuardians(stolenYear(), dataOf(stolenYear()))
        say(attacker, 'forgotten guardians of two children', children)
        say(attacker, 'forgotten guardians who are borrowers', borrowers)
        expect([...betterThanGuessing(children), ...betterThanGuessing(borrowers)]).toEqual([])
      }
    })

    it('would tie two children, if there were a number of the guardian in the open part', () => {
      const { groundTruth } = stolenYear()
      const data = dataWithoutKey(stolenYear())
      const numberOf = ({ openPart }: StoredLogEvent) =>
        `number of ${String(groundTruth.guardians.get(openPart['guardian'] as GuardianId)?.person)}`
      const events = data.events.map((event) => (isRegistration(event) ? withOpenValue(event, numberOf(event)) : event))
      expect(betterThanGuessing(attackGuardians(stolenYear(), { ...data, events }).children)).not.toEqual([])
    })

    it('opens nothing of persons, with every living key, that holds the CPR number of a guardian who is forgotten', () => {
      const { events, groundTruth, insider } = stolenYear()
      const erased = scopesDeclaredDue(events)
      const guardians = [...groundTruth.guardians]
      const living = new Set(guardians.filter(([id]) => !erased.has(id)).map(([, { person }]) => person))
      const forgotten = guardians.flatMap(([, { person, asBorrower }]) =>
        living.has(person) || asBorrower !== null ? [] : [person],
      )
      expect(forgotten).not.toEqual([])
      const texts = insider.parts.map(({ value }) => JSON.stringify(value))
      expect(texts.filter((text) => forgotten.some((cpr) => text.includes(cpr)))).toEqual([])
    })
  })
}
