import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { h } from 'preact'
import type { AnySitePage, PageContent, SitePage } from './site-page'

/** Defines a page of the site. */
export const defineSitePage = <P extends object>({
  read,
  view,
  titleOf,
  forms = {},
  ...page
}: SitePage<P>): AnySitePage => {
  const viewOf = (content: P): PageContent => ({ element: () => h(view, content), title: titleOf?.(content) })
  return {
    ...page,
    read: (request) => pipe(read(request), TE.map(viewOf)),
    forms: new Map(
      Object.entries(forms).map(([name, send]) => [
        name,
        (request) =>
          pipe(
            send(request),
            TE.map((outcome) => ('content' in outcome ? { ...outcome, content: viewOf(outcome.content) } : outcome)),
          ),
      ]),
    ),
  }
}
