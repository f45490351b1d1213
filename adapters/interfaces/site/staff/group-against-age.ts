import { isMinorOn } from '../../../../domain/policy/guardian-policy'
import type { BorrowerOverviewAnswer } from '../../http/resources/borrowers/borrower-answer-codecs'
import type { GroupAgainstAge } from '../../pages/borrower-record/borrower-record'
import type { StaffRequest } from './define-staff-page'

type Record = Pick<BorrowerOverviewAnswer['record'], 'birthDate' | 'group'>

/** Whether a guardian answers for a borrower today, whatever the group. */
export const isMinorToday = ({ library }: Pick<StaffRequest, 'library'>, { birthDate }: Record): boolean => {
  const { policy, commandHandling } = library.useCaseDependencies
  const today = commandHandling.clock.today()
  return isMinorOn(policy(today).guardians)(birthDate)(today)
}

/** How the group of a borrower contradicts the age; undefined when it does not, or when the birth date is unknown. */
export const groupAgainstAge = (
  request: Pick<StaffRequest, 'library'>,
  record: Record,
): GroupAgainstAge | undefined => {
  const isMinor = isMinorToday(request, record)
  if (record.group === 'adult' && isMinor) return 'minorAsAdult'
  return record.group === 'child' && record.birthDate !== null && !isMinor ? 'adultAsChild' : undefined
}
