import { describe, expect, test } from 'vitest'
import { judge } from './one-shard.ts'

const ours = new Set(['customers', 'facts', 'lines', 'events', 'shops'])

function problemsOf(sql: string): readonly string[] {
  return judge(sql, (table) => ours.has(table)).problems
}

describe('goes to one shard', () => {
  test.each<[string, string]>([
    ['a filter', 'select 1 from customers where shop_id = $1'],
    [
      'a filter beside others',
      "select 1 from customers where id = $2 and (shop_id = 'a' and 1 = 1)",
    ],
    ['a cast value, on the left', 'select 1 from customers where cast($1 as text) = shop_id'],
    [
      'a join by the shop',
      'select 1 from facts as f join customers as c on c.shop_id = f.shop_id and c.id = f.customer_id where f.shop_id = $1',
    ],
    [
      'a chain of joins by the shop',
      'select 1 from facts f join customers c on c.shop_id = f.shop_id join lines l on l.shop_id = c.shop_id where l.shop_id = $1',
    ],
    ['two filters', 'select 1 from facts f, customers c where f.shop_id = $1 and c.shop_id = $2'],
    [
      'an outer join that is held on both sides',
      'select 1 from customers c left join facts f on f.shop_id = c.shop_id where c.shop_id = $1',
    ],
    [
      'a subquery that names the shop itself',
      'select 1 from facts f where f.shop_id = $1 and exists (select from (select customer_id from lines where shop_id = $2) as l where l.customer_id = f.customer_id)',
    ],
    [
      'a with',
      'with few as (select id from customers where shop_id = $1) select 1 from few join facts f on f.customer_id = few.id and f.shop_id = $1',
    ],
    [
      'a union',
      'select id from customers where shop_id = $1 union all select customer_id from facts where shop_id = $2',
    ],
    ['locked rows', 'select 1 from customers where shop_id = $1 order by id for no key update'],
    [
      "a lock beside the shop's row",
      'select pg_advisory_xact_lock(hashtextextended(shop_id, 0)) from shops where shop_id = $1',
    ],
    ['rows', 'insert into facts (shop_id, customer_id) values ($1, $2), ($3, $4)'],
    [
      'rows of a list',
      'with listed (id) as (select * from unnest(cast($1 as text[]))) insert into customers (shop_id, id, name) select $2, id, id from listed where true on conflict (shop_id, id) do update set name = excluded.name',
    ],
    ['a removal', 'delete from customers where shop_id = $1 and id in (select * from unnest($2))'],
    [
      'a removal by another table',
      'delete from lines l using facts f where f.shop_id = $1 and l.shop_id = f.shop_id',
    ],
    ['an update', 'update customers set name = $2 where shop_id = $1'],
  ])('%s', (_, sql) => {
    expect(problemsOf(sql)).toEqual([])
  })
})

