import type { JSX } from 'preact'
import { formatDay } from '../formatting/format-values'
import { usePageLanguage } from '../formatting/page-language'
import { useFrame, useText } from '../layout/page-frame'
import { ScannedCopyOutcome } from '../returns/scanned-copy-outcome'
import { useWorkplaceHref } from '../staff/workplace'
import { isReasonWrong } from '../staff/override/override-field'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanOutcome } from '../staff/scan/scan-outcome'
import { ScanResults } from '../staff/scan/scan-results'
import { BorrowerStandingView } from './borrower-standing-view'
import type { BorrowerAtLending, LendingOutcome, LendingProps } from './lending'
import { lendingTexts as texts } from './lending-texts'
import { LoansAtLending } from './loans-at-lending'
import { RefusedLoan } from './refused-loan'

const wordsByKind = { lent: texts.lentUntil, renewed: texts.renewedUntil, lentToday: texts.lentToday } as const

const LendingOutcomeView = ({ kind, copy, name, dueOn, wasReservedForAnother }: LendingOutcome): JSX.Element => {
  const text = useText()
  const language = usePageLanguage()
  return (
    <ScanOutcome
      kind={kind === 'lent' ? 'accept' : 'attention'}
      words={`${text(wordsByKind[kind])}${dueOn === null ? '' : ` ${formatDay(language, dueOn)}`}`}
    >
      <p>
        {name} <span class="outcome-code">{copy}</span>
      </p>
      {wasReservedForAnother ? (
        <div class="alert alert-warning">
          <p class="alert-text">{text(texts.wasReserved)}</p>
        </div>
      ) : null}
    </ScanOutcome>
  )
}

const Outcome = (outcome: NonNullable<LendingProps['outcome']>): JSX.Element =>
  'undone' in outcome ? (
    <ScannedCopyOutcome {...outcome.undone} note={texts.undone} />
  ) : (
    <LendingOutcomeView {...outcome} />
  )

/** Says at once that nothing can be lent, before a copy is scanned. */
const BlockedNow = ({ blocks, blockedForDebtSince }: BorrowerAtLending): JSX.Element | null => {
  const text = useText()
  const { refused } = useFrame()
  if (refused !== undefined) return <RefusedLoan />
  return blocks.length === 0 && blockedForDebtSince === null ? null : (
    <ScanOutcome kind="refuse" words={text(texts.isBlocked)} />
  )
}

const Links = ({ borrower }: Pick<BorrowerAtLending, 'borrower'>): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <p class="staff-links">
      <a href={workplaceHref('/skranke/laan')}>{text(texts.nextBorrower)}</a>
      <a href={workplaceHref(`/skranke/laaner/${borrower}`)}>{text(texts.openRecord)}</a>
      <a href={workplaceHref(`/skranke/kvittering/${borrower}`)}>{text(texts.printReceipt)}</a>
    </p>
  )
}

/** The field of the next copy. Where a reason is wrong, the reason has the focus. */
const CopyForm = (): JSX.Element => {
  const { refused } = useFrame()
  return (
    <ScanForm
      {...{ name: 'lend', label: texts.scanCopy, hint: texts.scanCopyHint }}
      hasFocus={refused === undefined || !isReasonWrong(refused.problem)}
      sent="in-order"
    />
  )
}

/** Lending: first the card, then one copy after another. */
export const LendingView = ({ borrower, outcome }: LendingProps): JSX.Element =>
  borrower === undefined ? (
    <>
      <ScanForm name="borrower" label={texts.scanCard} hint={texts.scanCardHint} sent="in-order" />
      <ScanResults latest={null} />
    </>
  ) : (
    <>
      <CopyForm />
      <ScanResults latest={outcome === undefined ? <BlockedNow {...borrower} /> : <Outcome {...outcome} />}>
        <BorrowerStandingView {...borrower} />
      </ScanResults>
      <LoansAtLending {...borrower} />
      <Links {...borrower} />
    </>
  )
