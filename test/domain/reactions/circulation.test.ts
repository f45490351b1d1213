import fc from 'fast-check'
import { isKept } from '../../../domain/copy/state'
import type { BorrowerId, BranchId, CopyId, LoanId } from '../../../domain/values/ids'
import { erased } from '../../../domain/event/remembered'
import { defaultPolicy } from '../../../domain/policy/policy'
import { noHoldings } from '../../../domain/policy/title-holdings'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { toCopy, toTitle } from '../../../domain/reactions/follow-up'
import { nextInQueue, placeOf, queueNumber } from '../../../domain/title/queue'
import { placesIn, noQueue } from '../../../domain/title/state'
import {
  acquired,
  anna,
  bent,
  carl,
  day,
  harbourBranch,
  mainLibrary,
  noon,
  reservationOf,
  secondCopy,
  standingOf,
  statistics,
  theCopy,
  theTitle,
} from '../../fixtures/library'
import { uuid } from '../../fixtures/uuid'
import { noFees, world, type World } from '../../fixtures/world'

const at = noon('2026-01-05')
const acquire = (copy: CopyId, branch: BranchId = mainLibrary) =>
  toCopy(copy, { type: 'Acquire', ...acquired({ copy, branch }).open })
const reserve = (n: number, borrower: BorrowerId, pickUpBranch = mainLibrary) =>
  toTitle(theTitle, {
    ...{ type: 'Reserve', reservation: reservationOf(n), title: theTitle, standing: standingOf(borrower), at },
    ...{ holdings: { ...noHoldings, reservable: 1 }, pickUpBranch, interestUntil: undefined },
  })
const lend = (copy: CopyId, borrower: BorrowerId, n = 1) =>
  toCopy(copy, {
    ...{ type: 'Lend', loan: uuid(5_000 + n) as LoanId, statistics, standing: standingOf(borrower) },
    ...{ branch: mainLibrary, at },
  })
const takeBack = (copy: CopyId, branch = mainLibrary) => toCopy(copy, { type: 'Return', branch, at })
const cancel = (n: number) =>
  toTitle(theTitle, { type: 'CancelReservation', reservation: reservationOf(n), title: theTitle })
const undo = (copy: CopyId, n = 1) =>
  toCopy(copy, { type: 'UndoLoan', loan: uuid(5_000 + n) as LoanId, branch: mainLibrary, at })

const after = (...commands: ReadonlyArray<Parameters<World['act']>[0]>) => {
  const library = world()
  for (const command of commands) expect(library.act(command)).toBe(true)
  return library
}
const placed = (library: World, n: number) => placeOf(reservationOf(n))(library.title())?._tag

describe('what follows in the library', () => {
  it('a title reserved while a copy is on the shelf is ready at once', () => {
    const library = after(acquire(theCopy), reserve(1, anna))
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp' }])
    expect(placed(library, 1)).toBe('Ready')
  })

  it('a copy that comes back is sent to where the next in the queue picks it up, and is ready when scanned there', () => {
    const library = after(acquire(theCopy), lend(theCopy, carl), reserve(1, anna, harbourBranch), takeBack(theCopy))
    expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: harbourBranch }])
    expect(placed(library, 1)).toBe('Waiting')
    expect(library.act(takeBack(theCopy, harbourBranch))).toBe(true)
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp', branch: harbourBranch }])
    expect(placed(library, 1)).toBe('Ready')
  })

  it('a copy at the pick-up branch is chosen before another', () => {
    const library = after(acquire(theCopy), acquire(secondCopy, harbourBranch), reserve(1, anna, harbourBranch))
    expect(library.copies()).toMatchObject([{ _tag: 'OnShelf' }, { _tag: 'ReadyForPickUp', branch: harbourBranch }])
  })

  it('a loan fulfils the reservation, which leaves the queue', () => {
    const library = after(acquire(theCopy), reserve(1, anna), lend(theCopy, anna))
    expect(library.title()).toEqual(noQueue)
  })

  it('a cancelled reservation gives its copy to the next', () => {
    const library = after(acquire(theCopy), reserve(1, anna), reserve(2, bent), cancel(1))
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp', keptFor: { value: { borrower: bent } } }])
  })

  it('an undone loan puts its borrower in front of the queue again, with the copy', () => {
    const library = after(acquire(theCopy), reserve(1, anna), reserve(2, bent), lend(theCopy, anna), undo(theCopy))
    expect(placesIn(library.title())).toMatchObject([{ borrower: anna, _tag: 'Ready' }, { borrower: bent }])
    expect(queueNumber(reservationOf(2))(library.title())).toBe(2)
  })

  it('a kept copy follows a change of pick-up branch', () => {
    const change = toTitle(theTitle, {
      ...{ type: 'ChangeReservation', reservation: reservationOf(1), title: theTitle },
      ...{ pickUpBranch: harbourBranch, interestUntil: day('2026-03-01'), at },
    })
    const library = after(acquire(theCopy), reserve(1, anna), change)
    expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: harbourBranch }])
    expect(placed(library, 1)).toBe('Waiting')
  })

  it('nothing follows an event whose sealed part is forgotten: it has been reacted to', () => {
    const library = after(acquire(theCopy), reserve(1, anna), lend(theCopy, anna), undo(theCopy))
    const sealed = library.log.filter((event) => Object.keys(event.sealed).length > 0)
    const known = { copy: library.copies()[0], copies: library.copies(), copiesToServe: library.copies() }
    const facts = { policy: defaultPolicy, now: at, title: library.title(), ...known, ...noFees }
    const followUps = sealed.flatMap((event) => {
      const forgotten = {
        ...event,
        sealed: Object.fromEntries(Object.keys(event.sealed).map((name) => [name, erased])),
      }
      return circulationReactions.flatMap(({ react }) => react(facts, () => uuid(1))(forgotten))
    })
    expect(sealed.length).toBeGreaterThan(4)
    expect(followUps).toEqual([])
  })
})

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('lend', 'return', 'reserve', 'cancel', 'undo', 'withdraw', 'record'),
    copy: fc.constantFrom(theCopy, secondCopy),
    borrower: fc.constantFrom(anna, bent, carl),
    branch: fc.constantFrom(mainLibrary, harbourBranch),
  }),
  { maxLength: 30, size: 'max' },
)
type Act = (typeof acts extends fc.Arbitrary<ReadonlyArray<infer A>> ? A : never) & { readonly n: number }

