import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { guardianDataTexts } from '../../pages/guardian-data/guardian-data-texts'
import { GuardianDataView } from '../../pages/guardian-data/guardian-data-view'
import { exportOwnGuardianDataRoute } from '../../http/resources/guardians/export-guardian-data-route'
import { branchName } from '../../http/resources/policy/branch-name'
import { defineSitePage } from '../page/define-site-page'
import type { SiteFile } from '../page/site-file'
import { hasMoreChildren } from './each-guardianship'

/** Everything that the library holds on the guardian who has logged in, also on one who is no borrower. */
export const guardianDataPage = defineSitePage({
  path: '/mit/boern/data',
  title: guardianDataTexts.title,
  roles: ['guardian'],
  read: (request) => {
    const { run, language, library } = request
    return pipe(
      run(exportOwnGuardianDataRoute),
      TE.map(({ body: { madeOn, guardianships } }) => ({
        madeOn,
        hasMore: hasMoreChildren(request),
        all: guardianships.map(({ guardianship, child: { name }, kinds }) => ({
          ...{ guardianship, name },
          kinds: Object.entries(kinds).map(([kind, { promise, data }]) => ({ kind, promise, data })),
        })),
        context: { language, nameOfBranch: (branch) => branchName(library)(branch)[language] },
      })),
    )
  },
  view: GuardianDataView,
})

/** The same data as a file. */
export const guardianDataFile: SiteFile = {
  path: '/mit/boern/data/hent',
  roles: ['guardian'],
  route: exportOwnGuardianDataRoute,
}
