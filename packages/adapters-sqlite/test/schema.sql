CREATE TABLE "allocations" (
  "shop_id" text not null,
  "payment_id" text not null,
  "transaction_id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "amount" integer not null,
  "book_amount" integer not null,
  primary key ("shop_id", "payment_id", "transaction_id")
) strict, without rowid;
CREATE INDEX "allocations_by_transaction" on "allocations" ("shop_id", "transaction_id");
CREATE TABLE "attribute_types" (
  "shop_id" text not null,
  "name" text not null,
  "type" text not null,
  "choices" text,
  "sensitive" integer not null,
  "created_at" integer not null,
  primary key ("shop_id", "name")
) strict, without rowid;
CREATE TABLE "attributes" (
  "shop_id" text not null,
  "customer_id" text not null,
  "field" text not null,
  "position" integer not null,
  "text" text,
  "text_fold" text,
  "number" real,
  primary key ("shop_id", "customer_id", "field", "position")
) strict, without rowid;
CREATE INDEX "attributes_by_field" on "attributes" ("shop_id", "field", "customer_id");
CREATE TABLE "categories" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "created_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "categories_by_name" on "categories" ("shop_id", "name_fold");
CREATE TABLE "charges" (
  "shop_id" text not null,
  "transaction_id" text not null,
  "position" integer not null,
  "kind" text not null,
  "amount" integer not null,
  primary key ("shop_id", "transaction_id", "position")
) strict, without rowid;
CREATE TABLE "consent_events" (
  "shop_id" text not null,
  "id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "purpose" text not null,
  "channel" text,
  "decision" text not null,
  "at" integer not null,
  "by" text,
  "proof" text,
  "event_id" text,
  "recorded_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "consent_events_by_customer" on "consent_events" ("shop_id", "customer_id", "at");
CREATE TABLE "consents" (
  "shop_id" text not null,
  "customer_id" text not null,
  "purpose" text not null,
  "channel" text not null,
  "decision" text not null,
  "at" integer not null,
  primary key ("shop_id", "customer_id", "purpose", "channel")
) strict, without rowid;
CREATE INDEX "consents_by_decision" on "consents" ("shop_id", "purpose", "decision", "channel", "customer_id");
CREATE TABLE "count_deltas" (
  "shop_id" text not null,
  "kind" text not null,
  "set_id" text not null,
  "id" text not null,
  "delta" integer not null,
  primary key ("shop_id", "kind", "set_id", "id")
) strict, without rowid;
CREATE TABLE "customers" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "name_told_at" integer,
  "business_name" text,
  "business_name_fold" text,
  "address" text,
  "address_fold" text,
  "city" text,
  "city_fold" text,
  "region" text,
  "region_fold" text,
  "country" text,
  "country_fold" text,
  "birth_date" text,
  "gender" text,
  "education" text,
  "education_fold" text,
  "occupation" text,
  "occupation_fold" text,
  "notes" text,
  "notes_fold" text,
  "preferred_channel" text,
  "category_id" text,
  "acquisition" text not null,
  "source" text,
  "source_fold" text,
  "campaign" text,
  "campaign_fold" text,
  "ad_click_id" text,
  "source_told_at" integer,
  "added_at" integer not null,
  "stated_first_contact_at" integer,
  "archived_at" integer,
  "blacklisted_at" integer,
  "blacklisted_until" integer,
  "blacklist_reason" text,
  "blacklisted_by" text,
  "sample_key" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "customers_by_added" on "customers" ("shop_id", "added_at", "id");
CREATE INDEX "customers_by_category" on "customers" ("shop_id", "category_id", "id");
CREATE INDEX "customers_by_name" on "customers" ("shop_id", "name_fold", "id");
CREATE TABLE "dead_letters" (
  "shop_id" text not null,
  "id" text not null,
  "source" text not null,
  "kind" text not null,
  "reason" text not null,
  "place" text,
  "fingerprint" text not null,
  "received_at" integer not null,
  "last_received_at" integer not null,
  "times" integer not null,
  "payload" text,
  "open_since" integer,
  "settled_at" integer,
  "outcome" text,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "dead_letters_by_fingerprint" on "dead_letters" ("shop_id", "fingerprint");
CREATE INDEX "dead_letters_by_open" on "dead_letters" ("shop_id", "open_since", "id") where "open_since" is not null;
CREATE INDEX "dead_letters_by_settled" on "dead_letters" ("shop_id", "settled_at", "id") where "settled_at" is not null;
CREATE TABLE "draft_lines" (
  "shop_id" text not null,
  "draft_id" text not null,
  "position" integer not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "product" text not null,
  "quantity" integer not null,
  "price" text,
  "currency" text,
  primary key ("shop_id", "draft_id", "position")
) strict, without rowid;
CREATE TABLE "entries" (
  "shop_id" text not null,
  "id" text not null,
  "kind" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "transaction_id" text not null,
  "payment_id" text,
  "at" integer not null,
  "recorded_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "entries_by_customer" on "entries" ("shop_id", "customer_id", "at");
CREATE TABLE "events" (
  "shop_id" text not null,
  "seq" integer not null,
  "type" text not null,
  "actor" text not null,
  "customer_id" text,
  "occurred_at" integer not null,
  "recorded_at" integer not null,
  "data" text not null,
  primary key ("shop_id", "seq")
) strict, without rowid;
CREATE INDEX "events_by_customer" on "events" ("shop_id", "customer_id", "seq");
CREATE TABLE "facts" (
  "shop_id" text not null,
  "customer_id" text not null,
  "birthday_key" integer,
  "first_contact_at" integer not null,
  "last_interaction_at" integer,
  "last_activity_at" integer,
  "interactions" integer not null,
  "window_closes_at" integer,
  "orders" integer not null,
  "paid_orders" integer not null,
  "pieces" integer not null,
  "orders_total" integer not null,
  "first_purchase_at" integer,
  "first_purchase_key" integer,
  "last_purchase_at" integer,
  "paid" integer not null,
  "refunded" integer not null,
  "ltv" integer not null,
  "receivable" integer not null,
  "credit" integer not null,
  "balance" integer not null,
  "overdue_since" integer,
  "own_gap" integer,
  "steady" integer not null,
  "slipping_at" integer,
  "lapsed_at" integer,
  primary key ("shop_id", "customer_id")
) strict, without rowid;
CREATE INDEX "facts_by_activity" on "facts" ("shop_id", "last_activity_at", "customer_id");
CREATE INDEX "facts_by_balance" on "facts" ("shop_id", "balance", "customer_id");
CREATE INDEX "facts_by_last_purchase" on "facts" ("shop_id", "last_purchase_at", "customer_id");
CREATE INDEX "facts_by_ltv" on "facts" ("shop_id", "ltv", "customer_id");
CREATE INDEX "facts_by_overdue" on "facts" ("shop_id", "overdue_since", "customer_id") where "overdue_since" is not null;
CREATE INDEX "facts_by_window" on "facts" ("shop_id", "window_closes_at", "customer_id");
CREATE TABLE "group_members" (
  "shop_id" text not null,
  "group_id" text not null,
  "customer_id" text not null,
  "since" integer not null,
  "added_by" text not null,
  primary key ("shop_id", "group_id", "customer_id")
) strict, without rowid;
CREATE INDEX "group_members_by_customer" on "group_members" ("shop_id", "customer_id", "group_id");
CREATE TABLE "groups" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "created_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "groups_by_name" on "groups" ("shop_id", "name_fold");
CREATE TABLE "identities" (
  "shop_id" text not null,
  "kind" text not null,
  "value" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "given" text not null,
  "fold" text not null,
  "position" integer not null,
  "added_at" integer not null,
  "changed_at" integer,
  "bounced_at" integer,
  "bounce_reason" text,
  primary key ("shop_id", "kind", "value")
) strict, without rowid;
CREATE INDEX "identities_by_bounce" on "identities" ("shop_id", "kind", "bounced_at", "customer_id") where "bounced_at" is not null;
CREATE INDEX "identities_by_customer" on "identities" ("shop_id", "customer_id", "kind", "position");
CREATE TABLE "identity_conflicts" (
  "shop_id" text not null,
  "customer_id" text not null,
  "other_id" text not null,
  "found_at" integer not null,
  "dismissed_at" integer,
  primary key ("shop_id", "customer_id", "other_id")
) strict, without rowid;
CREATE INDEX "identity_conflicts_by_other" on "identity_conflicts" ("shop_id", "other_id");
CREATE TABLE "interactions" (
  "shop_id" text not null,
  "id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "kind" text not null,
  "channel" text not null,
  "channel_fold" text not null,
  "direction" text not null,
  "at" integer not null,
  "weekday" integer not null,
  "hour" integer not null,
  "recorded_at" integer not null,
  "business_number" text,
  "device" text,
  "device_fold" text,
  "product" text,
  "product_fold" text,
  "term" text,
  "term_fold" text,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "interactions_by_customer" on "interactions" ("shop_id", "customer_id", "at");
CREATE TABLE "label_edits" (
  "shop_id" text not null,
  "id" text not null,
  "label_id" text not null,
  "name" text,
  "colour" text,
  "deleted" integer not null,
  "at" integer not null,
  "timed" integer not null,
  "recorded_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "label_edits_by_label" on "label_edits" ("shop_id", "label_id", "at");
CREATE TABLE "label_events" (
  "shop_id" text not null,
  "id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "label_id" text not null,
  "change" text not null,
  "at" integer not null,
  "timed" integer not null,
  "by" text,
  "cause" text not null,
  "event_id" text,
  "recorded_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "label_events_by_customer" on "label_events" ("shop_id", "customer_id", "label_id", "at");
CREATE TABLE "label_spans" (
  "shop_id" text not null,
  "customer_id" text not null,
  "label_id" text not null,
  "at" integer not null,
  "until" integer,
  "by" text,
  "by_fold" text,
  primary key ("shop_id", "customer_id", "label_id", "at")
) strict, without rowid;
CREATE INDEX "label_spans_by_label" on "label_spans" ("shop_id", "label_id", "at", "customer_id");
CREATE INDEX "label_spans_by_until" on "label_spans" ("shop_id", "label_id", "until", "customer_id");
CREATE TABLE "labels" (
  "shop_id" text not null,
  "id" text not null,
  "source" text not null,
  "identity" text not null,
  "name" text not null,
  "name_fold" text not null,
  "colour" text,
  "created_at" integer not null,
  "deleted_at" integer,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "labels_by_identity" on "labels" ("shop_id", "source", "identity");
CREATE INDEX "labels_by_name" on "labels" ("shop_id", "source", "name_fold");
CREATE TABLE "lines" (
  "shop_id" text not null,
  "transaction_id" text not null,
  "position" integer not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "at" integer not null,
  "stands" integer not null,
  "product" text not null,
  "product_fold" text not null,
  "category" text,
  "category_fold" text,
  "colour" text,
  "colour_fold" text,
  "size" text,
  "size_fold" text,
  "quantity" integer not null,
  "unit_price" integer not null,
  "discount" integer not null,
  "total" integer not null,
  "book_total" integer not null,
  primary key ("shop_id", "transaction_id", "position")
) strict, without rowid;
CREATE INDEX "lines_by_customer" on "lines" ("shop_id", "customer_id", "at");
CREATE INDEX "lines_by_product" on "lines" ("shop_id", "product_fold", "at", "customer_id");
CREATE TABLE "linked_ids" (
  "shop_id" text not null,
  "lid" text not null,
  "whatsapp" text not null,
  "told_at" integer not null,
  primary key ("shop_id", "lid")
) strict, without rowid;
CREATE INDEX "linked_ids_by_number" on "linked_ids" ("shop_id", "whatsapp", "lid");
CREATE TABLE "message_statuses" (
  "shop_id" text not null,
  "message_id" text not null,
  "customer_id" text,
  "sent_at" integer,
  "failed_at" integer,
  "delivered_at" integer,
  "read_at" integer,
  "played_at" integer,
  "error_code" integer,
  "act" text,
  "billable" integer,
  "pricing_model" text,
  "pricing_type" text,
  "pricing_category" text,
  "callback_data" text,
  primary key ("shop_id", "message_id")
) strict, without rowid;
CREATE INDEX "message_statuses_by_act" on "message_statuses" ("shop_id", "customer_id", "act", "failed_at") where "act" is not null;
CREATE INDEX "message_statuses_by_callback" on "message_statuses" ("shop_id", "callback_data", "message_id") where "callback_data" is not null;
CREATE INDEX "message_statuses_by_customer" on "message_statuses" ("shop_id", "customer_id", "message_id") where "customer_id" is not null;
CREATE TABLE "migrations" (
    name text not null primary key,
    applied_at integer not null
  ) strict, without rowid;
CREATE TABLE "once_keys" (
  "shop_id" text not null,
  "scope" text not null,
  "key" text not null,
  "fingerprint" text not null,
  "answer_id" text not null,
  "at" integer not null,
  primary key ("shop_id", "scope", "key")
) strict, without rowid;
CREATE TABLE "order_drafts" (
  "shop_id" text not null,
  "id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "reference" text,
  "channel" text not null,
  "business_number" text,
  "at" integer not null,
  "recorded_at" integer not null,
  "note" text,
  "state" text not null,
  "open_since" integer,
  "decided_at" integer,
  "transaction_id" text,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "order_drafts_by_customer" on "order_drafts" ("shop_id", "customer_id", "at");
CREATE INDEX "order_drafts_by_open" on "order_drafts" ("shop_id", "open_since", "id") where "open_since" is not null;
CREATE TABLE "past_identities" (
  "shop_id" text not null,
  "id" text not null,
  "kind" text not null,
  "value" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "given" text not null,
  "added_at" integer not null,
  "ended_at" integer not null,
  "reason" text not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "past_identities_by_customer" on "past_identities" ("shop_id", "customer_id", "ended_at");
CREATE INDEX "past_identities_by_identity" on "past_identities" ("shop_id", "kind", "value", "ended_at");
CREATE TABLE "payments" (
  "shop_id" text not null,
  "id" text not null,
  "kind" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "at" integer not null,
  "recorded_at" integer not null,
  "currency" text not null,
  "amount" integer not null,
  "book_amount" integer not null,
  "method" text not null,
  "method_fold" text not null,
  "reference" text,
  "note" text,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "payments_by_customer" on "payments" ("shop_id", "customer_id", "at");
CREATE TABLE "postings" (
  "shop_id" text not null,
  "entry_id" text not null,
  "position" integer not null,
  "account" text not null,
  "currency" text not null,
  "amount" integer not null,
  "book_amount" integer not null,
  primary key ("shop_id", "entry_id", "position")
) strict, without rowid;
CREATE TABLE "scores" (
  "shop_id" text not null,
  "customer_id" text not null,
  "rfm_recency" integer,
  "rfm_frequency" integer,
  "rfm_monetary" integer,
  "rfm_group" text,
  "rfm_as_of" integer,
  "probability_alive" integer,
  "expected_purchases30" integer,
  "expected_purchases90" integer,
  "expected_purchases180" integer,
  "expected_purchases365" integer,
  "model_as_of" integer,
  primary key ("shop_id", "customer_id")
) strict, without rowid;
CREATE INDEX "scores_by_alive" on "scores" ("shop_id", "probability_alive", "customer_id");
CREATE INDEX "scores_by_group" on "scores" ("shop_id", "rfm_group", "customer_id");
CREATE TABLE "segment_changes" (
  "shop_id" text not null,
  "id" text not null,
  "segment_id" text not null,
  "customer_id" text not null,
  "entered" integer not null,
  "occurred_at" integer not null,
  "recorded_at" integer not null,
  "cause" text not null,
  primary key ("shop_id", "segment_id", "occurred_at", "id")
) strict, without rowid;
CREATE INDEX "segment_changes_by_customer" on "segment_changes" ("shop_id", "customer_id", "segment_id", "occurred_at");
CREATE TABLE "segment_members" (
  "shop_id" text not null,
  "segment_id" text not null,
  "customer_id" text not null,
  "since" integer not null,
  primary key ("shop_id", "segment_id", "customer_id")
) strict, without rowid;
CREATE INDEX "segment_members_by_customer" on "segment_members" ("shop_id", "customer_id", "segment_id");
CREATE INDEX "segment_members_by_since" on "segment_members" ("shop_id", "segment_id", "since", "customer_id");
CREATE TABLE "segments" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "predicate" text not null,
  "tracked" integer not null,
  "created_at" integer not null,
  "updated_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "segments_by_name" on "segments" ("shop_id", "name_fold");
CREATE INDEX "segments_by_tracked" on "segments" ("shop_id", "tracked", "id");
CREATE TABLE "sends" (
  "shop_id" text not null,
  "id" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "channel" text not null,
  "business_number" text not null,
  "form" text not null,
  "purpose" text not null,
  "reference" text,
  "claimed_at" integer not null,
  "state" text not null,
  "resolution" text,
  "unresolved_since" integer,
  "ended_at" integer,
  "message_id" text,
  "reason" text,
  "code" text,
  "act" text,
  "retry_after" integer,
  "wait_said_at" integer,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "sends_by_customer" on "sends" ("shop_id", "customer_id", "claimed_at");
CREATE INDEX "sends_by_unresolved" on "sends" ("shop_id", "unresolved_since", "id") where "unresolved_since" is not null;
CREATE INDEX "sends_by_wait" on "sends" ("shop_id", "customer_id", "wait_said_at") where "wait_said_at" is not null;
CREATE TABLE "shops" (
  "shop_id" text not null,
  "currency" text not null,
  "scale" integer not null,
  "time_zone" text not null,
  "created_at" integer not null,
  "fold_version" integer not null,
  primary key ("shop_id")
) strict, without rowid;
CREATE TABLE "snapshots" (
  "shop_id" text not null,
  "kind" text not null,
  "as_of" integer not null,
  "value" integer not null,
  primary key ("shop_id", "kind")
) strict, without rowid;
CREATE TABLE "tag_members" (
  "shop_id" text not null,
  "tag_id" text not null,
  "customer_id" text not null,
  "manual_since" integer,
  "rule_since" integer,
  primary key ("shop_id", "tag_id", "customer_id")
) strict, without rowid;
CREATE INDEX "tag_members_by_customer" on "tag_members" ("shop_id", "customer_id", "tag_id");
CREATE TABLE "tags" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "rule" text,
  "created_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "tags_by_name" on "tags" ("shop_id", "name_fold");
CREATE TABLE "transactions" (
  "shop_id" text not null,
  "id" text not null,
  "order_id" text not null,
  "kind" text not null,
  "customer_id" text not null,
  "origin_id" text not null,
  "at" integer not null,
  "recorded_at" integer not null,
  "due_date" text,
  "currency" text not null,
  "rate" text,
  "lines_total" integer not null,
  "charges" integer not null,
  "discount" integer not null,
  "total" integer not null,
  "book_total" integer not null,
  "settled" integer not null,
  "book_settled" integer not null,
  "open_book" integer not null,
  "overdue_at" integer,
  "stands" integer not null,
  "note" text,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "transactions_by_customer" on "transactions" ("shop_id", "customer_id", "at");
CREATE INDEX "transactions_by_overdue" on "transactions" ("shop_id", "customer_id", "overdue_at", "open_book") where "overdue_at" is not null;
CREATE TABLE "turns" (
  "shop_id" text not null,
  "customer_id" text not null,
  "judged_at" integer not null,
  "turns_at" integer not null,
  primary key ("shop_id", "customer_id")
) strict, without rowid;
CREATE INDEX "turns_by_turn" on "turns" ("shop_id", "turns_at", "customer_id");
CREATE TABLE "views" (
  "shop_id" text not null,
  "id" text not null,
  "name" text not null,
  "name_fold" text not null,
  "predicate" text not null,
  "columns" text,
  "sort" text,
  "direction" text,
  "created_at" integer not null,
  "updated_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE UNIQUE INDEX "views_by_name" on "views" ("shop_id", "name_fold");
CREATE TABLE "waiting_label_events" (
  "shop_id" text not null,
  "id" text not null,
  "lid" text not null,
  "label_id" text not null,
  "change" text not null,
  "at" integer not null,
  "timed" integer not null,
  "by" text,
  "cause" text not null,
  "event_id" text,
  "received_at" integer not null,
  primary key ("shop_id", "id")
) strict, without rowid;
CREATE INDEX "waiting_label_events_by_lid" on "waiting_label_events" ("shop_id", "lid", "id");
CREATE TABLE "windows" (
  "shop_id" text not null,
  "customer_id" text not null,
  "business_number" text not null,
  "last_inbound_at" integer,
  "last_inbound_from" text,
  "closed_at" integer,
  "closes_at" integer not null,
  primary key ("shop_id", "customer_id", "business_number")
) strict, without rowid;
