import type { ScopeId } from '../../../domain/values/ids'
import { completeness } from '../../../retention/schedule/completeness'

const scopes = (...names: ReadonlyArray<string>) => new Set(names as ReadonlyArray<ScopeId>)

describe('the completeness proof', () => {
  it('comes out empty when everything due is gone and nothing else is', () => {
    expect(completeness({ named: scopes('a', 'b'), due: scopes('a'), erased: scopes('a'), held: scopes('b') })).toEqual(
      { overdue: [], orphans: [], lost: [] },
    )
  })

  it('finds what is due and still has a key', () => {
    const found = completeness({ named: scopes('a'), due: scopes('a'), erased: scopes(), held: scopes('a') })
    expect(found).toEqual({ overdue: ['a'], orphans: [], lost: [] })
  })

  it('finds an erased scope whose key came back', () => {
    const found = completeness({ named: scopes('a'), due: scopes(), erased: scopes('a'), held: scopes('a') })
    expect(found.overdue).toEqual(['a'])
  })

  it('finds a key that no event names', () => {
    const found = completeness({ named: scopes(), due: scopes(), erased: scopes(), held: scopes('a') })
    expect(found.orphans).toEqual(['a'])
  })

  it('finds a scope that has lost its key without an erasure', () => {
    const found = completeness({ named: scopes('a'), due: scopes(), erased: scopes(), held: scopes() })
    expect(found.lost).toEqual(['a'])
  })
})
