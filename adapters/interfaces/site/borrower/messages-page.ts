import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { readOwnMessagesRoute } from '../../http/resources/messages/read-messages-routes'
import { messagesTexts } from '../../pages/messages/messages-texts'
import { MessagesView } from '../../pages/messages/messages-view'
import { defineSitePage } from '../page/define-site-page'

/** How many messages a page shows. */
const messagesOnPage = '20'

/** The messages to a borrower, the newest first. */
export const messagesPage = defineSitePage({
  path: '/mit/beskeder',
  title: messagesTexts.title,
  roles: ['borrower'],
  read: ({ run, query: { efter: cursor } }) =>
    pipe(
      run(readOwnMessagesRoute, { query: { limit: messagesOnPage, ...(cursor === undefined ? {} : { cursor }) } }),
      TE.map(({ body }) => body),
    ),
  view: MessagesView,
})
