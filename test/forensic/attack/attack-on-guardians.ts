import type { GuardianId } from '../../../domain/values/ids'
import type { StolenYear } from '../evidence/collect-year'
import { scopesDeclaredDue, type StoredLogEvent } from '../stored-events'
import type { AttackerData } from './attacker-knowledge'
import type { StrategyScore } from './score-attack'

/** A guardianship that is forgotten, as the log shows it. */
interface GuardianTarget {
  readonly guardian: string
  readonly month: string
  readonly event: StoredLogEvent
  /** Where it stands in *persons*. */
  readonly at: number
}

/** For guardians: what an attacker believes of them, another guardian or a borrower. */
type Beliefs = ReadonlyMap<string, string>

const personsIn = ({ events }: Pick<AttackerData, 'events'>): ReadonlyArray<StoredLogEvent> =>
  events.filter(({ log }) => log === 'persons')

/** The registrations of guardians whose scope was erased. */
const targetsIn = (data: Pick<AttackerData, 'events'>): ReadonlyArray<GuardianTarget> => {
  const erased = scopesDeclaredDue(data.events)
  return personsIn(data).flatMap((event, at) => {
    const guardian = String(event.openPart['guardian'])
    return event.type === 'GuardianRegistered' && erased.has(guardian)
      ? [{ guardian, month: event.recorded, event, at }]
      : []
  })
}

/** Each member of a group is believed to be as the next one is. */
const believeGroups = (targets: ReadonlyArray<GuardianTarget>, keyOf: (target: GuardianTarget) => string): Beliefs => {
  const groups = new Map<string, GuardianTarget[]>()
  for (const target of targets) groups.set(keyOf(target), [...(groups.get(keyOf(target)) ?? []), target])
  return new Map(
    [...groups.values()].flatMap((members) =>
      members.length < 2
        ? []
        : members.map(({ guardian }, index) => [guardian, members[(index + 1) % members.length]?.guardian ?? '']),
    ),
  )
}

/** The month in which each guardianship ended, by a removal, an end at 18, or the guardian who came next. */
const endsOf = (data: Pick<AttackerData, 'events'>): ReadonlyMap<string, string> =>
  new Map(
    personsIn(data).flatMap(({ type, openPart, recorded }): ReadonlyArray<readonly [string, string]> => {
      if (type === 'GuardianshipEnded') return [[String(openPart['guardian']), recorded]]
      return type === 'GuardianRegistered' ? [[String(openPart['replaces']), recorded]] : []
    }),
  )

const inErasures = (data: Pick<AttackerData, 'events'>, guardians: ReadonlySet<string>): ReadonlyArray<string> =>
  personsIn(data)
    .filter(({ type }) => type === 'ErasureDue')
    .flatMap(({ openPart }) =>
      (openPart['scopes'] as ReadonlyArray<{ readonly scope: string }>).map(({ scope }) => scope),
    )
    .filter((scope) => guardians.has(scope))

const believeOneBefore = (ordered: ReadonlyArray<string>): Beliefs =>
  new Map(ordered.slice(1).map((id, index) => [id, ordered[index] ?? '']))

const openTexts = ({ openPart }: StoredLogEvent): string =>
  JSON.stringify(Object.entries(openPart).filter(([name]) => !['borrower', 'guardian', 'replaces'].includes(name)))

/** What an attacker believes of who has the same guardian. */
const sameGuardian = (data: AttackerData): ReadonlyMap<string, Beliefs> => {
  const targets = targetsIn(data)
  const ids = targets.map(({ guardian }) => guardian)
  const ends = endsOf(data)
  return new Map<string, Beliefs>([
    ['the registration before it in the log', believeOneBefore(ids)],
    ['the same sealed size', believeGroups(targets, ({ event, month }) => `${month} ${String(event.sealed.length)}`)],
    ['the same months of begin and end', believeGroups(targets, ({ guardian, month }) => `${month} ${ends.get(guardian) ?? ''}`)], // prettier-ignore
    ['the scope before it in an erasure', believeOneBefore(inErasures(data, new Set(ids)))],
    ['another open value', believeGroups(targets.filter(({ event }) => openTexts(event) !== '[]'), ({ event }) => openTexts(event))], // prettier-ignore
    ...[...data.places].map(([file, places]) => {
      const inFile = places.map(({ id }) => id).filter((id) => ids.includes(id))
      return [`next to it in ${file}`, believeOneBefore([...new Set(inFile)])] as const
    }),
  ])
}

