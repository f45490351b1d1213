import { recordOpening } from '../../../adapters/interfaces/http/request-handling/record-opening'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { count, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { madeUpText } from './made-up-people'

/** A member of staff opens the protected name and address of a borrower, with a written reason. */
export const openNameAndAddress = async (year: SimulatedYear, { id: borrower }: TrueBorrower): Promise<void> => {
  const reason = madeUpText('Brev', nextNumber(year))
  const staffNumber = `M-${String(year.random.below(20))}`
  const open = recordOpening(year.library, { role: 'staff', subject: staffNumber })
  rightOrThrow(await open({ borrower, opened: 'nameAndAddress', reason, approvedBy: null })())
  const what = { opened: 'nameAndAddress', approvedBy: null } as const
  const opening = { day: todayIn(year), role: 'staff', reason, staffNumber, ...what } as const
  year.groundTruth.openings.push({ borrower, opening })
  count(year, 'record opened')
}
