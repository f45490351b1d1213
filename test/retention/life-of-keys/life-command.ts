import fc from 'fast-check'
import type { LifeModel, ModelScope } from './life-model'
import type { Kill, LifeUnderTest } from './life-under-test'

export type LifeCommand = fc.AsyncCommand<LifeModel, LifeUnderTest>

/** A command that can always be given. */
export const command = (description: string, run: LifeCommand['run']): LifeCommand => ({
  check: () => true,
  run: async (model, life) => {
    model.step += 1
    await run(model, life)
  },
  toString: () => description,
})

type Candidates = (model: LifeModel) => ReadonlyArray<ModelScope>
type RunFor = (model: LifeModel, life: LifeUnderTest, scope: ModelScope) => Promise<void>

/** A command for one of several scopes, by its number; it cannot be given while there is none. */
export const commandForNth =
  (description: string, candidates: Candidates, run: RunFor) =>
  (at: number): LifeCommand => ({
    check: (model) => candidates(model).length > 0,
    run: async (model, life) => {
      model.step += 1
      const found = candidates(model)
      await run(model, life, found[at % found.length]!)
    },
    toString: () => `${description} ${at}`,
  })

/** A command for any of several scopes. */
export const commandFor = (...[description, candidates, run]: Parameters<typeof commandForNth>) =>
  fc.nat({ max: 1000 }).map(commandForNth(description, candidates, run))

/** Where a process is killed within a command; undefined: it is not. */
export const arbitraryKill = (calls: number): fc.Arbitrary<Kill | undefined> =>
  fc.option(fc.record({ call: fc.nat({ max: calls }), when: fc.constantFrom('before' as const, 'after' as const) }), {
    nil: undefined,
    freq: 1,
  })

export const killText = (kill: Kill | undefined): string =>
  kill === undefined ? '' : `, killed ${kill.when} its call ${kill.call}`
