import { tableNames, tables } from '@langganan/core/storage'
import { expect, test } from 'vitest'
import { checkedPrefix, indexName, snakeCase, tableName } from '../src/names.ts'

test.each([
  ['groups', 'groups'],
  ['groupMembers', 'group_members'],
  ['businessNameFold', 'business_name_fold'],
])('%s is %s', (name, expected) => {
  expect(snakeCase(name)).toBe(expected)
})

test('tables and indexes carry the prefix', () => {
  expect(tableName('', 'groupMembers')).toBe('group_members')
  expect(tableName('toko_', 'groupMembers')).toBe('toko_group_members')
  expect(indexName('toko_', 'groupMembers', 'byCustomer')).toBe('toko_group_members_by_customer')
})

test('no two names in the database are the same', () => {
  const names = tableNames.flatMap((table) => [
    tableName('', table),
    ...Object.keys(tables[table].indexes).map((index) => indexName('', table, index)),
  ])
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('migrations')
})

test('names fit into what Postgres keeps of one, behind the longest prefix', () => {
  const longest = 'p'.repeat(31)
  for (const table of tableNames) {
    for (const index of Object.keys(tables[table].indexes)) {
      expect(indexName(longest, table, index).length).toBeLessThanOrEqual(63)
    }
  }
})

test.each(['', 'a', 'toko_', 'a1_b2', 'p'.repeat(31)])('%o is a prefix', (prefix) => {
  expect(checkedPrefix(prefix)).toBe(prefix)
})

test.each(['_', '1a', 'A', 'a-b', 'a b', 'a"', 'a;', 'é', 'p'.repeat(32), 'a\n'])(
  '%o is none',
  (prefix) => {
    const checking = (): string => checkedPrefix(prefix)
    expect(checking).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'prefix' }))
  },
)
