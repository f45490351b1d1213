import type { AnySitePage } from '../page/site-page'
import { returnsPage } from './returns-page'
import { staffStartPage } from './staff-start-page'

/** The pages of the desk. */
export const staffPages: ReadonlyArray<AnySitePage> = [staffStartPage, returnsPage]
