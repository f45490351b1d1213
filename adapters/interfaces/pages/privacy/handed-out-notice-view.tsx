import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerInHead } from '../borrower-record/borrower-head'
import { RecordTabs } from '../borrower-record/record-tabs'
import { DayText } from '../formatting/day-text'
import { InLanguage } from '../layout/in-language'
import { Text, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { useWorkplace } from '../staff/workplace'
import { PrivacyNotice } from './privacy-notice'
import { handedOutNoticeTexts as texts } from './handed-out-notice-texts'
import { privacyTexts } from './privacy-texts'

interface HandedOutNoticeProps {
  readonly head: BorrowerInHead
  /** That of the messages to the borrower. */
  readonly language: MessageLanguage
  readonly today: Day
  /** Whether somebody answers for the borrower, who gets the notice too. */
  readonly hasGuardian: boolean
}

/** Where and when the notice was handed out. */
const HandedOut = ({ today }: Pick<HandedOutNoticeProps, 'today'>): JSX.Element => {
  const { name } = useWorkplace()
  return (
    <p>
      <strong>
        <Text of={texts.handedOut} />: <Text of={name} />, <DayText day={today} />
      </strong>
    </p>
  )
}

/** The privacy notice in the language of the borrower, for staff to print and hand out. The notice alone is printed. */
export const HandedOutNoticeView = ({ head, language, today, hasGuardian }: HandedOutNoticeProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <RecordTabs {...head} />
      <p>{text(hasGuardian ? texts.toBoth : texts.toBorrower)}</p>
      <p>
        <PrintButton kind="primary" hasFocus />
      </p>
      <InLanguage language={language} className="print-alone">
        <h2>
          <Text of={privacyTexts.title} />
        </h2>
        <HandedOut today={today} />
        <p class="data-lead">
          <Text of={privacyTexts.lead} />
        </p>
        <PrivacyNotice />
      </InLanguage>
    </>
  )
}
