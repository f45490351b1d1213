import type { Registration, AttackerKnowledge } from './attacker-knowledge'

/** When each borrower registered, as an attacker believes: in days from the first one. */
export type GuessedDays = ReadonlyMap<string, number>

/** The moment at which a share of a month's writing in *persons* was done; undefined when it is not known. */
type MonthClock = (month: string, share: number) => number | undefined

const daysIn = (month: string): number => new Date(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0).getDate()

/** The first moment of a month, and its last one: no later than that of the theft. */
const boundsOf = ({ numberOfDay, circulation }: AttackerKnowledge, month: string): readonly [number, number] => {
  const from = numberOfDay(`${month}-01`)
  return [from, Math.min(from + daysIn(month), Math.ceil(circulation.at(-1)?.time ?? Infinity))]
}

const evenClock =
  (knowledge: AttackerKnowledge): MonthClock =>
  (month, share) => {
    const [from, to] = boundsOf(knowledge, month)
    return from + share * (to - from)
  }

/** A clock that believes: a figure grew as *persons* did. What it shows at a copy was written before the end of that day. */
const clockOfFigure = (knowledge: AttackerKnowledge, figure: ReadonlyMap<number, number>): MonthClock => {
  const days = [...figure.keys()].sort((one, other) => one - other)
  const growth = days.map((day, index) => Math.abs((figure.get(day) ?? 0) - (figure.get(days[index - 1] ?? -1) ?? 0)))
  return (month, share) => {
    const [from, to] = boundsOf(knowledge, month)
    const within = days.flatMap((day, index) => (day < from || day >= to ? [] : [{ day, grown: growth[index] ?? 0 }]))
    const wanted = share * within.reduce((sum, { grown }) => sum + grown, 0)
    let [sum, before] = [0, from]
    for (const { day, grown } of within) {
      if (grown > 0 && sum + grown >= wanted) return before + ((wanted - sum) / grown) * (day + 1 - before)
      sum += grown
      before = day + 1
    }
    return undefined
  }
}

const guessDaysByClock = (
  knowledge: AttackerKnowledge,
  clock: MonthClock,
  share: 'shareOfRegistrations' | 'shareOfChanges',
): GuessedDays => {
  const even = evenClock(knowledge)
  return new Map(
    knowledge.registrations.map((registration) => {
      const { borrower, month, [share]: done } = registration
      return [borrower, clock(month, done) ?? even(month, done) ?? 0]
    }),
  )
}

/** Dates by counts that are known at some moments. Between them, and the ends of months, all is spread evenly. */
const guessDaysByCounts = (
  knowledge: AttackerKnowledge,
  counts: ReadonlyArray<readonly [number, number]>,
): GuessedDays => {
  const { registrations } = knowledge
  const ends = [...new Set(registrations.map(({ month }) => month))].map((month): readonly [number, number] => [
    boundsOf(knowledge, month)[1],
    registrations.filter((other) => other.month <= month).length,
  ])
  const known = [[0, 0] as const, ...counts, ...ends].sort(([one], [other]) => one - other)
  return new Map(
    registrations.map(({ borrower }, index) => {
      const after = known.findIndex(([, count]) => count > index)
      const [[from, low] = [0, 0], [to, high] = [0, 0]] = [known[after - 1], known[after]]
      return [borrower, from + ((index + 0.5 - low) / Math.max(1, high - low)) * (to - from)]
    }),
  )
}

/** Dates by the day on which a list first has an id of a registration; the others evenly. */
const guessRegistrationDaysByLists = (knowledge: AttackerKnowledge): ReadonlyMap<string, GuessedDays> => {
  const even = guessDaysByClock(knowledge, evenClock(knowledge), 'shareOfRegistrations')
  const borrowers = new Map(
    knowledge.registrations.flatMap(({ ids, borrower }) => ids.map((id) => [id, borrower] as const)),
  )
  const bySource = new Map<string, Map<string, number>>()
  for (const { source, day, ids } of knowledge.changes)
    for (const id of ids) {
      const borrower = borrowers.get(id)
      if (borrower === undefined) continue
      const days = bySource.get(source) ?? new Map(even)
      bySource.set(source, days)
      if (days.get(borrower) === even.get(borrower)) days.set(borrower, day + 0.5)
    }
  return bySource
}

