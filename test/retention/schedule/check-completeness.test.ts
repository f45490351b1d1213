import type { ScopeId } from '../../../domain/values/ids'
import { checkCompleteness } from '../../../retention/schedule/check-completeness'

const scopes = (...names: ReadonlyArray<string>) => new Set(names as ReadonlyArray<ScopeId>)

describe('the completeness check', () => {
  it('finds nothing when every due scope has lost its key, and no other scope has', () => {
    expect(
      checkCompleteness({ named: scopes('a', 'b'), due: scopes('a'), erased: scopes('a'), withKey: scopes('b') }),
    ).toEqual({ overdue: [], orphans: [], lost: [] })
  })

  it('finds a due scope that still has a key', () => {
    const found = checkCompleteness({ named: scopes('a'), due: scopes('a'), erased: scopes(), withKey: scopes('a') })
    expect(found).toEqual({ overdue: ['a'], orphans: [], lost: [] })
  })

  it('finds an erased scope that has a key again', () => {
    const found = checkCompleteness({ named: scopes('a'), due: scopes(), erased: scopes('a'), withKey: scopes('a') })
    expect(found.overdue).toEqual(['a'])
  })

  it('finds a key that no event names', () => {
    const found = checkCompleteness({ named: scopes(), due: scopes(), erased: scopes(), withKey: scopes('a') })
    expect(found.orphans).toEqual(['a'])
  })

  it('finds a scope that has lost its key without an erasure', () => {
    const found = checkCompleteness({ named: scopes('a'), due: scopes(), erased: scopes(), withKey: scopes() })
    expect(found.lost).toEqual(['a'])
  })
})
