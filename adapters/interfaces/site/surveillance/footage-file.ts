import { videoViewers } from '../../http/access/caller-roles-of-routes'
import { readFootageContentRoute } from '../../http/resources/video/read-footage-content-route'
import type { SiteFile } from '../page/site-file'

/** The video of a request, beside its page: a page is no place for so many bytes. */
export const footageFile: SiteFile = {
  path: '/vagt/anmodninger/:viewing/video',
  roles: videoViewers,
  route: readFootageContentRoute,
  isLoadedByPage: true,
}
