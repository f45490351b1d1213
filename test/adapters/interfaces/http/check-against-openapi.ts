import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { openApiDescription as describeRoutes } from '../../../../adapters/interfaces/http/openapi/openapi-description'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      { readonly content: Readonly<Record<string, { readonly schema: object }>>; readonly headers: object }
    >
  >
}

/** The OpenAPI description as it is served. */
export const servedDescription: ReturnType<typeof JSON.parse> = JSON.parse(JSON.stringify(describeRoutes(routes)))

// Other tests verify the description itself. Compact code would only make the checks slower to compile.
const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false, code: { optimize: false } })
addFormats(ajv)
ajv.addSchema(servedDescription, 'description')

/** A JSON pointer (RFC 6901) in a URL fragment. */
const fragmentOf = (names: ReadonlyArray<string>): string =>
  names.map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

/** The check of a schema of the description. The validator caches it. */
const findCheck = (names: ReadonlyArray<string>): ValidateFunction | undefined =>
  ajv.getSchema(`description#${fragmentOf(names)}`)

/** The templates of paths, each with what its paths look like. Those without a parameter come first. */
const templates = Object.keys(servedDescription.paths)
  .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
  .map((template) => ({ template, paths: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`) }))

const findTemplate = (path: string): string | undefined => {
  const [bare = ''] = path.split('?')
  return templates.find(({ paths }) => paths.test(bare))?.template
}

const errorText = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath} ${String(message)} ${JSON.stringify(params)}`

const answerHeaders = ['etag', 'location', 'retry-after', 'www-authenticate', 'content-disposition']

/** Throws when the headers that only some answers have are not those of the description. */
const checkHeaders = (place: string, headers: Headers, described: object): void => {
  const names = Object.keys(described).map((name) => name.toLowerCase())
  const answered = answerHeaders.filter((name) => headers.has(name))
  const expected = answerHeaders.filter((name) => names.includes(name))
  if (answered.join() !== expected.join())
    throw new Error(`${place}: answered the headers ${answered.join()}, described are ${expected.join()}`)
}

/** Throws when an answer does not match the description. Paths without a description are not checked. */
export const checkAgainstOpenApi = (
  method: string,
  path: string,
  { status, headers, body }: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): void => {
  const template = findTemplate(path)
  const operation: Operation | undefined =
    template === undefined ? undefined : servedDescription.paths[template][method.toLowerCase()]
  if (operation === undefined || status === 304) return
  const response = operation.responses[status]
  const content = response?.content
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const names = [
    'paths',
    String(template),
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    type,
    'schema',
  ]
  const check = content?.[type] === undefined ? undefined : findCheck(names)
  if (check === undefined) throw new Error(`${method} ${String(template)} answered ${status} ${type}, undescribed`)
  const place = `${method} ${String(template)} ${status}`
  if (!check(body)) throw new Error(`${place}: ${(check.errors ?? []).map(errorText).join('; ')}`)
  if (template !== '/health') checkHeaders(place, headers, response?.headers ?? {})
}
