const maximumSteps = 6

/** The linter's rule that a pipe has at most six steps: a longer one names a part of itself as a function. */
export const pipeStepsRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'a pipe has at most six steps' } },
  create: (context) => ({
    'CallExpression[callee.name="pipe"]': (node) => {
      const steps = node.arguments.length - 1
      if (steps > maximumSteps)
        context.report({
          node,
          message: `This pipe has ${steps} steps; at most ${maximumSteps} are allowed. Name a part of it as a function.`,
        })
    },
  }),
}

/**
 * The linter's rule for `async` in the domain: a function is async only when a loop in it awaits, over pages, events or
 * attempts. Any other function is a TaskEither.
 */
export const asyncOnlyForLoopsRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'async functions of the domain loop' } },
  create: (context) => {
    const functions = []
    let loops = 0
    const enterFunction = () => {
      functions.push({ outerLoops: loops, loopsAndAwaits: false })
      loops = 0
    }
    const leaveFunction = (node) => {
      const { outerLoops, loopsAndAwaits } = functions.pop()
      loops = outerLoops
      if (node.async && !loopsAndAwaits)
        context.report({
          node,
          message: 'The domain stays in TaskEither: a function is async only to await in a loop.',
        })
    }
    const found = () => {
      if (loops > 0 && functions.length > 0) functions.at(-1).loopsAndAwaits = true
    }
    const enterLoop = (node) => {
      loops += 1
      if (node.await === true) found()
    }
    const leaveLoop = () => {
      loops -= 1
    }
    const loopTypes = ['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement']
    return {
      ':function': enterFunction,
      ':function:exit': leaveFunction,
      AwaitExpression: found,
      ...Object.fromEntries(
        loopTypes.flatMap((type) => [
          [type, enterLoop],
          [`${type}:exit`, leaveLoop],
        ]),
      ),
    }
  },
}
