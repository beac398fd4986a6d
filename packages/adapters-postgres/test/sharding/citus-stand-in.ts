import { ask, databaseUrl, newSchema } from '../support/storages.ts'

/** What Citus was asked for, in order. */
export interface Distributed {
  readonly table: string
  readonly column: string
  readonly beside: string
}

/**
 * What of Citus a storage touches, made in a schema of its own: its version, the function that
 * distributes a table, and the catalogue of those that are. It refuses what Citus refuses: a table
 * that is distributed already, a unique key without the column, a neighbour that is not distributed.
 * It moves no rows; that Citus itself runs with this is not shown by it.
 */
export class CitusStandIn {
  readonly #schema = newSchema()

  /** The catalogue of distributed tables. */
  get catalogue(): string {
    return `${this.#schema}.pg_dist_partition`
  }

  async install(version = '13.1.0'): Promise<void> {
    const schema = this.#schema
    await ask(`create schema ${schema}`)
    await ask(`create table ${schema}.pg_dist_partition (
      logicalrelid regclass primary key, place serial, distribution text, beside text)`)
    await ask(`create function ${schema}.citus_version() returns text language sql
      return 'Citus ${version} on x86_64-pc-linux-gnu'`)
    await ask(`create function ${schema}.create_distributed_table(
        table_name regclass, distribution_column text, distribution_type text default 'hash',
        colocate_with text default 'default', shard_count int default null) returns void as $$
      begin
        if exists (select from pg_dist_partition where logicalrelid = table_name) then
          raise exception 'table % is already distributed', table_name;
        end if;
        if exists (
          select from pg_index where indrelid = table_name and indisunique and not exists (
            select from pg_attribute where attrelid = table_name
              and attname = distribution_column and attnum = any (indkey::int2[]))
        ) then
          raise exception 'a unique key of % lacks %', table_name, distribution_column;
        end if;
        if colocate_with not in ('none', 'default') and not exists (
          select from pg_dist_partition where logicalrelid = colocate_with::regclass
        ) then
          raise exception 'table % is not distributed', colocate_with;
        end if;
        insert into pg_dist_partition (logicalrelid, distribution, beside)
        values (table_name, distribution_column, colocate_with);
      end $$ language plpgsql`)
  }

  /** Settings of a pool that finds the stand-in, as each finds what lies in pg_catalog. */
  get connection(): { readonly connectionString: string; readonly options: string } {
    return { connectionString: databaseUrl(), options: `-c search_path=${this.#schema}` }
  }

  distributed(): Promise<Distributed[]> {
    return ask<{ table: string; column: string; beside: string }>(
      `select logicalrelid::text as "table", distribution as "column", beside
       from ${this.catalogue} order by place`,
    )
  }
}
