import type { CopyOnShelf, CopyState } from '../copy/state'
import type { CopyId, SetAsideId } from '../values/ids'
import { copiesReservedFor, reservationsWithCopyAmong } from './copies-for-reservations'
import { followUpToCopy, type FollowUp } from './follow-up'
import { freeCopiesAmong, mayServe, placesWithoutCopy, type PlaceToServe, type ServingFacts } from './free-copies'
import { pickUpNumberFrom } from './pick-up-number'
import type { DeriveStepId } from './reaction'

const isOnPullList = ({ _tag }: CopyState): boolean => _tag === 'OnPullList'

/**
 * The first place that a scanned copy serves. A place whose copy has not been fetched yet is served when the scanned copy
 * stands at its pick-up branch: it is ready at once.
 */
const findPlaceFor =
  (facts: ServingFacts) =>
  (scanned: CopyOnShelf): PlaceToServe | undefined => {
    const copies = facts.copiesIfQueued
    const withCopyToFetch = reservationsWithCopyAmong(copies.filter(isOnPullList))
    return placesWithoutCopy(facts)(copies.filter((copy) => !isOnPullList(copy))).find(
      (place) =>
        mayServe(facts)(place)(scanned) &&
        (place.pickUpBranch === scanned.branch || !withCopyToFetch.has(place.reservation)),
    )
  }

/** Takes the copies that were to be fetched for a reservation off their pull lists. */
const takeOffPullLists =
  ({ copiesIfQueued }: ServingFacts) =>
  ({ reservation }: PlaceToServe): ReadonlyArray<FollowUp> =>
    copiesReservedFor(reservation)(copiesIfQueued.filter(isOnPullList)).map(({ item, setAside }) =>
      followUpToCopy(item.copy, { type: 'ReleaseSetAside', setAside }),
    )

/** Sets a copy that was just scanned aside for the next in the queue, when there is one. */
export const reserveScannedCopy =
  (facts: ServingFacts, deriveId: DeriveStepId) =>
  (copy: CopyId): ReadonlyArray<FollowUp> => {
    const scanned = freeCopiesAmong(facts.copiesIfQueued).find(({ item }) => item.copy === copy)
    const place = scanned && findPlaceFor(facts)(scanned)
    if (place === undefined) return []
    const { borrower, reservation, pickUpBranch } = place
    return [
      followUpToCopy(copy, {
        type: 'SetAside',
        setAside: deriveId(`set aside ${copy}`) as SetAsideId,
        borrower,
        reservation,
        pickUpBranch,
        pickUpNumber: pickUpNumberFrom(deriveId(`pick-up number ${copy}`)),
        at: facts.now,
      }),
      ...takeOffPullLists(facts)(place),
    ]
  }
