import { expectRightLives } from './expect-right-lives'

describe('the life of keys, with epochs, backups and restorations', () => {
  it('opens nothing past its horizon, and loses nothing that lives, whatever happens', () =>
    // The slow suite draws new lives.
    expectRightLives({ numRuns: 30, maxCommands: 30, seed: 20_261_129 }))
})
