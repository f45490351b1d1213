import { cursorMember } from '../../pages/tables/paged-table'
import type { PageRequest } from './site-page'

/** The place in a list at which a page begins, as the page before it names it. */
export const cursorOf = ({ query }: Pick<PageRequest, 'query'>): { readonly cursor?: string } => {
  const cursor = query[cursorMember]
  return cursor === undefined ? {} : { cursor }
}
