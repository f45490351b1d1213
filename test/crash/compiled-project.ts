import path from 'node:path'

const compiled = path.resolve(__dirname, '../../dist')

/** The compiled files of the checkout, which child processes run. They are made before the tests run. */
export const compiledProject = {
  main: path.join(compiled, 'adapters/main.js'),
  program: (name: string) => path.join(compiled, 'test/crash', name),
}
