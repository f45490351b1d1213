import { expectPromisesInHistories } from './histories-law'

describe('random histories of a library', () => {
  it('end as the promises say: the right scopes go, no text of them is left, and a rebuild gives the same rows', async () => {
    expect(await expectPromisesInHistories(40)).toBeGreaterThan(200)
  })
})
