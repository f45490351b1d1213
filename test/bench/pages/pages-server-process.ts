import { openLibraryIn } from '../../fixtures/running-library'
import { largeLibraryOptions, makeLargeLibrary } from './make-large-library'
import type { PageToMeasure } from './pages-for-each-role'
import { servePages, type ServedPages } from './serve-pages'

/** The new folder of the library to serve, and the number of borrowers in it. */
export interface PagesServerJob {
  readonly folder: string
  readonly borrowers: number
}

/** Where the library is served, and its pages. */
export interface ServedAddresses {
  readonly url: string
  readonly pages: ReadonlyArray<PageToMeasure>
}

/** What is asked of the process: to serve a library, for the cookie of a new session, or for its CPU time so far. */
type Question = PagesServerJob | { readonly sessionOf: string } | 'cpu'

let served: Pick<ServedPages, 'beginSessionOf'> = {
  beginSessionOf: () => Promise.reject(new Error('no library is served')),
}

/** The library is opened anew, as a service opens it. */
const makeAndServe = async ({ folder, borrowers }: PagesServerJob): Promise<ServedAddresses> => {
  await makeLargeLibrary(folder, borrowers)
  const site = await servePages(await openLibraryIn(folder, largeLibraryOptions))
  served = site
  return { url: site.url, pages: site.pages }
}

/** The CPU time of the main thread, in ms. */
const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const answerTo = async (question: Question): Promise<ServedAddresses | string | number> => {
  if (question === 'cpu') return cpuMs()
  return 'sessionOf' in question ? served.beginSessionOf(question.sessionOf) : makeAndServe(question)
}

// Runs as a separate process that answers one question after the other, until the parent disconnects.
process.on('message', (question: Question) => {
  void answerTo(question).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.once('disconnect', () => process.exit())
