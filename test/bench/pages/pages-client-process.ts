import { openPage, type PageAnswer } from './open-page'

/** A page to open again and again, one request after the other. */
export interface PageToOpen {
  readonly url: string
  /** The cookie of the session; '' without one. */
  readonly session: string
  readonly requests: number
}

/** The times to the first byte of each answer, and the last answer. */
export interface OpenedPage extends PageAnswer {
  readonly allFirstByteMs: ReadonlyArray<number>
}

/** Opens a page. The first answers warm it up, and are not counted. */
const openRepeatedly = async ({ url, session, requests }: PageToOpen): Promise<OpenedPage> => {
  const warmUp = Math.ceil(requests / 5)
  const allFirstByteMs: number[] = []
  let last = await openPage(url, session)
  for (let count = 1; count < warmUp + requests; count += 1) {
    last = await openPage(url, session)
    if (count >= warmUp) allFirstByteMs.push(last.firstByteMs)
  }
  return { ...last, allFirstByteMs }
}

// Runs as a separate process, so that it does not slow the server. It answers each message, a page, with how it opened.
process.on('message', (page: PageToOpen) => {
  void openRepeatedly(page).then(
    (opened) => process.send?.(opened),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.once('disconnect', () => process.exit())
