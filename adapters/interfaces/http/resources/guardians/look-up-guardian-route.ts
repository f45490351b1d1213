import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { GuardianshipId } from '../../../../../domain/values/ids'
import { guardianshipsOfCpr } from '../../../../../projections/guardians/guardian-queries'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CprAsWritten, normalizeCpr } from '../../codecs/text-pattern-codecs'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { readCaughtUpRows } from '../read-caught-up-rows'

/** A POST, so that no number stands in an address. It writes nothing. */
export const lookUpGuardianRoute = defineCommandRoute({
  method: 'post',
  path: '/guardians/look-up',
  name: 'lookUpGuardian',
  summary:
    'Find the guardianships of a person by CPR number, one for each child: for the issuer of tokens, at log-in by national identity',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  body: objectCodec('GuardianLookUp', { cpr: CprAsWritten }),
  answer: objectCodec('GuardianshipsFound', {
    guardianships: personalValueCodec('guardian')(listCodec(GuardianshipId)),
  }),
  handle: ({ body: { cpr }, library }) =>
    pipe(
      readCaughtUpRows(library),
      TE.map(guardianshipsOfCpr(normalizeCpr(cpr))),
      TE.map((guardianships) => answerWithBody({ guardianships })),
    ),
})
