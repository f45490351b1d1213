import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { membersOfCodec } from '../../../fixtures/member-paths'

/** A number that can belong to nobody, in a text as people write it. */
const textWithCpr = 'Ring til Bo, 010158-5000'

/** Whether a member may be this text, or a list with it. */
const accepts =
  (text: string) =>
  ({ codec }: { readonly codec: t.Mixed }): boolean =>
    [text, [text]].some((value) => E.isRight(codec.decode(value)))

const membersOfBodies = routes.flatMap(({ name, body }) =>
  body === undefined ? [] : membersOfCodec(body).map(({ path, codec }) => ({ place: `${name} ${path}`, codec })),
)

describe('a route that takes free text', () => {
  it('refuses a CPR number in it, whichever route and member it is', () => {
    const accepting = membersOfBodies.filter(accepts(textWithCpr))
    expect(accepting.map(({ place }) => place)).toEqual([])
  })

  it('is found by this test: these members take a text', () => {
    const places = membersOfBodies.filter(accepts('Kongens Fald, eller noget i den retning')).map(({ place }) => place)
    for (const place of ['changeNotes .internalNote', 'answerNotesRequest .given', 'setHold .why'])
      expect(places).toContain(place)
  })
})
