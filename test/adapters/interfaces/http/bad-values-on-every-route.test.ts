import type * as t from 'io-ts'
import { toFieldErrors } from '../../../../adapters/interfaces/http/problems/field-errors'
import { exampleOfCodec } from '../../../../adapters/interfaces/http/openapi/example-of-codec'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { badTextsOf, badValuesOf, fieldsIn, withJsonAt } from './bad-values'
import { detailsOf, pointersOf, requiredQuery, send, type Sent } from './send-example'
import { withHttpServer, type Reply } from './with-http-server'

/** A sentence that says what would be right. */
const saysWhatIsRight = /^(must (be|not|look|contain) .{4}|is missing|is unknown)/

/** What is wrong with the answer to a bad value, if anything: it must be refused, and the place named. */
const faultOf = (reply: Reply, place: string): string | undefined => {
  if (reply.status !== 400) return `status ${String(reply.status)}`
  const pointers = pointersOf(reply)
  if (pointers.length === 0 || pointers.length > 20) return `${String(pointers.length)} errors`
  if (!pointers.every((pointer) => pointer.startsWith(place))) return `names ${pointers.join()}`
  return detailsOf(reply).every((detail) => saysWhatIsRight.test(detail)) ? undefined : detailsOf(reply).join()
}

/** Whether each error of a codec has a text of its own in Danish and in English. */
const isTranslated = (codec: t.Mixed, value: unknown): boolean => {
  const decoded = codec.decode(value)
  return decoded._tag === 'Right' || toFieldErrors('body')(decoded.left).every(({ text: { da, en } }) => da !== en)
}

describe('a bad value', () => {
  it('in any member of a body is refused with the place and what would be right, on every route', () =>
    withHttpServer(async (library) => {
      const faults: string[] = []
      for (const route of routes)
        for (const field of route.body === undefined ? [] : fieldsIn(route.body))
          for (const json of badValuesOf(field)) {
            const raw = withJsonAt(exampleOfCodec(route.body!), field.pointer, json)
            const fault = faultOf(await send(library, route)({ raw }), `body ${field.pointer}`)
            if (fault !== undefined) faults.push(`${route.name} ${field.pointer} ${json.slice(0, 40)}: ${fault}`)
          }
      expect(faults).toEqual([])
    }))

  it('is refused in Danish and in English', () => {
    const untranslated = routes.flatMap(({ name, body }) =>
      (body === undefined ? [] : fieldsIn(body)).flatMap(({ pointer, codec }) =>
        badValuesOf({ pointer, codec })
          .filter((json) => !isTranslated(codec, JSON.parse(json)))
          .map((json) => `${name} ${pointer} ${json.slice(0, 40)}`),
      ),
    )
    expect(untranslated).toEqual([])
  })

  it('in any parameter of a path or a query is refused with the place and what would be right, on every route', () =>
    withHttpServer(async (library) => {
      const faults: string[] = []
      for (const route of routes) {
        const ask = send(library, route)
        const tryOne = async (sent: Sent, place: string): Promise<void> => {
          const fault = faultOf(await ask(sent), place)
          if (fault !== undefined) faults.push(`${route.method} ${route.path} ${JSON.stringify(sent)}: ${fault}`)
        }
        for (const field of fieldsIn(route.params))
          for (const value of badTextsOf(field))
            await tryOne({ path: { [field.pointer.slice(1)]: encodeURIComponent(value) } }, `path ${field.pointer}`)
        for (const field of fieldsIn(route.query))
          for (const value of badTextsOf(field))
            await tryOne(
              { query: { ...requiredQuery(route), [field.pointer.slice(1)]: value } },
              `query ${field.pointer}`,
            )
        await tryOne({ query: { ...requiredQuery(route), noSuchParameter: '1' } }, 'query /noSuchParameter')
      }
      expect(faults).toEqual([])
    }))

  it('in the percent-encoding of a path is refused, on every route with a parameter', () =>
    withHttpServer(async (library) => {
      for (const route of routes.filter(({ path }) => path.includes(':')))
        for (const broken of ['%', '%E0%A4%A', '%ff', '%zz', '%c0%af']) {
          const [name = ''] = Object.keys(route.params.required)
          const reply = await send(library, route)({ path: { [name]: broken } })
          expect([route.path, broken, reply.status, reply.body.type]).toEqual([
            route.path,
            broken,
            400,
            'urn:glemsom:problem:address-is-malformed',
          ])
        }
    }))
})
