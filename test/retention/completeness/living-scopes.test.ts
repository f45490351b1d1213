import { generateKeyPairSync, sign } from 'node:crypto'
import type { Day } from '../../../domain/values/day'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { readLivingScopesList } from '../../../adapters/interfaces/verify/living-scopes'
import { textToSignOfLivingScopes, signedLivingScopesText } from '../../../retention/completeness/living-scopes'

const keys = generateKeyPairSync('ed25519')
const signed = (text: string): string => sign(null, Buffer.from(text), keys.privateKey).toString('base64')

const loan = '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b' as ScopeId
const borrower = '0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a' as ScopeId
const living = new Map<ScopeId, ScopeClass>([
  [loan, 'loan'],
  [borrower, 'borrower'],
])

const statement = textToSignOfLivingScopes(living, {
  library: '0c0c0c0c-0c0c-4c0c-8c0c-0c0c0c0c0c0c',
  circulation: { asOf: '2026-05-02' as Day, events: 3, sha256: 'aa' },
  persons: { asOf: '2026-04' as Month, events: 2, sha256: 'bb' },
  holds: 0,
})
const text = signedLivingScopesText(statement, signed(statement), living)

describe('a signed list of living scopes', () => {
  it('names each scope and its class in the order of the random ids, after the statement and its signature', () => {
    expect(text.split('\n').slice(2)).toEqual([`${borrower} borrower`, `${loan} loan`, ''])
  })

  it('is read by the program that verifies exports, with the public key alone', () => {
    expect(readLivingScopesList(text, [keys.publicKey])).toMatchObject({
      ...{ statement: { scopes: 2, persons: { asOf: '2026-04' } }, living },
      problem: undefined,
    })
  })

  it.each([
    ['a scope was removed', text.replace(`${loan} loan\n`, ''), 'altered'],
    ['a class was changed', text.replace(`${loan} loan`, `${loan} fee`), 'altered'],
    ['a line was added that is no scope', `${text}hello\n`, 'altered'],
    ['the last line was cut', text.slice(0, -1), 'altered'],
    ['the count of holds was changed', text.replace('"holds":0', '"holds":9'), 'wrongSignature'],
  ])('is not believed when %s', (_what, altered, problem) => {
    expect(readLivingScopesList(altered, [keys.publicKey])?.problem).toBe(problem)
  })

  it('is no list when the statement has another form, or when it is empty', () => {
    for (const other of ['', text.replace('{', '{ '), text.replace('scopes 2', 'scopes 1')])
      expect(readLivingScopesList(other, [keys.publicKey])).toBeUndefined()
  })

  it('is not believed when another library signed it', () => {
    const other = generateKeyPairSync('ed25519').publicKey
    expect(readLivingScopesList(text, [other])?.problem).toBe('wrongSignature')
  })
})
