import * as E from 'fp-ts/Either'

/** A step of the demo that must succeed did not: a defect, told by the error's tag alone. */
export const done = <Err extends { readonly _tag: string }, A>(step: E.Either<Err, A>): A => {
  if (E.isLeft(step)) throw new Error(`the demo library met ${step.left._tag}`)
  return step.right
}
