import { expectPromisesInHistories } from '../laws/histories/histories-law'

describe('ten thousand random histories of a library', () => {
  it('end as the promises say: the right scopes go, no text of them is left, and a rebuild gives the same rows', async () => {
    expect(await expectPromisesInHistories(10_000)).toBeGreaterThan(100_000)
  })
})
