import type { PlainOrErased } from '../event/plain-or-erased'
import { plainValue, type ReplayedValue, type UnreadValue } from './replayed-value'

/** The names of what a replay says of a record. They are part of the HTTP interface. */
export type FactName =
  | 'state'
  | ('branch' | 'title' | 'group' | 'ageLimit' | 'price' | 'name' | 'volume' | 'loan' | 'lentOn' | 'renewals')
  | ('claimedOn' | 'borrower' | 'dueOn' | 'borrowerGroup' | 'ageClass' | 'fulfils' | 'setAside' | 'reservation')
  | ('pickUpBranch' | 'isRedirected' | 'to' | 'place' | 'latestEnd' | 'interestUntil' | 'parallelTo' | 'copy')
  | ('pickUpNumber' | 'pickUpBy' | 'kind' | 'owedUntil' | 'settledOn' | 'ending' | 'amount' | 'copies' | 'collection')
  | ('madeOn' | 'camera' | 'day' | 'from' | 'until' | 'videoType' | 'size' | 'digest' | 'cpr' | 'birthDate')
  | ('municipality' | 'isNameAndAddressProtected' | 'homeBranch' | 'language' | 'contactDetails' | 'verifiedEmails')
  | ('cards' | 'hasPin' | 'blockReason' | 'internalNote' | 'noteToBorrower' | 'notesRequest' | 'historyUpTo')
  | ('absenceFrom' | 'absenceUntil' | 'guardianName' | 'guardianCpr' | 'guardianContact' | 'formerGuardians')
  | ('lastSeen' | 'lapsesIn' | 'lastViewedIn')

/** One fact of a state. `of`: the place in a queue or the block that it is about; null for the record itself. */
export interface ReplayFact {
  readonly name: FactName
  readonly of: string | null
  readonly value: ReplayedValue
}

/** Facts that stand openly in the log. */
export const openFacts = (
  facts: Readonly<Partial<Record<FactName, unknown>>>,
  of: string | null = null,
): ReadonlyArray<ReplayFact> =>
  Object.entries(facts).map(([name, value]) => ({ name: name as FactName, of, value: plainValue(value ?? null) }))

/** Facts of a sealed part that was not read. Each says why. */
export const unreadFacts = (
  names: ReadonlyArray<FactName>,
  unread: UnreadValue,
  of: string | null = null,
): ReadonlyArray<ReplayFact> => names.map((name) => ({ name, of, value: unread }))

/** Which facts a sealed part has, and what each says. */
type FactsOfPart<A> = Readonly<Partial<Record<FactName, (part: A) => unknown>>>

/** The facts of a sealed part: what each says, or why it is not read. */
export const factsOfPart =
  <A>(facts: FactsOfPart<A>) =>
  (part: PlainOrErased<A>, unread: UnreadValue, of: string | null = null): ReadonlyArray<ReplayFact> => {
    const named = Object.entries(facts) as ReadonlyArray<readonly [FactName, (part: A) => unknown]>
    return part._tag === 'Plain'
      ? openFacts(Object.fromEntries(named.map(([name, valueIn]) => [name, valueIn(part.value)])), of)
      : unreadFacts(
          named.map(([name]) => name),
          unread,
          of,
        )
  }
