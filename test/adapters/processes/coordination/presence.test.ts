import { randomBytes, randomUUID } from 'node:crypto'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { openCoordination } from '../../../../adapters/processes/coordination/postgres/open-coordination'
import { present } from '../../../../adapters/processes/coordination/present'
import type { ScopeId } from '../../../../domain/values/ids'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'

const secret = randomBytes(32)
const aScope = () => randomUUID() as ScopeId

withPostgres((server) => {
  describe('processes that are there', () => {
    const closes: Array<() => Promise<void>> = []
    afterEach(async () => {
      for (const close of closes.splice(0).reverse()) await close()
    })

    /** Processes of one library. */
    const library = async () => {
      const url = await server().newDatabase()
      const agreed = right(await openCoordination(machineClock)(url)())
      closes.push(agreed.close)
      return {
        secrets: async () => (await server().run(url, 'SELECT folder FROM coordination.secrets')).length,
        comes: async (folder: string = randomUUID()) => {
          const presence = agreed.presence({ process: randomUUID(), folder, secret })
          const { close: leave } = right(await present(presence)())
          closes.push(leave)
          return { presence, folder, leave }
        },
      }
    }

    it('are waited for until each has answered, also one that comes while it is asked', async () => {
      const { comes } = await library()
      const [one, other] = [(await comes()).presence, (await comes()).presence]
      const question = right(await one.ask([aScope()])())
      right(await one.answer(question)())
      expect(right(await one.allAnswered(question)())).toBe(false)
      expect(right(await other.asked())).toBe(question)
      right(await other.answer(question)())
      expect(right(await one.allAnswered(question)())).toBe(true)
      await comes()
      expect(right(await one.allAnswered(question)())).toBe(false)
    })

    it('are asked the same again by one who goes on with what another began: who has answered is not waited for', async () => {
      const { comes } = await library()
      const [one, other] = [(await comes()).presence, (await comes()).presence]
      const scopes = [aScope(), aScope()]
      const question = right(await one.ask(scopes)())
      right(await one.answer(question)())
      expect(right(await other.ask([...scopes].reverse())())).toBe(question)
      right(await other.answer(question)())
      expect(right(await other.allAnswered(question)())).toBe(true)
      expect(right(await other.ask([aScope()])())).toBe(question + 1)
    })

    it('are waited for no more once they have left', async () => {
      const { comes } = await library()
      const [one, other] = [await comes(), await comes()]
      const question = right(await one.presence.ask([aScope()])())
      right(await one.presence.answer(question)())
      await other.leave()
      expect(right(await one.presence.allAnswered(question)())).toBe(true)
    })

    it('have a secret for the files of their folder, the same each time, and nobody else has it', async () => {
      const { comes } = await library()
      const one = await comes()
      const first = right(await one.presence.secret())
      expect(first).toHaveLength(32)
      await one.leave()
      expect(right(await (await comes(one.folder)).presence.secret())).toEqual(first)
      expect(right(await (await comes()).presence.secret())).not.toEqual(first)
    })

    it('lose it when something is erased while they are away, or do not answer', async () => {
      const { comes, secrets } = await library()
      const [one, away, late] = [await comes(), await comes(), await comes()]
      const before = right(await away.presence.secret())
      for (const { presence } of [one, late]) right(await presence.secret())
      await away.leave()
      const question = right(await one.presence.ask([aScope()])())
      right(await one.presence.answer(question)())
      right(await one.presence.forsake(question)())
      expect(await secrets()).toBe(1)
      expect(right(await (await comes(away.folder)).presence.secret())).not.toEqual(before)
    })

    it('lose it together where a folder was copied and one of them does not answer', async () => {
      const { comes, secrets } = await library()
      const one = await comes()
      right(await one.presence.secret())
      await comes(one.folder)
      const question = right(await one.presence.ask([aScope()])())
      right(await one.presence.answer(question)())
      right(await one.presence.forsake(question)())
      expect(await secrets()).toBe(0)
    })
  })
})
