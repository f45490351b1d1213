import { httpFailureTexts } from '../../../../adapters/interfaces/http/problems/http-failure-texts'
import { toProblemDetails } from '../../../../adapters/interfaces/http/problems/problem-details'
import type { HttpFailure, FailureTag } from '../../../../adapters/interfaces/http/problems/http-failure'

const da = toProblemDetails('da')

describe('problem details', () => {
  it('hide the name of a stream that points to a person, and show expected and actual revision', () => {
    const conflict = (stream: string): HttpFailure =>
      ({ _tag: 'Conflict', stream, expected: 3, actual: 4 }) as HttpFailure
    expect(da(conflict('borrower-5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'))).toMatchObject({
      status: 409,
      expected: 3,
      actual: 4,
    })
    for (const stream of ['borrower-1', 'fee-1', 'payment-1']) expect(da(conflict(stream))).not.toHaveProperty('stream')
    expect(da(conflict('copy-3274626533'))).toHaveProperty('stream', 'copy-3274626533')
  })

  it('answer 410 for a forgotten loan, and 404 for a forgotten borrower', () => {
    expect(da({ _tag: 'ScopeEnded', class: 'loan' }).status).toBe(410)
    expect(da({ _tag: 'ScopeEnded', class: 'borrower' })).toMatchObject({
      status: 404,
      type: 'urn:glemsom:problem:borrower-is-unknown',
    })
  })

  it('do not say why a store or a key is unavailable', () => {
    const problem = da({ _tag: 'Unavailable', reason: '/var/lib/keys is gone' })
    expect(problem.status).toBe(503)
    expect(JSON.stringify(problem)).not.toContain('/var')
  })

  it('have a text in both languages for each failure', () => {
    const tags = Object.keys(httpFailureTexts) as FailureTag[]
    const types = tags.map((tag) => httpFailureTexts[tag])
    expect(types.filter(({ da, en }) => da === '' || en === '')).toEqual([])
    expect(tags.length).toBeGreaterThan(60)
  })
})
