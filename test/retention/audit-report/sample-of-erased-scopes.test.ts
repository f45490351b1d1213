import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'
import { sampleOfErasedScopes } from '../../../retention/audit-report/sample-of-erased-scopes'
import { runAllSteps } from '../../fixtures/run-all-steps'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const erasedScopes = fc
  .uniqueArray(fc.uuid(), { maxLength: 60 })
  .map((ids) => new Map<ScopeId, ScopeClass>(ids.map((id) => [id as ScopeId, 'loan'])))

describe('the sample of erased records', () => {
  it('is the ids that come next after the place that the digest gives, and then the first ones', () =>
    fc.assert(
      fc.property(erasedScopes, fc.string(), fc.integer({ min: 1, max: 25 }), (erased, text, number) => {
        const digest = sha256(text)
        const start = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
        const sorted = [...erased.keys()].sort()
        const turned = [...sorted.filter((id) => id >= start), ...sorted.filter((id) => id < start)]
        const sample = runAllSteps(sampleOfErasedScopes(erased, digest, number))
        expect(sample.map(({ scope }) => scope)).toEqual(turned.slice(0, number))
      }),
    ))

  it('is another one for another log, so that nobody knows before what will be looked at', () => {
    const erased = new Map<ScopeId, ScopeClass>(
      Array.from({ length: 200 }, (_, n) => [
        sha256(String(n)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5') as ScopeId,
        'loan',
      ]),
    )
    const ofLog = (text: string) => runAllSteps(sampleOfErasedScopes(erased, sha256(text), 20))
    expect(ofLog('one')).not.toEqual(ofLog('two'))
  })
})
