import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { describe as describeRoutes } from '../../../../adapters/interfaces/http/openapi/describe'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

/** The description as it is served. */
export const description: ReturnType<typeof JSON.parse> = JSON.parse(JSON.stringify(describeRoutes(routes)))

const ajv = new Ajv2020({ allErrors: true, strict: false })
const compiled = new Map<string, ValidateFunction>()

const compile = (key: string, schema: object): ValidateFunction => {
  const known = compiled.get(key)
  if (known !== undefined) return known
  const made = ajv.compile({ ...schema, components: description.components })
  compiled.set(key, made)
  return made
}

const matching = (path: string): string | undefined => {
  const [bare = ''] = path.split('?')
  const templates = Object.keys(description.paths).filter((template) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(bare),
  )
  return templates.find((template) => !template.includes('{')) ?? templates[0]
}

/** Throws when an answer is not as the description has it; what is not described is not checked. */
export const checkAnswer = (
  method: string,
  path: string,
  { status, headers, body }: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): void => {
  const template = matching(path)
  const operation: Operation | undefined =
    template === undefined ? undefined : description.paths[template][method.toLowerCase()]
  if (operation === undefined || status === 304) return
  const content = operation.responses[status]?.content
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const schema = content?.[type]?.schema
  if (schema === undefined) throw new Error(`${method} ${String(template)} answered ${status} ${type}, undescribed`)
  const check = compile(`${method} ${String(template)} ${status}`, schema)
  if (!check(body)) throw new Error(`${method} ${String(template)} ${status}: ${ajv.errorsText(check.errors)}`)
}
