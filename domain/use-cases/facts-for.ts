import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import type { CopyState } from '../copy/state'
import type { DomainEvent } from '../event/domain-event'
import { load } from '../command-handling/load'
import type { Unreadable } from '../command-handling/remember'
import type { CopyId, FeeId, TitleId } from '../values/ids'
import type { FeeKnown } from '../ports/look-up'
import type { FactName, Facts } from '../reactions/facts'
import { titleAggregate } from '../title/aggregate'
import { noQueue, type TitleState } from '../title/state'
import { copiesOfTitle, stateOfCopy } from './copies-of-title'
import type { Library } from './library'

type Known<A> = TE.TaskEither<Unreadable, A>

const titleOf = (event: DomainEvent): TitleId | undefined => ('title' in event.open ? event.open.title : undefined)
const copyOf = (event: DomainEvent): CopyId | undefined => ('copy' in event.open ? event.open.copy : undefined)

const copy = (library: Library, event: DomainEvent): Known<CopyState | undefined> => {
  const named = copyOf(event)
  return named === undefined ? TE.right(undefined) : stateOfCopy(library)(named)
}

const copies = (library: Library, event: DomainEvent): Known<ReadonlyArray<CopyState>> => {
  const title = titleOf(event)
  return title === undefined ? TE.right([]) : copiesOfTitle(library)(title)
}

const feesOfOccasion = (library: Library, event: DomainEvent): Known<ReadonlyArray<FeeId>> => {
  if (event.type !== 'LoanReturned' && event.type !== 'CopyBilledAsLost') return TE.right([])
  if (event.sealed.loan._tag === 'Erased') return TE.right([])
  const { borrower, lentOn, dueOn } = event.sealed.loan.value
  const occasion = event.type === 'LoanReturned' ? event.open.returnedOn : event.open.billedOn
  const same = (fee: FeeKnown): boolean =>
    fee.kind === 'lateness' && fee.lentOn === lentOn && fee.dueOn === dueOn && fee.occasion === occasion
  return pipe(library.lookUp.fees(borrower), TE.map(RA.filter(same)), TE.map(RA.map(({ fee }) => fee)))
}

const compensationsOwed = (library: Library, event: DomainEvent): Known<ReadonlyArray<FeeId>> => {
  const copy = copyOf(event)
  return copy === undefined
    ? TE.right([])
    : pipe(
        library.lookUp.compensationFor(copy),
        TE.map((fee) => (fee === undefined ? [] : [fee.fee])),
      )
}

const queue = (library: Library, event: DomainEvent): Known<TitleState> => {
  const title = titleOf(event)
  return title === undefined
    ? TE.right(noQueue)
    : pipe(
        load(library.desk)(titleAggregate(library.policy))(title),
        TE.map(({ state }) => state),
      )
}

/** What a reaction asked to know, read as things are now; what it did not ask for is left empty. */
export const factsFor =
  (library: Library) =>
  (needs: ReadonlyArray<FactName>) =>
  (event: DomainEvent): Known<Facts> => {
    const whenAsked = <A>(name: FactName, known: () => Known<A>, otherwise: A): Known<A> =>
      needs.includes(name) ? known() : TE.right(otherwise)
    return pipe(
      TE.Do,
      TE.bind('title', () => whenAsked('title', () => queue(library, event), noQueue)),
      TE.bind('copy', () => whenAsked('copy', () => copy(library, event), undefined)),
      TE.bind('copies', () => whenAsked('copies', () => copies(library, event), [])),
      TE.bind('copiesToServe', ({ title }) =>
        whenAsked('copiesToServe', () => (title._tag === 'NoQueue' ? TE.right([]) : copies(library, event)), []),
      ),
      TE.bind('feesOfOccasion', () => whenAsked('feesOfOccasion', () => feesOfOccasion(library, event), [])),
      TE.bind('compensationsOwed', () => whenAsked('compensationsOwed', () => compensationsOwed(library, event), [])),
      TE.map((known) => ({ ...known, policy: library.policy, now: library.desk.clock.now() })),
    )
  }
