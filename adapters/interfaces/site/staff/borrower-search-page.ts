import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  BorrowerSearchView,
  borrowerSearchTexts,
  type BorrowersOfName,
} from '../../pages/borrower-search/borrower-search-view'
import { searchBorrowersRoute } from '../../http/resources/borrowers/search-borrowers-route'
import { defineStaffPage } from './define-staff-page'
import { findBorrowerByCode } from './find-borrower-by-code'
import { recordPath } from './open-record'
import { scannedCode } from './scan-copy'

interface BorrowerSearchProps {
  readonly found: BorrowersOfName | undefined
}

/** Where staff find the record of a borrower. */
export const borrowerSearchPage = defineStaffPage<BorrowerSearchProps>({
  path: '/skranke/laaner',
  title: borrowerSearchTexts.title,
  read: () => TE.right({ found: undefined }),
  view: BorrowerSearchView,
  forms: {
    find: (request) =>
      pipe(
        findBorrowerByCode(request, scannedCode(request)),
        TE.map((borrower) => ({ to: recordPath(borrower) })),
      ),
    search: ({ run, fields }) =>
      pipe(
        run(searchBorrowersRoute, { body: { name: fields['name'] } }),
        TE.map(({ body: { borrowers, hasMore } }) => ({
          content: { found: { name: fields['name'] ?? '', borrowers, hasMore } },
        })),
      ),
  },
})
