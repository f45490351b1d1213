import { videoViewers } from '../../http/access/caller-roles-of-routes'

/** Who reads the requests on pages: an auditor does not, because values cannot be withheld from a page. */
export const readersOfRequests = [...videoViewers, 'administrator'] as const
