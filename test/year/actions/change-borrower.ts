import type { BorrowerEvent } from '../../../domain/borrower/borrower-event'
import { changeBorrower, type BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import { endOfNextMonth } from '../ground-truth/end-days'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { attempt, metadataIn, todayIn, type SimulatedYear } from '../simulated-year'

type Texts = Parameters<typeof addScopesOfEvents>[3]

/** Changes a borrower and notes the scopes that its events name. Answers the events; none when it was refused. */
export const change = async (
  year: SimulatedYear,
  kind: string,
  { id }: TrueBorrower,
  command: (ids: UseCaseIds) => BorrowerChange,
  texts: Texts = {},
): Promise<ReadonlyArray<BorrowerEvent>> => {
  const run = changeBorrower(year.library.useCaseDependencies)(id, metadataIn(year))
  const done = await attempt(year, kind, run(command))
  if (done === undefined) return []
  addScopesOfEvents(year.groundTruth, id, done.events, texts)
  return done.events
}

/** The id in the open part of the first event; undefined when there was none. */
export const idIn = <Id extends string>(events: ReadonlyArray<BorrowerEvent>, member: string): Id | undefined =>
  (events[0]?.open as Readonly<Record<string, Id>> | undefined)?.[member]

/** What is replaced goes with the closing of the next month. */
export const endWithNextMonth = (year: SimulatedYear, scope: string | null): void => {
  if (scope !== null) endScope(year.groundTruth, scope, endOfNextMonth(todayIn(year)))
}
