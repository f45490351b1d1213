import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LiveView } from '../../pages/surveillance/live-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { viewLiveVideoRoute } from '../../http/resources/video/video-request-routes'
import { defineSitePage } from '../page/define-site-page'
import { toRequestPage } from './to-request-page'

/** The field holds branch and camera: one choice of the person. */
const splitCamera = ({ camera = '', ...fields }: Readonly<Record<string, string>>) => {
  const [branch, name] = camera.split(' ')
  return { ...fields, branch, camera: name }
}

/** The duty officer asks to look at the live picture of a camera. */
export const livePage = defineSitePage({
  path: '/vagt/live',
  title: surveillanceTitles.live,
  roles: ['dutyOfficer'],
  needsFreshLogIn: true,
  read: ({ library, language }) => {
    const { policy, commandHandling } = library.useCaseDependencies
    return TE.right({
      cameras: policy(commandHandling.clock.today()).branches.flatMap(({ code, name, cameras }) =>
        cameras.map((camera) => ({ branch: code, branchName: name[language], camera })),
      ),
    })
  },
  view: LiveView,
  forms: {
    look: ({ run, fields, idempotencyKey }) =>
      pipe(run(viewLiveVideoRoute, { body: splitCamera(fields), idempotencyKey }), TE.map(toRequestPage)),
  },
})
