import fc from 'fast-check'
import type { Day } from '../../../domain/values/day'
import type { FeeId, LoanId } from '../../../domain/values/ids'
import * as history from '../record-history'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'

/** What happens in a library on one of its days: `n` chooses among what there is. */
const happening = fc.record({
  kind: fc.constantFrom('lend', 'return', 'levy', 'settle', 'register', 'move', 'askErasure', 'reserve', 'cancel'),
  n: fc.nat(30),
})

/** What happens on each day; months pass, so that closings of months are among them. */
export const arbitraryDays = fc.array(fc.array(happening, { maxLength: 3 }), {
  minLength: 20,
  maxLength: 100,
  size: 'max',
})

export const arbitraryFirstDay = fc.constantFrom('2023-12-20', '2024-02-10', '2026-02-15') as fc.Arbitrary<Day>

type Happening = Readonly<{ kind: string; n: number }>

/** Records what happens in a library, each on something that is there and has not ended. */
const createRecorder = (library: InMemoryLibrary) => {
  const loans: LoanId[] = []
  const fees: FeeId[] = []
  const reservations: string[] = []
  const people: history.RegistrationScopes[] = []
  const takeOut = <A>(items: A[], n: number): A | undefined => items.splice(n % Math.max(items.length, 1), 1)[0]
  const circulation = (stream: string, event: Parameters<InMemoryLibrary['record']>[2]): void =>
    void library.record('circulation', stream, event)
  return ({ kind, n }: Happening): void => {
    if (kind === 'lend' || kind === 'levy') {
      const [loan, fee] = [randomId<LoanId>(), randomId<FeeId>()]
      if (kind === 'lend') circulation(`copy-${loan}`, history.openLoanStarted(loan, library.today))
      else circulation(`fee-${fee}`, history.openFeeLevied(fee, library.today))
      if (kind === 'lend') loans.push(loan)
      else fees.push(fee)
    }
    if (kind === 'return') {
      const loan = takeOut(loans, n)
      if (loan !== undefined) circulation(`copy-${loan}`, history.openLoanReturned(loan, library.today))
    }
    if (kind === 'settle') {
      const fee = takeOut(fees, n)
      if (fee !== undefined) circulation(`fee-${fee}`, history.openFeeSettled(fee, library.today))
    }
    if (kind === 'reserve') {
      const reservation = randomId<FeeId>() as string
      reservations.push(reservation)
      circulation('title-52557240', history.openReservationMade(reservation, '2099-01-01' as Day))
    }
    if (kind === 'cancel') {
      const reservation = takeOut(reservations, n)
      if (reservation !== undefined)
        circulation('title-52557240', { type: 'ReservationCancelled', open: { reservation, title: '52557240' } })
    }
    if (kind === 'register') people.push(history.recordRegistration(library))
    const person = people[n % Math.max(people.length, 1)]
    if (kind === 'move' && person !== undefined)
      people[people.indexOf(person)] = { ...person, contact: history.recordContactChange(library, person) }
    if (kind === 'askErasure') {
      const leaver = takeOut(people, n)
      if (leaver !== undefined)
        library.record('persons', `borrower-${leaver.borrower}`, {
          type: 'ErasureRequested',
          open: { borrower: leaver.borrower },
        })
    }
  }
}

/** Lives the days in a library in memory: records what happens on each, passes midnight, and calls `atMidnight`. */
export const liveDays = async (
  first: Day,
  days: ReadonlyArray<ReadonlyArray<Happening>>,
  atMidnight: (library: InMemoryLibrary) => void = () => undefined,
): Promise<InMemoryLibrary> => {
  const library = makeInMemoryLibrary(first)
  const record = createRecorder(library)
  for (const ofDay of days) {
    ofDay.forEach(record)
    await library.passMidnight()
    atMidnight(library)
  }
  return library
}
