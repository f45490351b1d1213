import { words } from '../../../../adapters/interfaces/http/problems/failure-words'
import { problemOf } from '../../../../adapters/interfaces/http/problems/problem'
import type { Failure, Tag } from '../../../../adapters/interfaces/http/problems/failure'

const da = problemOf('da')

describe('problem details', () => {
  it('hide the name of a stream that points to a person, and tell expected and actual', () => {
    const conflict = (stream: string): Failure => ({ _tag: 'Conflict', stream, expected: 3, actual: 4 }) as Failure
    expect(da(conflict('borrower-5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'))).toMatchObject({
      status: 409,
      expected: 3,
      actual: 4,
    })
    for (const stream of ['borrower-1', 'fee-1', 'payment-1']) expect(da(conflict(stream))).not.toHaveProperty('stream')
    expect(da(conflict('copy-3274626533'))).toHaveProperty('stream', 'copy-3274626533')
  })

  it('call what is forgotten gone, and somebody who is forgotten a stranger', () => {
    expect(da({ _tag: 'ScopeEnded', class: 'loan' }).status).toBe(410)
    expect(da({ _tag: 'ScopeEnded', class: 'borrower' })).toMatchObject({
      status: 404,
      type: 'urn:glemsom:problem:borrower-is-unknown',
    })
  })

  it('say nothing of why a store or a key cannot be reached', () => {
    const problem = da({ _tag: 'Unavailable', reason: '/var/lib/keys is gone' })
    expect(problem.status).toBe(503)
    expect(JSON.stringify(problem)).not.toContain('/var')
  })

  it('have words in both languages for everything, and a type of their own', () => {
    const tags = Object.keys(words) as Tag[]
    const types = tags.map((tag) => words[tag])
    expect(types.filter(({ da, en }) => da === '' || en === '')).toEqual([])
    expect(tags.length).toBeGreaterThan(60)
  })
})