/** What an attacker believes of which borrower is the guardian: the one to whom something happened next to it. */
const guardianAmongBorrowers = (data: AttackerData): ReadonlyMap<string, Beliefs> => {
  const persons = personsIn(data)
  const borrowerAt = (at: number, child: string, step: number): string => {
    for (let next = at + step; next >= 0 && next < persons.length; next += step) {
      const borrower = persons[next]?.openPart['borrower']
      if (typeof borrower === 'string' && borrower !== child) return borrower
    }
    return ''
  }
  const beliefs = (step: number): Beliefs =>
    new Map(
      targetsIn(data).map(({ guardian, event, at }) => [
        guardian,
        borrowerAt(at, String(event.openPart['borrower']), step),
      ]),
    )
  return new Map([
    ['the borrower before it in the log', beliefs(-1)],
    ['the borrower after it in the log', beliefs(1)],
  ])
}

/** How many right guesses one member of a month, picked at random, is worth. */
const byChance = <A>(members: ReadonlyArray<A>, isRight: (member: A) => boolean): number =>
  members.length === 0 ? 0 : members.filter(isRight).length / members.length

/** What one attacker reached: `best` is what guessing among those of the same month gives. */
export interface GuardianScores {
  readonly targets: number
  readonly children: ReadonlyArray<StrategyScore>
  readonly borrowers: ReadonlyArray<StrategyScore>
}

/** Attacks the forgotten guardianships: which children have one guardian, and which guardian is a borrower too. */
export const attackGuardians = ({ groundTruth: { guardians } }: StolenYear, data: AttackerData): GuardianScores => {
  const targets = targetsIn(data)
  const monthOf = new Map(targets.map(({ guardian, month }) => [guardian, month]))
  const guardianOf = (guardian: string) => guardians.get(guardian as GuardianId)
  const personOf = (guardian: string) => guardianOf(guardian)?.person
  const ofMonth = (guardian: string) => targets.filter((other) => other.month === monthOf.get(guardian))
  const changed = (guardian: string): ReadonlyArray<string> => [
    ...new Set(
      personsIn(data)
        .filter(({ recorded, openPart }) => recorded === monthOf.get(guardian) && 'borrower' in openPart)
        .map(({ openPart }) => String(openPart['borrower'])),
    ),
  ]
  const score =
    (chanceOf: (guardian: string) => number, isRight: (guardian: string, believed: string) => boolean) =>
    ([strategy, beliefs]: readonly [string, Beliefs]): StrategyScore => {
      const guesses = [...beliefs].filter(([guardian]) => monthOf.has(guardian))
      return {
        ...{ strategy, guessed: guesses.length },
        right: guesses.filter(([guardian, believed]) => isRight(guardian, believed)).length,
        best: guesses.reduce((sum, [guardian]) => sum + chanceOf(guardian), 0),
      }
    }
  const isSamePerson = (one: string, other: string): boolean => one !== other && personOf(one) === personOf(other)
  const scoreChildren = score(
    (guardian) => byChance(ofMonth(guardian).filter((other) => other.guardian !== guardian), (other) => isSamePerson(guardian, other.guardian)), // prettier-ignore
    isSamePerson,
  )
  const isBorrower = (guardian: string, borrower: string): boolean => guardianOf(guardian)?.asBorrower === borrower
  const scoreBorrowers = score(
    (guardian) => byChance(changed(guardian), (borrower) => isBorrower(guardian, borrower)),
    isBorrower,
  )
  return {
    targets: targets.length,
    children: [...sameGuardian(data)].map(scoreChildren),
    borrowers: [...guardianAmongBorrowers(data)].map(scoreBorrowers),
  }
}
