import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../../../../../domain/copy/copy-aggregate'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { copyById } from '../../../../../projections/copies/copy-queries'
import type { CopyRow } from '../../../../../projections/copies/copies-table'
import { defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { readRowsAndEtag } from '../rows-and-etag'
import { CopyPathParameters, CopyAnswer } from './copy-answer-codecs'

/** A copy and where it is. Only staff see who has it. */
export const readCopyRoute = defineReadRoute({
  path: '/copies/:copy',
  name: 'readCopy',
  headers: ['ETag'],
  summary: 'Read a copy (eksemplar) and where it is',
  tag: 'Catalogue',
  roles: 'anyone',
  params: CopyPathParameters,
  answer: CopyAnswer,
  handle: ({ params: { copy }, library }) =>
    pipe(
      readRowsAndEtag(library)(copyAggregate(library.useCaseDependencies.policy), copy),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(requireFound<CopyRow>(commandRefused({ _tag: 'CopyIsUnknown' }))(copyById(copy)(rows))),
      ),
      TE.map(({ etag, body }) => ({ etag, body })),
    ),
})
