import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { checkAgainstSchema } from '../../../../stores/policy-file/check-against-schema'
import type { PolicySettings } from '../../../../stores/policy-file/policy-file'
import { policyValuesSchema } from '../../../../stores/policy-file/policy-schema'
import { toPolicySettings } from '../../../../stores/policy-file/to-policy-settings'
import { codecWithSchema } from '../../codecs/codec-with-schema'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { emptyObjectCodec, objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'

/** The values of a policy, in the form of a policy file. */
const PolicyValues = codecWithSchema(
  'PolicyValues',
  (u): u is PolicySettings => checkAgainstSchema(policyValuesSchema)(u).length === 0,
  { ...policyValuesSchema },
)

const PolicyAnswer = objectCodec('Policy', {
  day: Day,
  from: nullableCodec(Day),
  until: nullableCodec(Day),
  values: PolicyValues,
})

export const readPolicyRoute = defineReadRoute({
  path: '/policy',
  name: 'readPolicy',
  summary: 'Read the policy that is in force on a day (default: today): periods, limits, fees and closed days',
  tag: 'Catalogue',
  roles: 'anyone',
  query: objectCodec('PolicyQuery', emptyObjectCodec.required, { day: Day }),
  answer: PolicyAnswer,
  handle: ({ query, library: { useCaseDependencies } }) => {
    const day = query.day ?? useCaseDependencies.commandHandling.clock.today()
    const policy = useCaseDependencies.policy(day)
    return TE.right(answerWithBody({ day, ...policy.inForce, values: toPolicySettings(policy) }))
  },
})