const perform = (library: World, { kind, copy, borrower, branch, n }: Act): boolean => {
  const onLoan = library.copies().find((state) => state._tag === 'OnLoan' && state.item.copy === copy)
  const first = placesIn(library.title())[n % 3]
  switch (kind) {
    case 'lend':
      return library.act(lend(copy, borrower, n))
    case 'record':
      return library.act(
        toCopy(copy, {
          ...{ type: 'RecordLoan', loan: uuid(5_000 + n) as LoanId, statistics },
          ...{ standing: standingOf(borrower), branch, at },
        }),
      )
    case 'return':
      return library.act(takeBack(copy, branch))
    case 'reserve':
      return library.act(reserve(n, borrower, branch))
    case 'withdraw':
      return library.act(toCopy(copy, { type: 'Withdraw' }))
    case 'undo':
      return onLoan?._tag === 'OnLoan' && library.act(toCopy(copy, { type: 'UndoLoan', loan: onLoan.loan, branch, at }))
    case 'cancel':
      return (
        first !== undefined &&
        library.act(toTitle(theTitle, { type: 'CancelReservation', reservation: first.reservation, title: theTitle }))
      )
  }
}

const lived = (times: number, life: ReadonlyArray<Omit<Act, 'n'>>): World => {
  const library = world(times)
  library.act(acquire(theCopy))
  library.act(acquire(secondCopy, harbourBranch))
  life.forEach((act, n) => perform(library, { ...act, n }))
  return library
}

describe('whatever happens, once all that follows is done', () => {
  it('no copy stands on the shelf while somebody waits for it, and each kept one is on its way or ready for one who waits', () => {
    fc.assert(
      fc.property(acts, (life) => {
        const library = lived(1, life)
        const kept = library.copies().filter(isKept)
        const served = kept.flatMap(({ keptFor }) => (keptFor._tag === 'Plain' ? [keptFor.value.reservation] : []))
        const next = nextInQueue(new Set(served), day('2026-01-05'))(library.title())
        const onShelf = library.copies().some(({ _tag }) => _tag === 'OnShelf')
        expect(next !== undefined && onShelf).toBe(false)
        expect(new Set(served).size).toBe(served.length)
        expect(kept.map(({ _tag }) => _tag)).not.toContain('SetAside')
        for (const id of served) expect(placeOf(id)(library.title())).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })

  it('a reaction that runs twice on an event does nothing twice', () => {
    fc.assert(
      fc.property(acts, (life) => {
        const places = (library: World) => placesIn(library.title()).map(({ reservation: _id, ...place }) => place)
        const where = (library: World) => library.copies().map(({ _tag }) => _tag)
        const [once, twice] = [lived(1, life), lived(2, life)]
        expect(where(twice)).toEqual(where(once))
        expect(places(twice)).toEqual(places(once))
      }),
      { numRuns: 100 },
    )
  })
})
