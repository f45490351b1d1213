import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { openApiDescription as describeRoutes } from '../../../../adapters/interfaces/http/openapi/openapi-description'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

/** The OpenAPI description as it is served. */
export const servedDescription: ReturnType<typeof JSON.parse> = JSON.parse(JSON.stringify(describeRoutes(routes)))

const ajv = new Ajv2020({ allErrors: true, strict: false })
const compiled = new Map<string, ValidateFunction>()

const compile = (key: string, schema: object): ValidateFunction => {
  const cached = compiled.get(key)
  if (cached !== undefined) return cached
  const compiledSchema = ajv.compile({ ...schema, components: servedDescription.components })
  compiled.set(key, compiledSchema)
  return compiledSchema
}

const findTemplate = (path: string): string | undefined => {
  const [bare = ''] = path.split('?')
  const templates = Object.keys(servedDescription.paths).filter((template) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(bare),
  )
  return templates.find((template) => !template.includes('{')) ?? templates[0]
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
  const content = operation.responses[status]?.content
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const schema = content?.[type]?.schema
  if (schema === undefined) throw new Error(`${method} ${String(template)} answered ${status} ${type}, undescribed`)
  const check = compile(`${method} ${String(template)} ${status}`, schema)
  if (!check(body)) throw new Error(`${method} ${String(template)} ${status}: ${ajv.errorsText(check.errors)}`)
}
