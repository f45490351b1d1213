import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startProcess, type BenchProcess } from '../start-process'
import type { ResultLine } from '../result-table'
import type { OpenedPage, PageToOpen } from './pages-client-process'
import type { PageToMeasure } from './pages-for-each-role'
import type { PagesServerJob, ServedAddresses } from './pages-server-process'

/** The number of borrowers, and how often each page is opened. */
export interface PagesSize {
  readonly borrowers: number
  readonly requests: number
}

const maxFirstByteMs = 50
const maxSentBytes = 100_000

const compiled = (script: string): string => path.join(__dirname, `${script}.js`)

const percentile = (times: ReadonlyArray<number>, fraction: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * fraction)] ?? 0

/** A page and how it was opened. */
interface MeasuredPage extends PageToMeasure {
  readonly opened: OpenedPage
  /** CPU time of the server's main thread for one request, in ms. */
  readonly cpuMs: number
}

const openPage = async (client: BenchProcess, { path: page, role }: PageToMeasure, toOpen: PageToOpen) => {
  const opened = await client.ask<OpenedPage>(toOpen)
  if (opened.status !== 200) throw new Error(`${page} for ${role} was answered with ${String(opened.status)}`)
  return opened
}

const isBeingRead = ({ html }: OpenedPage): boolean => html.includes('data-under-way')

const waitUntilRead = async (client: BenchProcess, page: PageToMeasure, toOpen: PageToOpen): Promise<void> => {
  while (isBeingRead(await openPage(client, page, { ...toOpen, requests: 1 }))) await setTimeout(100)
}

/**
 * Opens each page of a library. What some pages show is read from the logs meanwhile: they are opened again once it is read.
 * A session begins just before: some pages need a log-in of the last minutes.
 */
const openPages = async (
  client: BenchProcess,
  job: PagesServerJob,
  requests: number,
): Promise<ReadonlyArray<MeasuredPage>> => {
  const server = startProcess(compiled('pages-server-process'))
  try {
    const { url, pages } = await server.ask<ServedAddresses>(job)
    const measured: MeasuredPage[] = []
    const measure = async (page: PageToMeasure, toOpen: PageToOpen): Promise<OpenedPage> => {
      const before = await server.ask<number>('cpu')
      const opened = await openPage(client, page, toOpen)
      const cpuMs = ((await server.ask<number>('cpu')) - before) / (requests + Math.ceil(requests / 5))
      measured.push({ ...page, opened, cpuMs })
      return opened
    }
    for (const page of pages) {
      const session = await server.ask<string>({ sessionOf: page.role })
      const toOpen = { url: `${url}${page.address}`, session, requests }
      if (!isBeingRead(await measure(page, toOpen))) continue
      await waitUntilRead(client, page, toOpen)
      await measure({ ...page, path: `${page.path} once it is read` }, toOpen)
    }
    return measured
  } finally {
    server.stop()
  }
}

/** Opens the same pages of a server that does nothing but send them. */
const openBarePages = async (
  client: BenchProcess,
  pages: ReadonlyArray<MeasuredPage>,
  requests: number,
): Promise<ReadonlyArray<OpenedPage>> => {
  const server = startProcess(compiled('bare-server-process'))
  try {
    const url = await server.ask<string>(Object.fromEntries(pages.map(({ address, opened }) => [address, opened.html])))
    const bare: OpenedPage[] = []
    for (const page of pages)
      bare.push(await openPage(client, page, { url: `${url}${page.address}`, session: '', requests }))
    return bare
  } finally {
    server.stop()
  }
}

const lineOf = ({ path: page, role, opened, cpuMs }: MeasuredPage, bareOpened: OpenedPage | undefined): ResultLine => {
  const measured = percentile(opened.allFirstByteMs, 0.99)
  const bare = percentile(bareOpened?.allFirstByteMs ?? [], 0.99)
  return {
    name: `B15 ${page} for ${role}, p99 in ms`,
    bar: `< ${String(maxFirstByteMs)} ms, < ${String(maxSentBytes / 1000)} kB`,
    ...{ measured, bare, ratio: measured / bare },
    note: `p50 ${percentile(opened.allFirstByteMs, 0.5).toFixed(1)} ms; ${(opened.sentBytes / 1000).toFixed(1)} kB as sent; ${cpuMs.toFixed(1)} ms of CPU`,
    ok: measured < maxFirstByteMs && opened.sentBytes < maxSentBytes,
  }
}

/**
 * Measures the time to the first byte of each page, for each role that may see it, in a library with many borrowers; one
 * request after the other, from a process of its own. Bare: express sends the same bytes with the same compression.
 */
export const measurePages = async (
  folder: string,
  { borrowers, requests }: PagesSize,
): Promise<ReadonlyArray<ResultLine>> => {
  const client = startProcess(compiled('pages-client-process'))
  try {
    const pages = await openPages(client, { folder: path.join(folder, 'pages'), borrowers }, requests)
    const bare = await openBarePages(client, pages, requests)
    return pages.map((page, index) => lineOf(page, bare[index]))
  } finally {
    client.stop()
  }
}
