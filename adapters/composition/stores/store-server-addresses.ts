import * as E from 'fp-ts/Either'

/** The addresses of the servers that store logs and keys. An address may hold a user name and a password. */
export interface StoreServerAddresses {
  readonly circulation: string
  readonly persons: string
  readonly keys: string
}

type EnvironmentVariables = Readonly<Record<string, string | undefined>>

/** One node, or several separated by commas. The client of KurrentDB parses the rest. */
const kurrentAddress = /^(kurrentdb|esdb)(\+discover)?:\/\/[^/?\s]+([/?]\S*)?$/
const postgresAddress = /^postgres(ql)?:\/\//

/** Whether an address is one of PostgreSQL, and not of KurrentDB. */
export const isPostgresAddress = (address: string): boolean => postgresAddress.test(address)

const isValidPostgresAddress = (address: string): boolean => isPostgresAddress(address) && URL.canParse(address)
const isValidLogAddress = (address: string): boolean => kurrentAddress.test(address) || isValidPostgresAddress(address)

const addressSettings = [
  ['CIRCULATION', isValidLogAddress, 'kurrentdb://, esdb:// or postgres://'],
  ['PERSONS', isValidLogAddress, 'postgres://, kurrentdb:// or esdb://'],
  ['KEYS', isValidPostgresAddress, 'postgres://'],
] as const

/** The host and port of an address, without its database and its user. */
const hostAndPortOf = (address: string): string => {
  const { hostname, port, searchParams } = new URL(address)
  return `${searchParams.get('host') ?? hostname} ${(searchParams.get('port') ?? port) || '5432'}`
}

const isSameServer = (one: string, other: string): boolean =>
  isPostgresAddress(one) && isPostgresAddress(other) && hostAndPortOf(one) === hostAndPortOf(other)

const findMalformedAddress = (environment: EnvironmentVariables): string | undefined => {
  const malformed = addressSettings.find(([name, isAddress]) => !isAddress(environment[name] ?? ''))
  return malformed && `${malformed[0]} is not a valid server address. It must begin with ${malformed[2]}.`
}

/**
 * Reads the addresses from the environment: all three, or none (then logs and keys are in the data folder). The error is
 * a sentence that repeats no address, because an address may hold a password.
 */
export const readServerAddresses = (
  environment: EnvironmentVariables,
): E.Either<string, StoreServerAddresses | undefined> => {
  const missing = addressSettings.filter(([name]) => (environment[name] ?? '') === '').map(([name]) => name)
  if (missing.length === addressSettings.length) return E.right(undefined)
  if (missing.length > 0)
    return E.left(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: set all of CIRCULATION, PERSONS and KEYS, or none of them.`,
    )
  const malformed = findMalformedAddress(environment)
  if (malformed !== undefined) return E.left(malformed)
  const { CIRCULATION: circulation = '', PERSONS: persons = '', KEYS: keys = '' } = environment
  return isSameServer(circulation, persons)
    ? E.left(
        'CIRCULATION and PERSONS are on one PostgreSQL server, and its transaction counter would join their events. Give each log its own server.',
      )
    : E.right({ circulation, persons, keys })
}
