import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { renderPersonalData } from '../../../pages/personal-data/render-personal-data'
import { staffAndBorrowersOnPages } from '../../access/caller-roles-of-routes'
import { isWithheld } from '../../codecs/withheld-value'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import type { HttpFailure } from '../../problems/http-failure'
import { languageOfPage, type BorrowerPageRequest } from '../../route/borrower-page-request'
import { definePageRoute, type PageAnswer } from '../../route/define-page-route'
import { PageLanguageQuery } from '../../route/page-language-query'
import { damageOf } from '../borrowers/borrower-overview'
import { borrowerInPath, BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { branchName } from '../policy/branch-name'
import { readPersonalData, readerOf } from './read-personal-data'

const readPage =
  (request: BorrowerPageRequest, exportPath: string) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, PageAnswer> => {
    const { library, caller } = request
    return pipe(
      borrower,
      readPersonalData(library, caller),
      TE.map(({ overview: { record }, data }) => {
        const language = languageOfPage(request, record.language)
        const body = renderPersonalData({
          ...{
            data,
            exportPath,
            reader: readerOf(caller),
            name: isWithheld(record.name) ? null : record.name,
            number: record.number,
          },
          isDamaged: 'damaged' in damageOf(library, borrower),
          context: { language, nameOfBranch: (branch) => branchName(library)(branch)[language] },
        })
        return { body, language }
      }),
    )
  }

export const readPersonalDataPageRoute = definePageRoute({
  path: '/borrowers/:borrower/data/page',
  name: 'readPersonalDataPage',
  summary: 'Read all data on a borrower as a page: what is held, why, on what legal basis and until when',
  tag: 'Borrowers',
  roles: staffAndBorrowersOnPages,
  params: BorrowerPathParameters,
  query: PageLanguageQuery,
  opensRecordsOf: borrowerInPath,
  handle: (request) => {
    const { borrower } = request.params
    return readPage(request, `/borrowers/${borrower}/data`)(borrower)
  },
})

export const readOwnDataPageRoute = definePageRoute({
  path: '/me/data/page',
  name: 'readMyDataPage',
  summary: 'Read all data on the calling borrower as a page: what is held, why, on what legal basis and until when',
  tag: 'Borrowers',
  roles: ['borrower'],
  query: PageLanguageQuery,
  extraStatuses: [404],
  handle: (request) =>
    pipe(TE.fromEither(requireCallingBorrower(request.caller)), TE.chain(readPage(request, '/me/data'))),
})
