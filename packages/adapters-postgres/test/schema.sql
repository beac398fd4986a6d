create table allocations (
  shop_id text collate "C" not null,
  payment_id text collate "C" not null,
  transaction_id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  amount bigint not null,
  book_amount bigint not null,
  primary key (shop_id, payment_id, transaction_id)
);
CREATE INDEX allocations_by_transaction ON allocations USING btree (shop_id, transaction_id);

create table attribute_types (
  shop_id text collate "C" not null,
  name text collate "C" not null,
  type text collate "C" not null,
  choices text collate "C",
  sensitive bigint not null,
  created_at bigint not null,
  primary key (shop_id, name)
);

create table attributes (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  field text collate "C" not null,
  position bigint not null,
  text text collate "C",
  text_fold text collate "C",
  number double precision,
  primary key (shop_id, customer_id, field, position)
);
CREATE INDEX attributes_by_field ON attributes USING btree (shop_id, field, customer_id);

create table categories (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  created_at bigint not null,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX categories_by_name ON categories USING btree (shop_id, name_fold);

create table charges (
  shop_id text collate "C" not null,
  transaction_id text collate "C" not null,
  position bigint not null,
  kind text collate "C" not null,
  amount bigint not null,
  primary key (shop_id, transaction_id, position)
);

create table consent_events (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  purpose text collate "C" not null,
  channel text collate "C",
  decision text collate "C" not null,
  at bigint not null,
  by text collate "C",
  proof text collate "C",
  event_id text collate "C",
  recorded_at bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX consent_events_by_customer ON consent_events USING btree (shop_id, customer_id, at);

create table consents (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  purpose text collate "C" not null,
  channel text collate "C" not null,
  decision text collate "C" not null,
  at bigint not null,
  primary key (shop_id, customer_id, purpose, channel)
);
CREATE INDEX consents_by_decision ON consents USING btree (shop_id, purpose, decision, channel, customer_id);

create table count_deltas (
  shop_id text collate "C" not null,
  kind text collate "C" not null,
  set_id text collate "C" not null,
  id text collate "C" not null,
  delta bigint not null,
  primary key (shop_id, kind, set_id, id)
);

create table customers (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  name_told_at bigint,
  business_name text collate "C",
  business_name_fold text collate "C",
  address text collate "C",
  address_fold text collate "C",
  city text collate "C",
  city_fold text collate "C",
  region text collate "C",
  region_fold text collate "C",
  country text collate "C",
  country_fold text collate "C",
  birth_date text collate "C",
  gender text collate "C",
  education text collate "C",
  education_fold text collate "C",
  occupation text collate "C",
  occupation_fold text collate "C",
  notes text collate "C",
  notes_fold text collate "C",
  preferred_channel text collate "C",
  category_id text collate "C",
  acquisition text collate "C" not null,
  source text collate "C",
  source_fold text collate "C",
  campaign text collate "C",
  campaign_fold text collate "C",
  ad_click_id text collate "C",
  source_told_at bigint,
  added_at bigint not null,
  stated_first_contact_at bigint,
  archived_at bigint,
  blacklisted_at bigint,
  blacklisted_until bigint,
  blacklist_reason text collate "C",
  blacklisted_by text collate "C",
  sample_key bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX customers_by_added ON customers USING btree (shop_id, added_at, id);
CREATE INDEX customers_by_category ON customers USING btree (shop_id, category_id NULLS FIRST, id);
CREATE INDEX customers_by_name ON customers USING btree (shop_id, name_fold, id);

create table dead_letters (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  source text collate "C" not null,
  kind text collate "C" not null,
  reason text collate "C" not null,
  place text collate "C",
  fingerprint text collate "C" not null,
  received_at bigint not null,
  last_received_at bigint not null,
  times bigint not null,
  payload text collate "C",
  open_since bigint,
  settled_at bigint,
  outcome text collate "C",
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX dead_letters_by_fingerprint ON dead_letters USING btree (shop_id, fingerprint);
CREATE INDEX dead_letters_by_open ON dead_letters USING btree (shop_id, open_since NULLS FIRST, id) WHERE (open_since IS NOT NULL);
CREATE INDEX dead_letters_by_settled ON dead_letters USING btree (shop_id, settled_at NULLS FIRST, id) WHERE (settled_at IS NOT NULL);

create table draft_lines (
  shop_id text collate "C" not null,
  draft_id text collate "C" not null,
  position bigint not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  product text collate "C" not null,
  quantity bigint not null,
  price text collate "C",
  currency text collate "C",
  primary key (shop_id, draft_id, position)
);

create table entries (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  transaction_id text collate "C" not null,
  payment_id text collate "C",
  at bigint not null,
  recorded_at bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX entries_by_customer ON entries USING btree (shop_id, customer_id, at);

create table events (
  shop_id text collate "C" not null,
  seq bigint not null,
  type text collate "C" not null,
  actor text collate "C" not null,
  customer_id text collate "C",
  occurred_at bigint not null,
  recorded_at bigint not null,
  data text collate "C" not null,
  primary key (shop_id, seq)
);
CREATE INDEX events_by_customer ON events USING btree (shop_id, customer_id NULLS FIRST, seq);

create table facts (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  birthday_key bigint,
  first_contact_at bigint not null,
  last_interaction_at bigint,
  last_activity_at bigint,
  interactions bigint not null,
  window_closes_at bigint,
  orders bigint not null,
  paid_orders bigint not null,
  pieces bigint not null,
  orders_total bigint not null,
  first_purchase_at bigint,
  first_purchase_key bigint,
  last_purchase_at bigint,
  paid bigint not null,
  refunded bigint not null,
  ltv bigint not null,
  receivable bigint not null,
  credit bigint not null,
  balance bigint not null,
  overdue_since bigint,
  own_gap bigint,
  steady bigint not null,
  slipping_at bigint,
  lapsed_at bigint,
  primary key (shop_id, customer_id)
);
CREATE INDEX facts_by_activity ON facts USING btree (shop_id, last_activity_at NULLS FIRST, customer_id);
CREATE INDEX facts_by_balance ON facts USING btree (shop_id, balance, customer_id);
CREATE INDEX facts_by_last_purchase ON facts USING btree (shop_id, last_purchase_at NULLS FIRST, customer_id);
CREATE INDEX facts_by_ltv ON facts USING btree (shop_id, ltv, customer_id);
CREATE INDEX facts_by_overdue ON facts USING btree (shop_id, overdue_since NULLS FIRST, customer_id) WHERE (overdue_since IS NOT NULL);
CREATE INDEX facts_by_window ON facts USING btree (shop_id, window_closes_at NULLS FIRST, customer_id);

create table group_members (
  shop_id text collate "C" not null,
  group_id text collate "C" not null,
  customer_id text collate "C" not null,
  since bigint not null,
  added_by text collate "C" not null,
  primary key (shop_id, group_id, customer_id)
);
CREATE INDEX group_members_by_customer ON group_members USING btree (shop_id, customer_id, group_id);

create table groups (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  created_at bigint not null,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX groups_by_name ON groups USING btree (shop_id, name_fold);

create table identities (
  shop_id text collate "C" not null,
  kind text collate "C" not null,
  value text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  given text collate "C" not null,
  fold text collate "C" not null,
  position bigint not null,
  added_at bigint not null,
  changed_at bigint,
  bounced_at bigint,
  bounce_reason text collate "C",
  primary key (shop_id, kind, value)
);
CREATE INDEX identities_by_bounce ON identities USING btree (shop_id, kind, bounced_at NULLS FIRST, customer_id) WHERE (bounced_at IS NOT NULL);
CREATE INDEX identities_by_customer ON identities USING btree (shop_id, customer_id, kind, "position");

create table identity_conflicts (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  other_id text collate "C" not null,
  found_at bigint not null,
  dismissed_at bigint,
  primary key (shop_id, customer_id, other_id)
);
CREATE INDEX identity_conflicts_by_other ON identity_conflicts USING btree (shop_id, other_id);

create table interactions (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  kind text collate "C" not null,
  channel text collate "C" not null,
  channel_fold text collate "C" not null,
  direction text collate "C" not null,
  at bigint not null,
  weekday bigint not null,
  hour bigint not null,
  recorded_at bigint not null,
  business_number text collate "C",
  device text collate "C",
  device_fold text collate "C",
  product text collate "C",
  product_fold text collate "C",
  term text collate "C",
  term_fold text collate "C",
  primary key (shop_id, id)
);
CREATE INDEX interactions_by_customer ON interactions USING btree (shop_id, customer_id, at);

create table label_edits (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  label_id text collate "C" not null,
  name text collate "C",
  colour text collate "C",
  deleted bigint not null,
  at bigint not null,
  timed bigint not null,
  recorded_at bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX label_edits_by_label ON label_edits USING btree (shop_id, label_id, at);

create table label_events (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  label_id text collate "C" not null,
  change text collate "C" not null,
  at bigint not null,
  timed bigint not null,
  by text collate "C",
  cause text collate "C" not null,
  event_id text collate "C",
  recorded_at bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX label_events_by_customer ON label_events USING btree (shop_id, customer_id, label_id, at);

create table label_spans (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  label_id text collate "C" not null,
  at bigint not null,
  until bigint,
  by text collate "C",
  by_fold text collate "C",
  primary key (shop_id, customer_id, label_id, at)
);
CREATE INDEX label_spans_by_label ON label_spans USING btree (shop_id, label_id, at, customer_id);
CREATE INDEX label_spans_by_until ON label_spans USING btree (shop_id, label_id, until NULLS FIRST, customer_id);

create table labels (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  source text collate "C" not null,
  identity text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  colour text collate "C",
  created_at bigint not null,
  deleted_at bigint,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX labels_by_identity ON labels USING btree (shop_id, source, identity);
CREATE INDEX labels_by_name ON labels USING btree (shop_id, source, name_fold);

create table lines (
  shop_id text collate "C" not null,
  transaction_id text collate "C" not null,
  position bigint not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  at bigint not null,
  stands bigint not null,
  product text collate "C" not null,
  product_fold text collate "C" not null,
  category text collate "C",
  category_fold text collate "C",
  colour text collate "C",
  colour_fold text collate "C",
  size text collate "C",
  size_fold text collate "C",
  quantity bigint not null,
  unit_price bigint not null,
  discount bigint not null,
  total bigint not null,
  book_total bigint not null,
  primary key (shop_id, transaction_id, position)
);
CREATE INDEX lines_by_customer ON lines USING btree (shop_id, customer_id, at);
CREATE INDEX lines_by_product ON lines USING btree (shop_id, product_fold, at, customer_id);

create table linked_ids (
  shop_id text collate "C" not null,
  lid text collate "C" not null,
  whatsapp text collate "C" not null,
  told_at bigint not null,
  primary key (shop_id, lid)
);
CREATE INDEX linked_ids_by_number ON linked_ids USING btree (shop_id, whatsapp, lid);

create table message_statuses (
  shop_id text collate "C" not null,
  message_id text collate "C" not null,
  customer_id text collate "C",
  sent_at bigint,
  failed_at bigint,
  delivered_at bigint,
  read_at bigint,
  played_at bigint,
  error_code bigint,
  act text collate "C",
  billable bigint,
  pricing_model text collate "C",
  pricing_type text collate "C",
  pricing_category text collate "C",
  callback_data text collate "C",
  primary key (shop_id, message_id)
);
CREATE INDEX message_statuses_by_act ON message_statuses USING btree (shop_id, customer_id NULLS FIRST, act NULLS FIRST, failed_at NULLS FIRST) WHERE (act IS NOT NULL);
CREATE INDEX message_statuses_by_callback ON message_statuses USING btree (shop_id, callback_data NULLS FIRST, message_id) WHERE (callback_data IS NOT NULL);
CREATE INDEX message_statuses_by_customer ON message_statuses USING btree (shop_id, customer_id NULLS FIRST, message_id) WHERE (customer_id IS NOT NULL);

create table migrations (
  name text collate "C" not null,
  applied_at bigint not null,
  primary key (name)
);

create table once_keys (
  shop_id text collate "C" not null,
  scope text collate "C" not null,
  key text collate "C" not null,
  fingerprint text collate "C" not null,
  answer_id text collate "C" not null,
  at bigint not null,
  primary key (shop_id, scope, key)
);

create table order_drafts (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  reference text collate "C",
  channel text collate "C" not null,
  business_number text collate "C",
  at bigint not null,
  recorded_at bigint not null,
  note text collate "C",
  state text collate "C" not null,
  open_since bigint,
  decided_at bigint,
  transaction_id text collate "C",
  primary key (shop_id, id)
);
CREATE INDEX order_drafts_by_customer ON order_drafts USING btree (shop_id, customer_id, at);
CREATE INDEX order_drafts_by_open ON order_drafts USING btree (shop_id, open_since NULLS FIRST, id) WHERE (open_since IS NOT NULL);

create table past_identities (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  value text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  given text collate "C" not null,
  added_at bigint not null,
  ended_at bigint not null,
  reason text collate "C" not null,
  primary key (shop_id, id)
);
CREATE INDEX past_identities_by_customer ON past_identities USING btree (shop_id, customer_id, ended_at);
CREATE INDEX past_identities_by_identity ON past_identities USING btree (shop_id, kind, value, ended_at);

create table payments (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  at bigint not null,
  recorded_at bigint not null,
  currency text collate "C" not null,
  amount bigint not null,
  book_amount bigint not null,
  method text collate "C" not null,
  method_fold text collate "C" not null,
  reference text collate "C",
  note text collate "C",
  primary key (shop_id, id)
);
CREATE INDEX payments_by_customer ON payments USING btree (shop_id, customer_id, at);

create table postings (
  shop_id text collate "C" not null,
  entry_id text collate "C" not null,
  position bigint not null,
  account text collate "C" not null,
  currency text collate "C" not null,
  amount bigint not null,
  book_amount bigint not null,
  primary key (shop_id, entry_id, position)
);

create table scores (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  rfm_recency bigint,
  rfm_frequency bigint,
  rfm_monetary bigint,
  rfm_group text collate "C",
  rfm_as_of bigint,
  probability_alive bigint,
  expected_purchases30 bigint,
  expected_purchases90 bigint,
  expected_purchases180 bigint,
  expected_purchases365 bigint,
  model_as_of bigint,
  primary key (shop_id, customer_id)
);
CREATE INDEX scores_by_alive ON scores USING btree (shop_id, probability_alive NULLS FIRST, customer_id);
CREATE INDEX scores_by_group ON scores USING btree (shop_id, rfm_group NULLS FIRST, customer_id);

create table segment_changes (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  segment_id text collate "C" not null,
  customer_id text collate "C" not null,
  entered bigint not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  cause text collate "C" not null,
  primary key (shop_id, segment_id, occurred_at, id)
);
CREATE INDEX segment_changes_by_customer ON segment_changes USING btree (shop_id, customer_id, segment_id, occurred_at);

create table segment_members (
  shop_id text collate "C" not null,
  segment_id text collate "C" not null,
  customer_id text collate "C" not null,
  since bigint not null,
  primary key (shop_id, segment_id, customer_id)
);
CREATE INDEX segment_members_by_customer ON segment_members USING btree (shop_id, customer_id, segment_id);
CREATE INDEX segment_members_by_since ON segment_members USING btree (shop_id, segment_id, since, customer_id);

create table segments (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  predicate text collate "C" not null,
  tracked bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX segments_by_name ON segments USING btree (shop_id, name_fold);
CREATE INDEX segments_by_tracked ON segments USING btree (shop_id, tracked, id);

create table sends (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  channel text collate "C" not null,
  business_number text collate "C" not null,
  form text collate "C" not null,
  purpose text collate "C" not null,
  reference text collate "C",
  claimed_at bigint not null,
  state text collate "C" not null,
  resolution text collate "C",
  unresolved_since bigint,
  ended_at bigint,
  message_id text collate "C",
  reason text collate "C",
  code text collate "C",
  act text collate "C",
  retry_after bigint,
  wait_said_at bigint,
  primary key (shop_id, id)
);
CREATE INDEX sends_by_customer ON sends USING btree (shop_id, customer_id, claimed_at);
CREATE INDEX sends_by_unresolved ON sends USING btree (shop_id, unresolved_since NULLS FIRST, id) WHERE (unresolved_since IS NOT NULL);
CREATE INDEX sends_by_wait ON sends USING btree (shop_id, customer_id, wait_said_at NULLS FIRST) WHERE (wait_said_at IS NOT NULL);

create table shops (
  shop_id text collate "C" not null,
  currency text collate "C" not null,
  scale bigint not null,
  time_zone text collate "C" not null,
  created_at bigint not null,
  fold_version bigint not null,
  primary key (shop_id)
);

create table snapshots (
  shop_id text collate "C" not null,
  kind text collate "C" not null,
  as_of bigint not null,
  value bigint not null,
  primary key (shop_id, kind)
);

create table tag_members (
  shop_id text collate "C" not null,
  tag_id text collate "C" not null,
  customer_id text collate "C" not null,
  manual_since bigint,
  rule_since bigint,
  primary key (shop_id, tag_id, customer_id)
);
CREATE INDEX tag_members_by_customer ON tag_members USING btree (shop_id, customer_id, tag_id);

create table tags (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  rule text collate "C",
  created_at bigint not null,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX tags_by_name ON tags USING btree (shop_id, name_fold);

create table transactions (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  order_id text collate "C" not null,
  kind text collate "C" not null,
  customer_id text collate "C" not null,
  origin_id text collate "C" not null,
  at bigint not null,
  recorded_at bigint not null,
  due_date text collate "C",
  currency text collate "C" not null,
  rate text collate "C",
  lines_total bigint not null,
  charges bigint not null,
  discount bigint not null,
  total bigint not null,
  book_total bigint not null,
  settled bigint not null,
  book_settled bigint not null,
  open_book bigint not null,
  overdue_at bigint,
  stands bigint not null,
  note text collate "C",
  primary key (shop_id, id)
);
CREATE INDEX transactions_by_customer ON transactions USING btree (shop_id, customer_id, at);
CREATE INDEX transactions_by_overdue ON transactions USING btree (shop_id, customer_id, overdue_at NULLS FIRST, open_book) WHERE (overdue_at IS NOT NULL);

create table turns (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  judged_at bigint not null,
  turns_at bigint not null,
  primary key (shop_id, customer_id)
);
CREATE INDEX turns_by_turn ON turns USING btree (shop_id, turns_at, customer_id);

create table views (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  name_fold text collate "C" not null,
  predicate text collate "C" not null,
  columns text collate "C",
  sort text collate "C",
  direction text collate "C",
  created_at bigint not null,
  updated_at bigint not null,
  primary key (shop_id, id)
);
CREATE UNIQUE INDEX views_by_name ON views USING btree (shop_id, name_fold);

create table waiting_label_events (
  shop_id text collate "C" not null,
  id text collate "C" not null,
  lid text collate "C" not null,
  label_id text collate "C" not null,
  change text collate "C" not null,
  at bigint not null,
  timed bigint not null,
  by text collate "C",
  cause text collate "C" not null,
  event_id text collate "C",
  received_at bigint not null,
  primary key (shop_id, id)
);
CREATE INDEX waiting_label_events_by_lid ON waiting_label_events USING btree (shop_id, lid, id);

create table windows (
  shop_id text collate "C" not null,
  customer_id text collate "C" not null,
  business_number text collate "C" not null,
  last_inbound_at bigint,
  last_inbound_from text collate "C",
  closed_at bigint,
  closes_at bigint not null,
  primary key (shop_id, customer_id, business_number)
);
