/**
 * The same pages, of which the first is asked for now and waited for later: so that two servers are asked at a time.
 * Whoever never comes to read them does not hear that it failed.
 */
export const askedAhead = <Page>(pages: AsyncIterable<Page>): AsyncIterable<Page> => {
  const going = pages[Symbol.asyncIterator]()
  const first = going.next()
  first.catch(() => undefined)
  async function* inTurn(): AsyncGenerator<Page, void, undefined> {
    for (let next = await first; next.done !== true; next = await going.next()) yield next.value
  }
  return inTurn()
}
