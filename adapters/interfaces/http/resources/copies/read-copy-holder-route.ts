import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { copyWithHolder, type CopyWithHolder } from '../../../../../projections/copies/copy-queries'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { deadlineToday } from '../deadline-today'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { CopyPathParameters, CopyHolderAnswer } from './copy-answer-codecs'

export const readCopyHolderRoute = defineReadRoute({
  path: '/copies/:copy/holder',
  name: 'readCopyHolder',
  summary: 'Read who has a copy on loan, or for whom it is reserved',
  tag: 'Collection',
  roles: staffAndAuditors,
  params: CopyPathParameters,
  answer: CopyHolderAnswer,
  handle: ({ params: { copy }, library }) =>
    pipe(
      copyWithHolder(deadlineToday(library))(copy)(library.rows),
      requireFound<CopyWithHolder>(commandRefused({ _tag: 'CopyIsUnknown' })),
      E.map(({ copy: { status }, loan, reservedFor }) => ({
        copy,
        status,
        loan: loan ?? null,
        reservedFor: reservedFor ?? null,
      })),
      E.map(answerWithBody),
      TE.fromEither,
    ),
})
