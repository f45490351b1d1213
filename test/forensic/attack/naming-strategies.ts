import { guessRegistrationDays, registrationsByGuessedDay, type GuessedDays } from './guessed-registration-days'
import { makeCombinedGuess } from './combined-guess'
import { borrowersSeenByMonth } from './borrowers-seen-by-month'
import { namingByGuardians } from './naming-by-guardians'
import { firstAtOrAfter, type Guess, type GuessBorrower } from './guess'
import type { AttackTarget, AttackerKnowledge } from './attacker-knowledge'

const surely = (borrower: string | undefined): Guess | undefined =>
  borrower === undefined ? undefined : { borrower, certainty: 0 }

/** Guesses a borrower who is recorded as seen in the month. */
const seenInTheMonth = ({ events }: AttackerKnowledge): GuessBorrower => {
  const seen = new Map<string, string>()
  for (const { month, borrower } of borrowersSeenByMonth(events)) if (!seen.has(month)) seen.set(month, borrower)
  return ({ month }) => surely(seen.get(month))
}

/**
 * Guesses that the borrowers who were seen in the month made its loans, in the order in which they were noted: fewer and
 * fewer visits are the first one of somebody. Surest at the beginning of a month.
 */
const inOrderOfNotes = ({ events, circulation }: AttackerKnowledge): GuessBorrower => {
  const noted = new Map<string, string[]>()
  for (const { month, borrower } of borrowersSeenByMonth(events))
    noted.set(month, [...(noted.get(month) ?? []), borrower])
  const loans = circulation.filter(({ event }) => event.type === 'LoanStarted')
  const monthOf = ({ event }: (typeof loans)[number]): string => event.recorded.slice(0, 7)
  const turns = new Map<number, number>()
  const counts = new Map<string, number>()
  for (const loan of loans) {
    turns.set(loan.at, counts.get(monthOf(loan)) ?? 0)
    counts.set(monthOf(loan), (counts.get(monthOf(loan)) ?? 0) + 1)
  }
  return ({ at, month }) => {
    const [whose, turn, count] = [noted.get(month) ?? [], turns.get(at) ?? 0, counts.get(month) ?? 1]
    const share = (1 - Math.exp((-2 * turn) / count)) / (1 - Math.exp(-2))
    const borrower = whose[Math.floor(share * whose.length)]
    return borrower === undefined ? undefined : { borrower, certainty: -turn }
  }
}

/** Guesses the borrower who had registered last when the loan was made. */
const newestBorrower = ({ registrations }: AttackerKnowledge): GuessBorrower => {
  const newest = new Map(registrations.map(({ month, borrower }) => [month, borrower]))
  const months = [...newest.keys()]
  return ({ month }) => surely(newest.get(months.filter((known) => known <= month).at(-1) ?? ''))
}

/** Guesses the borrower of the living record that is nearest in the log. */
const nearestLiving = ({ circulation, owners }: AttackerKnowledge): GuessBorrower => {
  const living = circulation.flatMap(({ record, at }) => {
    const borrower = owners.get(record ?? '')
    return borrower === undefined ? [] : [{ borrower, time: at }]
  })
  return ({ at }) => {
    const next = firstAtOrAfter(living, at)
    const near = [living[next - 1], living[next]].filter((one) => one !== undefined)
    const nearest = near.sort((one, other) => Math.abs(one.time - at) - Math.abs(other.time - at))[0]
    return nearest && { borrower: nearest.borrower, certainty: -Math.abs(nearest.time - at) }
  }
}

/** Guesses who registered at the moment that is nearest to the loan. */
const nearestRegistration = (knowledge: AttackerKnowledge, days: GuessedDays): GuessBorrower => {
  const ordered = registrationsByGuessedDay(knowledge, days)
  return ({ time }) => {
    const next = firstAtOrAfter(ordered, time)
    const near = [ordered[next - 1], ordered[next]].filter((one) => one !== undefined)
    const nearest = near.sort((one, other) => Math.abs(one.time - time) - Math.abs(other.time - time))[0]
    return nearest && { borrower: nearest.borrower, certainty: -Math.abs(nearest.time - time) }
  }
}

/** Guesses the borrower whose id stands nearest to the loan in a file: the last one before it, in either direction. */
const nearestInFile = (knowledge: AttackerKnowledge): ReadonlyArray<readonly [string, GuessBorrower]> => {
  const borrowers = new Map(
    knowledge.registrations.flatMap(({ ids, borrower }) => ids.map((id) => [id, borrower] as const)),
  )
  return [...knowledge.places].flatMap(([file, places]) =>
    [places, [...places].reverse()].flatMap((ordered, direction) => {
      const guesses = new Map<string, Guess>()
      let last: { readonly borrower: string; readonly at: number } | undefined
      for (const { id, at } of ordered) {
        const borrower = borrowers.get(id)
        if (borrower !== undefined) last = { borrower, at }
        else if (last !== undefined && !guesses.has(id))
          guesses.set(id, { borrower: last.borrower, certainty: -Math.abs(at - last.at) })
      }
      return guesses.size === 0
        ? []
        : [[`next to it in ${file}${direction === 0 ? '' : ', backwards'}`, ({ loan }: AttackTarget) => guesses.get(loan)] as const] // prettier-ignore
    }),
  )
}

/** Guesses a borrower who was erased last, for records whose keys are there and open nothing. */
const erasedLast = ({ events, hollow, registrations }: AttackerKnowledge): GuessBorrower => {
  const known = new Set(registrations.map(({ borrower }) => borrower))
  const erased = events.filter(({ type }) => type === 'ErasureRequested').map(({ openPart }) => String(openPart['borrower'])) // prettier-ignore
  const last = erased.filter((borrower) => known.has(borrower)).at(-1)
  return ({ loan }) => (hollow.includes(loan) ? surely(last) : undefined)
}

/** What the logs alone tell: their order, months and days, and no copy, file or figure. */
const withLogsAlone = (knowledge: AttackerKnowledge): AttackerKnowledge => ({ ...knowledge, figures: new Map(), changes: [], places: new Map(), counts: new Map() }) // prettier-ignore

const byDatings = (knowledge: AttackerKnowledge): ReadonlyArray<readonly [string, GuessBorrower]> => {
  const combined = makeCombinedGuess(knowledge)
  return [...guessRegistrationDays(knowledge)].flatMap(
    ([name, days]): ReadonlyArray<readonly [string, GuessBorrower]> => [
      [`nearest registration, dated by ${name}`, nearestRegistration(knowledge, days)],
      [`all together, dated by ${name}`, combined(days)],
    ],
  )
}

/** The strategies that name the borrower of a forgotten loan by both logs, and by the keys that live. */
export const namingByLogs = (knowledge: AttackerKnowledge): ReadonlyMap<string, GuessBorrower> =>
  new Map<string, GuessBorrower>([
    ['somebody seen in the month', seenInTheMonth(knowledge)],
    ['those seen in the month, in the order of the log', inOrderOfNotes(knowledge)],
    ['the newest borrower', newestBorrower(knowledge)],
    ['the nearest living record', nearestLiving(knowledge)],
    ['a key without a borrower: who was erased last', erasedLast(knowledge)],
    ...namingByGuardians(knowledge),
    ...byDatings(withLogsAlone(knowledge)),
  ])

/** The strategies that use copies, files, lists and figures as well. */
export const namingByCopies = (knowledge: AttackerKnowledge): ReadonlyMap<string, GuessBorrower> => {
  const logsAlone = namingByLogs(knowledge)
  return new Map([...nearestInFile(knowledge), ...byDatings(knowledge)].filter(([name]) => !logsAlone.has(name)))
}
