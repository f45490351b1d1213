import * as E from 'fp-ts/Either'
import { createDestroyedKeyOverwriter } from '../../../../adapters/stores/keystore/sqlite/destroyed-key-overwriter'

const counted = () => {
  let overwrites = 0
  const keys = createDestroyedKeyOverwriter(() => {
    overwrites += 1
  })
  return { ...keys, overwrites: () => overwrites }
}

const succeeds = () => Promise.resolve(E.right(undefined))
const fails = () => Promise.resolve(E.left('the disk is full'))

describe('destroyed keys in the memory of the thread that reads a key store', () => {
  it('are overwritten once after each call that may have destroyed some, whether it succeeded or not', async () => {
    const { countCall, overwrite, overwrites } = counted()
    for (const destroy of [succeeds, fails]) {
      const before = overwrites()
      await countCall<string, undefined>(destroy)()
      overwrite()
      overwrite()
      expect(overwrites() - before).toBe(1)
    }
  })

  it('cost nothing when no key was destroyed', () => {
    const { overwrite, overwrites } = counted()
    overwrite()
    expect(overwrites()).toBe(0)
  })

  it('are overwritten after a call that ends while others overwrite: until then their keys may be read again', async () => {
    const { countCall, overwrite, overwrites } = counted()
    let end: () => void = () => undefined
    const destroying = countCall<string, undefined>(
      () =>
        new Promise((resolve) => {
          end = () => resolve(E.right(undefined))
        }),
    )()
    await countCall<string, undefined>(succeeds)()
    overwrite()
    end()
    await destroying
    overwrite()
    expect(overwrites()).toBe(2)
  })
})
