import type { ContactDetails } from '../../domain/borrower/contact-details'

/** Contact details as columns of a row; phones and e-mails are JSON lists. */
export type ContactColumns = Omit<ContactDetails, 'phones' | 'emails'> & {
  readonly phones: string
  readonly emails: string
}

export const toContactColumns = ({ phones, emails, ...rest }: ContactDetails): ContactColumns => ({
  ...rest,
  phones: JSON.stringify(phones),
  emails: JSON.stringify(emails),
})

const listOf = (column: string): ReadonlyArray<string> => JSON.parse(column) as ReadonlyArray<string>

export const fromContactColumns = (columns: ContactColumns): ContactDetails => {
  const { careOf, address, phones, mobileForNotices, emails, emailForNotices } = columns
  return { careOf, address, phones: listOf(phones), mobileForNotices, emails: listOf(emails), emailForNotices }
}
