import { isReservedCopy, type CopyOnShelf, type CopyState, type ReservedCopy } from '../copy/copy-state'
import type { CopyId, SetAsideId } from '../values/ids'
import { copiesReservedFor, reservationsOfReservedCopies } from './copies-for-reservations'
import { followUpToCopy, type FollowUp } from './follow-up'
import {
  freeCopiesAmong,
  mayReserveFreeCopyForPlace,
  queuePlacesWithoutCopy,
  type QueuePlaceToServe,
  type QueueServingFacts,
} from './free-copies'
import { computePickUpNumber } from './pick-up-number'
import type { DeriveStepId } from './reaction'
import { followUpsToRouteScannedCopy } from './follow-ups-to-route-reserved-copy'

const isOnPullList = ({ _tag }: CopyState): boolean => _tag === 'OnPullList'

/**
 * The first place that a scanned copy serves. A place whose copy has not been fetched yet is served when the scanned copy
 * stands at its pick-up branch: it is ready at once.
 */
const findPlaceFor =
  (facts: QueueServingFacts) =>
  (scanned: CopyOnShelf): QueuePlaceToServe | undefined => {
    const copies = facts.copiesIfQueued
    const withCopyToFetch = reservationsOfReservedCopies(copies.filter(isOnPullList))
    return queuePlacesWithoutCopy(facts)(copies.filter((copy) => !isOnPullList(copy))).find(
      (place) =>
        mayReserveFreeCopyForPlace(facts)(place)(scanned) &&
        (place.pickUpBranch === scanned.branch || !withCopyToFetch.has(place.reservation)),
    )
  }

/** Takes the copies that were to be fetched for a reservation off their pull lists. */
const takeOffPullLists =
  ({ copiesIfQueued }: QueueServingFacts) =>
  ({ reservation }: QueuePlaceToServe): ReadonlyArray<FollowUp> =>
    copiesReservedFor(reservation)(copiesIfQueued.filter(isOnPullList)).map(({ item, setAside }) =>
      followUpToCopy(item.copy, { type: 'ReleaseSetAside', setAside }),
    )

/** A copy that a reaction to an earlier event has put on the pull list since it was scanned. */
const findPutOnPullListSince =
  ({ copiesIfQueued }: QueueServingFacts) =>
  (copy: CopyId): ReservedCopy | undefined =>
    copiesIfQueued.filter(isReservedCopy).find(({ _tag, item }) => _tag === 'OnPullList' && item.copy === copy)

/** Sets a free copy aside for the first place that it serves. */
const setAsideForNext =
  (facts: QueueServingFacts, deriveId: DeriveStepId) =>
  (scanned: CopyOnShelf): ReadonlyArray<FollowUp> => {
    const place = findPlaceFor(facts)(scanned)
    if (place === undefined) return []
    const { copy } = scanned.item
    const { borrower, reservation, pickUpBranch } = place
    return [
      followUpToCopy(copy, {
        type: 'SetAside',
        setAside: deriveId(`set aside ${copy}`) as SetAsideId,
        borrower,
        reservation,
        pickUpBranch,
        pickUpNumber: computePickUpNumber(deriveId(`pick-up number ${copy}`)),
        at: facts.now,
      }),
      ...takeOffPullLists(facts)(place),
    ]
  }

/** Routes a copy that need not be fetched any more. When its reservation has ended, it goes to the next. */
const routeWantedCopy =
  (facts: QueueServingFacts, deriveId: DeriveStepId) =>
  (wanted: ReservedCopy): ReadonlyArray<FollowUp> => {
    const routed = followUpsToRouteScannedCopy(facts, deriveId)(wanted)
    const { item, branch } = wanted
    return routed.some(({ command }) => command.type === 'ReleaseSetAside')
      ? [...routed, ...setAsideForNext(facts, deriveId)({ _tag: 'OnShelf', item, branch })]
      : routed
  }

/**
 * Sets a copy that was just scanned aside for the next in the queue, when there is one. A copy that is on the pull list
 * by now need not be fetched.
 */
export const followUpsToSetScannedCopyAside =
  (facts: QueueServingFacts, deriveId: DeriveStepId) =>
  (copy: CopyId): ReadonlyArray<FollowUp> => {
    const wanted = findPutOnPullListSince(facts)(copy)
    if (wanted !== undefined) return routeWantedCopy(facts, deriveId)(wanted)
    const scanned = freeCopiesAmong(facts.copiesIfQueued).find(({ item }) => item.copy === copy)
    return scanned === undefined ? [] : setAsideForNext(facts, deriveId)(scanned)
  }
