import { readServerAddresses } from '../../../../adapters/composition/stores/store-server-addresses'

const circulation = 'kurrentdb://node1:2113?tls=false'
const persons = 'postgres://glemsom:geheim@persons.example/glemsom'
const keys = 'postgres://glemsom:geheim@keys.example/glemsom'

const readError = (environment: Readonly<Record<string, string | undefined>>): string => {
  const addresses = readServerAddresses(environment)
  if (addresses._tag === 'Right') throw new Error('the addresses were accepted')
  return addresses.left
}

describe('the server addresses of a library', () => {
  it('are undefined without settings: logs and keys are in the data folder', () => {
    expect(readServerAddresses({})).toEqual({ _tag: 'Right', right: undefined })
  })

  it.each([
    circulation,
    'kurrentdb://node1:2113,node2:2113,node3:2113',
    'kurrentdb://glemsom:geheim@node1:2113,node2:2113,node3:2113?tlsCaFile=/secure/ca.crt',
    'esdb+discover://cluster.example:2113/?nodePreference=leader',
    'postgresql://glemsom@things.example/glemsom',
  ])('accept %s for circulation', (CIRCULATION) => {
    expect(readServerAddresses({ CIRCULATION, PERSONS: persons, KEYS: keys })).toEqual({
      _tag: 'Right',
      right: { circulation: CIRCULATION, persons, keys },
    })
  })

  it('are all set or none: the error names the missing ones', () => {
    expect(readError({ CIRCULATION: circulation, KEYS: keys })).toContain('PERSONS is missing')
    expect(readError({ CIRCULATION: circulation })).toContain('PERSONS and KEYS are missing')
  })

  it.each([
    [
      { CIRCULATION: 'mysql://x', PERSONS: persons, KEYS: keys },
      /^CIRCULATION is not a valid server address.*kurrentdb:/,
    ],
    [
      { CIRCULATION: 'kurrentdb:/nowhere', PERSONS: persons, KEYS: keys },
      /^CIRCULATION is not a valid server address.*kurrentdb:/,
    ],
    [
      { CIRCULATION: circulation, PERSONS: 'persons.example', KEYS: keys },
      /^PERSONS is not a valid server address.*postgres:/,
    ],
    [
      { CIRCULATION: circulation, PERSONS: persons, KEYS: circulation },
      /^KEYS is not a valid server address.*postgres:/,
    ],
  ])('name an invalid address, and how a valid one begins', (environment, message) => {
    expect(readError(environment)).toMatch(message)
  })

  it('refuse one PostgreSQL server for both logs, because its transaction counter would join their events', () => {
    expect(readError({ CIRCULATION: persons, PERSONS: persons, KEYS: keys })).toContain('one PostgreSQL server')
    const sameServer = 'postgres://other@persons.example:5432/another?sslmode=require'
    expect(readError({ CIRCULATION: sameServer, PERSONS: persons, KEYS: keys })).toContain('one PostgreSQL server')
  })

  it('are not repeated in errors, because an address may hold a password', () => {
    expect(readError({ CIRCULATION: 'x', PERSONS: persons, KEYS: keys })).not.toContain('geheim')
    expect(readError({ CIRCULATION: persons, PERSONS: persons, KEYS: keys })).not.toContain('geheim')
  })
})
