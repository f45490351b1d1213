import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { CoverageView } from '../../pages/surveillance/coverage-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import { readSurveillanceCoverageRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import { withBranchName } from './with-branch-name'

/** Where recordings and opening hours differ. */
export const coveragePage = defineSitePage({
  path: '/vagt/daekning',
  title: surveillanceTitles.coverage,
  roles: videoViewers,
  read: (request) =>
    pipe(
      request.run(readSurveillanceCoverageRoute),
      TE.map(({ body: { gaps, outside } }) => ({
        gaps: gaps.map(withBranchName(request)),
        outside: outside.map(withBranchName(request)),
      })),
    ),
  view: CoverageView,
})
