import type { Json } from './with-http-server'

/**
 * A new file to the collector replaces the one that the example hands out. What changes the day or erases comes last: the
 * other examples are of today.
 */
const last = ['makeCollectionFile', 'requestErasure', 'runRetention', 'confirmDate', 'moveClockForward']

/** An operation of the OpenAPI description, as it is described. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly described: Json
}

/** A request that "Try it out" sends, by a user of a role that may. */
export interface ExampleRequest {
  readonly method: string
  readonly path: string
  readonly role: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
  /** The body where it is no JSON. */
  readonly raw?: string
}

export type SendExample = (request: ExampleRequest) => Promise<{ readonly status: number; readonly text: string }>

/** The operations of a description, in the order in which all their examples can be tried. */
export const operationsIn = ({ paths }: Json): ReadonlyArray<Operation> => {
  const all = Object.entries<Json>(paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  )
  const placeOf = ({ described }: Operation): number => last.indexOf(described.operationId)
  return all.sort((one, other) => placeOf(one) - placeOf(other))
}

/** The JSON of an example, or some bytes where a video is asked for. */
const contentOf = (
  content: Json,
  headers: Readonly<Record<string, string>>,
): Pick<ExampleRequest, 'headers' | 'body' | 'raw'> =>
  'video/mp4' in content
    ? { headers: { ...headers, 'Content-Type': 'video/mp4' }, body: undefined, raw: 'a video' }
    : { headers, body: content['application/json']?.example }

/** The examples of the description, and nothing where there is none. */
const exampleRequest = ({ method, path, described }: Operation): ExampleRequest => {
  const given: ReadonlyArray<Json> = described.parameters.filter(({ example }: Json) => example !== undefined)
  const headers = given.filter((parameter) => parameter.in === 'header').map(({ name, example }) => [name, example])
  const filled = given.reduce<string>(
    (url, { name, example }) => url.replace(`{${String(name)}}`, String(example)),
    path,
  )
  const query = given.filter((parameter) => parameter.in === 'query').map(({ name, example }) => [name, example])
  const pathWithQuery = query.length === 0 ? filled : `${filled}?${new URLSearchParams(query).toString()}`
  const role = /^For: ([A-Za-z]+)/.exec(described.description)?.[1] ?? 'staff'
  return {
    ...{ method, path: pathWithQuery, role: role === 'anyone' ? 'staff' : role },
    ...contentOf(described.requestBody?.content ?? {}, Object.fromEntries(headers)),
  }
}

/** Sends the example of each operation, one after another. Answers those that fail. */
export const tryExamples =
  (send: SendExample) =>
  async (operations: ReadonlyArray<Operation>): Promise<ReadonlyArray<string>> => {
    const failed: string[] = []
    for (const operation of operations) {
      const request = exampleRequest(operation)
      const { status, text } = await send(request)
      if (status >= 300) failed.push(`${String(operation.described.operationId)}: ${request.path} ${text}`)
    }
    return failed
  }
