import { borrowersSeenByMonth } from './borrowers-seen-by-month'
import type { AttackerKnowledge } from './attacker-knowledge'

const halfYearOf = (month: string): string => `${month.slice(0, 4)}-H${Number(month.slice(5, 7)) <= 6 ? '1' : '2'}`

/**
 * Whether a borrower can have borrowed in a month, by what *persons* says openly: registered until then, not erased
 * before, and seen in that half-year not later. The months of the half-year that the log ends in are not over.
 */
export const makeActivityCheck = ({ events, registrations }: AttackerKnowledge) => {
  const persons = events.filter(({ log }) => log === 'persons')
  const registered = new Map(registrations.map(({ borrower, month }) => [borrower, month]))
  const ended = new Map<string, string>()
  const seen = new Map(
    borrowersSeenByMonth(events).map(({ borrower, halfYear, month }) => [`${borrower} ${halfYear}`, month]),
  )
  for (const { type, recorded, openPart } of persons)
    if (type === 'ErasureRequested' || type === 'BorrowerLapsed') ended.set(String(openPart['borrower']), recorded)
  const last = halfYearOf(String(persons.at(-1)?.recorded))
  return (borrower: string, month: string): boolean => {
    const since = registered.get(borrower)
    if (since === undefined || since > month || (ended.get(borrower) ?? month) < month) return false
    const half = halfYearOf(month)
    if (halfYearOf(since) === half) return true
    const seenIn = seen.get(`${borrower} ${half}`)
    return seenIn === undefined ? half === last || ended.has(borrower) : seenIn <= month
  }
}
