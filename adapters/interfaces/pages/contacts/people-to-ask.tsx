import type { JSX } from 'preact'
import { useFrame, useText } from '../layout/page-frame'
import { ContactDetails, isNamed } from './contact-details'
import { contactsTexts } from './contacts-texts'

const people = ['controller', 'dataProtectionOfficer', 'supervisoryAuthority'] as const

/** Who answers for the data, whom to ask, and where to complain. */
export const PeopleToAsk = (): JSX.Element => {
  const { contacts } = useFrame()
  const text = useText()
  return (
    <div class="people-to-ask">
      {people
        .filter((person) => isNamed(contacts[person]))
        .map((person) => (
          <div>
            <strong>{text(contactsTexts[person])}</strong>
            <ContactDetails contact={contacts[person]} />
          </div>
        ))}
    </div>
  )
}
