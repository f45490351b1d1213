import {
  listSchema,
  patternSchema,
  policyObjectSchema,
  policyTextSchema,
  wholeNumberSchema,
} from './policy-schema-node'

const coordinate = (name: string) =>
  patternSchema(
    `the coordinate ${name} of the public key, a point of the curve P-256`,
    '43 characters of base64url',
    '^[A-Za-z0-9_-]{43}$',
  )

/** How debts are passed on for collection. */
export const collectionPolicySchema = policyObjectSchema(
  'how debts are passed on for collection (inddrivelse)',
  {},
  {
    daysToPay: wholeNumberSchema('days to pay after the written notice, before a debt may be passed on', 1, 365),
    recipients: listSchema(
      'who collects debts for the library: one, or [] when nobody does',
      policyObjectSchema('a recipient', {
        name: policyTextSchema('the recipient, as the record of disclosures names it', 200),
        basis: policyTextSchema('the law or agreement on which debts are passed on', 500),
        keyId: policyTextSchema('which of its keys it is, as the recipient names it', 100),
        publicKey: policyObjectSchema('the public key of the recipient (JWK, RFC 7517)', {
          x: coordinate('x'),
          y: coordinate('y'),
        }),
      }),
      0,
      1,
    ),
  },
)
