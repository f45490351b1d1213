import * as E from 'fp-ts/Either'

/** Where logs and keys are when they are not in the data folder: addresses of servers, each with what lets one in. */
export interface Places {
  readonly circulation: string
  readonly persons: string
  readonly keys: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** One node, or several with commas between: its client reads the rest. */
const forKurrent = /^(kurrentdb|esdb)(\+discover)?:\/\/[^/?\s]+([/?]\S*)?$/
const forPostgres = /^postgres(ql)?:\/\//

/** Whether what stands at an address stands on PostgreSQL, not on KurrentDB. */
export const isPostgres = (address: string): boolean => forPostgres.test(address)

const isOnPostgres = (address: string): boolean => isPostgres(address) && URL.canParse(address)
const isOnEither = (address: string): boolean => forKurrent.test(address) || isOnPostgres(address)

const named = [
  ['CIRCULATION', isOnEither, 'kurrentdb://, esdb:// or postgres://'],
  ['PERSONS', isOnEither, 'postgres://, kurrentdb:// or esdb://'],
  ['KEYS', isOnPostgres, 'postgres://'],
] as const

/** Whichever of its databases is named, and as whom. */
const serverOf = (address: string): string => {
  const { hostname, port, searchParams } = new URL(address)
  return `${searchParams.get('host') ?? hostname} ${(searchParams.get('port') ?? port) || '5432'}`
}

const isOneServer = (one: string, other: string): boolean =>
  isPostgres(one) && isPostgres(other) && serverOf(one) === serverOf(other)

const malformed = (places: Environment): string | undefined => {
  const wrong = named.find(([name, isAddress]) => !isAddress(places[name] ?? ''))
  return wrong && `${wrong[0]} is no address of a server. It begins with ${wrong[2]}.`
}

/**
 * The places that an environment names: all three, or none (then everything is in the data folder). What is wrong with
 * them is told in a sentence, which repeats no address: it may hold a password.
 */
export const placesIn = (environment: Environment): E.Either<string, Places | undefined> => {
  const missing = named.filter(([name]) => (environment[name] ?? '') === '').map(([name]) => name)
  if (missing.length === named.length) return E.right(undefined)
  if (missing.length > 0)
    return E.left(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: CIRCULATION, PERSONS and KEYS go together, or none of them.`,
    )
  const wrong = malformed(environment)
  if (wrong !== undefined) return E.left(wrong)
  const { CIRCULATION: circulation = '', PERSONS: persons = '', KEYS: keys = '' } = environment
  return isOneServer(circulation, persons)
    ? E.left(
        'CIRCULATION and PERSONS stand on one PostgreSQL server, whose counter of transactions would join them. Give each a server of its own.',
      )
    : E.right({ circulation, persons, keys })
}
