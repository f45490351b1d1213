import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { CopyMissing } from '../../../domain/copy/events/copy-missing'
import { UnlentReturnRecorded } from '../../../domain/copy/events/unlent-return-recorded'
import { addToCopyHistory, emptyCopyHistory } from '../../../domain/copy/history/copy-history'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Instant } from '../../../domain/values/instant'
import { copyEventMetadata } from '../../fixtures/copy-event-metadata'
import { copyReadyAtHarbour, copySentToHarbour, copySetAsideForAnna } from '../../fixtures/example-copy-events'
import {
  branchAtHarbour as branch,
  day,
  exampleCopyAcquired,
  firstCopy,
  firstTitle,
  mainBranch,
  noon,
  unmatchedId,
} from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { offlineReturnOfFirstCopy } from '../../fixtures/offline-commands'

const scannedAtNoon = UnlentReturnRecorded(
  { unmatched: unmatchedId(1), copy: firstCopy },
  { unmatched: { returnedAt: noon('2026-03-02'), branch: mainBranch } },
)
const missing = CopyMissing({ copy: firstCopy, title: firstTitle, branch, missedOn: day('2026-03-02') }, {})

/** The events of a return that a machine at the main branch took on 2 March 2026. All else was recorded on that day. */
const eventsOfReturn = (at: string, past: ReadonlyArray<CopyEvent>) => {
  const history = past
    .map((event, revision) => ({ ...event, metadata: copyEventMetadata(revision, '2026-03-02') }))
    .reduce(addToCopyHistory, emptyCopyHistory)
  return given(copyDecider(defaultLibraryPolicy))(...past)
    .when({
      ...{ ...offlineReturnOfFirstCopy, unmatched: unmatchedId(2), branch: mainBranch, history },
      at: `2026-03-02T${at}:00.000Z` as Instant,
    })
    .events()
    .map(({ type }) => type)
}

const setAside = [exampleCopyAcquired(), scannedAtNoon, copySetAsideForAnna]
const inTransit = [...setAside, copySentToHarbour]
const ready = [...inTransit, copyReadyAtHarbour]

describe('a return that a machine sends of a copy which was reserved on the same day', () => {
  it.each([
    ['is ready at another branch', ready],
    ['is in transit', inTransit],
    ['is set aside', setAside],
  ])('is its last scan when it was later, also when the copy %s', (_where, past) => {
    expect(eventsOfReturn('15:00', past)).toEqual(['CopyHandedIn', 'UnlentReturnRecorded'])
  })

  it.each([
    ['when it was earlier than the last scan', '11:00', ready],
    ['when nobody knows the moment of the last scan', '15:00', ready.filter((event) => event !== scannedAtNoon)],
    ['when the copy was found missing that day', '15:00', [...ready, missing]],
  ])('leaves the copy where it is %s', (_when, at, past) => {
    expect(eventsOfReturn(at, past)).toEqual(['UnlentReturnRecorded'])
  })
})
