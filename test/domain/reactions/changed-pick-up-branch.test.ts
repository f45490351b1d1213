import { copyAvailabilityFor } from '../../../domain/copy/copy-availability-for-borrower'
import type { KnownCopy } from '../../../domain/copy/copy-state'
import type { BorrowerId, BranchId } from '../../../domain/values/ids'
import {
  anna,
  bent,
  branchAtHarbour,
  carl,
  day,
  firstCopy,
  mainBranch,
  noon,
  secondCopy,
} from '../../fixtures/example-library'
import type { ReactionSimulation } from '../../fixtures/reaction-simulation'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { acquireCommand, lendCommand, cancelCommand, reserveCommand, takeBackCommand } from './circulation-commands'
import { libraryAfter, placeTagOf, titleCommand } from './circulation-steps'

const dora = numberedUuid(5) as BorrowerId

const moveTo = (pickUpBranch: BranchId, interestUntil = '2026-07-04') =>
  titleCommand({
    ...{ type: 'ChangeReservation', pickUpBranch, interestUntil: day(interestUntil), at: noon('2026-01-06') },
  })

const readyFor = (...others: ReadonlyArray<ReturnType<typeof acquireCommand>>) =>
  libraryAfter(
    ...[acquireCommand(firstCopy), ...others, lendCommand(firstCopy, carl)],
    ...[reserveCommand(1, anna), reserveCommand(2, bent), takeBackCommand(firstCopy)],
  )

const firstOf = (library: ReactionSimulation) => library.copies()[0] as KnownCopy

describe('the pick-up branch of a reservation changes while its copy is ready', () => {
  it('and the copy stays reserved: it is fetched from the pick-up shelf, sent on, and ready at the new branch', () => {
    const library = readyFor()
    library.execute(moveTo(branchAtHarbour))
    expect(firstOf(library)).toMatchObject({ _tag: 'OnPullList', isRedirected: true, branch: mainBranch })
    expect(placeTagOf(library, 1)).toBe('Waiting')
    library.execute(takeBackCommand(firstCopy))
    expect(firstOf(library)).toMatchObject({ _tag: 'InTransit', to: branchAtHarbour })
    library.execute(takeBackCommand(firstCopy, branchAtHarbour))
    expect(firstOf(library)).toMatchObject({ _tag: 'ReadyForPickUp', branch: branchAtHarbour })
    expect(placeTagOf(library, 1)).toBe('Ready')
    expect(library.events.filter(({ type }) => type === 'ReservationReady')).toHaveLength(2)
    expect(library.events.filter(({ type }) => type === 'SetAsideReleased')).toEqual([])
  })

  it('and nobody else is lent the copy meanwhile, who brings it to the desk', () => {
    const library = readyFor()
    library.execute(moveTo(branchAtHarbour))
    expect(copyAvailabilityFor(bent)(firstOf(library))).toBe('copySetAsideForAnother')
    expect(library.execute(lendCommand(firstCopy, bent, 2))).toBe(false)
    expect(library.execute(lendCommand(firstCopy, anna, 2))).toBe(true)
    expect(placeTagOf(library, 1)).toBeUndefined()
  })

  it('and back before it was fetched: the scan makes it ready again where it stands', () => {
    const library = readyFor()
    library.execute(moveTo(branchAtHarbour))
    library.execute(moveTo(mainBranch))
    expect(placeTagOf(library, 1)).toBe('Waiting')
    library.execute(takeBackCommand(firstCopy))
    expect(firstOf(library)).toMatchObject({ _tag: 'ReadyForPickUp', branch: mainBranch })
    expect(placeTagOf(library, 1)).toBe('Ready')
  })

  it('and another copy that is scanned at the new branch is ready at once: the first one goes to the next', () => {
    const library = readyFor(acquireCommand(secondCopy, branchAtHarbour), lendCommand(secondCopy, dora, 3))
    library.execute(moveTo(branchAtHarbour))
    library.execute(takeBackCommand(secondCopy, branchAtHarbour))
    expect(library.copies()).toMatchObject([
      { reservedFor: { value: { borrower: bent } } },
      { _tag: 'ReadyForPickUp', branch: branchAtHarbour, reservedFor: { value: { borrower: anna } } },
    ])
  })

  it('and the reservation is cancelled before the copy is fetched: the copy goes to the next', () => {
    const library = readyFor()
    library.execute(moveTo(branchAtHarbour))
    library.execute(cancelCommand(1))
    expect(firstOf(library)).toMatchObject({ isRedirected: false, reservedFor: { value: { borrower: bent } } })
  })

  it('and is not found there: the copy is missing, and the reservation waits at its place', () => {
    const library = readyFor()
    library.execute(moveTo(branchAtHarbour))
    library.execute({
      ...takeBackCommand(firstCopy),
      command: { type: 'NotFound', branch: mainBranch, day: day('2026-01-06') },
    } as never)
    expect(firstOf(library)).toMatchObject({ _tag: 'Missing' })
    expect(placeTagOf(library, 1)).toBe('Waiting')
  })
})

describe('the pick-up branch of a reservation changes on the way of its copy', () => {
  it('before it was fetched from the shelf: the scan sends it to the new branch', () => {
    const library = libraryAfter(acquireCommand(firstCopy), reserveCommand(1, anna), moveTo(branchAtHarbour))
    expect(firstOf(library)).toMatchObject({ _tag: 'OnPullList', isRedirected: false })
    library.execute(takeBackCommand(firstCopy))
    expect(firstOf(library)).toMatchObject({ _tag: 'InTransit', to: branchAtHarbour })
  })

  it('in transit: it is sent on from where it arrives', () => {
    const library = libraryAfter(acquireCommand(firstCopy), reserveCommand(1, anna, branchAtHarbour))
    library.execute(takeBackCommand(firstCopy))
    library.execute(moveTo(mainBranch))
    expect(firstOf(library)).toMatchObject({ _tag: 'InTransit', to: branchAtHarbour })
    library.execute(takeBackCommand(firstCopy, branchAtHarbour))
    expect(firstOf(library)).toMatchObject({ _tag: 'InTransit', to: mainBranch })
    library.execute(takeBackCommand(firstCopy))
    expect(firstOf(library)).toMatchObject({ _tag: 'ReadyForPickUp', branch: mainBranch })
  })
})
