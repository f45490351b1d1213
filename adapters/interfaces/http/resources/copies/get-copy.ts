import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../../../../../domain/copy/aggregate'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { copyById } from '../../../../../projections/copies/queries'
import type { Copy } from '../../../../../projections/copies/rows'
import { read } from '../../route/define'
import { found } from '../ready'
import { taggedRows } from '../tagged-rows'
import { CopyPath, CopyView } from './views'

/** What and where a copy is; who has it is for staff alone. */
export const getCopy = read({
  path: '/copies/:copy',
  name: 'readCopy',
  about: 'A copy (eksemplar) and where it is',
  area: 'Catalogue',
  roles: 'anyone',
  params: CopyPath,
  answer: CopyView,
  handle: ({ params: { copy }, system }) =>
    pipe(
      taggedRows(system)(copyAggregate(system.library.policy), copy),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(found<Copy>(refused({ _tag: 'CopyIsUnknown' }))(copyById(copy)(rows))),
      ),
      TE.map(({ etag, body }) => ({ etag, body })),
    ),
})
