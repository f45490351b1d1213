import type { Page } from 'playwright-core'
import { exampleBorrowers } from '../../adapters/imports/demo/demo-records-for-examples'
import { findExampleIds } from '../../adapters/interfaces/http/docs/demo/find-example-ids'
import { sitePages } from '../../adapters/interfaces/site/site-pages'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { SiteRole } from './demo-site'
import { addressOf, pagesUnderTest, type PageUnderTest } from './pages-under-test'

/** A state of a page that no visit of the page alone shows: who sees it, and under which address. */
export interface StateUnderTest {
  readonly title: string
  readonly role: SiteRole
  readonly addressIn: (library: RunningLibrary) => string
  readonly status: number
}

const firstOfEach = (pages: ReadonlyArray<PageUnderTest>): ReadonlyArray<PageUnderTest> => [
  ...new Map(pages.toReversed().map((page) => [page.path, page])).values(),
]

const withQuery = (address: string, query: string): string => `${address}${address.includes('?') ? '&' : '?'}${query}`

const doneTextsOf = ({ path }: PageUnderTest): ReadonlyArray<string> =>
  Object.keys(sitePages.find((page) => page.path === path)?.doneTexts ?? {})

/** A page of each role after something was done: every page says it in the same place. */
const doneStates: ReadonlyArray<StateUnderTest> = [
  ...new Map(
    pagesUnderTest.filter((page) => doneTextsOf(page).length > 0).map((page) => [page.role, page] as const),
  ).values(),
].map((page) => ({
  ...{ title: `${page.path} after something was done`, role: page.role, status: 200 },
  addressIn: (library) => withQuery(addressOf(library, page), `done=${doneTextsOf(page)[0] ?? ''}`),
}))

const unknownId = '00000000-0000-4000-8000-000000000000'
const atBranch = 'branch=DK-785100'

const otherStates: ReadonlyArray<StateUnderTest> = [
  { title: 'an address that the site does not have', role: 'anyone', addressIn: () => '/findes-ikke', status: 404 },
  { title: 'a page that asks for a log-in', role: 'anyone', addressIn: () => '/mit', status: 200 },
  { title: 'a page that is for others', role: 'borrower', addressIn: () => '/vagt', status: 403 },
  { title: 'a search that finds nothing', role: 'anyone', addressIn: () => '/soeg?q=zzzzqqqq', status: 200 },
  { title: 'a title that the library does not have', role: 'anyone', addressIn: () => '/titel/99999999', status: 404 },
  {
    ...{ title: 'a borrower who is forgotten', role: 'staff', status: 404 },
    addressIn: () => `/skranke/laaner/${unknownId}?${atBranch}`,
  },
  {
    ...{ title: 'a branch that the library does not have', role: 'staff', status: 200 },
    addressIn: () => '/skranke/laan?branch=DK-799999',
  },
  {
    ...{ title: 'the queue of a title that the library does not have', role: 'staff', status: 404 },
    addressIn: () => `/skranke/titel?title=99999999&${atBranch}`,
  },
  {
    ...{ title: 'a recording that is forgotten', role: 'videoInvestigator', status: 404 },
    addressIn: () => `/vagt/optagelser/${unknownId}`,
  },
  {
    ...{ title: 'a request that is forgotten', role: 'dutyOfficer', status: 404 },
    addressIn: () => `/vagt/anmodninger/${unknownId}`,
  },
  {
    ...{ title: 'a day without a request', role: 'dutyOfficer', status: 200 },
    addressIn: () => '/vagt/dagsrapport?day=2020-01-01',
  },
  {
    ...{ title: 'the record of a borrower with a protected name, which is withheld', role: 'staff', status: 200 },
    addressIn: (library) =>
      `/skranke/laaner/${findExampleIds(library).borrower(exampleBorrowers.toChangeIdentity)}?${atBranch}`,
  },
]

export const statesUnderTest: ReadonlyArray<StateUnderTest> = [...otherStates, ...doneStates]

/** Pages of somebody who has nothing, and of a branch where nothing waits. */
export const pagesToBeEmpty: ReadonlyArray<PageUnderTest> = sitePages
  .filter(({ roles, path }) => roles !== 'anyone' && roles[0] === 'borrower' && !path.includes(':'))
  .map(({ path }) => ({ role: 'borrower', path, needsBranch: false }))

export const listsOfBranch: ReadonlyArray<string> = [
  ...['/skranke/plukliste', '/skranke/afhentning', '/skranke/forsendelse', '/skranke/breve', '/skranke/kasse'],
]

/** Pages of which a form is sent without anything written in it. */
export const pagesWithForms: ReadonlyArray<PageUnderTest> = firstOfEach(pagesUnderTest)

/** The names of the forms of a page in which something can be written. */
export const formsToFillIn = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(() => {
    const isWrittenIn = (form: HTMLFormElement): boolean =>
      form.querySelector('textarea, input:not([type=hidden]):not([type=checkbox]):not([type=radio])') !== null
    const forms = Array.from(document.querySelectorAll<HTMLFormElement>('main form[method="post"]'))
    const names = forms.filter(isWrittenIn).map((form) => form.querySelector<HTMLInputElement>('[name="_form"]')?.value)
    return [...new Set(names.filter((name) => name !== undefined))]
  })

/** Sends a form with nothing written in it, and goes to the page that this leads to. Answers its status. */
export const sendEmpty = async (page: Page, form: string): Promise<number> => {
  await page.evaluate((name) => {
    const found = document.querySelector<HTMLFormElement>(`form:has([name="_form"][value="${name}"])`)
    if (found === null) return
    delete found.dataset['scan']
    for (const field of Array.from(found.querySelectorAll<HTMLInputElement>('textarea, input:not([type=hidden])')))
      if (field.type === 'checkbox') field.checked = false
      else if (field.type !== 'radio') field.value = ''
  }, form)
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === 'POST') // prettier-ignore
  const loaded = page.waitForEvent('load')
  await page.evaluate((name) => {
    document.querySelector<HTMLFormElement>(`form:has([name="_form"][value="${name}"])`)?.submit()
  }, form)
  const [answer] = await Promise.all([answered, loaded])
  return answer.status()
}