describe('is refused:', () => {
  test.each<[string, string, RegExp]>([
    [
      'a lock in a with',
      'with l as (select pg_advisory_xact_lock(1)) select 1 from facts, l where facts.shop_id = $1',
      /lock by the way/,
    ],
    [
      'a sample of a table',
      'select 1 from facts tablesample system (1) where shop_id = $1',
      /reads from a RangeTableSample/,
    ],
    [
      'a table that is made',
      'select customer_id into temporary few from facts where shop_id = $1',
      /makes a table/,
    ],
    [
      'a query for a value',
      'insert into facts (shop_id, customer_id) values ($1, (select max(id) from customers where shop_id = $1))',
      /asks a query/,
    ],
    ['a block', 'do $$ begin delete from facts; end $$', /nobody judged/],
    [
      'a block that does more',
      `do $$ begin if not exists (select from pg_catalog.pg_namespace where nspname = 'a') then create schema "a"; end if; delete from facts; end $$`,
      /nobody judged/,
    ],
    [
      'a function in from',
      'select 1 from facts, generate_series(1, 2) where facts.shop_id = $1',
      /not known to be pure/,
    ],
    [
      'a function of somebody else',
      'select evil.count(1) from facts where shop_id = $1',
      /not known to be pure/,
    ],
    ['no filter', 'select 1 from customers where id = $1', /reads customers of every shop/],
    ['no condition', 'select 1 from customers', /every shop/],
    ['another comparison', 'select 1 from customers where shop_id >= $1', /every shop/],
    ['a list of shops', 'select 1 from customers where shop_id = any($1)', /every shop/],
    ['shops in brackets', 'select 1 from customers where shop_id in ($1)', /every shop/],
    ['an or', 'select 1 from customers where shop_id = $1 or id = $2', /every shop/],
    [
      'an or deep inside',
      'select 1 from customers where 1 = 1 and (id = $2 or shop_id = $1)',
      /every shop/,
    ],
    ['a not', 'select 1 from customers where not (shop_id = $1)', /every shop/],
    ['a null', 'select 1 from customers where shop_id = null', /every shop/],
    [
      'a shop that is computed',
      'select 1 from customers where shop_id = right($1, 5)',
      /every shop/,
    ],
    [
      'a case',
      'select 1 from customers where case when $2 = 1 then shop_id = $1 else true end',
      /every shop/,
    ],
    [
      'a join without the shop',
      'select 1 from facts f join customers c on c.id = f.customer_id where f.shop_id = $1',
      /reads c of every shop/,
    ],
    [
      'a join by the shop of tables that nothing holds',
      'select 1 from facts f join customers c on c.shop_id = f.shop_id',
      /reads f of every shop/,
    ],
    [
      'a join by the shop and another column',
      'select 1 from facts f join customers c on c.shop_id = f.customer_id where f.shop_id = $1',
      /reads c of every shop/,
    ],
    ['a comma', 'select 1 from facts f, customers c where f.shop_id = $1', /reads c of every shop/],
    [
      'a column that two tables have',
      'select 1 from facts f join lines l on l.customer_id = f.customer_id where shop_id = $1',
      /every shop/,
    ],
    [
      'an outer join that is held in its condition only',
      'select 1 from customers c left join facts f on c.shop_id = $1 and f.shop_id = c.shop_id',
      /reads c of every shop/,
    ],
    [
      'a right join that is held in its condition only',
      'select 1 from facts f right join customers c on c.shop_id = $1 and f.shop_id = $1',
      /reads c of every shop/,
    ],
    [
      'a full join that is held in its condition only',
      'select 1 from facts f full join customers c on c.shop_id = $1 and f.shop_id = $1',
      /reads f of every shop/,
    ],
    [
      'a natural join',
      'select 1 from facts f natural join customers c where f.shop_id = $1',
      /reads c of every shop/,
    ],
    [
      'a subquery without the shop',
      'select 1 from facts f where f.shop_id = $1 and exists (select from lines l where l.customer_id = f.customer_id)',
      /reads l of every shop/,
    ],
    [
      'a subquery that has the shop from outside only',
      'select 1 from facts f where f.shop_id = $1 and exists (select from lines l where l.shop_id = f.shop_id)',
      /reads l of every shop/,
    ],
    [
      'a subquery that says the shop of the table outside',
      'select 1 from facts f where f.shop_id = $1 and exists (select from lines l where f.shop_id = $1)',
      /reads l of every shop/,
    ],
    [
      'a subquery among what is selected',
      'select (select count(*) from lines) from facts f where f.shop_id = $1',
      /reads lines of every shop/,
    ],
    [
      'a subquery in an order',
      'select 1 from facts f where f.shop_id = $1 order by (select max(at) from lines)',
      /reads lines of every shop/,
    ],
    [
      'a table in from that is a query without the shop',
      'select 1 from (select customer_id from lines) as l join facts f on f.customer_id = l.customer_id where f.shop_id = $1',
      /reads lines of every shop/,
    ],
    [
      'a with without the shop',
      'with few as (select id from customers) select 1 from few join facts f on f.shop_id = $1',
      /reads customers of every shop/,
    ],
    [
      'a union with a branch without the shop',
      'select id from customers where shop_id = $1 union all select customer_id from facts',
      /reads facts of every shop/,
    ],
    [
      'a table that has the name of a with out of sight',
      'select 1 from (with facts as (select 1) select 1 from facts) as f, facts where true',
      /reads facts of every shop/,
    ],
    [
      'a write in a with',
      'with gone as (delete from lines where shop_id = $1) select 1 from facts where shop_id = $1',
      /writes rows in a with/,
    ],
    [
      'locked rows in a with',
      'with held as (select 1 from facts where shop_id = $1 for update) select 1 from held',
      /locks rows in a with/,
    ],
    ['a table of somebody else', 'select 1 from orders where shop_id = $1', /names orders/],
    [
      'rows without their shop',
      'insert into facts (customer_id) values ($1)',
      /without their shop/,
    ],
    ['rows without columns', 'insert into facts values ($1, $2)', /without their shop/],
    ['a row of defaults', 'insert into facts default values', /without their shop/],
    [
      'one row of many without a shop',
      'insert into facts (shop_id, customer_id) values ($1, $2), (null, $3)',
      /not said as a value/,
    ],
    [
      'rows of whatever shop a list says',
      'insert into facts (shop_id, customer_id) select a, b from unnest($1, $2) as u (a, b)',
      /not said as a value/,
    ],
    [
      'rows from another shop',
      'insert into facts (shop_id, customer_id) select $1, customer_id from facts',
      /reads facts of every shop/,
    ],
    [
      'conflicts without the shop',
      'insert into facts (shop_id, customer_id) values ($1, $2) on conflict (customer_id) do nothing',
      /conflicts/,
    ],
    [
      'conflicts of any kind',
      'insert into facts (shop_id, customer_id) values ($1, $2) on conflict do nothing',
      /conflicts/,
    ],
    [
      'conflicts by the name of a constraint',
      'insert into facts (shop_id, customer_id) values ($1, $2) on conflict on constraint facts_pkey do nothing',
      /conflicts/,
    ],
    [
      'a conflict that moves the row',
      'insert into facts (shop_id, customer_id) values ($1, $2) on conflict (shop_id, customer_id) do update set shop_id = $3',
      /moves rows/,
    ],
    ['an update of all shops', 'update customers set name = $1', /every shop/],
    [
      'an update that moves rows',
      'update customers set shop_id = $2 where shop_id = $1',
      /moves rows/,
    ],
    [
      'an update from another table',
      'update customers c set name = $2 from facts f where c.shop_id = $1 and f.customer_id = c.id',
      /reads f of every shop/,
    ],
    ['a removal of all shops', 'delete from customers where id = $1', /every shop/],
    [
      'a removal by another table',
      'delete from lines l using facts f where l.shop_id = $1',
      /reads f of every shop/,
    ],
    [
      'a removal by a subquery',
      'delete from lines where shop_id = $1 and customer_id in (select id from customers)',
      /reads customers of every shop/,
    ],
    [
      'a number of a sequence',
      "insert into events (shop_id, seq) values ($1, nextval('s'))",
      /sequence/,
    ],
    [
      'the time of the server',
      'select 1 from facts where shop_id = $1 and at < now()',
      /not known to be pure/,
    ],
    [
      'the time of the server, without brackets',
      'select 1 from facts where shop_id = $1 and at < current_timestamp',
      /time or the user/,
    ],
    ['chance', 'delete from facts where shop_id = $1 and random() < 1', /not known to be pure/],
    [
      'a lock while it writes',
      'delete from facts where shop_id = $1 and pg_advisory_xact_lock(1) is null',
      /lock by the way/,
    ],
    ['a lock without the shop', 'select pg_advisory_xact_lock(1)', /names no shop/],
    ['a lock of all shops', 'select pg_advisory_xact_lock(1) from shops', /every shop/],
    [
      'a merge',
      'merge into facts f using customers c on c.id = f.customer_id when matched then delete',
      /nobody judged/,
    ],
    ['emptying', 'truncate facts', /nobody judged/],
    ['two at once', 'select 1 from facts where shop_id = $1; select 1', /one statement/],
    ['the columns of all shops', 'select shop_id, currency from shops', /every shop/],
  ])('%s', (_, sql, problem) => {
    expect(problemsOf(sql).join('\n')).toMatch(problem)
  })
})

describe('is an exception', () => {
  test.each<[string, string]>([
    ['transaction', 'begin isolation level repeatable read, read only'],
    ['transaction', 'begin; set local extra_float_digits = 1; set local array_nulls = on'],
    ['transaction', 'savepoint a'],
    ['settings', "select current_setting('server_version_num')"],
    ['catalogue', 'select 1 from pg_catalog.pg_class as c where c.relname = $1'],
    ['migration', 'create table facts (shop_id text)'],
    [
      'schema',
      `do $$ begin if not exists (select from pg_catalog.pg_namespace where nspname = 'a') then create schema "a"; end if; end $$`,
    ],
    ['migrations applied', 'select name from shop_migrations'],
    ['migration lock', "select pg_advisory_xact_lock(hashtextextended('x', 0))"],
    ['list of shops', 'select shop_id as "id" from shops order by shop_id'],
  ])('%s: %s', (name, sql) => {
    expect(judge(sql, (table) => ours.has(table))).toMatchObject({ exception: name, problems: [] })
  })
})
