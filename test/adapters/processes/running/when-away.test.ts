import * as E from 'fp-ts/Either'
import { whenAway } from '../../../../adapters/processes/running/when-away'

describe('a store that goes away while it is read', () => {
  it('is an error value', async () => {
    const away = Object.assign(new Error('x'), { _tag: 'StoreUnavailable', reason: 'nobody answers there' })
    expect(await whenAway(() => Promise.reject(away))()).toEqual(
      E.left({ _tag: 'StoreUnavailable', reason: 'nobody answers there' }),
    )
  })

  it('is told from a mistake of our own, which stays one', async () => {
    await expect(whenAway(() => Promise.reject(new TypeError('a mistake')))()).rejects.toThrow('a mistake')
  })
})
