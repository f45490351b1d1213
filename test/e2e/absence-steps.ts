import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeBorrower } from '../../domain/use-cases/change-borrower'
import type { StreamName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { AbsenceId, BorrowerId } from '../../domain/values/ids'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { nowOnce } from './use-case-steps'

/** Sets the absence period of a borrower. */
export const setAbsence = async (
  library: RunningLibrary,
  borrower: BorrowerId,
  { from, until }: { readonly from: string | null; readonly until: string | null },
): Promise<void> => {
  const { clock } = library.useCaseDependencies.commandHandling
  const change = changeBorrower(library.useCaseDependencies)(borrower, nowOnce(library))
  rightOrThrow(
    await change(({ idFor }) => ({
      ...{ type: 'SetAbsence', borrower, absence: idFor('absence') as AbsenceId },
      ...{ from: from as Day | null, until: until as Day | null, today: clock.today() },
    }))(),
  )
}

export const removeAbsence = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  const change = changeBorrower(library.useCaseDependencies)(borrower, nowOnce(library))
  rightOrThrow(await change(() => ({ type: 'RemoveAbsence', borrower }))())
}

/** The events of a borrower's absence periods, in order. */
export const absenceEventsOf = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await library.showStream('persons', `borrower-${borrower}` as StreamName)).filter(({ type }) =>
    type.startsWith('Absence'),
  )
