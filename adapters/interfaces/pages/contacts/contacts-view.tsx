import type { JSX } from 'preact'
import type { Contacts } from '../../../../domain/policy/contacts'
import { useText } from '../layout/page-frame'
import { ContactDetails, isNamed } from './contact-details'
import { contactsTexts as texts } from './contacts-texts'

const people = ['controller', 'dataProtectionOfficer', 'supervisoryAuthority'] as const

/** Whom to write to about one's data, with a warning against CPR numbers in ordinary mail. */
export const ContactsView = ({ contacts }: { readonly contacts: Contacts }): JSX.Element => {
  const text = useText()
  return (
    <>
      <div class="alert alert-warning">
        <p class="alert-heading">{text(texts.cprWarning)}</p>
        <p class="alert-text">{text(texts.cprWarningText)}</p>
      </div>
      {people.map((person) => (
        <section aria-labelledby={person}>
          <h2 id={person}>{text(texts[person])}</h2>
          <p>{text(texts[`${person}Text`])}</p>
          {isNamed(contacts[person]) ? <ContactDetails contact={contacts[person]} /> : <p>{text(texts.notNamed)}</p>}
        </section>
      ))}
    </>
  )
}
