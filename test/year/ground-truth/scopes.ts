import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import type { GroundTruth, PersonalText, TrueHold, TrueScope } from './ground-truth'

/** An event as a command answers it. */
interface AnsweredEvent {
  readonly open: Readonly<Record<string, unknown>>
  readonly sealed: Readonly<Record<string, unknown>>
}

export const addScope = (
  { scopes }: GroundTruth,
  scope: Pick<TrueScope, 'id' | 'class' | 'borrower'> & Partial<Pick<TrueScope, 'lastDay' | 'texts'>>,
): void => {
  if (!scopes.has(scope.id)) scopes.set(scope.id, { lastDay: null, texts: [], ...scope })
}

type TextsByClass = Readonly<Partial<Record<ScopeClass, ReadonlyArray<PersonalText>>>>

/** Notes the scopes that the events of a command name first. The scopes of days and months have events of their own. */
export const addScopesOfEvents = (
  groundTruth: GroundTruth,
  borrower: BorrowerId | null,
  events: ReadonlyArray<AnsweredEvent>,
  texts: TextsByClass = {},
): void => {
  for (const { open, sealed } of events)
    for (const name of Object.keys(sealed) as ScopeClass[])
      if (name !== 'statistics')
        addScope(groundTruth, { id: String(open[name]), class: name, borrower, texts: texts[name] ?? [] })
}

/** A record ends: it is erased with the closing of a day. An end that was stated before is not put off. */
export const endScope = ({ scopes }: GroundTruth, id: string, lastDay: Day): void => {
  const scope = scopes.get(id)
  if (scope !== undefined && (scope.lastDay === null || lastDay < scope.lastDay)) scope.lastDay = lastDay
}

const livesInStreamOfBorrower: ReadonlyArray<ScopeClass> = [
  ...(['borrower', 'identity', 'preference', 'contact', 'card', 'pin'] as const),
  ...(['block', 'absence', 'note', 'guardian', 'history', 'view'] as const),
]

/** A borrower is erased, with all that lives in their stream. Their records in *circulation* go on their own days. */
export const eraseTrueBorrower = (groundTruth: GroundTruth, borrower: BorrowerId, lastDay: Day): void => {
  groundTruth.erased.set(borrower, lastDay)
  groundTruth.borrowers.delete(borrower)
  for (const scope of groundTruth.scopes.values())
    if (scope.borrower === borrower && livesInStreamOfBorrower.includes(scope.class))
      endScope(groundTruth, scope.id, lastDay)
}

/** The last day on which a hold stops an erasure. A hold that was released ends when that day is closed. */
const lastDayOfHold = ({ lastDay, releasedOn }: TrueHold): Day => releasedOn ?? lastDay

/** Whether a scope is still there after the closing of a day: nothing ended it until then, or a hold stops its end. */
export const isLivingAfter =
  ({ holds }: GroundTruth) =>
  (day: Day) =>
  ({ id, lastDay }: TrueScope): boolean =>
    lastDay === null ||
    lastDay > day ||
    [...holds.values()].some((hold) => hold.scope === id && lastDayOfHold(hold) > day)

/** Whether anybody can read a scope: it is there, and its borrower is not erased. */
export const isReadableAfter =
  (groundTruth: GroundTruth) =>
  (day: Day) =>
  (scope: TrueScope): boolean =>
    isLivingAfter(groundTruth)(day)(scope) && !(scope.borrower !== null && groundTruth.erased.has(scope.borrower))

/** What is known of a record goes with it: the simulation acts on living records only. */
const removeRecord = (groundTruth: GroundTruth, id: string): void => {
  const { loans, fees, reimbursements, payments, messages, holds, accesses, views } = groundTruth
  const all = [loans, fees, reimbursements, payments, messages, holds, accesses, views]
  for (const records of all as ReadonlyArray<Map<string, unknown>>) records.delete(id)
}

/** Takes the scopes that go with the closing of a day from those that live. */
export const takeScopesGoneAfter = (groundTruth: GroundTruth, day: Day): ReadonlyArray<TrueScope> => {
  const gone = [...groundTruth.scopes.values()].filter((scope) => !isLivingAfter(groundTruth)(day)(scope))
  for (const scope of gone) {
    groundTruth.scopes.delete(scope.id)
    groundTruth.gone.set(scope.id, scope)
    removeRecord(groundTruth, scope.id)
  }
  return gone
}
