import { createHttpCameras } from '../../adapters/outside/cameras/create-http-cameras'
import { createStandInCameras } from '../../adapters/outside/cameras/stand-in-cameras'
import type { BranchId, CameraId } from '../../domain/values/ids'
import { startCamera } from '../fixtures/video/camera-under-test'
import { livePicturesContract } from './live-pictures-contract'

const camera = { branch: 'DK-785100' as BranchId, camera: 'indgang' as CameraId }

livePicturesContract('the stand-in of the demo library', [], () => {
  let now = 0
  return Promise.resolve({
    pictures: createStandInCameras(() => now),
    camera,
    goOn: () => {
      now += 1_000
    },
    close: () => Promise.resolve(),
  })
})

const failures = ['refused', 'broken', 'no picture', 'elsewhere', 'cut off', 'closed', 'silent']

livePicturesContract('cameras that answer over HTTP', failures, async () => {
  const served = await startCamera()
  const address = { url: served.url, auth: { user: 'vagt', password: 'hemmelig' }, ca: undefined }
  return {
    pictures: createHttpCameras({ [camera.branch]: { [camera.camera]: address } }),
    camera,
    goOn: () => undefined,
    fail: {
      refused: () => served.answerWith((_, response) => response.writeHead(401).end()),
      broken: () => served.answerWith((_, response) => response.writeHead(500).end()),
      'no picture': () => served.answerWith((_, response) => response.end('<html>')),
      elsewhere: () => served.answerWith((_, response) => response.writeHead(302, { Location: served.url }).end()),
      'cut off': () => served.answerWith((request) => request.socket.destroy()),
      closed: served.close,
      silent: () => served.answerWith(() => undefined),
    },
    close: served.close,
  }
})

describe('the stand-in for cameras', () => {
  it('says that it is one', () => {
    expect(createStandInCameras(() => 0).isStandIn).toBe(true)
  })
})
