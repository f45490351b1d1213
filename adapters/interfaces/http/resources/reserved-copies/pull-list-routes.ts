import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy } from '../../../../../domain/use-cases/change-copy'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../../../../domain/values/ids'
import { compareShelfMarkKeys, shelfMarkKey } from '../../../../../projections/copies/shelf-mark-order'
import {
  pullListOfBranch,
  withPickUpBranchOfReservation,
  type PullListEntry,
} from '../../../../../projections/queue/pull-list-query'
import { staffAndAuditors, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageSortedByKey, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { requireKnownBranch } from '../policy/require-known-branch'
import { CopyChangedAnswer } from '../copies/copy-answer-codecs'
import { defineCopyScanRoute } from '../copies/define-copy-scan-route'

const setAsideValue = personalValueCodec('setAside')

const PullListEntryAnswer = objectCodec('PullListEntry', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  author: nullableCodec(t.string),
  shelfMark: nullableCodec(t.string),
  onPickUpShelf: t.boolean,
  setAside: setAsideValue(SetAsideId),
  borrower: setAsideValue(BorrowerId),
  reservation: setAsideValue(ReservationId),
  pickUpBranch: setAsideValue(BranchId),
})

const pageOfEntries = pageSortedByKey(compareShelfMarkKeys)(({ copy }: PullListEntry) => shelfMarkKey(copy))

export const readPullListRoute = defineReadRoute({
  path: '/pull-list/:branch',
  name: 'readPullList',
  summary: 'Read the pull list of a branch (plukliste): the copies to fetch from its shelves, by shelf mark',
  tag: 'Reservations',
  roles: staffAndAuditors,
  params: objectCodec('BranchPath', { branch: BranchId }),
  query: PageQuery,
  answer: objectCodec('PullList', { copies: listCodec(PullListEntryAnswer), ...nextPageMember }),
  handle: ({ params: { branch }, query, library }) =>
    pipe(
      TE.fromEither(requireKnownBranch(library)(branch)),
      TE.map(() => {
        const { entries, next } = pageOfEntries(query)(pullListOfBranch(branch)(library.rows))
        return answerWithBody({
          next,
          copies: entries
            .map(withPickUpBranchOfReservation(library.rows))
            .map(({ reservedCopy, copy: { name, author, shelfMark, onPickUpShelf } }) => ({
              ...reservedCopy,
              ...{ name, author, shelfMark, onPickUpShelf: onPickUpShelf === 1 },
            })),
        })
      }),
    ),
})

const PullListPath = objectCodec('PullListPath', { branch: BranchId, copy: CopyId })

export const recordFoundOnPullListRoute = defineCopyScanRoute({
  path: '/pull-list/:branch/:copy/found',
  name: 'recordFoundOnPullList',
  summary: 'Scan a copy of the pull list that was found: it goes on the pick-up shelf, or to the pick-up branch',
  tag: 'Reservations',
  params: PullListPath,
  scanned: ({ params }) => params,
})

export const recordNotFoundOnPullListRoute = defineCommandRoute({
  method: 'post',
  path: '/pull-list/:branch/:copy/not-found',
  name: 'recordNotFoundOnPullList',
  summary: 'Record that a copy of the pull list was not found: it is missing, and the next copy is tried',
  tag: 'Reservations',
  roles: staffRoleOnly,
  params: PullListPath,
  answer: CopyChangedAnswer,
  handle: ({ params: { branch, copy }, library: { useCaseDependencies }, origin }) => {
    const { clock } = useCaseDependencies.commandHandling
    return pipe(
      changeCopy(useCaseDependencies)(copy, { at: clock.now(), origin })({
        type: 'NotFound',
        branch,
        day: clock.today(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ copy })),
    )
  },
})
