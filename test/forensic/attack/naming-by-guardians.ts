import type { AttackerKnowledge } from './attacker-knowledge'
import type { GuessBorrower } from './guess'

/** The last child of each month of whom *persons* says something about a guardian. */
const childByMonth = ({ events }: AttackerKnowledge, types: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    events
      .filter(({ type }) => types.includes(type))
      .map(({ recorded, openPart }) => [recorded, String(openPart['borrower'])]),
  )

/** The month in which a fee was settled that was levied beside the return of a loan. */
const monthsOfSettledFees = ({ circulation }: AttackerKnowledge): ReadonlyMap<string, string> => {
  const settledIn = new Map(
    circulation
      .filter(({ event: { openPart } }) => 'fee' in openPart && 'settledOn' in openPart)
      .map(({ event }) => [String(event.openPart['fee']), event.recorded.slice(0, 7)]),
  )
  const months = new Map<string, string>()
  for (const [index, { event, record }] of circulation.entries()) {
    if (record === undefined || !('loan' in event.openPart)) continue
    const near = circulation.slice(index + 1, index + 4).find((next) => next.event.type === 'FeeLevied')
    const month = settledIn.get(String(near?.event.openPart['fee']))
    if (month !== undefined) months.set(record, month)
  }
  return months
}

/**
 * Strategies that name the borrower of a loan by what *persons* says of guardians: a child whose guardian was registered in the
 * month of the loan, or whose guardianship ended in it; and, because a guardianship ends only when the fees from before are
 * settled, a child whose guardianship ended in the month in which the fee of the loan was settled.
 */
export const namingByGuardians = (knowledge: AttackerKnowledge): ReadonlyArray<readonly [string, GuessBorrower]> => {
  const registered = childByMonth(knowledge, ['GuardianRegistered', 'GuardianCorrected', 'GuardianEmailVerified'])
  const ended = childByMonth(knowledge, ['GuardianshipEnded'])
  const settled = monthsOfSettledFees(knowledge)
  const guessBy =
    (children: ReadonlyMap<string, string>, monthOf: (target: Parameters<GuessBorrower>[0]) => string): GuessBorrower =>
    (target) => {
      const borrower = children.get(monthOf(target))
      return borrower === undefined ? undefined : { borrower, certainty: 0 }
    }
  return [
    ['a child whose guardian was registered in the month', guessBy(registered, ({ month }) => month)],
    ['a child whose guardianship ended in the month', guessBy(ended, ({ month }) => month)],
    [
      'a child whose guardianship ended when the fee was settled',
      guessBy(ended, ({ loan }) => settled.get(loan) ?? ''),
    ],
  ]
}
