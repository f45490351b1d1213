import { patternSchema, policyObjectSchema, policyTextSchema } from './policy-schema-node'

const contactSchema = (who: string) =>
  policyObjectSchema(
    who,
    {},
    {
      name: policyTextSchema('the name', 200),
      address: policyTextSchema('the postal address', 300),
      phone: policyTextSchema('the phone number', 50),
      email: patternSchema('the e-mail address', 'an e-mail address', '^[^@\\s]{1,64}@[^@\\s]{1,190}$'),
      website: patternSchema(
        'a page that says more',
        'an address that begins with https://',
        '^https://[^\\s"<>]{1,300}$',
      ),
    },
  )

/** Whom borrowers ask about their data. The pages of the site show what is given. */
export const contactsSchema = policyObjectSchema(
  'whom borrowers ask about their data, as the pages of the site show it',
  {},
  {
    controller: contactSchema('the municipality that answers for the data (dataansvarlig)'),
    dataProtectionOfficer: contactSchema('the data protection officer (databeskyttelsesrådgiver)'),
    supervisoryAuthority: contactSchema('the authority that takes complaints; by default Datatilsynet'),
  },
)
