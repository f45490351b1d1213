import { readLivePictureRoute } from '../../http/resources/video/read-live-picture-route'
import type { SitePictureStream } from '../page/site-picture-stream'

/** The live picture of a camera, beside the page of the request that was granted. */
export const livePictureStream: SitePictureStream = {
  path: '/vagt/anmodninger/:viewing/billede',
  roles: ['dutyOfficer'],
  route: readLivePictureRoute,
}
