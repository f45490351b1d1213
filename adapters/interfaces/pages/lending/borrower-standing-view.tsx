import type { JSX } from 'preact'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { Text, useText } from '../layout/page-frame'
import { valueText } from '../personal-data/value-texts'
import { ForgottenByPromise, Value } from '../staff/data-section'
import type { BorrowerAtLending } from './lending'
import { lendingTexts as texts } from './lending-texts'

type Title = (typeof texts)[keyof typeof texts]

const Forgotten = ({ when }: { readonly when: Title }): JSX.Element => (
  <span class="forgotten-on">
    <Text of={when} />
  </span>
)

const Blocks = ({ blocks, blockedForDebtSince }: BorrowerAtLending): JSX.Element | null => {
  const text = useText()
  const shown = [
    ...blocks.map(({ reason, since }) => ({
      ...{ since, why: valueText('block', 'reason', reason), forgotten: texts.blockForgotten },
    })),
    ...(blockedForDebtSince === null
      ? []
      : [{ since: blockedForDebtSince, why: texts.debtBlock, forgotten: texts.owedForgotten }]),
  ]
  return shown.length === 0 ? null : (
    <Value title={texts.blocks}>
      {shown.map(({ since, why, forgotten }) => (
        <p>
          <strong>{why === undefined ? null : text(why)}</strong> {text(texts.since)} <DayText day={since} />{' '}
          <Forgotten when={forgotten} />
        </p>
      ))}
    </Value>
  )
}

const Ready = ({ ready }: Pick<BorrowerAtLending, 'ready'>): JSX.Element | null => {
  const text = useText()
  return ready.length === 0 ? null : (
    <Value title={texts.ready}>
      {ready.map(({ name, pickUpNumber }) => (
        <p>
          {name} {pickUpNumber === null ? null : `${text(texts.pickUpNumber)} ${pickUpNumber}`}{' '}
          <Forgotten when={texts.reservationForgotten} />
        </p>
      ))}
    </Value>
  )
}

/** What lending needs to know of a borrower. Of the name it is a short form. */
export const BorrowerStandingView = (borrower: BorrowerAtLending): JSX.Element => {
  const { number, shortName, loans, today, owed, noteToBorrower } = borrower
  const text = useText()
  const overdue = loans.filter(({ dueOn }) => dueOn < today).length
  return (
    <dl class="value-list" id="borrower-standing" data-scan-region="">
      <Value title={texts.shortName}>
        {shortName === null ? text(texts.nameIsProtected) : <strong>{shortName}</strong>}
        <ForgottenByPromise kind="name" />
      </Value>
      <Value title={texts.borrowerNumber}>{number}</Value>
      <Value title={texts.onLoan}>
        {loans.length}
        {overdue === 0 ? null : ` (${text(texts.overdue)} ${String(overdue)})`}
      </Value>
      <Value title={texts.owed}>
        <AmountText amount={owed} /> {owed === 0 ? null : <Forgotten when={texts.owedForgotten} />}
      </Value>
      <Blocks {...borrower} />
      <Ready {...borrower} />
      {noteToBorrower === null ? null : <Value title={texts.noteToBorrower}>{noteToBorrower}</Value>}
    </dl>
  )
}
