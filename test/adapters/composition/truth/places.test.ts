import { placesIn } from '../../../../adapters/composition/truth/places'

const circulation = 'kurrentdb://node1:2113?tls=false'
const persons = 'postgres://glemsom:geheim@persons.example/glemsom'
const keys = 'postgres://glemsom:geheim@keys.example/glemsom'

const refusal = (environment: Readonly<Record<string, string | undefined>>): string => {
  const places = placesIn(environment)
  if (places._tag === 'Right') throw new Error('was taken')
  return places.left
}

describe('where a library keeps its logs and keys', () => {
  it('is its folder, when nothing else is said', () => {
    expect(placesIn({})).toEqual({ _tag: 'Right', right: undefined })
  })

  it.each([
    circulation,
    'kurrentdb://node1:2113,node2:2113,node3:2113',
    'kurrentdb://glemsom:geheim@node1:2113,node2:2113,node3:2113?tlsCaFile=/secure/ca.crt',
    'esdb+discover://cluster.example:2113/?nodePreference=leader',
    'postgresql://glemsom@things.example/glemsom',
  ])('may be servers: %s', (CIRCULATION) => {
    expect(placesIn({ CIRCULATION, PERSONS: persons, KEYS: keys })).toEqual({
      _tag: 'Right',
      right: { circulation: CIRCULATION, persons, keys },
    })
  })

  it('is never half of it on servers: what is missing is named', () => {
    expect(refusal({ CIRCULATION: circulation, KEYS: keys })).toContain('PERSONS is missing')
    expect(refusal({ CIRCULATION: circulation })).toContain('PERSONS and KEYS are missing')
  })

  it.each([
    [{ CIRCULATION: 'mysql://x', PERSONS: persons, KEYS: keys }, /^CIRCULATION is no address.*kurrentdb:/],
    [{ CIRCULATION: 'kurrentdb:/nowhere', PERSONS: persons, KEYS: keys }, /^CIRCULATION is no address.*kurrentdb:/],
    [{ CIRCULATION: circulation, PERSONS: 'persons.example', KEYS: keys }, /^PERSONS is no address.*postgres:/],
    [{ CIRCULATION: circulation, PERSONS: persons, KEYS: circulation }, /^KEYS is no address.*postgres:/],
  ])('says which address is none, and how one begins', (environment, words) => {
    expect(refusal(environment)).toMatch(words)
  })

  it('is not one PostgreSQL server for both logs, whose counter of transactions would join them', () => {
    expect(refusal({ CIRCULATION: persons, PERSONS: persons, KEYS: keys })).toContain('one PostgreSQL server')
    const beside = 'postgres://other@persons.example:5432/another?sslmode=require'
    expect(refusal({ CIRCULATION: beside, PERSONS: persons, KEYS: keys })).toContain('one PostgreSQL server')
  })

  it('is told without the password that an address holds', () => {
    expect(refusal({ CIRCULATION: 'x', PERSONS: persons, KEYS: keys })).not.toContain('geheim')
    expect(refusal({ CIRCULATION: persons, PERSONS: persons, KEYS: keys })).not.toContain('geheim')
  })
})
