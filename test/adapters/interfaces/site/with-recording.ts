import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { storeVideo } from '../http/video-steps'
import { withSite, type ServedSite } from './with-site'

/** A library with the cameras of the example policy, on the day after its first recording. */
export const withRecording = (test: (site: ServedSite, footage: string) => Promise<void>) => () => {
  let footage = ''
  return withSite(
    async (library) => {
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      footage = await storeVideo(library)
      return {}
    },
    (site) => test(site, footage),
    { policyFile: { path: 'policy.json', text: exampleOfPolicyFile } },
  )
}
