import type { JSX } from 'preact'
import type { Contact } from '../../../../domain/policy/contacts'

/** How somebody is reached: the parts that the policy names, each on its line. */
export const ContactDetails = ({ contact }: { readonly contact: Contact }): JSX.Element => {
  const { name, address, phone, email, website } = contact
  return (
    <address class="contact">
      {name === undefined ? null : <span>{name}</span>}
      {address === undefined ? null : <span>{address}</span>}
      {phone === undefined ? null : <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}
      {email === undefined ? null : <a href={`mailto:${email}`}>{email}</a>}
      {website === undefined ? null : (
        <a href={website} rel="noreferrer">
          {website.replace('https://', '')}
        </a>
      )}
    </address>
  )
}

/** Whether the policy names anything of somebody. */
export const isNamed = (contact: Contact): boolean => Object.keys(contact).length > 0
