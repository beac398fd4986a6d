import ts from 'typescript'
import { freeNames, nodesOf } from './free-names.ts'
import type { Source } from './source.ts'
import type { Violation } from './violation.ts'

const outside = ['process', 'performance', 'crypto', 'console', 'fetch']
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']
const chance = ['randomUUID', 'getRandomValues']
const members = ['Date.now', 'Math.random', 'Temporal.Now']

/** The domain reads no clock, no chance and nothing from outside. */
export function pureDomain(source: Source): Violation[] {
  if (!source.path.startsWith('packages/core/src/domain/')) return []
  const names = freeNames(source, [...outside, ...timers, ...chance])
  const expressions = nodesOf(source, (node) => impureMember(node) ?? presentDate(node))
  return [...names, ...expressions].map(({ line, text }) => ({
    rule: 'pure',
    file: source.path,
    line,
    message: `the domain is pure: values in, values out (${text})`,
  }))
}

function impureMember(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const text = node.getText()
  return members.includes(text) || chance.includes(node.name.text) ? text : undefined
}

/** `new Date()` and `Date()` read the clock; `new Date(instant)` does not. */
function presentDate(node: ts.Node): string | undefined {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'Date') return undefined
  const readsClock = ts.isCallExpression(node) || (node.arguments ?? []).length === 0
  return readsClock ? node.getText() : undefined
}
