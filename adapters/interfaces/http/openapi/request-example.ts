import type { Route } from '../route/route'
import { exampleOfCodec } from './example-of-codec'

/** An example of a request to a route. */
export interface RequestExample {
  /** Parameters of the path and the query by name. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The ETag to send as `If-Match`, in quotes. */
  readonly ifMatch?: string
  readonly body?: unknown
}

/** Examples of requests by the names of their routes. */
export type RequestExamples = Readonly<Record<string, RequestExample>>

/** An example that is valid, but names nothing that exists: the required members only. */
export const minimalRequestExample = ({ params, query, body, ifMatch }: Route): RequestExample => ({
  parameters: Object.fromEntries(
    Object.entries({ ...params.required, ...query.required }).map(([name, codec]) => [
      name,
      String(exampleOfCodec(codec)),
    ]),
  ),
  ...(ifMatch === 'must' ? { ifMatch: '"r0"' } : {}),
  ...(body === undefined ? {} : { body: exampleOfCodec(body) }),
})
