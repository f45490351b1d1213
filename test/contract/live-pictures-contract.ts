import * as E from 'fp-ts/Either'
import type { CameraOfBranch, LivePicture, LivePictures } from '../../domain/ports/live-pictures'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { thenClose } from '../../adapters/system/concurrency/then-close'

/** Cameras, and one of them that has an address. */
export interface LivePicturesUnderTest {
  readonly pictures: LivePictures
  readonly camera: CameraOfBranch
  /** Lets time go on until the camera has another picture. */
  readonly goOn: () => void
  /** Lets the camera fail in this way; absent where nothing can fail. */
  readonly fail?: Readonly<Record<string, () => unknown>>
  readonly close: () => Promise<void>
}

/** The first bytes of what browsers show. */
const beginnings = { 'image/jpeg': [0xff, 0xd8], 'image/png': [0x89, 0x50, 0x4e, 0x47] } as const

const beginsAsItSays = ({ mediaType, bytes }: LivePicture): boolean =>
  beginnings[mediaType].every((byte, index) => bytes[index] === byte)

/** The contract of cameras. `failures`: the ways in which they can fail. */
export const livePicturesContract = (
  name: string,
  failures: ReadonlyArray<string>,
  open: () => Promise<LivePicturesUnderTest>,
): void => {
  const withPictures = (test: (of: LivePicturesUnderTest) => Promise<void>) => async () => {
    const opened = await open()
    await thenClose(test(opened), opened.close)
  }

  describe(`the live pictures of cameras: ${name}`, () => {
    it(
      'are pictures that a browser shows, each of its own moment',
      withPictures(async ({ pictures, camera, goOn }) => {
        const first = rightOrThrow(await pictures.take(camera)())
        goOn()
        const second = rightOrThrow(await pictures.take(camera)())
        expect([first, second].map(beginsAsItSays)).toEqual([true, true])
        expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(false)
      }),
    )

    it(
      'are those of a camera that has an address',
      withPictures(async ({ pictures, camera }) => {
        await Promise.resolve()
        expect(pictures.hasAddress(camera)).toBe(true)
      }),
    )

    if (failures.length > 0)
      it.each(failures)('are missing, and nothing is said of the camera, when it fails: %s', async (failure) => {
        await withPictures(async ({ pictures, camera, fail }) => {
          await fail?.[failure]?.()
          expect(await pictures.take(camera)()).toEqual(E.left({ _tag: 'CameraDoesNotAnswer' }))
        })()
      })
  })
}
