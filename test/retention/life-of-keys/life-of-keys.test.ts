import { expectRightLives } from './expect-right-lives'

describe('the life of keys, with epochs, backups and restorations', () => {
  it('opens nothing past its horizon, and loses nothing that lives, whatever happens', () => expectRightLives(30, 30))
})
