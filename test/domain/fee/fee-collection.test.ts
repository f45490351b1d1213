import type { FeeCommand } from '../../../domain/fee/decide-fee-command'
import { CollectionNoticeRequested } from '../../../domain/fee/events/collection-notice-requested'
import { CollectionNoticeSent } from '../../../domain/fee/events/collection-notice-sent'
import { DebtRenewed } from '../../../domain/fee/events/debt-renewed'
import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeePassedOnForCollection } from '../../../domain/fee/events/fee-passed-on-for-collection'
import { FeeRecalledFromCollection } from '../../../domain/fee/events/fee-recalled-from-collection'
import { FeeSelectedForCollection } from '../../../domain/fee/events/fee-selected-for-collection'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { feeDecider } from '../../../domain/fee/fee-decider'
import type { CollectionFileId } from '../../../domain/values/ids'
import { exampleFeeLevied, feeId } from '../../fixtures/example-fees'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const fee = feeId(1)
const [file, otherFile] = [numberedUuid(700) as CollectionFileId, numberedUuid(701) as CollectionFileId]
const on = day('2026-04-01')
const byStaff = { reason: 'Aftale', role: 'staff' } as const
const past = given(feeDecider)

const requested = CollectionNoticeRequested({ fee }, { fee: { borrower: anna, requestedOn: on, role: 'staff' } })
const sent = CollectionNoticeSent(
  { fee },
  { fee: { borrower: anna, noticeSentOn: day('2026-04-02'), payBy: day('2026-04-16') } },
)
const selectedFor = (id: CollectionFileId, selectedOn = day('2026-04-17')) =>
  FeeSelectedForCollection({ fee }, { fee: { borrower: anna, file: id, selectedOn } })
const passedOn = FeePassedOnForCollection({ fee }, { fee: { borrower: anna, file, passedOnOn: day('2026-04-18') } })
const recalled = FeeRecalledFromCollection({ fee }, { fee: { borrower: anna, recalledOn: on, ...byStaff } })

const request: FeeCommand = { type: 'RequestCollectionNotice', fee, role: 'staff', on }
const recordSent: FeeCommand = { type: 'RecordCollectionNoticeSent', fee, sentOn: day('2026-04-02'), daysToPay: 14 }
const selectOn = (text: string, id = file): FeeCommand => ({
  type: 'SelectForCollection',
  fee,
  file: id,
  on: day(text),
})
const passOn = (id = file): FeeCommand => ({ type: 'PassOnForCollection', fee, file: id, on: day('2026-04-18') })
const recall: FeeCommand = { type: 'RecallFromCollection', fee, on, ...byStaff }

const owed = past(exampleFeeLevied())
const noticeRequested = past(exampleFeeLevied(), requested)
const noticeSent = past(exampleFeeLevied(), requested, sent)
const selected = past(exampleFeeLevied(), requested, sent, selectedFor(file))
const atCollector = past(exampleFeeLevied(), requested, sent, selectedFor(file), passedOn)

describe('the collection of a fee', () => {
  it('begins with one notice', () => {
    owed.when(request).thenHappens(requested)
    noticeRequested.when(request).thenRefused({ _tag: 'CollectionHasBegun' })
  })

  it('counts the days to pay from the day on which the notice went out', () => {
    noticeRequested.when(recordSent).thenHappens(sent)
    noticeSent.when(recordSent).thenHappens()
    owed.when(recordSent).thenHappens()
  })

  it.each(['2026-04-03', '2026-04-16'])('does not select it on %s, before its days to pay are over', (text) => {
    noticeSent.when(selectOn(text)).thenRefused({ _tag: 'FeeIsNotReadyForCollection' })
  })

  it('does not select it without a notice that went out', () => {
    owed.when(selectOn('2026-06-01')).thenRefused({ _tag: 'FeeIsNotReadyForCollection' })
    noticeRequested.when(selectOn('2026-06-01')).thenRefused({ _tag: 'FeeIsNotReadyForCollection' })
  })

  it('selects it for the next file until one was handed out', () => {
    noticeSent.when(selectOn('2026-04-17')).thenHappens(selectedFor(file))
    selected.when(selectOn('2026-04-17', otherFile)).thenHappens(selectedFor(otherFile))
    atCollector.when(selectOn('2026-05-01')).thenRefused({ _tag: 'FeeIsNotReadyForCollection' })
  })

  it('passes it on with the last file that has it, once', () => {
    selected.when(passOn()).thenHappens(passedOn)
    selected.when(passOn(otherFile)).thenRefused({ _tag: 'FeeIsNotInCollectionFile' })
    noticeSent.when(passOn()).thenRefused({ _tag: 'FeeIsNotInCollectionFile' })
    atCollector.when(passOn()).thenHappens()
  })

  it('ends when staff take it back, and then begins with another notice', () => {
    atCollector.when(recall).thenHappens(recalled)
    noticeRequested.when(recall).thenHappens(recalled)
    owed.when(recall).thenRefused({ _tag: 'FeeIsNotCollected' })
    past(exampleFeeLevied(), requested, sent, recalled)
      .when(selectOn('2026-06-01'))
      .thenRefused({ _tag: 'FeeIsNotReadyForCollection' })
  })
})

describe('a fee at the collector', () => {
  it.each([selected, atCollector])('is changed by staff only after a recall, and by rules all the same', (state) => {
    const cancel = { type: 'CancelFee', fee, on, because: 'copy found', reason: null } as const
    state.when({ ...cancel, role: 'staff' }).thenRefused({ _tag: 'FeeIsPassedOn' })
    state.when({ type: 'WriteOffFee', fee, on, ...byStaff }).thenRefused({ _tag: 'FeeIsPassedOn' })
    state
      .when({ ...cancel, role: 'system' })
      .thenHappens(
        FeeCancelled({ fee }, { fee: { borrower: anna, because: 'copy found', reason: null, role: 'system' } }),
        FeeSettled({ fee, settledOn: on }, {}),
      )
  })
})

describe('a debt', () => {
  const renewTo = (text: string): FeeCommand => ({ type: 'RenewDebt', fee, owedUntil: day(text), on, ...byStaff })
  const renewed = DebtRenewed(
    { fee, owedUntil: day('2029-04-01') },
    { fee: { borrower: anna, renewedOn: on, ...byStaff } },
  )

  it('is owed until a later day when it is renewed, and a renewal to no later day changes nothing', () => {
    owed.when(renewTo('2029-04-01')).thenHappens(renewed)
    owed.when(renewTo('2029-03-10')).thenHappens()
    past(exampleFeeLevied(), renewed).when(renewTo('2029-04-01')).thenHappens()
  })
})
