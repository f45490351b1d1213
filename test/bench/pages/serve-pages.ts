import { randomBytes } from 'node:crypto'
import { createSite } from '../../../adapters/composition/serving/create-site'
import { findDemoExamples, type DemoExamples } from '../../../adapters/imports/demo/demo-examples'
import { putExampleClassOpenings } from '../../../adapters/interfaces/http/docs/demo/put-example-class-openings'
import { createHttpApp } from '../../../adapters/interfaces/http/create-http-app'
import { queueRequestsUntilOpen } from '../../../adapters/interfaces/http/queue-requests-until-open'
import { startHttpServer } from '../../../adapters/interfaces/http/start-http-server'
import { createDemoIssuer } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import { createSessionStore } from '../../../adapters/interfaces/site/sessions/session-store'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { createLogger } from '../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../adapters/system/telemetry/metrics'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { demoUserOf, pagesToMeasure, type PageToMeasure } from './pages-for-each-role'

/** The pages of a demo library on a port of their own. */
export interface ServedPages {
  readonly url: string
  readonly pages: ReadonlyArray<PageToMeasure>
  /** Begins a session of the user of the demo with a role. Answers its cookie; '' for anyone. */
  readonly beginSessionOf: (role: string) => Promise<string>
  readonly close: () => Promise<void>
}

const createApp = async (library: RunningLibrary, publicUrl: string, examples: DemoExamples) => {
  const issuer = rightOrThrow(await createDemoIssuer({ environment: 'test', folder: 'demo', secret: randomBytes(32) }))
  const http = {
    ...{ library, publicUrl, tokenVerifier: issuer.tokenVerifier, metrics: createMetrics(), mode: 'trial' as const },
    logger: createLogger({ write: () => undefined }),
  }
  return createHttpApp({ ...http, site: await createSite(http, undefined, examples) })
}

/** Serves the pages of a demo library. */
export const servePages = async (library: RunningLibrary): Promise<ServedPages> => {
  const examples = await findDemoExamples(library)
  if (examples === undefined) throw new Error('the library is not a demo library')
  await putExampleClassOpenings(library)
  const { handle, answerWith } = queueRequestsUntilOpen()
  const { url, close } = await startHttpServer(handle, { host: '127.0.0.1', port: 0 })
  const app = await createApp(library, url, examples)
  answerWith((request, response) => app(request, response))
  const { begin } = createSessionStore(library.shortTerm, () => Date.now())
  return {
    ...{ url, close, pages: pagesToMeasure(library) },
    beginSessionOf: async (role) => {
      const caller = demoUserOf(examples, role)
      return caller === undefined ? '' : rightOrThrow(await begin({ callers: [caller], provider: null })())
    },
  }
}
