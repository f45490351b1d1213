import type { IssueCard } from '../../../domain/borrower/commands/issue-card'
import type { RegisterBorrower } from '../../../domain/borrower/commands/register-borrower'
import type { ReportCardStolen } from '../../../domain/borrower/commands/report-card-stolen'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { CardIssued } from '../../../domain/borrower/events/card-issued'
import { CardReportedStolen } from '../../../domain/borrower/events/card-reported-stolen'
import { PinSet } from '../../../domain/borrower/events/pin-set'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annaBlocked,
  annaRegistered,
  annasCard,
  annasContactDetails,
  annasPerson,
  blockId,
  cardId,
  contactId,
  identityId,
  pinId,
  preferenceId,
} from '../../fixtures/example-borrowers'
import { given } from '../../fixtures/given-when-then'
import { anna, day, noon } from '../../fixtures/example-library'

const past = given(borrowerDecider(defaultLibraryPolicy))
const registered = past(annaRegistered())

const further: IssueCard = { type: 'IssueCard', borrower: anna, card: cardId(2), number: '8510000002', replaces: null }
const issued = (replaces: IssueCard['replaces']) =>
  CardIssued({ borrower: anna, card: cardId(2), replaces }, { card: { number: '8510000002' } })
const reportStolen: ReportCardStolen = {
  ...{ type: 'ReportCardStolen', borrower: anna, card: cardId(1), block: blockId(1), at: noon('2026-04-01') },
}
const stolen = CardReportedStolen({ borrower: anna, card: cardId(1) }, {})

describe('a card (LånerID)', () => {
  it('is issued beside another', () => {
    registered.when(further).thenHappens(issued(null))
  })

  it('is issued in place of another, which is then unknown', () => {
    registered.when({ ...further, replaces: cardId(1) }).thenHappens(issued(cardId(1)))
    const replaced = past(annaRegistered(), issued(cardId(1)))
    replaced.when(reportStolen).thenRefused({ _tag: 'CardIsUnknown' })
    replaced.when({ ...further, card: cardId(3), replaces: cardId(1) }).thenRefused({ _tag: 'CardIsUnknown' })
  })

  it('is switched off when it is reported stolen, and the borrower is blocked at once', () => {
    const block = BlockSet(
      { borrower: anna, block: blockId(1) },
      { block: { reason: 'O', since: day('2026-04-01'), note: null } },
    )
    registered.when(reportStolen).thenHappens(stolen, block)
  })

  it('is reported stolen once, and blocks once', () => {
    past(annaRegistered(), stolen).when(reportStolen).thenRefused({ _tag: 'CardIsUnknown' })
    past(annaRegistered(), annaBlocked(2, 'O')).when(reportStolen).thenHappens(stolen)
  })

  it('can be issued after the only one was stolen', () => {
    past(annaRegistered(), stolen).when(further).thenHappens(issued(null))
  })
})

describe('a PIN', () => {
  const first = PinSet({ borrower: anna, pin: pinId(1), replaces: null }, { pin: { hash: 'first' } })

  it('is set with the registration, when one is given', () => {
    const register: RegisterBorrower = {
      ...{ type: 'RegisterBorrower', borrower: anna, identity: identityId(1), preference: preferenceId(1) },
      ...{ contact: contactId(1), card: cardId(1), pin: pinId(1), person: annasPerson },
      ...{ contactDetails: annasContactDetails, at: noon('2026-03-10'), presentedCard: annasCard },
    }
    past()
      .when({ ...register, presentedCard: { ...annasCard, pin: 'first' } })
      .thenHappens(annaRegistered(), first)
    past().when(register).thenHappens(annaRegistered())
  })

  it('replaces the one before', () => {
    const second = PinSet({ borrower: anna, pin: pinId(2), replaces: pinId(1) }, { pin: { hash: 'second' } })
    past(annaRegistered(), first)
      .when({ type: 'SetPin', borrower: anna, pin: pinId(2), hash: 'second' })
      .thenHappens(second)
  })

  it('of nobody cannot be set', () => {
    past()
      .when({ type: 'SetPin', borrower: anna, pin: pinId(2), hash: 'x' })
      .thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})
