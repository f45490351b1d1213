import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyById } from '../../../../projections/copies/copy-queries'
import { SearchListsView, searchLists, type SearchListsProps } from '../../pages/staff-lists/search-lists-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readMissingCopiesRoute } from '../../http/resources/copies/read-missing-copies-route'
import { listCopiesToSearchForRoute } from '../../http/resources/loans/list-copies-to-search-for-route'
import { readOverdueLoansRoute } from '../../http/resources/loans/read-overdue-loans-route'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { pageOfList } from './page-of-list'

type Props = TE.TaskEither<HttpFailure, SearchListsProps>

const readClaimed = (request: StaffRequest): Props =>
  pipe(
    request.run(listCopiesToSearchForRoute, { query: pageOfList(request) }),
    TE.map(({ body: { loans, next } }) => ({
      ...{ list: 'claimed', next },
      copies: loans.map(({ copy, name, homeBranch, shelfMark, borrower, claimedOn }) => ({
        ...{ copy, name, branch: branchName(request.library)(homeBranch), shelfMark, borrower, day: claimedOn },
      })),
    })),
  )

const readMissing = (request: StaffRequest): Props =>
  pipe(
    request.run(readMissingCopiesRoute, { query: pageOfList(request) }),
    TE.map(({ body: { copies, next } }) => ({
      ...{ list: 'missing', next },
      copies: copies.map(({ copy, name, branch, shelfMark }) => ({
        ...{ copy, name, branch: branchName(request.library)(branch), shelfMark, borrower: null, day: null },
      })),
    })),
  )

const readOverdue = (request: StaffRequest): Props =>
  pipe(
    request.run(readOverdueLoansRoute, { query: pageOfList(request) }),
    TE.map(({ body: { loans, next } }) => ({
      ...{ list: 'overdue', next },
      copies: loans.map(({ copy, name, borrower, dueOn }) => {
        const known = copyById(copy)(request.library.rows)
        const branch = known === undefined ? { da: '–', en: '–' } : branchName(request.library)(known.homeBranch)
        return { copy, name, branch, shelfMark: known?.shelfMark ?? null, borrower, day: dueOn }
      }),
    })),
  )

const readers = { claimed: readClaimed, missing: readMissing, overdue: readOverdue } as const

/** The lists of what is searched for. */
export const searchListsPage = defineStaffPage<SearchListsProps>({
  path: '/skranke/soegelister',
  title: texts.searchTitle,
  read: (request) => readers[searchLists.find((list) => list === request.query['list']) ?? 'claimed'](request),
  view: SearchListsView,
})
