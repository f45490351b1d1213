import * as E from 'fp-ts/Either'
import { catchStoreErrors } from '../../../adapters/processes/catch-store-errors'

describe('a store error that is thrown while reading', () => {
  it('becomes an error value', async () => {
    const storeError = Object.assign(new Error('x'), { _tag: 'StoreUnavailable', reason: 'the server does not answer' })
    expect(await catchStoreErrors(() => Promise.reject(storeError))()).toEqual(
      E.left({ _tag: 'StoreUnavailable', reason: 'the server does not answer' }),
    )
  })

  it('is distinguished from a programming error, which is still thrown', async () => {
    await expect(catchStoreErrors(() => Promise.reject(new TypeError('a mistake')))()).rejects.toThrow('a mistake')
  })
})
