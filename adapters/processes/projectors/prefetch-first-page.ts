/**
 * Requests the first page now and answers the same pages, so that two servers can work at the same time. An error of
 * the first page is reported only to the code that reads it.
 */
export const prefetchFirstPage = <Page>(pages: AsyncIterable<Page>): AsyncIterable<Page> => {
  const iterator = pages[Symbol.asyncIterator]()
  const first = iterator.next()
  first.catch(() => undefined)
  async function* pagesInOrder(): AsyncGenerator<Page, void, undefined> {
    for (let next = await first; next.done !== true; next = await iterator.next()) yield next.value
  }
  return pagesInOrder()
}
