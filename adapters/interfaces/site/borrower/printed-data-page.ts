import { borrowerDataTexts } from '../../pages/borrower-data/borrower-data-texts'
import { PrintedDataView } from '../../pages/borrower-data/printed-data-view'
import { defineSitePage } from '../page/define-site-page'
import { readBorrowerData } from './read-borrower-data'

/** Everything that the library holds on the borrower, to print or to read aloud. */
export const printedDataPage = defineSitePage({
  path: '/mit/data/udskrift',
  title: borrowerDataTexts.title,
  roles: ['borrower'],
  isInMenu: false,
  read: readBorrowerData,
  view: PrintedDataView,
})
