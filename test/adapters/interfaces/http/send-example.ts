import { randomUUID } from 'node:crypto'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import { exampleOfCodec } from '../../../../adapters/interfaces/http/openapi/example-of-codec'
import type { Route } from '../../../../adapters/interfaces/http/route/route'
import type { Reply, ServedLibrary, TestRequest } from './with-http-server'

const callerOf = ({ roles }: Route): DemoUser => {
  const role = roles === 'anyone' ? undefined : roles[0]
  if (role === undefined) return { role: 'staff', subject: 'demo-staff' }
  if (role === 'guardian') return { role, subject: 'demo-guardian', guardianships: [] }
  return role === 'borrower' ? { role, subject: randomUUID() as BorrowerId } : { role, subject: `demo-${role}` }
}

/** The path of a route, with examples for the parameters that are not given. */
export const pathWith = ({ path, params }: Route, replaced: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const codec = params.required[name]
    return replaced[name] ?? encodeURIComponent(String(codec === undefined ? '' : exampleOfCodec(codec)))
  })

const queryWith = (values: Readonly<Record<string, unknown>>): string => {
  const text = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** Examples of the query parameters that a route must have. */
export const requiredQuery = (route: Route) => exampleOfCodec(route.query) as Readonly<Record<string, unknown>>

/** What differs from the example of a request. */
export interface Sent {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly raw?: string
  readonly headers?: TestRequest['headers']
}

/** Sends a request to a route with examples where nothing else is said. */
export const send =
  (library: ServedLibrary, route: Route) =>
  (sent: Sent): Promise<Reply> => {
    const raw = sent.raw ?? (route.body === undefined ? undefined : JSON.stringify(exampleOfCodec(route.body)))
    return library.send(
      route.method.toUpperCase(),
      pathWith(route, sent.path) + queryWith(sent.query ?? requiredQuery(route)),
      {
        as: callerOf(route),
        headers: {
          'Accept-Language': 'en',
          ...(route.ifMatch === 'must' ? { 'If-Match': '"r0"' } : {}),
          ...sent.headers,
        },
        ...(raw === undefined ? {} : { raw }),
      },
    )
  }

/** The places that an answer calls wrong. */
export const pointersOf = ({ body }: Pick<Reply, 'body'>): ReadonlyArray<string> =>
  (body.errors ?? []).map((error: { readonly in: string; readonly pointer: string }) => `${error.in} ${error.pointer}`)

export const detailsOf = ({ body }: Reply): ReadonlyArray<string> =>
  (body.errors ?? []).map(({ detail }: { readonly detail: string }) => detail)
