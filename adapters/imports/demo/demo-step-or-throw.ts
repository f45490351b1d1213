import * as E from 'fp-ts/Either'

/** The value of a step that must succeed. A failure is a defect: it throws the tag of the error. */
export const demoStepOrThrow = <Err extends { readonly _tag: string }, A>(step: E.Either<Err, A>): A => {
  if (E.isLeft(step)) throw new Error(`a step of the demo library failed with ${step.left._tag}`)
  return step.right
}
