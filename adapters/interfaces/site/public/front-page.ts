import * as TE from 'fp-ts/TaskEither'
import { FrontView, frontTexts } from '../../pages/front/front-view'
import { defineSitePage } from '../page/define-site-page'

/** The front page. It says nothing of anybody. */
export const frontPage = defineSitePage({
  path: '/',
  title: frontTexts.title,
  roles: 'anyone',
  read: () => TE.right({}),
  view: FrontView,
})
