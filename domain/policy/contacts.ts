/** How somebody is reached who answers for personal data. What the policy does not name is not shown. */
export interface Contact {
  readonly name?: string
  readonly address?: string
  readonly phone?: string
  readonly email?: string
  /** Begins with `https://`. */
  readonly website?: string
}

/** Whom borrowers ask about their data (GDPR Articles 13 and 14). */
export interface Contacts {
  /** The municipality: it decides what the library holds (dataansvarlig). */
  readonly controller: Contact
  /** Databeskyttelsesrådgiver. */
  readonly dataProtectionOfficer: Contact
  /** Who takes complaints (GDPR Article 77). */
  readonly supervisoryAuthority: Contact
}

/** Nobody is named but the Danish authority, as it names itself on its website. */
export const defaultContacts: Contacts = {
  controller: {},
  dataProtectionOfficer: {},
  supervisoryAuthority: {
    name: 'Datatilsynet',
    address: 'Carl Jacobsens Vej 35, 2500 Valby',
    phone: '33 19 32 00',
    email: 'dt@datatilsynet.dk',
    website: 'https://www.datatilsynet.dk',
  },
}
