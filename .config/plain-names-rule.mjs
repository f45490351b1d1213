import path from 'node:path'
import { forbiddenWords } from './forbidden-words.mjs'

/** The name in kebab-case: `waitingRoom`, `WaitingRoom` and `waiting_room` become `waiting-room`. */
const kebab = (name) =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []).map((word) => word.toLowerCase()).join('-')

const contains = (name, words) => `-${name}-`.includes(`-${words}-`)

const isForbidden =
  (name) =>
  ({ words, whole = false, except = [] }) => {
    const forbidden = kebab(words.replaceAll(' ', '_'))
    if (whole) return name === forbidden
    return contains(
      except.reduce((rest, allowed) => rest.replaceAll(allowed, 'x'), name),
      forbidden,
    )
  }

const forbiddenByName = new Map()

/** The entry of the list that a name breaks, or undefined. The same names come again and again. */
export const forbiddenWordIn = (name) => {
  if (!forbiddenByName.has(name)) forbiddenByName.set(name, forbiddenWords.find(isForbidden(kebab(name))))
  return forbiddenByName.get(name)
}

/** The file names and folder names of a path, without extensions. */
const pathNames = (file) => file.split('/').map((part) => part.replace(/(\.test)?\.(tsx?|mjs)$/, ''))

const message = (name, { words, use, reason }) => `Do not name it "${name}" ("${words}": ${reason}). Use: ${use}.`

/** The names that a pattern declares: of a variable, a parameter, or a part of a destructured value. */
const declaredIn = (pattern) => {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) =>
        part.type === 'Property' && part.shorthand ? [] : declaredIn(part.value ?? part.argument),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap(declaredIn)
    case 'AssignmentPattern':
      return declaredIn(pattern.left)
    case 'RestElement':
      return declaredIn(pattern.argument)
    case 'TSParameterProperty':
      return declaredIn(pattern.parameter)
    default:
      return []
  }
}

const create = (context) => {
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
  const check = (node) => {
    const found = node?.type === 'Identifier' ? forbiddenWordIn(node.name) : undefined
    if (found !== undefined) context.report({ node, message: message(node.name, found) })
  }
  const checkId = (node) => check(node.id)
  const checkKey = (node) => node.computed || check(node.key)
  const checkFunction = (node) => {
    checkId(node)
    node.params.flatMap(declaredIn).forEach(check)
  }
  return {
    Program: (node) => {
      for (const name of pathNames(file)) {
        const found = forbiddenWordIn(name)
        if (found !== undefined) context.report({ node, loc: { line: 1, column: 0 }, message: message(name, found) })
      }
    },
    VariableDeclarator: (node) => declaredIn(node.id).forEach(check),
    FunctionDeclaration: checkFunction,
    FunctionExpression: checkFunction,
    ArrowFunctionExpression: (node) => node.params.flatMap(declaredIn).forEach(check),
    ClassDeclaration: checkId,
    TSInterfaceDeclaration: checkId,
    TSTypeAliasDeclaration: checkId,
    TSEnumDeclaration: checkId,
    TSPropertySignature: checkKey,
    TSMethodSignature: checkKey,
    PropertyDefinition: checkKey,
    MethodDefinition: checkKey,
    ImportNamespaceSpecifier: (node) => check(node.local),
    ImportSpecifier: (node) => node.imported.name === node.local.name || check(node.local),
  }
}

/** The linter's rule that file names and declared identifiers contain no forbidden word. */
export const plainNamesRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'names are the terms of the trade' } },
  create,
}
