import { listSchema, patternSchema, policyObjectSchema, policyTextSchema } from './policy-schema-node'

/** Where personal data lies and who handles it, for the report of the data protection officer. */
export const processingSchema = listSchema(
  'the places where personal data lies, and the processors who handle it for the municipality',
  policyObjectSchema('a place or a processor', {
    name: policyTextSchema('its name', 200),
    task: policyTextSchema('what lies there, or what is done there', 300),
    country: patternSchema('its country', 'two capital letters of ISO 3166-1, such as DK', '^[A-Z]{2}$'),
  }),
  0,
  100,
)
