import type { JSX } from 'preact'
import { isEmailUnverified, type KnownContact } from '../contact/contact-details'
import { DayText } from '../formatting/day-text'
import { useText } from '../layout/page-frame'
import { DataSection, Value } from '../staff/data-section'
import type { BorrowerRecordProps } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** Contact details as a list of values. */
export const ContactValues = (known: KnownContact): JSX.Element => {
  const text = useText()
  const { careOf, address, phones, mobileForNotices, emails, emailForNotices } = known.contact
  const none = text(texts.none)
  return (
    <>
      <Value title={texts.careOf}>{careOf ?? none}</Value>
      <Value title={texts.address}>{address ?? none}</Value>
      <Value title={texts.phones}>{phones.length === 0 ? none : phones.join(', ')}</Value>
      <Value title={texts.mobileForNotices}>{mobileForNotices ?? none}</Value>
      <Value title={texts.emails}>{emails.length === 0 ? none : emails.join(', ')}</Value>
      <Value title={texts.emailForNotices}>
        {emailForNotices ?? none}
        {isEmailUnverified(known) ? <strong> ({text(texts.notVerified)})</strong> : null}
      </Value>
    </>
  )
}

/** How the library reaches a borrower, when they are away, and who answers for them. */
export const ContactSection = ({
  contact,
  verifiedEmails,
  absence,
  guardianName,
}: Pick<BorrowerRecordProps, 'contact' | 'verifiedEmails' | 'absence' | 'guardianName'>): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="phones" heading={texts.contact}>
      <dl class="value-list">
        {contact === undefined ? null : <ContactValues contact={contact} verifiedEmails={verifiedEmails} />}
        {absence === undefined ? null : (
          <Value title={texts.absence}>
            <DayText day={absence.from} /> {text(texts.until)}{' '}
            {absence.until === null ? '…' : <DayText day={absence.until} />}
          </Value>
        )}
        {guardianName === undefined ? null : (
          <Value title={texts.guardian}>{guardianName ?? text(texts.protectedName)}</Value>
        )}
      </dl>
    </DataSection>
  )
}
