import * as E from 'fp-ts/Either'
import { connectToken } from '../../../../../adapters/stores/kek-ring/module/connect-token'

describe('a token', () => {
  it('is not used without the package that speaks to it; the refusal says how to build it', () => {
    // Within a test there is no built package: it is beside the compiled program.
    const outcome = connectToken({ file: __filename, token: 'library', pinFile: '/secure/pin' })
    expect(outcome).toEqual(
      E.left({
        ...{ _tag: 'Problem', isWrongPin: false },
        reason: expect.stringMatching(/pkcs11js is not installed, .* run `npm run build:module`/) as string,
      }),
    )
  })
})
