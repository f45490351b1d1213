import { setTimeout } from 'node:timers/promises'
import { openBrowserWindow } from '../fixtures/browser/open-browser-window'
import type { Browser, BrowserContext } from 'playwright-core'
import { findDemoExamples } from '../../adapters/imports/demo/demo-examples'
import { demoFirstDay, makeDemoLibrary } from '../../adapters/imports/demo/make-demo-library'
import { demoUsersOfBorrowers } from '../../adapters/composition/serving/prepare-demo'
import { putExampleClassOpenings } from '../../adapters/interfaces/http/docs/demo/put-example-class-openings'
import { demoLogInUsers } from '../../adapters/composition/serving/demo-log-in-users'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { exampleOfPolicyFile } from '../../adapters/stores/policy-file/example-of-policy-file'
import { withSite, type ServedSite } from '../adapters/interfaces/site/with-site'

/** A role that logs in, or nobody. */
export type SiteRole = string

/** A branch at which the demo library has nothing. */
export const emptyBranch = 'DK-785102'

const exampleOfPolicy = JSON.parse(exampleOfPolicyFile) as { readonly branches: ReadonlyArray<object> }

const policyWithEmptyBranch = JSON.stringify({
  ...exampleOfPolicy,
  branches: [...exampleOfPolicy.branches, { code: emptyBranch, name: { da: 'Bogbussen', en: 'Mobile Library' } }],
})

/** The pages of the demo library, in a browser. */
export interface DemoSite {
  readonly site: ServedSite
  /** A new browser window in which a user of the demo has logged in; `anyone` has not. `width`: in CSS pixels. */
  readonly openWindow: (role: SiteRole, options?: { readonly width?: number }) => Promise<BrowserContext>
  /** A new window in which somebody has logged in whom the library does not know: the form to register is open. */
  readonly openWindowOfNewcomer: (options?: { readonly width?: number }) => Promise<BrowserContext>
}

/** Waits until the pages for auditors have read the logs: then they show what they found at once. */
const waitForReadings = async ({ audit: { inBackground, today } }: RunningLibrary): Promise<void> => {
  for (const work of [inBackground.report, inBackground.dueByClass(today())])
    while (work.state()._tag === 'UnderWay') await setTimeout(10)
}

const logIn = async (window: BrowserContext, url: string, name: string): Promise<void> => {
  const page = await window.newPage()
  await page.goto(`${url}/da/log-ind`)
  await page.click('a.button-primary')
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(`${url}/da/**`)
  await page.close()
}

/** Serves a new demo library for as long as the tests of a suite run. */
export const demoSiteDuringTests = (browser: () => Browser): (() => DemoSite) => {
  let end: () => void = () => undefined
  let served: Promise<void> = Promise.resolve()
  let demoSite: DemoSite

  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      served = withSite(
        async ({ runningLibrary }) => {
          await makeDemoLibrary(runningLibrary, () => undefined)
          await putExampleClassOpenings(runningLibrary)
          return (await findDemoExamples(runningLibrary))!
        },
        async (site) => {
          await waitForReadings(site.runningLibrary)
          const { borrower, guardianship } = site.users
          const users = demoLogInUsers(demoUsersOfBorrowers({ borrower, guardianship }))
          const nameOf = (role: SiteRole): string => users.find(({ claims }) => claims['role'] === role)!.name.da
          const newWindow = (width = 1280) =>
            openBrowserWindow(browser(), { locale: 'da-DK', viewport: { width, height: 800 } })
          demoSite = {
            site,
            openWindow: async (role, { width } = {}) => {
              const window = await newWindow(width)
              if (role !== 'anyone') await logIn(window, site.url, nameOf(role))
              return window
            },
            openWindowOfNewcomer: async ({ width } = {}) => {
              const window = await newWindow(width)
              await logIn(window, site.url, users.find(({ claims }) => claims['role'] === undefined)!.name.da)
              return window
            },
          }
          resolve()
          await new Promise<void>((ended) => {
            end = ended
          })
        },
        { startOn: demoFirstDay, policyFile: { path: 'policy.json', text: policyWithEmptyBranch } },
      )
      served.catch(reject)
    })
  })

  afterAll(async () => {
    end()
    await served
  })

  return () => demoSite
}
