import type { Shop } from '../../../shop/shop.ts'

/** A public method, called with whatever a test wants to try. */
export type Method = (...args: readonly unknown[]) => unknown

/** The names of all public methods: `customers.add`, `rebuild`, … */
export function methodNames(shop: Shop): string[] {
  return Object.entries(shop).flatMap(([name, value]) =>
    isMethod(value) ? [name] : isDepartment(value) ? methodsIn(name, value) : [],
  )
}

/** Calls a public method by its name. */
export async function callMethod(
  shop: Shop,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  const [department = '', method] = name.split('.')
  const owner: unknown = method === undefined ? shop : Reflect.get(shop, department)
  const found: unknown = isDepartment(owner) ? Reflect.get(owner, method ?? department) : undefined
  if (!isMethod(found)) throw new Error(`a shop has no method ${name}`)
  return found(...args)
}

function methodsIn(department: string, methods: object): string[] {
  return Object.entries(methods).flatMap(([name, value]) =>
    isMethod(value) ? [`${department}.${name}`] : [],
  )
}

function isDepartment(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}
