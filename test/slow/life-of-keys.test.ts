import { expectRightLives } from '../retention/life-of-keys/expect-right-lives'

describe('the life of keys, with epochs, backups and restorations', () => {
  it('opens nothing past its horizon, and loses nothing that lives, in three thousand lives', () =>
    expectRightLives({ numRuns: 3000, maxCommands: 60 }))
})
