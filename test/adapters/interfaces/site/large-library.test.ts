import { demoFirstDay } from '../../../../adapters/imports/demo/make-demo-library'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { fillDemoLibrary, type AddedPopulation } from '../../../bench/pages/fill-demo-library'
import { largeLibraryOptions } from '../../../bench/pages/make-large-library'
import { openPage } from '../../../bench/pages/open-page'
import type { PageToMeasure } from '../../../bench/pages/pages-for-each-role'
import { servePages, type ServedPages } from '../../../bench/pages/serve-pages'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { createHttpBrowser } from './http-browser'

/** Every list is longer than a page, and there are many more borrowers than any page may read. */
const population: AddedPopulation = { borrowers: 1500, late: 130, overdue: 150, onLoan: 40, waiting: 300 }

/** The most rows that a page may read, and the most bytes of a page as it is sent. */
const [maxRows, maxSentBytes] = [1000, 100_000]

/** Counts the rows that are read from the read models. */
const countRowsOf = ({ rows }: RunningLibrary): (() => number) => {
  const spies = [jest.spyOn(rows, 'find'), jest.spyOn(rows, 'findColumns')]
  return () => {
    const count = spies.reduce(
      (sum, { mock }) =>
        sum + mock.results.reduce((all, { value }) => all + (value as ReadonlyArray<unknown>).length, 0),
      0,
    )
    for (const spy of spies) spy.mockClear()
    return count
  }
}

interface OpenedPage extends PageToMeasure {
  readonly rows: number
  readonly status: number
  readonly sentBytes: number
}

/** Staff search for a borrower whose name has a rare word. Answers the rows that were read, and the page. */
const searchByName = async ({ url, pages, beginSessionOf }: ServedPages, readRows: () => number) => {
  const browser = createHttpBrowser(url)
  browser.cookies.set('session', await beginSessionOf('staff'))
  await browser.open(pages.find(({ path }) => path === '/skranke/laaner')?.address ?? '')
  readRows()
  const { status, html } = await browser.submit('value="search"', { name: 'clara 1000742' })
  return { status, html, rows: readRows() }
}

const openEachPage = async (
  { url, pages, beginSessionOf }: ServedPages,
  readRows: () => number,
): Promise<ReadonlyArray<OpenedPage>> => {
  const opened: OpenedPage[] = []
  for (const page of pages) {
    const session = await beginSessionOf(page.role)
    readRows()
    const { status, sentBytes } = await openPage(`${url}${page.address}`, session)
    opened.push({ ...page, status, sentBytes, rows: readRows() })
  }
  return opened
}

describe('the pages of a library with many borrowers', () => {
  let opened: ReadonlyArray<OpenedPage>
  let searched: Awaited<ReturnType<typeof searchByName>>
  beforeAll(async () => {
    await withRunningLibrary(
      async (library) => {
        await fillDemoLibrary(library, population)
        const site = await servePages(library)
        const readRows = countRowsOf(library)
        opened = await openEachPage(site, readRows)
        searched = await searchByName(site, readRows)
        await site.close()
      },
      { ...largeLibraryOptions, startOn: demoFirstDay },
    )
  })

  it('are all opened', () => {
    expect(opened.length).toBeGreaterThan(50)
    expect(opened.filter(({ status }) => status !== 200)).toEqual([])
  })

  it('read few rows: none reads those of all borrowers', () => {
    expect(Math.max(...opened.map(({ rows }) => rows))).toBeGreaterThan(100)
    expect(opened.filter(({ rows }) => rows > maxRows)).toEqual([])
  })

  it('show the borrowers of a name, and read few rows for it', () => {
    expect([searched.status, searched.html.includes('Clara Græs 1000742')]).toEqual([200, true])
    expect(searched.rows).toBeLessThan(maxRows)
  })

  it('are sent with less than 100 kB', () => {
    expect(opened.filter(({ sentBytes }) => sentBytes > maxSentBytes)).toEqual([])
  })
})
