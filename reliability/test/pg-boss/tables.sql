create table my_cursors (
  shop text,
  consumer text,
  after text,
  primary key (shop, consumer)
);
create table my_done (job uuid primary key, at timestamptz not null default now());
create table my_receipts (customer uuid not null, amount bigint not null);
