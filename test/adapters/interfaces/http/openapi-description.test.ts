import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { memberDescriptionsBySchema } from '../../../../adapters/interfaces/http/openapi/member-descriptions-by-schema'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { servedDescription } from './check-against-openapi'

type Schema = ReturnType<typeof JSON.parse>

/** The members of a schema, and of those in it, that have no description. */
const membersWithoutDescription = (place: string, schema: Schema): ReadonlyArray<string> => {
  if (typeof schema !== 'object' || schema === null) return []
  const members = Object.entries<Schema>(schema.properties ?? {})
  return [
    ...members.filter(([, member]) => member.description === undefined).map(([name]) => `${place}.${name}`),
    ...members.flatMap(([name, member]) => membersWithoutDescription(`${place}.${name}`, member)),
    ...(schema.anyOf ?? [schema.items ?? null]).flatMap((inner: Schema) => membersWithoutDescription(place, inner)),
  ]
}

const operations = (): ReadonlyArray<ReturnType<typeof JSON.parse>> =>
  Object.values<object>(servedDescription.paths).flatMap((path) => Object.values(path))

describe('the OpenAPI description', () => {
  it('has every route once, the health of the process and the trees of the logs, with unique operation ids', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(names).toHaveLength(routes.length + 3 + 4)
    expect(names).toContain('readHealth')
    expect(new Set(names).size).toBe(routes.length + 3 + 4)
  })

  it('names in each path exactly the parameters that the route decodes', () => {
    const loose = routes.filter(({ path, params }) => {
      const inPath = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name)
      return inPath.join() !== Object.keys(params.required).join()
    })
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  it('has only valid schemas, and no reference to a missing one', () => {
    const text = JSON.stringify(servedDescription)
    const referred = [...text.matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)].map(([, name]) => name ?? '')
    expect(referred.filter((name) => !(name in servedDescription.components.schemas))).toEqual([])
    const ajv = new Ajv2020({ strict: false })
    addFormats(ajv)
    const wrong = Object.values<object>(servedDescription.components.schemas).filter(
      (schema) => !ajv.validateSchema(schema),
    )
    expect(wrong).toEqual([])
  })

  it('requires a token everywhere but in the catalogue, for branches and policy, for the health of the process, and for heads and hashes of the logs', () => {
    const isOpen = ({ security }: Schema) => security.length === 0 || security.some((way: Schema) => Object.keys(way).length === 0) // prettier-ignore
    const open = operations().filter(isOpen)
    expect(open.map(({ operationId }) => operationId)).toEqual([
      ...['searchTitles', 'readTitle', 'readCopy', 'readBranches', 'readPolicy'],
      ...['readHealth', 'readLiveness', 'readReadiness'],
      ...['readCheckpoint', 'readHeadKeys', 'readTile'],
    ])
  })

  it('describes each member, each parameter, each server and each tag in words', () => {
    const undescribed = Object.entries<Schema>(servedDescription.components.schemas).flatMap(([name, schema]) =>
      membersWithoutDescription(name, schema),
    )
    const parameters = operations().flatMap((operation) =>
      operation.parameters
        .filter((parameter: Schema) => parameter.description === undefined || parameter.description === parameter.name)
        .map((parameter: Schema) => `${String(operation.operationId)} ${String(parameter.name)}`),
    )
    expect([...undescribed, ...parameters]).toEqual([])
    expect(servedDescription.servers).toHaveLength(1)
    expect(servedDescription.tags.filter(({ description }: Schema) => description === undefined)).toEqual([])
  })

  it('describes a reason and a `by` by what they mean in their own route', () => {
    const { schemas } = servedDescription.components
    const described = (name: string) =>
      Object.entries<Schema>(schemas).flatMap(([schema, { properties = {} }]) =>
        name in properties ? [[schema, properties[name].description]] : [],
      )
    const inOwnWords = expect.stringContaining('in their own words')
    const ofOpener = expect.stringContaining('in the words of whoever opened it')
    const ofAsker = expect.stringContaining('in the words of whoever ask')
    const unreadable = expect.stringContaining('cannot be read')
    const ofRequest = expect.stringContaining('in the words of whoever acts')
    const toBorrower = expect.stringContaining('as the borrower is told')
    expect(Object.fromEntries(described('reason'))).toEqual({
      ...{ Access: ofOpener, LookOnDay: ofOpener, LookInMonth: ofOpener },
      ...{ ClassOpening: ofAsker, ChangedClassOpening: ofAsker, NewClassOpening: ofAsker },
      ...{ LooksForReason: expect.stringContaining('in the words of whoever looked') },
      ...{ ReplayedValue: unreadable, ReplayedPart: unreadable, DamagedEventInLog: unreadable },
      ...{
        AmountAndReason: inOwnWords,
        FeeReduction: inOwnWords,
        RecordOpening: expect.stringContaining('the borrower reads it'),
        ReasonForFee: inOwnWords,
        FeeTransaction: inOwnWords,
        HeldFeeDecision: inOwnWords,
      },
      ...{ Block: expect.stringContaining('blokeringsårsag'), NewBlock: expect.stringContaining('blokeringsårsag') },
      ...{ HoldOnRecord: toBorrower, HeldLegalHold: toBorrower },
      ...{
        HeldBlock: expect.stringContaining('blokeringsårsag'),
        BlockAtLending: expect.stringContaining('blokeringsårsag'),
      },
      NameAndAddressOpening: expect.stringContaining('in the words of staff'),
      ProtectionChange: expect.stringContaining('in the words of staff'),
      HeldLoanOverride: expect.stringContaining('in the words of staff'),
      HeldReservationOverride: expect.stringContaining('in the words of staff'),
      RecordOpening: expect.stringContaining('the borrower reads it'),
      HeldIdentityCorrection: expect.stringContaining('put right'),
      ...{ Identity: expect.stringContaining('put right'), IdentityChange: expect.stringContaining('put right') },
      DamagedEvent: expect.stringContaining('cannot be read'),
      ...{ NewLiveViewing: ofRequest, NewFootageViewing: ofRequest, NewFootageDisclosure: ofRequest },
      VideoRequest: expect.stringContaining('in the words of whoever acted'),
      NewServerLogOpening: expect.stringContaining('listed for the data protection officer'),
      ServerLogOpening: expect.stringContaining('in the words of whoever opened it'),
      RefusedErasure: expect.stringContaining('refused'),
    })
    expect(Object.fromEntries(described('by'))).toEqual({
      FeeReduction: expect.stringContaining('in øre'),
      PublishedCell: expect.stringContaining('broken down'),
      StatisticsTable: expect.stringContaining('broken down'),
      VideoRequest: expect.stringContaining('the subject of the token'),
    })
  })

  it('describes no member of a schema that there is not, in words for this schema alone', () => {
    const parameters = routes.flatMap(({ params, query }) => [params, query])
    const members = [
      ...Object.entries<Schema>(servedDescription.components.schemas).flatMap(([schema, { properties = {} }]) =>
        Object.keys(properties).map((name) => `${schema}.${name}`),
      ),
      ...parameters.flatMap(({ name: schema, required, optional }) =>
        Object.keys({ ...required, ...optional }).map((name) => `${schema}.${name}`),
      ),
    ]
    expect(Object.keys(memberDescriptionsBySchema).filter((key) => !members.includes(key))).toEqual([])
  })

  it('names the reasons, the national codes, the obstacles, the roles and the types of problems', () => {
    const { because, nationalCode, obstacles, roles, type } = servedDescription.components.schemas.Problem.properties
    expect(because.enum).toEqual(
      expect.arrayContaining(['borrowerBlocked', 'loanEnded', 'tokenExpired', 'missingDays']),
    )
    expect(nationalCode.enum).toEqual(expect.arrayContaining(['patron_is_blocked', 'deniedReserved']))
    expect(obstacles.items.properties.what.enum).toContain('loans')
    expect(roles.items.enum).toContain('administrator')
    expect(type.enum).toContain('urn:glemsom:problem:token-is-refused')
  })

  it('gives the format of days, moments and ids, and the headers of answers', () => {
    const { NewLoan, ReservationChange } = servedDescription.components.schemas
    expect(NewLoan.properties.borrower.format).toBe('uuid')
    expect(NewLoan.properties.actedAt.format).toBe('date-time')
    expect(ReservationChange.properties.interestUntil.format).toBe('date')
    const { responses } = servedDescription.paths['/borrowers/{borrower}/contact'].put
    expect(Object.keys(responses['200'].headers)).toContain('ETag')
    expect(Object.keys(responses['401'].headers)).toContain('WWW-Authenticate')
    expect(Object.keys(responses['503'].headers)).toContain('Retry-After')
    expect(Object.keys(servedDescription.paths['/copies'].post.responses['201'].headers)).toContain('Location')
  })

  it('leaves optional members out of the examples of requests', () => {
    const bodies = operations().flatMap(({ operationId, requestBody }) =>
      'application/json' in (requestBody?.content ?? {})
        ? [[operationId, requestBody.content['application/json'].example] as const]
        : [],
    )
    const example = Object.fromEntries(bodies)
    expect(Object.keys(example.lendCopy)).not.toContain('actedAt')
    expect(bodies.filter(([, body]) => JSON.stringify(body).includes('actedAt'))).toEqual([])
  })

  it('has one schema for each name', () => {
    const shapes = new Map<string, unknown>()
    const names = routes.flatMap(({ answer, body }) => (body === undefined ? [answer] : [answer, body]))
    for (const codec of names) {
      const known =
        shapes.get(codec.name) ?? JSON.stringify(Object.keys('required' in codec ? (codec.required as object) : {}))
      expect(JSON.stringify(Object.keys('required' in codec ? (codec.required as object) : {}))).toBe(known)
      shapes.set(codec.name, known)
    }
  })
})
