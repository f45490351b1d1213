import type { HoldExplanation } from '../../../domain/hold/hold-explanation'
import { setLegalHold } from '../../../domain/use-cases/set-legal-hold'
import type { ScopeId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { exampleBorrowers } from './demo-records-for-examples'
import { demoStepOrThrow } from './demo-step-or-throw'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

/** A legal hold on the record of a borrower of the demo. */
export interface DemoLegalHold {
  readonly caseNumber: string
  readonly of: DemoBorrower
  /** What the borrower is told; null when the hold may not be told. */
  readonly explanation: HoldExplanation | null
}

/** The legal holds of the demo: one to prolong, of which the borrower is told, and one to release, which may not be told. */
export const demoLegalHolds: readonly [DemoLegalHold, DemoLegalHold] = [
  {
    caseNumber: '2026-DEMO-1',
    of: exampleBorrowers.withLoans,
    explanation: {
      basis: 'Databeskyttelsesforordningens artikel 17, stk. 3, litra e',
      reason: 'Du har klaget over en afgørelse. Oplysningerne gemmes, til klagen er afgjort.',
    },
  },
  { caseNumber: '2026-DEMO-2', of: exampleBorrowers.absent, explanation: null },
]

/** Holds the record of a borrower for a case, until the end of the next month. */
export const setDemoLegalHold = async (
  library: RunningLibrary,
  { of, caseNumber, explanation }: DemoLegalHold,
): Promise<void> => {
  const { clock } = library.useCaseDependencies.commandHandling
  const lastDay = lastDayOfMonth(addMonths(1)(monthOf(clock.today())))
  const scope = idOfDemoBorrower(library, of) as string as ScopeId
  const request = {
    ...demoCommandMetadata(library),
    ...{ scope, lastDay, by: 'demo', why: 'Anmodning fra politiet', caseNumber, explanation, disputeWith: null },
  }
  demoStepOrThrow(await setLegalHold(library.useCaseDependencies)(request)())
}
