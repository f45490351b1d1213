import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { confirmCollectionFile } from '../../../../../domain/use-cases/confirm-collection-file'
import { makeCollectionFile } from '../../../../../domain/use-cases/make-collection-file'
import { CollectionFileId } from '../../../../../domain/values/ids'
import { operatorsOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'

export const makeCollectionFileRoute = defineCommandRoute({
  method: 'post',
  path: '/collection-files',
  name: 'makeCollectionFile',
  summary:
    'Make a file of all fees and bills that are ready for collection, encrypted to its recipient; it is not kept, and its fees are passed on when it is confirmed that it was handed out',
  tag: 'Administration',
  roles: operatorsOnly,
  status: 201,
  answer: objectCodec('CollectionFile', { file: CollectionFileId, debts: CountCodec, text: t.string }),
  handle: ({ library }) =>
    pipe(
      makeCollectionFile(library.useCaseDependencies),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(answerWithBody),
    ),
})

export const confirmCollectionFileRoute = defineCommandRoute({
  method: 'post',
  path: '/collection-files/:file/handed-out',
  name: 'confirmCollectionFile',
  summary: 'Confirm that a file to the collector was handed out: its fees and bills are passed on for collection',
  tag: 'Administration',
  roles: operatorsOnly,
  params: objectCodec('CollectionFilePath', { file: CollectionFileId }),
  answer: objectCodec('CollectionFileHandedOut', { file: CollectionFileId, passedOn: CountCodec }),
  handle: ({ params: { file }, library }) =>
    pipe(
      confirmCollectionFile(library.useCaseDependencies)(file),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ passedOn }) => answerWithBody({ file, passedOn })),
    ),
})
