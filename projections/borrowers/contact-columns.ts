import type { ContactDetails } from '../../domain/borrower/contact-details'

/** Contact details as columns of a row; phones are a JSON list. */
export type ContactColumns = Omit<ContactDetails, 'phones'> & { readonly phones: string }

export const toContactColumns = ({ phones, ...rest }: ContactDetails): ContactColumns => ({
  ...rest,
  phones: JSON.stringify(phones),
})

export const fromContactColumns = (columns: ContactColumns): ContactDetails => {
  const { careOf, address, phones, mobileForNotices, email } = columns
  return { careOf, address, phones: JSON.parse(phones) as ReadonlyArray<string>, mobileForNotices, email }
}