/** Dates by the nearest record of *circulation* in a file that has ids of both logs. */
const guessRegistrationDaysByFiles = (knowledge: AttackerKnowledge): ReadonlyMap<string, GuessedDays> => {
  const even = guessDaysByClock(knowledge, evenClock(knowledge), 'shareOfRegistrations')
  const borrowers = new Map(
    knowledge.registrations.flatMap(({ ids, borrower }) => ids.map((id) => [id, borrower] as const)),
  )
  const times = new Map([...knowledge.circulation].reverse().map(({ record, time }) => [record ?? '', time] as const))
  const bySource = new Map<string, GuessedDays>()
  for (const [file, places] of knowledge.places) {
    const days = new Map(even)
    let found = 0
    for (const [index, { id, at }] of places.entries()) {
      const borrower = borrowers.get(id)
      if (borrower === undefined) continue
      const near = [-2, -1, 1, 2].flatMap((step) => places[index + step] ?? []).filter((one) => times.has(one.id))
      const nearest = near.sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))[0]
      if (nearest === undefined) continue
      found += 1
      days.set(borrower, times.get(nearest.id) ?? 0)
    }
    if (found > 0) bySource.set(`file ${file}`, days)
  }
  return bySource
}

const signatureOf = (figure: ReadonlyMap<number, number>): string => {
  const [first = 0] = figure.values()
  return [...figure].map(([day, value]) => `${String(day)}:${String(value - first)}`).join()
}

/** Figures that change, each once. */
const differentFigures = (figures: AttackerKnowledge['figures']): ReadonlyMap<string, ReadonlyMap<number, number>> => {
  const known = new Set<string>()
  return new Map(
    [...figures].filter(([, figure]) => {
      const signature = signatureOf(figure)
      const isNew = new Set(figure.values()).size > 1 && !known.has(signature)
      known.add(signature)
      return isNew
    }),
  )
}

const eventsOfDays = ({ circulation }: AttackerKnowledge): ReadonlyMap<number, number> =>
  new Map(circulation.map(({ time, at }) => [Math.floor(time), at]))

/** Every way in which the data dates registrations. */
export const guessRegistrationDays = (knowledge: AttackerKnowledge): ReadonlyMap<string, GuessedDays> => {
  const figures = new Map([
    ...differentFigures(knowledge.figures),
    ['events of circulation', eventsOfDays(knowledge)] as const,
  ])
  const byShare = (['shareOfRegistrations', 'shareOfChanges'] as const).flatMap((share) => [
    [`the month alone (${share})`, guessDaysByClock(knowledge, evenClock(knowledge), share)] as const,
    ...[...figures].map(
      ([name, figure]) =>
        [`${name} (${share})`, guessDaysByClock(knowledge, clockOfFigure(knowledge, figure), share)] as const,
    ),
  ])
  return new Map([
    ...byShare,
    ...[...knowledge.counts].map(([name, counts]) => [name, guessDaysByCounts(knowledge, counts)] as const),
    ...guessRegistrationDaysByLists(knowledge),
    ...guessRegistrationDaysByFiles(knowledge),
  ])
}

/** Registrations in the order of the guessed days. */
export const registrationsByGuessedDay = (
  { registrations }: AttackerKnowledge,
  days: GuessedDays,
): ReadonlyArray<Registration & { readonly time: number }> =>
  registrations
    .map((registration) => ({ ...registration, time: days.get(registration.borrower) ?? 0 }))
    .sort((one, other) => one.time - other.time)
