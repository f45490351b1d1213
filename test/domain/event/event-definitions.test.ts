import { readdirSync } from 'node:fs'
import path from 'node:path'
import { eventDefinitions } from '../../../domain/event-definitions'
import { endedScopeMemberByEventType } from '../../../domain/event/scope-ended-by-event'

const domain = path.join(__dirname, '../../../domain')
const eventFiles = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(path.dirname(file)) === 'events' && file.endsWith('.ts'),
)

const definedTypes = (file: string): ReadonlyArray<string> =>
  Object.values(jest.requireActual<Readonly<Record<string, unknown>>>(path.join(domain, file))).flatMap((exported) =>
    typeof exported === 'function' && 'openCodec' in exported && 'type' in exported ? [String(exported.type)] : [],
  )

const listedTypes = eventDefinitions.map(({ type }) => type)

describe('the list of event definitions', () => {
  it('names every event of the folders called events', () => {
    expect(eventFiles.flatMap(definedTypes).sort()).toEqual([...listedTypes].sort())
  })

  it('has the open member that each ended scope is named by', () => {
    for (const { type, fields } of eventDefinitions) {
      const member = endedScopeMemberByEventType[type]
      expect(member === undefined ? true : member in fields.open).toBe(true)
    }
  })
})
