import { enumSchema, policyObjectSchema } from './policy-schema-node'

/** The JSON Schema of what a library lets be held. */
export const legalHoldSchema = policyObjectSchema(
  'what may be kept beyond its day, because a case needs it',
  {},
  {
    recordings: enumSchema('whether recordings are held for a concrete dispute with a borrower, who is told of it', [
      'never',
      'forDisputes',
    ]),
  },
)
