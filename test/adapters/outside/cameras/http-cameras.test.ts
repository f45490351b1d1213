import * as E from 'fp-ts/Either'
import { createHttpCameras } from '../../../../adapters/outside/cameras/create-http-cameras'
import type { CameraAddress } from '../../../../adapters/outside/cameras/fetch-picture'
import type { BranchId, CameraId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { jpegWith, startCamera, type CameraUnderTest } from '../../../fixtures/video/camera-under-test'
import { thenClose } from '../../../../adapters/system/concurrency/then-close'

const of = { branch: 'DK-785100' as BranchId, camera: 'indgang' as CameraId }
const auth = { user: 'vagt', password: 'hemmelig' }
const noAnswer = E.left({ _tag: 'CameraDoesNotAnswer' })

const takeFrom = (address: CameraAddress) => createHttpCameras({ [of.branch]: { [of.camera]: address } }).take(of)()

const withCamera = async (isTls: boolean, use: (camera: CameraUnderTest) => Promise<void>) => {
  const camera = await startCamera(isTls)
  await thenClose(use(camera), camera.close)
}

describe('a camera that answers over HTTP', () => {
  it('gets user and password, and gives its picture', () =>
    withCamera(false, async ({ url, authorizations }) => {
      const { bytes } = rightOrThrow(await takeFrom({ url, auth, ca: undefined }))
      expect(Buffer.from(bytes)).toEqual(jpegWith('picture 1'))
      expect(authorizations).toEqual([`Basic ${Buffer.from('vagt:hemmelig').toString('base64')}`])
    }))

  it('with a certificate of the authority that is named gives its picture over TLS', () =>
    withCamera(true, async ({ url, ca }) => {
      expect(E.isRight(await takeFrom({ url, auth, ca }))).toBe(true)
    }))

  it('with a certificate that nobody known has signed gets no password', () =>
    withCamera(true, async ({ url, authorizations }) => {
      expect(await takeFrom({ url, auth, ca: undefined })).toEqual(noAnswer)
      expect(authorizations).toEqual([])
    }))

  it('that leads elsewhere is not followed: the password goes to the camera alone', () =>
    withCamera(false, (elsewhere) =>
      withCamera(false, async ({ url, answerWith }) => {
        answerWith((_, response) => response.writeHead(302, { Location: elsewhere.url }).end())
        expect(await takeFrom({ url, auth, ca: undefined })).toEqual(noAnswer)
        expect(elsewhere.authorizations).toEqual([])
      }),
    ))

  it('whose picture is larger than 8 MB gives none', () =>
    withCamera(false, async ({ url, answerWith }) => {
      answerWith((_, response) => response.end(Buffer.concat([jpegWith(''), Buffer.alloc(9 * 1024 * 1024)])))
      expect(await takeFrom({ url, auth, ca: undefined })).toEqual(noAnswer)
    }))

  it('without an address is said to have none', async () => {
    const cameras = createHttpCameras({})
    expect(cameras.hasAddress(of)).toBe(false)
    expect(await cameras.take(of)()).toEqual(E.left({ _tag: 'CameraHasNoAddress' }))
  })
})
