/** What no file of the project does. */
export const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'No enum: write a union of string literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: the same thing has the same name everywhere.' },
  {
    selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
    message: 'No `as unknown as`: decode the value, or say its type where it is made.',
  },
]

/** Nothing in the domain reads a clock or draws at random: both are ports. */
export const inDomain = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The domain reads no clock: take the day as an argument.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The domain reads no clock: take the day as an argument.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The domain reads no clock: take the day as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The domain draws nothing at random: take it as an argument.',
  },
]

/** Globals by which pure code would touch the world. */
export const impureGlobals = [
  'console',
  'crypto',
  'fetch',
  'performance',
  'process',
  'setImmediate',
  'setInterval',
  'setTimeout',
].map((name) => ({ name, message: 'Pure code touches nothing: make it a port.' }))
