import * as TE from 'fp-ts/TaskEither'
import { cameraDoesNotAnswer, type LivePictures } from '../../../../domain/ports/live-pictures'
import { addMilliseconds } from '../../../../domain/values/instant'
import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { endedPicture, noAnswerPicture } from '../../../../adapters/interfaces/site/page/notice-pictures'
import { jpegWith } from '../../../fixtures/video/camera-under-test'
import { waitUntil } from '../../../fixtures/wait-until'
import { aReason } from '../http/video-steps'
import { dutyOfficerUser, videoInvestigatorUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { withSite, type ServedSite } from './with-site'

/** A camera whose pictures have numbers, and that can fail. */
const numberedPictures = () => {
  let [taken, isFailing] = [0, false]
  const pictures: LivePictures = {
    isStandIn: false,
    hasAddress: ({ camera }) => camera === 'indgang',
    take: () =>
      isFailing
        ? TE.left(cameraDoesNotAnswer)
        : TE.fromIO(() => ({ mediaType: 'image/jpeg', bytes: jpegWith(`number ${String((taken += 1))}.`) }) as const),
  }
  return { pictures, setFailing: (fails: boolean) => (isFailing = fails) }
}

interface LiveSite {
  readonly site: ServedSite
  readonly officer: HttpBrowser
  /** The page of the request. */
  readonly page: string
  /** The address of the picture. */
  readonly address: string
  readonly setFailing: (fails: boolean) => void
}

/** The duty officer has asked to look at a camera. */
const withRequest =
  (test: (live: LiveSite) => Promise<void>, camera = 'indgang') =>
  () => {
    const { pictures, setFailing } = numberedPictures()
    return withSite(
      () => Promise.resolve({}),
      async (site) => {
        const officer = await site.openBrowserOf(dutyOfficerUser)
        await officer.open('/da/vagt/live')
        const { html, url } = await officer.submit('value="look"', { camera: `DK-785100 ${camera}`, ...aReason })
        await test({ site, officer, page: html, address: `${url.pathname}/billede`, setFailing })
      },
      { policyFile: { path: 'policy.json', text: exampleOfPolicyFile }, livePictures: pictures },
    )
  }

/** Opens the picture, and collects what comes of it. */
const watch = async ({ site, officer, address }: Pick<LiveSite, 'site' | 'officer' | 'address'>) => {
  const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const gone = new AbortController()
  const answer = await fetch(`${site.url}${address}`, { headers: { cookie }, signal: gone.signal })
  const seen: Buffer[] = []
  let hasEnded = false
  const reading = (async () => {
    const reader = answer.body?.getReader()
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read())
      seen.push(Buffer.from(piece.value))
    hasEnded = true
  })().catch(() => undefined)
  return {
    headers: answer.headers,
    seen: () => Buffer.concat(seen),
    hasEnded: () => hasEnded,
    leave: async () => {
      gone.abort()
      await reading
    },
  }
}

const shows = (seen: Buffer, { bytes }: { readonly bytes: Uint8Array }): boolean => seen.includes(Buffer.from(bytes))

describe('the live picture of a camera', () => {
  it(
    'stands on the page of the request, without a script, and is renewed by the server; nobody keeps a copy',
    withRequest(async (live) => {
      expect(live.page).toContain(`src="${live.address}"`)
      expect(live.page).toContain('alt="Kameraets billede lige nu: Hovedbiblioteket indgang"')
      const watched = await watch(live)
      expect(watched.headers.get('content-type')).toMatch(/^multipart\/x-mixed-replace/)
      expect(watched.headers.get('cache-control')).toContain('no-store')
      await waitUntil(() => watched.seen().includes('number 2.'))
      expect(watched.hasEnded()).toBe(false)
      await watched.leave()
    }),
  )

  it(
    'is for the duty officer who asked alone',
    withRequest(async ({ site, address }) => {
      const others = [
        await site.openBrowserOf({ role: 'dutyOfficer', subject: 'another-officer' }),
        await site.openBrowserOf(videoInvestigatorUser),
        site.openBrowser(),
      ]
      for (const other of others) {
        const { status, html } = await other.open(address)
        expect(status).toBe(403)
        expect(html).not.toContain('number')
      }
    }),
  )

  it(
    'ends when the person logs out, and says that it is not live any more',
    withRequest(async (live) => {
      const watched = await watch(live)
      await waitUntil(() => watched.seen().includes('number 1.'))
      await live.officer.open('/da/vagt')
      await live.officer.submit('/da/log-ud')
      await waitUntil(watched.hasEnded)
      expect(shows(watched.seen(), endedPicture)).toBe(true)
    }),
  )

  it(
    'ends by itself when the time of the request is over, and cannot be opened again',
    withRequest(async (live) => {
      const { clock } = live.site.runningLibrary.useCaseDependencies.commandHandling
      const now = clock.now
      const watched = await watch(live)
      await waitUntil(() => watched.seen().includes('number 1.'))
      Object.assign(clock, { now: () => addMilliseconds(31 * 60_000)(now()) })
      await waitUntil(watched.hasEnded)
      expect(shows(watched.seen(), endedPicture)).toBe(true)
      expect((await live.officer.open(live.address)).status).toBe(403)
      Object.assign(clock, { now })
    }),
  )

  it(
    'says so in its place when the camera does not answer, as does the page beside it',
    withRequest(async (live) => {
      live.setFailing(true)
      const watched = await watch(live)
      await waitUntil(() => shows(watched.seen(), noAnswerPicture))
      expect(live.page).toContain('Svarer kameraet ikke, står det i billedet')
      live.setFailing(false)
      await waitUntil(() => watched.seen().includes('number 1.'), 10_000)
      await watched.leave()
    }),
  )

  it(
    'is replaced by a text for a camera without an address',
    withRequest(({ page }) => {
      expect(page).not.toContain('/billede')
      expect(page).toContain('har ikke fået at vide, hvor kameraet er')
      return Promise.resolve()
    }, 'udlaan'),
  )

  it('says in the demo that it is a test picture', () => {
    const { pictures } = numberedPictures()
    return withSite(
      () => Promise.resolve({}),
      async (site) => {
        const officer = await site.openBrowserOf(dutyOfficerUser)
        await officer.open('/en/vagt/live')
        const { html } = await officer.submit('value="look"', { camera: 'DK-785100 indgang', ...aReason })
        expect(html).toContain('The demo library has no camera: this is a test picture.')
      },
      {
        policyFile: { path: 'policy.json', text: exampleOfPolicyFile },
        livePictures: { ...pictures, isStandIn: true },
      },
    )
  })
})
