import ts from 'typescript'

/**
 * Finds the containers (maps, sets, lists, caches) of a source file that outlive one call: a function that is returned or
 * stored uses a container that was made outside it. Each is named `file#variable`. A single value in a `let` is not found,
 * and neither is a container that is passed on to another file before anything uses it.
 */
export const containersThatOutliveACall = (file: string, text: string): ReadonlyArray<string> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && outlives(source, node, node.name))
      found.push(`${file}#${node.name.text}`)
    if (
      ts.isPropertyAssignment(node) &&
      isEmptyContainer(node.initializer) &&
      !ts.isArrayLiteralExpression(node.initializer)
    )
      found.push(`${file}#${node.name.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const containerClasses: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'LRUCache'])
const cacheFunctions: ReadonlySet<string> = new Set(['boundedCache'])
const changingMethods: ReadonlySet<string> = new Set('set add push delete clear splice pop shift unshift'.split(' '))
/** Functions passed to these run at once, and are gone with the call. */
const runsAtOnce: ReadonlySet<string> = new Set(
  'map filter flatMap forEach some every find findIndex reduce sort from'.split(' '),
)

const isContainer = (node: ts.Node | undefined): boolean =>
  node !== undefined &&
  (ts.isArrayLiteralExpression(node) ||
    (ts.isNewExpression(node) && containerClasses.has(node.expression.getText())) ||
    (ts.isCallExpression(node) && cacheFunctions.has(node.expression.getText())))

const isEmptyContainer = (node: ts.Node | undefined): boolean => {
  if (node === undefined || !isContainer(node)) return false
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0
  const isOfOptions =
    ts.isCallExpression(node) || (ts.isNewExpression(node) && node.expression.getText() === 'LRUCache')
  return isOfOptions || (ts.isNewExpression(node) && (node.arguments ?? []).length === 0)
}

const isPassedToRunAtOnce = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) &&
  ts.isPropertyAccessExpression(parent.expression) &&
  runsAtOnce.has(parent.expression.name.text)

/** The innermost function around a node, leaving out those that run at once; undefined at the top of the file. */
const functionAround = (node: ts.Node): ts.Node | undefined => {
  const around = ts.findAncestor(node.parent, (outer) => ts.isFunctionLike(outer) && !isPassedToRunAtOnce(outer))
  return around
}

const isAssignmentTo = (node: ts.Node, left: ts.Node): boolean =>
  ts.isBinaryExpression(node) && node.left === left && node.operatorToken.kind === ts.SyntaxKind.EqualsToken

const isAssigned = ({ parent }: ts.Identifier, name: ts.Identifier): boolean => isAssignmentTo(parent, name)

const isChanged = (use: ts.Identifier): boolean => {
  const { parent } = use
  if (isAssigned(use, use)) return true
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === use && changingMethods.has(parent.name.text)
  return ts.isElementAccessExpression(parent) && isAssignmentTo(parent.parent, parent)
}

const isName = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node)

/** Whether a function has a variable of its own with this name. */
const hasItsOwn = (node: ts.Node, name: ts.Identifier): boolean => {
  if (!ts.isFunctionLike(node) || functionAround(name) === node) return false
  const declares = (inner: ts.Node): boolean => {
    const isDeclared = ts.isVariableDeclaration(inner) || ts.isParameter(inner) || ts.isBindingElement(inner)
    if (isDeclared && inner.name !== name && inner.name.getText() === name.text) return true
    return ts.forEachChild(inner, declares) ?? false
  }
  const isInside = ts.findAncestor(name, (outer) => outer === node) !== undefined
  return !isInside && (ts.forEachChild(node, declares) ?? false)
}

/** The uses of a variable within functions that live longer than the call that made it. */
const usesInLongerFunctions = (within: ts.Node, name: ts.Identifier, home: ts.Node | undefined) => {
  const uses: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (hasItsOwn(node, name)) return
    if (ts.isIdentifier(node) && node.text === name.text && node !== name && !isName(node))
      if (functionAround(node) !== home) uses.push(node)
    ts.forEachChild(node, visit)
  }
  visit(within)
  return uses
}

const outlives = (source: ts.SourceFile, declaration: ts.VariableDeclaration, name: ts.Identifier): boolean => {
  const isVariable = (declaration.parent.flags & ts.NodeFlags.Let) !== 0
  const { initializer } = declaration
  const home = functionAround(declaration)
  const uses = usesInLongerFunctions(home ?? source, name, home)
  if (uses.length === 0) return false
  const changed = uses.some(isChanged)
  // An empty list at the top of a file that nothing changes is a constant.
  if (isEmptyContainer(initializer)) return changed || home !== undefined
  if (isContainer(initializer)) return changed
  // A container that a function made: what is done with it tells.
  return isVariable && changed && uses.some((use) => !isAssigned(use, use) && isChanged(use))
}
